"""Asks what pasted names mean that no material bears exactly: one of those like it, nothing, or a placeholder of which nothing is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from formulator.core.material import Material
from formulator.gui.panel import label
from formulator.gui.recipe_header import Choice
from formulator.gui.theme import SPACE

LEFT_OUT, UNKNOWN = "left out", "unknown"
OFFERED = 8
NAME_WIDTH = 220  # px


@dataclass(frozen=True, slots=True)
class Question:
    """A name with its amount, and the materials it may mean, best first; `likely` when the first of them is what is meant, as far as one can tell."""

    name: str
    amount: str
    offered: tuple[Material, ...]
    likely: bool = False


class MatchDialog(QDialog):
    """One row a name. `answers` are a Material, LEFT_OUT or UNKNOWN for each."""

    def __init__(self, questions: Sequence[Question], sure: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paste lines"))
        self.setAccessibleName(self.tr("Paste lines: what the names mean"))
        self._questions = tuple(questions)
        many = self.tr("{0} names are not those of a material on file. What do they mean?")
        intro = many.format(len(questions)) if len(questions) > 1 else self.tr("One name is not that of a material on file. What does it mean?")
        if sure:
            intro += " " + (self.tr("{0} other lines are recognised.") if sure > 1 else self.tr("One other line is recognised.")).format(sure)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(len(questions), 1)
        self.choices = [self._row(grid, n, question) for n, question in enumerate(self._questions)]
        inside = QWidget()
        inside.setObjectName("inside")
        inside.setLayout(grid)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.tr("Names and what they mean"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Paste"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(label(intro, wrap=True))
        outer.addWidget(area, 1)
        outer.addWidget(buttons)
        self.setMinimumWidth(560)
        self.resize(600, min(180 + 40 * len(questions), 560))
        if self.choices:
            self.choices[0].setFocus()

    def answers(self) -> list[Material | str]:
        """What was chosen for each name."""
        found: list[Material | str] = []
        for question, choice in zip(self._questions, self.choices, strict=True):
            n = choice.currentIndex()
            found.append(question.offered[n] if n < len(question.offered) else choice.currentData())
        return found

    def _row(self, grid: QGridLayout, n: int, question: Question) -> Choice:
        name = label("")
        name.setText(name.fontMetrics().elidedText(question.name, Qt.TextElideMode.ElideMiddle, NAME_WIDTH))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        name.setToolTip(question.name)
        amount = label(question.amount, "muted")
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        choice = Choice(self.tr("What “{0}” means").format(question.name))
        for material in question.offered:
            choice.addItem(material.name, material.id)
        choice.addItem(self.tr("Take as an unknown material"), UNKNOWN)
        choice.addItem(self.tr("Leave out"), LEFT_OUT)
        choice.setMinimumHeight(30)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(16)
        if not question.likely:
            choice.show_value(UNKNOWN)
        name.setBuddy(choice)
        for column, widget in enumerate((name, amount, choice)):
            grid.addWidget(widget, n, column)
        return choice
