"""What is locked holds against a mend too: a line keeps its amount, a ratio takes its other lines along, and what cannot be done is refused with the reason.
No widget here."""

from __future__ import annotations

import math
from collections.abc import Sequence

from formulator.core.composition import compose, material_of
from formulator.core.data import Data
from formulator.core.recipe import Line, Recipe
from formulator.gui.following import Place, followed
from formulator.gui.locks import Locks
from formulator.gui.rows import spoken
from formulator.gui.scaling import with_ratio
from formulator.report.tongue import say

_SAME = 1e-3  # what two factors may differ by: a mend rounds its shares


class HeldError(ValueError):
    """Why an edit cannot be, in words."""


def held_line(recipe: Recipe, data: Data, locks: Locks, place: Place) -> str:
    """Why the amount of a line cannot be moved; nothing when it can."""
    if locks.is_locked(place):
        return say("{0} is locked. Unlock it first (Ctrl+L).").format(_begin(recipe, data, place))
    tied = next((other for other in sorted(locks.group_of(place)) if locks.is_locked(other)), None)
    if tied is not None:
        says = say("{0} keeps its ratio to {1}, which is locked. Unlock that first (Ctrl+L).")
        return says.format(_begin(recipe, data, place), _name(recipe, data, tied))
    return ""


def keeping_ratios(base: Recipe, after: Recipe, data: Data, locks: Locks) -> tuple[Recipe, int]:
    """An edit of amounts with the other lines of their ratios scaled as much, and how many these are. Raises HeldError where something locked is in the way."""
    found = followed(base, after)
    moved = [place for place in found if place[1] >= 0 and _amounts(base, place) != _amounts(after, found[place])]
    scaled = 0
    for place in moved:
        why = held_line(base, data, locks, place)
        if why:
            raise HeldError(why)
    done: set[frozenset[Place]] = set()
    for place in moved:
        group = locks.group_of(place)
        if not group or group in done:
            continue
        done.add(group)
        together = [one for one in moved if one in group]
        if len(together) == 1 and all(found.get(one) == one for one in group):
            after, others = with_ratio(base, after, data, place, group)
            scaled += others
        elif len(together) != len(group) or not _as_one(base, after, data, [(one, found[one]) for one in together]):
            names = say(", ").join(_name(base, data, one) for one in sorted(group))
            raise HeldError(say("It would change the ratio of {0}, which is locked. Free the ratio first (Ctrl+Shift+L).").format(names))
    return after, scaled


def _as_one(base: Recipe, after: Recipe, data: Data, pairs: Sequence[tuple[Place, Place]]) -> bool:
    """Whether lines are scaled by one factor."""
    was, now = compose(base, data), compose(after, data)
    shares = [(float(was.nominal[was.places.index(old)]), float(now.nominal[now.places.index(new)])) for old, new in pairs]
    if any(old <= 0 for old, _ in shares):
        return False
    factors = [new / old for old, new in shares]
    return all(math.isclose(factor, factors[0], rel_tol=_SAME) for factor in factors)


def _amounts(recipe: Recipe, place: Place) -> tuple[object, object]:
    line = _line(recipe, place)
    return line.amount, line.maximum


def _line(recipe: Recipe, place: Place) -> Line:
    return recipe.phases[place[0]].lines[place[1]]


def _name(recipe: Recipe, data: Data, place: Place) -> str:
    return spoken(material_of(recipe, data, _line(recipe, place).material).name)


def _begin(recipe: Recipe, data: Data, place: Place) -> str:
    return material_of(recipe, data, _line(recipe, place).material).name
