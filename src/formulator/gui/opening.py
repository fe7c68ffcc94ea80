"""What a window shows until the library and the law are read: the recipe as its file has it, at once. Nothing is judged here, and it says so.

This module, `window` and `theme` are all that is loaded before the first picture: they import nothing of the program that needs numpy or the data.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from formulator.gui import theme

ROW = 27  # px, as in the recipe table
EDGE = 40


@dataclass(frozen=True, slots=True)
class Written:
    """One row as the file has it: a phase (`head`) or a line with its amount."""

    text: str
    amount: str = ""
    head: bool = False


def written(path: Path) -> tuple[str, tuple[Written, ...]]:
    """The name of a recipe and its rows, as far as the file can be made out. What is wrong with it is said later, by who reads it in full."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return path.stem, ()
    name = table.get("name")
    return name if isinstance(name, str) and name else path.stem, tuple(_rows(table))


def _rows(table: dict[str, Any]) -> Iterator[Written]:
    for phase in _tables(table, "phase"):
        yield Written("  ".join(_text(phase, key) for key in ("name", "kind")).strip(), head=True)
        for line in _tables(phase, "line"):
            yield Written(_text(line, "material"), _text(line, "amount"))


def _tables(table: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = table.get(key)
    return [x for x in found if isinstance(x, dict)] if isinstance(found, list) else []


def _text(table: dict[str, Any], key: str) -> str:
    found = table.get(key)
    return found if isinstance(found, str) else ""


class Opening(QWidget):
    """A recipe as it is written, while the rest is read; without one, only that."""

    def __init__(self, path: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.rows = written(path) if path else ("", ())
        self.setAccessibleName(self.tr("Opening {0}").format(self.name) if self.name else self.tr("Opening Formulator"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, phases and lines, and that nothing of it is judged yet."""
        shades = theme.colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(shades.window))
        sheet = QRectF(EDGE, EDGE, min(self.width() - 2 * EDGE, 720), self.height() - 2 * EDGE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(shades.line))
        painter.setBrush(QColor(shades.surface))
        painter.drawRoundedRect(sheet, 6, 6)
        left, wide, top = sheet.left() + 2 * theme.SPACE, sheet.width() - 4 * theme.SPACE, sheet.top() + theme.SPACE
        plain, bold = QFont(self.font()), QFont(self.font())
        bold.setBold(True)
        for text, amount, font, ink in self._lines(shades):
            if top + 2 * ROW > sheet.bottom():
                break
            painter.setFont(bold if font else plain)
            painter.setPen(QColor(ink))
            place = QRectF(left, top, wide, ROW)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, amount)
            top += ROW
        painter.end()

    def _lines(self, shades: theme.Colours) -> Iterator[tuple[str, str, bool, str]]:
        if self.name:
            yield self.name, "", True, shades.text
        yield self.tr("Reading the library and the law; nothing is judged yet …"), "", False, shades.muted
        for row in self.rows:
            yield row.text, row.amount, row.head, shades.text
