"""Where the lines of a recipe have gone in the next one, so that selection, scroll and locks stay with them through every edit, undo and redo. No Qt here.

A line that was only moved is the very same object; one whose amount changed stands where it stood.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from formulator.core.recipe import Line, Recipe

Place = tuple[int, int]
_Key = Callable[[Place, Line], object]


def followed(before: Recipe, after: Recipe) -> dict[Place, Place]:
    """Old place → new place of every line that is still there; a phase stands under its own place, (number, −1)."""
    phases = _phases(before, after)
    gone = {(p, n): line for p, n, line in before.lines()}
    come = {(p, n): line for p, n, line in after.lines()}
    found = {(old, -1): (new, -1) for old, new in phases.items()}
    _pair(found, gone, come, lambda place, line: (phases.get(place[0], -1), id(line)), lambda place, line: (place[0], id(line)))
    _pair(found, gone, come, lambda _, line: id(line), lambda _, line: id(line))
    _pair(found, gone, come, lambda place, line: (phases.get(place[0], -1), line.material), lambda place, line: (place[0], line.material))
    left, new = (_by_phase(places) for places in (gone, come))
    for old_phase, places in left.items():
        goals = new.get(phases.get(old_phase, -1), [])
        if len(places) == len(goals):  # other materials in their places: swapped
            for old, goal in zip(places, goals, strict=True):
                found[old] = goal
                del gone[old], come[goal]
    _pair(found, gone, come, lambda _, line: line.material, lambda _, line: line.material)
    return found


def same_shape(before: Recipe, after: Recipe) -> bool:
    """Whether every line stands where it stood, whatever its amount is now."""
    if len(before.phases) != len(after.phases):
        return False
    for old, new in zip(before.phases, after.phases, strict=True):
        if old is not new and (len(old.lines) != len(new.lines) or any(a.material != b.material for a, b in zip(old.lines, new.lines, strict=True))):
            return False
    moved = {id(line): (p, n) for p, n, line in before.lines()}
    return all(moved.get(id(line), (p, n)) == (p, n) for p, n, line in after.lines())


def came(before: Recipe, after: Recipe, found: dict[Place, Place]) -> list[Place]:
    """The lines of the next recipe that were not in the one before."""
    known = set(found.values())
    return [(p, n) for p, n, _ in after.lines() if (p, n) not in known]


def related(before: Recipe, after: Recipe) -> bool:
    """Whether one came of the other by an edit: they share a line or there is none to share. A recipe from another file shares none."""
    known = {id(line) for *_, line in before.lines()}
    return any(id(line) in known for *_, line in after.lines())


def _phases(before: Recipe, after: Recipe) -> dict[int, int]:
    if len(before.phases) == len(after.phases) and sorted(p.name for p in before.phases) != sorted(p.name for p in after.phases):
        return {n: n for n in range(len(after.phases))}  # renamed
    free = list(range(len(after.phases)))
    found: dict[int, int] = {}
    for old, phase in enumerate(before.phases):
        new = next((n for n in free if after.phases[n].name == phase.name), None)
        if new is not None:
            found[old] = new
            free.remove(new)
    return found


def _pair(found: dict[Place, Place], gone: dict[Place, Line], come: dict[Place, Line], old_key: _Key, new_key: _Key) -> None:
    """Pair in order what has the same key on both sides, and take it out of both."""
    there: dict[object, list[Place]] = defaultdict(list)
    for place, line in come.items():
        there[new_key(place, line)].append(place)
    for place, line in list(gone.items()):
        goals = there.get(old_key(place, line))
        if goals:
            goal = goals.pop(0)
            found[place] = goal
            del gone[place], come[goal]


def _by_phase(places: Iterable[Place]) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        found[place[0]].append(place)
    return found
