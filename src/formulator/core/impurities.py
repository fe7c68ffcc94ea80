"""Heavy metals as impurities: rolled up from each material's specification, against the limits of each market and, for orientation, those for medicines.

A material without a specification is not clean: it may bring anything up to its share, and is named.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from formulator.core.checks import Check, Verdict, within
from formulator.core.composition import Composition
from formulator.core.contents import UNKNOWN, WHOLE
from formulator.core.data import Data, ImpurityLimit
from formulator.core.exposure import Pattern
from formulator.core.figure import Datum, Figure, Method
from formulator.core.forms import Weighted
from formulator.core.phrase import Phrase
from formulator.core.rules import scope_holds
from formulator.core.span import Span, Spans

CONTENT = Method(
    id="impurity-content",
    name="Impurity in the finished product",
    formula="content = Σ shareᵢ · xᵢ / 100",
    symbols="shareᵢ: share of line i, %; xᵢ: what the specification of its material allows, mg/kg",
    limits="A material without a specification of this element can bring anything up to its whole mass.",
)
NO_CERTIFICATE = Datum(
    span=Span.between(0, WHOLE),
    unit="mg/kg",
    source=UNKNOWN,
    at="no specification of this element: bounded by its share",
    kind="default",
    confidence="low",
    range=(0, WHOLE),
)


def impurity_figures(made: Composition) -> Mapping[str, Figure]:
    """Element → `impurity.<X>.content`, mg/kg, for every element that some specification names."""
    named = dict.fromkeys(x for i in made.present() for x in made.materials[i].impurities)
    return {x: _content(made, x) for x in sorted(named)}


def impurity_checks(made: Composition, data: Data, use: Pattern, figures: Mapping[str, Figure], on: date) -> Iterator[Check]:
    """`impurity-<market>` for each element with a limit: by what the specifications allow. What no certificate speaks of is one note a market."""
    for market in made.recipe.markets:
        limits = _limits(data, market, use, on)
        missing: dict[str, list[str]] = {}
        for symbol, limit in limits.items():
            absent = without_certificate(made, symbol)
            if absent:
                missing[symbol] = absent
            if symbol in figures:
                yield from _judged(made, market, limit, figures[symbol], absent)
        if missing:
            names = list(dict.fromkeys(name for absent in missing.values() for name in absent))
            values = {"elements": list(missing), "materials": names, "all": all(absent == names for absent in missing.values())}
            yield Check(rule=f"impurity-{market.lower()}", severity="note", verdict="cannot tell", code="certificate-missing", market=market, values=values)


def orientation_checks(made: Composition, data: Data, use: Pattern, figures: Mapping[str, Figure]) -> Iterator[Check]:
    """`impurity-medicines`: beside the permitted daily exposures of ICH Q3D(R2). A note: a cream is no medicine, and no ingredient is judged by them."""
    for symbol, figure in figures.items():
        medicine = data.body.medicines.get(symbol)
        if medicine is None:
            continue
        content, missing = specified(made, symbol), without_certificate(made, symbol)
        applied = use.kept.span.high * content / 1000
        above = applied > medicine.pde.span.low or (medicine.ctcl is not None and content > medicine.ctcl.span.low)
        verdict: Verdict = "fail" if above else "cannot tell" if missing else "pass"
        values = {
            "applied": applied,
            "pde": medicine.pde.span.low,
            "content": content,
            "ctcl": medicine.ctcl and medicine.ctcl.span.low,
            "missing": missing,
            "population": use.population.name,
            "pattern": use.product.name,
        }
        source = medicine.pde.source
        yield Check(
            rule="impurity-medicines",
            severity="note",
            verdict=verdict,
            code="impurity-medicines",
            subject=symbol,
            lines=tuple(made.places[i] for i in made.present() if symbol in made.materials[i].impurities),
            values=values,
            figure=figure.id,
            source=source,
            locator=str(medicine.pde.at),
        )


def specified(made: Composition, symbol: str) -> float:
    """What the specifications there are allow of an element in the product at most, mg/kg."""
    known = ((i, made.materials[i].impurities.get(symbol)) for i in made.present())
    return math.fsum(float(made.shares.high[i]) * datum.span.high / 100 for i, datum in known if datum is not None)


def without_certificate(made: Composition, symbol: str) -> list[str]:
    """The materials whose specification does not speak of an element."""
    return list(dict.fromkeys(made.label(i) for i in made.present() if symbol not in made.materials[i].impurities))


def _content(made: Composition, symbol: str) -> Figure:
    cited = [m.impurities.get(symbol, NO_CERTIFICATE) for m in made.materials]
    form = Weighted(weights=made.shares, values=Spans.of(d.span for d in cited), cite=lambda i: cited[i], label=made.stated, per=100)
    return Figure(id=f"impurity.{symbol}.content", unit="mg/kg", method=CONTENT, form=form, label=Phrase("{symbol} as an impurity", symbol=symbol))


def _judged(made: Composition, market: str, limit: ImpurityLimit, figure: Figure, absent: Sequence[str]) -> Iterator[Check]:
    """The specified worst case against the limit. Above it the specifications do not keep the recipe clean, whatever the certificates missing say."""
    rows = [i for i in made.present() if limit.element in made.materials[i].impurities]
    content = specified(made, limit.element)
    maximum = limit.value.span.low
    above = within(Span.exact(content), maximum) == "fail"
    settled = all(datum.firm == datum.span for datum in (limit.value, *(made.materials[i].impurities[limit.element] for i in rows)))
    if not above and absent:
        return  # said once for all elements
    verdict: Verdict = "cannot tell" if not settled else "fail" if above else "pass"
    values = {"specified": content, "limit": maximum, "quantity": limit.quantity, "recalled": not settled, "missing": list(absent)}
    yield Check(
        rule=f"impurity-{market.lower()}",
        severity="warning",
        verdict=verdict,
        code="impurity",
        subject=limit.element,
        market=market,
        lines=tuple(made.places[i] for i in rows),
        values=values,
        figure=figure.id,
        source=limit.value.source,
        locator=str(limit.value.at),
    )


def _limits(data: Data, market: str, use: Pattern, on: date) -> Mapping[str, ImpurityLimit]:
    """Element → the first limit of the market that fits the product on the day."""
    day = on.isoformat()
    found: dict[str, ImpurityLimit] = {}
    for limit in data.impurities:
        current = (not limit.since or limit.since <= day) and (not limit.until or day <= limit.until)
        if limit.market == market and current and scope_holds(limit, use.scopes):
            found.setdefault(limit.element, limit)
    return found
