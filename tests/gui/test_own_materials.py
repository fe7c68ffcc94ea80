"""Own materials as a person works with them: found in the library, carried by the recipe, written, mended, imported; and nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from formulator.core.data import Data
from formulator.files.recipe import open_recipe
from formulator.files.sheet import read_sheet
from formulator.gui import library_search
from formulator.gui.import_preview import ImportPreview, PreviewModel
from formulator.gui.library_panel import LibraryPanel
from formulator.gui.material_editor import MaterialEditor
from formulator.gui.material_tables import CellTable
from formulator.gui.material_text import block, blocks, typed_value, with_block, with_key
from formulator.gui.own_materials import OwnMaterials
from formulator.gui.window import Window

Opener = Callable[[str], Window]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Answer = QMessageBox.StandardButton
CREAM = """\
format = 1
name = "Trial cream"
product = "face-cream"
markets = ["EU"]
emulsion = "o/w"

[[phase]]
name = "A"
kind = "water"

  [[phase.line]]
  material = "water"
  amount = "q.s."
"""
OIL = """\
[[material]]
id = "my-oil"
name = "My glycerin-like oil"
inci = "MINERAL OIL"
functions = ["emollient"]
required_hlb = { "o/w" = 10.5 }
organic = true
source = "supplier sheet"
"""
TWO = """\
# the lab's own waters

# from the well
[[material]]
id = "well-water"
name = "Well water"
inci = "AQUA"
functions = ["solvent"]
formula = "H2O"  # and little else
source = "lab"

# of roses
[[material]]
id = "rose-water"
name = "Rose water"
inci = "ROSA DAMASCENA FLOWER WATER"
functions = ["solvent"]
organic = true
source = "lab"
"""


@pytest.fixture(autouse=True)
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
    """What message boxes are answered with, and what they said."""
    kept: dict[str, object] = {"reply": Answer.Cancel, "said": []}
    said = kept["said"]
    assert isinstance(said, list)
    monkeypatch.setattr(QMessageBox, "question", lambda *a: said.append(a[2]) or kept["reply"])
    monkeypatch.setattr(QMessageBox, "warning", lambda *a: said.append(a[2]))
    yield kept


def put(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def found(window: Window, typed: str) -> list[tuple[str, str]]:
    window.library.search.setText(typed)
    return [(row.id, row.mark) for row in window.library.library_model.rows]


def own(qtbot: QtBot, window: Window) -> OwnMaterials:
    """The window of own materials, opened by its key."""
    qtbot.keyClick(window, Key.Key_M, CTRL | SHIFT)
    dialog = window.own
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def editor(dialog: QWidget) -> MaterialEditor:
    shown = [e for e in dialog.findChildren(MaterialEditor) if e.isVisible()]
    assert len(shown) == 1
    for _ in range(100):  # a window that is just opened gets the keys a little later
        if shown[0].isActiveWindow():
            break
        QTest.qWait(10)
    return shown[0]


def cell(qtbot: QtBot, table: CellTable, row: int, column: int, text: str) -> None:
    """Type into a cell as into a spreadsheet."""
    table.setFocus()
    table.setCurrentCell(row, column)
    qtbot.keyClick(table, text[0])
    typing = next(e for e in table.findChildren(QLineEdit) if e.isVisible())
    qtbot.keyClicks(typing, text[1:])
    qtbot.keyClick(typing, Key.Key_Return)
    qtbot.waitUntil(lambda: not any(e.isVisible() for e in table.findChildren(QLineEdit)))


def type_over(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text) if text else qtbot.keyClick(line, Key.Key_Delete)


# --- the library


def test_the_library_is_made_ready_once_and_details_only_where_seen(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    window.library.finder.prepare()
    made: list[object] = []
    real = library_search.Index
    monkeypatch.setattr(library_search, "Index", lambda materials: made.append(1) or real(materials))
    model = window.library.library_model
    before = len(model._details)
    qtbot.keyClicks(window.library.search, "zinc ox")
    assert model.rows[0].id == "zinc-oxide" and not made
    window.grab()
    assert len(model._details) - before < 60 < len(window.document.data.materials)
    assert "Zn" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_own_materials_come_first_in_words_and_stand_for_the_librarys(own_folder: Path, opened: Opener) -> None:
    put(own_folder, "oil.toml", OIL)
    put(own_folder, "glycerin.toml", OIL.replace('"my-oil"', '"glycerin"').replace("My glycerin-like oil", "Glycerin of ours"))
    window = opened(CREAM)
    listed = found(window, "glycerin")
    assert listed[0] == ("glycerin", "own") and ("my-oil", "own") in listed[:2]
    assert [id for id, _ in listed].count("glycerin") == 1
    assert "\nown\n" in window.library.library_model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert ("my-oil", "own") in found(window, "")


def test_choosing_an_own_material_carries_it_in_the_same_step(
    qtbot: QtBot, own_folder: Path, opened: Opener, data: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(own_folder, "oil.toml", OIL)
    window = opened(CREAM)
    start = window.document.recipe
    window.library.focus_search()
    qtbot.keyClicks(window.library.search, "my glyc")
    qtbot.keyClick(window.library.search, Key.Key_Return)
    recipe = window.document.recipe
    assert [m.id for m in recipe.materials] == ["my-oil"] and any(line.material == "my-oil" for *_, line in recipe.lines())
    assert window.document.stack.count() == 1 and found(window, "my-oil")[0] == ("my-oil", "in recipe")
    window.document.save_as(tmp_path / "whole.toml")
    monkeypatch.setenv("FORMULATOR_MATERIALS", str(tmp_path / "elsewhere"))
    assert open_recipe(tmp_path / "whole.toml", data).problems == ()
    window.actions_.undo.trigger()
    assert window.document.recipe is start and not start.materials
    window.actions_.redo.trigger()
    window.add("my-oil")
    assert len(window.document.recipe.materials) == 1


def test_looking_at_an_own_material_explains_it(qtbot: QtBot, own_folder: Path, opened: Opener) -> None:
    put(own_folder, "oil.toml", OIL)
    window = opened(CREAM)
    window.library.search.setText("my-oil")
    qtbot.keyClick(window.library.search, Key.Key_Down)
    assert "My glycerin-like oil" in window.explain.text()


def test_problems_of_own_files_are_told_and_lead_to_their_line(qtbot: QtBot, own_folder: Path, opened: Opener, answers: dict[str, object]) -> None:
    bad = put(own_folder, "bad.toml", OIL.replace("emollient", "emolient").replace('source = "', 'sauce = "'))
    put(own_folder, "broken.toml", OIL.replace("]]", "]"))
    window = opened(CREAM)
    line = window.library.problems
    assert line.isVisible() and line.whole == "⚠ bad.toml, line 5: no function 'emolient' (and 2 more)" == line.accessibleName()
    qtbot.mouseClick(line, LEFT)
    dialog = window.own
    assert dialog is not None and [row.kind for row in dialog.own_model.rows] == ["fault", "fault"]
    assert "broken.toml, line 1" in dialog.own_model.rows[1].where
    qtbot.keyClick(dialog.table, Key.Key_Return)
    found_editor = editor(dialog)
    assert found_editor.tabs.currentIndex() == 1 and found_editor.text.textCursor().blockNumber() == 4
    found_editor.text.setPlainText(OIL)
    answers["reply"] = Answer.Save
    qtbot.mouseClick(found_editor.to_folder, LEFT)
    assert bad.read_text(encoding="utf-8") == OIL
    assert line.whole.startswith("⚠ broken.toml, line 1")
    (own_folder / "broken.toml").unlink()
    window.shelf.refresh()  # as when the window is come back to
    assert not line.isVisible()


# --- the editor


def test_a_new_material_by_keyboard(qtbot: QtBot, window: Window, own_folder: Path) -> None:
    dialog = own(qtbot, window)
    qtbot.keyClick(dialog, Key.Key_N, CTRL)
    typing = editor(dialog)
    form = typing.form
    assert not form.name.says.isHidden() and "Name is empty" in form.name.says.text()
    qtbot.keyClicks(form.name.entry, "Lab wax 4")
    assert form.id.entry.text() == "lab-wax-4"
    qtbot.keyClicks(form.inci.entry, "CERA ALBA")
    assert "functions is missing" in form.functions.says.text().lower()
    qtbot.keyClick(form.functions.boxes["emollient"], Key.Key_Space)
    qtbot.keyClicks(form.oil.entry, "9,5")
    assert '"o/w" = 9.5' in typing.text.toPlainText() and form.oil.entry.text() == "9,5"
    form.composition.choice.setFocus()
    for _ in range(3):
        qtbot.keyClick(form.composition.choice, Key.Key_Down)
    form.composition.choice.activated.emit(form.composition.choice.currentIndex())
    assert "organic = true" in typing.text.toPlainText()
    cell(qtbot, form.impurities.cells, 0, 0, "Pb")
    cell(qtbot, form.impurities.cells, 0, 1, "<= 2,5")
    qtbot.keyClicks(form.source.entry, "sheet 7")
    assert typing.draft.problems == () and typing.faults.item(0).text() == "✓ No fault, no doubt."
    qtbot.keyClick(typing, Key.Key_S, CTRL)
    text = (own_folder / "lab-wax-4.toml").read_text(encoding="utf-8")
    assert text == (
        '[[material]]\nid = "lab-wax-4"\nname = "Lab wax 4"\ninci = "CERA ALBA"\nfunctions = ["emollient"]\nrequired_hlb = { "o/w" = 9.5 }\n'
        'organic = true\nimpurities = { Pb = "<= 2.5 mg/kg" }\nsource = "sheet 7"\n'
    )
    assert found(window, "lab wax")[0] == ("lab-wax-4", "own")
    assert dialog.current() and dialog.current().id == "lab-wax-4"  # type: ignore[union-attr]


def test_fields_and_text_are_two_faces_of_one_thing(qtbot: QtBot, own_folder: Path, opened: Opener) -> None:
    put(own_folder, "oil.toml", OIL.replace("organic = true", 'organic = true  # says the sheet\ndensity = "0.9 g/mL"'))
    dialog = own(qtbot, opened(CREAM))
    dialog.edit_current()
    typing = editor(dialog)
    type_over(qtbot, typing.form.name.entry, "Oil of ours")
    type_over(qtbot, typing.form.oil.entry, "")
    text = typing.text.toPlainText()
    assert 'name = "Oil of ours"' in text and "# says the sheet" in text and "required_hlb" not in text and "density" in typing.form.rest.text()
    typing.text.setPlainText(text + "noael = 450\n")
    assert typing.form.noael.entry.text() == "450" and "NOAEL" in typing.form.noael.title and typing.form.noael.says.text()
    type_over(qtbot, typing.form.price.entry, "12,50")
    assert typing.form.price.says.text() == '✗ Price 12.5 has no currency. Write price = "12.5 EUR/kg", with the currency it is in.'
    type_over(qtbot, typing.form.price.entry, "12,50 EUR/kg")
    assert 'price = "12.50 EUR/kg"' in typing.text.toPlainText() and not typing.form.price.says.text()
    type_over(qtbot, typing.form.noael.entry, "450")
    assert 'noael = "450 mg/kg/day"' in typing.text.toPlainText() and not typing.form.noael.says.text()
    typing.text.undo()
    typing.text.setPlainText(typing.start.text)
    typing.reject()
    assert not typing.isVisible()


def test_nonsense_stays_in_its_field_with_its_fault_and_its_line(qtbot: QtBot, own_folder: Path, opened: Opener) -> None:
    put(own_folder, "oil.toml", OIL)
    dialog = own(qtbot, opened(CREAM))
    dialog.edit_current()
    typing = editor(dialog)
    type_over(qtbot, typing.form.hlb.entry, "twelve")
    type_over(qtbot, typing.form.cas.entry, "50-00-1")
    assert typing.form.hlb.entry.text() == "twelve" and typing.form.hlb.entry.refused and "twelve" in typing.form.hlb.says.text()
    assert typing.form.hlb.entry.accessibleDescription() == typing.form.hlb.says.text()
    assert "check digit" in typing.form.cas.says.text() and not typing.form.cas.entry.refused  # a doubt
    assert typing.faults.item(0).text().startswith("✗ line 7, hlb: ") and typing.faults.item(1).text().startswith("? ")
    typing.faults.itemActivated.emit(typing.faults.item(0))
    assert typing.focusWidget() is typing.form.hlb.entry
    typing.tabs.setCurrentIndex(1)
    typing.faults.itemActivated.emit(typing.faults.item(0))
    assert typing.text.textCursor().blockNumber() == 6
    typing.text.setPlainText(OIL)
    assert not typing.form.hlb.entry.refused and not typing.form.hlb.says.text()
    typing.reject()


def test_broken_text_stops_the_fields_and_is_never_lost(qtbot: QtBot, own_folder: Path, opened: Opener, answers: dict[str, object]) -> None:
    path = put(own_folder, "oil.toml", OIL)
    window = opened(CREAM)
    dialog = own(qtbot, window)
    dialog.edit_current()
    typing = editor(dialog)
    typing.tabs.setCurrentIndex(1)
    qtbot.keyClicks(typing.text, "x = [")
    assert not typing.form.inside.isEnabled() and "cannot be read" in typing.notice.text()
    typing.reject()
    assert typing.isVisible() and answers["said"] == ["What you typed is not saved."]
    qtbot.keyClick(typing, Key.Key_S, CTRL)
    assert "cannot be used until they are mended" in answers["said"][-1] and path.read_text(encoding="utf-8") == OIL  # type: ignore[index]
    answers["reply"] = Answer.Save
    qtbot.keyClick(typing, Key.Key_S, CTRL)
    assert path.read_text(encoding="utf-8").startswith("x = [") and window.library.problems.isVisible()


def test_substances_are_typed_like_a_spreadsheet(qtbot: QtBot, window: Window) -> None:
    dialog = own(qtbot, window)
    dialog.new_material()
    typing = editor(dialog)
    choice = typing.form.composition.choice
    choice.setCurrentIndex(choice.findData("substances"))
    choice.activated.emit(choice.currentIndex())
    table = typing.form.composition.substances.cells
    for column, text in enumerate(("AQUA", "7732-18-5", "80", "H2O")):
        cell(qtbot, table, 0, column, text)
    for column, text in enumerate(("GLYCERIN", "56-81-5", "19,5", "organic")):
        cell(qtbot, table, 1, column, text)
    substances = (typing.draft.raw or {})["substances"]
    assert substances == [
        {"inci": "AQUA", "cas": ["7732-18-5"], "share": "80 %", "formula": "H2O"},
        {"inci": "GLYCERIN", "cas": ["56-81-5"], "share": "19.5 %", "organic": True},
    ]
    assert '  { inci = "AQUA", cas' in typing.text.toPlainText()
    cell(qtbot, table, 1, 2, "30")
    assert "110 %" in typing.form.composition.substances.says.text()
    cell(qtbot, table, 0, 3, "Xx")
    assert "row 1: " in typing.form.composition.substances.says.text()
    choice.setCurrentIndex(choice.findData("formula"))
    choice.activated.emit(choice.currentIndex())
    assert "substances" not in (typing.draft.raw or {})
    choice.setCurrentIndex(choice.findData("substances"))
    choice.activated.emit(choice.currentIndex())
    assert table.item(1, 0).text() == "GLYCERIN"  # kept
    table.setFocus()
    table.setCurrentCell(0, 0)
    qtbot.keyClick(table, Key.Key_Delete, CTRL)
    assert [s["inci"] for s in (typing.draft.raw or {})["substances"]] == ["GLYCERIN"]
    typing.text.setPlainText(typing.start.text)
    typing.reject()


def test_an_element_that_stands_twice_is_told_and_kept(qtbot: QtBot, own_folder: Path, opened: Opener) -> None:
    put(own_folder, "oil.toml", OIL + 'impurities = { Pb = "<= 1 mg/kg" }\n')
    dialog = own(qtbot, opened(CREAM))
    dialog.edit_current()
    typing = editor(dialog)
    table = typing.form.impurities.cells
    cell(qtbot, table, 1, 0, "Pb")
    cell(qtbot, table, 1, 1, "<= 3")
    assert "Pb stands twice" in typing.form.impurities.says.text() and typing.modified
    assert table.item(1, 1).text() == "<= 3"
    cell(qtbot, table, 1, 0, "As")
    assert (typing.draft.raw or {})["impurities"] == {"Pb": "<= 1 mg/kg", "As": "<= 3 mg/kg"}
    typing.text.setPlainText(typing.start.text)
    typing.reject()


def test_a_decimal_comma_is_read_as_the_locale_has_it(qtbot: QtBot) -> None:
    assert typed_value("12,5") == 12.5 and typed_value("12,5 - 13,5") == "12.5 - 13.5" and typed_value("99,5", "%") == "99.5 %"
    assert typed_value("1,234") == "1,234" and typed_value("1,234", comma_is_decimal=True) == 1.234  # could be thousands
    assert typed_value("{ best = 15, low = 14, high = 16 }") == {"best": 15, "low": 14, "high": 16} and typed_value("{ broken") == "{ broken"
    assert typed_value(" ") is None and typed_value("15") == 15 and typed_value("<= 10", "mg/kg") == "<= 10 mg/kg" and typed_value("5 ppm", "mg/kg") == "5 ppm"
    assert QLocale().decimalPoint() in ".,"


# --- in the recipe


def test_in_this_recipe_only_is_an_edit_like_any_other(qtbot: QtBot, window: Window, own_folder: Path, data: Data, tmp_path: Path) -> None:
    dialog = own(qtbot, window)
    dialog.start_like("glycerin")
    typing = editor(dialog)
    assert typing.form.like.entry.text() == "glycerin" and typing.form.name.entry.text() == "Glycerin (own)"
    qtbot.keyClicks(typing.form.source.entry, "sheet 9")
    typing.text.setPlainText("# a better one\n" + typing.text.toPlainText())
    start = window.document.recipe
    qtbot.mouseClick(typing.to_recipe, LEFT)
    assert not own_folder.exists()
    made = window.document.recipe.materials[0]
    assert (made.id, made.comment, made.inci) == ("glycerin-own", "a better one", data.materials["glycerin"].inci)
    assert window.actions_.undo.text() == "Undo Add glycerin (own) to this recipe's materials"
    window.add("glycerin-own")
    dialog.select(0)
    dialog.edit_current()
    typing = editor(dialog)
    type_over(qtbot, typing.form.id.entry, "g2")
    qtbot.keyClick(typing, Key.Key_S, CTRL)
    recipe = window.document.recipe
    assert [m.id for m in recipe.materials] == ["g2"] and "g2" in [line.material for *_, line in recipe.lines()]
    dialog.remove_current()
    assert "is used in the recipe (1 times)" in dialog.state.text() and window.document.recipe is recipe
    dialog.edit_current()
    type_over(qtbot, editor(dialog).form.source.entry, "sheet 10")  # moves no figure, and is an edit all the same
    qtbot.keyClick(editor(dialog), Key.Key_S, CTRL)
    assert window.document.recipe.materials[0].declared["source"] == "sheet 10"
    window.document.save_as(tmp_path / "r.toml")
    assert open_recipe(tmp_path / "r.toml", data).recipe == window.document.recipe
    while window.document.stack.canUndo():
        window.actions_.undo.trigger()
    assert window.document.recipe is start


def test_a_faulty_material_does_not_get_into_the_recipe(qtbot: QtBot, window: Window, answers: dict[str, object]) -> None:
    dialog = own(qtbot, window)
    dialog.new_material()
    start = window.document.recipe
    qtbot.mouseClick(editor(dialog).to_recipe, LEFT)
    assert window.document.recipe is start and "a recipe carries only what can be used" in answers["said"][0]  # type: ignore[index]
    editor(dialog).reject()


def test_what_the_recipe_carries_is_renewed_on_asking(qtbot: QtBot, own_folder: Path, opened: Opener) -> None:
    path = put(own_folder, "oil.toml", OIL)
    window = opened(CREAM)
    window.add("my-oil")
    path.write_text(OIL.replace("10.5", "8"), encoding="utf-8")
    window.shelf.refresh()
    assert found(window, "my-oil") == [("my-oil", "differs")]
    dialog = own(qtbot, window)
    dialog.select(0)
    assert "other in the recipe" in dialog.own_model.rows[0].where
    qtbot.mouseClick(dialog.put, LEFT)
    assert window.document.recipe.materials[0].declared["required_hlb"] == {"o/w": 8}
    assert window.document.stack.count() == 2 and found(window, "my-oil") == [("my-oil", "in recipe")]


# --- the folder


def test_one_of_a_file_of_several_is_changed_alone(qtbot: QtBot, own_folder: Path, opened: Opener, answers: dict[str, object]) -> None:
    path = put(own_folder, "waters.toml", TWO)
    window = opened(CREAM)
    dialog = own(qtbot, window)
    assert [row.id for row in dialog.own_model.rows] == ["rose-water", "well-water"]
    dialog.select(1)
    dialog.edit_current()
    typing = editor(dialog)
    assert typing.text.toPlainText().startswith("# from the well\n[[material]]")
    type_over(qtbot, typing.form.name.entry, "Spring water")
    qtbot.keyClick(typing, Key.Key_S, CTRL)
    assert path.read_text(encoding="utf-8") == TWO.replace("Well water", "Spring water")
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.select(0)
    answers["reply"] = Answer.Yes
    qtbot.keyClick(dialog.table, Key.Key_Delete)
    assert "rose" not in path.read_text(encoding="utf-8") and "“Rose water” from waters.toml" in answers["said"][0]  # type: ignore[index]
    assert dialog.back.isVisible()
    qtbot.mouseClick(dialog.back, LEFT)
    assert path.read_text(encoding="utf-8") == TWO.replace("Well water", "Spring water") and not dialog.back.isVisible()


def test_deleting_asks_and_a_renamed_material_renames_its_file(qtbot: QtBot, own_folder: Path, opened: Opener, answers: dict[str, object]) -> None:
    path = put(own_folder, "my-oil.toml", OIL)
    dialog = own(qtbot, opened(CREAM))
    dialog.remove_current()
    assert path.exists() and "Delete the whole file my-oil.toml?" in answers["said"][0]  # type: ignore[index]
    dialog.edit_current()
    type_over(qtbot, editor(dialog).form.id.entry, "our-oil")
    qtbot.keyClick(editor(dialog), Key.Key_S, CTRL)
    assert sorted(p.name for p in own_folder.iterdir()) == ["our-oil.toml"]
    answers["reply"] = Answer.Yes
    dialog.remove_current()
    assert not list(own_folder.iterdir())
    dialog.put_back()
    assert [row.id for row in dialog.own_model.rows] == ["our-oil"]


def test_a_file_changed_meanwhile_is_not_written_over(qtbot: QtBot, own_folder: Path, opened: Opener, answers: dict[str, object]) -> None:
    path = put(own_folder, "my-oil.toml", OIL)
    dialog = own(qtbot, opened(CREAM))
    dialog.edit_current()
    typing = editor(dialog)
    type_over(qtbot, typing.form.name.entry, "Mine")
    path.write_text(OIL.replace("supplier sheet", "another program"), encoding="utf-8")
    qtbot.keyClick(typing, Key.Key_S, CTRL)
    assert typing.isVisible() and "changed by another program" in answers["said"][0]  # type: ignore[index]
    answers["reply"] = Answer.Save
    qtbot.keyClick(typing, Key.Key_S, CTRL)
    assert "another program" in path.read_text(encoding="utf-8") and "Mine" in (own_folder / "my-oil-2.toml").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_keeps_the_editor(qtbot: QtBot, window: Window, own_folder: Path, answers: dict[str, object]) -> None:
    own_folder.write_text("a file where the folder should be")
    dialog = own(qtbot, window)
    dialog.start_like("glycerin")
    qtbot.keyClick(editor(dialog), Key.Key_S, CTRL)
    assert editor(dialog).isVisible() and "cannot be written" in answers["said"][-1]  # type: ignore[index]
    answers["reply"] = Answer.Discard
    editor(dialog).reject()


def test_an_id_that_is_there_already_is_a_fault(qtbot: QtBot, own_folder: Path, opened: Opener) -> None:
    put(own_folder, "oil.toml", OIL)
    dialog = own(qtbot, opened(CREAM))
    dialog.start_like("glycerin")
    typing = editor(dialog)
    type_over(qtbot, typing.form.id.entry, "my-oil")
    assert "nother of your materials has the id" in typing.form.id.says.text()
    typing.text.setPlainText(typing.start.text)
    typing.reject()


def test_like_is_chosen_from_the_library(qtbot: QtBot, window: Window) -> None:
    dialog = own(qtbot, window)
    qtbot.mouseClick(dialog.like, LEFT)
    library = dialog.findChildren(LibraryPanel)[0]
    qtbot.keyClicks(library.search, "zinc oxide")
    qtbot.keyClick(library.search, Key.Key_Return)
    assert 'like = "zinc-oxide"' in editor(dialog).text.toPlainText()
    editor(dialog).reject()


# --- spreadsheets

SHEET = """\
Name;INCI;Function;HLB;Organic;Colour
Lab wax;CERA ALBA;emollient;;true;white
Wrong;LABWAX;emolient;;true;
My oil;MINERAL OIL;emollient;10,5;true;
"""


def preview(dialog: OwnMaterials, path: Path) -> ImportPreview:
    dialog.preview(path)
    return next(d for d in dialog.findChildren(ImportPreview) if d.isVisible())


def test_a_spreadsheet_is_seen_before_it_is_taken(qtbot: QtBot, own_folder: Path, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = put(own_folder, "my-oil.toml", OIL)
    sheet = tmp_path / "list.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    window = opened(CREAM)
    dialog = own(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(sheet), ""))
    qtbot.mouseClick(dialog.brought, LEFT)
    shown = next(d for d in dialog.findChildren(ImportPreview) if d.isVisible())
    model = shown.preview_model
    says = [str(model.index(n, 4).data()) for n in range(3)]
    assert [model.state(row) for row in model.rows] == ["cannot tell", "fail", "cannot tell"]
    assert "✗ No function 'emolient'. Did you mean 'emollient'?" in says[1] and "'10,5' read as 10.5" in says[2]
    assert "you have an own material of this id" in says[2] and "Colour" in shown.unused.text()
    assert [row.number for row in model.chosen()] == [2]  # not the faulty one, nor the one that is there already
    shown.table.setFocus()
    for n in (1, 2):
        shown.table.selectRow(n)
        qtbot.keyClick(shown.table, Key.Key_Space)
    assert [row.number for row in model.chosen()] == [2, 4] and shown.take.text() == "Take 2 rows"
    qtbot.mouseClick(shown.take, LEFT)
    assert "hlb = 10.5" in kept.read_text(encoding="utf-8") and (own_folder / "lab-wax.toml").exists()
    assert "2 of 3 rows" in dialog.state.text() and found(window, "lab wax")[0] == ("lab-wax", "own")


def test_a_faulty_row_is_mended_in_the_editor(qtbot: QtBot, window: Window, own_folder: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    shown = preview(own(qtbot, window), sheet)
    shown.table.selectRow(1)
    qtbot.mouseClick(shown.edit, LEFT)
    typing = editor(shown)
    typing.text.setPlainText(typing.text.toPlainText().replace("emolient", "emollient"))
    qtbot.keyClick(typing, Key.Key_S, CTRL)
    assert (own_folder / "wrong.toml").exists() and shown.isVisible()
    qtbot.mouseClick(shown.none, LEFT)
    assert not shown.take.isEnabled()
    shown.reject()


def test_export_imports_again_unchanged(
    qtbot: QtBot, own_folder: Path, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: Data, answers: dict[str, object]
) -> None:
    put(own_folder, "oil.toml", OIL)
    put(own_folder, "waters.toml", TWO)
    put(own_folder, "zz.toml", "x = 1")
    window = opened(CREAM)
    dialog = own(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    qtbot.mouseClick(dialog.taken, LEFT)
    assert "3 materials written" in dialog.state.text() and "Left out" in dialog.state.text()
    rows = read_sheet(tmp_path / "out.csv", data).rows
    assert {row.material.id: row.material.declared for row in rows if row.material} == {m.id: m.declared for m in window.shelf.materials}
    dialog.preview(tmp_path / "no.csv")
    assert "cannot be imported" in answers["said"][-1]  # type: ignore[index]


# --- for everybody


def test_every_control_has_a_name_and_models_keep_the_rules(qtbot: QtBot, qtmodeltester: ModelTester, own_folder: Path, opened: Opener, tmp_path: Path) -> None:
    put(own_folder, "oil.toml", OIL)
    put(own_folder, "bad.toml", OIL.replace("emollient", "x"))
    sheet = tmp_path / "list.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    dialog = own(qtbot, opened(CREAM))
    qtmodeltester.check(dialog.own_model, force_py=True)
    shown = preview(dialog, sheet)
    qtmodeltester.check(PreviewModel(shown.preview_model.rows, dialog.shelf, dialog), force_py=True)
    shown.edit_row()
    typing = editor(shown)
    kinds = (QLineEdit, QComboBox, QAbstractButton, QAbstractItemView, QPlainTextEdit)
    for window in (dialog, shown, typing):
        controls = [w for w in window.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus]
        nameless = [w for w in controls if not w.accessibleName() and not (isinstance(w, QAbstractButton) and w.text())]
        assert not nameless and controls
    typing.reject()
    shown.reject()


def test_closing_the_window_closes_what_belongs_to_it(qtbot: QtBot, window: Window) -> None:
    dialog = own(qtbot, window)
    window.close()
    assert not dialog.isVisible()


# --- the text


@pytest.mark.parametrize(
    ("text", "key", "value", "after"),
    [
        ("[[material]]\nid = 'a'\n", "hlb", 12, "[[material]]\nid = 'a'\nhlb = 12\n"),
        ("[[material]]\nid = 'a'\nsource = 's'\n", "name", "N", "[[material]]\nid = 'a'\nname = \"N\"\nsource = 's'\n"),
        ("[[material]]\nid = 'a' # keep\n", "id", "b", '[[material]]\nid = "b"  # keep\n'),
        ("[[material]]\nid = 'a' # keep\n", "id", None, "[[material]]\n# keep\n"),
        ("[[material]]\ncas = [\n 'x', # one\n 'y', # two\n]\nid = 'a'\n", "cas", ["z"], "[[material]]\n# one\n# two\ncas = [\"z\"]\nid = 'a'\n"),
        (
            "# top\n[[material]]\nid = 'a'\n\n[material.elements]\nZn = '5 %'\n",
            "name",
            "N",
            "# top\n[[material]]\nid = 'a'\nname = \"N\"\n\n[material.elements]\nZn = '5 %'\n",
        ),
        (
            "[[material]]\nid = 'a'\n[material.elements] # why\nZn = '5 %'\n",
            "elements",
            {"Cu": "1 %"},
            '# why\n[[material]]\nid = "a"\nelements = { Cu = "1 %" }\n',
        ),
        ("[[material]]\nid = 'a'\nrequired_hlb.'o/w' = 9\n", "required_hlb", None, '[[material]]\nid = "a"\n'),
        ("[[material]]", "id", "a", '[[material]]\nid = "a"'),
        ("[[material]]\nid = 'a'\n", "hlb", None, "[[material]]\nid = 'a'\n"),
    ],
)
def test_one_key_of_a_text_is_changed_and_the_rest_stays(text: str, key: str, value: object, after: str) -> None:
    assert with_key(text, key, value) == after


def test_blocks_of_a_file() -> None:
    assert len(blocks(TWO)) == 2 and block(TWO, 1).startswith("# of roses\n[[material]]")
    assert with_block(TWO, 0, block(TWO, 0)) == TWO
    assert "rose" not in with_block(TWO, 1, "") and with_block(TWO, 1, "").startswith("# the lab's own waters")
