"""After a crash people open the same file again: the unsaved work comes back over it, in its window, not beside it without a file."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
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


def test_over_a_file_that_was_written_meanwhile_saving_asks(qtbot: QtBot, window: Window, data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    path = window.document.path
    assert path is not None
    abandoned(data, path, "In the middle")
    another = path.read_text(encoding="utf-8").replace("Trial cream", "By another")
    path.write_text(another, encoding="utf-8")
    later = path.stat().st_mtime + 60
    os.utime(path, (later, later))
    window.document.open(path)
    taken_back(qtbot, window)
    assert "saving asks" in window.statusBar().currentMessage()
    asked: list[str] = []
    monkeypatch.setattr(window.keeping, "_sure", lambda says, yes: bool(asked.append(says)))
    window.files.save()
    assert len(asked) == 1 and path.read_text(encoding="utf-8") == another
    monkeypatch.setattr(window.keeping, "_sure", lambda says, yes: True)
    window.files.save()
    assert "In the middle" in path.read_text(encoding="utf-8") and not window.document.modified
    monkeypatch.undo()
    window.document.edit(replace(window.document.recipe, name="Once more"), "Rename")
    window.files.save()  # nothing to ask any more
    assert not window.document.modified
