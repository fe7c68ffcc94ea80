"""No work is lost: by a kill, by another program or window that writes the file, by an error of our own, or by closing."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from conftest import ON
from formulator.core.data import Data
from formulator.files.recipe import open_recipe
from formulator.gui import app
from formulator.gui.autosave import WAIT, Autosave, left_behind, sessions_folder
from formulator.gui.commands import plain
from formulator.gui.desk import Desk
from formulator.gui.document import Document
from formulator.gui.recovery import MOST, ErrorDialog, recovery_folder
from formulator.gui.recovery_dialog import RecoveryDialog
from formulator.gui.window import Window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
Answer = QMessageBox.StandardButton


def edited(window: Window) -> None:
    window.document.edit(window.document.recipe.without_line(0, 1), "Remove glycerin")


def copies() -> list[Path]:
    return sorted(sessions_folder().glob("*.toml"))


def question(window: Window) -> QMessageBox:
    return next(box for box in window.findChildren(QMessageBox) if box.isVisible())


def press(box: QMessageBox, words: str) -> None:
    next(b for b in box.buttons() if plain(b.text()) == words).click()


def path_of(window: Window) -> Path:
    assert window.document.path is not None
    return window.document.path


def rewrite(window: Window, old: str, new: str) -> None:
    """As another program does it: the file is replaced."""
    path = path_of(window)
    other = path.with_name("other.tmp")
    other.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    os.replace(other, path)


# --- unsaved work is kept ---


def test_unsaved_work_is_kept_within_two_seconds_and_gone_once_saved(qtbot: QtBot, window: Window, data: Data) -> None:
    assert WAIT < 2000 and copies() == []
    window.table.select_line((0, 1))
    qtbot.keyClicks(window.table, "7")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert window.document.modified
    qtbot.waitUntil(lambda: len(copies()) == 1, timeout=10_000)
    assert open_recipe(copies()[0], data).recipe == window.document.recipe
    about = json.loads(copies()[0].with_suffix(".json").read_text(encoding="utf-8"))
    assert about["path"] == str(path_of(window)) and about["name"] == "Trial cream"
    assert left_behind() == [], "its window lives"
    window.actions_.save.trigger()
    assert copies() == []
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: len(copies()) == 1, timeout=10_000)
    window.actions_.redo.trigger()
    assert copies() == [], "back at what is saved"


def test_typing_on_does_not_put_it_off(qtbot: QtBot, window: Window) -> None:
    start = time.monotonic()
    n = 0
    while not copies() and time.monotonic() - start < 10:
        n += 1
        header = window.header.name
        header.setText(f"Trial {n}")
        header.textEdited.emit(header.text())
        qtbot.wait(100)
    assert copies()


def test_closing_without_saving_takes_the_copy_away(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    edited(window)
    window.keeping.autosave.write()
    assert len(copies()) == 1
    asked: list[int] = []
    answers = [Answer.Cancel, Answer.Discard]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: asked.append(1) or answers[len(asked) - 1])
    assert not window.close() and len(copies()) == 1
    assert window.close() and len(asked) == 2
    assert list(sessions_folder().iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told_once(qtbot: QtBot, window: Window, own_state: Path) -> None:
    recovery_folder().parent.mkdir(parents=True, exist_ok=True)
    recovery_folder().write_text("a file is in the way", encoding="utf-8")
    edited(window)
    window.keeping.autosave.write()
    assert "cannot be copied to the recovery folder" in window.statusBar().currentMessage()
    window.statusBar().clearMessage()
    window.keeping.autosave.write()
    assert not window.statusBar().currentMessage()
    recovery_folder().unlink()
    window.keeping.autosave.write()
    assert len(copies()) == 1


# --- and offered back ---


def abandoned(data: Data, path: Path | None, words: str = "Renamed cream") -> None:
    """What a killed program leaves behind."""
    document = Document(data, ON)
    if path is not None:
        document.open(path)
    kept = Autosave(document)
    document.edit(replace(document.recipe, name=words), "Rename")
    kept.write()
    kept._timer.stop()
    assert kept._lock is not None
    kept._lock.unlock()
    kept._document.changed.disconnect(kept._changed)
    kept._document.renamed.disconnect(kept._changed)


@pytest.fixture
def fresh(qtbot: QtBot, data: Data) -> Window:
    desk = Desk(data, ON)
    window = Window(Document(data, ON), desk=desk)
    qtbot.addWidget(window, before_close_func=lambda w: w.document.stack.setClean())
    window.show_welcome()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def offered(window: Window) -> RecoveryDialog:
    app.begin(window.desk, window, None)
    return next(d for d in window.findChildren(RecoveryDialog) if d.isVisible())


def test_what_was_left_behind_comes_back_each_in_its_window(qtbot: QtBot, fresh: Window, data: Data, cream: Path) -> None:
    abandoned(data, cream)
    abandoned(data, None, "Never saved")
    dialog = offered(fresh)
    texts = [dialog.list.item(n).text() for n in range(dialog.list.count())]
    assert texts[0].startswith("Renamed cream\n") and str(cream) in texts[0]
    assert texts[1].startswith("Never saved\n") and "never saved to a file" in texts[1]
    assert left_behind() == [], "offered by one start only"
    qtbot.keyClick(dialog, Key.Key_Return)
    first, second = fresh.desk.windows
    assert first is fresh and first.document.path == cream and first.document.recipe.name == "Renamed cream"
    assert second.document.path is None and second.document.recipe.name == "Never saved"
    for window in (first, second):
        assert window.isWindowModified() and window.actions_.undo.text() == "Undo Recover unsaved work"
    assert len(copies()) == 2, "kept again at once, each by its own window"
    first.actions_.undo.trigger()
    assert first.document.recipe.name == "Trial cream" and not first.document.modified
    second.document.stack.setClean()
    second.close()


def test_what_is_not_wanted_is_discarded_after_a_question(qtbot: QtBot, fresh: Window, data: Data, cream: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    abandoned(data, cream)
    abandoned(data, None, "Never saved")
    dialog = offered(fresh)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Key.Key_Space)  # the first is unticked
    monkeypatch.setattr(QMessageBox, "question", lambda *_: Answer.Cancel)
    qtbot.mouseClick(dialog.discard, LEFT)
    assert len(copies()) == 2
    monkeypatch.setattr(QMessageBox, "question", lambda *_: Answer.Discard)
    qtbot.mouseClick(dialog.discard, LEFT)
    assert len(copies()) == 1 and dialog.list.count() == 1
    qtbot.keyClick(dialog, Key.Key_Escape)
    again = offered(fresh)
    assert again.list.count() == 1 and again.list.item(0).text().startswith("Renamed cream")
    qtbot.mouseClick(again.discard, LEFT)
    assert copies() == [] and not again.isVisible()
    app.begin(fresh.desk, fresh, None)
    assert not [d for d in fresh.findChildren(RecoveryDialog) if d.isVisible()]


def test_a_copy_without_its_file_or_its_note_still_comes_back(qtbot: QtBot, fresh: Window, data: Data, cream: Path) -> None:
    abandoned(data, cream)
    cream.unlink()
    copies()[0].with_suffix(".json").write_text("[]", encoding="utf-8")
    dialog = offered(fresh)
    qtbot.mouseClick(dialog.open_, LEFT)
    assert fresh.document.recipe.name == "Renamed cream" and fresh.document.path is None and fresh.document.modified


def test_a_copy_that_cannot_be_read_is_left_where_it_is(qtbot: QtBot, fresh: Window, data: Data, cream: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    abandoned(data, cream)
    copies()[0].write_text("half a fi", encoding="utf-8")
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    qtbot.mouseClick(offered(fresh).open_, LEFT)
    assert shown and len(copies()) == 1 and fresh.document.path is None
    (left,) = left_behind()
    left.leave()


KILLED = """
import sys, time
from datetime import date
from pathlib import Path
import platformdirs
state = Path(sys.argv[1])
platformdirs.user_state_path = lambda *names, **more: state
platformdirs.user_config_path = lambda *names, **more: state
from PySide6.QtCore import QTimer
from dataclasses import replace
from formulator.gui import app
from formulator.gui.window import Window
begin = app.begin
def start(desk, window, path):
    begin(desk, window, path)
    window.document.edit(replace(window.document.recipe, name="In the middle"), "Rename")
    print("edited", flush=True)
app.begin = start
app.run(Path(sys.argv[2]), date(2026, 11, 22))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_kill_in_the_middle_of_an_edit_loses_nothing(qtbot: QtBot, fresh: Window, own_state: Path, cream: Path) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([sys.executable, "-c", KILLED, str(own_state), str(cream)], env=env, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None and running.stdout.readline() == "edited\n"
        qtbot.waitUntil(lambda: any(path.with_suffix(".json").exists() for path in copies()), timeout=10_000)
        assert left_behind() == []
        assert fresh.keeping.hold.holder(cream), "and the file is known to be open there"
        running.send_signal(signal.SIGKILL)
    assert not fresh.keeping.hold.holder(cream)
    qtbot.mouseClick(offered(fresh).open_, LEFT)
    assert fresh.document.path == cream and fresh.document.recipe.name == "In the middle"


# --- other programs and windows ---


def test_a_file_changed_by_another_program_is_asked_about(qtbot: QtBot, window: Window) -> None:
    rewrite(window, "Trial cream", "Changed outside")
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)), timeout=10_000)
    box = question(window)
    assert "changed by another program" in box.text() and window.document.modified
    press(box, "Reload")
    assert window.document.recipe.name == "Changed outside" and not window.document.modified
    window.actions_.undo.trigger()
    assert window.document.recipe.name == "Trial cream"
    assert not [b for b in window.findChildren(QMessageBox) if b.isVisible()]


def test_what_is_mine_may_be_kept(qtbot: QtBot, window: Window) -> None:
    edited(window)
    mine = window.document.recipe
    rewrite(window, "Trial cream", "Changed outside")
    window.keeping.watch.look()
    window.keeping.watch.look()
    box = question(window)
    assert "not saved" in box.text() and len([b for b in window.findChildren(QMessageBox) if b.isVisible()]) == 1
    qtbot.keyClick(box, Key.Key_Escape)
    assert window.document.recipe is mine and window.document.modified
    window.keeping.watch.look()
    assert not [b for b in window.findChildren(QMessageBox) if b.isVisible()], "asked once"
    window.actions_.undo.trigger()
    assert window.document.modified, "what the file holds is another recipe now"


def test_what_was_rewritten_as_it_was_is_no_change(window: Window) -> None:
    rewrite(window, "x", "x")
    window.keeping.watch.look()
    assert not [b for b in window.findChildren(QMessageBox) if b.isVisible()] and not window.document.modified


def test_a_reloaded_file_may_be_broken(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    before = window.document.recipe
    rewrite(window, '"5 %"', '"5 bananas"')
    window.keeping.watch.look()
    press(question(window), "Reload")
    assert window.document.recipe is before and "bananas" in shown[0] and window.document.modified


def test_saving_over_a_change_asks(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Cancel", "Save anyway"])
    said: list[str] = []

    def answer(box: QMessageBox) -> None:
        said.append(box.text())
        press(box, next(answers))

    monkeypatch.setattr(QMessageBox, "exec", answer)
    edited(window)
    rewrite(window, "Trial cream", "Changed outside")
    assert not window.files.save() and window.document.modified
    assert "Changed outside" in path_of(window).read_text(encoding="utf-8")
    assert window.files.save() and len(said) == 2 and "Saving replaces" in said[0]
    assert "Trial cream" in path_of(window).read_text(encoding="utf-8")
    assert window.files.save() and len(said) == 2


def test_a_file_that_is_gone_is_told_and_written_again(qtbot: QtBot, window: Window) -> None:
    path_of(window).unlink()
    qtbot.waitUntil(lambda: "no longer there" in window.statusBar().currentMessage(), timeout=10_000)
    assert window.document.modified
    assert window.files.save() and path_of(window).exists() and not window.document.modified


def test_a_file_open_in_another_window_is_shown_there(qtbot: QtBot, window: Window) -> None:
    other = window.desk.another(window)
    assert not other.files.open(path_of(window)) and other.document.path is None
    assert window.desk.open_path(path_of(window), other) and len(window.desk.windows) == 2
    other.close()


def test_saving_as_what_another_window_has_open_asks(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()) or press(box, "Cancel"))
    other = window.desk.another(window)
    assert not other.keeping.may_use(path_of(window), True)
    assert "open in another window" in said[0]
    other.close()


def test_a_file_open_in_another_program_is_asked_about(qtbot: QtBot, fresh: Window, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """The two windows have desks of their own, as two programs do."""
    said: list[str] = []
    answers = iter(["Cancel", "Open anyway"])

    def answer(box: QMessageBox) -> None:
        said.append(box.text())
        press(box, next(answers))

    monkeypatch.setattr(QMessageBox, "exec", answer)
    path = path_of(window)
    assert not fresh.files.open(path) and fresh.document.path is None
    assert str(os.getpid()) in said[0] and "what is saved last stays" in said[0]
    assert fresh.files.open(path) and fresh.document.path == path
    window.close()
    assert fresh.keeping.hold.holder(path) == "", "one's own file is no other's"


def test_a_mark_that_cannot_be_made_keeps_nobody_from_work(window: Window, fresh: Window, own_state: Path, cream: Path) -> None:
    marks = own_state / "open"
    window.keeping.hold.release()
    shutil.rmtree(marks)
    marks.write_text("in the way", encoding="utf-8")
    assert fresh.files.open(cream) and fresh.document.path == cream


# --- errors of our own ---


def test_an_error_keeps_all_windows_and_the_program_goes_on(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = window.desk.another(window)
    edited(window)
    other.document.edit(other.document.recipe.without_line(0, 0), "Remove water")
    assert copies() == []
    with capture_exceptions() as caught:
        monkeypatch.setattr(sys, "excepthook", window.desk.door(tmp_path / "recovery"))
        button = QPushButton("Break", other)

        def bug() -> None:
            raise RuntimeError("planted")

        button.clicked.connect(bug)
        button.click()
        monkeypatch.undo()
    assert not caught
    dialogs = [d for w in window.desk.windows for d in w.findChildren(ErrorDialog)]
    assert len(dialogs) == 1 and "planted" in dialogs[0].details.toPlainText()
    assert len(copies_in(tmp_path / "state")) == 2
    dialogs[0].accept()
    other.document.stack.setClean()
    other.close()
    window.actions_.undo.trigger()
    assert not window.document.modified


def copies_in(state: Path) -> list[Path]:
    return sorted((state / "recovery" / "sessions").glob("*.toml")) or sorted(state.rglob("sessions/*.toml"))


def test_an_error_while_keeping_does_not_hide_the_first(window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken() -> None:
        raise RuntimeError("second")

    monkeypatch.setattr(window.keeping.autosave, "write", broken)
    door: Callable[..., None] = window.desk.door(tmp_path / "recovery")
    door(RuntimeError, RuntimeError("first"), None)
    door(RuntimeError, RuntimeError("again"), None)
    (dialog,) = window.findChildren(ErrorDialog)
    text = dialog.details.toPlainText()
    assert "first" in text and "again" in text and "second" not in text
    assert any("makers" in found.text() for found in dialog.findChildren(QLabel))
    dialog.accept()


def test_an_error_without_end_fills_no_disk(window: Window, tmp_path: Path) -> None:
    door = window.desk.door(tmp_path / "recovery")
    for n in range(MOST + 5):
        door(RuntimeError, RuntimeError(f"number {n}"), None)
    (dialog,) = window.findChildren(ErrorDialog)
    assert dialog.details.toPlainText().count("RuntimeError: number") == MOST
    assert len(list((tmp_path / "recovery").glob("*.toml"))) == MOST
    dialog.accept()


def test_without_a_window_an_error_goes_where_errors_go(data: Data, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Desk(data, ON).door(tmp_path)(RuntimeError, RuntimeError("alone"), None)
    assert "RuntimeError: alone" in capsys.readouterr().err


def test_a_copy_that_goes_while_the_folder_is_read_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "sessions"
    folder.mkdir()
    kept = folder / "kept.toml"
    kept.write_text("x", encoding="utf-8")
    monkeypatch.setattr(Path, "glob", lambda self, pattern: iter([folder / "gone.toml", kept]))
    (left,) = left_behind(folder)
    assert left.copy == kept
    left.leave()
