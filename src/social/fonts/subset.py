# Makes PantauSans-Regular.ttf and PantauSans-Bold.ttf beside this file:
#
#   pip install fonttools==4.* && python3 subset.py /usr/share/fonts/truetype/dejavu
#
# from DejaVu Sans Condensed 2.37 (https://dejavu-fonts.github.io/), whose licence is LICENSE.txt.

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Latin, Latin-1, Latin Extended-A, letters of transliteration, General Punctuation, and the marks of states.
RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x2BB, 0x2BF), (0x1E00, 0x1EFF), (0x2000, 0x206F)]
SINGLE = "€−≤≥✓✕○"
NAMES = {"Regular": "DejaVuSansCondensed.ttf", "Bold": "DejaVuSansCondensed-Bold.ttf"}


def make(source: Path, style: str, target: Path) -> None:
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(
        hinting=False, layout_features=[], legacy_kern=True, notdef_outline=True, name_IDs=[0, 13, 14], glyph_names=False
    )
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB", "MATH", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)] + [ord(c) for c in SINGLE])
    subsetter.subset(font)
    # The licence asks for another name of what was changed.
    family = "Pantau Sans"
    for place, text in {1: family, 2: style, 4: f"{family} {style}", 6: f"PantauSans-{style}"}.items():
        font["name"].setName(text, place, 3, 1, 0x409)
    font.save(target)


if __name__ == "__main__":
    for style, file in NAMES.items():
        make(Path(sys.argv[1]) / file, style, Path(__file__).with_name(f"PantauSans-{style}.ttf"))
