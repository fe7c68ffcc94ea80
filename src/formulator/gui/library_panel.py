"""The library at the left: type a few words, go down with the arrow, Enter puts the material into the recipe; with an amount behind its name, that much.

What is found comes from `library_search`; the line below a name is worked out when it is first painted.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from formulator.core.data import Data
from formulator.core.material import Material
from formulator.gui import theme
from formulator.gui.elided import ElidedButton
from formulator.gui.legal_standing import before_picking
from formulator.gui.library_search import LibrarySearch
from formulator.gui.own_shelf import Shelf
from formulator.gui.panel import Panel, label
from formulator.gui.quick_add import borne, is_bare, parted
from formulator.gui.rows_model import Index, RowsModel
from formulator.report.library import summary
from formulator.report.tongue import marked, say

DETAIL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
MARK_ROLE = int(Qt.ItemDataRole.UserRole) + 2
MARKS = {"": "", "own": marked("own"), "in recipe": marked("in this recipe"), "differs": marked("in this recipe, other than yours")}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
FIRST_EAST_ASIAN = 0x2E80  # letters that may end a line anywhere
MOST_SHOWN = 4000  # shortened texts kept
IDLE = 400  # ms after the panel stands, the library is made ready for searching


@dataclass(frozen=True, slots=True)
class Found:
    """A material as it is listed; `mark` says in words whose it is when it is not the library's."""

    id: str
    name: str
    mark: str = ""
    material: Material | None = None


class LibraryModel(RowsModel[Found]):
    """The materials that match. `detail` gives the line below a name; it is asked once for each material, when it is seen."""

    HEADINGS = (marked("Material"),)

    def __init__(self, parent: QObject | None = None, detail: Callable[[Material], str] = lambda _: "") -> None:
        super().__init__(parent)
        self._detail = detail
        self._details: dict[int, tuple[Material, str]] = {}  # by identity: no two that live have the same

    def key(self, row: Found) -> Hashable:
        """The material's id."""
        return row.id

    def show_rows(self, rows: Sequence[Found]) -> None:
        """Take other rows; nothing is selected in them. One signal, where telling each row's change would take longer than to type."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def cell(self, row: Found, column: int, role: int) -> Any:
        """Name, detail, and all of it for who listens."""
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == MARK_ROLE:
            return say(MARKS.get(row.mark, row.mark))
        if role == DETAIL_ROLE:
            return self.detail(row)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(text for text in (row.name, say(MARKS.get(row.mark, row.mark)), self.detail(row)) if text)
        return None

    def forget_details(self) -> None:
        """They are others now."""
        self._details.clear()

    def detail(self, row: Found) -> str:
        """The line below the name."""
        if row.material is None:
            return ""
        kept = self._details.get(id(row.material))
        if kept is None:
            kept = self._details[id(row.material)] = (row.material, self._detail(row.material))
        return kept[1]


class TwoLines(QStyledItemDelegate):
    """A name, whose it is, and a muted line of detail below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: dict[tuple[str, bool, int, str], str] = {}
        self._parted: dict[tuple[str, int, str], tuple[str, str]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and a little air."""
        return QSize(0, 2 * option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The background as the style has it, then both lines; whose it is stands in a frame before the detail."""
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        shades = theme.colours(option.palette)
        box = option.rect.adjusted(theme.SPACE + 4, 4, -theme.SPACE, -4)
        half = box.height() // 2
        small = theme.figures(option.font, 0.88)
        mark = str(index.data(MARK_ROLE) or "")
        start = self._mark(painter, mark, box.adjusted(0, half, 0, 0), small, shades) if mark else 0
        painter.setFont(option.font)
        name, rest = self._parts(painter, str(index.data()), box.width())
        over = 0
        if rest:  # a long name goes on before the detail
            painter.setFont(small)
            painter.setPen(QColor(shades.text))
            shown = self._elided(painter, rest, True, box.width() - start)
            painter.drawText(box.adjusted(start, half, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            over = painter.fontMetrics().horizontalAdvance(shown) + theme.SPACE
        lines = ((name, option.font, shades.text, 0, 0), (index.data(DETAIL_ROLE), small, shades.muted, half, start + over))
        for text, font, colour, down, left in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = self._elided(painter, text, font is small, box.width() - left)
            painter.drawText(box.adjusted(left, down, 0, down - half), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _parts(self, painter: QPainter, name: str, width: int) -> tuple[str, str]:
        """A name in one piece, or parted where its first line ends; kept like what is elided."""
        key = (name, width, painter.font().key())
        parts = self._parted.get(key)
        if parts is None:
            if len(self._parted) > MOST_SHOWN:
                self._parted.clear()
            metrics = painter.fontMetrics()
            parts = (name, "")
            if metrics.horizontalAdvance(name) > width:
                ends = [n for n in range(1, len(name)) if name[n - 1] in " /-," or ord(name[n]) > FIRST_EAST_ASIAN]
                end = next((n for n in reversed(ends) if metrics.horizontalAdvance(name[:n].rstrip()) <= width), 0)
                parts = (name[:end].rstrip(), name[end:]) if end else (name, "")
            self._parted[key] = parts
        return parts

    def _elided(self, painter: QPainter, text: str, small: bool, width: int) -> str:
        """A text as long as there is room; kept, for measuring takes longer than all else on the way from a key to the list."""
        key = (text, small, width, painter.font().key())
        shown = self._shown.get(key)
        if shown is None:
            if len(self._shown) > MOST_SHOWN:
                self._shown.clear()
            shown = self._shown[key] = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        return shown

    def _mark(self, painter: QPainter, mark: str, line: QRect, font: QFont, shades: theme.Colours) -> int:
        """Paint the word in a frame at the left of a line, and give the width it takes."""
        painter.setFont(font)
        metrics = painter.fontMetrics()
        text = self._elided(painter, mark, True, line.width() - 10)
        frame = QRect(line.left(), line.center().y() - metrics.height() // 2, metrics.horizontalAdvance(text) + 10, metrics.height())
        painter.setPen(QColor(shades.accent))
        painter.drawRoundedRect(frame, 4, 4)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
        return frame.width() + theme.SPACE - 2


class LibraryPanel(Panel):
    """Search and list. `chosen` carries the id of a material to add, `looked` that of one somebody goes to in the list, `problems_asked` asks for
    what is wrong in the folder of own materials, `stepped` for the phase below or above."""

    chosen = Signal(str)
    stepped = Signal(int)
    looked = Signal(str)
    problems_asked = Signal()

    def __init__(self, data: Data, shelf: Shelf | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Library"))
        self.finder = LibrarySearch(data)
        self._shelf = shelf
        self._carried: tuple[Material, ...] = ()
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Find material (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Find a material by name, INCI, CAS number, trade name, element or function"))
        keys = self.tr("Enter adds the best match, with the amount behind its name: glycerin 5 %. Page down: the next phase. Down: the list.")
        self.search.setAccessibleDescription(keys)
        self.amount = ""  # that is typed behind the name
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.problems = ElidedButton()
        self.problems.setObjectName("problem")
        self.problems.clicked.connect(self.problems_asked)
        self.problems.hide()
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Materials found; Enter adds one to the recipe"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(TwoLines(self.list))
        self._law: tuple[str, tuple[str, ...]] = ("", ())
        self.library_model = LibraryModel(self.list, lambda material: before_picking(material, data, *self._law) if self._law[0] else summary(material, data))
        self.list.setModel(self.library_model)
        self.list.activated.connect(lambda index: self._choose(index))
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._look)
        self.count = label("", "muted")
        self.body.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        self.body.addWidget(self.search)
        self.body.addWidget(self.problems)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.count)
        if shelf is not None:
            shelf.changed.connect(self._own_changed)
        self._own_changed()
        self._find("")
        QTimer.singleShot(IDLE, self, self._prepare)

    def take_own(self, carried: Sequence[Material]) -> None:
        """The recipe's own materials are found too, before the library's."""
        if len(carried) != len(self._carried) or any(a is not b for a, b in zip(carried, self._carried, strict=True)):
            self._carried = tuple(carried)
            self._own_changed()

    def take_law(self, day: str, markets: Sequence[str]) -> None:
        """What is said of the law below the names goes by these markets, on a day."""
        if self._law != (day, tuple(markets)):
            self._law = (day, tuple(markets))
            self.library_model.forget_details()
            self.list.viewport().update()

    def material(self, id: str) -> Material | None:
        """What an id stands for: the recipe's, the folder's or the library's."""
        return self.finder.material(id)

    def focus_search(self) -> None:
        """Go to the search, ready to type over it."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def choose_current(self) -> None:
        """Add the material that is current in the list, else the best match."""
        current = self.list.currentIndex()
        self._choose(current if current.isValid() else self.library_model.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search into the list, Up from its first row back; Enter in the search adds the best match, Page down goes on to the next phase."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.search and key == Qt.Key.Key_Down and self.library_model.rows:
                self.list.setFocus()
                self.list.setCurrentIndex(self.library_model.index(0, 0))
                return True
            if watched is self.search and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.library_model.rows:
                self._choose(self.library_model.index(0, 0))
                return True
            if watched is self.search and key in PAGES:
                self.stepped.emit(PAGES[Qt.Key(key)])
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
            self.search.selectAll()  # the next name is typed over it
            self.chosen.emit(self.library_model.rows[index.row()].id)

    def _look(self, index: QModelIndex) -> None:
        if index.isValid() and self.list.hasFocus():
            self.looked.emit(self.library_model.rows[index.row()].id)

    def _prepare(self) -> None:
        """A piece of the work, and the next when nothing else is to do."""
        if self.finder.prepare():
            QTimer.singleShot(0, self, self._prepare)

    def _own_changed(self) -> None:
        """Other own materials: the same search, and the same material current."""
        self._tell_problems()
        if not self.finder.take(self._carried, self._shelf.materials if self._shelf else ()):
            return
        current = self.list.currentIndex()
        kept = self.library_model.rows[current.row()].id if current.isValid() else ""
        top = self.list.verticalScrollBar().value()
        self._find(self.search.text())
        for n, row in enumerate(self.library_model.rows if kept else ()):
            if row.id == kept:
                with QSignalBlocker(self.list.selectionModel()):
                    self.list.setCurrentIndex(self.library_model.index(n, 0))
                self.list.verticalScrollBar().setValue(top)
                self.list.viewport().update()

    def _tell_problems(self) -> None:
        """One line with the first fault of the folder and how many there are; a click shows them all."""
        found = self._shelf.own.problems if self._shelf else ()
        self.problems.setVisible(bool(found))
        if found:
            path, first = found[0]
            where = self.tr("{0}, line {1}").format(path.name, first.line) if first.line else path.name
            more = self.tr(" (and {0} more)").format(len(found) - 1) if len(found) > 1 else ""
            self.problems.show_text(f"{theme.SIGNS['warning']} {where}: {first.says}{more}")

    def _find(self, typed: str) -> None:
        words, self.amount = parted(typed)
        if self.amount and is_bare(self.amount) and borne(words, self.amount, (hit.material for hit in self.finder.find(typed))):
            words, self.amount = typed, ""
        found = self.finder.find(words)
        self.library_model.show_rows([Found(hit.material.id, hit.material.name, hit.mark, hit.material) for hit in found])
        self.list.clearSelection()
        self.list.setCurrentIndex(QModelIndex())
        self.list.scrollToTop()
        tells = self.tr("Enter adds {0}") if self.amount else self.tr("{0} materials") if len(found) != 1 else self.tr("{0} material")
        self.count.setText(tells.format(self.amount or len(found)) if found else self.tr("Nothing found. Try INCI, CAS or Zn."))
