"""Prices typed into the recipe, and what the window then says of the cost."""

from __future__ import annotations

from dataclasses import replace

import pytest
import tomli
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import CREAM, Opener
from formulator.core.assess import evaluate
from formulator.core.material import Material
from formulator.core.span import Span
from formulator.files.recipe import amount
from formulator.files.write import recipe_text
from formulator.gui.amount_editor import AmountEditor
from formulator.gui.lever import changes
from formulator.gui.own_edits import carried
from formulator.gui.pricing import bare_unit, least_money, money, price_text, sum_money, with_price
from formulator.gui.recipe_model import PENDING_ROLE, Column
from formulator.gui.typed import half_priced, typed_price
from formulator.gui.window import Window

Key = Qt.Key
GLYCERIN, ZINC, OIL, SOAP = (0, 1), (0, 2), (1, 0), (2, 1)
PRICED = CREAM + '\n[[material]]\nid = "glycerin"\nlike = "glycerin"\nprice = "2.40 EUR/kg"\n'


def editor(window: Window) -> AmountEditor:
    (found,) = (e for e in window.table.findChildren(AmountEditor) if e.isVisible())
    return found


def go(qtbot: QtBot, window: Window, place: tuple[int, int]) -> None:
    """To the cost of a line, by keys."""
    window.table.select_line(place)
    for _ in range(2):
        qtbot.keyClick(window.table, Key.Key_Right)
    assert window.table.currentIndex().column() == Column.COST


def type_price(qtbot: QtBot, window: Window, place: tuple[int, int], text: str, end: Qt.Key | None = Key.Key_Return) -> None:
    go(qtbot, window, place)
    qtbot.keyClick(window.table, text[0])
    for letter in text[1:]:
        qtbot.keyClick(editor(window), letter)
    if end is not None:
        qtbot.keyClick(editor(window), end)


def price(window: Window, id: str) -> str:
    return price_text(window.document.recipe, id)


def cell(window: Window, place: tuple[int, int], role: int = Qt.ItemDataRole.DisplayRole) -> str:
    row = window.table.recipe_model.row_of(place)
    assert row is not None
    return str(window.table.recipe_model.index(row, Column.COST).data(role)).strip("\u2007 ")


def root(window: Window) -> str:
    """The first line of the derivation that is open."""
    return str(window.explain.tree.model().index(0, 0).data())


def test_without_a_price_nothing_of_cost_is_there_until_it_is_asked_for(qtbot: QtBot, window: Window) -> None:
    table = window.table
    assert table.isColumnHidden(Column.COST)
    assert not window.verdict.cost.isVisible()
    assert not window.actions_.costs.isChecked()
    qtbot.keyClick(table, Key.Key_Right)
    qtbot.keyClick(table, Key.Key_Right)
    assert table.currentIndex().column() == Column.MASS
    window.actions_.costs.trigger()
    assert not table.isColumnHidden(Column.COST)
    assert window.actions_.costs.isChecked()
    assert cell(window, GLYCERIN) == "–"
    assert cell(window, GLYCERIN, Qt.ItemDataRole.AccessibleTextRole) == "no price"
    assert cell(window, GLYCERIN, Qt.ItemDataRole.ToolTipRole) == "Glycerin has no price here. Type one, such as 12.50 EUR/kg."
    assert window.document.stack.count() == 0
    window.actions_.costs.trigger()
    assert table.isColumnHidden(Column.COST)


def test_a_price_is_typed_like_an_amount_and_is_one_step(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    window.actions_.costs.trigger()
    type_price(qtbot, window, GLYCERIN, "12.50 EUR/kg", None)
    assert editor(window).accessibleName() == "Price of glycerin"
    assert not editor(window).refused
    # 5 % at 12.50 EUR/kg: 0.625 EUR in a kg of cream, live
    assert window.verdict.cost.number.text() == "≥0.62 EUR/kg"
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert window.table.current_place() == ZINC
    assert window.table.currentIndex().column() == Column.COST  # down the column
    assert price(window, "glycerin") == "12.50 EUR/kg"
    assert window.document.stack.count() == 1
    assert window.actions_.undo.text() == "Undo Set price of glycerin to 12.50 EUR/kg"
    assert tomli.loads(recipe_text(window.document.recipe))["material"] == [{"id": "glycerin", "like": "glycerin", "price": "12.50 EUR/kg"}]
    window.actions_.undo.trigger()
    assert window.document.recipe is start


def test_the_recipes_currency_is_taken_and_none_is_guessed(qtbot: QtBot, window: Window) -> None:
    window.actions_.costs.trigger()
    type_price(qtbot, window, GLYCERIN, "12,50")
    assert editor(window).refused
    assert "has no currency" in editor(window).toolTip()
    assert window.document.stack.count() == 0
    for letter in " usd/lb":
        qtbot.keyClick(editor(window), letter)
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert price(window, "glycerin") == "12.50 USD/lb"
    type_price(qtbot, window, OIL, "4")
    assert price(window, "mineral-oil-light") == "4 USD/kg"
    type_price(qtbot, window, GLYCERIN, "13")  # what stood there stays
    assert price(window, "glycerin") == "13 USD/lb"


def test_a_faulty_price_stays_in_red_until_it_is_mended(qtbot: QtBot, window: Window) -> None:
    window.actions_.costs.trigger()
    type_price(qtbot, window, GLYCERIN, "3 EUR/litre")
    assert editor(window).refused
    window.library.search.setFocus()
    assert cell(window, GLYCERIN) == "3 EUR/litre"
    assert cell(window, GLYCERIN, PENDING_ROLE) == "True"
    assert cell(window, GLYCERIN, Qt.ItemDataRole.ToolTipRole) == "the unit 'litre' does not fit here. Write a mass such as g."
    assert window.document.stack.count() == 0


def test_escape_puts_back_what_was_there(qtbot: QtBot, opened: Opener) -> None:
    window = opened(PRICED)
    start = window.document.recipe
    type_price(qtbot, window, GLYCERIN, "7", Key.Key_Escape)
    assert window.document.recipe is start
    assert window.document.stack.count() == 0


def test_an_emptied_price_goes_and_the_material_that_said_nothing_else(qtbot: QtBot, opened: Opener) -> None:
    window = opened(PRICED)
    go(qtbot, window, GLYCERIN)
    qtbot.keyClick(window.table, Key.Key_F2)
    assert editor(window).text() == "2.40 EUR/kg"
    editor(window).selectAll()
    qtbot.keyClick(editor(window), Key.Key_Backspace)
    assert price(window, "glycerin") == "2.40 EUR/kg"
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert window.document.recipe.materials == ()
    assert window.actions_.undo.text() == "Undo Remove the price of glycerin"
    assert window.table.isColumnHidden(Column.COST)
    assert window.table.currentIndex().column() == Column.SHARE
    assert not window.verdict.cost.isVisible()
    window.actions_.undo.trigger()
    assert not window.table.isColumnHidden(Column.COST)


def test_the_overview_says_the_cost_and_how_many_lines_have_no_price(qtbot: QtBot, opened: Opener) -> None:
    window = opened(PRICED)
    cost = window.verdict.cost
    assert cost.isVisible()
    # 5 % at 2.40 EUR/kg: 0.12 EUR/kg; of 500 g 0.06 EUR
    assert (cost.number.text(), cost.batch.text()) == ("≥0.12 EUR/kg", "≥0.060 EUR")
    assert cost.note.text() == "at least: 7 lines have no price"
    assert cost.number.accessibleName() == "cost: at least 0.12 EUR/kg, no upper end"
    qtbot.mouseClick(cost.number, Qt.MouseButton.LeftButton)
    assert window.below.currentWidget() is window.explain
    assert root(window) == "cost: at least 0.12 EUR/kg, no upper end"
    cost.batch.setFocus()
    qtbot.keyClick(cost.batch, Key.Key_Return)
    assert root(window) == "cost of the batch: at least 0.06 EUR, no upper end"


def test_what_lacks_a_price_is_a_click_from_being_priced(qtbot: QtBot, opened: Opener) -> None:
    window = opened(PRICED)
    window.actions_.costs.trigger()  # hidden, whatever the recipe says
    assert window.table.isColumnHidden(Column.COST)
    note = window.verdict.cost.note
    assert note.toolTip().startswith("The cost is at least 0.12 EUR/kg: no price of Water, ")
    qtbot.mouseClick(note, Qt.MouseButton.LeftButton)
    assert editor(window).accessibleName() == "Price of water"
    qtbot.keyClick(editor(window), "0")  # said to be free
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert price(window, "water") == "0 EUR/kg"
    assert cell(window, (0, 0)) == "0.00"
    assert note.text() == "at least: 6 lines have no price"


def test_all_lines_priced_make_a_plain_sum(qtbot: QtBot, opened: Opener) -> None:
    window = opened(PRICED)
    for p, n, line in window.document.recipe.lines():
        if line.material != "glycerin":
            type_price(qtbot, window, (p, n), "1")
    # 95 % at 1 and 5 % at 2.40 EUR/kg: 0.95 + 0.12 = 1.07
    assert window.verdict.cost.number.text() == "1.07 EUR/kg"
    assert not window.verdict.cost.note.isVisible()
    assert "11.2 % of the cost" in cell(window, GLYCERIN, Qt.ItemDataRole.ToolTipRole)
    assert "0.060 EUR in the batch of 500 g" in cell(window, GLYCERIN, Qt.ItemDataRole.ToolTipRole)
    head = window.table.recipe_model.index(0, Column.COST).data().strip("\u2007")
    assert head == "0.87"  # phase A is 79.9 %: 74.9 % at 1 and 5 % at 2.40, 0.749 + 0.12


def test_several_currencies_stand_beside_each_other_and_are_not_summed(qtbot: QtBot, opened: Opener) -> None:
    window = opened(PRICED)
    type_price(qtbot, window, OIL, "4 USD/kg")
    assert (cell(window, GLYCERIN), cell(window, OIL)) == ("0.12 EUR", "0.60 USD")
    assert window.verdict.cost.note.text() == "Prices in EUR and USD: not added up"
    assert not window.verdict.cost.number.isVisible()
    type_price(qtbot, window, SOAP, "5")
    assert editor(window).refused  # which of the two is not guessed
    qtbot.keyClick(editor(window), Key.Key_Escape)


def test_a_priced_material_of_the_library_is_no_own_material(opened: Opener) -> None:
    window = opened(PRICED)
    hits = {hit.material.id: hit.mark for hit in window.library.finder.find("glycerin")}
    assert hits["glycerin"] == ""


@pytest.mark.parametrize(("width", "hidden"), [(1280, False), (1024, False), (800, True)])
def test_there_is_a_cost_column_where_there_is_room(qtbot: QtBot, opened: Opener, width: int, hidden: bool) -> None:
    window = opened(PRICED)
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.table.isColumnHidden(Column.COST) == hidden)
    assert window.table.columnWidth(Column.NAME) >= 120
    if hidden:
        window.actions_.costs.trigger()
        assert window.statusBar().currentMessage() == "There is no room for the costs: make the window wider."
        assert not window.actions_.costs.isChecked()


def test_a_price_that_stands_in_no_line_says_nothing(qtbot: QtBot, opened: Opener) -> None:
    window = opened(PRICED.replace('material = "glycerin"', 'material = "squalane"'))
    assert window.table.isColumnHidden(Column.COST)
    window.actions_.costs.trigger()
    type_price(qtbot, window, GLYCERIN, "12")
    assert editor(window).refused
    qtbot.keyClick(editor(window), Key.Key_Escape)


def test_what_if_tells_what_a_change_costs(opened: Opener) -> None:
    window = opened(PRICED)
    before = window.document.assessment
    more = replace(before.recipe.phases[0].lines[1], amount=amount("10 %"))
    after = evaluate(before.recipe.with_line(0, 1, more), window.document.data, before.on)
    assert "cost at least 0.12 → at least 0.24 EUR/kg" in list(changes(before, after))


def test_a_line_of_an_unknown_material_takes_no_price(qtbot: QtBot, opened: Opener) -> None:
    window = opened(PRICED.replace('"sorbitan-stearate"', '"unheard-of"'))
    row = window.table.recipe_model.row_of((1, 2))
    assert row is not None
    assert not window.table.recipe_model.flags(window.table.recipe_model.index(row, Column.COST)) & Qt.ItemFlag.ItemIsEditable


# --- without the window ---


def test_a_price_on_an_own_material_leaves_the_rest_of_it(window: Window) -> None:
    recipe, data = window.document.recipe, window.document.data
    raw = {"id": "my-oil", "name": "My oil", "functions": ["emollient"], "like": "squalane", "price": {"value": "3 EUR/kg", "source": "quote 7"}}
    own = Material(id="my-oil", name="My oil", functions=("emollient",), substances=(), comment="as ordered", declared=raw)
    before = replace(recipe, materials=(own,))
    assert bare_unit(before, "my-oil") == "EUR/kg"
    after = carried(with_price(before, data, "my-oil", "4 EUR/kg"), "my-oil")
    assert after is not None
    assert after.declared == {**raw, "price": "4 EUR/kg"}  # the old source does not speak for the new price
    assert after.comment == "as ordered"
    without = carried(with_price(before, data, "my-oil", ""), "my-oil")
    assert without is not None and "price" not in without.declared


@pytest.mark.parametrize(
    ("text", "unit", "comma", "written"),
    [
        ("12.50 EUR/kg", "", False, "12.50 EUR/kg"),
        ("12,50", "EUR/kg", False, "12.50 EUR/kg"),
        ("1,250 eur/kg", "", True, "1.250 EUR/kg"),
        (".5", "USD/lb", False, "0.5 USD/lb"),
        ("10 - 12", "EUR/kg", False, "10 - 12 EUR/kg"),
        ("10,5 – 12,5 EUR/100 g", "", False, "10.5 - 12.5 EUR/100 g"),
    ],
)
def test_what_is_typed_is_written_as_a_file_has_it(text: str, unit: str, comma: bool, written: str) -> None:
    assert typed_price(text, unit, comma) == written


def test_what_may_still_become_a_price() -> None:
    assert all(half_priced(text) for text in ("", "1", "12.", "12.50 E", "12.50 EUR", "12.50 EUR/", "3 USD/l", "145 EUR/25 k", "10 - 1"))
    assert not any(half_priced(text) for text in ("12.50 EURO", "3 EUR/litre", "abcd"))


def test_money_has_two_decimals_and_three_where_it_is_small() -> None:
    assert [money(x) for x in (0, 1234.5, 4.3, 0.123, 0.0308, 0.001, 0.00001)] == ["0.00", "1234.50", "4.30", "0.12", "0.031", "0.001", "<0.001"]


def test_at_least_is_never_more_than_is_known() -> None:
    assert [least_money(x) for x in (1.199, 1.2, 0.29, 4.305, 0.0309, 0.0004, 0)] == ["≥1.19", "≥1.20", "≥0.29", "≥4.30", "≥0.030", "≥0.00", "≥0.00"]
    assert sum_money([Span.between(1.199, 1.6), None]) == "≥1.19", "what has no price adds to the upper end too"
    assert sum_money([Span.between(1.2, 1.6), Span.exact(1.0)]) == "2.20–2.60"


def test_a_currency_of_which_nothing_is_in_the_cream_parts_no_sums(opened: Opener) -> None:
    other = '\n[[material]]\nid = "sodium-hydroxide-10"\nlike = "sodium-hydroxide-10"\nprice = "3 USD/kg"\n'
    window = opened(PRICED.replace('"0.3 %"', '"0 %"') + other)
    assert window.verdict.cost.number.text() == "≥0.12 EUR/kg"
    assert cell(window, (0, -1)) == "≥0.12" and cell(window, GLYCERIN) == "0.12"
