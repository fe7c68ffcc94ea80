"""The recipe table as plain values: one row a phase and one a line, with words and symbols ready to show. No Qt here."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.composition import Composition
from formulator.core.cost import line_costs
from formulator.core.recipe import Line, Phase
from formulator.core.span import Span
from formulator.gui.pricing import NO_PRICE, span_money, sum_money
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
    cost: str = ""
    function: str = ""
    flag: Flag = ""
    found: tuple[Check, ...] = ()
    unknown: bool = False

    @property
    def why(self) -> str:
        """Everything that was found about it, in words; asked for by tooltips only."""
        return "\n".join(words.message(c) for c in self.found)

    @property
    def is_line(self) -> bool:
        """Whether it is a line that can be edited, moved and removed."""
        return self.place >= 0


def recipe_rows(assessment: Assessment, places: int | None = None) -> tuple[Row, ...]:
    """Every phase followed by its lines; with so many decimal places, or as many as a number needs."""
    made = assessment.composition
    rows: list[Row] = []
    shares: list[str] = []
    grams: list[str] = []
    costs: list[str] = []
    weighed = masses(made)
    priced, one = line_costs(made), len({m.price.unit for i, m in enumerate(made.materials) if m.price and made.nominal[i] > 0}) < 2
    numbers = {place: i for i, place in enumerate(made.places)}
    found: dict[tuple[int, int], list[Check]] = {place: [] for place in made.places}
    for check in assessment.checks:
        for place in check.lines if check.verdict != "pass" else ():
            found[place].append(check)
    for p, phase in enumerate(assessment.recipe.phases):
        within = [numbers[p, n] for n in range(len(phase.lines))]
        rows.append(Row(phase=p, place=-1, key=("phase", phase.name, phase.kind), name=phase_title(phase)))
        shares.append(_decimals(math.fsum(made.nominal[i] for i in within), False, places=places))
        grams.append(_decimals(math.fsum(weighed[i] for i in within), False, 3, places) if weighed else "")
        costs.append(sum_money([priced[i] for i in within if made.nominal[i] > 0]) if one else "")
        for n, i in enumerate(within):
            costs.append(_cost(made, i, priced[i], one))
            rows.append(_line_row(made, p, n, i, tuple(found[p, n])))
            exact = made.lines[i].amount.kind == "share" and not made.lines[i].amount.element
            shares.append(_decimals(float(made.nominal[i]), exact, places=places))
            grams.append(_decimals(weighed[i], False, 3, places) if weighed else "")
    columns = zip(rows, _aligned(shares), _aligned(grams), _aligned(costs) if one else costs, strict=True)
    return tuple(replace(row, share=decimals(share), mass=decimals(mass), cost=decimals(cost)) for row, share, mass, cost in columns)


def _line_row(made: Composition, p: int, n: int, i: int, found: tuple[Check, ...]) -> Row:
    return Row(
        phase=p,
        place=n,
        key=("line", made.lines[i].material),
        name=made.label(i),
        stated=stated(made.lines[i]),
        function=say(", ").join(say(use) for use in made.uses(i)),
        flag=worst_of(found),
        found=found,
        unknown=made.materials[i].origin == "unknown",
    )


def _cost(made: Composition, i: int, span: Span | None, one: bool) -> str:
    price = made.materials[i].price
    if price is None or span is None:
        return NO_PRICE
    return span_money(span) if one else f"{span_money(span)} {price.unit.removesuffix('/kg')}"


def masses(made: Composition) -> list[float]:
    """Grams of each line in the batch; empty when nothing says how large it is."""
    return [] if made.batch is None else [float(x) * made.batch / 100 for x in made.nominal]


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


def worst_of(found: Iterable[Check]) -> Flag:
    """The worst of some findings; a note is shown and never decides."""
    flags = {flag_of(c) for c in found if c.severity != "note"}
    return next((flag for flag in _WORST_FIRST if flag in flags), "")


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


def _decimals(value: float, exact: bool, most: int = 4, places: int | None = None) -> str:
    """Two decimals, up to four where the number needs them: small ones, and those typed exactly. With `places` just so many; nothing that is there reads 0."""
    most = most if places is None else places
    if value != 0 and abs(value) < 0.5 * 10**-most:
        return f"{'<' if value > 0 else '>−'}{10**-most:.{most}f}"
    if places is not None:
        return _sign(f"{value:.{places}f}")
    text = f"{value:.{most}f}" if exact or abs(value) < 1 else f"{value:.2f}"
    whole, _, decimals = text.partition(".")
    return _sign(f"{whole}.{decimals[:2]}{decimals[2:].rstrip('0')}")


def _aligned(texts: list[str]) -> list[str]:
    """Padded with figure spaces, so that the points stand under each other in a right-aligned column."""
    most = max((len(t.rpartition(".")[2]) for t in texts if "." in t), default=0)
    return [t + FIGURE_SPACE * (most - len(t.rpartition(".")[2])) if "." in t else t for t in texts]


def _sign(text: str) -> str:
    return text.replace("-", "−")
