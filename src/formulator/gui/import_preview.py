"""A spreadsheet before anything of it is taken: each row with every fault and doubt, and a tick for those to take."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from formulator.files.sheet import Imported, Row
from formulator.gui import theme
from formulator.gui.material_form import sentence
from formulator.gui.material_text import text_of
from formulator.gui.own_shelf import Shelf
from formulator.gui.panel import label
from formulator.gui.rows_model import RowsModel
from formulator.report.tongue import marked

TAKE, NUMBER, NAME, STATE, SAYS = range(5)
STATE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Role = Qt.ItemDataRole


class PreviewModel(RowsModel[Row]):
    """The sheet's rows; the first column is ticked."""

    HEADINGS = (marked("Take"), marked("Row"), marked("Material"), marked("State"), marked("Faults and doubts"))
    ticked = Signal()

    def __init__(self, rows: tuple[Row, ...], shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.taken: set[int] = set()
        self.show_rows(rows)
        self.tick_all()

    def tick_all(self) -> None:
        """Tick what can be read, but for ids that are there already or stand in an earlier row: those are for a person to decide."""
        ids: set[str] = {m.id for m in self._shelf.materials}
        for row in self.rows:
            if row.material is not None and row.material.id not in ids:
                self.taken.add(row.number)
                ids.add(row.material.id)
        self._tell()

    def tick_none(self) -> None:
        """Tick nothing."""
        self.taken.clear()
        self._tell()

    def drop(self, ids: set[str]) -> None:
        """Untick the rows of some ids."""
        self.taken -= {row.number for row in self.rows if row.material is not None and row.material.id in ids}
        self._tell()

    def chosen(self) -> list[Row]:
        """The rows that are ticked."""
        return [row for row in self.rows if row.number in self.taken]

    def toggle(self, n: int) -> None:
        """Tick a row or not; one with faults cannot be."""
        row = self.rows[n]
        if row.material is not None:
            self.taken ^= {row.number}
            self._tell()

    def doubts(self, row: Row) -> list[str]:
        """The sheet's doubts, and what it would do to materials that are there."""
        there = row.material is not None and self._shelf.material(row.material.id) is not None
        more = [self.tr("you have an own material of this id: ticked, this row takes its place")] if there else []
        return [text for text in (*row.doubts, *more) if not text.startswith(tuple(p.says for p in row.problems) or ("\0",))]

    def state(self, row: Row) -> str:
        """fail, cannot tell or pass."""
        return "fail" if row.material is None else "cannot tell" if self.doubts(row) else "pass"

    def key(self, row: Row) -> Hashable:
        """The row's number in the sheet."""
        return row.number

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """What can be read can be ticked."""
        flags = super().flags(index)
        if index.isValid() and index.column() == TAKE and self.rows[index.row()].material is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Role.EditRole) -> bool:
        """A tick."""
        if role != Role.CheckStateRole or not index.isValid():
            return False
        self.toggle(index.row())
        return True

    def cell(self, row: Row, column: int, role: int) -> Any:
        """Texts, ticks, the state in a word."""
        state = self.state(row)
        words = {"fail": self.tr("fault"), "cannot tell": self.tr("doubt"), "pass": self.tr("clear")}
        says = [f"{theme.SIGNS['fail']} {sentence(p)}" for p in row.problems] + [f"{theme.SIGNS['cannot tell']} {text}" for text in self.doubts(row)]
        if role == Role.CheckStateRole and column == TAKE and row.material is not None:
            return Qt.CheckState.Checked if row.number in self.taken else Qt.CheckState.Unchecked
        if role in (Role.DisplayRole, Role.ToolTipRole):
            name = f"{row.raw.get('name', '')}\n{row.raw.get('id', '')}"
            return ("", str(row.number), name, f"{theme.SIGNS[state]} {words[state]}", "\n".join(says))[column] or None
        if role == Role.AccessibleTextRole and column == TAKE:
            return self.tr("taken") if row.number in self.taken else self.tr("not taken")
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        return {STATE_ROLE: state}.get(role)

    def _tell(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, SAYS))
        self.ticked.emit()


class WrapDelegate(QStyledItemDelegate):
    """Wraps texts at the width of their column; the state has its colour."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Wrap and colour."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        if index.column() == STATE:
            palette = option.palette
            colour = theme.verdict_colour(str(index.data(STATE_ROLE)), palette)
            for role in (palette.ColorRole.Text, palette.ColorRole.HighlightedText):
                palette.setColor(role, QColor(colour))
            option.palette = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the wrapped text."""
        view = option.widget
        width = view.columnWidth(index.column()) - 20 if isinstance(view, QTableView) else 200
        box = option.fontMetrics.boundingRect(QRect(QPoint(0, 0), QSize(max(width, 60), 10_000)), Qt.TextFlag.TextWordWrap, str(index.data() or "x"))
        return QSize(width, box.height() + 12)


class PreviewTable(QTableView):
    """Rows as high as their words; Space ticks the current row wherever in it one stands."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other heights."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        model = self.model()
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid() and isinstance(model, PreviewModel):
            model.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class ImportPreview(QDialog):
    """The preview. `brought` says what was taken; `edit_asked` carries a row as text, to be mended in the editor."""

    brought = Signal(str)
    edit_asked = Signal(str)

    def __init__(self, path: Path, found: Imported, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shelf, self._path = shelf, path
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Import {0} – Formulator").format(path.name))
        self.resize(1000, 600)
        self.preview_model = PreviewModel(found.rows, shelf, self)
        self.table = PreviewTable()
        self.table.setObjectName("framed")
        self.table.setAccessibleName(self.tr("Rows of the sheet; Space ticks one to take, Enter edits it"))
        self.table.setModel(self.preview_model)
        self.table.setItemDelegate(WrapDelegate(self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column, width in ((TAKE, 52), (NUMBER, 52), (NAME, 210), (STATE, 88)):
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(SAYS, QHeaderView.ResizeMode.Stretch)
        self.table.activated.connect(lambda _: self.edit_row())
        self.state = label("", "muted", wrap=True)
        unused = self.tr("Not taken over: the columns {0}.").format(", ".join(found.unused)) if found.unused else ""
        self.unused = label(unused, wrap=True)
        self.unused.setProperty("state", "cannot tell")
        self.unused.setVisible(bool(unused))
        self.all = self._button(self.tr("Tick all that can be read"), self.preview_model.tick_all)
        self.none = self._button(self.tr("Tick none"), self.preview_model.tick_none)
        self.edit = self._button(self.tr("Edit row …"), self.edit_row)
        self.leave = self._button(self.tr("Cancel"), self.reject)
        self.take = self._button("", self.bring)
        self.take.setProperty("main", True)
        self.preview_model.ticked.connect(self._count)
        self._there = {m.id for m in shelf.materials}
        shelf.changed.connect(self._shelf_changed)
        self._lay_out()
        self._count()
        if found.rows:
            self.table.selectRow(0)
        self.table.setFocus()

    def bring(self) -> None:
        """Write each ticked row into the folder, a file each; one of an id that is there takes its place."""
        rows = self.preview_model.chosen()
        done: list[str] = []
        for row in rows:
            assert row.material is not None  # only such can be ticked
            try:
                self.shelf.store(text_of(row.raw), row.material.id, self.shelf.locate(row.material.id))
            except OSError as fault:
                says = self.tr("Row {0} cannot be written: {1}. Written before it: {2}.")
                QMessageBox.warning(self, self.windowTitle(), says.format(row.number, fault.strerror or fault, ", ".join(done) or "–"))
                return
            done.append(row.material.id)
        self.accept()
        self.brought.emit(self.tr("{0} of {1} rows of {2} are among your materials now.").format(len(done), len(self.preview_model.rows), self._path.name))

    def edit_row(self) -> None:
        """Mend the current row in the editor; saved there it is among the own materials, and need not be taken here."""
        index = self.table.currentIndex()
        if index.isValid():
            self.edit_asked.emit(text_of(self.preview_model.rows[index.row()].raw))

    def _shelf_changed(self) -> None:
        """What was saved from the editor meanwhile is not to be written over by its row."""
        there = {m.id for m in self.shelf.materials}
        self.preview_model.drop(there - self._there)
        self._there = there
        self.table.resizeRowsToContents()

    def _count(self) -> None:
        rows = self.preview_model.chosen()
        ids = [row.material.id for row in rows if row.material]
        twice = sorted({id for id in ids if ids.count(id) > 1})
        faulty = sum(row.material is None for row in self.preview_model.rows)
        parts = [self.tr("{0} of {1} rows ticked.").format(len(rows), len(self.preview_model.rows))]
        parts += [self.tr("{0} cannot be read: mend them in the sheet, or with “Edit row”.").format(faulty)] if faulty else []
        parts += [self.tr("{0} stands in several ticked rows: keep one of them.").format(", ".join(twice))] if twice else []
        self.state.setText(" ".join(parts))
        self.take.setText(self.tr("Take {0} rows").format(len(rows)) if len(rows) != 1 else self.tr("Take 1 row"))
        self.take.setEnabled(bool(rows) and not twice)

    def _button(self, words: str, does: Any) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("plain")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: does())
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        for button in (self.all, self.none, self.edit):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        outer = QVBoxLayout(self)
        outer.addWidget(self.table, 1)
        outer.addWidget(self.unused)
        outer.addWidget(self.state)
        outer.addLayout(foot)
