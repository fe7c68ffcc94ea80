"""The delegates of the recipe table: how a row is painted, and the live editor of an amount.

The editor commits on each key; half-typed text leaves the recipe alone, and an editor whose text is modified is not refilled.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from formulator.core.recipe import Line
from formulator.gui import theme
from formulator.gui.entry import Entry
from formulator.gui.lock_sign import LOCK_SIZE, lock_icon
from formulator.gui.recipe_model import LOCK_ROLE, PHASE_ROLE, TYPED, Column, RecipeModel
from formulator.gui.rows import spoken
from formulator.gui.rows_model import Index

STATED_SCALE = 0.92  # how an amount was written stands behind what it comes to
_MUTED = (Column.STATED, Column.MASS, Column.COST, Column.FUNCTION)


class AmountEditor(Entry):
    """The editor of one line's amount; `line` is what it was when the editor opened."""

    def __init__(self, name: str, index: Index, line: Line, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.index = QPersistentModelIndex(index)
        self.line = line
        self.setObjectName("cell")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFrame(False)
        self.cell = QRect()
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """As wide as the cell, and wider to the left when the text needs it."""
        needed = self.fontMetrics().horizontalAdvance(self.text()) + 2 * theme.SPACE
        self.setGeometry(self.cell.adjusted(min(0, self.cell.width() - needed), 0, 0, 0))


class RowDelegate(QStyledItemDelegate):
    """Paints phases as headings and flags in their colour. `left` asks to go on from an editor: rows to move, and whether to edit there."""

    left = Signal(int, bool)
    refused = Signal(str)

    def __init__(self, model: RecipeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._digits: dict[tuple[str, float], QFont] = {}

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Colours by what the row is; digits equally wide."""
        super().initStyleOption(option, index)
        palette, column = option.palette, index.column()
        shades = theme.colours(palette)
        row = self._model.rows[index.row()]  # not by roles: this runs for every cell that is painted, at every key
        if column in TYPED:
            option.font = self._with_digits(option.font)
        elif column == Column.STATED:
            option.font = self._with_digits(option.font, STATED_SCALE)
        ink = None
        if not row.is_line:
            option.backgroundBrush = QBrush(QColor(shades.raised))
            ink = QColor(shades.muted) if column in _MUTED else None
        elif column == Column.FLAG:
            ink = theme.verdict_colour(row.flag, palette)
            option.font.setBold(True)
        elif self._model.refused(row, column):
            ink = QColor(shades.bad)
            option.backgroundBrush = QBrush(QColor(shades.bad_soft))
        elif column in _MUTED:
            ink = QColor(shades.muted)
        sign = index.data(LOCK_ROLE) if column == Column.NAME else ""
        if sign:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationPosition = QStyleOptionViewItem.Position.Right
            option.decorationSize = QSize(LOCK_SIZE, LOCK_SIZE)
            option.icon = lock_icon(sign, QColor(shades.accent), option.font)
        if ink is not None:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                palette.setColor(role, ink)
            option.palette = palette

    def _with_digits(self, font: QFont, scale: float = 1.0) -> QFont:
        key = font.key(), scale
        if key not in self._digits:
            self._digits[key] = theme.figures(font, scale, bold=font.bold())
        return self._digits[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, a hair line below it, and a frame round the amount that typing goes to."""
        super().paint(painter, option, index)
        rect = option.rect
        painter.setPen(QColor(theme.colours(option.palette).raised))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus and index.column() in TYPED and not index.data(PHASE_ROLE):
            painter.setPen(QColor(theme.colours(option.palette).accent))  # where typing goes
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An editor that tells the model each key."""
        row = self._model.rows[index.row()]
        names = {Column.MASS: self.tr("Amount of {0} in grams"), Column.COST: self.tr("Price of {0}")}
        name = names.get(Column(index.column()), self.tr("Amount of {0}"))
        editor = AmountEditor(name.format(spoken(row.name)), index, self._model.line(index.row()), parent)
        editor.typed.connect(lambda text, session: self._typed(editor, text, session))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell."""
        if isinstance(editor, AmountEditor):
            editor.cell = QRect(option.rect)  # the option dies with this call
            editor.fit()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor, but never over what is being typed."""
        if isinstance(editor, AmountEditor) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the text for good; one that is wrong stays in the cell, in red."""
        if isinstance(editor, AmountEditor) and editor.isModified():
            self._finish(editor)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter, Tab and the arrows take the amount and go on; Escape puts back what was there."""
        if isinstance(editor, AmountEditor) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(editor, event) or super().eventFilter(editor, event)
        return super().eventFilter(editor, event)

    def _key(self, editor: AmountEditor, event: QKeyEvent) -> bool:
        keys = Qt.Key
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            return False
        if event.key() == keys.Key_Escape:
            self._model.restore(editor.index.row(), editor.line, editor.session)
            editor.setModified(False)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        steps = {keys.Key_Return: 1, keys.Key_Enter: 1, keys.Key_Down: 1, keys.Key_Up: -1, keys.Key_Tab: 1, keys.Key_Backtab: -1}
        if event.key() not in steps:
            return False
        if not editor.isModified() or self._finish(editor):
            editor.setModified(False)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.left.emit(steps[keys(event.key())], event.key() in (keys.Key_Tab, keys.Key_Backtab))
        return True

    def _typed(self, editor: AmountEditor, text: str, session: int) -> None:
        refusal = self._model.typed(editor.index.row(), text, session, editor.index.column()) if text.strip() else None
        if refusal:
            editor.refuse(refusal.says, refusal.fix)
        else:
            editor.accept()

    def _finish(self, editor: AmountEditor) -> bool:
        refusal = self._model.finished(editor.index.row(), editor.text(), editor.session, editor.index.column())
        if refusal:
            editor.refuse(refusal.says, refusal.fix)
            self.refused.emit(self.tr("“{0}” was not taken: {1}. {2}").format(refusal.text, refusal.says, refusal.fix))
        return refusal is None
