"""The verdict, always in view: the whole in one line and each market's, phases, HLB, preservation and elements. Every number opens its derivation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from formulator.core.assess import Assessment
from formulator.core.recipe import PHASE_KINDS
from formulator.gui.cost_line import CostLine
from formulator.gui.element_rows import ElementRows
from formulator.gui.market_lines import MarketLines
from formulator.gui.number_link import NumberLink
from formulator.gui.panel import Panel, label, set_state
from formulator.gui.phase_bar import PhaseBar
from formulator.gui.scales import HlbScale
from formulator.gui.split_advice import SplitAdvice
from formulator.gui.theme import SIGNS, SPACE
from formulator.gui.verdict_view import brief, element_views, hlb_view, short, summary
from formulator.report import words
from formulator.report.tongue import decimals

LONGEST_PRESERVED = 110  # letters


class VerdictPanel(Panel):
    """The right side. `asked` carries the id of a figure to explain."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Verdict"))
        self._links: dict[str, NumberLink] = {}
        self.chip = label("", "chip", wrap=True)
        self.chip.setContentsMargins(0, 0, 0, 0)
        self.market_lines = MarketLines()
        inside = QWidget()
        inside.setObjectName("inside")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(SPACE + 4, SPACE // 2, SPACE + 4, SPACE)
        self._column.setSpacing(SPACE - 2)
        self._make_composition()
        self._make_hlb()
        self.preservation = label("", wrap=True)
        self._column.addWidget(self.preservation)
        self._section(self.tr("Elements"), self.tr("as oral intake, of allowed, mg/day"))
        self.elements = ElementRows()
        self.elements.asked.connect(self.asked)
        self._column.addWidget(self.elements)
        self._section(self.tr("Markets, and the editions read"))
        self._markets: list[QLabel] = []
        self._market_box = QVBoxLayout()
        self._market_box.setSpacing(4)
        self._column.addLayout(self._market_box)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(inside)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE + 4, SPACE + 4, SPACE + 4, 0)
        head.setSpacing(SPACE - 2)
        head.addWidget(self.chip)
        head.addWidget(self.market_lines)
        self.body.addLayout(head)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.setAccessibleName(self.tr("Verdict"))
        self.pages.addTab(scroll, self.tr("Overview"))
        self.body.addWidget(self.pages, 1)

    def take(self, assessment: Assessment) -> None:
        """Show another assessment."""
        set_state(self.chip, assessment.verdict)
        self.chip.setText(f"{SIGNS[assessment.verdict]}  {summary(assessment)}")
        for id, link in self._links.items():
            figure = assessment.figures.get(id)
            if figure is not None:
                link.show_figure(figure, short(figure))
        self.market_lines.take(assessment)
        self.phases.take(assessment)
        self.cost.take(assessment)
        self._take_hlb(assessment)
        self.elements.take(element_views(assessment))
        self._take_preservation(assessment)
        self._take_markets(assessment)

    def _section(self, title: str, beside: str = "") -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE, 0, 0)
        row.addWidget(label(title, "section"))
        row.addStretch(1)
        if beside:
            row.addWidget(label(beside, "muted"))
        self._column.addLayout(row)

    def _link(self, id: str) -> NumberLink:
        link = NumberLink()
        link.asked.connect(self.asked)
        self._links[id] = link
        return link

    def _make_composition(self) -> None:
        names = {"share.total": self.tr("Total"), "phase.water": self.tr("Water"), "phase.oil": self.tr("Oil"), "phase.cool-down": self.tr("Cool-down")}
        assert set(names) == {"share.total", *(f"phase.{kind}" for kind in PHASE_KINDS)}
        self._column.addLayout(self._numbers(names))
        self.phases = PhaseBar()
        self._column.addWidget(self.phases)
        self.cost = CostLine()
        self.cost.asked.connect(self.asked)
        self._column.addWidget(self.cost)

    def _numbers(self, names: dict[str, str]) -> QGridLayout:
        """Numbers in a row, each below its name."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        for n, (id, name) in enumerate(names.items()):
            head = label(name, "muted")
            head.setIndent(3)
            grid.addWidget(head, 0, n)
            grid.addWidget(self._link(id), 1, n, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(n, 1)
        return grid

    def _make_hlb(self) -> None:
        self._section("HLB")
        self.hlb = QWidget()
        box = QVBoxLayout(self.hlb)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(self._numbers({"hlb.required": self.tr("▲ required"), "hlb.blend": self.tr("▼ blend"), "hlb.gap": self.tr("gap")}))
        self.scale = HlbScale()
        box.addWidget(self.scale)
        self.splits = SplitAdvice()
        self.splits.asked.connect(self.asked)
        box.addWidget(self.splits)
        self._column.addWidget(self.hlb)
        self.hlb_words = label("", wrap=True)
        self._column.addWidget(self.hlb_words)

    def _take_hlb(self, assessment: Assessment) -> None:
        view = hlb_view(assessment)
        self.hlb.setVisible(view is not None)
        if view is None:
            set_state(self.hlb_words, "")
            self.hlb_words.setText(self.tr("No emulsion: HLB does not apply."))
            return
        self.scale.show_view(view)
        set_state(self.hlb_words, view.state)
        why = brief(view.why)
        more = self.tr(" (whole in the findings)") if why != view.why else ""
        self.hlb_words.setText(f"{SIGNS[view.state]}  {why}{more}")
        self.hlb_words.setToolTip(view.why if more else "")
        splits = [] if view.state == "pass" else [f for id, f in assessment.figures.items() if id.startswith("hlb.split.")]
        self.splits.take(splits)

    def _take_preservation(self, assessment: Assessment) -> None:
        check = next((c for c in assessment.checks if c.rule == "preservative-missing"), None)
        ph = assessment.recipe.ph
        whole = words.message(check) if check else self.tr("No water, no preservative needed.")
        said = brief(whole, LONGEST_PRESERVED)
        self.preservation.setToolTip(whole if said != whole else "")
        state = {"pass": "pass", "fail": "warning", "cannot tell": "cannot tell"}[check.verdict] if check else ""
        set_state(self.preservation, state if state != "pass" else "")
        acid = self.tr("pH {0}.").format(decimals(ph[0]).replace(" - ", "–")) if ph else self.tr("pH not stated.")
        self.preservation.setText(f"{SIGNS[state]}  {said} {acid}".strip())

    def _take_markets(self, assessment: Assessment) -> None:
        while len(self._markets) < len(assessment.markets):
            text = label("", "muted", wrap=True)
            self._market_box.addWidget(text)
            self._markets.append(text)
        for text in self._markets[len(assessment.markets) :]:
            text.hide()
        for text, (market, found) in zip(self._markets, assessment.markets.items(), strict=False):
            text.setText(f"{SIGNS[found.verdict]}  {words.market_words(market, found.verdict, found.rules, found.editions, found.complete)}")
            text.show()
