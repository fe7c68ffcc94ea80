"""The recipe's settings by keys: every field is live, what is wrong is said below it and stays, and each change is one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from formulator.core.data import Data
from formulator.core.recipe import Quantity, Recipe
from formulator.core.span import Span
from formulator.core.units import QuantityError
from formulator.files.recipe import read_recipe
from formulator.files.write import recipe_text
from formulator.gui import settings_edits as edits
from formulator.gui.document import blank_recipe
from formulator.gui.setting_fields import SettingEntry
from formulator.gui.settings_dialog import SettingsDialog
from formulator.gui.window import Window

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Opener = Callable[[str], Window]


@pytest.fixture
def settings(qtbot: QtBot, window: Window) -> SettingsDialog:
    """Opened by its key."""
    qtbot.keyClick(window, Key.Key_R, CTRL | SHIFT)
    dialog = window.tools.settings
    assert dialog is not None and dialog.isVisible()
    return dialog


def retype(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Backspace)
    qtbot.keyClicks(field, text)


def step(window: Window) -> str:
    return window.document.stack.undoText()


def test_a_field_is_live_and_one_step(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    start = window.document.recipe
    page = settings.product
    retype(qtbot, page.version, "3b")
    assert window.document.recipe.version == "3b" and step(window) == "Set version to 3b"
    assert window.document.stack.count() == 1
    page.batch.setFocus()
    retype(qtbot, page.batch, "2,5 kg")
    assert window.document.recipe.batch == Quantity("2.5 kg", 2500.0) and step(window) == "Set batch to 2.5 kg"
    assert window.header.batch.text() == "2.5 kg"
    page.ph.setFocus()
    assert page.batch.text() == "2.5 kg"  # as it is written in the file, once it is left
    qtbot.keyClick(settings, Key.Key_Z, CTRL)
    assert page.batch.text() == "500 g" and window.document.stack.index() == 1
    qtbot.keyClick(settings, Key.Key_Z, CTRL)
    assert window.document.recipe is start and page.version.text() == ""


def test_nonsense_is_said_below_and_stays(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    field = settings.product.ph
    retype(qtbot, field, "5 - ")
    assert not field.refused  # going on may make a range of it
    settings.product.notes.setFocus()
    assert field.refused and field.note.isVisible() and field.text() == "5 - "  # left like that, it may not
    retype(qtbot, field, "5 - 15")
    assert field.refused and "between 0 and 14" in field.note.text() and "between 0 and 14" in field.accessibleDescription()
    settings.product.notes.setFocus()
    assert field.text() == "5 - 15" and field.note.isVisible()
    retype(qtbot, field, "4,5 - 5,5")
    assert not field.refused and not field.note.isVisible()
    assert window.document.recipe.ph == ("4.5 - 5.5", Span.between(4.5, 5.5))


def test_a_recipe_keeps_a_name(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    retype(qtbot, settings.product.name, "")
    assert window.document.recipe.name == "Trial cream" and not settings.product.name.refused
    settings.product.version.setFocus()
    assert settings.product.name.refused and "needs a name" in settings.product.name.note.text()


def test_choices_and_markets(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    page = settings.product
    page.emulsion.setFocus()
    qtbot.keyClick(page.emulsion, Key.Key_Down)
    assert window.document.recipe.emulsion == "w/o" and step(window) == "Set emulsion to w/o"
    page.markets["US"].setFocus()
    qtbot.keyClick(page.markets["US"], Key.Key_Space)
    assert window.document.recipe.markets == ("EU", "US") and step(window) == "Set markets to EU, US"
    window.document.stack.setIndex(0)
    assert not page.markets["US"].isChecked() and page.emulsion.currentData() == "o/w"


def test_notes_are_one_step_and_undo_is_the_recipes(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    notes = settings.product.notes
    notes.setFocus()
    qtbot.keyClicks(notes, "Stir")
    qtbot.keyClick(notes, Key.Key_Return)
    qtbot.keyClicks(notes, "slowly")
    assert window.document.recipe.notes == "Stir\nslowly" and window.document.stack.count() == 1 and step(window) == "Change notes"
    qtbot.keyClick(notes, Key.Key_Z, CTRL)
    assert window.document.recipe.notes == "" and notes.toPlainText() == ""
    qtbot.keyClick(notes, Key.Key_Tab)
    assert not notes.hasFocus()


def test_the_use_takes_film_area_and_weight(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    settings.show_page(1)
    page = settings.use
    retype(qtbot, page.amount, "3 g")
    page.film.setFocus()
    retype(qtbot, page.film, "2")
    use = window.document.recipe.use
    assert use.film == Quantity("2 mg/cm2", 2.0) and use.amount is None  # they exclude each other
    assert page.amount.text() == "" and page.amount.placeholderText() == "by the film"
    index = page.part.findData("hands")
    page.part.setFocus()
    while page.part.currentIndex() != index:
        qtbot.keyClick(page.part, Key.Key_Down)
    assert window.document.recipe.use.part == "hands"
    retype(qtbot, page.area, "250,5 cm²")
    assert window.document.recipe.use.part is None and window.document.recipe.use.area == Quantity("250.5 cm²", 250.5)
    assert page.part.currentData() == ""
    retype(qtbot, page.times, "2 x a day")
    assert window.document.recipe.use.applications == Quantity("2 1/day", 2.0)
    retype(qtbot, page.weight, "12,5")
    page.times.setFocus()
    assert window.document.recipe.use.body_weight == Quantity("12.5 kg", 12.5) and page.weight.text() == "12.5 kg"
    # 2 mg/cm² · 250.5 cm² · 2 / 1000 = 1.002 g
    assert "1.002 g/day" in page.comes_to.text()
    retype(qtbot, page.weight, "600")
    assert page.weight.refused and "500 kg" in page.weight.note.text()


def test_a_target_is_added_changed_and_taken_out(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    settings.show_page(2)
    page = settings.targets
    new = page.elements.new
    qtbot.keyClicks(new, "tin can")
    qtbot.keyClick(new, Key.Key_Return)
    assert new.refused and new.note.isVisible() and new.text() == "tin can" and settings.isVisible()
    retype(qtbot, new, "zn")
    qtbot.keyClick(new, Key.Key_Return)
    row = page.elements.rows["Zn"]
    low, high = row.fields
    assert low.hasFocus() and window.document.stack.count() == 0  # nothing is aimed at yet
    qtbot.keyClicks(low, "150")
    assert step(window) == "Set target of Zn to at least 150 mg/kg"
    qtbot.keyClick(low, Key.Key_Tab)
    assert high.hasFocus(), QApplication.focusWidget()
    qtbot.keyClicks(high, "100")
    assert high.refused and "above" in high.note.text()
    retype(qtbot, high, "0,025 %")
    target = window.document.recipe.targets["Zn"]
    assert (target.minimum, target.maximum) == (Quantity("150 mg/kg", 150.0), Quantity("0.025 %", 250.0))
    assert step(window) == "Set target of Zn to 150 mg/kg to 0.025 %" and "now 200 mg/kg" in row.now.text()
    retype(qtbot, low, "")
    assert window.document.recipe.targets["Zn"].minimum is None and row.isVisible()
    qtbot.keyClick(row.remove, Key.Key_Space)
    assert window.document.recipe.targets == {} and "Zn" not in page.elements.rows and step(window) == "Remove target of Zn"
    window.document.stack.undo()
    assert page.elements.rows["Zn"].fields[1].text() == "0.025 %"


def test_a_ratio_a_reference_and_a_tolerance(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    settings.show_page(2)
    page = settings.targets
    page.ratios.new.setFocus()
    qtbot.keyClicks(page.ratios.new, "zn/cu")
    qtbot.keyClick(page.ratios.add, Key.Key_Space)
    field = page.ratios.rows["Zn:Cu"].fields[0]
    assert field.hasFocus()
    qtbot.keyClicks(field, "8 - 12,5")
    assert window.document.recipe.ratios["Zn:Cu"] == ("8 - 12.5", Span.between(8.0, 12.5)) and step(window) == "Set ratio Zn:Cu to 8 - 12.5"
    page.reference.setFocus()
    qtbot.keyClick(page.reference, Key.Key_Down)
    assert window.document.recipe.reference == str(page.reference.currentData()) != ""
    retype(qtbot, page.tolerance, "0,5")
    assert window.document.recipe.tolerance == 0.5 and step(window) == "Set HLB tolerance to ±0.5"
    retype(qtbot, page.tolerance, "21")
    assert page.tolerance.refused
    retype(qtbot, page.tolerance, "")
    page.reference.setFocus()
    assert window.document.recipe.tolerance == 1.0


def test_heat_and_steps_of_each_phase(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    settings.show_page(3)
    heat, steps = settings.process.heats[1], settings.process.steps[1]
    assert settings.process.heats[0].text() == "75 °C"
    retype(qtbot, heat, "72,5")
    assert window.document.recipe.phases[1].heat == Quantity("72.5 degC", 72.5) and step(window) == "Set temperature of phase B to 72.5 °C"
    retype(qtbot, heat, "80 °C")
    assert window.document.recipe.phases[1].heat == Quantity("80 degC", 80.0)
    retype(qtbot, heat, "301")
    assert heat.refused
    steps.setFocus()
    qtbot.keyClicks(steps, "Melt.")
    qtbot.keyClick(steps, Key.Key_Return)
    qtbot.keyClick(steps, Key.Key_Return)
    qtbot.keyClicks(steps, "Add to A.")
    assert window.document.recipe.phases[1].steps == ("Melt.", "Add to A.") and step(window) == "Change steps of phase B"
    assert "Melt.\n\nAdd" in steps.toPlainText()  # not tidied under the fingers


def test_what_is_changed_in_the_window_is_shown(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    window.header.name.setFocus()
    window.header.name.selectAll()
    qtbot.keyClicks(window.header.name, "Other")
    assert settings.product.name.text() == "Other"
    phases = window.document.recipe.phases
    after = window.document.recipe.with_lines(0, phases[0].lines)
    window.document.edit(replace(after, phases=phases[:2]), "Remove phase C")
    assert len(settings.process.heats) == 2
    window.document.stack.undo()
    assert len(settings.process.heats) == 3


def test_all_since_opening_is_undone_at_once(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    settings.close()
    window.document.edit(edits.with_version(window.document.recipe, "1"), "Set version to 1")
    kept = window.document.recipe
    window.actions_.settings.trigger()
    assert not settings.undo_all.isEnabled()
    retype(qtbot, settings.product.version, "2")
    retype(qtbot, settings.product.ph, "6")
    assert settings.last.text().startswith("Last change: Set pH to 6")
    qtbot.mouseClick(settings.undo_all, Qt.MouseButton.LeftButton)
    assert window.document.recipe is kept and not settings.undo_all.isEnabled()
    qtbot.keyClick(settings, Key.Key_Escape)
    assert not settings.isVisible() and window.isVisible()


def test_everything_has_a_name_and_can_be_reached(settings: SettingsDialog) -> None:
    settings.targets.elements.start("Zn")
    settings.targets.ratios.start("Zn:Cu")
    kinds = (QLineEdit, QComboBox, QCheckBox, QPlainTextEdit, QPushButton)
    fields = [w for kind in kinds for w in settings.findChildren(kind)]
    assert len(fields) > 40
    for field in fields:
        assert field.accessibleName() or (isinstance(field, QPushButton) and field.text()), field
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus, field


def test_what_is_taken_is_read_back_alike(data: Data, window: Window) -> None:
    recipe = window.document.recipe
    made = edits.with_notes(edits.with_version(recipe, "2"), "One\nTwo")
    for take, text in ((edits.with_film, "2"), (edits.with_area, "300"), (edits.with_applications, "2"), (edits.with_ph, "5,5")):
        made = take(made, text)
    made = edits.with_body_weight(made, "60")
    made = edits.with_ratio(edits.with_target(made, "Zn", "max", "300"), "Zn:Cu", "8 - 12")
    made = edits.with_steps(edits.with_heat(edits.with_tolerance(made, "0.5"), 1, "70 °C"), 1, "a\nb")
    opened = read_recipe(recipe_text(made).encode(), data)
    assert opened.problems == () and opened.recipe == made


@pytest.mark.parametrize(
    ("text", "comma", "plain"),
    [("5,0 - 5,5", False, "5.0 - 5.5"), ("1,500", True, "1.500"), (",5", False, "0.5"), ("8 – 12", False, "8 – 12"), ("0,025 %", False, "0.025 %")],
)
def test_commas(text: str, comma: bool, plain: str) -> None:
    assert edits.pointed(text, comma) == plain


@pytest.mark.parametrize(
    "take",
    [
        lambda r: edits.with_batch(r, "1,500"),
        lambda r: edits.with_batch(r, "0"),
        lambda r: edits.with_batch(r, "5 cm2"),
        lambda r: edits.with_ph(r, "7 - 5"),
        lambda r: edits.with_ph(r, "-1"),
        lambda r: edits.with_applications(r, "often"),
        lambda r: edits.with_area(r, "face"),
        lambda r: edits.with_heat(r, 0, "-60"),
        lambda r: edits.with_ratio(r, "Zn:Cu", "12 - 8"),
        lambda r: edits.with_target(r, "Zn", "min", "-5"),
        lambda r: edits.symbol_of("zinc"),
        lambda r: edits.pair_of("Zn"),
        lambda r: edits.pair_of("Zn:Zn"),
    ],
)
def test_what_is_refused(take: Callable[[Recipe], object]) -> None:
    with pytest.raises(QuantityError) as fault:
        take(blank_recipe())
    assert fault.value.says and fault.value.fix


def test_a_comma_person_types_thousandths(qtbot: QtBot, window: Window, settings: SettingsDialog) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    try:
        retype(qtbot, settings.product.batch, "1,500")
        assert window.document.recipe.batch == Quantity("1.500 g", 1.5)
    finally:
        QLocale.setDefault(before)


def test_the_dialog_goes_with_its_window(window: Window, settings: SettingsDialog) -> None:
    assert all(isinstance(f, SettingEntry) for f in (settings.product.name, settings.use.film))
    window.document.stack.setClean()
    window.close()
    assert not settings.isVisible()
