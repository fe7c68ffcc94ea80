"""The recipe as a table to type in: amounts are typed over like in a spreadsheet, lines are selected, and the selection survives every change."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from formulator.core.recipe import PhaseKind
from formulator.gui.amount_editor import RowDelegate
from formulator.gui.document import Document
from formulator.gui.recipe_model import Column, RecipeModel

WIDTHS = {Column.FLAG: 28, Column.SHARE: 88, Column.MASS: 80, Column.FUNCTION: 150}
ROW_HEIGHT = 27
# px of width from which there is room for a column
WITH_FUNCTION = 640
WITH_STATED = 400


class RecipeTable(QTableView):
    """The table in the middle. `asked` carries the id of a figure to explain, `told` a word for the status bar."""

    asked = Signal(str)
    told = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.recipe_model = RecipeModel(document, self)
        self.setModel(self.recipe_model)
        self.setObjectName("recipe")
        self.setAccessibleName(self.tr("Recipe"))
        self.setAccessibleDescription(self.tr("Type an amount over a line; Enter takes it and goes to the next line."))
        delegate = RowDelegate(self.recipe_model, self)
        delegate.left.connect(self._go_on)
        delegate.refused.connect(self.told)
        self.setItemDelegate(delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 10))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.STATED, QHeaderView.ResizeMode.ResizeToContents)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        self._spanned: list[int] = []
        self.clicked.connect(self._clicked)
        for signal in (self.recipe_model.rowsInserted, self.recipe_model.rowsRemoved, self.recipe_model.dataChanged):
            signal.connect(self._span_phases)
        self._span_phases()
        self.select_line((0, 0))

    def current_place(self) -> tuple[int, int] | None:
        """Phase and place of the current row; the place is −1 on a phase's own row."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        row = self.recipe_model.rows[index.row()]
        return row.phase, row.place

    def select_line(self, place: tuple[int, int]) -> None:
        """Make a line the current one and bring it into view."""
        row = self.recipe_model.row_of(place)
        if row is not None:
            self._go(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key typed anywhere in a line goes into its amount; Enter opens it."""
        index = self.currentIndex()
        line = index.isValid() and self.recipe_model.rows[index.row()].is_line
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        if line and plain and (opens or (event.text().strip() and event.text().isprintable())):
            self._go(index.row())
            if opens:
                self.edit(self.currentIndex())
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What a line is used as is shown where there is room."""
        super().resizeEvent(event)
        self.setColumnHidden(Column.FUNCTION, self.viewport().width() < WITH_FUNCTION)
        self.setColumnHidden(Column.STATED, self.viewport().width() < WITH_STATED)

    def _span_phases(self, *_: object) -> None:
        """A phase's title may run on where its line has nothing to say."""
        phases = [n for n, row in enumerate(self.recipe_model.rows) if not row.is_line]
        if phases != self._spanned:
            self._spanned = phases
            self.clearSpans()
            for n in phases:
                self.setSpan(n, Column.NAME, 1, 2)

    def _go(self, row: int) -> None:
        index = self.recipe_model.index(row, Column.SHARE)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _go_on(self, step: int, edit: bool) -> None:
        """To the next line up or down, over the phases' own rows."""
        rows = self.recipe_model.rows
        row = self.currentIndex().row() + step
        while 0 <= row < len(rows) and not rows[row].is_line:
            row += step
        self.setFocus()
        if 0 <= row < len(rows):
            self._go(row)
            if edit:
                self.edit(self.currentIndex())

    def _clicked(self, index: QModelIndex) -> None:
        row = self.recipe_model.rows[index.row()]
        if not row.is_line and index.column() == Column.SHARE:
            kind: PhaseKind = self.document.recipe.phases[row.phase].kind
            self.asked.emit(f"phase.{kind}")
