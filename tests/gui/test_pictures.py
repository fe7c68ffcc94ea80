"""The pictures are taken by one command, all of them, as large as they say; and they show what is in view without scrolling."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from formulator.core.data import Data
from formulator.gui.recipe_model import Column
from formulator.gui.theme import SPACE
from formulator.gui.window import Window

Opener = Callable[[str], Window]
HERE = Path(__file__).resolve()
TAKE = HERE.parents[2] / "docs" / "pictures" / "take.py"
TYPICAL = (HERE.parents[2] / "recipes" / "zinc-copper-face-cream.toml").read_text(encoding="utf-8")
pytestmark = pytest.mark.skipif(not TAKE.exists(), reason="an unpacked sdist has no docs")


def take(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run([sys.executable, str(TAKE), str(folder), *words], env=env, capture_output=True, text=True, timeout=110, check=False)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, int]]:
    """Every picture of the set with its size in pixels."""
    done = take(tmp_path_factory.mktemp("none"), "--list")
    assert done.returncode == 0, done.stderr
    rows = (line.split() for line in done.stdout.splitlines())
    return {name: (int(wide), int(high)) for name, wide, high in rows}


def test_the_set_is_whole(plan: dict[str, tuple[int, int]]) -> None:
    states = ("empty", "typical", "full-of-findings", "sixty-lines", "long-names", "chinese-japanese-korean")
    for theme in ("light", "dark"):
        for state in states:
            assert plan[f"{state}-1024x700-{theme}.png"] == (1024, 700)
            assert plan[f"{state}-1280x800-{theme}.png"] == (1280, 800)
            assert plan[f"{state}-1920x1080@2-{theme}.png"] == (3840, 2160)
        for surface in ("welcome", "dose", "dose-table", "explanation", "what-if", "mend-menu", "own-materials", "material-editor", "weigh-sheet", "palette"):
            assert f"{surface}-1280x800-{theme}.png" in plan


# one word for each way a picture comes about: a file, code, a page, a dialog, a menu, a scale
@pytest.mark.parametrize("words", ["long-names-1024x700-dark", "sixty-lines-1280x800-light", "mend-menu-1280x800-light", "typical-1920x1080@2-dark"])
def test_a_picture_is_as_large_as_it_says(plan: dict[str, tuple[int, int]], tmp_path: Path, words: str) -> None:
    done = take(tmp_path, "--only", words)
    assert (done.returncode, done.stderr) == (0, "")
    made = {path.name: QImage(str(path)) for path in tmp_path.iterdir()}
    assert {name: (image.width(), image.height()) for name, image in made.items()} == {f"{words}.png": plan[f"{words}.png"]}
    assert (made[f"{words}.png"].pixelColor(4, 400).lightness() > 128) == words.endswith("light")


def test_every_surface_can_be_shown(tmp_path: Path) -> None:
    done = take(tmp_path, "--surfaces", "--only", "light")
    assert (done.returncode, done.stderr) == (0, "")
    taken = {path.name.removesuffix("-1280x800-light.png") for path in tmp_path.iterdir()}
    assert taken >= {"own-materials-empty", "recipe-settings", "preferences", "history"}


def test_a_word_that_names_no_picture_is_refused(tmp_path: Path) -> None:
    done = take(tmp_path, "--only", "nothing-such")
    assert done.returncode == 64 and "nothing-such" in done.stderr


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (3840, 2160)])
def test_the_verdict_of_each_market_is_always_in_view(qtbot: QtBot, opened: Opener, size: tuple[int, int]) -> None:
    window = opened(TYPICAL.replace('["EU"]', '["EU", "DE", "US"]'))
    window.resize(QSize(*size))
    lines = window.verdict.market_lines
    said = [line.text() for line in lines.lines.values() if line.isVisible()]
    assert any("EU: no fault found in" in text for text in said) and any("DE, US: cannot tell" in text for text in said)
    assert not window.verdict.findChild(type(window.verdict.pages)).isAncestorOf(lines)  # no scroll bar is above it
    assert "not the whole law" in lines.lines["cannot tell"].toolTip()


@pytest.mark.parametrize("share", ["0.25", "12.25"])
def test_every_element_fits_the_panel_of_the_smallest_window(qtbot: QtBot, opened: Opener, data: Data, share: str) -> None:
    many = ("sodium-selenite", "sea-salt", "zinc-oxide", "copper-gluconate", "talc", "potassium-iodide", "sodium-lactate")
    known = [id for id in many if id in data.materials]
    lines = "".join(f'  [[phase.line]]\n  material = "{id}"\n  amount = "{share} %"\n\n' for id in known)
    window = opened(TYPICAL.replace("  [[phase.line]]", lines + "  [[phase.line]]", 1))
    window.resize(QSize(1024, 700))
    qtbot.wait(20)
    inside = window.verdict.elements.parentWidget()  # the dose page has one too
    shown = [row for row in window.verdict.elements.rows if row.isVisibleTo(window)]
    assert len(shown) > 5
    for row in shown:
        assert row.minimumSizeHint().width() <= inside.parentWidget().width() - 2 * SPACE - 8, row.symbol.text()


def test_no_market_is_said_too(opened: Opener) -> None:
    window = opened(TYPICAL.replace('["EU"]', "[]"))
    assert "No market is named" in window.verdict.market_lines.lines["cannot tell"].text()


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
def test_names_take_the_room_beside_them(qtbot: QtBot, opened: Opener, size: tuple[int, int]) -> None:
    window = opened(TYPICAL)
    window.resize(QSize(*size))
    qtbot.wait(20)
    table, rows = window.table, window.table.recipe_model.rows
    for n, row in enumerate(rows):
        span = table.columnSpan(n, Column.NAME)
        assert span == (1 if row.stated else 2)
        if not row.stated:
            room = sum(table.columnWidth(column) for column in (Column.NAME, Column.STATED))
            assert table.fontMetrics().horizontalAdvance(row.name) + 12 <= room, row.name


def test_numbers_grow_their_column(qtbot: QtBot, opened: Opener) -> None:
    window = opened(TYPICAL)
    before = window.table.columnWidth(Column.MASS)
    window.header.batch.setFocus()
    window.header.batch.selectAll()
    qtbot.keyClicks(window.header.batch, "125000 g")
    after = window.table.columnWidth(Column.MASS)
    longest = max((row.mass for row in window.table.recipe_model.rows), key=len)
    assert after > before and after >= window.table.fontMetrics().horizontalAdvance(longest)


def test_on_a_very_wide_screen_numbers_stay_near_their_names(qtbot: QtBot, window: Window) -> None:
    window.resize(QSize(3840, 2160))
    qtbot.wait(20)
    table = window.table
    assert table.columnViewportPosition(Column.SHARE) < 700
    assert window.header.ph.mapTo(window, window.header.ph.rect().topRight()).x() < 2000


def test_what_two_markets_say_alike_is_said_once(opened: Opener, text: str = TYPICAL) -> None:
    window = opened(text.replace('["EU"]', '["EU", "DE"]').replace("200 mg/kg as Zn", "5 %"))
    model = window.findings.table.findings_model
    zinc = [row for row in model.rows if row.check.rule == "eu-iii-24"]
    assert [row.markets for row in zinc] == [("EU", "DE")]
    assert model.index(model.rows.index(zinc[0]), 1).data() == "eu-iii-24 (EU, DE)"
    assert len({(row.check.rule, row.message, row.markets) for row in model.rows}) == len(model.rows)


def test_a_finding_without_source_takes_its_room(qtbot: QtBot, window: Window) -> None:
    table = window.findings.table
    qtbot.waitUntil(lambda: table.columnSpan(0, 2) == (2 if table.findings_model.rows[0].check.source is None else 1))
    for n, row in enumerate(table.findings_model.rows):
        assert table.columnSpan(n, 2) == (2 if row.check.source is None else 1)


def test_a_hint_is_cut_between_sentences(window: Window) -> None:
    here = window.hints.here
    here.setText("One thing, and another. A second. A third that is long.")
    here.resize(here.fontMetrics().horizontalAdvance("One thing, and another. A second. …") + 2, 20)
    assert here.shown() == "One thing, and another. A second. …"
    here.resize(2000, 20)
    assert here.shown() == here.text()
    here.resize(5, 20)
    assert here.shown() == ""


def test_own_materials_say_what_to_do_while_there_are_none(window: Window) -> None:
    window.show_own()
    assert window.own is not None
    assert "Like a library material" in window.own.table.accessibleDescription()
    window.own.grab()
    window.own.close()
