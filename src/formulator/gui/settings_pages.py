"""Two pages of the recipe's settings: what it is, and how it is used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from formulator.core.assess import Assessment
from formulator.core.figure import Cited
from formulator.core.recipe import EMULSIONS, MARKETS, Emulsion, Quantity, Recipe
from formulator.gui import settings_edits as edits
from formulator.gui.document import Document
from formulator.gui.panel import label
from formulator.gui.recipe_header import EMULSION_WORDS, Choice
from formulator.gui.setting_fields import Form, SettingEntry, SettingText
from formulator.gui.theme import SPACE
from formulator.gui.use_edits import AMOUNT_UNITS
from formulator.report import words
from formulator.report.tongue import decimals, marked, say

MASS_UNITS = ("g", "kg", "mg")
MARKET_NAMES = {
    "EU": marked("European Union"),
    "US": marked("United States"),
    "CA": marked("Canada"),
    "CN": marked("China"),
    "TW": marked("Taiwan"),
    "JP": marked("Japan"),
    "KR": marked("Korea"),
    "ASEAN": marked("ASEAN"),
    "DE": marked("Germany"),
}


def text_of(quantity: Quantity | None) -> str:
    """A quantity as it is written, "" where it is not; its decimals as this person types them."""
    return decimals(quantity.text) if quantity else ""


class ProductPage(Form):
    """What the recipe is."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        said = self._said
        self.name = SettingEntry(document, self.tr("Name"), lambda r: r.name, edits.with_name, lambda r: self.tr("Rename to {0}").format(r.name))
        version = said(self.tr("Set version to {0}"), lambda r: r.version)
        self.version = SettingEntry(document, self.tr("Version"), lambda r: r.version, edits.with_version, version)
        self.product = Choice(self.tr("Product type"))
        for product in document.data.products.values():
            self.product.addItem(product.name, product.id)
        self.product.activated.connect(self._product_chosen)
        self.emulsion = Choice(self.tr("Emulsion"))
        for emulsion in EMULSIONS:
            self.emulsion.addItem(f"{emulsion}, {say(EMULSION_WORDS[emulsion])}" if emulsion != "none" else say(EMULSION_WORDS[emulsion]), emulsion)
        self.emulsion.activated.connect(self._emulsion_chosen)
        self.batch = SettingEntry(
            document,
            self.tr("Batch"),
            lambda r: text_of(r.batch),
            edits.with_batch,
            said(self.tr("Set batch to {0}"), lambda r: text_of(r.batch)),
            MASS_UNITS,
        )
        self.batch.setPlaceholderText(self.tr("not given; such as 500 g or 2 kg"))
        self.ph = SettingEntry(
            document,
            self.tr("pH"),
            lambda r: decimals(r.ph[0]) if r.ph else "",
            edits.with_ph,
            said(self.tr("Set pH to {0}"), lambda r: decimals(r.ph[0]) if r.ph else ""),
        )
        self.ph.setPlaceholderText(self.tr("not given; such as 5.0 - 5.5"))
        reason = said(self.tr("Set reason for no preservative to {0}"), lambda r: r.preservation)
        self.preservation = SettingEntry(document, self.tr("Why no preservative"), lambda r: r.preservation, edits.with_preservation, reason)
        self.preservation.setPlaceholderText(self.tr("only where it needs none; such as: water activity below 0.6"))
        self.notes = SettingText(document, self.tr("Notes"), lambda r: r.notes, edits.with_notes, self.tr("Change notes"), 4)
        fields: tuple[QWidget, ...] = (self.name, self.version, self.product, self.emulsion, self._make_markets(), self.batch, self.ph)
        for field in (*fields, self.preservation, self.notes):
            title = field.accessibleName()
            self.add(title, field)
        self.end()
        document.changed.connect(self.take)
        self.take()

    def take(self, *_: object) -> None:
        """Show the recipe's choices; the entries look after themselves."""
        recipe = self.document.recipe
        self.product.show_value(recipe.product)
        self.emulsion.show_value(recipe.emulsion)
        for market, box in self.markets.items():
            box.setChecked(market in recipe.markets)

    def _make_markets(self) -> QWidget:
        inside = QWidget()
        inside.setAccessibleName(self.tr("Markets"))
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 5, 0, 0)
        grid.setHorizontalSpacing(SPACE * 2)
        grid.setVerticalSpacing(4)
        self.markets: dict[str, QCheckBox] = {}
        for n, market in enumerate(MARKETS):
            name = say(MARKET_NAMES[market])
            box = QCheckBox(market if name == market else f"{market}, {name}")
            box.setAccessibleName(self.tr("Market {0}").format(name))
            box.clicked.connect(self._markets_chosen)
            grid.addWidget(box, n // 3, n % 3)
            self.markets[market] = box
        grid.setColumnStretch(3, 1)
        return inside

    def _said(self, template: str, what: Callable[[Recipe], str]) -> Callable[[Recipe], str]:
        return lambda recipe: template.format(what(recipe) or self.tr("nothing"))

    def _product_chosen(self, index: int) -> None:
        after = replace(self.document.recipe, product=str(self.product.itemData(index)))
        self.document.edit(after, self.tr("Set product to {0}").format(self.product.itemText(index)))

    def _emulsion_chosen(self, index: int) -> None:
        emulsion = cast(Emulsion, self.emulsion.itemData(index))
        self.document.edit(replace(self.document.recipe, emulsion=emulsion), self.tr("Set emulsion to {0}").format(emulsion))

    def _markets_chosen(self) -> None:
        chosen = tuple(market for market, box in self.markets.items() if box.isChecked())
        said = self.tr("Set markets to {0}").format(", ".join(chosen) or self.tr("none"))
        self.document.edit(replace(self.document.recipe, markets=chosen), said)


class UsePage(Form):
    """How the product is used, and what that comes to."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.amount = self._entry(
            self.tr("Amount per day"), lambda r: text_of(r.use.amount or r.use.fingertips), edits.with_use_amount, self.tr("Set amount to {0}"), AMOUNT_UNITS
        )
        self.film = self._entry(self.tr("Film on the skin"), lambda r: text_of(r.use.film), edits.with_film, self.tr("Set film to {0}"), ("mg/cm2", "mg/cm²"))
        self.film.setPlaceholderText(self.tr("instead of the amount; such as 2 mg/cm2"))
        self.part = Choice(self.tr("Part of the body"))
        self.part.addItem(self.tr("as the product type, or the area below"), "")
        for part in document.data.body.parts:
            self.part.addItem(part.replace("-", " ").capitalize(), part)
        self.part.activated.connect(self._part_chosen)
        self.area = self._entry(self.tr("Area"), lambda r: text_of(r.use.area), edits.with_area, self.tr("Set area to {0}"), ("cm2", "cm²"))
        self.times = self._entry(
            self.tr("Applications per day"), self._applications, edits.with_applications, self.tr("Set applications per day to {0}"), ("per day", "/day", "x")
        )
        self.weight = self._entry(
            self.tr("Body weight"), lambda r: text_of(r.use.body_weight), edits.with_body_weight, self.tr("Set body weight to {0}"), ("kg", "g", "lb")
        )
        self.say(self.tr("Left empty, the published pattern of the product type holds, as it stands in grey. Person, skin and share of a limit: Dose, Ctrl+5."))
        for field in (self.amount, self.film, self.part, self.area, self.times, self.weight):
            self.add(field.accessibleName(), field)
        self.comes_to = label("", wrap=True)
        self.comes_to.setAccessibleName(self.tr("What that comes to"))
        self.grid.addWidget(self.comes_to, self.grid.rowCount(), 0, 1, 2)
        self.end()
        document.changed.connect(self.take)
        self.take(document.assessment)

    def take(self, assessment: Assessment) -> None:
        """Show the recipe's choice, what holds where it says nothing, and what it comes to."""
        found, use = assessment.pattern, assessment.recipe.use
        self.part.show_value(use.part or "")
        self.amount.setPlaceholderText(self._published(found.product.amount) if use.film is None else self.tr("by the film"))
        self.weight.setPlaceholderText(self._published(found.population.body_weight))
        self.area.setPlaceholderText(self._published(found.area) if use.part is None else self.tr("{0}, of the part named").format(self._value(found.area)))
        self.times.setPlaceholderText(self._published(found.product.applications).replace(" 1/day", ""))
        kept, dose = self._value(found.kept), self._value(found.dose)
        self.comes_to.setText(self.tr("On the skin: {0}. Per kg of body weight: {1}.").format(kept, dose))

    def _entry(self, title: str, show: Callable[[Recipe], str], take: Callable[[Recipe, str, bool], Recipe], said: str, units: tuple[str, ...]) -> SettingEntry:
        return SettingEntry(self.document, title, show, take, lambda r: said.format(show(r) or self.tr("what is published")), units)

    @staticmethod
    def _applications(recipe: Recipe) -> str:
        return text_of(recipe.use.applications).removesuffix("1/day").strip()

    @staticmethod
    def _value(cited: Cited | None) -> str:
        return words.span(cited.span, cited.unit).replace("cm2", "cm²") if cited else ""

    def _published(self, cited: Cited | None) -> str:
        return self.tr("{0}, published").format(self._value(cited)) if cited else self.tr("none published")

    def _part_chosen(self, index: int) -> None:
        said = self.tr("Set part of the body to {0}").format(self.part.itemText(index))
        self.document.edit(edits.with_part(self.document.recipe, str(self.part.itemData(index))), said)
