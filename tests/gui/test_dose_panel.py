"""The dose page and the dose table: who uses how much, what is known of each share of a limit, and that each number leads to its derivation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from formulator.core.recipe import Quantity, Use
from formulator.core.span import Span
from formulator.core.units import QuantityError
from formulator.gui import theme
from formulator.gui.dose_model import FIGURE_ROLE, ElementsModel, ImpuritiesModel, SubstancesModel, brief
from formulator.gui.dose_panel import ElementBlock, unbroken
from formulator.gui.dose_view import Scale, element_dose_views, plain, scale_for
from formulator.gui.number_link import NumberLink
from formulator.gui.share_bar import MARGIN, ShareBar
from formulator.gui.use_edits import AMOUNT_UNITS, SHARE_UNITS, half_typed_use, with_allocation, with_amount
from formulator.gui.window import Window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier

Opener = Callable[[str], Window]
Text = Callable[[str], str]


def barrier(cream: str) -> str:
    """With so much zinc oxide that the dose cannot be told."""
    return cream.replace("200 mg/kg as Zn", "10 %").replace('"zinc-sulfate-heptahydrate"', '"zinc-oxide"')


def minerals(cream: str) -> str:
    """With copper and magnesium too."""
    more = (("copper-sulfate-pentahydrate", "20 mg/kg as Cu"), ("magnesium-sulfate-heptahydrate", "1 %"))
    lines = "".join(f'  [[phase.line]]\n  material = "{material}"\n  amount = "{amount}"\n\n' for material, amount in more)
    glycerin = '  [[phase.line]]\n  material = "glycerin"'
    return cream.replace(glycerin, lines + glycerin)


def damaged_child(cream: str) -> str:
    """The same for a small child with broken skin."""
    return minerals(cream).replace("[[phase]]", '[use]\npopulation = "child-1-3"\nskin = "damaged"\n\n[[phase]]', 1)


def as_it_is(cream: str) -> str:
    return cream


@pytest.fixture
def text(cream: Path) -> str:
    """The trial cream as text."""
    return cream.read_text(encoding="utf-8")


def show_dose(qtbot: QtBot, window: Window) -> None:
    """Go to the dose by its key."""
    qtbot.keyClick(window, Key.Key_5, CTRL)
    assert window.dose.isVisible()


def show_table(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window, Key.Key_6, CTRL)
    assert window.doses.isVisible()


def block(window: Window, symbol: str) -> ElementBlock:
    return next(b for b in window.dose.blocks if b.isVisible() and b.symbol.text() == symbol)


def choose(qtbot: QtBot, box: QComboBox, data: str) -> None:
    """Choose by keys, as a person does: open it, go there, Enter."""
    box.setFocus()
    goal = box.findData(data)
    while box.currentIndex() != goal:
        before = box.currentIndex()
        qtbot.keyClick(box, Key.Key_Down if goal > before else Key.Key_Up)
        assert box.currentIndex() != before


def test_skin_and_person_are_chosen_by_keys_and_undone(qtbot: QtBot, window: Window) -> None:
    show_dose(qtbot, window)
    start = window.document.recipe
    assert (window.dose.use.population.currentData(), window.dose.use.skin.currentData()) == ("adult", "intact")
    choose(qtbot, window.dose.use.skin, "damaged")
    assert window.document.recipe.use.skin == "damaged"
    assert window.actions_.undo.text() == "Undo Set skin to damaged"
    assert block(window, "Zn").rows[0].share.text().startswith("0–")
    window.actions_.undo.trigger()
    assert window.document.recipe is start
    assert window.dose.use.skin.currentData() == "intact"
    choose(qtbot, window.dose.use.population, "child-1-3")
    assert window.document.recipe.use.population == "child-1-3"
    assert window.document.stack.text(window.document.stack.index() - 1) == "Set person to Child, 1 to 3 years"
    assert window.dose.use.weight.text() == "Person, 12 kg"
    assert window.dose.use.amount.placeholderText() == "1.54 g/day for an adult"  # a child's follows from it by the area of skin
    assert block(window, "Zn").rows[0].name.text() == unbroken("EFSA UL 7 mg/day")


def test_choosing_what_holds_already_is_no_edit(qtbot: QtBot, window: Window) -> None:
    show_dose(qtbot, window)
    for box in (window.dose.use.population, window.dose.use.skin):
        box.activated.emit(box.currentIndex())
    assert window.document.stack.count() == 0


def test_the_amount_shows_the_published_pattern_and_takes_what_is_typed(qtbot: QtBot, window: Window) -> None:
    show_dose(qtbot, window)
    start, amount = window.document.recipe, window.dose.use.amount
    assert (amount.text(), amount.placeholderText()) == ("", "1.54 g/day, published")
    amount.setFocus()
    qtbot.keyClicks(amount, "3 g/day")
    assert window.document.recipe.use.amount == Quantity("3 g/day", 3.0)
    assert window.document.stack.count() == 1 and window.actions_.undo.text() == "Undo Set amount to 3 g/day"
    assert "3 g/day" in window.dose.use.kept.text()
    amount.selectAll()
    qtbot.keyClicks(amount, "4 FTU/day")
    use = window.document.recipe.use
    assert use.amount is None and use.fingertips == Quantity("4 FTU/day", 4.0)
    assert not amount.refused
    amount.selectAll()
    qtbot.keyClick(amount, Key.Key_Backspace)
    assert window.document.recipe is start and window.document.stack.count() == 0  # back to the published pattern: nothing happened


def test_nonsense_in_the_amount_stays_with_the_way_out(qtbot: QtBot, window: Window) -> None:
    show_dose(qtbot, window)
    amount = window.dose.use.amount
    amount.setFocus()
    qtbot.keyClicks(amount, "3 bananas")
    assert amount.refused and amount.text() == "3 bananas" and "bananas" in amount.accessibleDescription()
    assert window.document.recipe.use.amount == Quantity("3 g/day", 3.0)  # what was typed so far
    window.table.setFocus()


def test_the_share_of_a_limit_is_an_edit_and_moves_the_mark(qtbot: QtBot, window: Window) -> None:
    show_dose(qtbot, window)
    share = window.dose.use.allocation
    assert share.placeholderText() == "10 %, default"
    bar = block(window, "Zn").rows[0].bar
    assert bar.view is not None and bar.view.allocation == 10
    share.setFocus()
    qtbot.keyClicks(share, "25")
    assert window.document.recipe.use.limit_allocation == Quantity("25 %", 25.0)
    assert window.actions_.undo.text() == "Undo Set share of a limit to 25 %"
    assert bar.view.allocation == 25
    qtbot.keyClicks(share, "0")
    assert share.refused and "at most 100 %" in share.accessibleDescription()
    window.table.setFocus()


@pytest.mark.parametrize(
    ("typed", "use"),
    [
        ("1.54 g/day", Use(amount=Quantity("1.54 g/day", 1.54))),
        ("1,5", Use(amount=Quantity("1.5 g/day", 1.5))),
        ("2 g", Use(amount=Quantity("2 g/day", 2.0))),
        ("500 mg per day", Use(amount=Quantity("500 mg/day", 0.5))),
        ("4 ftu", Use(fingertips=Quantity("4 FTU/day", 4.0))),
        ("2.5 FTU a day", Use(fingertips=Quantity("2.5 FTU/day", 2.5))),
        ("2 finger-tip units", Use(fingertips=Quantity("2 FTU/day", 2.0))),
        ("2 mg/cm2", Use(film=Quantity("2 mg/cm2", 2.0))),
        ("", Use()),
    ],
)
def test_amounts_as_people_type_them(typed: str, use: Use) -> None:
    assert with_amount(Use(amount=Quantity("9 g/day", 9.0)), typed) == use


@pytest.mark.parametrize("typed", ["0", "-1", "20000 g/day", "2000 FTU", "3 kg/kg", "1,200", "x"])
def test_amounts_that_are_none(typed: str) -> None:
    with pytest.raises(QuantityError):
        with_amount(Use(), typed)


def test_what_is_half_typed_is_not_complained_of() -> None:
    assert all(half_typed_use(text, AMOUNT_UNITS) for text in ("", "0", "0.", "4 F", "4 FTU/", "1.54 g/", "2 mg/c"))
    assert not any(half_typed_use(text, AMOUNT_UNITS) for text in ("3 b", "20000", "-5", "1,200"))
    assert half_typed_use("0.", SHARE_UNITS) and not half_typed_use("10 g", SHARE_UNITS)
    with pytest.raises(QuantityError):
        with_allocation(Use(), "101 %")


def test_every_limit_has_a_bar_and_the_binding_one_is_named(qtbot: QtBot, opened: Opener, text: str) -> None:
    window = opened(minerals(text))
    show_dose(qtbot, window)
    zinc = block(window, "Zn")
    assert [row.name.text() for row in zinc.rows if row.isVisible()] == [unbroken("EFSA UL 25 mg/day"), unbroken("NASEM UL 40 mg/day")]
    assert zinc.binding.text() == "binding: EFSA UL, total oral intake"
    assert zinc.state.text() == "✓ within"
    assert block(window, "Cu").binding.text() == "binding: EFSA ADI, total oral intake"
    assert block(window, "Mg").binding.text() == "binding: EFSA UL, supplements only"
    assert "S" in window.dose.unlimited.text()
    judged = [limit for view in element_dose_views(window.document.assessment) for limit in view.limits if limit.judged]
    assert all(limit.title.startswith("EFSA") for limit in judged)  # the market is the EU
    window.document.edit(window.document.recipe, "nothing")
    window.header.market_actions["US"].trigger()
    assert len([limit for view in element_dose_views(window.document.assessment) for limit in view.limits if limit.judged]) > len(judged)


def test_the_grade_is_said_in_words_and_a_colour_is_never_alone(qtbot: QtBot, window: Window) -> None:
    show_dose(qtbot, window)
    zinc = block(window, "Zn")
    row = zinc.rows[0]
    for said in (row.bar.toolTip(), row.bar.accessibleName(), row.share.toolTip(), zinc.grade.toolTip()):
        assert "grade B: human skin in the laboratory" in said
    assert "10 % of the limit" in row.bar.accessibleName() and "total oral intake" in row.bar.accessibleName()
    assert all(b.state.text()[0] in theme.SIGNS.values() for b in window.dose.blocks if b.isVisible())


def test_a_click_on_a_bar_or_a_number_opens_the_derivation(qtbot: QtBot, window: Window) -> None:
    show_dose(qtbot, window)
    row = block(window, "Zn").rows[0]
    qtbot.mouseClick(row.bar, LEFT)
    assert window.explain.figure_id == "intake.Zn.efsa.internal" and window.below.currentWidget() is window.explain
    assert window.explain.node is not None and window.dose.isVisible()
    other = block(window, "Zn").rows[1].bar
    other.setFocus()
    qtbot.keyClick(other, Key.Key_Return)
    assert window.explain.figure_id == "intake.Zn.nasem.internal"
    found = [link for link in window.dose.findChildren(NumberLink) if link.isVisible() and link.isEnabled()]
    assert len(found) > 8
    for link in found:
        qtbot.mouseClick(link, LEFT)
        assert window.explain.node is not None and window.explain.figure_id == link.figure_id, link.text()


def test_the_scale_is_straight_until_it_cannot_be() -> None:
    straight = Scale(0.0, 100.0, False)
    assert [straight.at(v) for v in (-1, 0, 10, 100, 1000)] == [0, 0, 0.1, 1, 1]
    assert straight.ticks() == (0, 25, 50, 75, 100)
    assert 100.0 in Scale(0.0, 200.0, False).ticks() and 100.0 in Scale(0.0, 300.0, False).ticks()
    log = Scale(0.01, 10_000.0, True)
    assert [round(log.at(v), 6) for v in (0, 0.01, 100, 10_000, 1e9)] == [0, 0, round(4 / 6, 6), 1, 1]
    assert 100.0 in log.ticks() and len(log.ticks()) <= 7
    assert scale_for(()) == straight


def test_a_wide_span_is_shown_wide_and_a_logarithm_is_said(qtbot: QtBot, opened: Opener, text: str) -> None:
    window = opened(barrier(text))
    show_dose(qtbot, window)
    bar = block(window, "Zn").rows[0].bar
    assert bar.view is not None and not bar.scale.log and "ogarithm" not in window.dose.legend.text()
    share = bar.view.share
    assert bar.place(share.high) - bar.place(share.low) == pytest.approx((share.high - share.low) / bar.scale.end * (bar.width() - 2 * MARGIN))
    choose(qtbot, window.dose.use.skin, "damaged")
    assert bar.scale.log and "Logarithmic: a span goes beyond 400 %." in window.dose.legend.text()
    share = bar.view.share
    assert share.best is None and share.high > 400 and share.low == 0
    assert bar.place(share.high) - bar.place(share.low) > 0.7 * bar.width()
    assert bar.scale.start < bar.view.allocation < 100 < bar.scale.end


def test_the_most_a_line_may_carry_is_listed_with_what_binds(qtbot: QtBot, opened: Opener, text: str) -> None:
    window = opened(barrier(text))
    show_dose(qtbot, window)
    most = {name.text(): (link.text(), rule.text()) for name, link, rule in window.dose.most if name.isVisible()}
    offered = {m.material: m for m in window.document.assessment.most}
    assert most["Zinc oxide"][1] == "by upper-intake"
    assert most["Zinc oxide"][0] == f"{offered['Zinc oxide'].share:g} %"
    assert most.keys() == offered.keys()


def test_without_a_limited_element_it_says_so(qtbot: QtBot, opened: Opener, text: str) -> None:
    window = opened(text.replace("200 mg/kg as Zn", "0 %"))
    show_dose(qtbot, window)
    assert window.dose.none.isVisible() and not window.dose.axis.isVisible()
    show_table(qtbot, window)
    qtbot.mouseClick(window.doses.choices[2], LEFT)
    assert "No specification" in window.doses.none.text() and not window.doses.copy.isEnabled()


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("made", [as_it_is, barrier, minerals, damaged_child])
def test_nothing_is_cut_off(qtbot: QtBot, opened: Opener, text: str, size: tuple[int, int], made: Text) -> None:
    window = opened(made(text))
    window.resize(QSize(*size))
    show_dose(qtbot, window)
    qtbot.wait(30)
    inside = window.dose.findChild(QWidget, "inside")
    assert inside is not None and inside.width() <= inside.parentWidget().width()
    for label in window.dose.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed - 1, label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
    for link in window.dose.findChildren(NumberLink):
        assert not link.isVisible() or link.width() >= link.fontMetrics().horizontalAdvance(link.text()), link.text()
    axis, bar = window.dose.axis, next(b for b in window.dose.findChildren(ShareBar) if b.isVisible())
    ends = [widget.mapTo(window, QPoint(x, 0)).x() for widget in (axis, bar) for x in (0, widget.width())]
    assert ends[:2] == ends[2:]  # the numbers stand over the bars
    assert window.minimumSizeHint().width() <= 1024 and window.minimumSizeHint().height() <= 700


def test_every_control_of_the_dose_has_a_name(qtbot: QtBot, window: Window) -> None:
    show_dose(qtbot, window)
    show_table(qtbot, window)
    kinds = (QLineEdit, QComboBox, QAbstractButton, QAbstractItemView)
    controls = [w for page in (window.dose, window.doses) for w in page.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    controls = [w for w in controls if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(controls) > 15
    assert not [w for w in controls if not w.accessibleName() and not (isinstance(w, QAbstractButton) and w.text())]


def test_the_table_holds_both_authorities_and_every_verdict(qtbot: QtBot, opened: Opener, text: str) -> None:
    window = opened(minerals(text))
    show_table(qtbot, window)
    model = window.doses.elements.dose_model
    zinc = [row for row in model.rows if row.key[0] == "Zn"]
    assert [row.cells[8].text for row in zinc] == ["EFSA UL 25", "NASEM UL 40"]
    assert [row.cells[10].text for row in zinc] == ["✓ passes", "comparison"]
    assert zinc[0].cells[4].tip.startswith("grade B: human skin")
    assert next(row for row in model.rows if row.key[0] == "S").cells[8].text == "none set"
    assert all(len(row.cells) == len(model.HEADINGS) for row in model.rows)
    qtbot.mouseClick(window.doses.choices[1], LEFT)
    substances = window.doses.view.dose_model
    assert isinstance(substances, SubstancesModel) and substances.rows
    glycerin = next(row for row in substances.rows if row.key == ("glycerin",))
    assert glycerin.cells[3].below.startswith("≥") and glycerin.cells[5].text == "✓ passes"


def test_the_impurities_have_their_table(qtbot: QtBot, opened: Opener, text: str) -> None:
    own = '\n[[material]]\nid = "my-oil"\nname = "My oil"\nlike = "mineral-oil-light"\nimpurities = { Pb = "<= 100 mg/kg" }\nsource = "sheet"\n'
    window = opened(text.replace('"mineral-oil-light"', '"my-oil"') + own)
    show_table(qtbot, window)
    qtbot.mouseClick(window.doses.choices[2], LEFT)
    row = window.doses.view.dose_model.rows[0]
    assert row.key == ("Pb",) and window.doses.choices[2].text() == "Impurities (1)"
    window.doses.view.setCurrentIndex(window.doses.view.order.index(0, 1))
    qtbot.keyClick(window.doses.view, Key.Key_Return)
    assert window.explain.figure_id == "impurity.Pb.content"


def test_a_heading_sorts_numbers_as_numbers(qtbot: QtBot, opened: Opener, text: str) -> None:
    window = opened(minerals(text))
    show_table(qtbot, window)
    view = window.doses.elements
    header = view.horizontalHeader()
    first = [view.order.index(n, 0).data() for n in range(view.order.rowCount())]
    spot = QPoint(header.sectionViewportPosition(1) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=spot)
    figures = window.document.assessment.figures

    def highs() -> list[float]:
        return [figures[view.order.index(n, 1).data(FIGURE_ROLE)].span.high for n in range(view.order.rowCount())]

    once = highs()
    qtbot.mouseClick(header.viewport(), LEFT, pos=spot)
    assert sorted((once, highs())) == sorted((sorted(once), sorted(once, reverse=True)))  # up and down, by the number and not by its text
    view.setFocus()
    view.setCurrentIndex(view.order.index(0, 10))
    qtbot.keyClick(view, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert header.sortIndicatorSection() == 10
    assert sorted(first) == sorted(view.order.index(n, 0).data() for n in range(view.order.rowCount()))


def test_a_cell_leads_to_its_derivation_and_a_click_alone_stays(qtbot: QtBot, window: Window) -> None:
    show_table(qtbot, window)
    view = window.doses.elements
    row = next(n for n in range(view.order.rowCount()) if "Zn" in view.order.index(n, 0).data())
    index = view.order.index(row, 3)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    assert window.explain.figure_id == "element.Zn.absorbed" and window.doses.isVisible()
    qtbot.keyClick(view, Key.Key_Return)
    assert window.below.currentWidget() is window.explain and window.explain.node is not None


def test_the_table_is_copied_as_text(qtbot: QtBot, opened: Opener, text: str) -> None:
    window = opened(minerals(text))
    show_table(qtbot, window)
    view = window.doses.elements
    view.setFocus()
    qtbot.keyClick(view, Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0].split("\t")[:3] == ["Element", "Content mg/kg", "Applied mg/day"]
    assert len(copied) == 1 + view.order.rowCount()
    assert all(len(line.split("\t")) == len(ElementsModel.HEADINGS) for line in copied)
    zinc = next(line for line in copied if line.startswith("Zn"))
    assert "200" in zinc and "EFSA UL 25 mg/day (total oral intake)" in zinc and "e-" not in zinc and "grade B: human skin" in zinc
    assert "rows copied" in window.statusBar().currentMessage()
    view.selectAll()
    view.selectionModel().clearSelection()
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.order.index(0, 0)).center())
    qtbot.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, view.visualRect(view.order.index(1, 1)).center())
    qtbot.keyClick(view, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().count("\n") == 2
    qtbot.mouseClick(window.doses.copy, LEFT)
    assert QGuiApplication.clipboard().text().startswith("Element\t")


def test_hidden_pages_catch_up_when_they_are_seen(qtbot: QtBot, window: Window) -> None:
    window.document.edit(window.document.recipe.without_line(0, 2), "Remove zinc sulfate heptahydrate")
    show_dose(qtbot, window)
    assert window.dose.none.isVisible()
    window.actions_.undo.trigger()
    assert block(window, "Zn").isVisible()
    qtbot.keyClick(window, Key.Key_4, CTRL)
    assert not window.dose.isVisible() and window.verdict.chip.isVisible()


def test_the_models_keep_the_rules_of_qt(qtmodeltester: ModelTester, opened: Opener, text: str) -> None:
    window = opened(minerals(text))
    for model in (ElementsModel(), SubstancesModel(), ImpuritiesModel()):
        qtmodeltester.check(model, force_py=True)
        model.take(window.document.assessment)
        qtmodeltester.check(model, force_py=True)
    window.doses.take(window.document.assessment)
    show_order = window.doses.elements.order
    qtmodeltester.check(show_order, force_py=True)


def test_short_numbers_stay_honest() -> None:
    assert [brief(v) for v in (0, 0.00000941, 0.00123, 345.6, 80340)] == ["0", "9.41e-6", "0.00123", "346", "80340"]
    assert brief(9.996e-5) in ("10e-5", "1e-4", "0.0001")
    assert plain(Span.between(2000, 2500), "mg/day") == "2000–2500 mg/day"


def test_the_overview_compares_like_with_like(window: Window) -> None:
    """A limit is of what is swallowed: beside it stands the oral equivalent, not what is absorbed."""
    row = next(row for row in window.verdict.elements.rows if row.symbol.text() == "Zn")
    assert row.dose.figure_id == "element.Zn.oral-equivalent"
    high = window.document.assessment.figures["element.Zn.oral-equivalent"].span.high
    assert row.bar.dose == high and row.bar.allowed == 2.5
