"""What the "what if" slider moves: one line's amount in the unit it is written in, how far and by which steps, and what changes with it. No Qt here."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from formulator.core.assess import Assessment
from formulator.core.recipe import Amount, Line, Recipe
from formulator.files.recipe import amount
from formulator.gui.rows import spoken
from formulator.gui.verdict_view import short, summary
from formulator.report import words
from formulator.report.tongue import say

Place = tuple[int, int]
STEPS = 100  # about so many between nothing and the far end
FAR = 2.0  # times the present amount that the far end lies at
MOST_FIGURES = 5
_NUMBER = re.compile(r"(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """A line to move. `start` is its number in `unit`; positions run from 0 to `end`, each `step` of the unit; `most` is the highest that keeps every
    limit, by `rule`, in the same unit, where one is known."""

    place: Place
    name: str
    line: Line
    start: float
    unit: str
    step: float
    end: int
    most: float | None = None
    rule: str = ""

    @property
    def position(self) -> int:
        """Where it stands before anything is moved."""
        return min(round(self.start / self.step), self.end)

    def line_at(self, position: int) -> Line:
        """The line with the amount of a position; at the start the very line it was."""
        if position == self.position:
            return self.line
        return replace(self.line, amount=amount(self.text_at(position)))

    def text_at(self, position: int) -> str:
        """The amount of a position, as it is written."""
        if position == self.position:
            return self.line.amount.text
        digits = max(0, -math.floor(math.log10(self.step)) + 1)
        value = round(position * self.step, digits)
        return f"{value:.10g} {self.unit}"

    def at(self, number: float) -> float:
        """A number of the unit as a position, not rounded."""
        return number / self.step


def lever(found: Assessment, place: Place | None, group: Collection[Place] = ()) -> Lever | str:
    """The lever of a line, or why there is none. The other lines of its ratio move with it."""
    recipe = found.recipe
    if place is None or place[1] < 0 or place[0] >= len(recipe.phases) or place[1] >= len(recipe.phases[place[0]].lines):
        return say("Choose a line of the recipe first.")
    line = recipe.phases[place[0]].lines[place[1]]
    i = found.composition.places.index(place)
    name = found.composition.label(i)
    match = _NUMBER.fullmatch(line.amount.text)
    if line.amount.kind == "q.s." or match is None:
        return say("{name} takes what is left: choose a line with an amount.", name=name)
    start, unit = float(match[1]), match[2].strip()
    per_share = _number_per_share(found, i, start, line.amount)
    offered = next((m for m in found.most if m.line == place), None)
    most = offered.share * per_share if offered and per_share and line.amount.kind == "share" else None
    cap = _cap(found, i, start, line, per_share, group)
    far = max(start * FAR, most * 1.2 if most and most < 10 * max(start, 1e-9) else 0.0) or (1.0 if per_share is None else per_share)
    step = _nice(far / STEPS)
    end = max(1, math.floor(min(far, cap) / step + 1e-9))
    return Lever(
        place=place, name=spoken(name), line=line, start=start, unit=unit, step=step, end=end, most=most, rule=offered.rule if offered and most else ""
    )


def moved_recipe(recipe: Recipe, found: Lever, position: int) -> Recipe:
    """The recipe with the lever at a position."""
    return recipe.with_line(*found.place, found.line_at(position))


def changes(before: Assessment, after: Assessment) -> Iterator[str]:
    """What moved, each as "name before → after": the q.s. line, HLB, contents, the verdict."""
    told = 0
    for name, was, now in _pairs(before, after):
        if was != now and told < MOST_FIGURES:
            told += 1
            value, _, unit = was.rpartition(" ")
            yield f"{name} {value if value and now.endswith(f' {unit}') else was} → {now}"
    was, now = summary(before), summary(after)
    if was != now:
        yield f"{was} → {now[:1].lower()}{now[1:]}"


def _pairs(before: Assessment, after: Assessment) -> Iterator[tuple[str, str, str]]:
    made = after.composition
    filler = next((i for i, line in enumerate(made.lines) if line.amount.kind == "q.s."), None)
    if filler is not None:
        was, now = (f"{words.number(float(one.composition.nominal[filler]))} %" for one in (before, after))
        yield (spoken(made.label(filler)), was, now)
    else:
        yield (say("total"), *_both(before, after, "share.total"))
    for id, name in (("hlb.gap", say("HLB gap")), ("hlb.required", say("required HLB")), ("hlb.blend", say("HLB of the blend")), ("cost", say("cost"))):
        if id in before.figures and id in after.figures:
            yield (name, *_both(before, after, id))
    symbols = [id.split(".")[1] for id in after.figures if id.startswith("element.") and id.endswith(".content") and id in before.figures]
    for symbol in sorted(symbols, key=lambda x: x not in after.recipe.targets):  # what is aimed at comes first
        yield (symbol, *_both(before, after, f"element.{symbol}.content"))


def _both(before: Assessment, after: Assessment, id: str) -> tuple[str, str]:
    return short(before.figures[id]), short(after.figures[id])


def _number_per_share(found: Assessment, i: int, start: float, stated: Amount) -> float | None:
    """How much of the line's unit is one percent of the cream."""
    share = float(found.composition.nominal[i])
    if start > 0 and share > 0:
        return start / share
    return 1.0 if stated.text.endswith("%") else None


def _cap(found: Assessment, i: int, start: float, line: Line, per_share: float | None, group: Collection[Place]) -> float:
    """Where it has to end: at an adjuster's max, or where nothing is left for the q.s. line."""
    made = found.composition
    caps = [math.inf]
    if line.maximum and line.amount.value > 0:
        caps.append(start * line.maximum.value / line.amount.value)
    filler = next((k for k, other in enumerate(made.lines) if other.amount.kind == "q.s."), None)
    if filler is not None and per_share is not None:
        own = float(made.nominal[i])
        whole = sum((float(made.nominal[k]) for k, place in enumerate(made.places) if place in group), 0.0)
        part = own / whole if own > 0 and whole > own else 1.0  # of what the q.s. line gives up, the rest goes to the ratio's other lines
        caps.append(start + max(float(made.nominal[filler]), 0.0) * per_share * part)
    return max(min(caps), start)


def _nice(step: float) -> float:
    """1, 2 or 5 times a power of ten, not below."""
    power = 10.0 ** math.floor(math.log10(step))
    nice = next(n for n in (1, 2, 5, 10) if n * power >= step * (1 - 1e-9))
    return float(f"{nice * power:.12g}")
