"""The conscience of the shipped data: what `load` does not see because each value alone is fine. Counts, and every fault in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from formulator.core import advice, composition, contents, cost, dose, elements, exposure, hlb, impurities, limits, margins, supply
from formulator.core.chemistry import molar_mass
from formulator.core.data import Data
from formulator.core.figure import Datum, Method
from formulator.core.material import Material, Substance, valid_cas
from formulator.files.bundled import load
from formulator.files.holdings import every_fact, every_value

DEFAULTS = ("oral_bioavailability", "dermal_absorption", "margin", "loael_factor", "short_study_factor")
MASS_TOLERANCE = 1e-3  # other tables round, or carry older atomic weights


@dataclass(frozen=True, slots=True)
class Audit:
    """Counts of what is on file, rules by market, the state of each list, what is not wrong but wanting (by kind), and the faults (empty when all is well)."""

    counts: Mapping[str, int]
    rules: Mapping[str, int]
    lists: Mapping[str, Mapping[str, int]]
    wanting: Mapping[str, tuple[str, ...]]
    faults: tuple[str, ...]


def audit(folder: Path | None = None, on: date | None = None) -> Audit:
    """Read all shipped data and look at it as a whole; what has grown old is told for the day `on`, if there is one."""
    bundle = load(folder)
    data = bundle.data
    faults = [f"{p.file}{f', line {p.problem.line}' if p.problem.line else ''}: {p.problem.says}. {p.problem.fix}" for p in bundle.problems]
    faults += _sources(data)
    for material in data.materials.values():
        faults += _material(material, data)
    faults += _intakes(data)
    faults += _rules(data)
    wanting = _wanting(data, on)
    markets = dict.fromkeys(m for rules in data.lists.values() for m in rules.markets)
    rules = {m: sum(r.size for r in data.lists.values() if m in r.markets) for m in markets}
    counts = {**_counts(data), **{name: len(found) for name, found in wanting.items()}}
    return Audit(counts, rules, states(data), wanting, tuple(dict.fromkeys(faults)))


def _counts(data: Data) -> dict[str, int]:
    values = [d for _, d in every_value(data)]
    facts = [d for _, d in every_fact(data)]
    functions = [m.functions for m in data.materials.values()]
    lipids = sum("emollient" in f and "emulsifier" not in f for f in functions)
    emulsifiers, minerals = (sum(word in f for f in functions) for word in ("emulsifier", "mineral"))
    return {
        "materials": len(functions),
        "emulsifiers": emulsifiers,
        "lipids": lipids,
        "minerals": minerals,
        "others": len(functions) - emulsifiers - lipids - sum("mineral" in f and "emulsifier" not in f and "emollient" not in f for f in functions),
        "values": len(values),
        "values_read_at_source": sum(d.read == "yes" for d in values),
        "values_read_in_transcription": sum(d.read == "secondary" for d in values),
        "values_recalled": sum(d.read == "no" for d in values),
        "values_of_high_confidence": sum(d.confidence == "high" for d in values),
        "values_of_medium_confidence": sum(d.confidence == "medium" for d in values),
        "values_of_low_confidence": sum(d.confidence == "low" for d in values),
        "facts": len(facts),
        "facts_read_at_source": sum(d.read == "yes" for d in facts),
        "sources": len(data.sources),
        "readings": len(data.readings),
    }


def _wanting(data: Data, on: date | None) -> dict[str, tuple[str, ...]]:
    """What is sound and could be better: sources that disagree, materials without what a formulator looks for, limits nobody has looked at for a year."""
    apart = [place for place, datum in every_value(data) if any(not _agree(datum, other) for other in datum.others)]
    materials = data.materials.values()
    found = {
        "conflicts": tuple(apart),
        "materials_without_use_level": tuple(m.id for m in materials if m.use_level is None),
        "emulsifiers_without_hlb": tuple(m.id for m in materials if "emulsifier" in m.functions and m.hlb is None and m.hlb_applies),
        "lipids_without_required_hlb": tuple(m.id for m in materials if "emollient" in m.functions and not m.required_hlb and "emulsifier" not in m.functions),
    }
    if on is not None:
        sources = [x.value.source for x in data.body.limits] + [x.value.source for x in data.impurities]
        old = {source.id for source in sources if source.accessed and _months(source.accessed, on) > 12}
        found["limit_sources_not_read_for_12_months"] = tuple(sorted(old))
    return found


def _agree(one: Datum, other: Datum) -> bool:
    """Whether what one says lies within what the other allows, or the other way round."""
    a, b = one.span, other.span
    return a.low <= b.high and b.low <= a.high


def _months(then: str, on: date) -> float:
    return (on - date.fromisoformat(then)).days / 30.44


def methods() -> Iterator[Method]:
    """Every method of the core."""
    for module in (advice, composition, contents, cost, dose, elements, exposure, hlb, impurities, limits, margins, supply):
        yield from (value for value in vars(module).values() if isinstance(value, Method))


def _law_sources(data: Data) -> set[str]:
    lists = {x.id for r in data.lists.values() for x in (r.source, r.act)}
    acts = {id for act in data.acts.values() for id in (act.source.id, *act.seen)}
    return lists | acts | {id for e in data.entries.values() for id in e.seen}


def _sources(data: Data) -> Iterator[str]:
    used = {d.source.id for _, d in (*every_value(data), *every_fact(data))} | _law_sources(data) | {id for m in methods() for id in m.sources}
    for source in data.sources.values():
        if not source.address and not source.isbn and source.kind != "definition":
            yield f"sources.toml: '{source.id}' has no address: give url, doi or isbn"
        if source.url and not re.match(r"https?://[^\s/]+\.[^\s]+$", source.url):
            yield f"sources.toml: '{source.id}': '{source.url}' is no address"
        if source.accessed and date.fromisoformat(source.accessed) < date(2000, 1, 1):
            yield f"sources.toml: '{source.id}' was accessed on {source.accessed}?"
        if source.id not in used:
            yield f"sources.toml: '{source.id}' is used nowhere: take it out"
    yield from (f"method '{m.id}': no source '{id}'" for m in methods() for id in m.sources if id not in data.sources)
    for place, datum in (*every_value(data), *every_fact(data)):
        if datum.read == "yes" and not datum.source.accessed and datum.source.kind != "definition":
            yield f"{place}: read at '{datum.source.id}', but that source says no day on which it was accessed"


def _material(material: Material, data: Data) -> Iterator[str]:
    for cas in {*material.cas, *(c for s in material.substances for c in s.cas)}:
        if not valid_cas(cas):
            yield f"{material.id}: CAS {cas} has a wrong form or check digit"
    if material.identity is None:
        yield f"{material.id}: nothing says where its identity was read"
    if "emulsifier" in material.functions and material.hlb is None and material.hlb_applies and not material.notes:
        yield f"{material.id}: an emulsifier without HLB that does not say why"
    for substance in material.substances:
        yield from _substance(material, substance, data)


def _substance(material: Material, substance: Substance, data: Data) -> Iterator[str]:
    if not substance.inci and not substance.cas:
        yield f"{material.id}: a substance without INCI name and CAS number"
    bases = [substance.formula is not None, substance.elements is not None, substance.organic]
    if sum(bases) > 1:
        yield f"{material.id}: more than one composition basis for {substance.id}"
    if substance.formula is not None:
        missing = [x for x in substance.formula.elements if x not in data.weights]
        yield from (f"{material.id}: no atomic weight of {x}" for x in missing)
        if material.molar_mass is not None and not missing:
            printed = material.molar_mass.span
            ours = molar_mass(substance.formula.counts, {x: d.span.best or 0.0 for x, d in data.weights.items()})
            if not printed.low * (1 - MASS_TOLERANCE) <= ours <= printed.high * (1 + MASS_TOLERANCE):
                yield f"{material.id}: {substance.formula.text} weighs {ours:.3f} g/mol, but {material.molar_mass.source.id} prints {printed.high:.3f}"
        yield from (
            f"{material.id}: oxidation state of {x}, which is not in {substance.formula.text}"
            for x in substance.oxidation
            if x not in substance.formula.elements
        )
    if substance.organic and "mineral" in material.functions:
        yield f"{material.id}: a mineral said to be organic"


def _intakes(data: Data) -> Iterator[str]:
    body = data.body
    for name, intakes in (("limit", body.limits), ("reference intake", body.references), ("diet", body.diets)):
        current = [x for x in intakes if not x.superseded]
        for n, intake in enumerate(current):
            for other in current[n + 1 :]:
                same = (intake.authority, intake.element, intake.quantity) == (other.authority, other.element, other.quantity)
                if same and intake.band.meets(other.band):
                    yield f"{name}: two {intake.quantity} of {intake.element} by {intake.authority} for one age: {intake.bodies} and {other.bodies}"
    if "adult" not in body.populations:
        yield "exposure.toml: no population 'adult'"
    yield from (f"toxicology.toml: no default '{name}'" for name in DEFAULTS if name not in body.defaults)


def _rules(data: Data) -> Iterator[str]:
    for key, reading in data.readings.items():
        entry = data.entries[key]
        if reading.hash != entry.hash:
            yield f"reading of {entry.id}: its text has changed since {reading.read}; read it again"
        if not entry.curated and not reading.read:
            yield f"reading of {entry.id}: nothing says when it was read"
    for rules in data.lists.values():
        official = [e for e in data.entries.values() if e.list == rules.id and not e.curated]
        if rules.complete and not official:
            yield f"{rules.id}: the list is empty"
        if rules.complete and len({e.number + e.key for e in official}) != rules.size:
            yield f"{rules.id}: {rules.size} entries in the official file, {len(official)} on file"


def states(data: Data) -> Mapping[str, Mapping[str, int]]:
    """List → how many of its entries are read, for an expert, or moved; a text that stood before counts too."""
    found: dict[str, dict[str, int]] = {id: {"read": 0, "expert_review": 0, "moved": 0} for id in data.lists}
    for key, entry in data.entries.items():
        reading = data.readings.get(key)
        state = "moved" if entry.moved else "expert_review" if reading is None or reading.means == "review" else "read"
        found[entry.list][state] += 1
    return found
