"""Every text of the window can be said in another language: a translator that writes each source of the committed file in wide letters is installed, and
what is left in plain letters anywhere in the window must be data."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as tree
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMainWindow,
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
from formulator.gui.preferences_dialog import PreferencesDialog
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
    "entry": "a law as it is cited: Annex III, entry 24",
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
        found |= {part for text in list(found) for part in (" ".join(text.split()), text.rstrip(" ."), text.lower(), text.capitalize())}
        found |= set(EXEMPT)
        self.words = {text.casefold() for text in found if 0 < len(text) <= 60}
        # names with a comma or a sign in them would fall apart below: by their first word, the longest first
        self.names: dict[str, list[str]] = {}
        for text in sorted(found, key=len, reverse=True):
            if len(text) > 4 and (first := re.match(r"[(]?\w+", text)) and re.search(r"[a-z][^A-Za-z]+[A-Za-z]|[0-9(]", text):
                self.names.setdefault(first[0], []).append(text)
        self.found: dict[str, list[str]] = {}

    def left(self, text: str) -> list[str]:
        """Pieces of a text that should have been said in the other language."""
        if text not in self.found:
            self.found[text] = self._pieces(text)
        return self.found[text]

    def _pieces(self, text: str) -> list[str]:
        return [piece for line in re.sub(r"<[^<>]*>", " ", text).split("\n") for piece in self._left(" ".join(line.split()))]

    def _left(self, text: str) -> list[str]:
        if not re.search("[A-Za-z]{2}", text) or text.casefold() in self.words:
            return []
        at = 0
        while word := re.compile(r"[(]?\w+").search(text, at):
            name = next((n for n in self.names.get(word[0], ()) if text.startswith(n, word.start())), "")
            text = f"{text[: word.start()]};{text[word.start() + len(name) :]}" if name else text
            at = word.start() + 1 if name else word.end()
        found = []
        text = re.sub(r"\b[A-Z][a-z]? [\d.,]+ %", ";", text)
        for piece in re.split(r"[^\x20-\x7eµ²³°×≤≥±–àâçéèêëïîôûüäöß]+|[,;:()\[\]|/=+“”–]| to | and |\. |\.$", text):
            piece = piece.strip(" .'✗?!…·&*%~<>-")
            if re.search("[A-Za-z]{2}", piece) and piece.casefold() not in self.words and not _UNITS.fullmatch(piece):
                found.append(piece)
        return found


_UNITS = re.compile(r"(?:[\d.,−-]*\s*)?(?:%|mg|kg|g|µg|ng|day|cm2|cm²|mol|ppm|degC|w)(?:\s*/\s*\w+)*|[\w.-]+\.toml|[a-z]+(?:[-.][A-Za-z0-9]+)+")


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
    for column in range(model.columnCount(above)):
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        yield from [heading] if isinstance(heading, str) else []
        for row in range(model.rowCount(above)):
            index = model.index(row, column, above)
            yield from (text for role in roles if isinstance(text := index.data(role), str))
            yield from cells(model, index) if column == 0 and model.rowCount(index) else ()


def complain(plain: Plain, *tops: QWidget) -> list[str]:
    """What stays English, each once."""
    found: dict[str, str] = {}
    for top in tops:
        for where, text in shown(top):
            for piece in plain.left(text):
                found.setdefault(piece, f"{piece!r} in {text[:160]!r} ({where})")
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
            found.update({piece: f"{piece!r} in {text!r} ({id})" for piece in plain.left(text)})
    for check_ in assessment.checks:
        strange.explain.explain_check(check_)
        for text in cells(strange.explain.derivation_model):
            found.update({piece: f"{piece!r} in {text!r} ({check_.rule})" for piece in plain.left(text)})
    for material in assessment.composition.materials:
        strange.show_material(material.id)
        for text in cells(strange.explain.derivation_model):
            found.update({piece: f"{piece!r} in {text!r} ({material.id})" for piece in plain.left(text)})
    assert not found, "\n".join(found.values())


def test_what_opens_from_it(strange: Window, plain: Plain, qtbot: QtBot) -> None:
    strange.tools.show_settings()
    strange.tools.show_sheet()
    strange.show_own()
    palette = strange.actions_.program.show_palette()
    extra = [AboutDialog(strange.document.data, strange), ShortcutsDialog(strange), PreferencesDialog(strange)]
    tops = [w for w in (strange.tools.settings, strange.tools.sheet, strange.own, palette, *extra) if w is not None]
    try:
        check(plain, *tops)
    finally:
        for top in tops:
            top.close()


def test_the_welcome_page(foreign: Pseudo, opened: Opener, plain: Plain) -> None:
    window = opened(TROUBLE)
    window.document.stack.setClean()
    window.show_welcome()
    check(plain, window)
