"""All windows of the program: new ones, which of them has a file open, and what concerns every one: colours, errors, quitting."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from formulator.core.data import Data
from formulator.gui import theme as looks
from formulator.gui.autosave import Keeper, Left
from formulator.gui.document import Document
from formulator.gui.leaving import settled, unsaved
from formulator.gui.material_keeping import resume
from formulator.gui.preferences import Preferences
from formulator.gui.recovery import Hook, error_door

if TYPE_CHECKING:
    from formulator.gui.window import Window

APART = 28  # px that a new window stands beside the one it came from


class Desk(QObject):
    """The windows, in the order they were opened."""

    def __init__(self, data: Data, on: date, preferences: Preferences | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data = data
        self.on = on
        self.preferences = preferences or Preferences()
        self.windows: list[Window] = []

    def another(self, near: Window) -> Window:
        """One more window, with a document of its own."""
        window = type(near)(Document(self.data, self.on), desk=self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.resize(near.size())
        window.move(near.x() + APART, near.y() + APART)
        window.show()
        return window

    def new(self, near: Window) -> None:
        """A new recipe: here when nothing is open here, else in a window of its own."""
        window = near if _empty(near) else self.another(near)
        window.show_welcome()
        self.show(window)

    def open_path(self, path: Path, near: Window, as_copy: bool = False) -> bool:
        """Open a file: in the window that has it, in this one when nothing is open here, else in a new one. A copy has no file yet, so no window has it."""
        holder = None if as_copy else self.holder(path)
        if holder is not None:
            self.show(holder)
            return True
        if _empty(near):
            return near.files.open(path, as_copy)
        window = self.another(near)
        if window.files.open(path, as_copy):
            return True
        window.close()
        return False

    def restore(self, left: Sequence[Left], near: Window) -> None:
        """Take back what was left behind: recipes each in its window, then the own materials that may belong to one."""
        for one in sorted(left, key=lambda one: one.is_material):
            if one.is_material:
                done = resume(one, self, near)
            else:
                done = self._window_for(one, near).keeping.restore(one)
            if not done:
                one.leave()

    def _window_for(self, one: Left, near: Window) -> Window:
        """Where work comes back to: the window that shows its file as it was saved, else an empty one."""
        holder = self.holder(one.path) if one.path is not None else None
        if holder is not None and not holder.document.modified:
            return holder
        return near if _empty(near) else self.another(near)

    def holder(self, path: Path, but: Window | None = None) -> Window | None:
        """The window that has a file open."""
        for window in self.windows:
            mine = window.document.path
            if window is not but and mine is not None and (mine == path or (mine.exists() and path.exists() and mine.samefile(path))):
                return window
        return None

    def show(self, window: Window) -> None:
        """Bring a window to the front."""
        window.show()
        window.raise_()
        window.activateWindow()

    def leave(self, window: Window) -> None:
        """A window has closed."""
        if window in self.windows:
            self.windows.remove(window)

    def quit(self) -> bool:
        """Close all windows; of several things that are not saved it asks once. The first window that stays stops it."""
        windows = list(reversed(self.windows))
        found = [one for window in windows for one in unsaved(window)]
        if len(found) > 1 and not settled(found, self._front()):
            return False
        return all(window.close() for window in windows)

    def choose_theme(self, name: looks.Theme) -> None:
        """Colours for all windows, kept for the next start."""
        self.preferences.theme = name
        for window in self.windows:
            window.actions_.show_theme(name)

    def choose_decimals(self, places: int | None) -> None:
        """Decimal places for all windows, kept for the next start."""
        self.preferences.decimals = places
        for window in self.windows:
            window.table.recipe_model.show_decimals(places)

    def door(self, folder: Path) -> Hook:
        """A `sys.excepthook`: all unsaved work is kept, then the window in front shows what happened, and the program goes on."""
        doors: dict[int, Hook] = {}

        def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
            for window in self.windows:
                for keeper in window.findChildren(Keeper):
                    with contextlib.suppress(Exception):  # the fault at hand may lie just there
                        keeper.write()
            if not self.windows:
                sys.__excepthook__(kind, fault, trace)
                return
            front = self._front()
            if id(front) not in doors:
                shown = front
                doors[id(front)] = error_door(shown, lambda: shown.document.recipe, folder)
                key = id(front)
                shown.destroyed.connect(lambda _=None: doors.pop(key, None))
            doors[id(front)](kind, fault, trace)

        return hook

    def _front(self) -> Window:
        return next((w for w in self.windows if w.isActiveWindow()), self.windows[-1])


def _empty(window: Window) -> bool:
    """Whether nothing is open in it."""
    document = window.document
    return document.fresh and document.path is None and document.stack.count() == 0 and not document.modified
