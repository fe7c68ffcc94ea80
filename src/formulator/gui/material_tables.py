"""The small tables of the own-material editor: contents of elements, impurities, substances. Typed in like a spreadsheet, told with each key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget, QTableWidgetItem, QWidget

from formulator.gui.material_fields import Field
from formulator.gui.material_text import listed, parts, shown_value, typed_value
from formulator.gui.rows_model import Index

BASE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ORGANIC = "organic"


class LiveDelegate(QStyledItemDelegate):
    """An editor that gives each key to the table, so that faults show while typing."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in, named after its column."""
        editor = QLineEdit(parent)
        editor.setObjectName("cell")
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        editor.textEdited.connect(lambda _: self.commitData.emit(editor))
        return editor


class CellTable(QTableWidget):
    """Texts in rows, with an empty row at the end to go on in. Del empties a cell, Ctrl+Del takes the row out."""

    typed = Signal()

    def __init__(self, headings: Sequence[str], name: str, rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(0, len(headings), parent)
        self.setObjectName("cells")
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Type into a cell; Tab goes to the next one, Ctrl+Del takes the row out."))
        self.setToolTip(self.accessibleDescription())
        self.setHorizontalHeaderLabels(list(headings))
        self.setItemDelegate(LiveDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked | triggers.SelectedClicked)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(26, self.fontMetrics().height() + 10))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setFixedHeight(rows * self.verticalHeader().defaultSectionSize() + header.sizeHint().height() + 4)
        self._bases: list[object] = []
        self.itemChanged.connect(self._changed)
        self.show_rows([])

    def show_rows(self, rows: Sequence[tuple[Sequence[str], object]]) -> None:
        """Show rows of texts, each with what else belongs to it, and an empty one."""
        self.blockSignals(True)
        self.setRowCount(0)
        self._bases = [base for _, base in rows]
        for n, (texts, _) in enumerate(rows):
            self._append(texts, n)
        self._append([""] * self.columnCount())
        self.blockSignals(False)

    def rows(self) -> list[tuple[list[str], Any]]:
        """The rows in which anything stands."""
        found = []
        for row in range(self.rowCount()):
            texts = [item.text().strip() if (item := self.item(row, column)) else "" for column in range(self.columnCount())]
            first = self.item(row, 0)
            if any(texts):
                n = first.data(BASE_ROLE) if first else None
                found.append((texts, None if n is None else self._bases[n]))
        return found

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a cell to type into."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentCell(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del empties a cell, Ctrl+Del takes the row out, Enter opens the cell."""
        current = self.currentIndex()
        if current.isValid() and event.key() == Qt.Key.Key_Delete:
            item = self.item(current.row(), current.column())
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and current.row() < self.rowCount() - 1:
                self.removeRow(current.row())
                self.typed.emit()
            elif item is not None:
                item.setText("")
            return
        if current.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() != QAbstractItemView.State.EditingState:  # there it ends the editing
                self.edit(current)
            return
        super().keyPressEvent(event)

    def _append(self, texts: Sequence[str], base: int | None = None) -> None:
        """A row of texts; `base` is the number of what else belongs to it (Qt would put the keys of a table in another order)."""
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setData(BASE_ROLE, base if column == 0 else None)
            self.setItem(row, column, item)

    def _changed(self, _: QTableWidgetItem) -> None:
        last = self.rowCount() - 1
        if any((item := self.item(last, column)) and item.text().strip() for column in range(self.columnCount())):
            self.blockSignals(True)
            self._append([""] * self.columnCount())
            self.blockSignals(False)
        self.typed.emit()


class TableField(Field):
    """A key that is a table or list. Subclasses say how it stands in cells and back."""

    def __init__(self, title: str, key: str, headings: Sequence[str], rows: int = 3) -> None:
        super().__init__(title, (key,))
        self.key = key
        self.cells = CellTable(headings, title, rows)
        self.cells.typed.connect(self._typed)
        self.head.setBuddy(self.cells)
        self.body.addWidget(self.cells)
        self.body.addWidget(self.says)

    def first(self) -> QWidget:
        """The table."""
        return self.cells

    def show_raw(self) -> None:
        """Fill the cells anew, unless they say the same already: what is being typed stays."""
        value = self.raw.get(self.key)
        if self.to_value() != value:
            self.cells.show_rows(self.to_rows(value))

    def to_value(self) -> Any:
        """What the cells stand for; None when they are empty."""
        raise NotImplementedError

    def to_rows(self, value: Any) -> list[tuple[list[str], object]]:
        """The cells for a value."""
        raise NotImplementedError

    def own_faults(self) -> list[str]:
        """What the cells cannot say in a file."""
        return []

    def _typed(self) -> None:
        self.edited.emit(self.key, self.to_value())


class PairsField(TableField):
    """Elements with an amount of each."""

    def __init__(self, title: str, key: str, headings: Sequence[str], unit: str = "", rows: int = 3) -> None:
        self._unit = unit
        super().__init__(title, key, headings, rows)

    def to_value(self) -> Any:
        """Symbol to amount; of a symbol that stands twice the first counts."""
        comma = QLocale().decimalPoint() == ","
        found: dict[str, Any] = {}
        for (symbol, text), _ in self.cells.rows():
            value = typed_value(text, self._unit, comma)
            found.setdefault(symbol, "" if value is None else value)
        return found or None

    def to_rows(self, value: Any) -> list[tuple[list[str], object]]:
        """A row an element."""
        return [([symbol, shown_value(amount)], None) for symbol, amount in value.items()] if isinstance(value, dict) else []

    def own_faults(self) -> list[str]:
        """A symbol that stands twice cannot be kept."""
        symbols = [symbol for (symbol, _), _ in self.cells.rows()]
        twice = sorted({s for s in symbols if symbols.count(s) > 1})
        return [self.tr("{0} stands twice, and only the first counts. Keep one of them.").format(s or self.tr("an empty symbol")) for s in twice]


class SubstancesField(TableField):
    """What a blend or solution is made of. Keys without a column stay with their row."""

    def to_value(self) -> Any:
        """A table for each row."""
        comma = QLocale().decimalPoint() == ","
        found = []
        for (inci, cas, share, formula), base in self.cells.rows():
            table = dict(base or {})
            was = table.get("cas")
            numbers = cas if isinstance(was, str) and ";" not in cas else parts(cas)
            new = {"inci": inci or None, "cas": numbers or None, "share": typed_value(share, "%", comma), "formula": formula or None}
            if formula.casefold() == ORGANIC:
                new |= {"formula": None, "organic": True}
            elif formula or table.get("organic") is True:
                new["organic"] = None
            for key, value in new.items():
                if value is None:
                    table.pop(key, None)
                else:
                    table[key] = value
            found.append(table)
        return found or None

    def to_rows(self, value: Any) -> list[tuple[list[str], object]]:
        """A row a substance."""
        tables = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
        return [
            (
                [
                    shown_value(t.get("inci")),
                    listed(t.get("cas")),
                    shown_value(t.get("share")),
                    ORGANIC if t.get("organic") is True else shown_value(t.get("formula")),
                ],
                t,
            )
            for t in tables
        ]
