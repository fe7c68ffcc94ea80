"""What a window shows until the library and the law are read: the recipe as its file has it, at once. Nothing is judged here, and it says so.

This module, `window` and `theme` are all that is loaded before the first picture: they import nothing of the program that needs numpy or the data.
"""

from __future__ import annotations

import tomllib
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from formulator.gui import theme

ROW = 27  # px, as in the recipe table
BESIDE = 78  # px that the table keeps for the grams
LARGEST = 400_000  # bytes of a file that is read twice: here, and in full; ten times the longest recipe
WIDTHS = (1200, 1600, 2600)  # px of a window from which nothing has to be spared, from which there is room to spare, and more
SHARES = ((344, 190), (364, 250), (440, 290), (520, 400))  # px of verdict and library up to these


def shares_of(width: int) -> tuple[int, int]:
    """What the panels beside the recipe get of a window."""
    return SHARES[bisect(WIDTHS, width)]


@dataclass(frozen=True, slots=True)
class Written:
    """One row as the file has it: a phase (`head`) or a line with its amount."""

    text: str
    amount: str = ""
    head: bool = False


def written(path: Path) -> tuple[str, tuple[Written, ...]]:
    """The name of a recipe and its rows, as far as the file can be made out. What is wrong with it is said later, by who reads it in full."""
    try:
        # a huge file would hold up the picture, a pipe would be read empty before who opens it comes
        table = tomllib.loads(path.read_text(encoding="utf-8-sig")) if path.is_file() and path.stat().st_size < LARGEST else {}
    except (OSError, ValueError, RecursionError):
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
    """A recipe as it is written, in the place where its table will stand, between the panels that are still empty."""

    def __init__(self, path: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.rows = written(path) if path else ("", ())
        self.setAccessibleName(self.tr("Opening {0}").format(self.name) if self.name else self.tr("Opening Formulator"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, phases and lines, and that nothing of it is judged yet."""
        shades = theme.colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(shades.window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        library, table, findings, verdict, name, foot = self._places()
        painter.setPen(QColor(shades.line))
        painter.setBrush(QColor(shades.surface))
        for panel in (library, table, findings, verdict) if self.name else ():  # without a recipe the welcome page comes
            painter.drawRoundedRect(panel, 6, 6)
        row = max(ROW, self.fontMetrics().height() + 10)
        self._write(painter, name, self.name, "", True, shades.text)
        self._write(painter, foot, self.tr("Reading the library and the law; nothing is judged yet …"), "", False, shades.muted)
        place = QRectF(table.left() + 28, table.top() + row + 4, table.width() - 28 - BESIDE, row)
        for one in self.rows:
            if place.bottom() > table.bottom():
                break
            self._write(painter, place, one.text, one.amount, one.head, shades.text)
            place.translate(0, row)
        painter.end()

    def _places(self) -> tuple[QRectF, ...]:
        """Where library, table, findings, verdict, the recipe's name and the status bar will be, nearly."""
        wide, high, line = float(self.width()), float(self.height()), float(self.fontMetrics().height())
        verdict, library = shares_of(self.width())
        head, foot, gap = 5 * line + 12, line + 9, float(theme.SPACE)
        left = wide - verdict - 2 * gap
        middle = head + (high - head - foot - gap) * 0.67
        return (
            QRectF(gap, head, library, middle - head),
            QRectF(library + 2 * gap, head, left - library - 2 * gap, middle - head),
            QRectF(gap, middle + gap, left - gap, high - foot - middle - gap),
            QRectF(left + gap, head, wide - left - 2 * gap, high - head - foot),
            QRectF(3 * gap, head - 2 * line, left, line),
            QRectF(gap, high - foot, left, foot),
        )

    def _write(self, painter: QPainter, place: QRectF, text: str, amount: str, bold: bool, ink: str) -> None:
        font = QFont(self.font())
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, amount)
