"""One figure that somebody reported, changed again and again."""

import itertools
import re

from .tree import replaced

# Longer fractions than anybody reported: no other figure is taken for a changed one. Pages write no zero at the end.
NUMBERS = (number for number in itertools.count(7131) if number % 10)


class Figure:
    """The first figure below 100 with a fraction in a file of results, so that it stays likely
    whatever the fraction becomes; `word` stands before figures there."""

    def __init__(self, file, word):
        self.file, self.text, self.word = file, file.read_text(), word
        self.at = re.search(rf"{word}: (\d{{1,2}})\.(\d)(\d*)$", self.text, re.MULTILINE)

    def changed(self):
        """The whole text with another figure each time, and how pages write that figure."""
        whole, fraction = self.at.group(1), f"{self.at.group(2)}{next(NUMBERS)}"
        text = f"{self.text[:self.at.start()]}{self.word}: {whole}.{fraction}{self.text[self.at.end():]}"
        return text, f"{whole},{fraction}"

    def change(self):
        """Saves another figure; how pages write it."""
        text, shown = self.changed()
        replaced(self.file, text)
        return shown


def of_somebody(root, year):
    """A figure in pantau's sources from the middle of all, and whose it is."""
    files = sorted((root / "content" / "hasil" / str(year) / "tw4").glob("*.yml"))
    for file in files[len(files) // 2:]:
        figure = Figure(file, "nilai")
        if figure.at:
            contract = (root / "content" / "kontrak" / str(year) / file.name).read_text()
            return figure, re.search(r"^pejabat: (\S+)$", contract, re.MULTILINE).group(1)
    raise LookupError("no figure with a fraction")


def of_the_same(root, year, person, figure):
    """The same figure in the peers' sources."""
    same = Figure(root / "content" / "results" / str(year) / "q4" / f"{person}.yml", "value")
    if same.at.groups() != figure.at.groups():
        raise LookupError(f"{same.file}: not the figure of {figure.file}")
    return same
