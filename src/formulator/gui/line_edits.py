"""The edits of whole lines: add, remove, move, set to what is offered. Each gives the next recipe, the words of its undo step, and the place to select."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from formulator.core.composition import compose, faults, material_of
from formulator.core.data import Data
from formulator.core.material import Material
from formulator.core.recipe import Amount, Line, Recipe
from formulator.gui.own_edits import with_material
from formulator.gui.quick_add import line_of
from formulator.gui.rows import spoken
from formulator.report.tongue import decimals, say

Place = tuple[int, int]
FIRST_AMOUNTS = (Amount("1 %", "share", 1.0), Amount("1 g", "mass", 1.0))  # the second where a recipe is all in grams


@dataclass(frozen=True, slots=True)
class LineEdit:
    """The next recipe, what the step is called, and which line is current after it."""

    after: Recipe
    words: str
    place: Place


def added(
    recipe: Recipe, data: Data, material: str, current: Place | None, own: Material | None = None, amount: str = "", comma_is_decimal: bool = False
) -> LineEdit:
    """A material put in after the current line, or first in the current phase, with the amount typed. One of the user's folder goes into the recipe
    with it. Raises QuantityError for an amount that is none."""
    if own is not None:
        recipe = with_material(recipe, data, own)
    phase, place = current if current and current[0] < len(recipe.phases) else (0, -1)
    goal = (phase, place + 1)
    lines = [line_of(material, amount, first, comma_is_decimal) for first in FIRST_AMOUNTS]
    made = [recipe.with_inserted(*goal, line) for line in lines]
    n = next((n for n, r in enumerate(made) if not faults(r, data)), 0)
    name = _name(recipe, data, material)
    words = say("Add {0}, {1}").format(name, decimals(lines[n].amount.text)) if amount else say("Add {0}").format(name)
    return LineEdit(made[n], words, goal)


def removed(recipe: Recipe, data: Data, place: Place) -> LineEdit:
    """A line taken out; the next one becomes current."""
    after = recipe.without_line(*place)
    left = len(after.phases[place[0]].lines)
    words = say("Remove {0}").format(_name(recipe, data, recipe.phases[place[0]].lines[place[1]].material))
    return LineEdit(after, words, (place[0], min(place[1], left - 1)))


def mended(recipe: Recipe, data: Data, place: Place, share: float) -> LineEdit:
    """A line set to a share in %, as a finding offers it. Of an adjuster the max is set, which is what limits judge; in a recipe all in grams, the mass
    that makes this share."""
    line = recipe.phases[place[0]].lines[place[1]]
    words = say("Set {0} to {1} %").format(_name(recipe, data, line.material), decimals(f"{share:.10g}"))
    made = compose(recipe, data)
    nominal = float(made.nominal[made.places.index(place)])
    after = recipe.with_line(*place, _with_share(line, nominal, share, _percent))
    if any(fault.field == "batch" for fault in faults(after, data)):
        rest = math.fsum(x.amount.value for p, n, x in recipe.lines() if (p, n) != place)
        after = recipe.with_line(*place, _with_share(line, nominal, share, lambda x: _grams(rest * x / (100 - x))))
    return LineEdit(after, words, place)


def moved(recipe: Recipe, data: Data, place: Place, step: int) -> LineEdit | None:
    """A line one up or down, at the end of a phase into the next one; None where there is nowhere to go."""
    phase, n = place
    name = _name(recipe, data, recipe.phases[phase].lines[n].material)
    if 0 <= n + step < len(recipe.phases[phase].lines):
        goal = (phase, n + step)
        words = (say("Move {0} down") if step > 0 else say("Move {0} up")).format(name)
    elif 0 <= phase + step < len(recipe.phases):
        goal = (phase + step, 0 if step > 0 else len(recipe.phases[phase + step].lines))
        words = say("Move {0} to phase {1}").format(name, recipe.phases[phase + step].name or phase + step + 1)
    else:
        return None
    return LineEdit(recipe.with_moved(place, goal), words, goal)


def _with_share(line: Line, nominal: float, share: float, amount: Callable[[float], Amount]) -> Line:
    most = amount(share)
    if line.maximum is None:
        return replace(line, amount=most)
    kept = line.amount if line.amount.kind == most.kind else amount(nominal)
    return replace(line, amount=kept if nominal <= share else most, maximum=most)


def _percent(share: float) -> Amount:
    return Amount(f"{share:.10g} %", "share", share)


def _grams(mass: float) -> Amount:
    down = math.floor(mass * 1e6) / 1e6  # never up
    return Amount(f"{down:.10g} g", "mass", down)


def _name(recipe: Recipe, data: Data, material: str) -> str:
    return spoken(material_of(recipe, data, material).name)
