"""Lines to the clipboard and back. What was copied here comes back as the very lines with their materials; other text is read and its names matched."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from formulator.core.material import Material
from formulator.core.recipe import Line
from formulator.gui.block_edits import BlockEdit, called, inserted, lines_at
from formulator.gui.document import Document
from formulator.gui.following import Place
from formulator.gui.library_search import LibrarySearch
from formulator.gui.lines_text import Read, Typed, read_lines, to_text
from formulator.gui.match_dialog import LEFT_OUT, OFFERED, MatchDialog, Question
from formulator.gui.own_edits import carried
from formulator.gui.own_shelf import Shelf
from formulator.report.tongue import say

MOST = 500  # lines
LONGEST = 200_000  # characters

# what was copied last in this program: its text, its lines, and the materials that only a recipe or a folder carries
_last: tuple[str, tuple[Line, ...], tuple[Material, ...]] = ("", (), ())


class Clipboard:
    """Copies and pastes lines of a document."""

    def __init__(self, document: Document, finder: LibrarySearch, shelf: Shelf, parent: QWidget) -> None:
        self._document = document
        self._finder = finder
        self._shelf = shelf
        self._parent = parent

    def text(self) -> str:
        """What the clipboard holds as text."""
        return QGuiApplication.clipboard().text()

    def copy(self, places: list[Place]) -> None:
        """Lines as text, and remembered as they are."""
        global _last
        recipe = self._document.recipe
        text = to_text(recipe, self._document.data, places)
        lines = lines_at(recipe, places)
        own = [found for id in dict.fromkeys(line.material for line in lines) if (found := carried(recipe, id))]
        _last = (text, lines, tuple(own))
        QGuiApplication.clipboard().setText(text)

    def pasted(self, text: str, goal: Place) -> BlockEdit | str:
        """The edit that puts the lines of a text in before a place; or why there is none, "" when the person called it off."""
        recipe, data = self._document.recipe, self._document.data
        if text and text.replace("\r\n", "\n") == _last[0]:
            lines, materials, note = _last[1], _last[2], ""
        else:
            if len(text) > LONGEST or text.count("\n") > MOST:
                return say("That is too much text for lines of a recipe.")
            read = read_lines(text, lambda name: self._sure(name, "") is not None, QLocale().decimalPoint() == ",")
            if not read.rows:
                return say("There are no lines to paste: two columns are enough, name and amount.") + _why(read)
            matched = self._matched(read)
            if matched is None:
                return ""
            lines, materials, note = matched
            if not lines:
                return say("All names were left out: nothing is pasted.")
        after = inserted(recipe, data, goal, lines, "", materials)
        words = say("Paste {0}").format(called(after.after, data, after.places))
        return replace(after, words=words, note=" ".join(text for text in (after.note, note) if text))

    def _matched(self, read: Read) -> tuple[tuple[Line, ...], tuple[Material, ...], str] | None:
        """The lines with their materials, after asking for what is not sure; None when it was called off."""
        found: list[Material | str | None] = [self._sure(row.name, row.id) for row in read.rows]
        asked = [n for n, one in enumerate(found) if one is None]
        if asked:
            questions = [self._question(read.rows[n]) for n in asked]
            dialog = MatchDialog(questions, len(found) - len(asked), self._parent.window())
            taken = dialog.exec() == QDialog.DialogCode.Accepted
            answers = dialog.answers()
            dialog.deleteLater()
            if not taken:
                return None
            for n, answer in zip(asked, answers, strict=True):
                found[n] = answer
        lines, materials = [], []
        for row, one in zip(read.rows, found, strict=True):
            if isinstance(one, Material):
                lines.append(replace(row.line, material=one.id))
                if self._shelf.material(one.id) is not None and carried(self._document.recipe, one.id) is None:
                    materials.append(one)
            elif one != LEFT_OUT:
                lines.append(replace(row.line, material=row.id or row.name))
        out = len(read.left) + sum(one == LEFT_OUT for one in found)
        return tuple(lines), tuple(materials), say("Left out: {0}.").format(out) + _why(read) if out else ""

    def _sure(self, name: str, id: str) -> Material | None:
        """The material that bears this id, or exactly this name; None when there is none or more than one."""
        if id and (found := self._finder.material(id)):
            return found
        return self._named(name) or (self._named(id) if id else None)

    def _named(self, name: str) -> Material | None:
        plain = " ".join(name.split()).casefold()
        if not plain or len(plain) > 120:
            return None
        if found := self._finder.material(plain):
            return found
        hits = [hit.material for hit in self._finder.find(plain)]
        named = [m for m in hits if m.name.casefold() == plain]
        other = [m for m in hits if plain in (m.inci.casefold(), *(other.casefold() for other in m.names), *m.cas)]
        return named[0] if len(named) == 1 else other[0] if not named and len(other) == 1 else None

    def _question(self, row: Typed) -> Question:
        offered = [hit.material for hit in self._finder.find(row.name)]
        likely = bool(offered)
        if not likely:  # the word that says most finds something
            words = sorted((word.strip(",;()") for word in row.name.split()), key=len, reverse=True)
            offered = [hit.material for word in words[:2] if len(word) > 3 for hit in self._finder.find(word)]
        amount = f"{row.line.amount.text} max {row.line.maximum.text}" if row.line.maximum else row.line.amount.text
        return Question(row.name, amount, tuple({m.id: m for m in offered}.values())[:OFFERED], likely)


def _why(read: Read) -> str:
    """The first row that was left out, and why."""
    return f" ({read.left[0][0][:60]}: {read.left[0][1]})" if read.left else ""
