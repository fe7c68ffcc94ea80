"""Starts the window, or grabs a picture of it. The only place that knows the process: display, theme, the door for bugs."""

from __future__ import annotations

import gc
import os
import socket
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from formulator.gui import theme as looks
from formulator.gui.language import set_language
from formulator.gui.preferences import Preferences
from formulator.gui.window import Window

if TYPE_CHECKING:
    from formulator.gui.desk import Desk

SOON = 20  # times ms that a screen is given to say that a window is on it


class NoDisplay(RuntimeError):
    """There is no screen to show a window on; Qt would abort the process."""


def first_picture(path: Path | None) -> Window:
    """A window with the recipe as its file has it, on the screen before numpy, the library and the law are read: that takes longer than to read a recipe.
    Raises NoDisplay."""
    need_display()
    app = _application()
    looks.colour(app, Preferences().theme)
    window = Window()
    window.open_on(path)
    window.show()
    for _ in range(SOON):  # a screen may be another machine: it says itself when a window can be painted
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, SOON)
        handle = window.windowHandle()
        if handle is not None and handle.isExposed():
            break
    app.processEvents()
    return window


def run(path: Path | None, on: date, window: Window | None = None) -> int:
    """Show the window until it is closed: the one whose first picture stands already, if there is one. Raises NoDisplay."""
    window = window or first_picture(path)
    if not window.isVisible():
        return 0  # closed already
    from formulator.files.bundled import load
    from formulator.gui.desk import Desk
    from formulator.gui.document import Document
    from formulator.gui.recovery import recovery_folder

    preferences = Preferences()
    app = _application()
    desk = Desk(load().data, on, preferences)
    gc.freeze()  # what is read now stays: to look through it for garbage would hold up a key now and then
    window.furnish(Document(desk.data, on), desk)
    looks.dress(app)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sys.excepthook = desk.door(recovery_folder())
    if path is None:
        window.show_welcome()
    # after the window stands: faults of the file are shown over it
    QTimer.singleShot(0, window, lambda: begin(desk, window, path))
    return app.exec()


def begin(desk: Desk, window: Window, path: Path | None) -> None:
    """Open what was asked for, and offer back what the last sessions left behind."""
    from formulator.gui.autosave import left_behind
    from formulator.gui.recovery_dialog import RecoveryDialog

    if path is not None:
        window.files.open(path)
    left = left_behind()
    if left:
        RecoveryDialog(desk, window, left).open()


def screenshot(
    path: Path, out: Path, size: tuple[int, int] = (1280, 800), theme: looks.Theme = "light", on: date | None = None, figure: str = "", panel: str = ""
) -> None:
    """A picture of the window with a recipe in it; the derivation of a figure if one is named, the "dose" or the "dose-table" if that `panel` is.
    Raises OSError, ValueError for an unusable recipe."""
    from formulator.files.bundled import load
    from formulator.gui.document import Document

    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = _application()
    looks.apply(app, theme)
    document = Document(load().data, date.today() if on is None else on)
    opened = document.open(path)
    if opened.recipe is None:
        raise ValueError("; ".join(f"{p.says}. {p.fix}" for p in opened.problems))
    window = Window(document)
    window.resize(QSize(*size))
    window.show()
    if panel == "dose":
        window.verdict.pages.setCurrentWidget(window.dose)
    if panel == "dose-table":
        window.below.setCurrentWidget(window.doses)
    if figure:
        window.show_derivation(figure)
    for _ in range(5):  # layouts settle over a few rounds of events
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    saved = window.grab().save(str(out), "PNG")
    document.stack.setClean()
    window.close()
    window.deleteLater()
    if not saved:
        raise OSError(f"{out} cannot be written")


def need_display() -> None:
    """Raise NoDisplay where Qt would abort for want of a screen."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return
    name = os.environ.get("DISPLAY", "")
    if not name:
        raise NoDisplay("There is no display.")
    if not _answers(name):
        raise NoDisplay(f"The display {name} does not answer.")


def _answers(name: str) -> bool:
    """Whether an X server listens at a display name such as ":0", "unix:0.0" or "host:10"."""
    host, _, number = name.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdigit():
        return False
    if host not in ("", "unix"):
        try:
            socket.create_connection((host, 6000 + int(number)), timeout=2).close()
        except OSError:
            return False
        return True
    for place in (f"/tmp/.X11-unix/X{number}", f"\0/tmp/.X11-unix/X{number}"):
        with socket.socket(socket.AF_UNIX) as door:
            try:
                door.connect(place)
            except OSError:
                continue
            return True
    return False


def _application() -> QApplication:
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("formulator")
    app.setApplicationDisplayName("Formulator")
    if app is not found:
        set_language(app)
    return app
