"""The recipe as a table model: builds the next recipe from what is typed, and shows the assessment of what is there."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QFont

from formulator.core.assess import Assessment
from formulator.core.recipe import Line
from formulator.core.units import QuantityError
from formulator.gui.document import Document
from formulator.gui.rows import Row, recipe_rows, spoken
from formulator.gui.rows_model import NOWHERE, Index, RowsModel
from formulator.gui.theme import SIGNS
from formulator.gui.typed import editable_text, half_typed, with_typed

Role = Qt.ItemDataRole
FLAG_ROLE = int(Role.UserRole) + 1
PENDING_ROLE = int(Role.UserRole) + 2
PHASE_ROLE = int(Role.UserRole) + 3
FLAG_WORDS = {"fail": "fault", "warning": "warning", "cannot tell": "cannot tell", "": "nothing found"}


class Column(IntEnum):
    """The columns."""

    FLAG = 0
    NAME = 1
    STATED = 2
    SHARE = 3
    MASS = 4
    FUNCTION = 5


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something typed that was not taken, kept until it is mended."""

    text: str
    says: str
    fix: str


class RecipeModel(RowsModel[Row]):
    """Phases and lines. `typed` takes what is being typed into an amount."""

    HEADINGS = ("", "Ingredient", "As written", "% w/w", "g", "Used as")

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.refusals: dict[int, Refusal] = {}
        document.changed.connect(self.take)
        self.take(document.assessment)

    def take(self, assessment: Assessment) -> None:
        """Show a new assessment."""
        self.show_rows(recipe_rows(assessment))

    def typed(self, row: int, text: str, session: int) -> Refusal | None:
        """Take a text typed into the amount of a row, live. What is only half typed changes nothing; what is wrong is given back."""
        shown = self.rows[row]
        self.refusals.pop(row, None)
        if half_typed(text):
            return None
        return self._commit(row, shown, text, session)

    def finished(self, row: int, text: str, session: int) -> Refusal | None:
        """Take a text for good: now a half-typed one is wrong too, and is kept for mending."""
        refusal = self._commit(row, self.rows[row], text, session) if text.strip() else None
        if refusal:
            self.refusals[row] = refusal
        else:
            self.refusals.pop(row, None)
        self._tell(row)
        return refusal

    def restore(self, row: int, line: Line, session: int) -> None:
        """Put back the line as it was when its editor opened: Escape undoes the whole session."""
        self.refusals.pop(row, None)
        shown = self.rows[row]
        words = self.tr("Set {0} to {1}").format(spoken(shown.name), line.amount.text)
        self.document.edit(self.document.recipe.with_line(shown.phase, shown.place, line), words, session)
        self._tell(row)

    def line(self, row: int) -> Line:
        """The recipe's line in a row."""
        shown = self.rows[row]
        return self.document.recipe.phases[shown.phase].lines[shown.place]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Amounts of lines can be edited."""
        flags = super().flags(index)
        if index.isValid() and self.rows[index.row()].is_line and index.column() == Column.SHARE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Numbers right, the flag in the middle."""
        if column == Column.FLAG:
            return Qt.AlignmentFlag.AlignHCenter
        return Qt.AlignmentFlag.AlignRight if column in (Column.STATED, Column.SHARE, Column.MASS) else Qt.AlignmentFlag.AlignLeft

    def key(self, row: Row) -> Hashable:
        """A phase by its name, a line by its material."""
        return row.key

    def moved_rows(self, kept: dict[int, int], head: int, changed: int) -> None:
        """What was typed and not taken stays with its line."""
        self.refusals = {kept[row]: refusal for row, refusal in self.refusals.items() if row in kept}

    def row_of(self, place: tuple[int, int]) -> int | None:
        """The row of a line."""
        return next((n for n, row in enumerate(self.rows) if (row.phase, row.place) == place), None)

    def cell(self, row: Row, column: int, role: int) -> Any:
        """Text, sign, tooltip, alignment and weight of a cell."""
        refusal = self.refusals.get(self.rows.index(row)) if column == Column.SHARE and self.refusals else None
        if role == Role.DisplayRole:
            return refusal.text if refusal else self._texts(row)[column]
        if role == Role.EditRole:
            return refusal.text if refusal else self._edit_text(row) if column == Column.SHARE else self._texts(row)[column]
        if role == Role.ToolTipRole:
            return f"{refusal.says}. {refusal.fix}" if refusal else self._tip(row, column)
        if role == Role.TextAlignmentRole:
            return self.side(column) | Qt.AlignmentFlag.AlignVCenter
        if role == Role.FontRole and (not row.is_line or row.unknown):
            font = QFont()
            font.setBold(not row.is_line)
            font.setItalic(row.unknown)
            return font
        if role == Role.AccessibleTextRole and column == Column.FLAG:
            return self.tr(FLAG_WORDS[row.flag])
        return {FLAG_ROLE: row.flag, PENDING_ROLE: refusal is not None, PHASE_ROLE: not row.is_line}.get(role)

    def _tip(self, row: Row, column: int) -> str:
        return {Column.FLAG: row.why, Column.NAME: row.name, Column.SHARE: row.stated, Column.FUNCTION: row.function}.get(Column(column), "")

    def _texts(self, row: Row) -> tuple[str, ...]:
        return (SIGNS[row.flag], row.name, row.stated, row.share, row.mass, row.function)

    def _edit_text(self, row: Row) -> str:
        return editable_text(self.document.recipe.phases[row.phase].lines[row.place].amount) if row.is_line else row.share

    def _commit(self, row: int, shown: Row, text: str, session: int) -> Refusal | None:
        recipe = self.document.recipe
        line = recipe.phases[shown.phase].lines[shown.place]
        try:
            after = with_typed(line, text, QLocale().decimalPoint() == ",")
        except QuantityError as fault:
            return Refusal(text, fault.says, fault.fix)
        words = self.tr("Set {0} to {1}").format(spoken(shown.name), after.amount.text)
        found = self.document.edit(recipe.with_line(shown.phase, shown.place, after), words, session)
        return Refusal(text, found[0].says, found[0].fix) if found else None

    def _tell(self, row: int) -> None:
        if row < self.rowCount(NOWHERE):
            cell = self.index(row, Column.SHARE)
            self.dataChanged.emit(cell, cell)
