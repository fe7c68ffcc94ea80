"""What opens beside the recipe: its settings, the weigh sheet, and the "what if" strip. Each is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from formulator.gui.what_if import WhatIf

if TYPE_CHECKING:
    from formulator.gui.settings_dialog import SettingsDialog
    from formulator.gui.weigh_window import WeighWindow
    from formulator.gui.window import Window


class SideTools(QObject):
    """Belongs to one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.what_if = WhatIf(window.document, window.table)
        self.what_if.told.connect(window.tell)
        self.settings: SettingsDialog | None = None
        self.sheet: WeighWindow | None = None
        self.buttons: list[QPushButton] = []

    def show_settings(self, page: int = 0) -> None:
        """The recipe's settings, on a page."""
        from formulator.gui.settings_dialog import SettingsDialog

        if self.settings is None:
            actions = self._window.actions_
            self.settings = SettingsDialog(self._window.document, actions.undo, actions.redo, self._window)
        self.settings.show_page(page)

    def show_sheet(self) -> None:
        """The weigh sheet of the present batch."""
        from formulator.gui.weigh_window import WeighWindow

        if self.sheet is None:
            self.sheet = WeighWindow(self._window.document, self._window)
        self.sheet.start()

    def close(self) -> None:
        """With the window goes what stands beside it."""
        for beside in (self.settings, self.sheet):
            if beside is not None:
                beside.close()

    def put_buttons(self, *actions: QAction) -> None:
        """The same at hand in the status bar."""
        for action in actions:
            words = action.text().replace("&", "")
            button = QPushButton(words)
            button.setObjectName("number")
            button.setFlat(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            keys = action.shortcut().toString()
            button.setToolTip(f"{words} ({keys})" if keys else words)
            button.setAccessibleName(words)
            button.clicked.connect(action.trigger)
            self._window.statusBar().addPermanentWidget(button)
            self.buttons.append(button)
        self._window.pages.currentChanged.connect(self._offer)

    def _offer(self, page: int) -> None:
        """They are of the recipe: the welcome page has none."""
        for button in self.buttons:
            button.setVisible(page == 0)
