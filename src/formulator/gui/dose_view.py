"""What the dose panel and its table show, as plain values drawn from one Assessment. No Qt here, and nothing is worked out anew."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from formulator.core.assess import Assessment
from formulator.core.checks import Check, worst
from formulator.core.figure import Cited, Figure
from formulator.core.ratios import ENDLESS
from formulator.core.span import Span
from formulator.report import words
from formulator.report.dose_table import DoseRow, dose_rows
from formulator.report.dose_words import GRADES
from formulator.report.tongue import marked, say

LINEAR_END = 400.0  # % of a limit up to which a scale without logarithms still shows where the limit is
SMALLEST = 0.001  # %, where a logarithmic scale begins at the latest
DIGITS, FEWER = 3, 2  # significant figures of a best value, and of the ends beside it
_STATES = {"fail": marked("over"), "cannot tell": marked("cannot tell"), "pass": marked("within"), "": marked("not judged here")}
SMALLER = (("mg/", 1.0), ("µg/", 1e3), ("ng/", 1e6))


@dataclass(frozen=True, slots=True)
class LimitView:
    """One limit of one element: `share` is the absorbed dose as % of it. `judged` tells whether a market of the recipe goes by it, `binding` whether it is
    the strictest of those."""

    figure: Figure
    allowed: Figure
    allocation: float
    title: str
    name: str
    scope: str
    state: str
    judged: bool
    binding: bool
    why: str

    @property
    def share(self) -> Span:
        """% of the limit."""
        return self.figure.span


@dataclass(frozen=True, slots=True)
class ElementDoseView:
    """One element that somebody limits, with its limits. `evidence` says in words what is known of how much passes the skin."""

    symbol: str
    content: Figure
    absorbed: Figure
    oral: Figure
    grade: str
    evidence: str
    state: str
    word: str
    limits: tuple[LimitView, ...]

    @property
    def binding(self) -> LimitView:
        """The limit that decides."""
        return next((x for x in self.limits if x.binding), self.limits[0])


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a percentage of a limit stands between 0 (left) and 1 (right). Logarithmic only where a span leaves LINEAR_END behind."""

    start: float
    end: float
    log: bool

    def at(self, value: float) -> float:
        """The place of a value; what is below or beyond the scale stands at its ends."""
        if not self.log:
            return min(max(value / self.end, 0.0), 1.0)
        if value <= self.start:
            return 0.0
        return min((math.log10(value) - math.log10(self.start)) / (math.log10(self.end) - math.log10(self.start)), 1.0)

    def ticks(self) -> tuple[float, ...]:
        """The values to write below the scale."""
        if not self.log:
            step = 25.0 if self.end <= 100 else 50.0 if self.end <= 200 else 100.0
            return tuple(step * k for k in range(int(self.end / step) + 1))
        first, last = round(math.log10(self.start)), round(math.log10(self.end))
        step = -(-(last - first) // 5)
        return tuple(10.0**k for k in range(first, last + 1) if (k - 2) % step == 0)  # 100 % is always one of them


def scale_for(views: Iterable[ElementDoseView]) -> Scale:
    """One scale for all bars, so that they can be compared with each other."""
    spans = [limit.share for view in views for limit in view.limits]
    ends = [s.high for s in spans if s.high < ENDLESS] or [0.0]
    top = max(100.0, *ends)
    if top <= 100:
        return Scale(0.0, 100.0, False)
    if top <= LINEAR_END:
        return Scale(0.0, math.ceil(top / 100) * 100.0, False)
    smallest = min([v for s in spans for v in (s.low, s.best, s.high) if v is not None and v > 0] + [1.0])
    return Scale(10.0 ** math.floor(math.log10(max(smallest, SMALLEST))), 10.0 ** math.ceil(math.log10(top)), True)


def element_dose_views(assessment: Assessment) -> tuple[ElementDoseView, ...]:
    """Every element with a limit: those over it first, then those that cannot be told."""
    views = [_element(assessment, list(rows)) for _, rows in groupby(dose_rows(assessment, limited_only=True), key=lambda row: row.symbol)]
    order = {"fail": 0, "cannot tell": 1, "pass": 2, "": 3}
    return tuple(sorted(views, key=lambda v: order[v.state]))


def without_limit(assessment: Assessment) -> tuple[str, ...]:
    """The elements in it that nobody limits."""
    return tuple(row.symbol for row in dose_rows(assessment) if row.compared is None)


def short(cited: Cited) -> str:
    """A value in three digits with its span, in a unit that needs no row of noughts: "94.1 ng/day (9.4–120)". The whole stands behind the pointer."""
    span, unit = _scaled(cited.span, cited.unit)
    ends = f"{words.number(span.low, DIGITS)}–{words.number(span.high, DIGITS)}"
    if span.high >= ENDLESS:
        best = f"{words.quantity(float(f'{span.best:.{DIGITS}g}'), unit)} " if span.best is not None and span.best < ENDLESS else ""
        low = words.number(span.low, DIGITS)
        return f"{best}(≥ {low})" if best else f"≥ {low} {unit}".strip()
    if span.best is None:
        return f"{ends} {unit}".strip()
    best = f"{words.number(span.best, DIGITS)} {unit}".strip()
    return best if span.is_exact else f"{best} ({words.number(span.low, FEWER)}–{words.number(span.high, FEWER)})"


def plain(span: Span, unit: str = "") -> str:
    """A value as it stands in a name: one number, or from – to."""
    if span.best is not None:
        return words.quantity(span.best, unit)
    return f"{words.number(span.low)}–{words.number(span.high)} {unit}".strip()


def limit_name(row: DoseRow) -> str:
    """ "EFSA UL 25 mg/day" """
    assert row.compared is not None
    return f"{row.authority.upper()} {row.compared.limit.quantity} {plain(row.compared.whole.span, 'mg/day')}"


def evidence(row: DoseRow, swallowed: bool) -> str:
    """On what it rests how much is taken up, in words."""
    if swallowed:
        return say("all of it may be swallowed")
    of = list(dict.fromkeys(p.of for p in row.dose.passages if p.of))
    grade = say(GRADES[row.dose.grade])
    return f"{grade} ({'; '.join(of)})" if of else grade


def _element(assessment: Assessment, rows: Sequence[DoseRow]) -> ElementDoseView:
    first, use = rows[0], assessment.pattern
    judged = [row for row in rows if row.check is not None]
    strictest = max(judged, key=_height, default=None)
    state = worst([row.check.verdict for row in judged if row.check]) if judged else ""
    limits = sorted((_limit(row, row is strictest, use.allocation.span.high) for row in rows), key=lambda x: (not x.binding, not x.judged))
    return ElementDoseView(
        symbol=first.symbol,
        content=first.content,
        absorbed=first.absorbed,
        oral=first.dose.figures["oral-equivalent"],
        grade="" if use.swallowed else first.dose.grade,
        evidence=evidence(first, use.swallowed),
        state=state,
        word=say(_STATES[state]),
        limits=tuple(limits),
    )


def _limit(row: DoseRow, binding: bool, allocation: float) -> LimitView:
    beside, check = row.compared, row.check
    assert beside is not None
    return LimitView(
        figure=beside.internal,
        allowed=beside.allowed,
        allocation=allocation,
        title=f"{row.authority.upper()} {beside.limit.quantity}",
        name=limit_name(row),
        scope=beside.limit.scope,
        state=check.verdict if check else "",
        judged=check is not None,
        binding=binding,
        why=_why(check),
    )


def _scaled(span: Span, unit: str) -> tuple[Span, str]:
    """In mg, µg or ng per day, whichever makes a number of at least 0.01."""
    top = span.high if span.best is None else span.best
    if not unit.startswith("mg/") or not unit.endswith("/day") or top == 0 or span.high >= ENDLESS:
        return span, unit
    name, factor = next((step for step in SMALLER if top * step[1] >= 0.01), SMALLER[-1])
    best = None if span.best is None else span.best * factor
    return Span(span.low * factor, best, span.high * factor), f"{name}{unit.removeprefix('mg/')}"


def _why(check: Check | None) -> str:
    return words.message(check) if check else say("For comparison: no market of this recipe goes by this authority.")


def _height(row: DoseRow) -> tuple[float, float]:
    assert row.compared is not None
    return row.compared.internal.span.high, row.compared.internal.span.low
