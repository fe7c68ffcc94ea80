"""What the law says of a recipe on a date: each entry that names something in it, each permission list, and what the editions cover.

Prohibitions, limits and permissions are data (see `rules`); here stand only the kinds of comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from formulator.core.checks import Check, Verdict, within, worst
from formulator.core.chemistry import Formula, molar_mass
from formulator.core.composition import Composition
from formulator.core.contents import substance_content
from formulator.core.cover import covering
from formulator.core.data import Data
from formulator.core.figure import Cited, Datum, Figure, Method
from formulator.core.forms import Product, Weighted
from formulator.core.material import Substance
from formulator.core.rules import Entry, Limit, Membership, Reading, RuleList, names_substance, scope_holds
from formulator.core.span import Span, Spans

EDITION_MONTHS = 18

REGULATED = Method(
    id="regulated-share",
    name="Share that a rule limits",
    formula="share = Σ shareᵢ · xᵢ / per",
    symbols="shareᵢ: share of line i, % (an adjuster at its max); xᵢ: what the rule counts in its material: % of it, or mg/kg of the element",
    limits="Summed over every substance the entry covers, expressed as the entry says.",
)
OF_BLEND = Method(
    id="element-of-a-part",
    name="Element that one part of a blend brings",
    formula="x = share · w / 100",
    symbols="share: share of the substance in the material, %; w: its content of the element, mg/kg",
)
AS_ACID = Method(
    id="expressed-as-acid",
    name="Salt expressed as its acid",
    formula="x = share · n·M(acid) / M(salt)",
    symbols="share: share of the salt in the material, %; M: molar masses; n: acid units in the salt",
    sources=("iupac-2021",),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A substance of line `i` that an entry covers, and how surely."""

    i: int
    substance: Substance
    membership: Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketLaw:
    """What was found for one market: its checks, the figures they judged, the editions consulted, and whether they are the whole law."""

    market: str
    checks: tuple[Check, ...]
    figures: tuple[Figure, ...]
    editions: Mapping[str, str]
    complete: bool
    rules: int


def market_law(made: Composition, data: Data, market: str, scopes: frozenset[str], on: date) -> MarketLaw:
    """Every list of one market applied to the recipe."""
    lists = [rules for rules in data.lists.values() if market in rules.markets]
    checks: list[Check] = []
    figures: list[Figure] = []
    everything = _hits(made, data, scopes)
    for rules in lists:
        hits = {id: covered for id, covered in everything.items() if data.entries[id].list == rules.id and _in_force(data.readings.get(id), on)}
        found: list[Check] = []
        for id, covered in hits.items():
            check, figure = _entry_check(made, data, data.entries[id], covered, scopes)
            found.append(check)
            figures += [figure] if figure else []
        refused = list(_refusals(made, rules, hits)) if rules.kind == "permission" else []
        checks += [*found, *refused, *([] if refused else [_coverage(rules, found)]), _edition(rules, on)]
    nameless = [i for i in made.present() if _nameless(made, i)]
    if nameless:
        values = {"materials": [made.label(i) for i in nameless]}
        places = tuple(made.places[i] for i in nameless)
        checks.append(Check(rule="identity-unknown", severity="error", verdict="cannot tell", code="identity-unknown", lines=places, values=values))
    # another market's lists can apply here too (the Union's in Germany), but they are never the whole of its law
    complete = all(rules.complete for rules in lists) and any(rules.markets[0] == market for rules in lists)
    total = sum(rules.size for rules in lists)
    if not complete:
        checks.append(Check(rule=f"{market.lower()}-coverage", severity="error", verdict="cannot tell", code="coverage-partial", values={"rules": total}))
    stamped = tuple(_stamped(check, market) for check in checks)
    return MarketLaw(market=market, checks=stamped, figures=tuple(figures), editions={r.annex: r.edition for r in lists}, complete=complete, rules=total)


def preservative_check(made: Composition, data: Data) -> Iterator[Check]:
    """`preservative-missing`, for a recipe with water in it: a preservative of a permission list, or a stated reason for having none."""
    if not any(s.is_water for _, s in made.substances()):
        return
    permitted = [e for e in data.entries.values() if data.lists[e.list].function == "preservative"]
    rows = [i for i, s in made.substances() if "preservative" in made.uses(i) and any(names_substance(e, s) for e in permitted)]
    reason = made.recipe.preservation
    values = {"materials": [made.label(i) for i in rows], "reason": reason}
    lines = tuple(made.places[i] for i in rows)
    verdict: Verdict = "pass" if rows or reason else "fail"
    yield Check(rule="preservative-missing", severity="warning", verdict=verdict, code="preservative-missing", lines=lines, values=values)


def _hits(made: Composition, data: Data, scopes: frozenset[str]) -> dict[str, list[Hit]]:
    """Entry id → what it covers, in the order of the law. A permission list judges only what is used for its function."""
    found: dict[str, list[Hit]] = {}
    for i, substance in made.substances():
        for id, membership in covering(substance, data, scopes).items():
            function = data.lists[data.entries[id].list].function
            if not function or function in made.uses(i):
                found.setdefault(id, []).append(Hit(i, substance, membership))
    return {id: found[id] for id in sorted(found, key=data.order.__getitem__)}


def _in_force(reading: Reading | None, on: date) -> bool:
    """Whether an entry counts on a date: a permission that has not begun, or has ended, permits nothing."""
    return reading is None or not ((reading.since and on.isoformat() < reading.since) or (reading.until and on.isoformat() >= reading.until))


def _entry_check(made: Composition, data: Data, entry: Entry, hits: list[Hit], scopes: frozenset[str]) -> tuple[Check, Figure | None]:
    reading = data.readings.get(entry.id)
    values: dict[str, Any] = {"substances": list(dict.fromkeys(h.substance.inci or h.substance.id for h in hits)), "title": entry.title}
    if reading is None or reading.hash != entry.hash:
        values["stale"] = reading is not None
        return _found(made, data, entry, hits, "cannot tell", "expert-review", values), None
    if reading.means == "duty":
        return _found(made, data, entry, hits, "pass", "duty", values | {"duty": reading.duty}), None
    if reading.means == "review" or all(h.membership == "near" for h in hits):
        return _found(made, data, entry, hits, "cannot tell", "expert-review", values | {"why": reading.review, "stale": False}), None
    hits = [h for h in hits if h.membership != "near"]
    sure = reading.confidence != "low" and any(h.membership != "unsure" for h in hits)
    if reading.means == "prohibited":
        return _found(made, data, entry, hits, "fail" if sure else "cannot tell", "prohibited", values), None
    limit = next((x for x in reading.limits if scope_holds(x, scopes)), None)
    if limit is None:
        unstated = _unstated(made, hits)
        refused = data.lists[entry.list].kind == "permission" and sure and not unstated
        values |= {"product": made.recipe.product, "unstated": unstated}
        return _found(made, data, entry, hits, "fail" if refused else "cannot tell", "outside-scope", values), None
    return _limited(made, data, entry, hits, reading, limit, values)


def _limited(
    made: Composition, data: Data, entry: Entry, hits: list[Hit], reading: Reading, limit: Limit, values: dict[str, Any]
) -> tuple[Check, Figure | None]:
    verdicts: list[Verdict] = []
    figure = None
    if limit.maximum is not None:
        figure = _regulated(made, data, entry, hits, limit)
        span = figure.span
        verdicts.append(within(figure.firm, limit.maximum) if reading.confidence != "low" else "cannot tell")
        values |= {
            "duty": reading.duty,
            "share": span.best,
            "low": span.low,
            "high": span.high,
            "limit": limit.maximum,
            "as": limit.element or (limit.acid and "acid") or "",
        }
    if limit.ph_low is not None or limit.ph_high is not None:
        ph = made.recipe.ph and made.recipe.ph[1]
        low, high = limit.ph_low or 0.0, 14.0 if limit.ph_high is None else limit.ph_high
        values |= {"ph_low": limit.ph_low, "ph_high": limit.ph_high, "ph": made.recipe.ph and made.recipe.ph[0]}
        if ph is None:
            verdicts.append("cannot tell")
        else:
            verdicts.append("pass" if low <= ph.low and ph.high <= high else "fail" if ph.high < low or ph.low > high else "cannot tell")
    verdict = worst(verdicts)
    unstated = _unstated(made, hits)
    if verdict == "fail" and data.lists[entry.list].kind == "permission" and unstated:
        # the limit is for one function of several: which one it has here is not said, so it is not guessed
        verdict, values = "cannot tell", values | {"unstated": unstated}
    code = "limit" if limit.maximum is not None else "condition" if verdicts else "duty"
    values.setdefault("duty", reading.duty)
    return _found(made, data, entry, hits, verdict, code, values, figure.id if figure else ""), figure


def _unstated(made: Composition, hits: list[Hit]) -> list[str]:
    """The materials of which it is not said which of several functions they have here."""
    return [made.label(h.i) for h in hits if not made.lines[h.i].use_as and len(made.uses(h.i)) > 1]


def _regulated(made: Composition, data: Data, entry: Entry, hits: list[Hit], limit: Limit) -> Figure:
    """What the entry counts, summed over its substances, % of the product."""
    cited = [_counted(h, data, limit) for h in hits]
    rows = [h.i for h in hits]
    # of a substance that may not be covered, there may be nothing to count
    sure = np.array([h.membership != "unsure" for h in hits])
    weights = Spans(np.where(sure, made.shares.low[rows], 0.0), np.where(sure, made.shares.best[rows], np.nan), made.shares.high[rows])
    form = Weighted(
        weights=weights,
        values=Spans.of(c.span for c in cited),
        cite=lambda k: cited[k],
        label=lambda k: hits[k].substance.inci or hits[k].substance.id,
        per=1e6 if limit.element else 100,
    )
    return Figure(id=f"law.{entry.id}", unit="%", method=REGULATED, form=form, label=f"what {entry.id} limits")


def _counted(hit: Hit, data: Data, limit: Limit) -> Cited:
    """What one substance adds per its line: % of the material, or mg/kg of the element."""
    if limit.element:
        content = substance_content(hit.substance, limit.element, data)
        if hit.substance.share.span == Span.exact(100.0):
            return content
        form = Product(factors=(("share", hit.substance.share), (f"{limit.element} in it", content)), per=100)
        name = hit.substance.inci or hit.substance.id
        return Figure(id=f"part.{hit.substance.id}", unit="mg/kg", method=OF_BLEND, form=form, label=f"{limit.element} that {name} brings into the blend")
    if limit.acid is None:
        return hit.substance.share
    factor = _acid_factor(hit.substance.formula, limit.acid, data)
    form = Product(factors=(("share", hit.substance.share), (f"as {limit.acid.text}", factor)))
    return Figure(id=f"acid.{hit.substance.id}", unit="%", method=AS_ACID, form=form, label=f"{hit.substance.inci} as acid")


def _acid_factor(salt: Formula | None, acid: Formula, data: Data) -> Datum:
    """n·M(acid)/M(salt), n by the carbon of both; at most 1 is known when the salt has no formula or a cation with carbon."""
    weights = {symbol: datum.span.best or 0.0 for symbol, datum in data.weights.items()}
    source = data.weights["C"].source
    units = salt.count("C") / acid.count("C") if salt else 0.0
    if salt is None or not units.is_integer() or units < 1 or salt.count("N") > units * acid.count("N") or not weights.keys() >= set(salt.elements):
        return Datum(span=Span.between(0.0, 1.0), unit="", source=source, at="the salt's formula is not on file", kind="default", confidence="low")
    factor = units * molar_mass(acid.counts, weights) / molar_mass(salt.counts, weights)
    return Datum(span=Span.exact(factor), unit="", source=source, at=f"{units:g} × M({acid.text}) / M({salt.text})", kind="calculated")


def _refusals(made: Composition, rules: RuleList, hits: Mapping[str, list[Hit]]) -> Iterator[Check]:
    """What is used for the list's function and is not on it."""
    listed = {(h.i, h.substance.id) for covered in hits.values() for h in covered}
    for i in made.present():
        if rules.function not in made.uses(i) or _nameless(made, i):
            continue
        substances = made.materials[i].substances
        stated = [s for s in substances if rules.function in s.functions]
        missing = [s for s in stated if (i, s.id) not in listed]
        if not stated and not any((i, s.id) in listed for s in substances):
            missing = list(substances)
        if missing:
            certain = len(made.uses(i)) == 1
            names = [s.inci or s.id for s in missing]
            values = {"substances": names, "function": rules.function, "material": made.label(i), "edition": rules.edition}
            yield Check(
                rule=rules.id,
                severity="error",
                verdict="fail" if certain else "cannot tell",
                code="not-on-list",
                subject=", ".join(names),
                lines=(made.places[i],),
                values=values,
                source=rules.act,
                locator=f"Annex {rules.annex}",
            )


def _coverage(rules: RuleList, found: list[Check]) -> Check:
    values = {"matched": len(found), "rules": rules.size, "edition": rules.edition, "annex": rules.annex}
    return Check(rule=rules.id, severity="error", verdict="pass", code="list-consulted", values=values, source=rules.act, locator=f"Annex {rules.annex}")


def _edition(rules: RuleList, on: date) -> Check:
    edition = date.fromisoformat(rules.edition)
    begun = (on.year - edition.year) * 12 + on.month - edition.month
    months = begun - (on.day < edition.day)
    verdict: Verdict = "cannot tell" if (begun, on.day) > (EDITION_MONTHS, edition.day) else "pass"
    values = {"edition": rules.edition, "annex": rules.annex, "months": months}
    return Check(rule="law-edition", severity="note", verdict=verdict, code="law-edition", subject=rules.id, values=values, source=rules.act)


def _found(made: Composition, data: Data, entry: Entry, hits: list[Hit], verdict: Verdict, code: str, values: Mapping[str, Any], figure: str = "") -> Check:
    rules = data.lists[entry.list]
    reading = data.readings.get(entry.id)
    subject = next((x.element for x in reading.limits if x.element), "") if reading else ""
    return Check(
        rule=entry.id,
        severity="error",
        verdict=verdict,
        code=code,
        subject=subject or (hits[0].substance.inci or hits[0].substance.id),
        lines=tuple(dict.fromkeys(made.places[h.i] for h in hits)),
        values=values,
        figure=figure,
        source=rules.act,
        locator=f"Annex {rules.annex}, entry {entry.number}",
    )


def _nameless(made: Composition, i: int) -> bool:
    """Whether the law cannot know what line i is: a substance without INCI name and CAS number, or a rest that is not named."""
    material = made.materials[i]
    return material.origin != "unknown" and (material.unnamed is not None or any(not s.inci and not s.cas for s in material.substances))


def _stamped(check: Check, market: str) -> Check:
    return replace(check, market=market)
