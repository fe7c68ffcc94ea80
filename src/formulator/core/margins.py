"""Systemic exposure and margin of safety of each substance that has a point of departure, as the Notes of Guidance of the SCCS work them out.

A margin speaks of intact skin, of what is swallowed or absorbed, and of substances with a threshold. Beyond that nothing is told, whatever the number.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from formulator.core.body import NonThreshold
from formulator.core.checks import Check, Verdict
from formulator.core.composition import Composition
from formulator.core.contents import UNKNOWN
from formulator.core.data import Data
from formulator.core.exposure import Pattern
from formulator.core.figure import Cited, Datum, Figure, Method
from formulator.core.forms import Product, Weighted
from formulator.core.material import Substance, Toxicity
from formulator.core.phrase import Phrase, Words
from formulator.core.ratios import Quotient
from formulator.core.span import Span, Spans
from formulator.core.substances import Unit, grouped, without_threshold

SHORT_STUDY = 90.0  # days; what is shorter than a subchronic study (OECD test guideline 408) takes the factor
SHARE = Method(
    id="substance-share",
    name="Substance in the finished product",
    formula="share = Σ shareᵢ · xᵢ / 100",
    symbols="shareᵢ: share of line i, % (an adjuster at its max); xᵢ: the substance in its material, %",
)
SED = Method(
    id="sed",
    name="Systemic exposure dosage (SED)",
    formula="SED = E · C · DA / 10⁴",
    symbols="E: product on the skin per kg of body weight after rinsing, mg/kg/day; C: concentration, %; DA: dermal absorption, %",
    limits="E is a day's amount: it is not multiplied by how often the product is used, nor divided by body weight again.",
    sources=("sccs-1647-22",),
)
SED_BY_AREA = Method(
    id="sed-by-area",
    name="Systemic exposure dosage (SED) from absorption per area",
    formula="SED = DA · area · F / (1000 · body weight)",
    symbols="DA: absorbed at each application, µg/cm²; area: cm²; F: applications per day; body weight: kg",
    limits="Holds for the concentration and the film that were tested: it does not follow the recipe's share.",
    sources=("sccs-1647-22",),
)
MOS = Method(
    id="margin-of-safety",
    name="Margin of safety (MoS)",
    formula="MoS = POD · oral / 100 / (factors · SED)",
    symbols="POD: point of departure by mouth, mg/kg/day; oral: part absorbed by mouth, %; factors: for a LOAEL, for a short study",
    limits="Not for substances without a threshold, not on damaged skin.",
    sources=("sccs-1647-22",),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """One substance over all lines that bring it: which (line, share in its material %), what is known of it, its SED and margin (`endless` says why none)."""

    id: str
    name: str
    rows: tuple[tuple[int, Datum], ...]
    substances: tuple[Substance, ...]
    toxicity: Toxicity
    share: Figure
    sed: Figure
    mos: Figure
    endless: NonThreshold | None
    aggregate_sed: Figure | None = None
    aggregate: Figure | None = None

    @property
    def figures(self) -> Iterator[Figure]:
        """SED and margin, and the margin over all product types where it counts; no margin of what has no threshold."""
        yield self.sed
        if self.endless is None:
            yield self.mos
            yield from (f for f in (self.aggregate_sed, self.aggregate) if f is not None)


def margins(made: Composition, data: Data, use: Pattern) -> tuple[tuple[Assessed, ...], tuple[int, ...]]:
    """Every substance with a point of departure, and the lines that bring one without."""
    groups, without = made.once("units", lambda: grouped(made, data))
    return tuple(_assessed(made, data, use, rows) for rows in groups), without


def margin_checks(made: Composition, data: Data, use: Pattern, found: Sequence[Assessed], without: Sequence[int]) -> Iterator[Check]:
    """`margin-of-safety` for each substance, `margin-aggregate` for a preservative in all products (a note), and one note for all without a NOAEL."""
    least = data.body.defaults["margin"].span.high
    for each in found:
        endless = each.endless
        verdict, code = _verdict(each.mos, least), "margin-of-safety"
        if endless is not None:
            verdict, code = "cannot tell", "no-threshold"
        elif use.skin == "damaged" and verdict != "fail":
            verdict, code = "cannot tell", "margin-damaged-skin"
        elif verdict == "pass" and each.sed.method is SED_BY_AREA and not _tested(each):
            verdict, code = "cannot tell", "margin-not-as-tested"
        point = each.toxicity.point
        assert point is not None
        span = each.mos.span
        values = {
            "name": each.name,
            "low": span.low,
            "mos": span.best,
            "high": span.high,
            "sed": [each.sed.span.low, each.sed.span.best, each.sed.span.high],
            "least": least,
            "defaults": _defaults(each, use),
            "population": use.population.name,
            "pattern": use.product.name,
            "element": endless.element if endless else "",
            "says": endless.says if endless else "",
            "unsettled": code == "margin-of-safety" and verdict == "cannot tell" and _of(span, least) != "cannot tell",
        }
        places = tuple(dict.fromkeys(made.places[i] for i, _ in each.rows))
        if each.aggregate is not None and each.aggregate_sed is not None and endless is None:
            yield _together(each, each.aggregate_sed, each.aggregate, data, least, places, use)
        yield Check(
            rule="margin-of-safety",
            severity="error",
            verdict=verdict,
            code=code,
            subject=each.id,
            lines=places,
            values=values,
            figure=each.sed.id if endless else each.mos.id,
            source=point.source,
            locator=str(point.at),
        )
    if without:
        names = list(dict.fromkeys(made.label(i) for i in without))
        places = tuple(made.places[i] for i in without)
        yield Check(rule="margin-of-safety", severity="note", verdict="cannot tell", code="margin-unknown", lines=places, values={"materials": names})


def _together(each: Assessed, sed: Figure, mos: Figure, data: Data, least: float, places: tuple[tuple[int, int], ...], use: Pattern) -> Check:
    """A preservative is met in many products: its margin if all of them carried this share. A note, since one recipe cannot answer for the others."""
    count = len(data.body.aggregate.products) if data.body.aggregate else 0
    verdict = _verdict(mos, least)
    values = {
        "name": each.name,
        "low": mos.span.low,
        "mos": mos.span.best,
        "high": mos.span.high,
        "sed": [sed.span.low, sed.span.best, sed.span.high],
        "least": least,
        "defaults": _defaults(each, use),
        "products": count,
        "population": use.population.name,
    }
    verdict = "cannot tell" if use.skin == "damaged" and verdict == "pass" else verdict
    code = "margin-aggregate"
    return Check(rule=code, severity="note", verdict=verdict, code=code, subject=each.id, lines=places, values=values, figure=mos.id)


def _assessed(made: Composition, data: Data, use: Pattern, rows: Sequence[Unit]) -> Assessed:
    # of several figures for one substance the careful ones, whatever the order of the lines: the lowest point of departure, the most that passes
    careful = min(rows, key=lambda row: _strength(row.toxicity, data))
    widest = max((row.toxicity for row in rows), key=lambda toxicity: _through(toxicity, data, use).span.high)
    toxicity, id, name = careful.toxicity, careful.id, careful.name
    if any(row.toxicity != toxicity for row in rows):
        toxicity = replace(toxicity, dermal_absorption=widest.dermal_absorption, absorbed_per_area=None, tested_at=None)
    point = toxicity.point
    assert point is not None
    lines, shares = [row.i for row in rows], [row.share for row in rows]
    weights = Spans(made.shares.low[lines], made.shares.best[lines], made.shares.high[lines])
    form = Weighted(weights=weights, values=Spans.of(s.span for s in shares), cite=lambda k: shares[k], label=lambda k: made.label(lines[k]), per=100)
    share = Figure(id=f"substance.{id}.share", unit="%", method=SHARE, form=form, label=Phrase("{name} in the product", name=name))
    through = _through(toxicity, data, use)
    sed = _sed(id, name, share, through, toxicity, use)
    oral = toxicity.oral_bioavailability or data.body.defaults["oral_bioavailability"]
    factors = _factors(toxicity, data)
    mos = _mos(f"substance.{id}.mos", Phrase("margin of safety of {name}", name=name), point, oral, factors, sed)
    everywhere = aggregate = None
    whole = data.body.aggregate
    if whole and use.published and use.product.id in whole.products and any("preservative" in made.uses(i) for i in lines) and not toxicity.absorbed_per_area:
        together = Product(factors=(("all products", whole.dose), ("concentration", share), ("dermal absorption", through)), per=1e4)
        everywhere = Figure(
            id=f"substance.{id}.aggregate-sed", unit="mg/kg/day", method=SED, form=together, label=Phrase("SED of {name} from all products", name=name)
        )
        aggregate = _mos(
            f"substance.{id}.aggregate-mos", Phrase("margin of safety of {name} used in all products", name=name), point, oral, factors, everywhere
        )
    return Assessed(
        id=id,
        name=name,
        rows=tuple((row.i, row.share) for row in rows),
        substances=tuple(s for row in rows for s in row.substances),
        toxicity=toxicity,
        share=share,
        sed=sed,
        mos=mos,
        endless=without_threshold([s for row in rows for s in row.substances], data),
        aggregate_sed=everywhere,
        aggregate=aggregate,
    )


def _strength(toxicity: Toxicity, data: Data) -> float:
    """What may be taken up without harm, mg/kg/day, at its careful end: the point of departure, absorbed by mouth, over its factors."""
    point = toxicity.point
    assert point is not None
    oral = (toxicity.oral_bioavailability or data.body.defaults["oral_bioavailability"]).span.low
    return point.span.low * oral / math.prod(factor.span.high for _, factor in _factors(toxicity, data))


def _through(toxicity: Toxicity, data: Data, use: Pattern) -> Datum:
    """Dermal absorption, %: stated, or the default bound; through damaged skin, or swallowed, anything from there up to all of it."""
    stated = toxicity.dermal_absorption
    if use.swallowed:  # what passes the skin says nothing of what goes down
        at = "a product for the lips or the mouth is swallowed: bounded 0–100 %"
        return Datum(span=Span.between(0, 100), unit="%", source=UNKNOWN, at=at, kind="default", confidence="low", range=(0, 100))
    if use.skin == "damaged":
        low = stated.span.low if stated else 0.0
        at = "damaged skin: absorption measured on intact skin is only its least, bounded up to 100 %"
        return Datum(span=Span.between(low, 100), unit="%", source=UNKNOWN, at=at, kind="default", confidence="low", range=(0, 100))
    return stated or data.body.defaults["dermal_absorption"]


def _sed(id: str, name: str, share: Figure, through: Datum, toxicity: Toxicity, use: Pattern) -> Figure:
    label = Phrase("SED of {name}", name=name)
    by_area = toxicity.absorbed_per_area is not None and use.skin == "intact" and not use.swallowed
    if by_area and toxicity.absorbed_per_area is not None and use.area is not None and use.applications is not None:
        above: tuple[tuple[Words, Cited], ...] = (("absorbed", toxicity.absorbed_per_area), ("area", use.area), ("applications", use.applications))
        quotient = Quotient(above=above, below=(("body weight", use.body_weight),), times=1e-3)
        return Figure(id=f"substance.{id}.sed", unit="mg/kg/day", method=SED_BY_AREA, form=quotient, label=label)
    form = Product(factors=(("product per kg", use.dose), ("concentration", share), ("dermal absorption", through)), per=1e4)
    return Figure(id=f"substance.{id}.sed", unit="mg/kg/day", method=SED, form=form, label=label)


def _factors(toxicity: Toxicity, data: Data) -> tuple[tuple[Words, Cited], ...]:
    found: list[tuple[Words, Cited]] = []
    if toxicity.noael is None and toxicity.bmdl is None:
        found.append(("from a LOAEL", data.body.defaults["loael_factor"]))
    if toxicity.study_days is not None and toxicity.study_days < SHORT_STUDY:
        found.append((Phrase("study of {days} days", days=f"{toxicity.study_days:g}"), data.body.defaults["short_study_factor"]))
    return tuple(found)


def _mos(id: str, label: Words, point: Datum, oral: Datum, factors: tuple[tuple[Words, Cited], ...], sed: Figure) -> Figure:
    form = Quotient(above=(("point of departure", point), ("oral bioavailability", oral)), below=(*factors, (sed.label, sed)), times=0.01)
    return Figure(id=id, unit="", method=MOS, form=form, label=label)


def _verdict(mos: Figure, least: float) -> Verdict:
    return _of(mos.firm, least)


def _of(firm: Span | None, least: float) -> Verdict:
    if firm is None:
        return "cannot tell"
    slack = 1e-9 * least
    return "pass" if firm.low >= least - slack else "fail" if firm.high < least - slack else "cannot tell"


def _tested(each: Assessed) -> bool:
    """Whether the recipe carries no more of it than was on the skin when its absorption per area was measured."""
    tested = each.toxicity.tested_at
    return tested is not None and each.share.span.high <= tested.span.low * (1 + 1e-9)


def _defaults(each: Assessed, use: Pattern) -> list[str]:
    passing = each.toxicity.dermal_absorption or each.toxicity.absorbed_per_area
    said = {"oral bioavailability": each.toxicity.oral_bioavailability, "dermal absorption": passing}
    assumed = [name for name, datum in said.items() if datum is None]
    return [name for name in assumed if name != "dermal absorption"] + ["the part that is swallowed"] if use.swallowed else assumed
