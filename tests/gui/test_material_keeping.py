"""What is typed into an own material outlives the program: it is kept like a recipe's changes, and offered back with them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from test_own_materials import OIL, put

from conftest import ON, Opener, give_up
from formulator.core.data import Data
from formulator.gui import app
from formulator.gui.autosave import left_behind, sessions_folder
from formulator.gui.desk import Desk
from formulator.gui.document import Document
from formulator.gui.leaving import open_editors
from formulator.gui.material_editor import MaterialEditor
from formulator.gui.material_keeping import Start
from formulator.gui.recovery import ErrorDialog, recovery_folder
from formulator.gui.recovery_dialog import RecoveryDialog
from formulator.gui.window import Window

Key = Qt.Key


def copies() -> list[Path]:
    return sorted(sessions_folder().glob("*.toml"))


def editor(window: Window) -> MaterialEditor:
    (found,) = open_editors(window)
    return found


def crash(window: Window) -> None:
    """As a killed process leaves it: the copies lie there, nobody holds them."""
    from formulator.gui.autosave import Keeper

    for keeper in window.findChildren(Keeper):
        keeper.write()
        if keeper._lock is not None:
            keeper._lock.unlock()
            keeper._lock = None
    for one in open_editors(window):
        one.give_up()
    window.document.stack.setClean()
    window.close()


@pytest.fixture
def fresh(qtbot: QtBot, data: Data) -> Window:
    window = Window(Document(data, ON), desk=Desk(data, ON))
    qtbot.addWidget(window, before_close_func=give_up)
    window.show_welcome()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def offered(window: Window) -> RecoveryDialog:
    app.begin(window.desk, window, None)
    return next(d for d in window.findChildren(RecoveryDialog) if d.isVisible())


def test_what_is_typed_is_kept_and_gone_once_saved(qtbot: QtBot, window: Window, own_folder: Path) -> None:
    window.show_own().new_material()
    name = editor(window).form.name.entry
    name.setFocus()
    qtbot.keyClicks(name, "Rose")
    qtbot.waitUntil(lambda: len(copies()) == 1, timeout=10_000)
    about = json.loads(copies()[0].with_suffix(".json").read_text(encoding="utf-8"))
    assert about["kind"] == "material" and about["name"] == "Rose" and not about["path"]
    assert 'name = "Rose"' in copies()[0].read_text(encoding="utf-8")
    assert left_behind() == [], "its editor lives"
    qtbot.keyClick(editor(window).text, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    editor(window).text.setPlainText(editor(window).start.text)
    assert copies() == [], "as it was"
    editor(window).text.setPlainText(OIL)
    editor(window).keeper.write()
    assert len(copies()) == 1
    qtbot.keyClick(editor(window), Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert list(sessions_folder().iterdir()) == [] and list(own_folder.glob("*.toml"))


def test_given_up_by_hand_it_is_gone(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    window.show_own().new_material()
    editor(window).text.setPlainText(OIL)
    editor(window).keeper.write()
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)
    qtbot.keyClick(editor(window), Key.Key_Escape)
    assert list(sessions_folder().iterdir()) == []


def test_a_new_one_comes_back_as_it_was_typed(qtbot: QtBot, window: Window, fresh: Window) -> None:
    window.show_own().new_material()
    broken = OIL.replace("functions", "functions = [")  # half typed: no TOML at all
    editor(window).text.setPlainText(broken)
    crash(window)
    dialog = offered(fresh)
    assert "(own material)" in dialog.list.item(0).text() and "never saved" in dialog.list.item(0).text()
    qtbot.mouseClick(dialog.open_, Qt.MouseButton.LeftButton)
    assert editor(fresh).text.toPlainText() == broken and editor(fresh).modified
    assert len(copies()) == 1 and left_behind() == [], "kept again, by its new editor"
    editor(fresh).give_up()
    assert copies() == []


def test_one_of_the_folder_comes_back_over_its_file(qtbot: QtBot, fresh: Window, opened: Opener, own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(own_folder, "oil.toml", OIL)
    window = opened((Path(__file__).parents[2] / "recipes" / "zinc-copper-face-cream.toml").read_text(encoding="utf-8"))
    own = window.show_own()
    own.edit_current()
    mine = editor(window).text.toPlainText()
    editor(window).text.setPlainText(mine + "# a remark\n")
    crash(window)
    qtbot.mouseClick(offered(fresh).open_, Qt.MouseButton.LeftButton)
    back = editor(fresh)
    assert back.start.place is not None and back.start.place.path == path and back.text.toPlainText().endswith("# a remark\n")
    path.write_text(path.read_text(encoding="utf-8") + "# written by another program\n", encoding="utf-8")
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "question", lambda *a: said.append(a[2]) or QMessageBox.StandardButton.Cancel)
    back.save()
    assert "changed by another program" in said[-1] and back.isVisible(), "what changed meanwhile is not written over"
    back.give_up()


def test_one_of_a_recipe_comes_back_in_its_window(qtbot: QtBot, fresh: Window, window: Window, data: Data) -> None:
    own = window.show_own()
    own.show_editor(Start(OIL)).save_to_recipe()
    (carried,) = window.document.recipe.materials
    assert window.files.save()
    window.document.edit(replace(window.document.recipe, name="Named anew"), "Rename")
    own.select(next(n for n, row in enumerate(own.own_model.rows) if row.kind == "recipe"))
    own.edit_current()
    editor(window).form.source.entry.setFocus()
    qtbot.keyClicks(editor(window).form.source.entry, "x")
    typed = editor(window).text.toPlainText()
    crash(window)
    dialog = offered(fresh)
    assert dialog.list.count() == 2
    qtbot.mouseClick(dialog.open_, Qt.MouseButton.LeftButton)
    assert fresh.document.recipe.name == "Named anew" and len(fresh.desk.windows) == 1
    back = editor(fresh)
    assert back.start.in_recipe and back.start.id == carried.id and back.text.toPlainText() == typed
    assert back.save() and "x" in str(fresh.document.recipe.materials[0].declared["source"])
    assert fresh.actions_.undo.isEnabled()


def test_an_error_keeps_it_too(window: Window, tmp_path: Path) -> None:
    window.show_own().new_material()
    editor(window).text.setPlainText(OIL)
    assert copies() == []
    window.desk.door(tmp_path / "recovery")(RuntimeError, RuntimeError("planted"), None)
    assert len(copies()) == 1
    window.findChildren(ErrorDialog)[0].accept()
    editor(window).give_up()


def test_a_folder_that_cannot_be_written_is_told_in_the_editor(window: Window) -> None:
    recovery_folder().parent.mkdir(parents=True, exist_ok=True)
    recovery_folder().write_text("a file is in the way", encoding="utf-8")
    window.show_own().new_material()
    editor(window).text.setPlainText(OIL)
    editor(window).keeper.write()
    faults = editor(window).faults
    assert any("cannot be copied to the recovery folder" in faults.item(n).text() for n in range(faults.count()))
    editor(window).give_up()


KILLED = """
import sys
from datetime import date
from pathlib import Path
import platformdirs
state = Path(sys.argv[1])
platformdirs.user_state_path = lambda *names, **more: state
platformdirs.user_config_path = lambda *names, **more: state
from formulator.gui import app
from formulator.gui.leaving import open_editors
begin = app.begin
def start(desk, window, path):
    begin(desk, window, path)
    window.show_own().new_material()
    open_editors(window)[0].text.setPlainText(Path(sys.argv[2]).read_text(encoding="utf-8"))
    print("typed", flush=True)
app.begin = start
app.run(None, date(2026, 11, 22))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_kill_loses_nothing(qtbot: QtBot, fresh: Window, own_state: Path, tmp_path: Path) -> None:
    text = tmp_path / "typed.txt"
    text.write_text(OIL, encoding="utf-8")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([sys.executable, "-c", KILLED, str(own_state), str(text)], env=env, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None and running.stdout.readline() == "typed\n"
        qtbot.waitUntil(lambda: any(path.with_suffix(".json").exists() for path in copies()), timeout=10_000)
        assert left_behind() == []
        running.send_signal(signal.SIGKILL)
    qtbot.mouseClick(offered(fresh).open_, Qt.MouseButton.LeftButton)
    assert editor(fresh).text.toPlainText() == OIL
    assert QApplication.activeModalWidget() is editor(fresh)
    editor(fresh).give_up()


def test_what_cannot_be_kept_again_is_not_taken_away(qtbot: QtBot, window: Window, fresh: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    window.show_own().new_material()
    editor(window).text.setPlainText(OIL)
    crash(window)
    (before,) = copies()
    dialog = offered(fresh)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("formulator.gui.autosave.write_whole", full)
        qtbot.mouseClick(dialog.open_, Qt.MouseButton.LeftButton)
    assert editor(fresh).text.toPlainText() == OIL and before.exists()
    faults = editor(fresh).faults
    assert any("No space left" in faults.item(n).text() for n in range(faults.count()))
    editor(fresh).give_up()
    (left,) = left_behind()
    left.leave()
