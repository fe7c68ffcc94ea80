"""The Window menu: all open windows, to go to one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from formulator.gui.window import Window


class WindowMenu(QObject):
    """Fills the menu each time it opens."""

    def __init__(self, window: Window, menu: QMenu) -> None:
        super().__init__(window)
        self._window, self._menu = window, menu
        self._shown: list[QAction] = []
        self.next = self._action(self.tr("&Next window"), "Ctrl+F6", lambda: self._step(1))
        self.previous = self._action(self.tr("&Previous window"), "Ctrl+Shift+F6", lambda: self._step(-1))
        menu.addSeparator()
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """The windows that are open now; this one is ticked."""
        for action in self._shown:
            self._menu.removeAction(action)
            action.deleteLater()
        self._shown = []
        windows = self._window.desk.windows
        for n, window in enumerate(windows, 1):
            action = self._action((f"&{n} " if n < 10 else "") + called(window).replace("&", "&&"), "", self._goer(window))
            action.setCheckable(True)
            action.setChecked(window is self._window)
            self._shown.append(action)

    def _step(self, step: int) -> None:
        windows = self._window.desk.windows
        self._window.desk.show(windows[(windows.index(self._window) + step) % len(windows)])

    def _goer(self, window: Window) -> Callable[[], None]:
        return lambda: self._window.desk.show(window)

    def _action(self, words: str, keys: str, does: Callable[[], object]) -> QAction:
        action = QAction(words, self._menu)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: does())
        self._menu.addAction(action)
        return action


def called(window: Window) -> str:
    """A window by its recipe and file, with a star when it is not saved."""
    path = window.document.path
    name = window.document.recipe.name + ("*" if window.document.modified else "")
    return f"{name} – {path.name}" if path else name
