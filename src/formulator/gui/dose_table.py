"""The doses as a table below the recipe: elements, substances or impurities; a heading sorts, Ctrl+C copies, a number opens its derivation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from formulator.core.assess import Assessment
from formulator.gui import theme
from formulator.gui.dose_model import COPY_ROLE, FIGURE_ROLE, STATE_ROLE, DoseModel, DoseOrder, ElementsModel, ImpuritiesModel, SubstancesModel, as_text
from formulator.gui.panel import label
from formulator.gui.rows_model import Index

HEADING_ROOM, ARROW = 10, 18  # px beside a heading, and for the arrow of the one that sorts
SORTS = {Qt.Key.Key_Up: Qt.SortOrder.AscendingOrder, Qt.Key.Key_Down: Qt.SortOrder.DescendingOrder}


class CellDelegate(QStyledItemDelegate):
    """Figures of equal width, verdicts in their colours."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Font and colour."""
        super().initStyleOption(option, index)
        option.font = theme.figures(option.font, 0.9)
        state = index.data(STATE_ROLE)
        if state is not None:
            palette = option.palette
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                palette.setColor(role, theme.verdict_colour(state, palette))
            option.palette = palette


class DoseView(QTableView):
    """One table. `looked` tells of a cell that was clicked, `opened` of one that was opened by Enter or a double click: the id of its figure."""

    looked = Signal(str)
    opened = Signal(str)
    told = Signal(str)

    def __init__(self, model: DoseModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dose_model = model
        model.setParent(self)
        self.order = DoseOrder(model, self)
        self.setModel(self.order)
        self.setItemDelegate(CellDelegate(self))
        self.setObjectName("doses")
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr("Enter opens how a number was worked out; Ctrl+C copies the selected rows, or all; Alt+Up and Alt+Down sort by a column.")
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.setSortIndicatorClearable(True)
        header.setSectionsMovable(True)
        header.setResizeContentsPrecision(-1)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(36)
        self.order.sort(-1)
        self._fitted = False
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self._widen)
        for signal in (model.rowsInserted, model.dataChanged):
            signal.connect(self._fit_soon)
        header.sortIndicatorChanged.connect(self._fit_soon)
        self.clicked.connect(lambda index: self._tell(self.looked.emit, index))
        self.doubleClicked.connect(lambda index: self._tell(self.opened.emit, index))

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as what stands in it."""
        super().showEvent(event)
        self._fit_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the derivation, Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._tell(self.opened.emit, self.currentIndex())
        elif event.key() in SORTS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.sortByColumn(self.currentIndex().column(), SORTS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def text(self, everything: bool = False) -> str:
        """The selected rows, or all where no more than one cell is selected, with headings, as text between tabs."""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({i.row() for i in chosen}) if len(chosen) > 1 and not everything else list(range(self.order.rowCount()))
        columns = range(self.order.columnCount())
        headings = [str(self.order.headerData(n, Qt.Orientation.Horizontal)) for n in columns]
        return as_text(headings, [[str(self.order.index(row, n).data(COPY_ROLE) or "") for n in columns] for row in rows])

    def copy(self) -> None:
        """Put it on the clipboard."""
        text = self.text()
        QGuiApplication.clipboard().setText(text)
        self.told.emit(self.tr("{0} rows copied").format(text.count("\n")))

    def _fit_soon(self, *_: object) -> None:
        self._fit.start(0)

    def _widen(self) -> None:
        """Wide enough for what stands in it; what a person made wider stays."""
        header = self.horizontalHeader()
        for n in range(self.order.columnCount()):
            heading = str(self.order.headerData(n, Qt.Orientation.Horizontal)).split("\n")
            room = HEADING_ROOM + (ARROW if n == header.sortIndicatorSection() else 0)
            needed = max(self.sizeHintForColumn(n), room + max(header.fontMetrics().horizontalAdvance(line) for line in heading))
            header.resizeSection(n, max(header.sectionSize(n) if self._fitted else 0, needed))
        self._fitted = True

    def _tell(self, emit: Callable[[str], None], index: QModelIndex) -> None:
        figure = index.data(FIGURE_ROLE)
        if figure:
            emit(figure)


class DoseTable(QWidget):
    """The three tables, one at a time. `looked` and `opened` carry the id of a figure; `told` a word for the status bar."""

    looked = Signal(str)
    opened = Signal(str)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.elements = DoseView(ElementsModel(), self.tr("Elements and their limits"))
        self.substances = DoseView(SubstancesModel(), self.tr("Substances and their margins of safety"))
        self.impurities = DoseView(ImpuritiesModel(), self.tr("Impurities"))
        self.views = (self.elements, self.substances, self.impurities)
        self._pending: Assessment | None = None
        self.stack = QStackedWidget()
        self.none = label("", "muted")
        self.none.setContentsMargins(theme.SPACE * 2, theme.SPACE, 0, theme.SPACE)
        self.choices: list[QPushButton] = []
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.SPACE + 4, 0, theme.SPACE + 4, theme.SPACE - 2)
        for n, view in enumerate(self.views):
            self.stack.addWidget(view)
            choice = QPushButton()
            choice.setObjectName("plain")
            choice.setCheckable(True)
            choice.setAutoExclusive(True)
            choice.setAccessibleDescription(view.accessibleName())
            choice.clicked.connect(lambda _=False, n=n: self.show_table(n))
            foot.addWidget(choice)
            self.choices.append(choice)
            view.looked.connect(self.looked)
            view.opened.connect(self.opened)
            view.told.connect(self.told)
        self.choices[0].setChecked(True)
        self.copy = QPushButton(self.tr("Copy as text"))
        self.copy.setObjectName("plain")
        self.copy.setAccessibleName(self.tr("Copy the table as text"))
        self.copy.clicked.connect(lambda: self.view.copy())
        foot.addStretch(1)
        foot.addWidget(label(self.tr("Enter: how it was worked out"), "muted"))
        foot.addSpacing(theme.SPACE)
        foot.addWidget(self.copy)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 1, 0)
        outer.setSpacing(2)
        outer.addWidget(self.stack, 1)
        outer.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(foot)

    @property
    def view(self) -> DoseView:
        """The table that is shown."""
        return self.views[self.stack.currentIndex()]

    def show_table(self, n: int) -> None:
        """Show elements, substances or impurities."""
        self.stack.setCurrentIndex(n)
        self.choices[n].setChecked(True)
        self._tell_empty()

    def take(self, assessment: Assessment) -> None:
        """Show another assessment, now or when the table is next seen."""
        self._pending = assessment
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the recipe."""
        self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        assessment, self._pending = self._pending, None
        if assessment is None:
            return
        for view in self.views:
            view.dose_model.take(assessment)
        names = (self.tr("Elements ({0})"), self.tr("Substances ({0})"), self.tr("Impurities ({0})"))
        for choice, name, view in zip(self.choices, names, self.views, strict=True):
            choice.setText(name.format(len({row.key[0] for row in view.dose_model.rows})))
        self._tell_empty()

    def _tell_empty(self) -> None:
        empty = (
            self.tr("No element in this recipe."),
            self.tr("No substance in this recipe has a NOAEL on file, so there is no margin of safety."),
            self.tr("No specification in this recipe names an impurity."),
        )
        nothing = not self.view.dose_model.rows
        self.none.setText(empty[self.stack.currentIndex()])
        self.none.setVisible(nothing)
        self.stack.setVisible(not nothing)
        self.copy.setEnabled(not nothing)
