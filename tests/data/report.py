"""Counts checks and prints what they found, as `tests/web/report.mjs` does.

A check is one thing looked at (a file, a table); it passes when nothing was found on it.
"""

import sys

SHOWN_PER_RULE = 8


class Report:
    def __init__(self, suite):
        self.suite = suite
        self.checks = {}
        self.findings = []

    def check(self, name):
        """Registers a check before it runs; what it returns is called with a rule and a message for each fault."""
        self.checks[name] = True
        return lambda rule, message: self.findings.append((name, rule, message))

    @property
    def rules(self):
        return {rule for _, rule, _ in self.findings}

    def close(self):
        """Prints the findings rule by rule and the closing line, and ends the program."""
        for rule in dict.fromkeys(rule for _, rule, _ in self.findings):
            found = [(name, message) for name, other, message in self.findings if other == rule]
            print(f"  {rule}: {len(found)}")
            for name, message in found[:SHOWN_PER_RULE]:
                print(f"    {name}: {message}")
            if len(found) > SHOWN_PER_RULE:
                print(f"    … and {len(found) - SHOWN_PER_RULE} more")
        if not self.checks:
            print("  nothing to check: that is a failure, not a success")
        failed = len({name for name, _, _ in self.findings})
        passed = len(self.checks) - failed
        failed = failed or (0 if self.checks else 1)
        print(f"{self.suite}: {passed} passed, {failed} failed")
        sys.exit(1 if failed else 0)
