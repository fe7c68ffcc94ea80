"""Offers back the work that a crash, a kill or a power cut left behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QMessageBox, QPushButton, QVBoxLayout

from formulator.gui import theme
from formulator.gui.autosave import Left
from formulator.gui.desk import Desk
from formulator.gui.panel import label
from formulator.gui.window import Window

Buttons = QMessageBox.StandardButton


class RecoveryDialog(QDialog):
    """A list with ticks: open what is ticked, discard it, or decide at the next start."""

    def __init__(self, desk: Desk, window: Window, left: Sequence[Left]) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Unsaved work – Formulator"))
        self.resize(620, 320)
        self._desk, self._window = desk, window
        self._left = list(left)
        says = self.tr("The program ended before this work was saved. Open it again? Each comes back over its file, as a change you can undo or save.")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Unsaved work"))
        self.list.setAccessibleDescription(self.tr("Space ticks or unticks a line."))
        for one in self._left:
            when = QLocale().toString(QDateTime.fromString(one.saved, Qt.DateFormat.ISODate), QLocale.FormatType.ShortFormat)
            where = str(one.path) if one.path else self.tr("never saved to a file")
            name = self.tr("{0} (own material)").format(one.name) if one.is_material else one.name
            item = QListWidgetItem(f"{name}\n{when} · {where}", self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.list.setCurrentRow(0)
        self.open_ = QPushButton(self.tr("&Open"))
        self.discard = QPushButton(self.tr("&Discard …"))
        self.later = QPushButton(self.tr("&Later"))
        self.open_.setDefault(True)
        self.open_.clicked.connect(self._open)
        self.discard.clicked.connect(self._discard)
        self.later.clicked.connect(self.reject)
        self.finished.connect(self._leave_rest)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.discard, self.later, self.open_):
            button.setObjectName("plain")
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setSpacing(theme.SPACE)
        box.addWidget(label(says, wrap=True))
        box.addWidget(self.list, 1)
        box.addLayout(foot)
        self.open_.setFocus()

    def _ticked(self) -> list[Left]:
        return [one for n, one in enumerate(self._left) if (item := self.list.item(n)) is not None and item.checkState() == Qt.CheckState.Checked]

    def _open(self) -> None:
        chosen = self._ticked()
        self._left = [one for one in self._left if one not in chosen]
        self.accept()
        self._desk.restore(chosen, self._window)

    def _discard(self) -> None:
        chosen = self._ticked()
        says = self.tr("Discard the unsaved work on {0}? This cannot be undone.").format(", ".join(f"“{one.name}”" for one in chosen))
        if chosen and QMessageBox.question(self, self.windowTitle(), says, Buttons.Discard | Buttons.Cancel, Buttons.Cancel) == Buttons.Discard:
            for one in chosen:
                one.remove()
                self.list.takeItem(self._left.index(one))
                self._left.remove(one)
            if not self._left:
                self.accept()

    def _leave_rest(self, _: int) -> None:
        for one in self._left:
            one.leave()
        self._left = []
