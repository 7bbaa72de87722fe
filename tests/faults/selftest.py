"""Does the suite find a program that does not survive?

    selftest.py PANTAU

`half.py` stands in for pantau and publishes badly, each time in one way; the suite must find that, and must find nothing on
pantau itself with the same trials.
"""

import contextlib
import io
import random
import sys
import tempfile
from pathlib import Path

import kills
from place import Place
from tally import FOUND, Tally

# How it publishes, the trials that must find it, and what they may call it.
BAD = {
    "half": (["whole"], {"mixed"}),
    "gone": (["whole"], {"lost", "mixed"}),
    "data": (["whole"], {"lost"}),
    "left": (["whole"], {"next"}),
    "quiet": (["at once"], {"told"}),
}
KILLS = 2


class Late:
    """Dice for runs that are killed when most of their time is over, which is when the stand-ins do their worst."""

    @staticmethod
    def uniform(low, high):
        return low + 0.8 * (high - low)


def trials(names, pantau, work, dice):
    tally = Tally("trial")
    with contextlib.redirect_stdout(io.StringIO()):
        if "whole" in names:
            kills.builds(pantau, work, "whole", kills.Counted(tally, "whole", KILLS), dice)
        if "at once" in names:
            refused_told(pantau, work, tally)
    return tally


def refused_told(pantau, work, tally):
    """One refusal, which has to be told."""
    place = Place(pantau, work)
    place.out.mkdir()
    (place.out / "surat.txt").write_text("milik orang lain")
    tally.add("refusal", *place.refused(place.build(), "tidak ditulis oleh pantau"))


def stand_in(pantau, how, folder):
    text = (Path(__file__).parent / "half.py").read_text()
    program = folder / f"pantau-{how}"
    program.write_text(text.replace("@PANTAU@", str(Path(pantau).absolute())).replace("@HOW@", how))
    program.chmod(0o755)
    return str(program)


def main():
    pantau = str(Path(sys.argv[1]).absolute())
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="pantau-faults-") as folder:
        folder = Path(folder)
        for how, (names, wanted) in BAD.items():
            tally = trials(names, stand_in(pantau, how, folder), folder / how, Late())
            found = {word for word in FOUND if tally.total(word)}
            if wanted & found:
                passed += 1
            else:
                failed += 1
                print(f"  {how}: {sorted(found)} was found, and none of {sorted(wanted)}")
        tally = trials(["whole"], pantau, folder / "itself", random.Random(1))
        refused = trials(["at once"], pantau, folder / "refusing", Late())
        if tally.failed or refused.failed or not tally.total("tried"):
            failed += 1
            print(f"  pantau itself: {tally.messages} {refused.messages}")
        else:
            passed += 1
    print(f"faults_selftest: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
