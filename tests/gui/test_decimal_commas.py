"""Who writes decimals with a comma: nothing that is typed, pasted or copied is read as a thousandth or a thousandfold of what was meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from conftest import CREAM, Opener
from formulator.core.recipe import Amount, Recipe
from formulator.core.units import QuantityError
from formulator.gui import language
from formulator.gui.block_edits import BlockEdit
from formulator.gui.document import blank_recipe
from formulator.gui.lines_text import read_lines, to_text
from formulator.gui.pasting import Clipboard
from formulator.gui.settings_edits import with_batch, with_body_weight, with_target
from formulator.gui.typed import half_priced, typed_amount, typed_price, typed_quantity
from formulator.report import tongue

SHARE = Amount("1 %", "share", 1.0)


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    language.speak()
    yield
    tongue.speak(None)
    QLocale.setDefault(before)


@pytest.mark.parametrize("text", ["1.500", "1.500 g", "12.500 mg/kg", "2.000 ppm as Zn", "1.500,00 g", "-1.500"])
def test_a_point_before_three_digits_is_not_guessed(text: str) -> None:
    with pytest.raises(QuantityError, match="can be read in two ways"):
        typed_amount(text, SHARE, True)
    with pytest.raises(QuantityError, match="can be read in two ways"):
        typed_quantity(text, "g", True)


@pytest.mark.parametrize(("text", "value"), [("1,500", 1.5), ("0.500", 0.5), ("1.50", 1.5), ("1500", 1500.0), ("1.5005", 1.5005), ("0,125", 0.125)])
def test_what_has_one_meaning_is_taken(text: str, value: float) -> None:
    assert typed_amount(text, SHARE, True).value == value


def test_settings_ask_too() -> None:
    def target(recipe: Recipe, text: str, comma: bool) -> Recipe:
        return with_target(recipe, "Zn", "min", text, comma)

    for take in (with_batch, with_body_weight, target):
        with pytest.raises(QuantityError, match="can be read in two ways"):
            take(blank_recipe(), "1.500", True)
    assert with_batch(blank_recipe(), "1.500", False).batch == typed_quantity("1.500", "g")


def test_a_price_says_for_what_mass_with_a_comma() -> None:
    assert typed_price("145,50 EUR/2,5 kg", "", True) == "145.50 EUR/2.5 kg"
    assert typed_price("145 eur/.5 kg", "", True) == "145 EUR/0.5 kg"
    assert half_priced("145,50 EUR/2,")
    for text in ("1.200 EUR/kg", "5 EUR/1.000 kg", "1.500 - 2.500 EUR/kg"):
        with pytest.raises(QuantityError, match="can be read in two ways"):
            typed_price(text, "", True)


@pytest.mark.parametrize(("text", "comma"), [("Glycerin\t1.250 %\tglycerin", True), ("Glycerin 1.125 %", True), ("Glycerin\t1,250 %\tglycerin", False)])
def test_a_pasted_amount_that_may_mean_two_things_is_no_line_without_any(text: str, comma: bool) -> None:
    read = read_lines(text, lambda name: name.casefold() == "glycerin", comma)
    assert read.rows == () and "can be read in two ways" in read.left[0][1]


def test_a_known_name_alone_is_still_a_line() -> None:
    read = read_lines("Glycerin\nWater\t3,5", lambda name: name in ("Glycerin", "Water"), True)
    assert [row.line.amount.text for row in read.rows] == ["0 %", "3.5 %"]


def test_copied_lines_come_back_the_same_in_a_german_program(german: None, opened: Opener) -> None:
    window = opened(CREAM.replace('"2.6 %"', '"2.625 %"').replace('max = "0.6 %"', 'max = "1.125 %"'))
    recipe = window.document.recipe
    places = [(p, n) for p, n, _ in recipe.lines()]
    text = to_text(recipe, window.document.data, places)
    assert "\t2,625 %\t" in text and "max 1,125 %" in text
    read = read_lines(text, lambda name: window.document.data.material(name) is not None, True)
    assert [row.line.amount for row in read.rows] == [line.amount for *_, line in recipe.lines()]
    assert not read.left


def test_settings_show_what_is_typed_there(german: None, opened: Opener) -> None:
    window = opened(CREAM.replace('"500 g"', '"1.125 kg"').replace("[[phase]]", '[use]\namount = "1.125 g/day"\nbody_weight = "60.5 kg"\n\n[[phase]]', 1))
    window.tools.show_settings()
    dialog = window.tools.settings
    assert dialog is not None
    assert dialog.product.batch.text() == "1,125 kg"
    assert dialog.product.ph.text() == "5,0 - 5,5"
    assert dialog.use.amount.text() == "1,125 g/day"
    before = window.document.recipe
    dialog.product.batch.setFocus()
    dialog.use.amount.setFocus()
    assert window.document.recipe is before, "looking at a field changes nothing"
    dialog.close()


def test_what_is_left_out_of_several_lines_is_told(german: None, opened: Opener) -> None:
    window = opened(CREAM)
    clipboard = Clipboard(window.document, window.library.finder, window.shelf, window)
    found = clipboard.pasted("Glycerin\t1.250 %\nSqualane\t3,5 %", (0, 1))
    assert isinstance(found, BlockEdit)
    assert "Left out: 1. (Glycerin 1.250 %: '1.250 %' can be read in two ways." in found.note
    assert [line.amount.text for line in found.after.phases[0].lines[1:3]] == ["3.5 %", "5 %"]
