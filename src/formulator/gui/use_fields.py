"""Who uses the product and how: person, skin, share of a limit, amount per day. Each change is an edit like any other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from formulator.core.assess import Assessment
from formulator.core.exposure import DEFAULT_ALLOCATION
from formulator.core.figure import Cited, Figure
from formulator.core.recipe import SKINS, Use
from formulator.core.units import QuantityError
from formulator.gui.document import Document
from formulator.gui.dose_view import short
from formulator.gui.entry import Entry
from formulator.gui.number_link import NumberLink
from formulator.gui.panel import label
from formulator.gui.recipe_header import Choice
from formulator.gui.theme import SPACE
from formulator.gui.use_edits import AMOUNT_UNITS, SHARE_UNITS, amount_text, half_typed_use, with_allocation, with_amount
from formulator.report import words
from formulator.report.tongue import decimals

Typed = Callable[[Use, str, bool], Use]


class UseFields(QWidget):
    """Four fields, and below them what they come to: product on the skin per day and per kg of body weight."""

    asked = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.population = Choice(self.tr("Person"))
        for population in document.data.body.populations.values():
            self.population.addItem(population.name, population.id)
        self.population.activated.connect(self._population_chosen)
        self.skin = Choice(self.tr("Skin"))
        skins = {"intact": self.tr("Intact"), "damaged": self.tr("Damaged")}
        for skin in SKINS:
            self.skin.addItem(skins[skin], skin)
        self.skin.setToolTip(self.tr("Damaged: scratched or broken skin, through which anything up to all of it can pass."))
        self.skin.activated.connect(self._skin_chosen)
        self.amount = Entry(self.tr("Amount per day"))
        self.amount.typed.connect(self._amount_typed)
        self.allocation = Entry(self.tr("Share of a limit for this product"))
        self.allocation.typed.connect(self._allocation_typed)
        self.kept, self.dose = NumberLink(), NumberLink()
        for link in (self.kept, self.dose):
            link.asked.connect(self.asked)
        self.weight = label("", "muted")
        self._lay_out()

    def take(self, assessment: Assessment) -> None:
        """Show the recipe's own words, and behind them what holds without."""
        use, found = assessment.recipe.use, assessment.pattern
        self.population.show_value(found.population.id)
        self.population.setToolTip(self.population.currentText())
        self.skin.show_value(found.skin)
        published = found.product.amount
        said = self.tr("{0}, published") if found.population.area_factor is None else self.tr("{0} for an adult")
        self.amount.setPlaceholderText(said.format(words.span(published.span, published.unit)) if published else self.tr("none published"))
        self.amount.setAccessibleDescription(self.tr("Such as 1.54 g/day, 4 FTU/day or 2 mg/cm2. Empty: {0}.").format(self.amount.placeholderText()))
        self.amount.show_text(decimals(amount_text(use)))
        self.allocation.setPlaceholderText(self.tr("{0} %, default").format(words.number(DEFAULT_ALLOCATION)))
        self.allocation.show_text(decimals(use.limit_allocation.text) if use.limit_allocation else "")
        self._show(self.kept, found.kept, assessment)
        self._show(self.dose, found.dose, assessment)
        self.weight.setText(self.tr("Person, {0}").format(short(found.body_weight)))
        self.weight.setToolTip(f"{found.body_weight.source.title}, {found.body_weight.at}")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(4)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Person"), self.population),
            (self.tr("Skin"), self.skin),
            (self.tr("Amount per day"), self.amount),
            (self.tr("Share of a limit"), self.allocation),
        )
        height = max(self.population.sizeHint().height(), self.amount.sizeHint().height(), 30)
        for n, (title, field) in enumerate(fields):
            head = self.weight if field is self.population else label(title, "muted")
            head.setBuddy(field)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            field.setFixedHeight(height)
            box = QVBoxLayout()
            box.setSpacing(1)
            box.addWidget(head)
            box.addWidget(field)
            grid.addLayout(box, n // 2, n % 2)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        facts = QGridLayout()
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setHorizontalSpacing(SPACE // 2)
        facts.setVerticalSpacing(0)
        for n, (title, link) in enumerate(((self.tr("stays on the skin"), self.kept), (self.tr("per body weight"), self.dose))):
            facts.addWidget(label(title, "muted"), n, 0)
            facts.addWidget(link, n, 1, Qt.AlignmentFlag.AlignLeft)
        facts.setColumnStretch(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(grid)
        outer.addLayout(facts)

    def _show(self, link: NumberLink, cited: Cited, assessment: Assessment) -> None:
        """A worked-out number opens its derivation; a printed one says where it stands."""
        text = short(cited)
        worked = isinstance(cited, Figure) and cited.id in assessment.figures
        if isinstance(cited, Figure):
            link.show_figure(cited, text)
        else:
            link.setText(text)
            link.setAccessibleName(text)
            link.setToolTip(f"{cited.source.title}, {cited.at}")
        link.setEnabled(worked)

    def _population_chosen(self, index: int) -> None:
        after = replace(self.document.recipe.use, population=self.population.itemData(index))
        if self.population.itemData(index) != self.document.assessment.pattern.population.id:
            self._edit(None, after, self.tr("Set person to {0}").format(self.population.itemText(index)))

    def _skin_chosen(self, index: int) -> None:
        skin = str(self.skin.itemData(index))
        if skin != self.document.assessment.pattern.skin:
            self._edit(None, replace(self.document.recipe.use, skin=skin), self.tr("Set skin to {0}").format(skin))

    def _amount_typed(self, text: str, session: int) -> None:
        said = self.tr("Set amount to {0}").format(text.strip() or self.tr("the published pattern"))
        self._typed(self.amount, text, with_amount, AMOUNT_UNITS, said, session)

    def _allocation_typed(self, text: str, session: int) -> None:
        said = self.tr("Set share of a limit to {0}").format(f"{text.strip().rstrip('%').strip()} %" if text.strip() else self.tr("the default"))
        self._typed(self.allocation, text, with_allocation, SHARE_UNITS, said, session)

    def _typed(self, entry: Entry, text: str, make: Typed, units: Sequence[str], said: str, session: int) -> None:
        """Take what parses; of what is half typed say nothing yet; of the rest say what is wrong."""
        try:
            after = make(self.document.recipe.use, text, QLocale().decimalPoint() == ",")
        except QuantityError as fault:
            if half_typed_use(text, units):
                entry.accept()
            else:
                entry.refuse(fault.says, fault.fix)
            return
        self._edit(entry, after, said, session)

    def _edit(self, entry: Entry | None, use: Use, said: str, session: int | None = None) -> None:
        found = self.document.edit(replace(self.document.recipe, use=use), said, session)
        if entry is None:
            return
        if found:
            entry.refuse(found[0].says, found[0].fix)
        else:
            entry.accept()
