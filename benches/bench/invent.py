"""Invents officials, what each has promised and what was reported: the one model that every
generator writes down in its own shape.

The same seed and year give the same model, and official i is the same in every size: a larger
site holds the smaller one. Official 0 is the bupati, 1 to 40 head an organisation each, all others
sit below them in two more levels. Everybody has one contract with 6 to 10 indicators of every
direction, and a report for each quarter but for a few that stay missing.
"""

import datetime
import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from .words import (DEGREES, DIVISIONS, FIRST_NAMES, INDICATORS, LAST_NAMES, MIDDLE_NAMES, NOTES,
                    ORGANISATIONS, SCALES, SECTIONS)

STEPS = [Decimal(1).scaleb(-decimals) for decimals in range(3)]
# The second quarter asks for less than the first, so that nothing looks like running sums.
PARTS_OF_A_SUM = [Decimal(part) for part in ("0.27", "0.23", "0.26")]
HUNDREDTH = Decimal("0.01")
RISING = [Decimal(share) for share in ("0.94", "0.96", "0.98", "1")]
FALLING = [Decimal(share) for share in ("1.18", "1.12", "1.06", "1")]


@dataclass(slots=True)
class Post:
    id: str
    name: str
    organisation: str | None
    """The name of it; the bupati has none."""
    unit: str | None
    """Its id."""
    echelon: str | None
    superior: str | None


@dataclass(slots=True)
class Plan:
    """One indicator with its targets; `quarters` is empty where only the year has one.

    A target is a `Decimal`; of a range, two of them; of a scale, a place in `SCALES[id]`; of
    what gets done, the word for it.
    """
    id: str
    name: str
    unit: str | None
    direction: str
    accumulation: str | None
    decimals: int
    target: object
    quarters: list = field(default_factory=list)
    weight: int = 0


@dataclass(slots=True)
class Entry:
    """What was reached: a `Decimal`, a place in a scale, the day on which a thing was done or
    None where it isn't yet."""
    plan: Plan
    value: object
    note: str | None


@dataclass(slots=True)
class Report:
    quarter: int
    """0 to 3"""
    day: datetime.date
    entries: list


@dataclass(slots=True)
class Official:
    number: int
    id: str
    name: str
    post: Post
    inducted: datetime.date
    signed: datetime.date
    plans: list
    reports: list


def slug(text):
    kept = "".join(c for c in text.lower() if c.isascii() and (c.isalnum() or c in " -"))
    return "-".join(kept.split())


def dice_of(number, seed):
    """A generator of its own for each official, so that one more changes no other."""
    return random.Random(f"{seed}/{number}")


def plain_name(dice):
    return f"{dice.choice(FIRST_NAMES)} {dice.choice(MIDDLE_NAMES)} {dice.choice(LAST_NAMES)}"


def ids_of(officials, seed):
    """The id of each: from the name, numbered where namesakes came before."""
    namesakes, ids = {}, []
    for number in range(officials):
        stem = slug(plain_name(dice_of(number, seed)))
        count = namesakes[stem] = namesakes.get(stem, 0) + 1
        ids.append(stem if count == 1 else f"{stem}-{count}")
    return ids


def official(number, id, seed, year):
    dice = dice_of(number, seed)
    name = plain_name(dice)
    inducted = datetime.date(year - 1, dice.randint(1, 12), dice.randint(1, 28))
    name += dice.choice(DEGREES)
    plans = plans_of(dice)
    signed = datetime.date(year, 1, dice.randint(6, 31))
    reports = reports_of(dice, plans, year)
    return Official(number, id, name, post_of(number), inducted, signed, plans, reports)


def post_of(number):
    """Bupati, heads, then divisions (8 to a head), then sections, dealt out evenly."""
    if number == 0:
        return Post("bupati", "Bupati Contoh", None, None, None, None)
    place, organisation = divmod(number - 1, len(ORGANISATIONS))
    name = ORGANISATIONS[organisation]
    unit = slug(name)
    if place == 0:
        return Post(f"kepala-{unit}", f"Kepala {name}", name, unit, "II.b", "bupati")
    if place <= len(DIVISIONS):
        title = f"Kepala Bidang {DIVISIONS[place - 1]}"
        return Post(f"{slug(title)}-{unit}", f"{title}, {name}", name, unit, "III.b", f"kepala-{unit}")
    count, division = divmod(place - 1 - len(DIVISIONS), len(DIVISIONS))
    title = f"Kepala Seksi {SECTIONS[count % len(SECTIONS)]} {count // len(SECTIONS) + 1}"
    above = f"Kepala Bidang {DIVISIONS[division]}"
    return Post(f"{slug(title)}-{slug(DIVISIONS[division])}-{unit}",
                f"{title}, Bidang {DIVISIONS[division]}, {name}", name, unit, "IV.a",
                f"{slug(above)}-{unit}")


def plans_of(dice):
    """6 to 10 indicators with weights that make 100."""
    plans = [planned(dice, kind) for kind in dice.sample(INDICATORS, dice.randint(6, 10))]
    shares = [dice.randint(5, 20) for _ in plans]
    for plan, share in zip(plans, shares):
        plan.weight = 100 * share // sum(shares)
    plans[0].weight += 100 - sum(plan.weight for plan in plans)
    return plans


def planned(dice, kind):
    """An indicator's targets, so that its quarters make its year."""
    key, name, unit, direction, accumulation, low, high, decimals = kind
    plan = Plan(key, name, unit, direction, accumulation, decimals, None)
    if direction == "tuntas":
        plan.target = "selesai"
        return plan
    if direction == "predikat":
        plan.target = dice.randint(low, high)
        return plan
    target = rounded(dice.uniform(low, high), decimals)
    if direction == "rentang":
        width = rounded(max((high - low) / 2, 1), decimals)
        plan.target = (target, target + width)
        plan.quarters = [plan.target] * 4
        return plan
    plan.target = target
    if accumulation == "jumlah":
        parts = [rounded(target * part, 0) for part in PARTS_OF_A_SUM]
        plan.quarters = [*parts, target - sum(parts)]
    elif accumulation == "rata-rata":
        step = rounded(target * HUNDREDTH, decimals)
        plan.quarters = [target - step, target - step, target + step, target + step]
    else:
        shares = RISING if direction == "naik" else FALLING
        plan.quarters = [rounded(target * share, decimals) for share in shares]
    return plan


def rounded(value, decimals):
    return Decimal(repr(float(value))).quantize(STEPS[decimals], ROUND_HALF_UP)


def reports_of(dice, plans, year):
    skill, history, reports = dice.gauss(0.97, 0.09), {}, []
    for quarter in range(4):
        if dice.random() < (0.01 if quarter < 3 else 0.06):
            continue
        due_year, month = (year, 4 + 3 * quarter) if quarter < 3 else (year + 1, 1)
        report = Report(quarter, datetime.date(due_year, month, dice.randint(2, 13)), [])
        for plan in plans:
            value = value_of(dice, plan, quarter, skill, year, history.setdefault(plan.id, []))
            note = dice.choice(NOTES) if dice.random() < 0.2 else None
            report.entries.append(Entry(plan, value, note))
        reports.append(report)
    return reports


def value_of(dice, plan, quarter, skill, year, before):
    """What was reached in a quarter; `before` holds this indicator's earlier values."""
    luck = max(0.3, dice.gauss(skill, 0.06))
    if plan.direction == "tuntas":
        return datetime.date(year, 9, 10 + quarter) if luck > 0.9 and quarter >= 2 else None
    if plan.direction == "predikat":
        return max(0, plan.target - (1 if luck < 0.9 else 0))
    if plan.direction == "rentang":
        low, high = plan.quarters[quarter]
        return rounded(float(low + high) / 2 * luck, plan.decimals)
    target = float(plan.quarters[quarter])
    value = target * (luck if plan.direction == "naik" else 2 - luck)
    if plan.unit == "persen":
        value = min(value, 100)
    value = rounded(max(value, 0), plan.decimals)
    if plan.accumulation == "jumlah" and before:
        value = without_a_rise(value, before)
    before.append(value)
    return value


def without_a_rise(value, before):
    """Reported amounts that never fall look like running sums, which `check` warns of."""
    never_falls = all(a <= b for a, b in zip(before, before[1:])) and value >= before[-1]
    return max(before[-1] - 1, Decimal(0)) if never_falls else value


def scale_of(plan):
    """The words of an indicator's scale, the lowest first."""
    return SCALES[plan.id]
