"""Every text of the window can be said in another language: a translator that writes each source of the committed file in wide letters is installed, and
what is left in plain letters anywhere in the window must be data."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QLocale, QModelIndex, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import wording
from formulator.core.data import Data
from formulator.gui import language
from formulator.gui.about import AboutDialog
from formulator.gui.material_editor import MaterialEditor
from formulator.gui.preferences_dialog import PreferencesDialog
from formulator.gui.recipe_model import Column
from formulator.gui.shortcuts import ShortcutsDialog
from formulator.gui.window import Window
from formulator.report import tongue

SHEET = language.FILES / "formulator_zh_TW.ts"
ROOT = Path(__file__).parents[2]

TROUBLE = """\
format = 1
name = "Harbour balm"
product = "hand-cream"
markets = ["EU", "US", "CN"]
emulsion = "o/w"
batch = "500 g"
ph = "5.0 - 5.5"

[target.elements]
Zn = { min = "150 mg/kg", max = "250 mg/kg" }

[[phase]]
name = "A"
kind = "water"
heat = "75 degC"

  [[phase.line]]
  material = "water"
  amount = "60 %"

  [[phase.line]]
  material = "zinc-sulfate-heptahydrate"
  amount = "5 %"

  [[phase.line]]
  material = "copper-sulfate-pentahydrate"
  amount = "200 mg/kg as Cu"

  [[phase.line]]
  material = "salicylic-acid"
  amount = "3 %"

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
  material = "unheard-of"
  amount = "1.4 %"

[[phase]]
name = "C"
kind = "cool-down"

  [[phase.line]]
  material = "sodium-selenite"
  amount = "0.8 %"

  [[phase.line]]
  material = "harbour-clay"
  amount = "2 %"

  [[phase.line]]
  material = "sodium-hydroxide-10"
  amount = "0.3 %"
  adjust = "pH"
  max = "0.6 %"

[[material]]
id = "harbour-clay"
name = "Harbour clay"
inci = "KAOLIN"
functions = ["mineral"]
impurities = { Pb = "<= 40 mg/kg" }
source = "the harbour"
price = "12.50 EUR/kg"
"""
_LEFT_ALONE = re.compile(r"\{[^{}]*\}|<[^<>]*>|%n|&nbsp;|\n")
_WIDE = {ord(c): chr(ord(c) + 0xFEE0) for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"}


def wide(source: str) -> str:
    """The source in wide letters; placeholders and marks of rich text as they are."""
    kept = _LEFT_ALONE.findall(source)
    return "".join(a.translate(_WIDE) + b for a, b in zip(_LEFT_ALONE.split(source), [*kept, ""], strict=True))


class Pseudo(QTranslator):
    """Translates what the committed file has, in the context it has it; and Qt's own words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.known = {
            (context.findtext("name") or "", message.findtext("source") or "")
            for context in tree.parse(SHEET).iter("context")
            for message in context.iter("message")
        }

    def isEmpty(self) -> bool:
        """It has something."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        """A source in wide letters; None for what is not in the file."""
        return wide(source) if (context, source) in self.known or context.startswith("Q") else None


@pytest.fixture
def foreign(qapp: QApplication) -> Iterator[Pseudo]:
    translator = Pseudo(qapp)
    qapp.installTranslator(translator)
    language.speak()
    yield translator
    tongue.speak(None)
    qapp.removeTranslator(translator)
    translator.deleteLater()


def texts_of(thing: Any, seen: set[int]) -> Iterator[str]:
    """Every text anywhere in the data."""
    if isinstance(thing, str):
        yield thing
    elif id(thing) not in seen:
        seen.add(id(thing))
        if is_dataclass(thing) and not isinstance(thing, type):
            for field in fields(thing):
                yield from texts_of(getattr(thing, field.name), seen)
        elif isinstance(thing, Mapping):
            for key, value in thing.items():
                yield from texts_of(key, seen)
                yield from texts_of(value, seen)
        elif isinstance(thing, (tuple, list, set, frozenset)):
            for each in thing:
                yield from texts_of(each, seen)


# Words that are no data and yet stay, each with its reason.
EXEMPT = {
    **{f"Annex {number}": "a law as it is cited" for number in ("II", "III", "IV", "V", "VI")},
    "Annex": "a law as it is cited",
    "STSC table": "a law as it is cited",
    "EC": "a law as it is cited",
    platform.platform(): "the machine, in About",
    "offscreen": "the machine, in About",
    "Ctrl": "a key",
    "Shift": "a key",
    "Alt": "a key",
    **dict.fromkeys(("ratio", "supply", "target", "cost"), "the id of a rule or figure"),
    **dict.fromkeys(("SCF", "SCF UL", "SCF ADI", "SCF AI", "SCF PRI"), "an authority and its limit"),
    "Formulator": "the program's name",
    "HLB": "symbol of the field",
    "MoS": "symbol of the field",
}


class Plain:
    """Finds what is left in plain letters and is no data."""

    def __init__(self, data: Data, *recipes: str) -> None:
        found = set(texts_of(data, set()))
        for recipe in recipes:
            found |= set(re.findall(r'"([^"\n]*)"', recipe))
        found |= {part for text in list(found) for part in (" ".join(text.split()), text.rstrip(" ."), text.lower(), text.capitalize(), text.replace("-", " "))}
        found |= set(EXEMPT)
        self.words = {text.casefold() for text in found if 0 < len(text) <= 60}
        # names with a comma or a sign in them would fall apart below: by their first word, the longest first
        self.names: dict[str, list[tuple[str, int]]] = {}
        for text in sorted(found, key=len, reverse=True):
            if len(text) > 4 and (first := _WORD.search(text)) and re.search(r"[A-Za-z][^A-Za-z]+[A-Za-z]|[0-9(]", text):
                self.names.setdefault(first[0], []).append((text, first.start()))
        self.found: dict[str, list[str]] = {}

    def left(self, text: str) -> list[str]:
        """Pieces of a text that should have been said in the other language."""
        if text not in self.found:
            self.found[text] = self._pieces(text)
        return self.found[text]

    def _pieces(self, text: str) -> list[str]:
        return [piece for line in _AWAY.sub(" ", text).split("\n") for piece in self._left(" ".join(line.split()))]

    def _left(self, text: str) -> list[str]:
        if not re.search("[A-Za-z]{2}", text) or text.casefold() in self.words:
            return []
        at = 0
        while word := _WORD.search(text, at):
            begins = ((name, word.start() - before) for name, before in self.names.get(word[0], ()))
            end, start = next(((_end(text, name, start), start) for name, start in begins if _end(text, name, start)), (0, 0))
            text = f"{text[:start]};{text[end:]}" if end else text
            at = start + 1 if end else word.end()
        text, found = _SIGNS.sub(";", text), []
        for piece in re.split(r"[^\x20-\x7eµ²³°×≤≥±–àâçéèêëïîôûüäöß]+|[,;:()\[\]|/=+“”–]| to | and |\. |\.$", text):
            piece = piece.strip(" .'✗?!…·&*%~<>-")
            if re.search("[A-Za-z]{2}", piece) and piece.casefold() not in self.words and not _UNITS.fullmatch(piece):
                found.append(piece)
        return found


def _end(text: str, name: str, at: int) -> int:
    """Where a name ends that stands here, whole or (a long text of the law) cut off; 0 where it does not."""
    if at < 0:
        return 0
    if text.startswith(name, at):
        return at + len(name)
    cut = text.find("…", at)
    return cut if cut - at > 2 and name.startswith(text[at:cut].rstrip()) else 0


_WORD = re.compile(r"\w+")
_AWAY = re.compile(r"<[^<>]*>|(?:^|(?<= ))/(?:[\w.-]+/)+[\w. -]*")  # marks of rich text, paths of files
_SIGNS = re.compile(  # what is no word: elements with amounts, limits by their short names, ids, addresses, paths, versions
    r"\b[A-Z][a-z]? [\d.,]+ (?:%|mg/kg|;)|\d+ × [A-Z][a-z]?\b|\bas [A-Z][a-z]?\b|\(unknown\)|\b(?:UL|ADI|SUL|AI|PRI|RDA) [A-Z][a-z]?\b|ISBN [\dX;-]+|https?:\S+"
    r"|≥?[\d.,]+ EUR\b|\b[a-z]+(?:\.[\w;-]+)+|\bentry (?:[\dIVX]+[a-z]?|-)|\b(?:Python|Qt|PySide6|NumPy|Formulator) [\d.]+"
)
_UNITS = re.compile(r"(?:[\d.,−-]*\s*)?(?:%|mg|kg|g|µg|ng|day|cm2|cm²|mol|mL|ppm|degC|w)(?:\s*/\s*\w+)*|[\w.-]+\.toml|[a-z]+(?:[-.][A-Za-z0-9]+)+")


def shown(top: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of a window: (where, text)."""
    for widget in (top, *top.findChildren(QWidget)):
        if widget.objectName().startswith("qt_"):
            continue
        where = f"{type(top).__name__} {type(widget).__name__} {widget.objectName()}"
        texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle(), widget.statusTip(), widget.whatsThis()]
        if isinstance(widget, (QLabel, QAbstractButton)):
            texts.append(widget.text())
        if isinstance(widget, (QGroupBox, QMenu)):
            texts.append(widget.title())
        if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
            texts.append(widget.placeholderText())
        if isinstance(widget, QTextEdit) and widget.isReadOnly():
            texts.append(widget.toPlainText())
        if isinstance(widget, QComboBox):
            texts += [widget.itemText(n) for n in range(widget.count())]
        if isinstance(widget, QTabWidget):
            texts += [t for n in range(widget.count()) for t in (widget.tabText(n), widget.tabToolTip(n))]
        yield from ((where, text) for text in texts if text)
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((f"{where} {type(widget.model()).__name__}", text) for text in cells(widget.model()))
    for action in top.findChildren(QAction):
        yield from ((f"{type(top).__name__} action", text) for text in (action.text(), action.iconText(), action.toolTip(), action.statusTip()) if text)


def cells(model: QAbstractItemModel, above: QModelIndex | None = None) -> Iterator[str]:
    """Every text of a model, headings and all that is below."""
    above = above or QModelIndex()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)
    columns = model.columnCount(above) if not isinstance(model, QAbstractListModel) else 1
    for column in range(columns):
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        yield from [heading] if isinstance(heading, str) else []
        for row in range(model.rowCount(above)):
            index = model.index(row, column, above)
            yield from (text for role in roles if isinstance(text := index.data(role), str))
            yield from cells(model, index) if column == 0 and model.rowCount(index) else ()


def told(piece: str, text: str, where: str) -> str:
    """A complaint with what stands around it."""
    at = max(text.find(piece), 0)
    return f"{piece!r} in {text[max(at - 60, 0) : at + len(piece) + 60]!r} ({where})"


def complain(plain: Plain, *tops: QWidget) -> list[str]:
    """What stays English, each once."""
    found: dict[str, str] = {}
    for top in tops:
        for where, text in shown(top):
            for piece in plain.left(text):
                found.setdefault(piece, told(piece, text, where))
    return sorted(found.values())


def check(plain: Plain, *tops: QWidget) -> None:
    found = complain(plain, *tops)
    assert not found, "\n".join(found)


@pytest.fixture(scope="session")
def plain(data: Data) -> Plain:
    return Plain(data, TROUBLE, *(path.read_text(encoding="utf-8") for path in (ROOT / "recipes").glob("*.toml")))


Opener = Callable[[str], Window]


@pytest.fixture(params=["zinc-copper-face-cream", "trouble"])
def strange(request: pytest.FixtureRequest, foreign: Pseudo, opened: Opener) -> Window:
    """A window made while the other language is set."""
    text = TROUBLE if request.param == "trouble" else (ROOT / "recipes" / f"{request.param}.toml").read_text(encoding="utf-8")
    window = opened(text)
    window.findings.table.findings_model.show_passed(True)
    return window


def test_the_window(strange: Window, plain: Plain) -> None:
    check(plain, strange)


def test_explanations(strange: Window, plain: Plain) -> None:
    found: dict[str, str] = {}
    assessment = strange.document.assessment
    for id in assessment.figures:
        strange.show_derivation(id)
        for text in cells(strange.explain.derivation_model):
            found.update({piece: told(piece, text, id) for piece in plain.left(text)})
    for check_ in assessment.checks:
        strange.explain.explain_check(check_)
        for text in cells(strange.explain.derivation_model):
            found.update({piece: told(piece, text, check_.rule) for piece in plain.left(text)})
    for material in assessment.composition.materials:
        strange.show_material(material.id)
        for text in cells(strange.explain.derivation_model):
            found.update({piece: told(piece, text, material.id) for piece in plain.left(text)})
    assert not found, "\n".join(found.values())


def test_what_opens_from_it(strange: Window, plain: Plain, qtbot: QtBot) -> None:
    strange.tools.show_settings()
    strange.tools.show_sheet()
    strange.show_own()
    extra = [AboutDialog(strange.document.data, strange), ShortcutsDialog(strange), PreferencesDialog(strange)]
    tops = [w for w in (strange.tools.settings, strange.tools.sheet, strange.own, *extra) if w is not None]
    try:
        check(plain, *tops)
    finally:
        for top in tops:
            top.close()


def test_the_palette(foreign: Pseudo, opened: Opener, plain: Plain) -> None:
    window = opened(TROUBLE)
    palette = window.actions_.program.show_palette()
    check(plain, palette)
    palette.close()


def test_the_material_editor(foreign: Pseudo, opened: Opener, plain: Plain, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened(TROUBLE)
    window.show_own()
    window.own.new_material()
    editor = window.own.findChild(MaterialEditor)
    assert editor is not None
    # the faults of a material are worded by the readers of files, which also serve the command line: English still
    left = [text for text in complain(plain, editor) if not re.search(r" in ['\"](?:[✗?] |.*\b(?:empty|missing)\b|.*: )", text)]
    editor.done(0)
    window.own.close()
    assert not left, "\n".join(left)


def test_the_welcome_page(foreign: Pseudo, opened: Opener, plain: Plain) -> None:
    window = opened(TROUBLE)
    window.document.stack.setClean()
    window.show_welcome()
    check(plain, window)


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    language.speak()
    yield
    tongue.speak(None)
    QLocale.setDefault(before)


def test_decimals_follow_the_locale_and_files_do_not(german: None, opened: Opener, tmp_path: Path) -> None:
    window = opened(TROUBLE)
    model = window.table.recipe_model
    row = next(n for n, each in enumerate(model.rows) if each.key == ("line", "mineral-oil-light"))
    cell = model.index(row, 3)
    assert model.finished(row, "12,5", 1) is None
    assert cell.data().strip().startswith("12,50")
    assert cell.data(Qt.ItemDataRole.EditRole) == "12,5"
    assert window.document.recipe.phases[1].lines[0].amount.text == "12.5 %"
    assert window.header.ph.text() == "5,0 - 5,5"
    clay = next(n for n, each in enumerate(model.rows) if each.key == ("line", "harbour-clay"))
    price = model.index(clay, Column.COST)
    assert price.data().strip() == "0,25"
    assert price.data(Qt.ItemDataRole.EditRole) == "12,50 EUR/kg"
    assert model.finished(clay, "13,75", 2, Column.COST) is None
    assert window.verdict.cost.number.text() == "≥0,27 EUR/kg"
    saved = tmp_path / "saved.toml"
    window.document.save_as(saved)
    assert 'amount = "12.5 %"' in saved.read_text(encoding="utf-8")
    assert 'price = "13.75 EUR/kg"' in saved.read_text(encoding="utf-8")
    assert not {"12,5", "13,75"} & set(re.findall(r"\d+,\d+", saved.read_text(encoding="utf-8")))
    # numbers in sentences have a comma, ids and entries keep what they are, and no thousands are grouped
    gap = next(f for f in window.findings.table.findings_model.rows if f.check.code == "limit")
    assert re.search(r"\d,\d", gap.message) and not re.search(r"\d\.\d{3}\b", gap.message)
    window.show_derivation("element.Zn.content")
    shown = "\n".join(cells(window.explain.derivation_model))
    assert "65,38" in shown and "65.38" not in shown
    assert "65.38" in window.explain.text()  # what is copied has points


@pytest.mark.skipif(wording.tool("pyside6-lupdate") is None, reason="Qt's lupdate is not installed")
def test_the_file_for_translators_is_what_the_sources_say(tmp_path: Path) -> None:
    for sheet in language.FILES.glob("*.ts"):
        copy = tmp_path / sheet.name
        shutil.copy(sheet, copy)
        wording.update(copy)
        assert copy.read_text(encoding="utf-8") == sheet.read_text(encoding="utf-8"), "run ./dev words"


def test_the_file_has_every_source_once() -> None:
    contexts = tree.parse(SHEET).iter("context")
    found = {(c.findtext("name") or "", m.findtext("source") or "") for c in contexts for m in c.iter("message")}
    assert found == wording.sources()


@pytest.mark.skipif(wording.tool("pyside6-lrelease") is None, reason="Qt's lrelease is not installed")
def test_a_translation_is_taken_for_its_locale(qapp: QApplication, tmp_path: Path) -> None:
    text = SHEET.read_text(encoding="utf-8")
    source = "<source>No fault found</source>\n        <translation"
    assert f'{source} type="unfinished"></translation>' in text
    filled = tmp_path / SHEET.name
    filled.write_text(text.replace(f'{source} type="unfinished"></translation>', f"{source}>沒有發現問題</translation>"), encoding="utf-8")
    wording.compile(filled)
    before = QLocale()
    QLocale.setDefault(QLocale("zh_TW"))
    try:
        installed = language.set_language(qapp, tmp_path)
        assert tongue.say("No fault found") == "沒有發現問題"
        assert tongue.say("the limit is recalled and settles nothing") == "the limit is recalled and settles nothing"  # not translated yet
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)
        tongue.speak(None)
    assert tongue.say("No fault found") == "No fault found"


def test_the_first_picture_has_the_language_already_and_reads_no_data_for_it() -> None:
    said = """import sys
from formulator.gui import app
app._application()
from formulator.report.tongue import decimals
print(decimals("1.5"), "numpy" in sys.modules, "formulator.core.figure" in sys.modules)"""
    env = {**os.environ, "LC_ALL": "de_DE.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", said], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1,5", "False", "False"]


def test_a_language_that_nobody_translated_is_english(qapp: QApplication, german: None) -> None:
    assert language.set_language(qapp) == []
    assert tongue.say("No fault found") == "No fault found"
