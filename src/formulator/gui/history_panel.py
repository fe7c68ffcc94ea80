"""The steps that were taken, as a list: a click or Enter goes to the recipe as it was after a step, and later steps stay to come back to."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from formulator.gui.document import Document
from formulator.gui.rows_model import RowsModel
from formulator.report.tongue import marked

Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Step:
    """The state after so many steps; `saved` if it is the one in the file."""

    number: int
    words: str
    current: bool
    undone: bool
    saved: bool


class HistoryModel(RowsModel[Step]):
    """The start and every step after it."""

    HEADINGS = (marked("Step"),)

    def key(self, row: Step) -> Hashable:
        """Which step it is."""
        return row.number

    def cell(self, row: Step, column: int, role: int) -> Any:
        """What was done, and where the recipe stands now."""
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            marks = [text for shown, text in ((row.current, self.tr("now")), (row.undone, self.tr("undone")), (row.saved, self.tr("saved"))) if shown]
            return ("▸ " if row.current else "\u2003 ") + row.words + (f"  ({', '.join(marks)})" if marks else "")
        if role == Role.FontRole and (row.current or row.undone):
            font = QFont()
            font.setBold(row.current)
            font.setItalic(row.undone)
            return font
        return None


class StepsView(QListView):
    """Enter goes to the current step."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Also where the desktop opens things by another key."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """The list beside findings and explanation. It follows the undo stack while it is seen."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.list = StepsView()
        self.list.setAccessibleName(self.tr("History"))
        self.list.setAccessibleDescription(self.tr("Enter goes to the recipe as it was after a step; the steps after it can be gone to again."))
        self.list.setUniformItemSizes(True)
        self.list.setStyleSheet("QListView::item { padding: 4px 6px; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.history_model = HistoryModel(self.list)
        self.list.setModel(self.history_model)
        self.list.clicked.connect(self._go)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 1, 0)
        box.addWidget(self.list)
        for signal in (document.stack.indexChanged, document.stack.cleanChanged, document.changed):
            signal.connect(self._show_soon)

    def showEvent(self, event: QShowEvent) -> None:
        """What happened while it was not seen."""
        super().showEvent(event)
        self._show()

    def _show_soon(self, *_: object) -> None:
        if self.isVisible():
            self._soon.start(0)

    def _show(self) -> None:
        stack = self._document.stack
        now, saved = stack.index(), stack.cleanIndex()
        first = self.tr("Opened") if self._document.path else self.tr("Started")
        words = [first, *(stack.text(n) for n in range(stack.count()))]
        self.history_model.show_rows([Step(n, text, n == now, n > now, n == saved) for n, text in enumerate(words)])
        index = self.history_model.index(now, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _go(self, index: QModelIndex) -> None:
        self._document.go_to(self.history_model.rows[index.row()].number)
