"""The list of shortcuts, made from the actions themselves and from what the panels say of their own keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QMainWindow, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from formulator.gui import theme
from formulator.gui.commands import PATH, commands, plain
from formulator.gui.panel import label


class ShortcutsDialog(QDialog):
    """Menus with the keys of their actions, then the panels with theirs. It can stay open beside the work."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts – Formulator"))
        self.resize(min(680, window.width() - 40), min(640, window.height() - 60))
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        self.tree.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.tree.setRootIsDecorated(False)
        self.tree.setWordWrap(True)
        self.tree.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._fill(window)
        self.tree.expandAll()
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))
        copy, close = QPushButton(self.tr("&Copy")), QPushButton(self.tr("Close"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(label(self.tr("Every command, also those without keys: Ctrl+K"), "muted"), 1)
        for button in (copy, close):
            button.setObjectName("plain")
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setSpacing(theme.SPACE)
        box.addWidget(self.tree, 1)
        box.addLayout(foot)

    def text(self) -> str:
        """The list as text."""
        found: list[str] = []
        for n in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(n)
            if group is not None:
                below = [one for k in range(group.childCount()) if (one := group.child(k)) is not None]
                found += ["", group.text(0), *("  " + f"{one.text(0)}\t{one.text(1)}".strip() for one in below)]
        return "\n".join(found).strip()

    def _fill(self, window: QMainWindow) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for command in commands(window):
            if command.keys:
                words = PATH.join((*command.menus[1:], plain(command.action.text())))
                self._add(groups, command.menus[0], words, command.keys)
        seen: set[str] = set()
        for widget in window.findChildren(QWidget):
            says = widget.accessibleDescription()
            if says and says not in seen and widget.window() is window:
                seen.add(says)
                self._add(groups, self.tr("In the panels"), f"{widget.accessibleName()}: {says}", "")

    def _add(self, groups: dict[str, QTreeWidgetItem], group: str, words: str, keys: str) -> None:
        if group not in groups:
            groups[group] = QTreeWidgetItem(self.tree, [group])
            font = self.tree.font()
            font.setBold(True)
            groups[group].setFont(0, font)
            groups[group].setFirstColumnSpanned(True)
        item = QTreeWidgetItem(groups[group], [words, keys])
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setFirstColumnSpanned(not keys)
