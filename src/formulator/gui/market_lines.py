"""The verdict of each market in a line or two, for the head of the verdict where it is always in view. The editions that were read stand in the overview."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from formulator.core.assess import Assessment
from formulator.gui.panel import label, set_state
from formulator.gui.theme import SIGNS
from formulator.report import words

WORST_FIRST = ("fail", "cannot tell", "pass")


class MarketLines(QWidget):
    """One line for each verdict, naming the markets that come to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(2, 0, 2, 0)
        box.setSpacing(0)
        self.lines = {verdict: label("", wrap=True) for verdict in WORST_FIRST}
        for verdict, line in self.lines.items():
            set_state(line, verdict)
            box.addWidget(line)
        self._said: object = None

    def take(self, assessment: Assessment) -> None:
        """Show another assessment; most edits change no market's verdict."""
        said = tuple((market, m.verdict, m.rules, m.complete) for market, m in assessment.markets.items())
        if said == self._said:
            return
        self._said = said
        whole = {m: words.market_words(m, v.verdict, v.rules, v.editions, v.complete) for m, v in assessment.markets.items()}
        for verdict, line in self.lines.items():
            markets = [market for market, found in assessment.markets.items() if found.verdict == verdict]
            rules = [assessment.markets[market].rules for market in markets]
            text = self._words(verdict).format(", ".join(markets), rules[0] if rules else 0) if len(set(rules)) < 2 else self._words_of_many(verdict, markets)
            if not assessment.markets and verdict == "cannot tell":
                text, markets = self.tr("No market is named: the law was not consulted."), ["-"]
            line.setText(f"{SIGNS[verdict]}  {text}")
            line.setToolTip("\n".join(whole[market] for market in markets if market in whole))
            line.setVisible(bool(markets))

    def _words(self, verdict: str) -> str:
        """Never more than was looked at: never "EU pass"."""
        return {
            "pass": self.tr("{0}: no fault found in {1} rules"),
            "fail": self.tr("{0}: fault found in {1} rules"),
            "cannot tell": self.tr("{0}: cannot tell from {1} rules"),
        }[verdict]

    def _words_of_many(self, verdict: str, markets: list[str]) -> str:
        said = {"pass": self.tr("{0}: no fault found"), "fail": self.tr("{0}: fault found"), "cannot tell": self.tr("{0}: cannot tell")}
        return said[verdict].format(", ".join(markets))
