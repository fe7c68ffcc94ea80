"""The form of the own-material editor: the common keys as fields in two columns. It shows a draft and tells what somebody changes; it keeps nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from formulator.files.table import Problem
from formulator.gui import theme
from formulator.gui.composition_field import CompositionField
from formulator.gui.material_draft import INSIDE, Draft
from formulator.gui.material_fields import AppliesField, Field, FunctionsField, LineField
from formulator.gui.material_tables import PairsField, TableField
from formulator.gui.panel import label
from formulator.report.tongue import say

SHOWN = [
    "id",
    "name",
    "like",
    "inci",
    "cas",
    "functions",
    "hlb",
    "hlb_applies",
    "required_hlb",
    "formula",
    "assay",
    "elements",
    "organic",
    "substances",
    "noael",
    "impurities",
    "price",
    "source",
]


class MaterialForm(QScrollArea):
    """All fields. `edited` carries a key and its new value."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Fields"))
        self.name = LineField(self.tr("Name"), ("name",))
        self.id = LineField(self.tr("Id (file name, and how recipes call it)"), ("id",), hint=self.tr("made of the name"))
        self.like = LineField(self.tr("Like (id of a library material)"), ("like",), hint=self.tr("takes over what is not said here"))
        self.inci = LineField(self.tr("INCI name"), ("inci",))
        self.cas = LineField(self.tr("CAS number"), ("cas",), "list", hint=self.tr("several parted by ;"))
        self.functions = FunctionsField(self.tr("Functions"))
        self.hlb = LineField(self.tr("HLB"), ("hlb",), "number", hint=self.tr("such as 15 or 14 - 16"))
        self.applies = AppliesField(self.tr("Does HLB apply?"))
        self.oil = LineField(self.tr("Required HLB, o/w"), ("required_hlb", "o/w"), "number")
        self.water = LineField(self.tr("Required HLB, w/o"), ("required_hlb", "w/o"), "number")
        self.composition = CompositionField(self.tr("Made of"))
        self.noael = LineField(self.tr("NOAEL by mouth, mg/kg/day"), ("noael",), "number", "mg/kg/day", self.tr("such as 450"))
        headings = (self.tr("Element"), self.tr("At most, mg/kg"))
        self.impurities = PairsField(self.tr("Impurities, by the certificate"), "impurities", headings, "mg/kg")
        self.price = LineField(self.tr("Price"), ("price",), "number", hint=self.tr("12.50 EUR/kg"))
        self.source = LineField(self.tr("Source of these figures"), ("source",), hint=self.tr("supplier sheet 2026-03"))
        self.fields: tuple[Field, ...] = (
            *(self.name, self.id, self.like, self.inci, self.cas, self.functions, self.hlb, self.applies, self.oil, self.water),
            *(self.composition, *self.composition.inner, self.noael, self.impurities, self.price, self.source),
        )
        self.tables: tuple[TableField, ...] = (*self.composition.tables, self.impurities)
        for field in self.fields:
            if field not in self.composition.inner:
                field.edited.connect(self.edited)
        self.rest = label("", "muted", wrap=True)
        self._lay_out()

    def take(self, draft: Draft, doubts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Show a draft with what is wrong beside each field; gives what no file can tell: what the tables alone know."""
        self.inside.setEnabled(draft.raw is not None)
        if draft.raw is None:
            return []
        for field in self.fields:
            field.take(draft.raw)
        faults: dict[Field, list[str]] = {field: [] for field in self.fields}
        unsure: dict[Field, list[str]] = {field: [] for field in self.fields}
        for problem in draft.problems:
            owner = self.field_of(problem)
            if owner is not None:
                faults[owner].append(f"{_inside(problem)}{sentence(problem)}")
        for key, text in doubts:
            owner = self.owner(key)
            if owner is not None:
                unsure[owner].append(f"{text[:1].upper()}{text[1:]}")
        own = [(field.key, text) for field in self.tables for text in field.own_faults()]
        for field in self.tables:
            faults[field] += [text for key, text in own if key == field.key]
        for field in self.fields:
            field.show_faults(faults[field], unsure[field])
        others = [key for key in draft.raw if key not in SHOWN]
        self.rest.setText(self.tr("Also in the text: {0}.").format(", ".join(others)) if others else "")
        self.rest.setVisible(bool(others))
        return own

    def owner(self, place: str) -> Field | None:
        """The field for a place inside the material: the nearest one that can be seen."""
        found = [(field.owns(place), n, field) for n, field in enumerate(self.fields) if field.owns(place) and self._in_use(field)]
        return max(found, key=lambda one: one[:2])[2] if found else None

    def field_of(self, problem: Problem) -> Field | None:
        """The field at which a problem is to be mended."""
        return self.owner(problem.place.removeprefix(INSIDE)) if problem.place.startswith(INSIDE) else None

    def _in_use(self, field: Field) -> bool:
        """Whether it is on the page that is open, where it is on one."""
        return field not in self.composition.inner or field in (self.composition.assay, self.composition.page)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        _fill(left, (self._title(self.tr("What it is")), (self.name, self.id), self.like, (self.inci, self.cas), self.functions))
        _fill(left, (self._title(self.tr("In an emulsion")), (self.hlb, self.applies), (self.oil, self.water), self._title(self.tr("Where from"))))
        _fill(left, ((self.price, self.source),))
        left.addWidget(self.rest)
        _fill(right, (self._title(self.tr("What it is made of")), self.composition))
        _fill(right, (self._title(self.tr("Safety")), self.noael, self.impurities))
        self.inside = QWidget()
        self.inside.setObjectName("inside")
        columns = QHBoxLayout(self.inside)
        columns.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE + 4, theme.SPACE)
        columns.setSpacing(3 * theme.SPACE)
        for column in (left, right):
            column.setSpacing(theme.SPACE - 2)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.setWidget(self.inside)

    def _title(self, text: str) -> QWidget:
        return label(text, "section")


def sentence(problem: Problem) -> str:
    """A problem in words, with the way out."""
    return f"{problem.says[:1].upper()}{problem.says[1:]}. {problem.fix}".strip()


def _inside(problem: Problem) -> str:
    """Which row of a table a problem is in: "row 2: ", "Pb: "."""
    match = re.match(r"\w+(?:\[(\d+)\]|\.([A-Z]\w?)$)", problem.place.removeprefix(INSIDE))
    return "" if match is None else f"{match[2]}: " if match[2] else say("row {n}: ", n=int(match[1]) + 1)


def _fill(column: QVBoxLayout, rows: Iterable[QWidget | tuple[QWidget, ...]]) -> None:
    for row in rows:
        column.addLayout(_side_by_side(row if isinstance(row, tuple) else (row,)))


def _side_by_side(fields: Sequence[QWidget]) -> QLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.SPACE)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return line
