"""How wide the columns of the recipe table are, and which are shown: numbers are never cut, and names take the room that nothing else needs."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from formulator.gui import theme
from formulator.gui.amount_editor import STATED_SCALE
from formulator.gui.recipe_model import Column, RecipeModel

WIDTHS = {Column.FLAG: 22, Column.SHARE: 70, Column.MASS: 64, Column.COST: 76, Column.FUNCTION: 150}
# px of width from which there is room for a column
WITH_FUNCTION = 640
WITH_STATED = 400
WITH_COST = 400
COST_WITH_CURRENCY = 112  # where each line says its own
WIDEST_NAME = 560  # of names and amounts as written: beyond it the numbers would stand too far from their line
DIGITS_ROOM = 13  # beside the digits of a number


class Columns:
    """The columns of one table."""

    def __init__(self, table: QTableView, model: RecipeModel) -> None:
        self._table = table
        self._model = model
        self._longest: dict[Column, int] = {}
        self._stated: frozenset[str] = frozenset()
        self._spanned: list[int] = []
        for column, width in WIDTHS.items():
            table.setColumnWidth(column, width)
        table.setColumnHidden(Column.COST, True)

    def fit_rows(self) -> None:
        """To what the rows say now. Counted in letters, and only when they became longer or shorter: measuring each cell takes longer than to type."""
        rows, table = self._model.rows, self._table
        columns = {
            Column.SHARE: [row.share for row in rows],
            Column.MASS: [row.mass for row in rows],
            Column.COST: [row.cost for row in rows],
        }
        for column, texts in columns.items():
            longest = max((len(text) for text in texts), default=0)
            if longest != self._longest.get(column):
                self._longest[column] = longest
                digits = QFontMetrics(theme.figures(table.font(), bold=True)).horizontalAdvance("0" * longest)
                table.setColumnWidth(column, max(WIDTHS[column], digits + DIGITS_ROOM))
        stated = frozenset(row.stated for row in rows)
        if stated != self._stated:
            self._stated = stated
            metrics = QFontMetrics(theme.figures(table.font(), STATED_SCALE))
            heading = table.horizontalHeader().sectionSizeHint(Column.STATED)
            table.setColumnWidth(Column.STATED, max(heading, *(metrics.horizontalAdvance(text) + DIGITS_ROOM for text in stated)))
        # a name may run on where the amount as written has nothing more to say
        whole = [n for n, row in enumerate(rows) if not row.stated]
        if whole != self._spanned:
            self._spanned = whole
            table.clearSpans()
            for n in whole:
                table.setSpan(n, Column.NAME, 1, 2)

    def fit_width(self, costs: bool, currencies: int) -> bool:
        """To the room there is; whether the costs, if they are asked for, have any."""
        table = self._table
        width = table.viewport().width()
        costs = costs and width >= WITH_COST
        if costs == table.isColumnHidden(Column.COST):
            table.setColumnHidden(Column.COST, not costs)
        if currencies > 1 and costs:
            table.setColumnWidth(Column.COST, max(COST_WITH_CURRENCY, table.columnWidth(Column.COST)))
        left = width - (table.columnWidth(Column.COST) if costs else 0)
        table.setColumnHidden(Column.FUNCTION, left < WITH_FUNCTION)
        table.setColumnHidden(Column.STATED, left < WITH_STATED)
        others = sum(table.columnWidth(column) for column in Column if column not in (Column.NAME, Column.STATED, Column.FUNCTION))
        table.setColumnWidth(Column.FUNCTION, max(WIDTHS[Column.FUNCTION], width - others - WIDEST_NAME))
        return costs
