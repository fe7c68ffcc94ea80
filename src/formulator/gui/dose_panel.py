"""The dose: who uses how much, and for every element with a limit how much of it the absorbed part may use up. Every number and bar opens its derivation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from formulator.core.advice import Most
from formulator.core.assess import Assessment
from formulator.gui.document import Document
from formulator.gui.dose_view import DIGITS, LINEAR_END, ElementDoseView, LimitView, Scale, element_dose_views, scale_for, short, without_limit
from formulator.gui.number_link import NumberLink
from formulator.gui.panel import label, set_state
from formulator.gui.share_bar import ScaleAxis, ShareBar
from formulator.gui.theme import SIGNS, SPACE
from formulator.gui.use_fields import UseFields
from formulator.report import words


class LimitRow(QWidget):
    """One limit: its name, the share of it in a number, and the bar."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = label("", wrap=True)
        self.share = NumberLink()
        self.share.setProperty("side", "right")
        self.bar = ShareBar()
        self.share.asked.connect(self.asked)
        self.bar.clicked.connect(lambda: self.asked.emit(self.share.figure_id))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE // 2)
        head.addWidget(self.name, 1)
        head.addWidget(self.share, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.bar)

    def take(self, view: LimitView, scale: Scale, whose: ElementDoseView) -> None:
        """Show another limit or other values."""
        said = "\n".join(
            (
                self.tr("{0}, {1} ({2}): {3} absorbed, of the absorbed part of the limit").format(
                    whose.symbol, view.name, view.scope, words.figure(view.figure)
                ),
                self.tr("Evidence: {0}").format(whose.evidence),
                self.tr("Dotted: {0} % of the limit for this product. Thin line: the whole limit.").format(words.number(view.allocation)),
                view.why,
            )
        )
        self.share.show_figure(view.figure, short(view.figure))
        self.share.setToolTip(said)
        self.name.setText(unbroken(view.name))
        self.name.setToolTip(said)
        self.name.setObjectName("" if view.judged else "muted")
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)
        self.bar.show_view(view, scale, said)


class ElementBlock(QWidget):
    """One element: how it stands, what is applied and absorbed, a row for each limit, and which of them decides."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.symbol = label("")
        font = self.symbol.font()
        font.setBold(True)
        self.symbol.setFont(font)
        self.state = label("")
        self.content, self.absorbed, self.oral, self.allowed = (NumberLink() for _ in range(4))
        for link in (self.content, self.absorbed, self.oral, self.allowed):
            link.asked.connect(self.asked)
        self.grade = label("", "muted")
        self.binding = label("", "muted", wrap=True)
        self.allowed_head = label(self.tr("allowed"), "muted")
        head = _row(self.symbol, self.content, None, self.state)
        facts = QGridLayout()
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setHorizontalSpacing(SPACE // 2)
        facts.setVerticalSpacing(0)
        facts.addWidget(self.grade, 0, 0)
        facts.addLayout(_row(self.absorbed, None), 0, 1)
        facts.addWidget(label(self.tr("as oral intake"), "muted"), 1, 0)
        facts.addLayout(_row(self.oral, None), 1, 1)
        facts.addWidget(self.allowed_head, 2, 0)
        facts.addLayout(_row(self.allowed, None), 2, 1)
        facts.setColumnStretch(1, 1)
        self.rows: list[LimitRow] = []
        self._limits = QVBoxLayout()
        self._limits.setSpacing(2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(head)
        box.addLayout(facts)
        box.addLayout(self._limits)
        box.addWidget(self.binding)

    def take(self, view: ElementDoseView, scale: Scale) -> None:
        """Show another element or other values."""
        self.symbol.setText(view.symbol)
        self.content.show_figure(view.content, short(view.content))
        self.absorbed.show_figure(view.absorbed, short(view.absorbed))
        self.oral.show_figure(view.oral, short(view.oral))
        self.grade.setText(self.tr("absorbed ({0})").format(view.grade) if view.grade else self.tr("absorbed"))
        self.grade.setToolTip(view.evidence)
        self.grade.setAccessibleName(self.tr("absorbed, {0}").format(view.evidence))
        self.absorbed.setToolTip(f"{self.absorbed.toolTip()}\n{view.evidence}")
        self.state.setText(f"{SIGNS[view.state]} {view.word}".strip())
        self.state.setToolTip(view.binding.why)
        set_state(self.state, view.state)
        while len(self.rows) < len(view.limits):
            row = LimitRow()
            row.asked.connect(self.asked)
            self._limits.addWidget(row)
            self.rows.append(row)
        for row, limit in zip(self.rows, view.limits, strict=False):
            row.take(limit, scale, view)
        for n, row in enumerate(self.rows):
            row.setVisible(n < len(view.limits))
        binding = view.binding
        name = f"{binding.title}, {binding.scope}"
        self.binding.setText(
            self.tr("binding: {0}").format(name) if binding.binding else self.tr("No market of this recipe goes by this limit: {0}").format(name)
        )
        self.allowed_head.setText(self.tr("allowed") if binding.binding else self.tr("would allow"))
        self.allowed.show_figure(binding.allowed, short(binding.allowed))


class DosePanel(QWidget):
    """The second page of the verdict. `asked` carries the id of a figure to explain. What is not shown is filled when it is."""

    asked = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use = UseFields(document)
        self.use.asked.connect(self.asked)
        self.legend = label("", "muted", wrap=True)
        self.axis = ScaleAxis()
        self.none = label(self.tr("No element in this recipe has a limit of intake."), "muted", wrap=True)
        self.unlimited = label("", "muted", wrap=True)
        self.blocks: list[ElementBlock] = []
        self._pending: Assessment | None = None
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(SPACE + 2)
        self._most = QGridLayout()
        self._most.setHorizontalSpacing(SPACE)
        self._most.setVerticalSpacing(0)
        self._most.setColumnStretch(0, 1)
        self.most: list[tuple[QLabel, NumberLink, QLabel]] = []
        self._most_head = label(self.tr("The most a line may carry"), "section")
        self._lay_out()

    def take(self, assessment: Assessment) -> None:
        """Show another assessment, now or when this page is next seen."""
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
        self.use.take(assessment)
        views = element_dose_views(assessment)
        scale = scale_for(views)
        said = self._said_of(scale)
        self.legend.setText(said)
        self.axis.show_scale(scale, said)
        while len(self.blocks) < len(views):
            block = ElementBlock()
            block.asked.connect(self.asked)
            self._blocks.addWidget(block)
            self.blocks.append(block)
        for block, view in zip(self.blocks, views, strict=False):
            block.take(view, scale)
        for n, block in enumerate(self.blocks):
            block.setVisible(n < len(views))
        for part in (self.axis, self.legend):
            part.setVisible(bool(views))
        self.none.setVisible(not views)
        rest = without_limit(assessment)
        self.unlimited.setText(self.tr("Nobody limits the intake of {0}.").format(", ".join(rest)))
        self.unlimited.setVisible(bool(rest))
        self._take_most(assessment.most)

    def _said_of(self, scale: Scale) -> str:
        said = self.tr("% of a limit, as absorbed. Shaded: what is known; stroke: best value; dotted: share for this product.")
        if not scale.log:
            return said
        return self.tr("{0} Logarithmic: a span goes beyond {1} %.").format(said, words.number(LINEAR_END))

    def _take_most(self, most: Sequence[Most]) -> None:
        while len(self.most) < len(most):
            n = len(self.most)
            name, link, rule = label("", wrap=True), NumberLink(), label("", "muted")
            link.asked.connect(self.asked)
            self._most.addWidget(name, n, 0)
            self._most.addWidget(link, n, 1, Qt.AlignmentFlag.AlignRight)
            self._most.addWidget(rule, n, 2)
            self.most.append((name, link, rule))
        for n, (name, link, rule) in enumerate(self.most):
            for part in (name, link, rule):
                part.setVisible(n < len(most))
            if n < len(most):
                name.setText(most[n].material)
                rule.setText(self.tr("by {0}").format(most[n].rule))
                link.show_figure(most[n].figure, self.tr("{0} %").format(words.number(most[n].share, DIGITS)))
        self._most_head.setVisible(bool(most))

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE + 4, 0, SPACE + 4, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(self._blocks)
        for part in (self.none, self.unlimited, self._most_head):
            column.addWidget(part)
        column.addLayout(self._most)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the axis above keeps its place over the bars
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(inside)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE + 4, SPACE // 2, SPACE + 4, 0)
        head.setSpacing(4)
        head.addWidget(self.use)
        head.addWidget(self.legend)
        axis = QHBoxLayout()
        axis.setContentsMargins(SPACE + 4, 0, SPACE + 4 + scroll.verticalScrollBar().sizeHint().width(), 0)
        axis.addWidget(self.axis)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2)
        outer.addLayout(head)
        outer.addLayout(axis)
        outer.addWidget(scroll, 1)


def unbroken(name: str) -> str:
    """A name that may wrap, but not between a number and its unit."""
    head, _, unit = name.rpartition(" ")
    return f"{head}\u00a0{unit}".replace("/", "\u2060/\u2060")


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Parts in a row; None is what gives way."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE // 2)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
