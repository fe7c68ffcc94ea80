"""What is locked in the window: lines that keep their amount, and lines that keep their ratio. It is the window's, not the file's, and follows its lines."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from formulator.core.assess import Assessment
from formulator.core.recipe import Line, Recipe
from formulator.gui.document import Document
from formulator.gui.following import Place, came, followed, related

_REMEMBERED = 200  # lines that were taken out while locked, for when an undo brings them back


class Locks(QObject):
    """Locked lines and ratios by their places. `changed` tells when either is set or taken off."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._recipe: Recipe = document.recipe
        self._locked: set[Place] = set()
        self._groups: list[set[Place]] = []
        self._gone: list[tuple[Line, bool, set[Place] | None]] = []
        document.changed.connect(self._follow)

    def is_locked(self, place: Place) -> bool:
        """Whether a line keeps its amount."""
        return place in self._locked

    def group_of(self, place: Place) -> frozenset[Place]:
        """The lines whose ratio is kept with this one; empty when it is free."""
        return frozenset(next((group for group in self._groups if place in group), ()))

    def sign(self, place: Place) -> str:
        """What there is to show at a line: "", "locked", or the number of its ratio."""
        if place in self._locked:
            return "locked"
        return next((str(n) for n, group in enumerate(self._groups, 1) if place in group), "")

    def held(self) -> frozenset[Place]:
        """The lines that scaling leaves: those locked, and those bound to one by a ratio."""
        bound = (place for group in self._groups if group & self._locked for place in group)
        return frozenset((*self._locked, *bound))

    def set_locked(self, places: Iterable[Place], locked: bool) -> None:
        """Lock lines or set them free."""
        if locked:
            self._locked.update(places)
        else:
            self._locked.difference_update(places)
        self.changed.emit()

    def bind(self, places: Iterable[Place]) -> None:
        """Keep the ratio of some lines; a line is in one ratio at most."""
        group = set(places)
        self._groups = _of_two([*(other - group for other in self._groups), group])
        self.changed.emit()

    def unbind(self, places: Iterable[Place]) -> None:
        """Give up the ratios these lines are in."""
        freed = set(places)
        self._groups = [group for group in self._groups if not group & freed]
        self.changed.emit()

    def _follow(self, assessment: Assessment) -> None:
        before, after = self._recipe, assessment.recipe
        self._recipe = after
        if not (self._locked or self._groups or self._gone):
            return
        was = (set(self._locked), [set(group) for group in self._groups])
        if self.document.stack.count() == 0 and not related(before, after):
            self._locked, self._groups, self._gone = set(), [], []  # another recipe
        else:
            self._move(before, after)
        if was != (self._locked, self._groups):
            self.changed.emit()

    def _move(self, before: Recipe, after: Recipe) -> None:
        found = followed(before, after)
        for p, n, line in before.lines():
            place = (p, n)
            group = next((g for g in self._groups if place in g), None)
            if place not in found and (place in self._locked or group):
                self._gone.append((line, place in self._locked, group))
        self._locked = {found[place] for place in self._locked if place in found}
        for group in self._groups:
            kept = {found[place] for place in group if place in found}
            group.clear()  # in place: a line that comes back finds its ratio
            group.update(kept)
        back = {id(after.phases[p].lines[n]): (p, n) for p, n in came(before, after, found)}
        for line, locked, lost in [entry for entry in self._gone if id(entry[0]) in back]:
            place = back[id(line)]
            if locked:
                self._locked.add(place)
            if lost is not None:
                lost.add(place)
                if not any(lost is group for group in self._groups):
                    self._groups.append(lost)
        self._gone = [entry for entry in self._gone if id(entry[0]) not in back][-_REMEMBERED:]
        # a ratio of which one line is left is kept while the other may come back
        self._groups = [group for group in self._groups if group]


def _of_two(groups: Iterable[set[Place]]) -> list[set[Place]]:
    return [group for group in groups if len(group) > 1]
