"""The library at the left: type a few words, go down with the arrow, Enter puts the material into the recipe."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from formulator.core.data import Data
from formulator.core.material import Material
from formulator.core.search import search
from formulator.gui import theme
from formulator.gui.panel import Panel, label
from formulator.gui.rows_model import Index, RowsModel
from formulator.report.library import summary

DETAIL_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Found:
    """A material as it is listed."""

    id: str
    name: str
    detail: str


class LibraryModel(RowsModel[Found]):
    """The materials that match."""

    HEADINGS = ("Material",)

    def key(self, row: Found) -> Hashable:
        """The material's id."""
        return row.id

    def cell(self, row: Found, column: int, role: int) -> Any:
        """Name, detail, and both for who listens."""
        both = f"{row.name}\n{row.detail}"
        shown = {Qt.ItemDataRole.DisplayRole: row.name, Qt.ItemDataRole.ToolTipRole: both, Qt.ItemDataRole.AccessibleTextRole: both, DETAIL_ROLE: row.detail}
        return shown.get(role)


class TwoLines(QStyledItemDelegate):
    """A name with a muted line of detail below it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and a little air."""
        return QSize(0, 2 * option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The background as the style has it, then both lines."""
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        shades = theme.colours(option.palette)
        box = option.rect.adjusted(theme.SPACE + 4, 4, -theme.SPACE, -4)
        half = box.height() // 2
        lines = ((index.data(), option.font, shades.text, 0), (index.data(DETAIL_ROLE), theme.figures(option.font, 0.88), shades.muted, half))
        for text, font, colour, down in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box.adjusted(0, down, 0, down - half), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class LibraryPanel(Panel):
    """Search and list. `chosen` carries the id of a material to add, `looked` that of one somebody goes to in the list."""

    chosen = Signal(str)
    looked = Signal(str)

    def __init__(self, data: Data, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Library"))
        self._data = data
        self._own: tuple[Material, ...] = ()
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Find a material (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Find a material by name, INCI, CAS number, trade name, element or function"))
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Materials found; Enter adds one to the recipe"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(TwoLines(self.list))
        self.library_model = LibraryModel(self.list)
        self.list.setModel(self.library_model)
        self.list.activated.connect(lambda index: self._choose(index))
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._look)
        self.count = label("", "muted")
        self.body.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.count)
        self._find("")

    def take_own(self, own: Sequence[Material]) -> None:
        """The recipe's own materials are found too, before the library's."""
        if tuple(own) != self._own:
            self._own = tuple(own)
            self._find(self.search.text())

    def focus_search(self) -> None:
        """Go to the search, ready to type over it."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def choose_current(self) -> None:
        """Add the material that is current in the list, else the best match."""
        current = self.list.currentIndex()
        self._choose(current if current.isValid() else self.library_model.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search into the list, Up from its first row back; Enter in the search adds the best match."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.search and key == Qt.Key.Key_Down and self.library_model.rows:
                self.list.setFocus()
                self.list.setCurrentIndex(self.library_model.index(0, 0))
                return True
            if watched is self.search and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.library_model.rows:
                self._choose(self.library_model.index(0, 0))
                return True
            if watched is self.list and key == Qt.Key.Key_Up and self.list.currentIndex().row() <= 0:
                self.focus_search()
                return True
            if watched is self.list and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.choose_current()
                return True
        return super().eventFilter(watched, event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.library_model.rows[index.row()].id)

    def _look(self, index: QModelIndex) -> None:
        if index.isValid() and self.list.hasFocus():
            self.looked.emit(self.library_model.rows[index.row()].id)

    def _find(self, typed: str) -> None:
        own_ids = {m.id for m in self._own}
        materials = [*self._own, *(m for m in self._data.materials.values() if m.id not in own_ids)]
        found = search(materials, typed)
        self.library_model.show_rows([Found(m.id, m.name, summary(m, self._data)) for m in found])
        self.list.clearSelection()
        self.list.setCurrentIndex(QModelIndex())
        self.list.scrollToTop()
        words = self.tr("{0} materials") if len(found) != 1 else self.tr("{0} material")
        self.count.setText(words.format(len(found)) if found else self.tr("Nothing found. Try INCI, CAS or Zn."))
