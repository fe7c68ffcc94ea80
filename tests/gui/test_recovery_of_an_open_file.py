"""After a crash people open the same file again: the unsaved work comes back over it, in its window, not beside it without a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import ON
from formulator.core.data import Data
from formulator.gui import app
from formulator.gui.autosave import Autosave
from formulator.gui.document import Document
from formulator.gui.recovery_dialog import RecoveryDialog
from formulator.gui.window import Window


def abandoned(data: Data, path: Path, name: str) -> None:
    """What a killed program leaves behind."""
    document = Document(data, ON)
    document.open(path)
    kept = Autosave(document)
    document.edit(replace(document.recipe, name=name), "Rename")
    kept.write()
    kept._timer.stop()
    assert kept._lock is not None
    kept._lock.unlock()
    document.changed.disconnect(kept._changed)
    document.renamed.disconnect(kept._changed)


def taken_back(qtbot: QtBot, window: Window) -> None:
    app.begin(window.desk, window, None)
    dialog = next(d for d in window.findChildren(RecoveryDialog) if d.isVisible())
    qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_it_comes_back_over_the_file_that_is_open(qtbot: QtBot, window: Window, data: Data) -> None:
    path = window.document.path
    assert path is not None
    abandoned(data, path, "In the middle")
    taken_back(qtbot, window)
    assert window.desk.windows == [window]
    assert window.document.path == path and window.document.recipe.name == "In the middle" and window.document.modified
    window.actions_.undo.trigger()
    assert window.document.recipe.name == "Trial cream" and not window.document.modified


def test_never_over_what_was_changed_meanwhile(qtbot: QtBot, window: Window, data: Data) -> None:
    path = window.document.path
    assert path is not None
    abandoned(data, path, "In the middle")
    window.document.edit(replace(window.document.recipe, name="Changed again"), "Rename")
    taken_back(qtbot, window)
    first, second = window.desk.windows
    assert first is window and first.document.recipe.name == "Changed again"
    assert second.document.recipe.name == "In the middle" and second.document.path is None
    second.document.stack.setClean()
    second.close()
