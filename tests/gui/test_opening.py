"""A window stands on the screen with the recipe as it is written before anything is read that could judge it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from formulator import __main__ as program
from formulator.core.data import Data
from formulator.files.bundled import shipped
from formulator.gui.document import Document
from formulator.gui.opening import Opening, Written, written
from formulator.gui.window import Window

CREAM = shipped("recipes") / "zinc-copper-face-cream.toml"


@pytest.fixture(autouse=True)
def interrupted() -> Iterator[None]:
    """A start takes Ctrl+C for itself; who runs the tests has it back."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def test_nothing_slow_is_loaded_before_the_first_picture() -> None:
    asked = "import sys, formulator.gui.app; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = found.stdout.split()
    assert not {"numpy", "msgspec", "pint"} & set(loaded)
    assert [m for m in loaded if m.startswith("formulator.core.")] == ["formulator.core.phrase"]


def test_a_recipe_is_shown_as_its_file_has_it() -> None:
    name, rows = written(CREAM)
    assert name == "Zinc and copper face cream"
    assert rows[:2] == (Written("A  water", head=True), Written("water", "q.s."))
    assert Written("zinc-sulfate-heptahydrate", "200 mg/kg as Zn") in rows
    assert sum(row.head for row in rows) == 3


@pytest.mark.parametrize("text", ["name = ", 'phase = "none"', "name = 3\n[[phase]]\nline = 4", "\x00", "[[phase]]\n[[phase.line]]\nmaterial = 7\namount = 2"])
def test_what_cannot_be_made_out_is_left_to_who_reads_it_in_full(tmp_path: Path, text: str) -> None:
    file = tmp_path / "some cream.toml"
    file.write_text(text, encoding="utf-8")
    name, rows = written(file)
    assert name == "some cream" and all(row.amount == "" for row in rows)
    assert written(tmp_path / "gone.toml") == ("gone", ())


@pytest.mark.parametrize("text", ["a = " + "[" * 3000 + "]" * 3000, "name = " + "9" * 5000, 'name = "' + "x" * 400_000 + '"'])
def test_a_file_that_no_person_wrote_stops_no_start(tmp_path: Path, text: str) -> None:
    file = tmp_path / "some cream.toml"
    file.write_text(text, encoding="utf-8")
    assert written(file) == ("some cream", ())
    assert written(tmp_path) == (tmp_path.stem, ())


def test_a_mark_before_the_text_is_read_over(tmp_path: Path) -> None:
    file = tmp_path / "marked.toml"
    file.write_bytes(b"\xef\xbb\xbf" + CREAM.read_bytes())
    assert written(file) == written(CREAM)


def test_the_first_picture_says_that_nothing_is_judged_yet(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.open_on(CREAM)
    window.show()
    opening = window.centralWidget()
    assert isinstance(opening, Opening) and opening.accessibleName() == "Opening Zinc and copper face cream"
    assert window.windowTitle() == "Zinc and copper face cream – Formulator"
    assert not window.grab().isNull()
    assert window.close(), "closed before there is anything to ask"


def test_the_same_window_becomes_the_bench(qtbot: QtBot, data: Data) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.open_on(None)
    window.show()
    assert window.windowTitle() == "Formulator"
    document = Document(data, date(2026, 11, 22))
    window.furnish(document)
    assert document.open(CREAM).recipe is not None
    qtbot.waitUntil(window.table.isVisible)
    assert window.table.recipe_model.rows[1].name == "Water"
    assert window.library.width() < window.table.width()


@pytest.mark.parametrize("given", [["check", "a.toml"], ["--help"], ["--version"], ["a.toml", "b.toml"], ["materials"], ["--nonsense"]])
def test_only_a_plain_start_has_a_first_picture(given: list[str]) -> None:
    assert program._first_picture(given) is None


def test_without_a_screen_the_command_line_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "argv", ["formulator", str(CREAM)])
    assert program.main() == 1
    assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL, "Ctrl+C ends a window at once, it raises nothing in the middle of Qt"
    assert capsys.readouterr().err.startswith("formulator: there is no display")
