"""The recipe as a table to type in: amounts are typed over like in a spreadsheet, lines are selected, and the selection survives every change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from formulator.core.assess import Assessment
from formulator.core.recipe import PhaseKind, Recipe
from formulator.gui.amount_editor import RowDelegate
from formulator.gui.block_edits import called
from formulator.gui.document import Document
from formulator.gui.following import Place, came, followed, related, same_shape
from formulator.gui.line_drag import DropTable
from formulator.gui.lines_text import to_text
from formulator.gui.pricing import currencies
from formulator.gui.recipe_columns import Columns
from formulator.gui.recipe_model import TYPED, Column, RecipeModel

ROW_HEIGHT = 27


class RecipeTable(DropTable):
    """The table in the middle. `asked` carries the id of a figure to explain, `told` a word for the status bar, `phase_opened` the number of a phase,
    `cost_shown` whether the costs stand in it."""

    asked = Signal(str)
    told = Signal(str)
    phase_opened = Signal(int)
    cost_shown = Signal(bool)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._shown: Recipe = document.recipe
        self._kept: tuple[list[Place], Place | None, int, int, bool] | None = None
        document.changed.connect(self._remember)  # before the model changes the rows
        self.recipe_model = RecipeModel(document, self)
        document.changed.connect(self._follow)
        self._cost_wanted: bool | None = None  # None: where a material has a price
        self.setModel(self.recipe_model)
        self.setObjectName("recipe")
        self.setAccessibleName(self.tr("Recipe"))
        how = self.tr("Type an amount over a line, Enter goes on. Right: grams, price. Shift and arrows: several lines.")
        self.setAccessibleDescription(how)
        delegate = RowDelegate(self.recipe_model, self)
        delegate.left.connect(self._go_on)
        delegate.refused.connect(self.told)
        self.setItemDelegate(delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        self._columns = Columns(self, self.recipe_model)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)
        for signal in (self.recipe_model.rowsInserted, self.recipe_model.rowsRemoved, self.recipe_model.dataChanged):
            signal.connect(self._fit_rows)
        self._fit_rows()
        document.changed.connect(self._fit_columns)
        self.select_line((0, 0))

    def current_place(self) -> tuple[int, int] | None:
        """Phase and place of the current row; the place is −1 on a phase's own row."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        row = self.recipe_model.rows[index.row()]
        return row.phase, row.place

    def selected_places(self) -> list[Place]:
        """The selected lines in order, phases' own rows left out; the current line when none is selected."""
        rows = self.recipe_model.rows
        found = [place for place in self._selected() if place[1] >= 0]
        index = self.currentIndex()
        if not found and index.isValid() and rows[index.row()].is_line and not self.selectionModel().hasSelection():
            found = [self.place_of(index.row())]
        return found

    def select_line(self, place: tuple[int, int]) -> None:
        """Make a line the current one and bring it into view."""
        row = self.recipe_model.row_of(place)
        if row is not None:
            self._go(row)

    def step_phase(self, step: int) -> None:
        """To the end of the next phase or the one before: what is added goes there."""
        place = self.current_place()
        phase = place[0] + step if place else 0
        if 0 <= phase < len(self.document.recipe.phases):
            self.select_line((phase, self.end_of(phase)[1] - 1))

    def select_places(self, places: Iterable[Place]) -> None:
        """Select some lines, or a phase's own row, and bring them into view; the first is current."""
        rows = [row for row in (self.recipe_model.row_of(place) for place in places) if row is not None]
        if not rows:
            return
        self._select(rows, rows[0], Column.SHARE)
        self.scrollTo(self.recipe_model.index(rows[-1], Column.SHARE))
        self.scrollTo(self.recipe_model.index(rows[0], Column.SHARE))

    def place_of(self, row: int) -> Place:
        """Phase and place of a row."""
        shown = self.recipe_model.rows[row]
        return shown.phase, shown.place

    def end_of(self, phase: int) -> Place:
        """The place after the last line of a phase."""
        return phase, len(self.document.recipe.phases[phase].lines)

    def dragged(self) -> tuple[str, str]:
        """The selected lines as text and in words."""
        places = self.selected_places()
        if not places:
            return "", ""
        return to_text(self.document.recipe, self.document.data, places), called(self.document.recipe, self.document.data, places)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key typed anywhere in a line goes into its amount, or its grams or price when these are current; Enter opens it, on a phase's row the phase."""
        index = self.currentIndex()
        line = index.isValid() and self.recipe_model.rows[index.row()].is_line
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if line and plain and event.key() in steps:
            typed = [column for column in TYPED if not self.isColumnHidden(column)]
            column = typed[min(max(typed.index(self._column()) + steps[Qt.Key(event.key())], 0), len(typed) - 1)]
            self.selectionModel().setCurrentIndex(self.recipe_model.index(index.row(), column), QItemSelectionModel.SelectionFlag.NoUpdate)
            return
        if index.isValid() and not line and plain and opens:
            self.phase_opened.emit(self.place_of(index.row())[0])
            return
        if line and plain and (opens or (event.text().strip() and event.text().isprintable())):
            self._go(index.row(), self._column())
            if opens:
                self.edit(self.currentIndex())
                return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The editor of a cell takes the keys: nothing of the table looks otherwise for that, and painting it all would double the time of the first key."""
        if self.state() != QAbstractItemView.State.EditingState:
            super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What there is no room for is not shown."""
        super().resizeEvent(event)
        self._fit_columns()

    def toggle_cost(self) -> None:
        """Show the costs, or hide them: from then on whatever the recipe says."""
        self._cost_wanted = self.isColumnHidden(Column.COST)
        self._fit_columns()
        if self._cost_wanted and self.isColumnHidden(Column.COST):
            self.told.emit(self.tr("There is no room for the costs: make the window wider."))

    def edit_price(self, phase: int, place: int) -> None:
        """Open the price of a line to type in."""
        if self.isColumnHidden(Column.COST):
            self.toggle_cost()
        row = self.recipe_model.row_of((phase, place))
        if row is not None and not self.isColumnHidden(Column.COST):
            self.setFocus()
            self._go(row, Column.COST)
            self.edit(self.currentIndex())

    def _fit_columns(self, *_: object) -> None:
        """The costs are shown where they are asked for or a price is known."""
        found = currencies(self.document.recipe)
        costs = self._columns.fit_width(bool(found) if self._cost_wanted is None else self._cost_wanted, len(found))
        if not costs and self.currentIndex().column() == Column.COST:
            self._go(self.currentIndex().row())
        self.cost_shown.emit(costs)

    def _fit_rows(self, *_: object) -> None:
        self._columns.fit_rows()

    def _column(self) -> Column:
        """Where typing goes."""
        column = self.currentIndex().column()
        return Column(column) if column in TYPED and not self.isColumnHidden(column) else Column.SHARE

    def _go(self, row: int, column: Column = Column.SHARE) -> None:
        index = self.recipe_model.index(row, column)
        self.setCurrentIndex(index)
        self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows)
        self.scrollTo(index)

    def _go_on(self, step: int, edit: bool) -> None:
        """To the next line up or down, over the phases' own rows."""
        rows, column = self.recipe_model.rows, self._column()
        row = self.currentIndex().row() + step
        while 0 <= row < len(rows) and not rows[row].is_line:
            row += step
        self.setFocus()
        if 0 <= row < len(rows):
            self._go(row, column)
            if edit:
                self.edit(self.currentIndex())

    def _selected(self) -> list[Place]:
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self.place_of(row) for row in rows if row < len(self.recipe_model.rows)]

    def _remember(self, assessment: Assessment) -> None:
        """Before the rows change: what is selected, current and in view. Where every line stays in its place there is nothing to keep."""
        self._kept = None
        if assessment.recipe is not self._shown and not same_shape(self._shown, assessment.recipe):
            index = self.currentIndex()
            seen = index.isValid() and self.viewport().rect().intersects(self.visualRect(index))
            current = self.place_of(index.row()) if index.isValid() else None
            self._kept = (self._selected(), current, index.column(), self.verticalScrollBar().value(), seen)

    def _follow(self, assessment: Assessment) -> None:
        """After it: the same lines selected and in view, wherever they stand now; lines that came back or came in are selected."""
        before, after = self._shown, assessment.recipe
        self._shown = after
        if self._kept is None:
            return
        selected, current, column, top, seen = self._kept
        self._kept = None
        if not related(before, after) and self.document.stack.count() == 0:
            self.select_line((0, 0))  # another recipe
            return
        found = followed(before, after)
        new = came(before, after, found)
        places = new or [found[place] for place in selected if place in found]
        rows = sorted(row for row in (self.recipe_model.row_of(place) for place in places) if row is not None)
        goal = self.recipe_model.row_of(found[current]) if current in found and not new else rows[0] if rows else None
        if goal is None:
            goal = min(max(self.currentIndex().row(), 0), len(self.recipe_model.rows) - 1)
        self._select(rows or [goal], goal, column)
        self.verticalScrollBar().setValue(top)
        if new or seen:
            self.scrollTo(self.recipe_model.index(goal, Column.NAME))

    def _select(self, rows: list[int], current: int, column: int) -> None:
        """Select rows and make one of them current, without scrolling."""
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.recipe_model.index(row, 0), self.recipe_model.index(row, len(Column) - 1))
        moves = self.hasAutoScroll()
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(self.recipe_model.index(current, max(column, 0)), flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        self.setAutoScroll(moves)

    def _clicked(self, index: QModelIndex) -> None:
        row = self.recipe_model.rows[index.row()]
        if not row.is_line and index.column() == Column.SHARE:
            kind: PhaseKind = self.document.recipe.phases[row.phase].kind
            self.asked.emit(f"phase.{kind}")

    def _double_clicked(self, index: QModelIndex) -> None:
        row = self.recipe_model.rows[index.row()]
        if not row.is_line and index.column() != Column.SHARE:
            self.phase_opened.emit(row.phase)
