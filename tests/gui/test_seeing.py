"""What the panels show, and that each number and finding leads somewhere."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from formulator.core.data import Data
from formulator.gui import theme
from formulator.gui.derivation_model import DerivationModel
from formulator.gui.document import Document
from formulator.gui.findings_model import MESSAGE, SOURCE, FindingsModel
from formulator.gui.library_panel import Found, LibraryModel
from formulator.gui.number_link import NumberLink
from formulator.gui.phase_bar import FILLS
from formulator.gui.recipe_model import Column
from formulator.gui.window import Window
from formulator.report import words
from formulator.report.derivation import derivation, lines

ON = date(2026, 11, 22)

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def links(window: Window) -> list[NumberLink]:
    return [link for link in window.verdict.findChildren(NumberLink) if link.isVisible()]


def link(window: Window, id: str) -> NumberLink:
    return next(found for found in links(window) if found.figure_id == id)


def finding(window: Window, rule: str) -> int:
    return next(n for n, row in enumerate(window.findings.table.findings_model.rows) if row.check.rule == rule)


def test_a_click_on_a_number_shows_its_derivation(qtbot: QtBot, window: Window, data: Data) -> None:
    qtbot.mouseClick(link(window, "hlb.required"), LEFT)
    assert window.below.currentWidget() is window.explain
    figure = window.document.assessment.figures["hlb.required"]
    assert window.explain.text() == "\n".join(lines(derivation(figure, data)))
    model = window.explain.derivation_model
    assert model.index(0, 0).data() == f"required HLB: {words.figure(figure)}"


def test_a_number_answers_enter_and_keeps_up_with_the_recipe(qtbot: QtBot, window: Window) -> None:
    zinc = link(window, "element.Zn.content")
    zinc.setFocus()
    qtbot.keyClick(zinc, Key.Key_Return)
    before = window.explain.text()
    assert before.startswith("Zn in the finished product: 200")
    window.document.edit(window.document.recipe.without_line(0, 2), "Remove zinc sulfate heptahydrate")
    assert "no longer in this recipe" in window.explain.hint.text()
    window.actions_.undo.trigger()
    assert window.explain.text() == before


def test_every_number_leads_to_a_derivation(qtbot: QtBot, trouble: Window) -> None:
    assert len(links(trouble)) > 12
    for found in links(trouble):
        found.click()
        assert trouble.explain.node is not None, found.figure_id
        assert found.figure_id == trouble.explain.figure_id


def test_a_phase_share_is_a_number_too(qtbot: QtBot, window: Window) -> None:
    index = window.table.recipe_model.index(0, Column.SHARE)
    qtbot.mouseClick(window.table.viewport(), LEFT, pos=window.table.visualRect(index).center())
    assert window.explain.figure_id == "phase.water"


def test_the_derivation_can_be_copied(qtbot: QtBot, window: Window) -> None:
    link(window, "hlb.blend").click()
    qtbot.mouseClick(window.explain.copy, LEFT)
    assert QGuiApplication.clipboard().text() == window.explain.text()
    QGuiApplication.clipboard().clear()
    window.explain.tree.setFocus()
    qtbot.keyClick(window.explain.tree, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == window.explain.text()


def test_a_finding_leads_to_its_line_and_its_figure(qtbot: QtBot, trouble: Window) -> None:
    table = trouble.findings.table
    row = finding(trouble, "eu-iii-24")
    index = table.findings_model.index(row, MESSAGE)
    table.scrollTo(index)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())
    assert trouble.table.current_place() == (0, 2)
    assert trouble.explain.figure_id == "law.eu-iii-24"
    trouble.table.select_line((0, 0))
    table.setCurrentIndex(index)
    qtbot.keyClick(table, Key.Key_Return)
    assert trouble.table.current_place() == (0, 2)


def test_a_source_opens_outside(qtbot: QtBot, trouble: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    table = trouble.findings.table
    index = table.findings_model.index(finding(trouble, "eu-iii-24"), SOURCE)
    table.scrollTo(index)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())
    table.setCurrentIndex(index)
    qtbot.keyClick(table, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(opened) == 2 and opened[0] == opened[1] and opened[0].scheme() == "https"


def test_passed_checks_are_hidden_until_asked_for(qtbot: QtBot, window: Window) -> None:
    model = window.findings.table.findings_model
    assert all(row.state != "pass" for row in model.rows)
    assert str(model.passed) in window.findings.passed.text()
    qtbot.mouseClick(window.findings.passed, LEFT)
    assert sum(row.state == "pass" for row in model.rows) == model.passed > 5
    qtbot.mouseClick(window.findings.passed, LEFT)
    assert all(row.state != "pass" for row in model.rows)


def test_findings_stand_in_order_of_weight(trouble: Window) -> None:
    states = [row.state for row in trouble.findings.table.findings_model.rows]
    assert states == sorted(states, key=["fail", "warning", "cannot tell", "note"].index)
    assert states[0] == "fail"


def test_flags_and_unknown_materials_stand_in_the_recipe(trouble: Window) -> None:
    model = trouble.table.recipe_model
    flags = {(row.phase, row.place): row.flag for row in model.rows}
    assert flags[0, 2] == "fail" and flags[2, 0] == "fail"
    assert flags[1, 2] == "cannot tell"
    unknown = model.row_of((1, 2))
    assert unknown is not None
    assert "unknown" in model.index(unknown, Column.NAME).data()
    tip = model.index(unknown, Column.FLAG).data(Qt.ItemDataRole.ToolTipRole)
    assert "No material 'unheard-of' on file" in tip
    assert model.index(unknown, Column.FLAG).data(Qt.ItemDataRole.AccessibleTextRole) == "cannot tell"


def test_words_of_the_verdict(window: Window, trouble: Window) -> None:
    assert trouble.verdict.chip.text().startswith("✗")
    assert "fault" in trouble.verdict.chip.text()
    zinc = next(row for row in trouble.verdict.elements.rows if row.symbol.text() == "Zn")
    assert (zinc.state.text(), zinc.bar.state) == ("✗ over (law)", "cannot tell")  # over the law's limit; the dose alone cannot be told
    rows = {row.symbol.text(): row.state.text() for row in window.verdict.elements.rows if row.isVisible()}
    assert rows["Zn"] == "✓ within"
    assert "no limit" in {row.state.text() for row in window.verdict.elements.rows if row.isVisible()}
    assert "within ±1" in window.verdict.hlb_words.text() or "outside ±1" in window.verdict.hlb_words.text()
    market = window.verdict._markets[0].text()
    assert "EU:" in market and "EU pass" not in market


def test_without_an_emulsion_hlb_is_not_spoken_of(window: Window) -> None:
    header = window.header
    header.emulsion.setCurrentIndex(header.emulsion.findData("none"))
    header.emulsion.activated.emit(header.emulsion.currentIndex())
    assert not window.verdict.hlb.isVisible()
    assert "does not apply" in window.verdict.hlb_words.text()
    assert not any(found.figure_id.startswith("hlb.") for found in links(window))


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)])
def test_no_word_of_the_verdict_is_cut_off(qtbot: QtBot, trouble: Window, size: tuple[int, int]) -> None:
    trouble.resize(QSize(*size))
    qtbot.wait(20)
    inside = trouble.verdict.elements.parentWidget()  # the dose page has an inside of its own
    assert inside is not None
    assert inside.width() <= inside.parentWidget().width()
    for text in trouble.verdict.findChildren(QLabel):
        if text.isVisible() and text.text():
            needed = text.heightForWidth(text.width()) if text.wordWrap() else text.sizeHint().height()
            assert text.height() >= needed - 1, text.text()
            assert text.wordWrap() or text.width() >= text.sizeHint().width(), text.text()
    for found in links(trouble):
        assert found.width() >= found.fontMetrics().horizontalAdvance(found.text()), found.text()
    assert trouble.minimumSizeHint().width() <= 1024 and trouble.minimumSizeHint().height() <= 700


def test_every_control_has_a_name(trouble: Window) -> None:
    kinds = (QLineEdit, QComboBox, QAbstractButton, QAbstractItemView)
    trouble.show_derivation("hlb.required")
    trouble.below.setCurrentIndex(0)
    controls = [w for w in trouble.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    nameless = [w for w in controls if not w.accessibleName() and not (isinstance(w, QAbstractButton) and w.text())]
    assert not nameless
    assert len(controls) > 20


def test_light_and_dark(qtbot: QtBot, window: Window) -> None:
    light = window.grab().toImage().pixelColor(4, 300).lightness()
    window.actions_.show_theme("dark")
    dark = window.grab().toImage().pixelColor(4, 300).lightness()
    assert light > 200 and dark < 60
    window.actions_.show_theme("light")
    assert window.grab().toImage().pixelColor(4, 300).lightness() == light


def _contrast(a: str, b: str) -> float:
    def shine(text: str) -> float:
        parts = [int(text[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((shine(a), shine(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("shades", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_texts_have_contrast(shades: theme.Colours) -> None:
    pairs = [(ink, ground) for ink in (shades.text, shades.muted) for ground in (shades.surface, shades.raised, shades.window, shades.selection)]
    pairs += [(ink, shades.surface) for ink in (shades.ok, shades.bad, shades.unsure, shades.accent)]
    pairs += [(shades.ok, shades.ok_soft), (shades.bad, shades.bad_soft), (shades.unsure, shades.unsure_soft)]
    # a selected finding keeps its colour, and dialogs stand on the window's ground
    inks = (shades.ok, shades.bad, shades.unsure, shades.accent)
    pairs += [(ink, ground) for ink in inks for ground in (shades.raised, shades.window, shades.selection)]
    pairs += [(shades.text, fills[shades is theme.DARK]) for fills in FILLS.values()]
    pairs += [(shades.surface, shades.accent)]  # what is selected in a field
    for ink, ground in pairs:
        assert _contrast(ink, ground) >= 4.5, (ink, ground, _contrast(ink, ground))
    for ground in (shades.surface, shades.window):  # where a field begins and ends
        assert _contrast(shades.edge, ground) >= 3, (ground, _contrast(shades.edge, ground))


def test_models_keep_the_rules_of_qt(qtmodeltester: ModelTester, window: Window, trouble: Window, data: Data) -> None:
    for model in (window.table.recipe_model, trouble.findings.table.findings_model, window.library.library_model):
        qtmodeltester.check(model, force_py=True)


def test_models_keep_the_rules_while_they_change(qtmodeltester: ModelTester, window: Window, data: Data) -> None:
    qtmodeltester.check(window.table.recipe_model, force_py=True)
    recipe = window.document.recipe
    for after in (recipe.without_line(0, 1), recipe.with_moved((0, 2), (1, 1)), recipe.with_inserted(2, 0, recipe.phases[0].lines[1])):
        window.document.edit(after, "Change")
        assert [row.name for row in window.table.recipe_model.rows if row.is_line] == [
            window.document.assessment.composition.label(i) for i in range(len(window.document.assessment.composition.lines))
        ]
    findings = FindingsModel()
    qtmodeltester.check(findings, force_py=True)
    findings.take(window.document.assessment.checks)
    findings.show_passed(True)
    findings.take(())
    library = LibraryModel()
    qtmodeltester.check(library, force_py=True)
    for rows in (("a", "b", "c"), ("a", "c"), ("x", "a", "c"), ()):
        library.show_rows([Found(name, name, "") for name in rows])
        assert library.rowCount() == len(rows)


def test_the_derivation_model_keeps_the_rules(qtmodeltester: ModelTester, qapp: object, data: Data) -> None:
    model = DerivationModel()
    document = Document(data, ON)
    model.take(derivation(document.assessment.figures["share.total"], data))
    qtmodeltester.check(model, force_py=True)
    model.take(None)
    assert model.rowCount() == 0
