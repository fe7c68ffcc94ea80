"""The weigh sheet window: opened by its key, made anew with each key, on paper and as PDF as it is on the screen."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from formulator.gui import theme
from formulator.gui.weigh_document import Footer, Pages, paper
from formulator.gui.weigh_window import WeighWindow
from formulator.gui.window import Window

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(qtbot: QtBot, window: Window) -> WeighWindow:
    """Opened by its key."""
    qtbot.keyClick(window, Key.Key_P, CTRL)
    return shown(window)


def shown(window: Window) -> WeighWindow:
    found = window.tools.sheet
    assert found is not None and found.isVisible() and found.pages is not None
    return found


def text(sheet: WeighWindow) -> str:
    assert sheet.pages is not None
    return sheet.pages.plain()


def type_batch(qtbot: QtBot, sheet: WeighWindow, batch: str) -> None:
    sheet.batch.setFocus()
    sheet.batch.selectAll()
    qtbot.keyClicks(sheet.batch, batch)


def choose_balance(qtbot: QtBot, sheet: WeighWindow, name: str) -> None:
    goal = sheet.balance.findText(name)
    sheet.balance.setFocus()
    while sheet.balance.currentIndex() != goal:
        qtbot.keyClick(sheet.balance, Key.Key_Down if goal > sheet.balance.currentIndex() else Key.Key_Up)


def test_what_stands_on_it(window: Window, sheet: WeighWindow) -> None:
    found = text(sheet)
    assert sheet.batch.text() == "500 g" and sheet.batch.hasFocus()
    for said in ("Trial cream", "batch of 500 g", "A  Water phase, 75 °C", "Glycerin", "25.00", "☐", "Lot", "Weighed by", "Total weighed: 500.00 g"):
        assert said in found, said
    assert "to pH, at most 3.00 g in all" in found  # 0.6 % of 500 g
    assert "pH: 5.0–5.5 of the recipe" in found
    assert "Aqua, Paraffinum Liquidum, Glycerin, Polysorbate 60, Sorbitan Stearate, Phenoxyethanol" in found
    assert f"Data edition {window.document.data.edition}" in found and "Verdict of the recipe on 2026-11-22" in found
    assert sheet.effect.text().startswith("Rounded to 0.01 g: the total is exact; the share worst off is that of zinc")


def test_batch_and_balance_are_live(qtbot: QtBot, window: Window, sheet: WeighWindow) -> None:
    type_batch(qtbot, sheet, "2,5 kg")
    assert "125.00" in text(sheet) and window.document.stack.count() == 0  # nothing of the recipe's
    choose_balance(qtbot, sheet, "1 g")
    assert "batch of 2500 g" in text(sheet) and "125\n" in text(sheet)
    # 200 mg/kg as Zn are 0.088 % of the heptahydrate, 2.2 g of 2,500 g: 2 g are 9 % less
    assert "Rounding moves these shares by more than 1 % of themselves: Zinc sulfate heptahydrate (−9" in sheet.effect.text()
    type_batch(qtbot, sheet, "lots")
    assert sheet.batch.refused and "batch of 2500 g" in text(sheet)
    type_batch(qtbot, sheet, "20")
    assert not sheet.batch.refused and "too little for this balance" in text(sheet)


def test_it_follows_the_recipe(qtbot: QtBot, window: Window, sheet: WeighWindow) -> None:
    window.table.select_line((0, 1))
    window.tools.what_if.start()
    qtbot.keyClick(window.tools.what_if.slider, Key.Key_End)
    assert "50.00" in text(sheet)
    qtbot.keyClick(window.tools.what_if.slider, Key.Key_Escape)
    assert "25.00" in text(sheet)


def test_a_recipe_with_faults_says_so(qtbot: QtBot, trouble: Window) -> None:
    qtbot.keyClick(trouble, Key.Key_P, CTRL)
    found = text(shown(trouble))
    assert "The recipe does not pass" in found and "Not in the library: unheard-of (unknown)" in found
    assert "Without an INCI name, missing above: unheard-of (unknown)" in found


def test_the_pdf_holds_the_pages(qtbot: QtBot, sheet: WeighWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sheet"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(sheet.buttons[1], Qt.MouseButton.LeftButton)
    content = path.with_suffix(".pdf").read_bytes()
    assert content.startswith(b"%PDF") and len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    assert "Saved to" in sheet.told.text()


def test_what_hinders_the_pdf_is_said(sheet: WeighWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: said.append(args[2]))
    assert not sheet.write_pdf(tmp_path / "nowhere" / "sheet.pdf")
    assert "cannot be written" in said[0]


def test_the_printer_gets_the_same(sheet: WeighWindow, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    sheet.print_on(printer)
    content = (tmp_path / "printed.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", content)) >= 2 and sheet.told.text() == "Printed"


def test_copied_as_text(qtbot: QtBot, sheet: WeighWindow) -> None:
    qtbot.mouseClick(sheet.buttons[2], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == text(sheet)


def many_lines(cream: str, count: int) -> str:
    """With so many lines more; each second one has a note below it."""
    line = '  [[phase.line]]\n  material = "{0}"\n  amount = "{1} %"\n\n'
    more = "".join(line.format(*(("urea", "0.001") if n % 2 else ("allantoin", "0.1"))) for n in range(count))
    return cream.replace('  [[phase.line]]\n  material = "glycerin"', more + '  [[phase.line]]\n  material = "glycerin"')


@pytest.mark.parametrize("count", range(22, 34))
def test_no_row_in_two_parts_and_no_title_alone(window: Window, cream: Path, count: int) -> None:
    path = cream.parent / "many.toml"
    path.write_text(many_lines(cream.read_text(encoding="utf-8"), count), encoding="utf-8")
    assert window.document.open(path).recipe is not None
    window.tools.show_sheet()
    pages = shown(window).pages
    assert pages is not None and pages.count >= 2
    layout, tall = pages.document.documentLayout(), pages.document.pageSize().height()
    block, titled = pages.document.begin(), None
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if block.text().strip():
            first, last = int(box.top() // tall), int((box.bottom() - 1) // tall)
            if "too little" in block.text() or "rounding moves" in block.text():
                assert first == last, block.text()
            if titled is not None:
                assert first == titled, block.text()
            titled = first if "phase" in block.text() and block.text()[:1] in "ABC" and len(block.text()) < 40 else None
        block = block.next()


def test_the_preview_can_be_scrolled_by_keys_and_is_read_out(qtbot: QtBot, sheet: WeighWindow) -> None:
    preview = sheet.preview
    assert preview.accessibleName() == "Weigh sheet, 1 page" and "Glycerin" in preview.accessibleDescription()
    preview.setFocus()
    qtbot.keyClick(preview, Key.Key_End)
    assert preview.verticalScrollBar().value() == preview.verticalScrollBar().maximum() > 0
    qtbot.keyClick(preview, Key.Key_Home)
    assert preview.verticalScrollBar().value() == 0


def test_paper_is_white_in_the_dark(sheet: WeighWindow, qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    picture = sheet.preview.view.grab().toImage()
    assert picture.pixelColor(QPoint(picture.width() // 2, 30)).lightness() == 255


def test_it_goes_with_its_window_and_by_escape(qtbot: QtBot, window: Window, sheet: WeighWindow) -> None:
    qtbot.keyClick(sheet, Key.Key_Escape)
    assert not sheet.isVisible()
    window.tools.show_sheet()
    window.document.stack.setClean()
    window.close()
    assert not sheet.isVisible()


def test_a_recipe_without_batch_starts_at_100_g(window: Window, cream: Path) -> None:
    cream.write_text(cream.read_text(encoding="utf-8").replace('batch = "500 g"\n', ""), encoding="utf-8")
    window.document.open(cream)
    window.tools.show_sheet()
    assert shown(window).batch.text() == "100 g"


def test_signs_in_a_name_are_no_markup(window: Window) -> None:
    window.document.edit(replace(window.document.recipe, name="A <b> & C"), "Rename")
    window.tools.show_sheet()
    assert "A <b> & C" in text(shown(window))
    found = shown(window).sheet
    assert found is not None
    assert Pages(found, Footer(verdict="x", passes=True, edition="y", on="z"), paper()).count == 1
