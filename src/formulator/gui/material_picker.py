"""A small dialog to pick a material: type a few words, Enter takes the best match, the arrows another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout, QWidget

from formulator.core.material import Material
from formulator.gui.library_panel import Found, LibraryModel, TwoLines
from formulator.gui.library_search import LibrarySearch
from formulator.gui.panel import label
from formulator.gui.theme import SPACE

_SHOWN = 60


class MaterialPicker(QDialog):
    """Search and list; `chosen` is the material picked."""

    def __init__(self, title: str, intro: str, finder: LibrarySearch, detail: Callable[[Material], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.chosen: Material | None = None
        self._finder = finder
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Name, INCI, CAS, element or function"))
        self.search.setAccessibleName(self.tr("Find a material by name, INCI, CAS number, trade name, element or function"))
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Materials found; Enter takes one"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(TwoLines(self.list))
        self.rows = LibraryModel(self.list, detail)
        self.list.setModel(self.rows)
        self.list.activated.connect(self._take)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        outer.setSpacing(SPACE)
        outer.addWidget(label(intro, "muted", wrap=True))
        outer.addWidget(self.search)
        outer.addWidget(self.list, 1)
        self.nothing = label("", "muted")
        outer.addWidget(self.nothing)
        self.resize(480, 420)
        self._find("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while one types on; Enter takes what is current."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
            key = Qt.Key(event.key())
            if key in steps and self.rows.rows:
                row = min(max(self.list.currentIndex().row() + steps[key], 0), len(self.rows.rows) - 1)
                self.list.setCurrentIndex(self.rows.index(row, 0))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _find(self, typed: str) -> None:
        found = self._finder.find(typed)[:_SHOWN]
        self.rows.show_rows([Found(hit.material.id, hit.material.name, hit.mark, hit.material) for hit in found])
        if found:
            self.list.setCurrentIndex(self.rows.index(0, 0))
        self.nothing.setText("" if found else self.tr("Nothing found. Try INCI, CAS or Zn."))

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen = self.rows.rows[index.row()].material
            self.accept()
