"""The command palette: every action of the window by a part of its words, with its shortcut beside it; Enter runs it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QMainWindow, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from formulator.gui import theme
from formulator.gui.commands import PATH, Command, commands, matching
from formulator.gui.panel import label
from formulator.gui.rows_model import Index, RowsModel
from formulator.report.tongue import marked

Role = Qt.ItemDataRole
KEYS_ROLE = int(Role.UserRole) + 1
WIDTH, ROWS = 600, 12
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS - 1, Qt.Key.Key_PageUp: 1 - ROWS}


class CommandsModel(RowsModel[Command]):
    """The commands that match."""

    HEADINGS = (marked("Command"),)

    def key(self, row: Command) -> Hashable:
        """The action itself."""
        return id(row.action)

    def cell(self, row: Command, column: int, role: int) -> Any:
        """Words; the keys are painted beside them and read out after them."""
        if role == Role.DisplayRole:
            return ("✓ " if row.action.isChecked() else "") + row.words
        if role == Role.AccessibleTextRole:
            off = "" if row.action.isEnabled() else self.tr("not possible now")
            return ", ".join(text for text in (row.words, row.keys, off) if text)
        return {KEYS_ROLE: row.keys, Role.ForegroundRole: None}.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What cannot be done now is seen, and cannot be chosen."""
        every = super().flags(index)
        enabled = not index.isValid() or self.rows[index.row()].action.isEnabled()
        return every if enabled else every & ~Qt.ItemFlag.ItemIsEnabled


class CommandDelegate(QStyledItemDelegate):
    """The menus muted, the action's own words plain, its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line and a little air."""
        return QSize(0, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Background by the style, then the parts."""
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        shades = theme.colours(option.palette)
        box = option.rect.adjusted(theme.SPACE, 0, -theme.SPACE, 0)
        keys = str(index.data(KEYS_ROLE) or "")
        painter.setFont(option.font)
        width = painter.fontMetrics().horizontalAdvance
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(shades.muted))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, keys)
        room = box.width() - (width(keys) + 2 * theme.SPACE if keys else 0)
        menus, cross, own = text.rpartition(PATH)
        shown = painter.fontMetrics().elidedText(menus + cross, Qt.TextElideMode.ElideRight, max(room // 2, room - width(own)))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, shown)
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            painter.setPen(QColor(shades.text))
        rest = painter.fontMetrics().elidedText(own, Qt.TextElideMode.ElideRight, room - width(shown))
        painter.drawText(box.adjusted(width(shown), 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, rest)


class Palette(QDialog):
    """Opens over the top of the window; Escape or a click beside it closes it."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setStyleSheet("QDialog#palette { border: 1px solid palette(mid); }")
        self.setWindowTitle(self.tr("Commands"))
        self.setAccessibleName(self.tr("Commands"))
        self._all = commands(window)
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("What do you want to do?"))
        self.search.setAccessibleName(self.tr("Find a command by its words; Enter runs it"))
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(CommandDelegate(self.list))
        self.commands_model = CommandsModel(self.list)
        self.list.setModel(self.commands_model)
        self.list.clicked.connect(self._run)
        self.none = label(self.tr("No command has these words."), "muted")
        self.none.setContentsMargins(theme.SPACE, theme.SPACE, 0, theme.SPACE)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        box.setSpacing(theme.SPACE - 2)
        box.addWidget(self.search)
        box.addWidget(self.none)
        box.addWidget(self.list, 1)
        width = min(WIDTH, window.width() - 4 * theme.SPACE)
        self._highest = window.height() - 80
        self.resize(width, self._highest)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 56)))
        self._find("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go through the list while the search keeps the keys; Enter runs what is current."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in STEPS:
                self._go(self.list.currentIndex().row() + STEPS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _find(self, typed: str) -> None:
        self.commands_model.show_rows(matching(self._all, typed))
        self.none.setVisible(not self.commands_model.rows)
        self.list.setVisible(bool(self.commands_model.rows))
        self._go(0)
        row = self.list.fontMetrics().height() + 12
        shown = min(max(len(self.commands_model.rows), 2), ROWS)
        room = self.search.sizeHint().height() + 4 * theme.SPACE
        self.resize(self.width(), min(row * shown + room, self._highest))

    def _go(self, row: int) -> None:
        last = len(self.commands_model.rows) - 1
        self.list.setCurrentIndex(self.commands_model.index(min(max(row, 0), last), 0))

    def _run(self, index: QModelIndex) -> None:
        if index.isValid() and self.commands_model.rows[index.row()].action.isEnabled():
            action = self.commands_model.rows[index.row()].action
            window = self.parentWidget()
            self.close()
            if window is not None:
                window.activateWindow()
            QTimer.singleShot(0, action, action.trigger)  # once the window has its focus back: some actions go by it
