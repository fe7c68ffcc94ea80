"""The program's own settings: colours, decimals, and what a new recipe starts as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout

from formulator.gui import theme
from formulator.gui.panel import label
from formulator.gui.preferences import DECIMALS, THEMES
from formulator.gui.recipe_header import Choice
from formulator.gui.welcome import StartFields
from formulator.report.tongue import marked, say

if TYPE_CHECKING:
    from formulator.gui.window import Window

THEME_WORDS = {"system": marked("as the system has it"), "light": marked("light"), "dark": marked("dark")}


class PreferencesDialog(QDialog):
    """Changes are made by OK; Cancel leaves everything as it was."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preferences – Formulator"))
        self.setMinimumWidth(420)
        self._desk = window.desk
        kept = window.desk.preferences
        self.colours = Choice(self.tr("Colours"))
        for name in THEMES:
            self.colours.addItem(say(THEME_WORDS[name]), name)
        self.colours.show_value(kept.theme)
        self.decimals = Choice(self.tr("Decimals of shares and grams"))
        self.decimals.addItem(self.tr("as many as each number needs"), "")
        for places in DECIMALS:
            self.decimals.addItem(self.tr("always {0}").format(places), places)
        self.decimals.show_value("" if kept.decimals is None else str(kept.decimals))
        self.fields = StartFields(window.document, kept.start)
        self.ok, self.cancel = QPushButton(self.tr("OK")), QPushButton(self.tr("Cancel"))
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("&Colours"), self.colours)
        form.addRow(self.tr("&Decimals of shares and grams"), self.decimals)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.ok, self.cancel):
            button.setObjectName("plain")
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        box.setSpacing(theme.SPACE)
        box.addLayout(form)
        box.addWidget(label(self.tr("A new recipe starts as"), "section"))
        box.addWidget(self.fields)
        box.addStretch(1)
        box.addLayout(foot)

    def accept(self) -> None:
        """Keep what is chosen."""
        self._desk.preferences.start = self.fields.start()
        chosen = next(name for name in THEMES if name == self.colours.currentData())
        if chosen != self._desk.preferences.theme:
            self._desk.choose_theme(chosen)
        places = str(self.decimals.currentData())
        self._desk.choose_decimals(int(places) if places else None)
        super().accept()
