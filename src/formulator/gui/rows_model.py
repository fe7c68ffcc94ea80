"""A table model over a tuple of rows that compares old and new and tells a view the smallest change, so that selection and scroll survive."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from formulator.report.tongue import say

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")
NOWHERE = QModelIndex()


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of one kind. Subclasses say the headings, what a cell shows, and what a row is apart from its numbers."""

    HEADINGS: tuple[str, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[R, ...] = ()

    def key(self, row: R) -> Hashable:
        """What makes a row the same row when its numbers change."""
        raise NotImplementedError

    def cell(self, row: R, column: int, role: int) -> Any:
        """What a cell gives for a role."""
        raise NotImplementedError

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Which side a column stands at: texts left, numbers right."""
        return Qt.AlignmentFlag.AlignLeft

    def show_rows(self, rows: Sequence[R]) -> None:
        """Take new rows: common head and tail stay, the middle is changed, inserted or removed."""
        new = tuple(rows)
        head, tail = common_ends([self.key(r) for r in self.rows], [self.key(r) for r in new])
        old_middle, new_middle = len(self.rows) - head - tail, len(new) - head - tail
        both = min(old_middle, new_middle)
        before = self.rows
        if new_middle > old_middle:
            self.beginInsertRows(NOWHERE, head + both, head + new_middle - 1)
            self.rows = new
            self.endInsertRows()
        elif old_middle > new_middle:
            self.beginRemoveRows(NOWHERE, head + both, head + old_middle - 1)
            self.rows = new
            self.endRemoveRows()
        else:
            self.rows = new
        kept = [(n, n) for n in range(head + both)] + [(len(before) - k, len(new) - k) for k in range(tail, 0, -1)]
        self.moved_rows(dict(kept), head, both)
        for first, last in runs([now for old, now in kept if self.painted(before[old]) != self.painted(new[now])]):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.HEADINGS) - 1))

    def painted(self, row: R) -> Hashable:
        """What of a row is in its cells; what is only read on request, such as a tooltip, needs no painting when it changes."""
        return row

    def moved_rows(self, kept: dict[int, int], head: int, changed: int) -> None:
        """Called with old row → new row of those that stayed (`changed` rows from `head` are other rows now)."""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows; none below a cell."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Columns; none below a cell."""
        return 0 if parent.isValid() else len(self.HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings, aligned as their columns are."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(section) | Qt.AlignmentFlag.AlignVCenter
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and section < len(self.HEADINGS):
            return say(self.HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, tooltip, alignment …"""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        return self.cell(self.rows[index.row()], index.column(), role)


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Rising numbers as (first, last) of each unbroken run: a view repaints for each change it is told of."""
    found: list[tuple[int, int]] = []
    for n in numbers:
        if found and found[-1][1] == n - 1:
            found[-1] = (found[-1][0], n)
        else:
            found.append((n, n))
    return found


def common_ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """How many leading and how many trailing keys two sequences share, without overlap."""
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    return head, tail
