"""The "what if" strip below the table: drag, or use the arrow keys, and the amount of the current line moves with everything that rests on it.

Escape puts back what was there, Enter keeps it; both ways it is one step or none.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QSlider, QVBoxLayout, QWidget

from formulator.core.assess import Assessment
from formulator.gui import theme
from formulator.gui.document import Document, new_session
from formulator.gui.holding import held_line
from formulator.gui.lever import Lever, changes, lever, moved_recipe
from formulator.gui.panel import label
from formulator.gui.recipe_table import RecipeTable
from formulator.gui.scaling import with_ratio
from formulator.gui.theme import SPACE
from formulator.report import words
from formulator.report.tongue import decimals

EDGE = 9.0  # px from the ends of the slider to its first and last position


class LeverSlider(QSlider):
    """A slider with marks for what was and for the most that keeps every limit. `kept` and `dropped` tell Enter and Escape."""

    kept = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.lever: Lever | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lever(self, found: Lever, position: int) -> None:
        """Another line to move."""
        self.lever = found
        was = self.blockSignals(True)
        self.setRange(0, found.end)
        self.setPageStep(max(1, found.end // 10))
        self.setValue(position)
        self.blockSignals(was)
        self.update()

    def sizeHint(self) -> QSize:
        """Marks above and below the line."""
        return QSize(160, 30)

    def minimumSizeHint(self) -> QSize:
        """As small as can be dragged."""
        return QSize(100, 30)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape takes back; the rest moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes there at once."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._position(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging moves it."""
        if self.isSliderDown():
            self.setValue(self._position(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Left where it is."""
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, marks and handle."""
        shades = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, now = self.height() / 2, self._x(self.value())
        line = QRectF(EDGE, middle - 2, self.width() - 2 * EDGE, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shades.line))
        painter.drawRoundedRect(line, 2, 2)
        painter.setBrush(QColor(shades.accent))
        painter.drawRoundedRect(QRectF(line.left(), line.top(), now - line.left(), 4), 2, 2)
        if self.lever is not None:
            x = self._x(self.lever.position)
            painter.setBrush(QColor(shades.text))
            painter.drawPolygon(QPolygonF([QPointF(x, middle + 8), QPointF(x - 4, middle + 14), QPointF(x + 4, middle + 14)]))
            if self.lever.most is not None and self.lever.at(self.lever.most) <= self.lever.end:
                x = self._x(self.lever.at(self.lever.most))
                painter.setPen(QPen(QColor(shades.bad), 2))
                painter.drawLine(QPointF(x, middle - 14), QPointF(x, middle + 8))
        painter.setPen(QPen(QColor(shades.accent), 2))
        painter.setBrush(QColor(shades.selection if self.hasFocus() else shades.surface))
        painter.drawEllipse(QPointF(now, middle), 7, 7)
        painter.end()

    def _x(self, position: float) -> float:
        return EDGE + (self.width() - 2 * EDGE) * position / max(1, self.maximum())

    def _position(self, x: float) -> int:
        return round((x - EDGE) / max(1.0, self.width() - 2 * EDGE) * self.maximum())


class WhatIf(QFrame):
    """The strip. It follows the current line; `told` carries a word for the status bar."""

    told = Signal(str)

    def __init__(self, document: Document, table: RecipeTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.table = document, table
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("What if"))
        self.lever: Lever | None = None
        self._locks = table.recipe_model.locks
        self._before: Assessment = document.assessment
        self._session = new_session()
        self._moving = False
        self.title = label("", wrap=True)
        self.slider = LeverSlider()
        self.amount = label("")
        font = theme.figures(self.amount.font(), bold=True)
        self.amount.setFont(font)
        self.marks = label("", "muted", wrap=True)
        self.moves = label("", wrap=True)
        self.moves.setAccessibleName(self.tr("What moves"))
        self.keep_ = self._button(self.tr("Keep"), self.tr("Keep it (Enter)"), self.keep)
        self.back = self._button(self.tr("Take back"), self.tr("Take it back (Escape)"), self.drop)
        self._lay_out()
        self.slider.valueChanged.connect(self._moved)
        self.slider.kept.connect(self.keep)
        self.slider.dropped.connect(self.drop)
        document.changed.connect(self._changed)
        table.selectionModel().currentChanged.connect(self._selected)
        self.hide()

    def start(self) -> None:
        """Open for the current line, or say why not."""
        found = self._found()
        if isinstance(found, str):
            self.told.emit(found)
            return
        self._take(found)
        self.show()
        self.slider.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self) -> None:
        """Open it, or keep and close it."""
        if self.isVisible():
            self.keep()
        else:
            self.start()

    def keep(self) -> None:
        """What stands is kept; back to the table."""
        if self.lever is not None and self.slider.value() != self.lever.position:
            self.told.emit(self._words(self.slider.value()))
        self._close()

    def drop(self) -> None:
        """What was there is put back, as if nothing had been."""
        if self.lever is not None:
            self._edit(self.lever.position)
        self._close()

    def _close(self) -> None:
        self.lever = None
        self.hide()
        self.table.setFocus()

    def _take(self, found: Lever) -> None:
        self.lever = found
        self._before = self.document.assessment
        self._session = new_session()
        self.title.setText(self.tr("What if: {0}").format(found.name))
        marks = [self.tr("▴ was {0}").format(decimals(found.line.amount.text))]
        if found.most is not None:
            said = self.tr("┃ most {0} {1}, by {2}") if found.at(found.most) <= found.end else self.tr("most {0} {1}, by {2}")
            marks.append(said.format(words.number(found.most, 3), found.unit, found.rule))
        self.marks.setText(self.tr("; ").join(marks))
        self.slider.show_lever(found, found.position)
        self._tell(found.position)

    def _moved(self, position: int) -> None:
        if self.lever is not None:
            self._edit(position)
            self._tell(position)

    def _edit(self, position: int) -> None:
        assert self.lever is not None
        self._moving = True
        before, place = self._before.recipe, self.lever.place
        after = moved_recipe(before, self.lever, position)
        after, others = with_ratio(before, after, self.document.data, place, self._locks.group_of(place)) if after != before else (before, 0)
        words = self._words(position) + (self.tr(" with its ratio") if others else "")
        try:
            found = self.document.edit(after, words, self._session)
        finally:
            self._moving = False
        if found:
            self.told.emit(f"{found[0].says}. {found[0].fix}")

    def _words(self, position: int) -> str:
        assert self.lever is not None
        return self.tr("Set {0} to {1}").format(self.lever.name, decimals(self.lever.text_at(position)))

    def _tell(self, position: int) -> None:
        assert self.lever is not None
        text = decimals(self.lever.text_at(position))
        self.amount.setText(text)
        self.slider.setAccessibleName(self.tr("Amount of {0}: {1}").format(self.lever.name, text))
        moved = " · ".join(changes(self._before, self.document.assessment))
        hint = self.tr("Drag, or use the arrow keys. Enter keeps it, Escape takes it back.")
        self.moves.setText(moved or hint)
        self.slider.setAccessibleDescription(self.moves.text())
        self.keep_.setEnabled(position != self.lever.position)

    def _changed(self, *_: object) -> None:
        """Somebody else changed the recipe: begin anew from there."""
        if not self._moving and self.isVisible():
            self._follow()

    def _selected(self, *_: object) -> None:
        if self.isVisible() and self.lever is not None and self.table.current_place() != self.lever.place:
            self._follow()

    def _found(self) -> Lever | str:
        """The lever of the current line, or why there is none: what is locked does not move."""
        place, recipe = self.table.current_place(), self.document.recipe
        found = lever(self.document.assessment, place, self._locks.group_of(place) if place else ())
        return found if isinstance(found, str) else held_line(recipe, self.document.data, self._locks, found.place) or found

    def _follow(self) -> None:
        found = self._found()
        if isinstance(found, str):
            self.lever = None
            self.hide()
        else:
            self._take(found)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.amount)
        second.setSpacing(SPACE)
        for part, stretch in ((self.slider, 1), (self.keep_, 0), (self.back, 0)):
            second.addWidget(part, stretch)
        box = QVBoxLayout(self)
        box.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        box.setSpacing(2)
        box.addLayout(first)
        box.addLayout(second)
        box.addWidget(self.marks)
        box.addWidget(self.moves)

    def _button(self, text: str, tip: str, does: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("plain")
        button.setToolTip(tip)
        button.clicked.connect(does)
        return button
