"""What the whole recipe is: name, product type, emulsion, markets, batch and pH, shown and edited in one row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from formulator.core.assess import Assessment
from formulator.core.recipe import EMULSIONS, MARKETS, Emulsion, Recipe
from formulator.core.units import QuantityError, span
from formulator.gui import theme
from formulator.gui.document import Document
from formulator.gui.entry import Entry
from formulator.gui.panel import label
from formulator.gui.theme import SPACE
from formulator.gui.typed import half_typed, typed_quantity
from formulator.report.tongue import decimals, marked, say

WIDEST = 1900  # px that all fields together take at most
ROOM = 28  # px of a field that its arrow and edges take
EMULSION_WORDS = {"o/w": marked("oil in water"), "w/o": marked("water in oil"), "none": marked("no emulsion")}


class Choice(QComboBox):
    """A choice that the mouse wheel cannot change by accident."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(25)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past is not choosing."""
        event.ignore()

    def show_value(self, value: str) -> None:
        """Show a choice by its id."""
        self.setCurrentIndex(self.findData(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and an arrow (a styled field has none of its own)."""
        super().paintEvent(event)
        paint_arrow(self)


class MarketsButton(QPushButton):
    """A field that opens a menu of markets to tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks = QMenu(self)
        self.chosen: tuple[str, ...] = ()

    def show_markets(self, markets: tuple[str, ...]) -> None:
        """Show which are ticked."""
        if markets != self.chosen or not self.text():
            self.chosen = markets
            self.setToolTip(", ".join(markets))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other markets named."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many as there is room for, and how many more."""
        named = len(self.chosen)
        text = ", ".join(self.chosen) or self.tr("none")
        while named > 1 and self.fontMetrics().horizontalAdvance(text) > self.width() - ROOM:
            named -= 1
            text = f"{', '.join(self.chosen[:named])} +{len(self.chosen) - named}"
        self.setText(text)

    def show_menu(self) -> None:
        """Open the menu right below."""
        self.ticks.popup(self.mapToGlobal(QPoint(0, self.height())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and an arrow."""
        super().paintEvent(event)
        paint_arrow(self)


def paint_arrow(field: QWidget) -> None:
    """A small arrow at the right end: there is something to choose."""
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.colours(field.palette()).muted), 1.5))
    x, y = field.width() - 16, field.height() // 2 - 2
    painter.drawPolyline([QPoint(x, y), QPoint(x + 4, y + 4), QPoint(x + 8, y)])
    painter.end()


class RecipeHeader(QWidget):
    """One row of fields; each change is an edit like any other."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.name = Entry(self.tr("Recipe name"))
        self.name.setObjectName("name")
        self.name.typed.connect(self._name_typed)
        self.product = Choice(self.tr("Product type"))
        for product in document.data.products.values():
            self.product.addItem(product.name, product.id)
        self.product.activated.connect(self._product_chosen)
        self.emulsion = Choice(self.tr("Emulsion"))
        for emulsion in EMULSIONS:
            self.emulsion.addItem(f"{emulsion}, {say(EMULSION_WORDS[emulsion])}" if emulsion != "none" else say(EMULSION_WORDS[emulsion]), emulsion)
        self.emulsion.activated.connect(self._emulsion_chosen)
        self.markets = MarketsButton()
        self.markets.setObjectName("field")
        self.markets.setAccessibleName(self.tr("Markets"))
        self.market_actions: dict[str, QAction] = {}
        for market in MARKETS:
            action = self.markets.ticks.addAction(market)
            action.setCheckable(True)
            action.triggered.connect(self._markets_chosen)
            self.market_actions[market] = action
        self.markets.clicked.connect(self.markets.show_menu)
        self.batch = Entry(self.tr("Batch"))
        self.batch.setPlaceholderText(self.tr("not given"))
        self.batch.typed.connect(self._batch_typed)
        self.ph = Entry(self.tr("pH"))
        self.ph.setPlaceholderText(self.tr("not given"))
        self.ph.typed.connect(self._ph_typed)
        self._lay_out()
        document.changed.connect(self.take)
        document.renamed.connect(self._retake)
        self.take(document.assessment)

    def take(self, assessment: Assessment) -> None:
        """Show the recipe's own words."""
        recipe = assessment.recipe
        self.name.show_text(recipe.name)
        self.product.show_value(recipe.product)
        self.emulsion.show_value(recipe.emulsion)
        self.markets.show_markets(recipe.markets)
        for market, action in self.market_actions.items():
            action.setChecked(market in recipe.markets)
        self.batch.show_text(decimals(recipe.batch.text) if recipe.batch else "")
        self.ph.show_text(decimals(recipe.ph[0]) if recipe.ph else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a very wide screen the fields stay together."""
        super().resizeEvent(event)
        self._row.setContentsMargins(SPACE, 0, max(SPACE, event.size().width() - WIDEST), 0)

    def _retake(self) -> None:
        self.take(self.document.assessment)

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 0, SPACE, 0)
        row.setSpacing(SPACE)
        fields: tuple[tuple[str, QWidget, int], ...] = (
            (self.tr("Recipe"), self.name, 5),
            (self.tr("Product"), self.product, 3),
            (self.tr("Emulsion"), self.emulsion, 3),
        )
        fields += ((self.tr("Markets"), self.markets, 2), (self.tr("Batch"), self.batch, 2), ("pH", self.ph, 2))
        for title, field, stretch in fields:
            box = QVBoxLayout()
            box.setSpacing(2)
            head = label(title, "muted")
            head.setBuddy(field)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.setMinimumWidth(70)
            box.addWidget(head)
            box.addWidget(field)
            row.addLayout(box, stretch)
        height = max(self.name.sizeHint().height(), self.product.sizeHint().height(), 30)
        for _, field, _ in fields:
            field.setFixedHeight(height)

    def _name_typed(self, text: str, session: int) -> None:
        if text.strip():
            self._edit(self.name, replace(self.document.recipe, name=text.strip()), self.tr("Rename to {0}").format(text.strip()), session)

    def _product_chosen(self, index: int) -> None:
        words = self.tr("Set product to {0}").format(self.product.itemText(index))
        self._edit(None, replace(self.document.recipe, product=self.product.itemData(index)), words)

    def _emulsion_chosen(self, index: int) -> None:
        emulsion = cast(Emulsion, self.emulsion.itemData(index))
        self._edit(None, replace(self.document.recipe, emulsion=emulsion), self.tr("Set emulsion to {0}").format(emulsion))

    def _markets_chosen(self) -> None:
        chosen = tuple(market for market, action in self.market_actions.items() if action.isChecked())
        words = self.tr("Set markets to {0}").format(", ".join(chosen) or self.tr("none"))
        self._edit(None, replace(self.document.recipe, markets=chosen), words)

    def _batch_typed(self, text: str, session: int) -> None:
        def after() -> Recipe:
            batch = typed_quantity(text, "g", QLocale().decimalPoint() == ",") if text.strip() else None
            return replace(self.document.recipe, batch=batch)

        self._typed(self.batch, text, after, self.tr("Set batch to {0}").format(text.strip() or self.tr("nothing")), session)

    def _ph_typed(self, text: str, session: int) -> None:
        def after() -> Recipe:
            plain = text.strip().replace(",", ".")
            if not plain:
                return replace(self.document.recipe, ph=None)
            found = span(plain, "")
            if not 0 <= found.low <= found.high <= 14:
                raise QuantityError(say("a pH lies between 0 and 14"), say("Write one number or a range, such as 5.0 - 5.5."))
            return replace(self.document.recipe, ph=(plain, found))

        self._typed(self.ph, text, after, self.tr("Set pH to {0}").format(text.strip() or self.tr("nothing")), session)

    def _typed(self, entry: Entry, text: str, after: Callable[[], Recipe], words: str, session: int) -> None:
        """Take what parses; of what is half typed say nothing yet; of the rest say what is wrong."""
        try:
            recipe = after()
        except QuantityError as fault:
            if half_typed(text) or text.rstrip().endswith(("-", "–")):
                entry.accept()
            else:
                self.document.take_back(session)
                entry.refuse(fault.says, fault.fix)
            return
        self._edit(entry, recipe, words, session)

    def _edit(self, entry: Entry | None, after: Recipe, words: str, session: int | None = None) -> None:
        found = self.document.edit(after, words, session)
        if entry is None:
            return
        if found:
            entry.refuse(found[0].says, found[0].fix)
        else:
            entry.accept()
