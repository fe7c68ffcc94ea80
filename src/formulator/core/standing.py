"""What an evaluation can keep from the one before: all that follows from which materials stand in a recipe, for whom and where, and not from how much.

An edit of an amount leaves that as it is, and working it out anew was two thirds of what a keystroke cost. Nothing kept here may know an amount.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from formulator.core.data import Data
from formulator.core.material import Material
from formulator.core.recipe import Recipe

T = TypeVar("T")
LATEST = 8  # recipes whose standing is kept: those of open windows, and of what a mend would make of one
_ABOUT = tuple(f.name for f in fields(Recipe) if f.name != "phases")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standing:
    """One recipe but for its amounts: its own words, the material of each line, what it is used as, and which lines are there at all (`present`)."""

    recipe: Recipe
    materials: tuple[Material, ...]
    present: tuple[int, ...]
    _found: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """What `work` gives, worked out the first time. The key names it; what it depends on beside this standing and the shipped data is part of the key."""
        try:
            found: T = self._found[key]
        except KeyError:
            found = self._found[key] = work()
        return found

    def holds_for(self, recipe: Recipe, present: tuple[int, ...]) -> bool:
        """Whether a recipe differs from this one in nothing but amounts."""
        if present != self.present or not _same_lines(self.recipe, recipe):
            return False
        return all(a is b or a == b for a, b in ((getattr(self.recipe, name), getattr(recipe, name)) for name in _ABOUT))


def standing_of(recipe: Recipe, materials: tuple[Material, ...], present: tuple[int, ...], data: Data) -> Standing:
    """The standing kept with the data, or a new one."""
    kept: list[Standing] = data.standings
    found = next((s for s in kept if s.holds_for(recipe, present)), None) or Standing(recipe=recipe, materials=materials, present=present)
    if not kept or kept[0] is not found:
        kept[:] = [found, *(s for s in kept if s is not found)][:LATEST]
    return found


def _same_lines(one: Recipe, other: Recipe) -> bool:
    if len(one.phases) != len(other.phases):
        return False
    for a, b in zip(one.phases, other.phases, strict=True):
        if a is b:
            continue
        if a.kind != b.kind or len(a.lines) != len(b.lines):
            return False
        if not all(x is y or (x.material == y.material and x.use_as == y.use_as) for x, y in zip(a.lines, b.lines, strict=True)):
            return False
    return True
