"""What a material is made of: one of formula, elements, organic or substances. What was typed under another choice is kept while the editor is open."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from formulator.gui import theme
from formulator.gui.material_fields import Field, LineField, Table
from formulator.gui.material_tables import PairsField, SubstancesField, TableField
from formulator.gui.panel import label
from formulator.gui.recipe_header import Choice

BASES = ("formula", "elements", "organic", "substances")


class CompositionField(Field):
    """The choice, the assay beside it, and below the fields of what is chosen."""

    def __init__(self, title: str) -> None:
        super().__init__(title, BASES)
        self.choice = Choice(title)
        words = {
            "": self.tr("not said (as its model has it)"),
            "formula": self.tr("one formula"),
            "elements": self.tr("contents of elements"),
            "organic": self.tr("organic, no mineral by nature"),
            "substances": self.tr("substances: a blend or solution"),
        }
        for basis, text in words.items():
            self.choice.addItem(text, basis)
        self.choice.activated.connect(self._chosen)
        self.head.setBuddy(self.choice)
        self.assay = LineField(self.tr("Assay"), ("assay",), "number", "%", self.tr("such as 99 %"))
        self.formula = LineField(self.tr("Formula"), ("formula",), hint="ZnSO4.7H2O")
        self.elements = PairsField(self.tr("Contents of elements"), "elements", (self.tr("Element"), self.tr("Content, such as 12 % or 300 mg/kg")), rows=4)
        headings = (self.tr("INCI name"), self.tr("CAS number"), self.tr("Share, %"), self.tr("Formula or organic"))
        self.substances = SubstancesField(self.tr("Substances"), "substances", headings, rows=4)
        for column, width in ((1, 110), (2, 84), (3, 140)):
            header = self.substances.cells.horizontalHeader()
            header.setSectionResizeMode(column, header.ResizeMode.Fixed)
            self.substances.cells.setColumnWidth(column, width)
        none = label(
            self.tr("Nothing said: any element is bounded by the share of the material, unless the library material it is like says more."), "muted", True
        )
        organic = label(self.tr("Carries no mineral by nature; traces of metals are impurities."), "muted", True)
        self._pages: dict[str, QWidget] = {"": none, "formula": self.formula, "elements": self.elements, "organic": organic, "substances": self.substances}
        self.pages = QStackedWidget()
        for page in self._pages.values():
            self.pages.addWidget(_top(page))
        for field in (self.assay, self.formula, self.elements, self.substances):
            field.edited.connect(self.edited)
        self._basis = ""
        self._kept: dict[str, Any] = {}
        self._lay_out()

    @property
    def inner(self) -> tuple[Field, ...]:
        """The fields inside that show their own faults."""
        return (self.assay, self.formula, self.elements, self.substances)

    @property
    def page(self) -> QWidget:
        """What stands below the choice."""
        return self._pages[self._basis]

    @property
    def tables(self) -> tuple[TableField, ...]:
        """The tables inside."""
        return (self.elements, self.substances)

    def first(self) -> QWidget:
        """The choice."""
        return self.choice

    def take(self, raw: Table) -> None:
        """Show another table, inside too."""
        super().take(raw)
        for field in self.inner:
            field.take(raw)

    def show_raw(self) -> None:
        """The choice that is said; one just made stays although nothing is typed under it yet."""
        said = [basis for basis in BASES if basis in self.raw and self.raw[basis] is not False]
        if said and self._basis not in said:
            self._basis = said[0]
        elif not said and self._basis == "organic":
            self._basis = ""
        self._show()

    def _show(self) -> None:
        self.choice.show_value(self._basis)
        self.pages.setCurrentIndex(list(self._pages).index(self._basis))
        for basis, page in self._pages.items():
            page.setEnabled(basis == self._basis)

    def _chosen(self, index: int) -> None:
        basis = str(self.choice.itemData(index))
        if basis == self._basis:
            return
        self._kept |= {key: self.raw[key] for key in BASES if key in self.raw}
        gone = [key for key in BASES if key in self.raw]
        self._basis = basis
        for key in gone:
            self.edited.emit(key, None)
        if basis == "organic":
            self.edited.emit("organic", True)
        elif basis in self._kept:
            self.edited.emit(basis, self._kept[basis])
        self._basis = basis
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        left = QVBoxLayout()
        left.setSpacing(1)
        self.body.removeWidget(self.head)
        left.addWidget(self.head)
        left.addWidget(self.choice)
        left.addStretch(1)
        row.addLayout(left, 3)
        row.addWidget(self.assay, 2)
        self.body.addLayout(row)
        self.body.addWidget(self.pages)
        self.body.addWidget(self.says)


def _top(page: QWidget) -> QWidget:
    """A page whose field stands at its top."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, theme.SPACE // 2, 0, 0)
    box.addWidget(page)
    box.addStretch(1)
    return holder
