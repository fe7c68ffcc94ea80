"""The edits of several lines at once: remove, duplicate, move, put in, swap. Each gives the next recipe, the words of its one step, and what to select.

Lines are named by their places (phase, number). What is copied becomes a new line, what is moved stays the very same object. No widget here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from formulator.core.composition import compose, faults, material_of
from formulator.core.contents import content_of
from formulator.core.data import Data
from formulator.core.material import Material
from formulator.core.recipe import Amount, Line, Recipe
from formulator.gui.following import Place
from formulator.gui.line_edits import FIRST_AMOUNTS
from formulator.gui.own_edits import carried, with_material
from formulator.gui.rows import spoken
from formulator.report.tongue import decimals, say

_NOTHING = (Amount("0 %", "share"), Amount("0 g", "mass"))


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """The next recipe, what the step is called, which lines are selected after it (none: as they were), and a word more for the status bar."""

    after: Recipe
    words: str
    places: tuple[Place, ...] = ()
    note: str = ""


def lines_at(recipe: Recipe, places: Iterable[Place]) -> tuple[Line, ...]:
    """The lines at some places."""
    return tuple(recipe.phases[p].lines[n] for p, n in places)


def called(recipe: Recipe, data: Data, places: Sequence[Place]) -> str:
    """ "glycerin", or "3 lines"."""
    if len(places) == 1:
        return spoken(material_of(recipe, data, lines_at(recipe, places)[0].material).name)
    return say("{0} lines").format(len(places))


def phase_called(recipe: Recipe, phase: int) -> str:
    """The name of a phase, else its number."""
    return recipe.phases[phase].name or str(phase + 1)


def removed(recipe: Recipe, data: Data, places: Sequence[Place], cut: bool = False) -> BlockEdit:
    """Lines taken out; what followed them becomes current."""
    words = (say("Cut {0}") if cut else say("Remove {0}")).format(called(recipe, data, places))
    after = without(recipe, places)
    phase, first = places[0]
    left = len(after.phases[phase].lines)
    return BlockEdit(after, words, ((phase, min(first, left - 1)),))


def duplicated(recipe: Recipe, data: Data, places: Sequence[Place]) -> BlockEdit:
    """The same lines again, after the last of them."""
    words = say("Duplicate {0}").format(called(recipe, data, places))
    phase, last = places[-1]
    return inserted(recipe, data, (phase, last + 1), lines_at(recipe, places), words)


def inserted(recipe: Recipe, data: Data, goal: Place, lines: Sequence[Line], words: str, materials: Sequence[Material] = ()) -> BlockEdit:
    """Lines put in before `goal`, with the materials the recipe must carry for them. A second q.s. line becomes one of nothing: only one can fill."""
    for material in materials:
        if carried(recipe, material.id) is None:
            recipe = with_material(recipe, data, material)
    free = all(line.amount.kind != "q.s." for *_, line in recipe.lines())
    put: list[Line] = []
    for line in lines:
        fills = line.amount.kind == "q.s."
        put.append(replace(line) if free or not fills else replace(line, amount=_nothing(recipe)))
        free = free and not fills
    note = "" if [a.amount for a in put] == [b.amount for b in lines] else say("Only one line can be q.s.; the other has no amount yet.")
    phase, n = goal
    there = recipe.phases[phase].lines
    after = recipe.with_lines(phase, (*there[:n], *put, *there[n:]))
    return BlockEdit(after, words, tuple((phase, n + k) for k in range(len(put))), note)


def added(recipe: Recipe, data: Data, material: Material, goal: Place, embed: bool) -> BlockEdit:
    """One material put in at a place with a first amount; `embed` makes the recipe carry it."""
    words = say("Add {0}").format(spoken(material.name))
    made = [inserted(recipe, data, goal, (Line(material=material.id, amount=amount),), words, (material,) if embed else ()) for amount in FIRST_AMOUNTS]
    return next((edit for edit in made if not faults(edit.after, data)), made[0])


def stepped(recipe: Recipe, data: Data, places: Sequence[Place], step: int) -> BlockEdit | None:
    """Lines one up or down together, at the end of a phase into the next one; None where there is nowhere to go."""
    phase, n = places[0] if step < 0 else places[-1]
    rest = without(recipe, places)
    above = n - sum(p == phase and k < n for p, k in places)  # lines that stay and stand above
    there = len(rest.phases[phase].lines)
    if step < 0 < above or (step > 0 and above < there):
        return _put_back(recipe, data, places, (phase, above + step), say("Move {0} up") if step < 0 else say("Move {0} down"))
    phase += step
    if not 0 <= phase < len(recipe.phases):
        return None
    goal = (phase, 0 if step > 0 else len(rest.phases[phase].lines))
    return _put_back(recipe, data, places, goal, say("Move {0} to phase {1}"))


def moved_to(recipe: Recipe, data: Data, places: Sequence[Place], goal: Place) -> BlockEdit | None:
    """Lines taken to before `goal`, counted with them still there; None when they stand there already."""
    phase, n = goal
    words = say("Move {0}") if all(p == phase for p, _ in places) else say("Move {0} to phase {1}")
    edit = _put_back(recipe, data, places, (phase, n - sum(p == phase and k < n for p, k in places)), words)
    return None if edit.after == recipe else edit


def swapped(recipe: Recipe, data: Data, place: Place, material: Material, embed: bool) -> BlockEdit:
    """Another material in a line, with the share it had: an amount "as Zn" stays so where the new one carries zinc, else the share it made is written.
    A function or a pH range the new one does not have goes."""
    line = lines_at(recipe, (place,))[0]
    words = say("Swap {0} for {1}").format(called(recipe, data, (place,)), spoken(material.name))
    amount, maximum, adjust = line.amount, line.maximum, line.adjust
    if adjust and "ph-adjuster" not in material.functions:
        adjust, maximum = "", None
    note = say("It keeps {0}.").format(decimals(amount.text))
    if amount.element and not content_of(material, amount.element, data).span.best:
        made = compose(recipe, data)
        i = made.places.index(place)
        amount = _like(amount.kind, float(made.nominal[i]), recipe)
        maximum = maximum and _like(amount.kind, float(made.shares.high[i]), recipe)
        note = say("{0} carries no {1}; it keeps its share, {2}.").format(material.name, line.amount.element, decimals(amount.text))
    use_as = line.use_as if line.use_as in material.functions else ""
    if embed and carried(recipe, material.id) is None:
        recipe = with_material(recipe, data, material)
    new = replace(line, material=material.id, amount=amount, maximum=maximum, adjust=adjust, use_as=use_as)
    return BlockEdit(recipe.with_line(*place, new), words, (place,), note)


def without(recipe: Recipe, places: Iterable[Place]) -> Recipe:
    """The recipe without some lines; phases stay."""
    gone = set(places)
    for p in {p for p, _ in gone}:
        recipe = recipe.with_lines(p, tuple(line for n, line in enumerate(recipe.phases[p].lines) if (p, n) not in gone))
    return recipe


def _put_back(recipe: Recipe, data: Data, places: Sequence[Place], goal: Place, words: str) -> BlockEdit:
    """Lines taken out and put in at `goal`, counted without them."""
    block = lines_at(recipe, places)
    phase, n = goal
    rest = without(recipe, places)
    there = rest.phases[phase].lines
    after = rest.with_lines(phase, (*there[:n], *block, *there[n:]))
    text = words.format(called(recipe, data, places), phase_called(recipe, phase))
    return BlockEdit(after, text, tuple((phase, n + k) for k in range(len(block))))


def _nothing(recipe: Recipe) -> Amount:
    kinds = {line.amount.kind for *_, line in recipe.lines()}
    return _NOTHING[1] if kinds == {"mass"} and recipe.batch is None else _NOTHING[0]


def _like(kind: str, share: float, recipe: Recipe) -> Amount:
    """A share in %, or the mass it makes in the batch."""
    if kind == "mass" and recipe.batch is not None:
        mass = float(f"{share * recipe.batch.value / 100:.10g}")
        return Amount(f"{mass:.10g} g", "mass", mass)
    share = float(f"{share:.10g}")
    return Amount(f"{share:.10g} %", "share", share)
