"""The "what if" strip by keys and mouse, and the bar of the phases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from formulator.core.recipe import Amount
from formulator.gui.lever import Lever, changes, lever
from formulator.gui.phase_bar import Part, parts_of
from formulator.gui.what_if import WhatIf
from formulator.gui.window import Window

Key = Qt.Key
GLYCERIN, ZINC, SOAP = (0, 1), (0, 2), (2, 1)


@pytest.fixture
def strip(qtbot: QtBot, window: Window) -> WhatIf:
    """Opened on glycerin by its key."""
    return opened_on(qtbot, window, GLYCERIN)


def opened_on(qtbot: QtBot, window: Window, place: tuple[int, int]) -> WhatIf:
    window.table.select_line(place)
    qtbot.keyClick(window, Key.Key_F9)
    assert window.tools.what_if.isVisible() and window.tools.what_if.slider.hasFocus()
    return window.tools.what_if


def amount(window: Window, place: tuple[int, int]) -> str:
    return window.document.recipe.phases[place[0]].lines[place[1]].amount.text


def lever_of(window: Window, place: tuple[int, int]) -> Lever:
    found = lever(window.document.assessment, place)
    assert isinstance(found, Lever)
    return found


def test_arrows_move_the_amount_and_all_figures(qtbot: QtBot, window: Window, strip: WhatIf) -> None:
    # 5 % on a slider to 10 %, in steps of 0.1 %
    assert (strip.slider.maximum(), strip.slider.value()) == (100, 50)
    water = window.verdict._links["phase.water"].text()
    for _ in range(3):
        qtbot.keyClick(strip.slider, Key.Key_Right)
    assert amount(window, GLYCERIN) == "5.3 %" and strip.amount.text() == "5.3 %"
    assert "water 74.81 → 74.51 %" in strip.moves.text()
    assert window.verdict._links["phase.water"].text() == water  # water gives what glycerin takes
    assert strip.slider.accessibleName() == "Amount of glycerin: 5.3 %" and "74.51" in strip.slider.accessibleDescription()
    qtbot.keyClick(strip.slider, Key.Key_PageUp)
    assert amount(window, GLYCERIN) == "6.3 %"
    qtbot.keyClick(strip.slider, Key.Key_Home)
    assert amount(window, GLYCERIN) == "0 %"
    qtbot.keyClick(strip.slider, Key.Key_Escape)


def test_enter_keeps_it_as_one_step(qtbot: QtBot, window: Window, strip: WhatIf) -> None:
    start = window.document.recipe
    for _ in range(12):
        qtbot.keyClick(strip.slider, Key.Key_Right)
    qtbot.keyClick(strip.slider, Key.Key_Return)
    assert not strip.isVisible() and window.table.hasFocus() and window.table.current_place() == GLYCERIN
    assert amount(window, GLYCERIN) == "6.2 %" and window.document.stack.count() == 1
    assert window.document.stack.undoText() == "Set glycerin to 6.2 %"
    window.document.stack.undo()
    assert window.document.recipe is start


def test_escape_takes_it_back_as_if_nothing_had_been(qtbot: QtBot, window: Window, strip: WhatIf) -> None:
    start = window.document.recipe
    qtbot.keyClick(strip.slider, Key.Key_End)
    assert window.document.recipe is not start
    qtbot.keyClick(strip.slider, Key.Key_Escape)
    assert window.document.recipe is start and window.document.stack.count() == 0 and not window.document.modified
    assert not strip.isVisible() and window.table.hasFocus()


def test_moved_back_by_hand_is_no_step(qtbot: QtBot, window: Window, strip: WhatIf) -> None:
    start = window.document.recipe
    qtbot.keyClick(strip.slider, Key.Key_Right)
    qtbot.keyClick(strip.slider, Key.Key_Left)
    assert window.document.recipe is start and window.document.stack.count() == 0 and not strip.keep_.isEnabled()


def test_dragging_moves_it(qtbot: QtBot, window: Window, strip: WhatIf) -> None:
    slider = strip.slider
    middle = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, middle))
    for share in (60, 70, 80):
        qtbot.mouseMove(slider, QPoint(slider.width() * share // 100, middle))
        QApplication.processEvents()
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() * 4 // 5, middle))
    assert 7.8 <= float(amount(window, GLYCERIN).removesuffix(" %")) <= 8.3 and window.document.stack.count() == 1
    qtbot.mouseClick(strip.back, Qt.MouseButton.LeftButton)
    assert amount(window, GLYCERIN) == "5 %" and window.document.stack.count() == 0


def test_another_line_is_followed_and_keeps_the_first(qtbot: QtBot, window: Window, strip: WhatIf) -> None:
    qtbot.keyClick(strip.slider, Key.Key_Right)
    window.table.select_line(ZINC)
    assert strip.isVisible() and strip.title.text() == "What if: zinc sulfate heptahydrate"
    qtbot.keyClick(strip.slider, Key.Key_Right)
    assert amount(window, ZINC) == "205 mg/kg as Zn" and amount(window, GLYCERIN) == "5.1 %"
    qtbot.keyClick(strip.slider, Key.Key_Escape)
    assert amount(window, ZINC) == "200 mg/kg as Zn" and amount(window, GLYCERIN) == "5.1 %"
    assert window.document.stack.count() == 1


def test_an_edit_from_elsewhere_is_the_new_start(qtbot: QtBot, window: Window, strip: WhatIf) -> None:
    qtbot.keyClick(strip.slider, Key.Key_Right)
    window.document.stack.undo()
    assert strip.isVisible() and strip.amount.text() == "5 %"
    qtbot.keyClick(strip.slider, Key.Key_Right)
    qtbot.keyClick(strip.slider, Key.Key_Return)
    assert window.document.stack.count() == 1 and amount(window, GLYCERIN) == "5.1 %"


@pytest.mark.parametrize("place", [(0, 0), (0, -1)])
def test_what_cannot_be_moved_is_said(qtbot: QtBot, window: Window, place: tuple[int, int]) -> None:
    window.table.select_line(place)
    qtbot.keyClick(window, Key.Key_F9)
    assert not window.tools.what_if.isVisible()
    assert "choose a line" in window.statusBar().currentMessage().lower()


def test_f9_again_keeps_and_closes(qtbot: QtBot, window: Window, strip: WhatIf) -> None:
    qtbot.keyClick(strip.slider, Key.Key_Right)
    qtbot.keyClick(window, Key.Key_F9)
    assert not strip.isVisible() and amount(window, GLYCERIN) == "5.1 %"


def test_an_adjuster_ends_at_its_max(window: Window) -> None:
    found = lever_of(window, SOAP)  # 0.3 %, max 0.6 %
    assert found.text_at(found.end) == "0.6 %"


def test_the_slider_ends_where_water_is_used_up(window: Window) -> None:
    line = replace(window.document.recipe.phases[1].lines[0], amount=Amount("60 %", "share", 60.0))
    window.document.edit(window.document.recipe.with_line(1, 0, line), "Set oil")
    found = lever_of(window, (1, 0))
    # twice 60 % is more than there is: water has 74.81 − 45 = 29.81 %, so it ends at 89 or a little more
    assert 88 <= found.end * found.step <= 60 + 29.82


def test_the_most_that_keeps_every_limit_is_marked(window: Window) -> None:
    found = lever_of(window, (2, 0))  # phenoxyethanol 0.8 %, at most 1 %
    assert found.most == pytest.approx(1.0) and found.rule == "eu-v-29"


def test_changes_in_words(window: Window) -> None:
    before = window.document.assessment
    found = lever_of(window, ZINC)
    window.document.edit(before.recipe.with_line(*ZINC, found.line_at(found.end)), "More")
    said = list(changes(before, window.document.assessment))
    assert said[0].startswith("water ") and any(text.startswith("Zn 200 → 400 mg/kg") for text in said)


def test_the_bar_of_the_phases(window: Window) -> None:
    found = parts_of(window.document.assessment)
    assert [(part.name, part.kind) for part in found] == [("A", "water"), ("B", "oil"), ("C", "cool-down")]
    assert sum(part.share for part in found) == pytest.approx(100)
    bar = window.verdict.phases
    assert "A water phase" in bar.accessibleName() and "B oil phase 19 %" in bar.accessibleName() and bar.toolTip()
    assert bar.height() >= bar.sizeHint().height()


def test_titles_of_a_part_from_long_to_short() -> None:
    assert Part("B", "oil", 19.04).titles == ("B oil 19 %", "B 19 %", "19 %")
    assert Part("", "oil", 19.0).titles == ("oil 19 %", "19 %")


@pytest.mark.parametrize("parts", [(), (Part("A", "water", 120.0),), (Part("A", "water", 60.0), Part("B", "oil", 0.01)), (Part("", "cool-down", 0.2),)])
def test_the_bar_paints_whatever_there_is(window: Window, parts: tuple[Part, ...]) -> None:
    bar = window.verdict.phases
    bar.parts = parts
    assert not bar.grab().isNull()
