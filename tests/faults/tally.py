"""What was tried, and what came of it.

A trial is one fault done to one run. It is survived when nothing was found on it. What can be found:

lost     the published site is gone or incomplete, or a file of data is other than before or after the run
mixed    the published site is neither the old one nor the new one
next     the next build fails, gives other bytes, or leaves something behind beside the site
told     the exit code is not the documented one, or nothing is said of the fault in Indonesian
not_run  it could not be tried here, which counts as a failure
"""

import json
import threading

FOUND = ("lost", "mixed", "next", "told", "not_run")
SHOWN = 5


class Tally:
    def __init__(self, suite):
        self.suite = suite
        self.kinds = {}
        self.messages = {}
        self.lock = threading.Lock()

    def add(self, kind, found, message=""):
        """Counts a trial of `kind`; `found` are the words above that fit it, none where it was survived."""
        with self.lock:
            counts = self.kinds.setdefault(kind, {"tried": 0, "survived": 0, **dict.fromkeys(FOUND, 0)})
            counts["tried"] += "not_run" not in found
            counts["survived"] += not found
            for word in found:
                counts[word] += 1
            if found:
                self.messages.setdefault(kind, []).append(f"{', '.join(sorted(found))}: {message}")

    def merge(self, other):
        """Takes over what another process has counted, as `as_json` gave it."""
        for kind, counts in other["kinds"].items():
            own = self.kinds.setdefault(kind, dict.fromkeys(counts, 0))
            for word, count in counts.items():
                own[word] += count
        for kind, messages in other["messages"].items():
            self.messages.setdefault(kind, []).extend(messages)

    def total(self, word):
        return sum(counts[word] for counts in self.kinds.values())

    @property
    def failed(self):
        return self.total("tried") - self.total("survived") + self.total("not_run")

    def as_json(self, **more):
        totals = {word: self.total(word) for word in ("tried", "survived", *FOUND)}
        return json.dumps({"suite": self.suite, **more, "total": totals, "kinds": self.kinds, "messages": self.messages}, indent=2)

    def close(self):
        """Prints a line for each kind and the closing line; the exit code."""
        for kind, counts in self.kinds.items():
            found = ", ".join(f"{counts[word]} {word}" for word in FOUND if counts[word])
            print(f"  {kind}: {counts['survived']} of {counts['tried']} survived{', ' + found if found else ''}")
            messages = self.messages.get(kind, [])
            for message in messages[:SHOWN]:
                print(f"    {message}")
            if len(messages) > SHOWN:
                print(f"    … and {len(messages) - SHOWN} more")
        failed = self.failed or (0 if self.total("tried") else 1)
        print(f"{self.suite}: {self.total('survived')} passed, {failed} failed")
        return 1 if failed else 0
