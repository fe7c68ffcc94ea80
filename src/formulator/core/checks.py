"""What the program itself judges: the total, the HLB balance, targets, upper intakes. Margins, impurities and the law have their own modules.

A verdict passes when the worst case passes, fails when the best case fails, and otherwise cannot be told. Checks carry codes and values, no sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from formulator.core.composition import Composition
from formulator.core.data import Data
from formulator.core.dose import ElementDose
from formulator.core.elements import unanalysed
from formulator.core.exposure import Pattern
from formulator.core.figure import Cited, Figure, Source
from formulator.core.forms import Weighted
from formulator.core.hlb import Balance
from formulator.core.intakes import Compared, governing, judged_by, limit_share
from formulator.core.material import empty
from formulator.core.phrase import Phrase, Words
from formulator.core.span import Span

Severity = Literal["error", "warning", "note"]
Verdict = Literal["pass", "fail", "cannot tell"]
WHY_NOT = "declared to lie outside Griffin's domain"
INSTEAD = "the supplier's use level, and a stability test"
TOTAL_TOLERANCE = 0.005  # %
ROUNDING = 1e-9  # two floats this close (relative to the limit) are the same number


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cap:
    """What a limit adds up and how high it may come: row k of the sum belongs to line `lines[k]`. It tells how much a line may carry."""

    maximum: tuple[Words, Cited]
    sum: Weighted
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One rule applied. `lines` are (phase, place); `figure` the id of the figure it judged; `source` and `locator` where the rule stands."""

    rule: str
    severity: Severity
    verdict: Verdict
    code: str
    subject: str = ""
    market: str = ""
    lines: tuple[tuple[int, int], ...] = ()
    values: Mapping[str, Any] = field(default_factory=empty)
    figure: str = ""
    source: Source | None = None
    locator: str = ""
    caps: tuple[Cap, ...] = field(default=(), compare=False, repr=False)


def within(span: Span | None, maximum: float) -> Verdict:
    """Whether a value is at most `maximum`: pass by its highest, fail by its lowest; of a value without a firm span nothing can be told."""
    slack = ROUNDING * max(1.0, abs(maximum))
    if span is None:
        return "cannot tell"
    if span.high <= maximum + slack:
        return "pass"
    return "fail" if span.low > maximum + slack else "cannot tell"


def worst(verdicts: Sequence[Verdict]) -> Verdict:
    """fail before cannot tell before pass."""
    return "fail" if "fail" in verdicts else "cannot tell" if "cannot tell" in verdicts else "pass"


def total_check(made: Composition) -> Check:
    """`total-not-100`: the lines make 100 ± 0.005 %, and no q.s. is below zero."""
    total = float(sum(made.nominal))
    fillers = [i for i, line in enumerate(made.lines) if line.amount.kind == "q.s." and made.nominal[i] < 0]
    if fillers:
        i = fillers[0]
        values = {"share": float(made.nominal[i]), "others": total - float(made.nominal[i])}
        return Check(rule="total-not-100", severity="error", verdict="fail", code="qs-below-zero", lines=(made.places[i],), values=values, figure="share.total")
    passes = abs(total - 100) <= TOTAL_TOLERANCE + 1e-12
    values = {"total": total, "missing": 100 - total}
    return Check(rule="total-not-100", severity="error", verdict="pass" if passes else "fail", code="total", values=values, figure="share.total")


def unknown_material_checks(made: Composition) -> Iterator[Check]:
    """One for each line whose material is not on file (the window opens such a recipe, `check` refuses it)."""
    for i, material in enumerate(made.materials):
        if material.origin == "unknown":
            yield Check(rule="material-unknown", severity="error", verdict="cannot tell", code="material-unknown", subject=material.id, lines=(made.places[i],))


def inhalation_check(use: Pattern) -> Iterator[Check]:
    """`inhalation-not-judged`: what is breathed in from a spray or a powder is not in any dose here, so none of them can clear it."""
    if use.inhaled:
        values = {"product": use.product.name}
        yield Check(rule="inhalation-not-judged", severity="warning", verdict="cannot tell", code="inhalation-not-judged", values=values)


def market_check(made: Composition) -> Iterator[Check]:
    """`market-missing`: without a market no law is consulted, and none can clear the recipe."""
    if not made.recipe.markets:
        yield Check(rule="market-missing", severity="error", verdict="cannot tell", code="market-missing")


def hlb_checks(made: Composition, hlb: Balance) -> Iterator[Check]:
    """The HLB rules; none for emulsion "none"."""
    if made.recipe.emulsion == "none":
        return
    required, blend = (hlb.figures[id].span.best for id in ("hlb.required", "hlb.blend"))
    tolerance = made.recipe.tolerance
    values: dict[str, Any] = {"required": required, "blend": blend, "tolerance": tolerance}
    lines = tuple(made.places[i] for i in hlb.emulsifiers)
    values["without"] = [made.label(i) for i in hlb.without]
    if required is None or blend is None:
        verdict: Verdict = "cannot tell"
    else:
        verdict = "pass" if abs(blend - required) <= tolerance + ROUNDING else "fail"
    yield Check(rule="hlb-gap", severity="warning", verdict=verdict, code="hlb-gap", lines=lines, values=values, figure="hlb.gap")

    names = [made.label(i) for i in hlb.unknown]
    verdict = "cannot tell" if names else "pass"
    places = tuple(made.places[i] for i in hlb.unknown)
    values = {"materials": names, "emulsion": made.recipe.emulsion, "lipids": len(hlb.lipids)}
    yield Check(rule="hlb-unknown", severity="note", verdict=verdict, code="hlb-unknown", lines=places, values=values, figure="hlb.required")

    reasons = [{"material": m.name, "why": m.hlb_why_not or WHY_NOT, "instead": m.hlb_instead or INSTEAD} for m in (made.materials[i] for i in hlb.outside)]
    verdict = "cannot tell" if reasons else "pass"
    places = tuple(made.places[i] for i in hlb.outside)
    yield Check(
        rule="hlb-not-applicable", severity="note", verdict=verdict, code="hlb-not-applicable", lines=places, values={"materials": reasons}, figure="hlb.blend"
    )
    yield _reach_check(hlb, required, tolerance, lines)


def _reach_check(hlb: Balance, required: float | None, tolerance: float, lines: tuple[tuple[int, int], ...]) -> Check:
    code = "hlb-unreachable" if hlb.emulsifiers else "no-emulsifier"
    values: dict[str, Any] = {"required": required}
    if not hlb.emulsifiers:
        verdict: Verdict = "fail"
    elif hlb.reachable is None or required is None:
        verdict = "cannot tell"
    else:
        low, high = hlb.reachable
        values |= {"low": low, "high": high}
        # one HLB alone cannot be blended: it serves within the tolerance
        slack = tolerance if low == high else 0.0
        verdict = "pass" if low - slack - ROUNDING <= required <= high + slack + ROUNDING else "fail"
    return Check(rule="hlb-unreachable", severity="warning", verdict=verdict, code=code, lines=lines, values=values, figure="hlb.required")


def target_checks(made: Composition, contents: Mapping[str, Figure]) -> Iterator[Check]:
    """`target` for each element the recipe sets one for, mg/kg."""
    for symbol, target in made.recipe.targets.items():
        span = contents[symbol].span
        parts: list[Verdict] = []
        if target.maximum:
            parts.append(within(span, target.maximum.value))
        if target.minimum:
            floor = target.minimum.value
            slack = ROUNDING * max(1.0, floor)
            parts.append("pass" if span.low >= floor - slack else "fail" if span.high < floor - slack else "cannot tell")
        values = {
            "content": span.best,
            "low": span.low,
            "high": span.high,
            "min": target.minimum and target.minimum.value,
            "max": target.maximum and target.maximum.value,
        }
        figure = f"element.{symbol}.content"
        yield Check(
            rule="target", severity="warning", verdict=worst(parts), code="target", subject=symbol, lines=carriers(made, symbol), values=values, figure=figure
        )


def intake_checks(made: Composition, data: Data, use: Pattern, doses: Mapping[str, ElementDose], rows: Mapping[str, Sequence[Compared]]) -> Iterator[Check]:
    """`upper-intake` for each element and each limit of the authorities that the markets go by. An element without a limit has no check."""
    share = use.allocation.span.high
    for symbol, dose in doses.items():
        leading = limit_share(made.recipe, data, rows[symbol])
        for market, authority in governing(made.recipe, data):
            own = [row for row in rows[symbol] if row.limit.authority == authority.id]
            for row in judged_by(rows[symbol], authority) if market else own:
                absorbed, equal = dose.figures["absorbed"].span, dose.figures["oral-equivalent"].span
                whole = row.whole.span
                values = {
                    "low": absorbed.low,
                    "absorbed": absorbed.best,
                    "high": absorbed.high,
                    "oral": [equal.low, equal.best, equal.high],
                    "applied": dose.figures["applied"].span.high,
                    "share": [row.internal.span.low, row.internal.span.best, row.internal.span.high],
                    "allowed": row.allowed.span.low,  # of a limit that varies within the group, the stricter end
                    "allowed_figure": row.id,
                    "limit": whole.best if whole.best is not None else whole.low,
                    "limit_unit": "mg/day",
                    "allocation": share,
                    "quantity": row.limit.quantity,
                    "scope": row.limit.scope,
                    "authority": data.body.authorities[row.limit.authority].name,
                    "limit_span": [whole.low, whole.best, whole.high],
                    "unsettled": _unsettled(row.internal, use),
                    "over_default": _over_default(row.internal, use),
                    "population": use.population.name,
                    "pattern": use.product.name,
                    "grade": dose.grade,
                    "skin": use.skin,
                    "swallowed": use.swallowed,
                    "recalled": row.limit.value.firm != row.limit.value.span,
                    "oral_unknown": dose.oral.source.id == "unknown",
                    "unanalysed": [made.materials[i].name for i in unanalysed(made)],
                }
                yield Check(
                    rule="upper-intake",
                    severity="error",
                    verdict=_intake_verdict(row.internal, use),
                    code="upper-intake",
                    subject=symbol,
                    market=market,
                    lines=carriers(made, symbol),
                    values=values,
                    figure=leading.id if leading is not None and leading.form is row.internal.form else row.internal.id,
                    source=row.limit.value.source,
                    locator=str(row.limit.value.at),
                    caps=(Cap(maximum=(Phrase("{symbol} that may pass", symbol=symbol), row.capacity), sum=dose.counted, lines=tuple(range(len(made.lines)))),),
                )


def unlimited_check(made: Composition, doses: Mapping[str, ElementDose], rows: Mapping[str, Sequence[Compared]], use: Pattern) -> Iterator[Check]:
    """One note for all elements that nobody limits for this person: their dose was compared with nothing."""
    symbols = [x for x in doses if not rows[x] and carriers(made, x)]
    if symbols:
        values = {"elements": symbols, "population": use.population.name}
        yield Check(rule="upper-intake", severity="note", verdict="cannot tell", code="no-intake-limit", values=values)


def _over_default(share: Figure, use: Pattern) -> bool:
    """Whether even the least is above a share of the limit that nobody set."""
    return use.allocation.kind == "default" and within(share.firm, use.allocation.span.high) == "fail"


def _unsettled(share: Figure, use: Pattern) -> bool:
    """Whether the numbers as they stand would settle it, and only what is recalled or of low confidence in them keeps them from it."""
    as_told, firm = (within(span, use.allocation.span.high) for span in (share.span, share.firm))
    return as_told != "cannot tell" and firm == "cannot tell"


def _intake_verdict(share: Figure, use: Pattern) -> Verdict:
    """Within the product's share of the limit or above it; a share that nobody set can clear a product, but only the whole limit can fail it."""
    verdict = within(share.firm, use.allocation.span.high)
    if verdict == "fail" and use.allocation.kind == "default" and within(share.firm, 100.0) != "fail":
        return "cannot tell"
    return verdict


def carriers(made: Composition, symbol: str) -> tuple[tuple[int, int], ...]:
    """The lines whose material is known to hold an element."""

    def found() -> Iterator[tuple[int, int]]:
        for i, substance in made.substances():
            declared = substance.elements is not None and symbol in substance.elements
            if declared or (substance.formula is not None and symbol in substance.formula.elements):
                yield made.places[i]

    return made.once(("carriers", symbol), lambda: tuple(dict.fromkeys(found())))
