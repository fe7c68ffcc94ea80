"""What the formula is meant to be: targets of elements, ratios of two, the authority to compare with, and the HLB gap that still passes.

A row stands as long as it is worked at, also while the recipe has no such target: emptied and typed anew it does not slip away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from formulator.core.assess import Assessment
from formulator.core.recipe import Recipe, Target
from formulator.core.units import QuantityError
from formulator.gui import settings_edits as edits
from formulator.gui.document import Document
from formulator.gui.entry import Entry
from formulator.gui.panel import label, set_state
from formulator.gui.recipe_header import Choice
from formulator.gui.setting_fields import Form, SettingEntry
from formulator.gui.settings_pages import text_of
from formulator.gui.theme import SIGNS, SPACE
from formulator.gui.verdict_view import short
from formulator.report import words
from formulator.report.tongue import decimals

CONTENT_UNITS = ("mg/kg", "ppm", "%", "g/kg", "µg/kg")
NO_TARGET = Target(None, None)


class KeyEntry(Entry):
    """Where the key of a new row is typed: Enter adds it, nonsense is said below."""

    chosen = Signal(str)

    def __init__(self, title: str, read: Callable[[str], str]) -> None:
        super().__init__(title)
        self._read = read
        self.note = label("", wrap=True)
        set_state(self.note, "fail")
        self.note.hide()
        self.typed.connect(lambda *_: self.accept())

    def refuse(self, says: str, fix: str) -> None:
        """Below, not over the other fields."""
        text = f"{says[:1].upper()}{says[1:]}. {fix}"
        self._mark(True)
        self.note.setText(f"{SIGNS['fail']} {text}")
        self.note.show()
        self.setAccessibleDescription(text)

    def accept(self) -> None:
        """Nothing to complain of."""
        self._mark(False)
        self.note.hide()
        self.setAccessibleDescription("")

    def choose(self) -> None:
        """Add what is typed."""
        if not self.text().strip():
            self.setFocus()
            return
        try:
            key = self._read(self.text())
        except QuantityError as fault:
            self.refuse(fault.says, fault.fix)
            return
        self.clear()
        self.accept()
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds; the dialog does not take it for its own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        else:
            super().keyPressEvent(event)


class GoalRow(QWidget):
    """One target or ratio: its name, its fields, what it is at present, and a button to take it out."""

    removed = Signal(str)

    def __init__(self, key: str, fields: Sequence[SettingEntry], between: str, unit: str) -> None:
        super().__init__()
        self.key, self.fields = key, tuple(fields)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        name = label(key)
        font = name.font()
        font.setBold(True)
        name.setFont(font)
        name.setFixedWidth(max(52, name.sizeHint().width()))
        row.addWidget(name)
        for n, field in enumerate(self.fields):
            if n:
                row.addWidget(label(between, "muted"))
            field.setMinimumHeight(28)
            row.addWidget(field, 2)
        if unit:
            row.addWidget(label(unit, "muted"))
        self.now = label("")
        row.addWidget(self.now, 3)
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setObjectName("plain")
        self.remove.setAutoDefault(False)
        self.remove.setAccessibleName(self.tr("Remove {0}").format(key))
        self.remove.clicked.connect(lambda: self.removed.emit(self.key))
        row.addWidget(self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(row)
        for field in self.fields:
            box.addWidget(field.note)


class GoalRows(QWidget):
    """The rows of one kind, and below them where another is added."""

    def __init__(self, add: str, read: Callable[[str], str], hint: str, make: Callable[[str], GoalRow], remove: Callable[[str], None]) -> None:
        super().__init__()
        self._make, self._remove = make, remove
        self.rows: dict[str, GoalRow] = {}
        self._known: tuple[str, ...] = ()
        self._box = QVBoxLayout()
        self._box.setSpacing(SPACE - 2)
        self.new = KeyEntry(add, read)
        self.new.setPlaceholderText(hint)
        self.new.setMinimumHeight(28)
        self.new.chosen.connect(self.start)
        self.add = QPushButton(self.tr("Add"))
        self.add.setObjectName("plain")
        self.add.setAutoDefault(False)
        self.add.setAccessibleName(add)
        self.add.clicked.connect(self.new.choose)
        foot = QGridLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.new, 0, 0)
        foot.addWidget(self.add, 0, 1)
        foot.addWidget(self.new.note, 1, 0, 1, 3)
        foot.setColumnStretch(2, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE - 2)
        outer.addLayout(self._box)
        outer.addLayout(foot)

    def show_keys(self, keys: Sequence[str]) -> None:
        """Rows for these keys; one that is gone from the recipe stays while it is worked at."""
        for key in keys:
            self._row(key)
        for key in [k for k in self._known if k not in keys]:
            row = self.rows.get(key)
            if row is not None and not any(f.hasFocus() or f.refused for f in row.fields):
                self._drop(key)
        self._known = tuple(keys)

    def start(self, key: str) -> None:
        """Work at a key, new or not."""
        self._row(key).fields[0].setFocus()

    def take_out(self, key: str) -> None:
        """Take a key out of the recipe and out of sight."""
        self._drop(key)
        self._remove(key)
        self.new.setFocus()

    def _row(self, key: str) -> GoalRow:
        if key not in self.rows:
            row = self._make(key)
            row.removed.connect(self.take_out)
            self._box.addWidget(row)
            row.setVisible(True)  # now, not with the next event: its fields get the focus
            self.rows[key] = row
            self._order()
        return self.rows[key]

    def _order(self) -> None:
        """Tab goes through the rows from left to right, then to where another is added."""
        chain: list[QWidget] = [w for row in self.rows.values() for w in (*row.fields, row.remove)]
        chain += [self.new, self.add]
        for one, after in pairwise(chain):
            QWidget.setTabOrder(one, after)

    def _drop(self, key: str) -> None:
        row = self.rows.pop(key)
        for field in row.fields:
            field.document.changed.disconnect(field.retake)
        row.hide()
        row.deleteLater()


class TargetsPage(Form):
    """Targets, ratios, reference and tolerance."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.elements = GoalRows(self.tr("Element of a new target"), edits.symbol_of, self.tr("Zn, Cu, Mg …"), self._target_row, self._without_target)
        self.ratios = GoalRows(self.tr("Elements of a new ratio"), edits.pair_of, self.tr("Zn:Cu …"), self._ratio_row, self._without_ratio)
        self.reference = Choice(self.tr("Reference intakes of"))
        self.reference.addItem(self.tr("nobody"), "")
        for id, authority in document.data.body.authorities.items():
            self.reference.addItem(authority.name, id)
        self.reference.activated.connect(self._reference_chosen)
        self.tolerance = SettingEntry(document, self.tr("HLB tolerance"), self._shown_tolerance, edits.with_tolerance, self._said_tolerance)
        self.tolerance.setPlaceholderText(self.tr("±1, default: the gap between blend and required HLB that still passes"))
        self.say(self.tr("Content of elements in the finished product, least and most. Empty ends are open. Bare numbers are mg/kg."))
        self.add(self.tr("Elements"), self.elements)
        self.say(self.tr("Ratios of two elements by mass: one number or a range, such as 8 - 12."))
        self.add(self.tr("Ratios"), self.ratios)
        self.add(self.reference.accessibleName(), self.reference)
        self.add(self.tolerance.title, self.tolerance)
        self.end()
        document.changed.connect(self.take)
        self.take(document.assessment)

    def take(self, assessment: Assessment) -> None:
        """Show the recipe's goals, and what it is at present."""
        recipe = assessment.recipe
        self.reference.show_value(recipe.reference)
        self.elements.show_keys(tuple(recipe.targets))
        self.ratios.show_keys(tuple(recipe.ratios))
        for symbol, row in self.elements.rows.items():
            self._show_now(row, assessment, f"element.{symbol}.content", ("target", symbol))
        for pair, row in self.ratios.rows.items():
            self._show_now(row, assessment, f"ratio.{pair.replace(':', '.')}", ("ratio", pair))

    def _show_now(self, row: GoalRow, assessment: Assessment, id: str, named: tuple[str, str]) -> None:
        figure = assessment.figures.get(id)
        check = next((c for c in assessment.checks if (c.rule, c.subject) == named), None)
        state = "" if check is None else "warning" if check.verdict == "fail" else check.verdict
        row.now.setText(self.tr("{0} now {1}").format(SIGNS[state], short(figure)).strip() if figure else self.tr("none in it"))
        row.now.setToolTip(words.message(check) if check else "")
        set_state(row.now, state)

    def _target_row(self, symbol: str) -> GoalRow:
        ends = [self._end(symbol, "min", self.tr("Least {0}").format(symbol)), self._end(symbol, "max", self.tr("Most {0}").format(symbol))]
        ends[0].setPlaceholderText(self.tr("no least"))
        ends[1].setPlaceholderText(self.tr("no most"))
        return GoalRow(symbol, ends, self.tr("to"), "")

    def _end(self, symbol: str, end: edits.End, title: str) -> SettingEntry:
        def show(recipe: Recipe) -> str:
            target = recipe.targets.get(symbol, NO_TARGET)
            return text_of(target.minimum if end == "min" else target.maximum)

        def said(recipe: Recipe) -> str:
            return self.tr("Set target of {0} to {1}").format(symbol, edits.goal(recipe.targets.get(symbol, NO_TARGET)))

        return SettingEntry(self.document, title, show, lambda r, text, comma: edits.with_target(r, symbol, end, text, comma), said, CONTENT_UNITS)

    def _ratio_row(self, pair: str) -> GoalRow:
        def show(recipe: Recipe) -> str:
            return decimals(recipe.ratios[pair][0]) if pair in recipe.ratios else ""

        def said(recipe: Recipe) -> str:
            return self.tr("Set ratio {0} to {1}").format(pair, show(recipe) or self.tr("nothing"))

        title = self.tr("Ratio {0}").format(pair)
        field = SettingEntry(self.document, title, show, lambda r, text, comma: edits.with_ratio(r, pair, text, comma), said)
        field.setPlaceholderText(self.tr("such as 8 - 12"))
        return GoalRow(pair, [field], "", "")

    @staticmethod
    def _shown_tolerance(recipe: Recipe) -> str:
        return "" if recipe.tolerance == 1.0 else decimals(f"{recipe.tolerance:g}")

    def _said_tolerance(self, recipe: Recipe) -> str:
        return self.tr("Set HLB tolerance to ±{0}").format(decimals(f"{recipe.tolerance:g}"))

    def _without_target(self, symbol: str) -> None:
        if symbol in self.document.recipe.targets:
            self.document.edit(edits.without_target(self.document.recipe, symbol), self.tr("Remove target of {0}").format(symbol))

    def _without_ratio(self, pair: str) -> None:
        if pair in self.document.recipe.ratios:
            self.document.edit(edits.with_ratio(self.document.recipe, pair, ""), self.tr("Remove ratio {0}").format(pair))

    def _reference_chosen(self, index: int) -> None:
        said = self.tr("Set reference intakes to {0}").format(self.reference.itemText(index))
        self.document.edit(replace(self.document.recipe, reference=str(self.reference.itemData(index))), said)
