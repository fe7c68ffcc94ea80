"""Small dialogs that ask for one thing and refuse nonsense in red without losing it: a batch, and what a phase is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from formulator.core.recipe import PHASE_KINDS, Phase, PhaseKind, Quantity
from formulator.core.units import QuantityError
from formulator.gui.entry import Entry
from formulator.gui.panel import label
from formulator.gui.phase_edits import heat_typed
from formulator.gui.recipe_header import Choice
from formulator.gui.rows import PHASE_WORDS
from formulator.gui.theme import SPACE
from formulator.gui.typed import typed_quantity
from formulator.report.tongue import say

ROOM = 32  # px below the fields, where a refusal is shown


class AskDialog(QDialog):
    """A form with OK and Cancel. OK asks `_taken`; a refusal keeps the dialog open."""

    def __init__(self, title: str, intro: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.form = QFormLayout()
        self.form.setSpacing(SPACE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        outer.setSpacing(2 * SPACE)
        if intro:
            outer.addWidget(label(intro, "muted", wrap=True))
        outer.addLayout(self.form)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(accept)
        self.buttons.accepted.connect(self._ok)
        self.buttons.rejected.connect(self.reject)
        outer.addSpacing(ROOM)
        outer.addStretch(1)
        outer.addWidget(self.buttons)
        self.setMinimumWidth(380)

    def entry(self, title: str, name: str, text: str) -> Entry:
        """A field to type in."""
        found = Entry(name)
        found.setText(text)
        found.typed.connect(lambda *_: found.accept())
        found.setMinimumHeight(30)
        self.form.addRow(title, found)
        return found

    def _ok(self) -> None:
        if self._taken():
            self.accept()

    def _taken(self) -> bool:
        return True


class BatchDialog(AskDialog):
    """Asks for another batch; `batch` is what was typed."""

    def __init__(self, present: Quantity | None, held: int, parent: QWidget | None = None) -> None:
        intro = say("Shares stay as they are and their grams follow. Lines written in grams are scaled.")
        if held:
            intro += " " + say("{0} locked lines keep the amount that is written.").format(held)
        super().__init__(say("Scale to batch"), intro, say("Scale"), parent)
        self.batch: Quantity | None = None
        self.field = self.entry(self.tr("&Batch"), self.tr("Batch, such as 1 kg"), present.text if present else "")
        self.field.selectAll()
        self.field.setFocus()

    def _taken(self) -> bool:
        try:
            self.batch = typed_quantity(self.field.text(), "g", QLocale().decimalPoint() == ",")
        except QuantityError as fault:
            self.field.refuse(fault.says, fault.fix)
            return False
        return True


class PhaseDialog(AskDialog):
    """Asks for name, kind and heat of a phase; `phase` is what it is then. `refused` may say why a recipe cannot take it."""

    def __init__(self, title: str, accept: str, phase: Phase, refused: Callable[[Phase], str] = lambda _: "", parent: QWidget | None = None) -> None:
        super().__init__(title, "", accept, parent)
        self.phase = phase
        self._refused = refused
        self.name = self.entry(self.tr("&Name"), self.tr("Name of the phase"), phase.name)
        self.kind = Choice(self.tr("Kind of the phase"))
        for kind in PHASE_KINDS:
            self.kind.addItem(say(PHASE_WORDS[kind]).capitalize(), kind)
        self.kind.show_value(phase.kind)
        self.kind.setMinimumHeight(30)
        self.form.addRow(self.tr("&Kind"), self.kind)
        heat = phase.heat.text.removesuffix("degC").strip() if phase.heat else ""
        self.heat = self.entry(self.tr("&Heat, °C"), self.tr("Heat of the phase in °C, or nothing"), heat)
        self.heat.setPlaceholderText(self.tr("not heated"))
        self.name.selectAll()
        self.name.setFocus()

    def _taken(self) -> bool:
        try:
            heat = heat_typed(self.heat.text())
        except QuantityError as fault:
            self.heat.refuse(fault.says, fault.fix)
            return False
        kind: PhaseKind = self.kind.currentData()
        if heat is not None and self.phase.heat is not None and heat.value == self.phase.heat.value:
            heat = self.phase.heat  # as it was written
        made = Phase(name=self.name.text().strip(), kind=kind, heat=heat, lines=self.phase.lines, steps=self.phase.steps, comment=self.phase.comment)
        why = self._refused(made)
        if why:
            self.name.refuse(why, self.tr("Give it another name."))
            return False
        self.phase = made
        return True
