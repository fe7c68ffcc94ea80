"""The painted bar of the phases: how much of the cream each is, in the order of the recipe. Names and numbers stand in it or below, and in words behind it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from formulator.core.assess import Assessment
from formulator.gui import theme
from formulator.gui.rows import PHASE_NAMES, PHASE_WORDS
from formulator.report import words
from formulator.report.tongue import say

TALL = 22  # px of the bar
WHOLE = 100.0
# fills by kind, light and dark; the hatching says the same without colour
FILLS = {"water": ("#a9d6e5", "#1d5566"), "oil": ("#efd9a0", "#66511c"), "cool-down": ("#d5c6ee", "#4c3d70")}
HATCHES = {"water": Qt.BrushStyle.NoBrush, "oil": Qt.BrushStyle.BDiagPattern, "cool-down": Qt.BrushStyle.Dense7Pattern}


@dataclass(frozen=True, slots=True)
class Part:
    """One phase: its letter, its kind and its share, %."""

    name: str
    kind: str
    share: float

    @property
    def titles(self) -> tuple[str, ...]:
        """From the longest to the shortest that still tells it."""
        share = f"{words.number(self.share, 3)} %"
        kind = say(PHASE_NAMES[self.kind])
        return tuple(dict.fromkeys((f"{self.name} {kind} {share}".strip(), f"{self.name or kind} {share}", share)))


def parts_of(found: Assessment) -> tuple[Part, ...]:
    """Every phase that holds something."""
    made = found.composition
    shares = [0.0] * len(found.recipe.phases)
    for p in range(len(shares)):
        shares[p] = math.fsum(max(float(x), 0.0) for x, (phase, _) in zip(made.nominal, made.places, strict=True) if phase == p)
    return tuple(Part(phase.name, phase.kind, share) for phase, share in zip(found.recipe.phases, shares, strict=True) if share > 0)


class PhaseBar(QWidget):
    """The bar. What has no room in it stands below; what is missing to 100 % stays empty, what is too much goes beyond a stroke."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def take(self, found: Assessment) -> None:
        """Show another assessment."""
        parts = parts_of(found)
        if parts == self.parts and self.accessibleName():
            return
        self.parts = parts
        said = ", ".join(f"{part.name} {say(PHASE_WORDS[part.kind])} {words.number(part.share)} %".strip() for part in self.parts)
        said = self.tr("Phases: {0}").format(said or self.tr("nothing in them"))
        self.setAccessibleName(said)
        self.setToolTip(said.replace(", ", "\n").replace(": ", ":\n", 1))
        self.update()

    def sizeHint(self) -> QSize:
        """The bar, and a line of text below."""
        return QSize(220, TALL + self.fontMetrics().height() + 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        shades = theme.colours(self.palette())
        dark = shades is theme.DARK
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.figures(self.font(), 0.9))
        whole = QRectF(0.5, 0.5, self.width() - 1, TALL - 1)
        painter.setPen(QPen(QColor(shades.line), 1))
        painter.setBrush(QColor(shades.surface))
        painter.drawRect(whole)
        total = math.fsum(part.share for part in self.parts)
        scale = whole.width() / max(total, WHOLE)
        left, below = whole.left(), []
        for part in self.parts:
            box = QRectF(left, whole.top(), part.share * scale, whole.height())
            left = box.right()
            painter.setPen(QPen(QColor(shades.surface), 1))
            painter.setBrush(QColor(FILLS[part.kind][dark]))
            painter.drawRect(box)
            hatch = QColor(shades.text)
            hatch.setAlpha(38)
            painter.fillRect(box, QBrush(hatch, HATCHES[part.kind]))
            title = self._fitting(painter, part.titles, box.width() - 6)
            if title:
                painter.setPen(QColor(shades.text))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)
            else:
                below.append((box.center().x(), part.titles[0]))
        painter.setPen(QPen(QColor(shades.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(whole)
        if total > WHOLE + 0.005:
            x = whole.left() + WHOLE * scale
            painter.setPen(QPen(QColor(shades.bad), 2))
            painter.drawLine(QPointF(x, 0), QPointF(x, TALL + 4))
            below.append((x, self.tr("100 %")))
        elif 0 < total < WHOLE - 0.005:
            below.append((left + (whole.right() - left) / 2, self.tr("{0} % missing").format(words.number(WHOLE - total, 3))))
        self._below(painter, below, QColor(shades.muted))
        painter.end()

    def _below(self, painter: QPainter, titles: Sequence[tuple[float, str]], ink: QColor) -> None:
        """From right to left, each below its place as near as the next one lets it."""
        painter.setPen(ink)
        metrics, right = painter.fontMetrics(), float(self.width())
        for x, title in reversed(titles):
            wide = metrics.horizontalAdvance(title) + 2
            left = min(x - wide / 2, right - wide)
            if left < 0:
                continue  # the words behind the bar have them all
            painter.drawText(QRectF(left, TALL + 2, wide, metrics.height()), Qt.AlignmentFlag.AlignCenter, title)
            right = left - 10

    @staticmethod
    def _fitting(painter: QPainter, titles: Sequence[str], room: float) -> str:
        return next((title for title in titles if painter.fontMetrics().horizontalAdvance(title) <= room), "")
