"""The edits of whole lines: add, remove, move. Each gives the next recipe, the words of its undo step, and the place to select."""

from __future__ import annotations

from dataclasses import dataclass

from formulator.core.composition import faults, material_of
from formulator.core.data import Data
from formulator.core.recipe import Amount, Line, Recipe
from formulator.gui.rows import spoken

Place = tuple[int, int]
FIRST_AMOUNTS = (Amount("1 %", "share", 1.0), Amount("1 g", "mass", 1.0))  # the second where a recipe is all in grams


@dataclass(frozen=True, slots=True)
class LineEdit:
    """The next recipe, what the step is called, and which line is current after it."""

    after: Recipe
    words: str
    place: Place


def added(recipe: Recipe, data: Data, material: str, current: Place | None) -> LineEdit:
    """A material put in after the current line, or first in the current phase."""
    phase, place = current if current and current[0] < len(recipe.phases) else (0, -1)
    goal = (phase, place + 1)
    made = [recipe.with_inserted(*goal, Line(material=material, amount=amount)) for amount in FIRST_AMOUNTS]
    after = next((r for r in made if not faults(r, data)), made[0])
    return LineEdit(after, f"Add {_name(recipe, data, material)}", goal)


def removed(recipe: Recipe, data: Data, place: Place) -> LineEdit:
    """A line taken out; the next one becomes current."""
    after = recipe.without_line(*place)
    left = len(after.phases[place[0]].lines)
    words = f"Remove {_name(recipe, data, recipe.phases[place[0]].lines[place[1]].material)}"
    return LineEdit(after, words, (place[0], min(place[1], left - 1)))


def moved(recipe: Recipe, data: Data, place: Place, step: int) -> LineEdit | None:
    """A line one up or down, at the end of a phase into the next one; None where there is nowhere to go."""
    phase, n = place
    name = _name(recipe, data, recipe.phases[phase].lines[n].material)
    if 0 <= n + step < len(recipe.phases[phase].lines):
        goal = (phase, n + step)
        words = f"Move {name} {'down' if step > 0 else 'up'}"
    elif 0 <= phase + step < len(recipe.phases):
        goal = (phase + step, 0 if step > 0 else len(recipe.phases[phase + step].lines))
        words = f"Move {name} to phase {recipe.phases[phase + step].name or phase + step + 1}"
    else:
        return None
    return LineEdit(recipe.with_moved(place, goal), words, goal)


def _name(recipe: Recipe, data: Data, material: str) -> str:
    return spoken(material_of(recipe, data, material).name)
