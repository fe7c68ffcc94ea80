"""The edits of phases: a new one, another name, kind or heat, one moved, an empty one deleted. Each gives the next recipe with the words of its undo step."""

from __future__ import annotations

from dataclasses import replace

from formulator.core.recipe import Phase, PhaseKind, Quantity, Recipe
from formulator.core.units import QuantityError, quantity
from formulator.gui.block_edits import BlockEdit, phase_called
from formulator.gui.rows import PHASE_WORDS
from formulator.report.tongue import decimals, say

COLDEST, HOTTEST = -50.0, 300.0  # °C, as files are read
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def heat_typed(text: str) -> Quantity | None:
    """ "75", "75 °C" or "75,5 degC" as it is written in a file; None for nothing. Raises QuantityError."""
    plain = text.strip().replace(",", ".")
    if not plain:
        return None
    for word in ("°C", "℃", "deg C", "C"):
        if plain.endswith(word) and not plain.endswith("degC"):
            plain = plain.removesuffix(word).strip()
    plain = plain if plain.endswith(("degC", "degF", "K", "F")) else f"{plain} degC"
    found = quantity(plain, "degC")
    if not COLDEST <= found <= HOTTEST:
        raise QuantityError(
            say("'{text}' lies outside {low} to {high}", text=text.strip(), low=f"{COLDEST:g}", high=f"{HOTTEST:g} °C"),
            say("Write the temperature in °C, such as 75."),
        )
    return Quantity(plain, found)


def next_name(recipe: Recipe) -> str:
    """The first letter no phase has yet."""
    taken = {phase.name for phase in recipe.phases}
    return next((letter for letter in _LETTERS if letter not in taken), str(len(recipe.phases) + 1))


def with_new(recipe: Recipe, phase: Phase, goal: int) -> BlockEdit:
    """A phase put in before number `goal`."""
    words = say("Add phase {0}").format(phase.name or goal + 1)
    return BlockEdit(replace(recipe, phases=(*recipe.phases[:goal], phase, *recipe.phases[goal:])), words, ((goal, -1),))


def changed(recipe: Recipe, number: int, name: str, kind: PhaseKind, heat: Quantity | None) -> BlockEdit:
    """Another name, kind or heat of a phase; the words say what is new of it."""
    old = recipe.phases[number]
    new = replace(old, name=name, kind=kind, heat=heat)
    words = []
    if name != old.name:
        words.append(say("Rename phase {0} to {1}").format(phase_called(recipe, number), name or say("nothing")))
    if kind != old.kind:
        words.append(say("Make phase {0} a {1}").format(name or number + 1, say(PHASE_WORDS[kind])))
    if heat != old.heat:
        shown = decimals(heat.text).replace("degC", "°C") if heat else say("nothing")
        words.append(say("Set heat of phase {0} to {1}").format(name or number + 1, shown))
    text = words[0] if len(words) == 1 else say("Change phase {0}").format(name or number + 1)
    phases = (*recipe.phases[:number], new, *recipe.phases[number + 1 :])
    return BlockEdit(replace(recipe, phases=phases), text, ((number, -1),))


def deleted(recipe: Recipe, number: int) -> BlockEdit | None:
    """A phase without lines taken out; None when it has lines or is the last one: a recipe has a phase."""
    if recipe.phases[number].lines or len(recipe.phases) == 1:
        return None
    words = say("Delete phase {0}").format(phase_called(recipe, number))
    phases = (*recipe.phases[:number], *recipe.phases[number + 1 :])
    return BlockEdit(replace(recipe, phases=phases), words, ((min(number, len(phases) - 1), -1),))


def moved(recipe: Recipe, number: int, step: int) -> BlockEdit | None:
    """A phase with its lines before the one above or after the one below."""
    goal = number + step
    if not 0 <= goal < len(recipe.phases):
        return None
    rest = [*recipe.phases[:number], *recipe.phases[number + 1 :]]
    rest.insert(goal, recipe.phases[number])
    words = (say("Move phase {0} up") if step < 0 else say("Move phase {0} down")).format(phase_called(recipe, number))
    return BlockEdit(replace(recipe, phases=tuple(rest)), words, ((goal, -1),))
