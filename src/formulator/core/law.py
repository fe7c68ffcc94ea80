"""What the law of a market says of a recipe on a date: each entry that names something in it, each permission list, and what the editions cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from formulator.core.checks import Check, Verdict
from formulator.core.composition import Composition
from formulator.core.contents import UNKNOWN
from formulator.core.cover import completed, covering
from formulator.core.data import Data
from formulator.core.figure import Datum, Figure
from formulator.core.limits import Case, Found, Hit
from formulator.core.material import Substance, valid_cas
from formulator.core.rules import RuleList
from formulator.core.span import Span

EDITION_MONTHS = 18
WHOLE_SHARE = Datum(span=Span.exact(100.0), unit="%", source=UNKNOWN, at="the whole blend", kind="definition")


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
    day = on.isoformat()
    lists = [rules for rules in data.lists.values() if market in rules.markets]
    everything = made.once(("hits", day), lambda: _hits(made, data, scopes, day))
    beside = made.once(("beside", day), lambda: tuple((id, hit) for id, hits in everything.items() for hit in hits))
    # another market's lists can apply here too (the Union's in Germany), but they are never the whole of its law
    complete = all(rules.complete for rules in lists) and any(rules.markets[0] == market for rules in lists)
    total = sum(rules.size for rules in lists)
    checks: list[Check] = []
    figures: list[Figure] = []
    for rules in lists:
        hits = {id: covered for id, covered in everything.items() if data.entries[id].list == rules.id}
        for id, covered in hits.items():
            case = Case(made=made, data=data, entry=data.entries[id], hits=covered, beside=beside, scopes=scopes, day=day, market=market)
            for check, figure in case.findings() if case.counts else _lasting(case):
                checks.append(check)
                figures += [figure] if figure else []
        checks += _of_list(made, market, rules, hits, on)
    checks += _of_market(made, data, market, None if complete else total)
    editions = {r.annex: r.edition for r in lists}
    return MarketLaw(market=market, checks=tuple(checks), figures=tuple(figures), editions=editions, complete=complete, rules=total)


def preservative_check(made: Composition, data: Data, on: date) -> Iterator[Check]:
    """`preservative-missing`, for a recipe with water in it: a preservative of a permission list, or a stated reason for having none."""
    yield from made.once(("preservative", on), lambda: tuple(_preservative(made, data, on)))


def _preservative(made: Composition, data: Data, on: date) -> Iterator[Check]:
    if not made.watery:
        return
    used = [(i, covering(s, data, frozenset(), on.isoformat())) for i, s in made.substances() if "preservative" in made.uses(i)]
    consulted = {"EU", *made.recipe.markets}  # Annex V is the measure everywhere, another market's list there
    lists = {id for id, rules in data.lists.items() if rules.function == "preservative" and consulted & set(rules.markets)}
    rows = [i for i, keys in used if any(data.entries[key].list in lists for key in keys)]
    reason = made.recipe.preservation
    values = {"materials": [made.label(i) for i in rows], "reason": reason}
    lines = tuple(made.places[i] for i in rows)
    verdict: Verdict = "pass" if rows or reason else "fail"
    yield Check(rule="preservative-missing", severity="warning", verdict=verdict, code="preservative-missing", lines=lines, values=values)


def _hits(made: Composition, data: Data, scopes: frozenset[str], day: str) -> dict[str, tuple[Hit, ...]]:
    """Entry id → what it covers, in the order of the law. A permission list judges only what is used for its function."""
    found: dict[str, list[Hit]] = {}
    for i, substance in _identities(made):
        for id, membership in covering(substance, data, scopes, day).items():
            rules = data.lists[data.entries[id].list]
            used = (made.lines[i].use_as,) if rules.explicit else made.uses(i)
            if not rules.function or rules.function in used:
                found.setdefault(id, []).append(Hit(i, substance, membership))
    return {id: tuple(found[id]) for id in sorted(found, key=data.order.__getitem__)}


def _refusals(made: Composition, rules: RuleList, hits: Mapping[str, tuple[Hit, ...]]) -> Iterator[Check]:
    """What is used for the list's function and is not on it."""
    listed = {(h.i, h.substance.id) for covered in hits.values() for h in covered}
    for i in made.present():
        if rules.function not in made.uses(i) or _is_nameless(made, i):
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
                locator=rules.locator(),
            )


def _stamped(market: str, checks: Iterable[Check]) -> tuple[Check, ...]:
    return tuple(replace(check, market=market) for check in checks)


def _lasting(case: Case) -> tuple[Found, ...]:
    """What an entry says that counts nothing."""
    return case.made.once(("findings", case.market, case.entry.key, case.day), lambda: tuple(case.findings()))


def _of_list(made: Composition, market: str, rules: RuleList, hits: Mapping[str, tuple[Hit, ...]], on: date) -> tuple[Check, ...]:
    """What a list says as a whole: what is not on it and had to be, or that it was consulted; and how old it is."""

    def found() -> tuple[Check, ...]:
        refused = list(_refusals(made, rules, hits)) if rules.kind == "permission" else []
        return _stamped(market, (*(refused or [_coverage(rules, len(hits))]), _edition(rules, on)))

    return made.once(("list", market, rules.id, on), found)


def _of_market(made: Composition, data: Data, market: str, rules: int | None) -> tuple[Check, ...]:
    """What keeps a market's law from being applied: lines without an identity or a composition, and, where only so many of its `rules` are on file, that."""

    def found() -> Iterator[Check]:
        yield from _nameless(made)
        yield from _uncomposed(made, data)
        if rules is not None:
            yield Check(rule=f"{market.lower()}-coverage", severity="error", verdict="cannot tell", code="coverage-partial", values={"rules": rules})

    return made.once(("market", market), lambda: _stamped(market, found()))


def _coverage(rules: RuleList, matched: int) -> Check:
    values = {"matched": matched, "rules": rules.size, "edition": rules.edition, "annex": rules.annex}
    # of a list that is not on file as a whole, finding nothing says nothing
    verdict: Verdict = "pass" if rules.complete else "cannot tell"
    return Check(rule=rules.id, severity="error", verdict=verdict, code="list-consulted", values=values, source=rules.act, locator=rules.locator())


def _edition(rules: RuleList, on: date) -> Check:
    edition = date.fromisoformat(rules.edition)
    begun = (on.year - edition.year) * 12 + on.month - edition.month
    months = begun - (on.day < edition.day)
    verdict: Verdict = "cannot tell" if (begun, on.day) > (EDITION_MONTHS, edition.day) else "pass"
    values = {"edition": rules.edition, "annex": rules.annex, "months": months}
    return Check(rule="law-edition", severity="note", verdict=verdict, code="law-edition", subject=rules.id, values=values, source=rules.act)


def _nameless(made: Composition) -> Iterator[Check]:
    """`identity-unknown`, for lines the law cannot be applied to."""
    rows = [i for i in made.present() if _is_nameless(made, i)]
    if rows:
        values = {"materials": list(dict.fromkeys(made.label(i) for i in rows))}
        lines = tuple(made.places[i] for i in rows)
        yield Check(rule="identity-unknown", severity="error", verdict="cannot tell", code="identity-unknown", lines=lines, values=values)


def _uncomposed(made: Composition, data: Data) -> Iterator[Check]:
    """`composition-unknown`: entries for "arsenic and its compounds" and their like can be neither found nor excluded without a composition."""
    rows = [i for i, s in made.substances() if (s.inci or s.cas) and made.materials[i].origin != "unknown" and not completed(s, data).has_composition]
    if rows:
        values = {"materials": list(dict.fromkeys(made.label(i) for i in rows))}
        lines = tuple(dict.fromkeys(made.places[i] for i in rows))
        yield Check(rule="composition-unknown", severity="error", verdict="cannot tell", code="composition-unknown", lines=lines, values=values)


def _identities(made: Composition) -> Iterator[tuple[int, Substance]]:
    """Every substance of every line, and a blend under the CAS number it has as a whole."""
    yield from made.substances()
    for i in made.present():
        material = made.materials[i]
        if len(material.substances) > 1 and material.cas:
            yield i, Substance(id=material.id, inci="", cas=material.cas, share=WHOLE_SHARE)


def _is_nameless(made: Composition, i: int) -> bool:
    """A substance the law cannot know, a blend under a number that is none, or a rest that is not named."""
    material = made.materials[i]
    known = all(s.identified for s in material.substances) and all(valid_cas(c) for c in material.cas)
    return material.origin != "unknown" and (material.unnamed is not None or not known)
