"""What the verdict panel shows, as plain values drawn from one Assessment. No Qt here, and nothing is worked out anew."""

from __future__ import annotations

from dataclasses import dataclass

from formulator.core.assess import Assessment
from formulator.core.checks import Check, worst
from formulator.core.figure import Figure
from formulator.core.ratios import ENDLESS
from formulator.core.span import Span
from formulator.gui.alike import alike
from formulator.report import words
from formulator.report.numbers import known
from formulator.report.tongue import say

LONGEST_REASON = 220  # letters


@dataclass(frozen=True, slots=True)
class HlbView:
    """Required and blend HLB; `acceptable` is the band the blend may lie in. `state` is that of the gap, `why` says so in words."""

    required: Span
    blend: Span
    acceptable: tuple[float, float] | None
    state: str
    why: str


@dataclass(frozen=True, slots=True)
class ElementView:
    """One element: `dose` is the highest oral intake that would be absorbed as much, `allowed` the strictest share of a limit, mg/day. Where nobody sets
    one, `allowed` is None and `dose` the most that may be absorbed; `taken` is the figure of the dose.

    `state` and `word` are the worst of all that is known of the element, `dose_state` that of the dose alone.
    """

    symbol: str
    content: Figure
    taken: Figure
    dose: float
    allowed: float | None
    dose_state: str
    state: str
    word: str
    why: str


def hlb_view(assessment: Assessment) -> HlbView | None:
    """None where there is no emulsion."""
    figures = assessment.figures
    if "hlb.required" not in figures:
        return None
    required, blend = figures["hlb.required"].span, figures["hlb.blend"].span
    tolerance = assessment.recipe.tolerance
    told = {c.rule: c for c in assessment.checks if c.rule.startswith("hlb-")}
    reasons = [c for c in (told["hlb-not-applicable"], told["hlb-unknown"]) if c.verdict != "pass"]
    unreachable = told["hlb-unreachable"]
    said = [unreachable] if unreachable.code == "no-emulsifier" else reasons or [told["hlb-gap"]]
    if unreachable.verdict == "fail" and unreachable not in said:
        said.append(unreachable)
    acceptable = None if required.best is None else (required.best - tolerance, required.best + tolerance)
    state = "warning" if told["hlb-gap"].verdict == "fail" else told["hlb-gap"].verdict
    return HlbView(required, blend, acceptable, state, " ".join(words.message(c) for c in said))


def element_views(assessment: Assessment) -> tuple[ElementView, ...]:
    """Every element present: those with a fault first, then those that cannot be told, then by symbol."""
    symbols = [id.split(".")[1] for id in assessment.figures if id.startswith("element.") and id.endswith(".content")]
    views = [_element_view(assessment, symbol) for symbol in symbols]
    order = {"fail": 0, "warning": 1, "cannot tell": 2, "pass": 3, "": 4}
    return tuple(sorted(views, key=lambda v: order[v.state]))


def _element_view(assessment: Assessment, symbol: str) -> ElementView:
    content = assessment.figures[f"element.{symbol}.content"]
    named = [c for c in assessment.checks if c.subject == symbol]
    intake = [c for c in named if c.rule == "upper-intake"]
    state, word = _state(intake, [c for c in named if c.rule != "upper-intake" and c.severity != "note"])
    allowed = min((float(c.values["allowed"]) for c in intake), default=None)
    # a limit is of what is swallowed, so it stands beside the oral equivalent
    taken = assessment.figures[f"element.{symbol}.{'absorbed' if allowed is None else 'oral-equivalent'}"]
    why = "\n".join(words.message(c) for c in named) or say("No authority of these markets sets an upper intake for {symbol}.", symbol=symbol)
    return ElementView(symbol, content, taken, taken.span.high, allowed, worst([c.verdict for c in intake]), state, word, why)


def _state(intake: list[Check], others: list[Check]) -> tuple[str, str]:
    verdicts = {c.verdict for c in intake}
    if any(c.verdict == "fail" and c.code == "prohibited" for c in others):
        return "fail", say("prohibited")
    if "fail" in verdicts or any(c.verdict == "fail" and c.severity == "error" for c in others):
        return "fail", say("over") if "fail" in verdicts else say("over (law)")
    if any(c.verdict == "fail" for c in others):
        return "warning", say("off target")
    if "cannot tell" in verdicts or any(c.verdict == "cannot tell" for c in others):
        return "cannot tell", say("cannot tell")
    return ("pass", say("within")) if intake else ("", say("no limit"))


def short(figure: Figure) -> str:
    """The best value, or the bounds where there is none: what fits beside others. The whole span is a click away."""
    span = figure.span
    if span.best is not None:
        return words.quantity(span.best, figure.unit)
    if span.high >= ENDLESS:
        return say("at least {least}", least=words.quantity(span.low, figure.unit))
    if span.low < 0:
        return say("unknown")
    return known(span, figure.unit)


def brief(why: str, longest: int = LONGEST_REASON) -> str:
    """The beginning of a long reason, cut between words: what it says of many emulsifiers would push all else out of view. The findings have it whole."""
    return why if len(why) <= longest else f"{why[:longest].rsplit(' ', 1)[0].rstrip(' ,;:(')} …"


def summary(assessment: Assessment) -> str:
    """The verdict in words, never more than was looked at; what markets say alike counts once."""
    deciding = [c for c, _ in alike(c for c in assessment.checks if c.severity != "note" and c.verdict != "pass")]
    faults = sum(c.verdict == "fail" and c.severity == "error" for c in deciding)
    warnings = sum(c.verdict == "fail" and c.severity == "warning" for c in deciding)
    unsure = sum(c.verdict == "cannot tell" for c in deciding)
    parts = []
    if faults:
        parts.append(say("1 fault") if faults == 1 else say("{n} faults", n=faults))
    if warnings:
        parts.append(say("1 warning") if warnings == 1 else say("{n} warnings", n=warnings))
    if unsure:
        parts.append(say("{n} cannot be told", n=unsure))
    return say(", ").join(parts) or say("No fault found")
