"""A derivation as a tree model: a step, the lines that explain it, then what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from formulator.report.derivation import Node

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
MUTED_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(eq=False)
class Step:
    """A row of the tree: a heading, or one line of explanation."""

    text: str
    is_line: bool
    above: Step | None
    row: int
    below: list[Step] = field(default_factory=list)


def steps(node: Node, above: Step | None = None, row: int = 0) -> Step:
    """The rows of a derivation."""
    made = Step(node.heading, False, above, row)
    made.below = [Step(text, True, made, n) for n, text in enumerate(node.lines)]
    made.below += [steps(inner, made, len(node.lines) + n) for n, inner in enumerate(node.inputs)]
    return made


class DerivationModel(QAbstractItemModel):
    """One derivation, or none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.top: Step | None = None

    def take(self, node: Node | None) -> None:
        """Show another derivation."""
        self.beginResetModel()
        self.top = None if node is None else steps(node)
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """The row below a parent."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        step = self.step(parent).below[row] if parent.isValid() else self.top
        return self.createIndex(row, column, step)

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, child: Index) -> QModelIndex: ...
    def parent(self, child: Index | None = None) -> QObject | QModelIndex | None:
        """The step above; without an argument the object that owns the model."""
        if child is None:
            return super().parent()
        above = self.step(child).above if child.isValid() else None
        return QModelIndex() if above is None else self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Lines and inputs of a step."""
        if parent.isValid():
            return len(self.step(parent).below) if parent.column() == 0 else 0
        return 0 if self.top is None else 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text; headings stand out."""
        if not index.isValid():
            return None
        step = self.step(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return step.text
        if role == Qt.ItemDataRole.FontRole and not step.is_line:
            font = QFont()
            font.setBold(step.above is None)
            return font
        return step.is_line if role == MUTED_ROLE else None

    def step(self, index: Index) -> Step:
        """What stands behind an index."""
        found = index.internalPointer()
        assert isinstance(found, Step)
        return found
