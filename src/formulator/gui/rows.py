"""The recipe table as plain values: one row a phase and one a line, with words and symbols ready to show. No Qt here."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.composition import Composition
from formulator.core.recipe import Line, Phase
from formulator.gui.typed import unit_of
from formulator.report import words
from formulator.report.tongue import decimals, marked, say

Flag = Literal["", "fail", "warning", "cannot tell"]
_WORST_FIRST: tuple[Flag, ...] = ("fail", "warning", "cannot tell")
FIGURE_SPACE = "\u2007"
PHASE_WORDS = {"water": marked("water phase"), "oil": marked("oil phase"), "cool-down": marked("cool-down phase")}
PHASE_NAMES = {"water": marked("water"), "oil": marked("oil"), "cool-down": marked("cool-down")}  # where there is little room


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. `place` is −1 for a phase's own row; `key` is what the row is, apart from its numbers."""

    phase: int
    place: int
    key: tuple[str, ...]
    name: str
    stated: str = ""
    share: str = ""
    mass: str = ""
    function: str = ""
    flag: Flag = ""
    why: str = ""
    below_zero: bool = False
    unknown: bool = False

    @property
    def is_line(self) -> bool:
        """Whether it is a line that can be edited, moved and removed."""
        return self.place >= 0


def recipe_rows(assessment: Assessment) -> tuple[Row, ...]:
    """Every phase followed by its lines."""
    made = assessment.composition
    rows: list[Row] = []
    shares: list[str] = []
    grams: list[str] = []
    weighed = masses(made)
    numbers = {place: i for i, place in enumerate(made.places)}
    for p, phase in enumerate(assessment.recipe.phases):
        within = [numbers[p, n] for n in range(len(phase.lines))]
        rows.append(Row(phase=p, place=-1, key=("phase", phase.name, phase.kind), name=phase_title(phase)))
        shares.append(_decimals(math.fsum(made.nominal[i] for i in within), False))
        grams.append(_decimals(math.fsum(weighed[i] for i in within), False, 3) if weighed else "")
        for n, i in enumerate(within):
            rows.append(_line_row(assessment, p, n, i))
            shares.append(_decimals(float(made.nominal[i]), made.lines[i].amount.kind == "share" and not made.lines[i].amount.element))
            grams.append(_decimals(weighed[i], False, 3) if weighed else "")
    return tuple(replace(row, share=decimals(share), mass=decimals(mass)) for row, share, mass in zip(rows, _aligned(shares), _aligned(grams), strict=True))


def _line_row(assessment: Assessment, p: int, n: int, i: int) -> Row:
    made = assessment.composition
    flag, why = worst_of(assessment.checks, (p, n))
    return Row(
        phase=p,
        place=n,
        key=("line", made.lines[i].material),
        name=made.label(i),
        stated=stated(made.lines[i]),
        function=say(", ").join(say(use) for use in made.uses(i)),
        flag=flag,
        why=why,
        below_zero=float(made.nominal[i]) < 0,
        unknown=made.materials[i].origin == "unknown",
    )


def masses(made: Composition) -> list[float]:
    """Grams of each line in the batch; empty when nothing says how large it is."""
    batch = made.recipe.batch
    if batch is not None:
        return [float(x) * batch.value / 100 for x in made.nominal]
    if made.lines and all(line.amount.kind == "mass" for line in made.lines):
        whole = math.fsum(line.amount.value for line in made.lines)
        return [float(x) * whole / 100 for x in made.nominal]
    return []


def phase_title(phase: Phase) -> str:
    """ "A  Water phase, 75 °C" """
    kind = say(PHASE_WORDS[phase.kind]).capitalize()
    name = f"{phase.name}  {kind}" if phase.name else kind
    return f"{name}, {decimals(phase.heat.text).replace('degC', '°C')}" if phase.heat else name


def stated(line: Line) -> str:
    """How the amount is written, where that is more than a plain percentage."""
    plain = line.amount.kind == "share" and unit_of(line.amount) in ("%", "% w/w")
    text = "" if plain else decimals(line.amount.text)
    if line.maximum:
        text = say("{amount} to {what}, max {most}", amount=text, what=line.adjust, most=decimals(line.maximum.text)).strip()
    return text


def worst_of(checks: Iterable[Check], place: tuple[int, int]) -> tuple[Flag, str]:
    """The worst finding that names a line, and all of them in words."""
    found = [c for c in checks if place in c.lines and c.verdict != "pass"]
    flags = {flag_of(c) for c in found if c.severity != "note"}  # a note is shown and never decides
    return next((flag for flag in _WORST_FIRST if flag in flags), ""), "\n".join(words.message(c) for c in found)


def flag_of(check: Check) -> Flag:
    """A fault, a warning, or something that cannot be told."""
    if check.verdict == "pass":
        return ""
    if check.verdict == "cannot tell":
        return "cannot tell"
    return "fail" if check.severity == "error" else "warning"


def spoken(name: str) -> str:
    """A name inside a sentence: "glycerin", but "PEG-100 stearate"."""
    return name[0].lower() + name[1:] if name[:1].isupper() and name[1:2].islower() else name


def _decimals(value: float, exact: bool, most: int = 4) -> str:
    """Two decimals, up to four where the number needs them: small ones, and those typed exactly."""
    if value != 0 and abs(value) < 0.5 * 10**-most:
        return f"{'<' if value > 0 else '>−'}{10**-most:.{most}f}"
    text = f"{value:.{most}f}" if exact or abs(value) < 1 else f"{value:.2f}"
    whole, _, decimals = text.partition(".")
    return _sign(f"{whole}.{decimals[:2]}{decimals[2:].rstrip('0')}")


def _aligned(texts: list[str]) -> list[str]:
    """Padded with figure spaces, so that the points stand under each other in a right-aligned column."""
    most = max((len(t.partition(".")[2]) for t in texts), default=0)
    return [t + FIGURE_SPACE * (most - len(t.partition(".")[2])) if "." in t else t for t in texts]


def _sign(text: str) -> str:
    return text.replace("-", "−")
