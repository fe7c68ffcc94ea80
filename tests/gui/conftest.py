"""The window's tests use real keys and clicks. A Qt warning or a window left open fails the test that caused it."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import platformdirs
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from formulator.core.data import Data
from formulator.files.bundled import load
from formulator.gui import theme
from formulator.gui.document import Document
from formulator.gui.leaving import open_editors
from formulator.gui.window import Window

ON = date(2026, 11, 22)
# what Qt says that is no fault of ours
# the offscreen screen has no window manager to tell a size to, to bring a window to the front, or to keep the keys for a menu
TOLERATED = tuple(f"This plugin does not support {what}" for what in ("propagateSizeHints()", "raise()", "grabbing the keyboard"))

CREAM = """\
format = 1
name = "Trial cream"
product = "face-cream"
markets = ["EU"]
emulsion = "o/w"
batch = "500 g"
ph = "5.0 - 5.5"

[[phase]]
name = "A"
kind = "water"
heat = "75 degC"

  [[phase.line]]
  material = "water"
  amount = "q.s."

  [[phase.line]]
  material = "glycerin"
  amount = "5 %"

  [[phase.line]]
  material = "zinc-sulfate-heptahydrate"
  amount = "200 mg/kg as Zn"

[[phase]]
name = "B"
kind = "oil"

  [[phase.line]]
  material = "mineral-oil-light"
  amount = "15 %"

  [[phase.line]]
  material = "polysorbate-60"
  amount = "2.6 %"

  [[phase.line]]
  material = "sorbitan-stearate"
  amount = "1.4 %"

[[phase]]
name = "C"
kind = "cool-down"

  [[phase.line]]
  material = "phenoxyethanol"
  amount = "0.8 %"

  [[phase.line]]
  material = "sodium-hydroxide-10"
  amount = "0.3 %"
  adjust = "pH"
  max = "0.6 %"
"""
TROUBLE = CREAM.replace("200 mg/kg as Zn", "5 %").replace('"sorbitan-stearate"', '"unheard-of"').replace('"phenoxyethanol"', '"sodium-selenite"')


@pytest.fixture(autouse=True)
def quiet(qapp: QApplication) -> Iterator[None]:
    """Fails a test that makes Qt complain or leaves a window open."""
    said: list[str] = []

    def listen(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and text not in TOLERATED:
            said.append(text)

    before = qInstallMessageHandler(listen)
    theme.apply(qapp, "light")
    yield
    for _ in range(2):
        qapp.processEvents()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qInstallMessageHandler(before)
    left = [w for w in qapp.topLevelWidgets() if w.isVisible()]
    for widget in left:
        widget.hide()
    assert not said, said
    assert not left, left


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Preferences and unsaved work of a test lie apart from those of who runs it."""
    monkeypatch.setattr(platformdirs, "user_state_path", lambda *names, **more: tmp_path / "state")
    monkeypatch.setattr(platformdirs, "user_config_path", lambda *names, **more: tmp_path / "config")
    return tmp_path / "state"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of own materials for each test: never the folder of who runs them."""
    folder = tmp_path / "own materials"
    monkeypatch.setenv("FORMULATOR_MATERIALS", str(folder))
    return folder


@pytest.fixture(scope="session")
def data() -> Data:
    """The shipped data, read once."""
    bundle = load()
    if bundle.problems:
        warnings.warn(f"the shipped data have problems: {bundle.problems[0]}", stacklevel=1)
    return bundle.data


@pytest.fixture
def cream(tmp_path: Path) -> Path:
    """A recipe file without a fault."""
    path = tmp_path / "cream.toml"
    path.write_text(CREAM, encoding="utf-8")
    return path


def give_up(window: Window) -> None:
    """Nothing is asked when a test is over, also when it failed in the middle."""
    for editor in open_editors(window):
        editor.give_up()
    window.document.stack.setClean()


Opener = Callable[[str], Window]


@pytest.fixture
def opened(qtbot: QtBot, data: Data, tmp_path: Path) -> Opener:
    """Opens a recipe text in a shown window of the usual size."""

    def show(text: str) -> Window:
        path = tmp_path / "recipe.toml"
        path.write_text(text, encoding="utf-8")
        document = Document(data, ON)
        assert document.open(path).recipe is not None
        window = Window(document)
        qtbot.addWidget(window, before_close_func=give_up)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.table.setFocus()
        return window

    return show


@pytest.fixture
def window(opened: Opener) -> Window:
    """The trial cream in a window."""
    return opened(CREAM)


@pytest.fixture
def trouble(opened: Opener) -> Window:
    """The same with faults: too much zinc, a prohibited salt, an unknown material."""
    return opened(TROUBLE)
