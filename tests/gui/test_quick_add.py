"""A name and an amount typed in one go, as a formulator says it: "glycerin 5"."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import Opener
from formulator.core.data import Data
from formulator.core.recipe import Line
from formulator.gui.library_search import LibrarySearch
from formulator.gui.quick_add import borne, is_bare, parted
from formulator.gui.window import Window

Key = Qt.Key


def typed(qtbot: QtBot, window: Window, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def line(window: Window) -> Line:
    place = window.table.current_place()
    assert place is not None
    return window.document.recipe.phases[place[0]].lines[place[1]]


@pytest.mark.parametrize(
    ("text", "words", "amount"),
    [
        ("glycerin 5", "glycerin", "5"),
        ("sweet almond  oil 6 %", "sweet almond oil", "6 %"),
        ("zinc sulfate 200 mg/kg as Zn", "zinc sulfate", "200 mg/kg as Zn"),
        ("zinc sulfate 200 mg/kg a", "zinc sulfate", "200 mg/kg a"),
        ("polysorbate 60 2.4", "polysorbate 60", "2.4"),
        ("citric acid 20 0.2 % max 0.5 %", "citric acid 20", "0.2 % max 0.5 %"),
        ("glycerin 2,5 g", "glycerin", "2,5 g"),
        ("water q.s.", "water", "q.s."),
        ("56-81-5", "56-81-5", ""),
        ("5", "5", ""),
        ("", "", ""),
    ],
)
def test_words_and_amount_are_told_apart(text: str, words: str, amount: str) -> None:
    assert parted(text) == (words, amount)


def test_no_name_of_the_library_loses_its_number(data: Data) -> None:
    finder = LibrarySearch(data)
    for material in data.materials.values():
        for name in (material.name, material.inci, material.name.lower()):
            words, amount = parted(name)
            assert not amount or (is_bare(amount) and borne(words, amount, (hit.material for hit in finder.find(name)))), name


def test_line_after_line_without_leaving_the_search(qtbot: QtBot, window: Window) -> None:
    window.library.focus_search()
    typed(qtbot, window, "xanthan gum 0.3")
    assert window.library.count.text() == "Enter adds 0.3"
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert line(window).material == "xanthan-gum" and line(window).amount.text == "0.3 %"
    assert window.actions_.undo.text() == "Undo Add xanthan gum, 0.3 %"
    typed(qtbot, window, "citric acid 20 0.2 % max 0.5 %")  # over what stood there
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    found = line(window)
    assert (found.material, found.amount.text, found.adjust) == ("citric-acid-20", "0.2 %", "pH")
    assert found.maximum is not None and found.maximum.text == "0.5 %"


def test_a_number_that_belongs_to_the_name_is_no_amount(qtbot: QtBot, window: Window) -> None:
    window.library.focus_search()
    typed(qtbot, window, "tween 60")
    assert window.library.amount == "" and "material" in window.library.count.text()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert line(window).material == "polysorbate-60" and line(window).amount.text == "1 %"


def test_what_is_no_amount_yet_is_told_and_adds_nothing(qtbot: QtBot, window: Window) -> None:
    before = window.document.recipe
    window.library.focus_search()
    for text in ("glycerin 5 mg/", "glycerin 1,200", "water q.s."):
        window.library.focus_search()
        typed(qtbot, window, text)
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
        assert window.document.recipe is before, text
        assert window.statusBar().currentMessage()
        assert window.library.search.text() == text


def test_a_recipe_in_grams_takes_a_bare_number_as_grams(qtbot: QtBot, opened: Opener) -> None:
    text = 'format = 1\nname = "x"\nproduct = "face-cream"\nmarkets = ["EU"]\nemulsion = "none"\n[[phase]]\nname = "A"\nkind = "water"\n'
    text += '[[phase.line]]\nmaterial = "water"\namount = "90 g"\n'
    window = opened(text)
    window.library.focus_search()
    typed(qtbot, window, "glycerin 5")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert line(window).amount.text == "5 g"


def test_page_down_goes_on_to_the_end_of_the_next_phase(qtbot: QtBot, window: Window) -> None:
    window.table.select_line((0, 0))
    window.library.focus_search()
    search = QApplication.focusWidget()
    for key, place in ((Key.Key_PageDown, (1, 2)), (Key.Key_PageDown, (2, 1)), (Key.Key_PageDown, (2, 1)), (Key.Key_PageUp, (1, 2))):
        qtbot.keyClick(search, key)
        assert window.table.current_place() == place and QApplication.focusWidget() is search
    typed(qtbot, window, "squalane 2")
    qtbot.keyClick(search, Key.Key_Return)
    assert [line.material for line in window.document.recipe.phases[1].lines][-2:] == ["sorbitan-stearate", "squalane"]


def test_page_down_goes_into_an_empty_phase(qtbot: QtBot, window: Window) -> None:
    window.document.new()
    window.library.focus_search()
    search = QApplication.focusWidget()
    qtbot.keyClick(search, Key.Key_PageDown)
    assert window.table.current_place() == (1, -1)
    typed(qtbot, window, "squalane 2")
    qtbot.keyClick(search, Key.Key_Return)
    assert window.table.current_place() == (1, 0)
