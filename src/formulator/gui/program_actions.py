"""What belongs to the program rather than to the recipe: windows, recent files, history, preferences, the command palette and help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu

from formulator.gui.about import AboutDialog
from formulator.gui.file_actions import PATTERN
from formulator.gui.palette import Palette
from formulator.gui.preferences_dialog import PreferencesDialog
from formulator.gui.shortcuts import ShortcutsDialog
from formulator.report.tongue import say

if TYPE_CHECKING:
    from formulator.gui.window import Window


class ProgramActions(QObject):
    """Adds its parts to the menus of a window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.recent = QMenu(self.tr("Open &recent"), window)
        self.recent.aboutToShow.connect(self._fill_recent)

    def add_to_file(self, menu: QMenu) -> None:
        """Recent files, and a file in a window of its own."""
        self.open_apart = self._action(menu, self.tr("Open in a new &window …"), ["Ctrl+Shift+O"], self._open_apart)
        menu.addMenu(self.recent)

    def end_file(self, menu: QMenu) -> None:
        """Preferences, this window, all windows."""
        self.preferences = self._action(menu, self.tr("&Preferences …"), ["Ctrl+,"], lambda: PreferencesDialog(self._window).open())
        menu.addSeparator()
        self.close = self._action(menu, self.tr("&Close window"), ["Ctrl+W"], self._window.close)
        self.quit = self._action(menu, self.tr("&Quit"), ["Ctrl+Q"], self._window.desk.quit)

    def help_menu(self, menu: QMenu) -> None:
        """How to find things."""
        self.palette = self._action(menu, self.tr("&Commands …"), ["Ctrl+K"], self.show_palette)
        self.shortcuts = self._action(menu, self.tr("&Keyboard shortcuts"), ["F1", "Ctrl+?"], lambda: ShortcutsDialog(self._window).show())
        menu.addSeparator()
        self.welcome = self._action(menu, self.tr("&Welcome page"), [], lambda: self._window.desk.new(self._window))
        self.about = self._action(menu, self.tr("&About Formulator"), [], lambda: AboutDialog(self._window.document.data, self._window).open())

    def show_palette(self) -> Palette:
        """Open the command palette."""
        palette = Palette(self._window)
        palette.show()
        return palette

    def _open_apart(self) -> None:
        path = self._window.document.path
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a recipe in a new window"), str(path.parent) if path else "", say(PATTERN))
        if name:
            self._window.desk.open_path(Path(name), self._window)

    def _fill_recent(self) -> None:
        self.recent.clear()
        kept = self._window.desk.preferences
        paths = kept.recent
        for n, path in enumerate(paths, 1):
            mark = f"&{n} " if n < 10 else ""
            action = self._action(self.recent, f"{mark}{path.name.replace('&', '&&')}  –  {str(path.parent).replace('&', '&&')}", [], self._opener(path))
            action.setEnabled(path.exists())
        if paths:
            self.recent.addSeparator()
            self._action(self.recent, self.tr("&Forget these files"), [], kept.forget)
        else:
            self.recent.addAction(self.tr("No file was opened yet")).setEnabled(False)

    def _opener(self, path: Path) -> Callable[[], object]:
        return lambda: self._window.desk.open_path(path, self._window)

    def _action(self, menu: QMenu, words: str, keys: list[str], does: Callable[[], object]) -> QAction:
        action = QAction(words, menu)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _=False: does())
        menu.addAction(action)
        return action
