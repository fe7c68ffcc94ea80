"""The recipe as a table model: builds the next recipe from what is typed, and shows the assessment of what is there."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QFont

from formulator.core.assess import Assessment
from formulator.core.composition import faults
from formulator.core.price import EXAMPLE
from formulator.core.recipe import Line, Recipe
from formulator.core.units import QuantityError
from formulator.gui.document import Document
from formulator.gui.following import same_shape
from formulator.gui.locks import Locks
from formulator.gui.pricing import NO_PRICE, bare_unit, cost_tip, price_text, with_price
from formulator.gui.rows import FIGURE_SPACE, Row, masses, phase_title, recipe_rows, spoken
from formulator.gui.rows_model import NOWHERE, Index, RowsModel
from formulator.gui.scaling import by_mass, with_ratio
from formulator.gui.theme import SIGNS
from formulator.gui.typed import editable_text, half_priced, half_typed, typed_price, with_typed
from formulator.report.tongue import decimals, marked, say

Role = Qt.ItemDataRole
PENDING_ROLE = int(Role.UserRole) + 2
PHASE_ROLE = int(Role.UserRole) + 3
LOCK_ROLE = int(Role.UserRole) + 4  # "", "locked" or the number of a ratio
FLAG_WORDS = {"fail": marked("fault"), "warning": marked("warning"), "cannot tell": marked("cannot tell"), "": marked("nothing found")}


class Column(IntEnum):
    """The columns."""

    FLAG = 0
    NAME = 1
    STATED = 2
    SHARE = 3
    MASS = 4
    COST = 5
    FUNCTION = 6


TYPED = (Column.SHARE, Column.MASS, Column.COST)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something typed into a column that was not taken, kept until it is mended."""

    text: str
    says: str
    fix: str
    column: int = Column.SHARE


class RecipeModel(RowsModel[Row]):
    """Phases and lines. `typed` takes what is being typed into an amount, or into its grams."""

    HEADINGS = ("", marked("Ingredient"), marked("As written"), "% w/w", "g", marked("Cost/kg"), marked("Used as"))

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.refusals: dict[int, Refusal] = {}
        self.locks = Locks(document, self)
        self.locks.changed.connect(self._tell_locks)
        self._places: int | None = None
        self._start: tuple[int, Recipe] = (0, document.recipe)  # the recipe as it was when a session of typing began
        document.changed.connect(self.take)
        self.take(document.assessment)

    def take(self, assessment: Assessment) -> None:
        """Show a new assessment."""
        self.show_rows(recipe_rows(assessment, self._places))

    def show_decimals(self, places: int | None) -> None:
        """So many decimal places, or as many as each number needs."""
        if places != self._places:
            self._places = places
            self.take(self.document.assessment)

    def typed(self, row: int, text: str, session: int, column: int = Column.SHARE) -> Refusal | None:
        """Take a text typed into the amount of a row, live. What is only half typed changes nothing; what is wrong is given back."""
        shown = self.rows[row]
        self.refusals.pop(row, None)
        if column != Column.COST:
            refusal = None if half_typed(text) else self._commit(shown, text, session, column)
            if refusal:
                self.document.take_back(session)
            return refusal
        refusal = self._commit(shown, text, session, column)
        return None if refusal and half_priced(text) else refusal

    def finished(self, row: int, text: str, session: int, column: int = Column.SHARE) -> Refusal | None:
        """Take a text for good: now a half-typed one is wrong too, and is kept for mending."""
        # an emptied price is taken away, an emptied amount stays what it was
        refusal = self._commit(self.rows[row], text, session, column) if text.strip() or column == Column.COST else None
        if refusal:
            self.document.take_back(session)
            self.refusals[row] = refusal
        else:
            self.refusals.pop(row, None)
        self._tell(row)
        return refusal

    def restore(self, row: int, line: Line, session: int) -> None:
        """Put back the line as it was when its editor opened, and those of its ratio: Escape undoes the whole session."""
        self.refusals.pop(row, None)
        shown = self.rows[row]
        words = self.tr("Set {0} to {1}").format(spoken(shown.name), decimals(line.amount.text))
        after = self.document.recipe.with_line(shown.phase, shown.place, line)
        if self._start[0] == session and same_shape(self._start[1], self.document.recipe):
            after = replace(after, materials=self._start[1].materials)
            for p, n in self.locks.group_of((shown.phase, shown.place)):
                after = after.with_line(p, n, self._start[1].phases[p].lines[n])
        self.document.edit(after, words, session)
        self._tell(row)

    def line(self, row: int) -> Line:
        """The recipe's line in a row."""
        return self.line_at(self.rows[row])

    def line_at(self, shown: Row) -> Line:
        """The recipe's line of a row."""
        return self.document.recipe.phases[shown.phase].lines[shown.place]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Amounts and grams of lines can be edited, lines dragged."""
        flags = super().flags(index)
        if index.isValid() and self.rows[index.row()].is_line:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            if index.column() in TYPED and not (index.column() == Column.COST and self.rows[index.row()].unknown):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The headings; that of the costs says how they are typed."""
        if (section, orientation, role) == (Column.COST, Qt.Orientation.Horizontal, Role.ToolTipRole):
            return self.tr("What each line costs in a kg of cream. Type the price of its material over it, such as {0}.").format(decimals(EXAMPLE))
        return super().headerData(section, orientation, role)

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Numbers right, the flag in the middle."""
        if column == Column.FLAG:
            return Qt.AlignmentFlag.AlignHCenter
        return Qt.AlignmentFlag.AlignRight if column in (Column.STATED, *TYPED) else Qt.AlignmentFlag.AlignLeft

    def key(self, row: Row) -> Hashable:
        """A phase by its name, a line by its material."""
        return row.key

    def painted(self, row: Row) -> Hashable:
        """All but what was found, which the flag's tooltip says: an edit changes its words on many lines."""
        return row.key, row.name, row.stated, row.share, row.mass, row.cost, row.function, row.flag, row.unknown

    def moved_rows(self, kept: dict[int, int], head: int, changed: int) -> None:
        """What was typed and not taken stays with its line."""
        self.refusals = {kept[row]: refusal for row, refusal in self.refusals.items() if row in kept}

    def row_of(self, place: tuple[int, int]) -> int | None:
        """The row of a line."""
        return next((n for n, row in enumerate(self.rows) if (row.phase, row.place) == place), None)

    def cell(self, row: Row, column: int, role: int) -> Any:
        """Text, sign, tooltip, alignment and weight of a cell."""
        refusal = self.refused(row, column)
        if role == Role.DisplayRole:
            return refusal.text if refusal else self._texts(row)[column]
        if role == Role.EditRole:
            return refusal.text if refusal else self._edit_text(row, column) if row.is_line else self._texts(row)[column]
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
            return say(FLAG_WORDS[row.flag])
        if role == Role.AccessibleTextRole and column == Column.COST and row.cost == NO_PRICE:
            return self.tr("no price")
        if role in (LOCK_ROLE, Role.AccessibleTextRole) and column == Column.NAME and row.is_line:
            sign = self.locks.sign((row.phase, row.place))
            return sign if role == LOCK_ROLE else ", ".join(text for text in (row.name, self._lock_words(sign)) if text)
        return {PENDING_ROLE: refusal is not None, PHASE_ROLE: not row.is_line}.get(role)

    def refused(self, row: Row, column: int) -> Refusal | None:
        """What was typed into a cell and not taken."""
        found = self.refusals.get(self.rows.index(row)) if self.refusals and column in TYPED else None
        return found if found and found.column == column else None

    def _lock_words(self, sign: str) -> str:
        if sign in ("", "locked"):
            return self.tr("locked: scaling, mends and “what if” leave it") if sign else ""
        return self.tr("ratio {0}: scaled together with the other lines of it").format(sign)

    def _name_tip(self, row: Row) -> str:
        """What a line is, in words: its functions, its phase, what holds it, how it is written, and what was found."""
        if not row.is_line:
            return row.name
        phase = self.tr("In {0}").format(phase_title(self.document.recipe.phases[row.phase]))
        used = self.tr("Used as {0}").format(row.function) if row.function else ""
        lock = self._lock_words(self.locks.sign((row.phase, row.place)))
        return "\n".join(text for text in (row.name, used, phase, row.stated, lock[:1].upper() + lock[1:], row.why) if text)

    def _tip(self, row: Row, column: int) -> str:
        if column == Column.COST and row.is_line:
            made = self.document.assessment.composition
            return cost_tip(self.document.assessment, made.places.index((row.phase, row.place)))
        return {Column.FLAG: row.why, Column.NAME: self._name_tip(row), Column.SHARE: row.stated, Column.FUNCTION: row.function}.get(Column(column), "")

    def _texts(self, row: Row) -> tuple[str, ...]:
        return (SIGNS[row.flag], row.name, row.stated, row.share, row.mass, row.cost, row.function)

    def _edit_text(self, row: Row, column: int) -> str:
        if column == Column.MASS:
            made = self.document.assessment.composition
            weighed = masses(made)
            return decimals(f"{weighed[made.places.index((row.phase, row.place))]:.10g}") if weighed else ""
        if column == Column.COST:
            return decimals(price_text(self.document.recipe, self.line_at(row).material))
        if column == Column.SHARE:
            return editable_text(self.document.recipe.phases[row.phase].lines[row.place].amount)
        return self._texts(row)[column].strip(FIGURE_SPACE)

    def _commit(self, shown: Row, text: str, session: int, column: int) -> Refusal | None:
        recipe, place, comma = self.document.recipe, (shown.phase, shown.place), QLocale().decimalPoint() == ","
        if self._start[0] != session or not same_shape(self._start[1], recipe):
            self._start = (session, recipe)
        line = recipe.phases[shown.phase].lines[shown.place]
        if column == Column.COST:
            return self._commit_price(shown, line.material, text, session, comma)
        try:
            if column == Column.MASS:
                amount, maximum = by_mass(line, text, recipe.batch, comma)
                after = replace(line, amount=amount, maximum=maximum)
            else:
                after = with_typed(line, text, comma)
        except QuantityError as fault:
            return Refusal(text, fault.says, fault.fix, column)
        words = self.tr("Set {0} to {1}").format(spoken(shown.name), decimals(after.amount.text))
        whole = recipe.with_line(*place, after)
        found = faults(whole, self.document.data)
        group = self.locks.group_of(place)
        if group and not found:
            whole, others = with_ratio(self._start[1], whole, self.document.data, place, group)
            words += self.tr(" with its ratio") if others else ""
        found = found or self.document.edit(whole, words, session)
        return Refusal(text, found[0].says, found[0].fix, column) if found else None

    def _commit_price(self, shown: Row, id: str, text: str, session: int, comma: bool) -> Refusal | None:
        recipe, name = self.document.recipe, spoken(shown.name)
        try:
            price = typed_price(text, bare_unit(self._start[1], id), comma) if text.strip() else ""
        except QuantityError as fault:
            return Refusal(text, fault.says, fault.fix, Column.COST)
        words = self.tr("Set price of {0} to {1}").format(name, decimals(price)) if price else self.tr("Remove the price of {0}").format(name)
        self.document.edit(with_price(recipe, self.document.data, id, price), words, session)
        return None

    def _tell_locks(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, Column.NAME), self.index(len(self.rows) - 1, Column.NAME))

    def _tell(self, row: int) -> None:
        if row < self.rowCount(NOWHERE):
            self.dataChanged.emit(self.index(row, Column.SHARE), self.index(row, Column.COST))
