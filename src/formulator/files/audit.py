"""The conscience of the shipped data: what `load` does not see because each value alone is fine. Counts, and every fault in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from formulator.core import advice, composition, contents, dose, elements, exposure, hlb, impurities, limits, margins, supply
from formulator.core.body import Body
from formulator.core.chemistry import molar_mass
from formulator.core.data import Data
from formulator.core.figure import Datum, Method
from formulator.core.material import Material, Substance, Toxicity, valid_cas
from formulator.files.bundled import load

DEFAULTS = ("oral_bioavailability", "dermal_absorption", "margin", "loael_factor", "short_study_factor")
MASS_TOLERANCE = 1e-3  # other tables round, or carry older atomic weights


@dataclass(frozen=True, slots=True)
class Audit:
    """Counts of what is on file, rules by market, the state of each list, and the faults (empty when all is well)."""

    counts: Mapping[str, int]
    rules: Mapping[str, int]
    lists: Mapping[str, Mapping[str, int]]
    faults: tuple[str, ...]


def audit(folder: Path | None = None) -> Audit:
    """Read all shipped data and look at it as a whole."""
    bundle = load(folder)
    data = bundle.data
    faults = [f"{p.file}{f', line {p.problem.line}' if p.problem.line else ''}: {p.problem.says}. {p.problem.fix}" for p in bundle.problems]
    faults += _sources(data)
    for material in data.materials.values():
        faults += _material(material, data)
    faults += _intakes(data)
    faults += _rules(data)
    values = [d for _, d in every_value(data)]
    facts = [d for _, d in every_fact(data)]
    markets = dict.fromkeys(m for rules in data.lists.values() for m in rules.markets)
    counts = {
        "materials": len(data.materials),
        "emulsifiers": sum("emulsifier" in m.functions for m in data.materials.values()),
        "lipids": sum("emollient" in m.functions and "emulsifier" not in m.functions for m in data.materials.values()),
        "minerals": sum("mineral" in m.functions for m in data.materials.values()),
        "values": len(values),
        "values_read_at_source": sum(d.read == "yes" for d in values),
        "values_read_in_transcription": sum(d.read == "secondary" for d in values),
        "values_recalled": sum(d.read == "no" for d in values),
        "values_of_low_confidence": sum(d.confidence == "low" for d in values),
        "facts": len(facts),
        "facts_read_at_source": sum(d.read == "yes" for d in facts),
        "sources": len(data.sources),
        "readings": len(data.readings),
    }
    rules = {m: sum(r.size for r in data.lists.values() if m in r.markets) for m in markets}
    return Audit(counts, rules, states(data), tuple(dict.fromkeys(faults)))


def every_value(data: Data) -> Iterator[tuple[str, Datum]]:
    """Each sourced value with a name for where it stands; the other sources of a value too."""
    for place, datum in _preferred(data):
        yield place, datum
        yield from ((f"{place} (other)", other) for other in datum.others)


def every_fact(data: Data) -> Iterator[tuple[str, Datum]]:
    """Where each fact in words stands; its value is the words."""
    for material in data.materials.values():
        yield from ((f"{material.id} {fact.what}", fact.where) for fact in material.facts)


def methods() -> Iterator[Method]:
    """Every method of the core."""
    for module in (advice, composition, contents, dose, elements, exposure, hlb, impurities, limits, margins, supply):
        yield from (value for value in vars(module).values() if isinstance(value, Method))


def _preferred(data: Data) -> Iterator[tuple[str, Datum]]:
    for symbol, weight in data.weights.items():
        yield f"atomic weight {symbol}", weight
    yield from _people(data.body)
    for product in data.products.values():
        for name in ("amount", "dose", "retained", "retention", "area", "applications"):
            datum = getattr(product, name)
            if datum is not None:
                yield f"{product.id} {name}", datum
    for impurity in data.impurities:
        yield f"{impurity.market} {impurity.element} impurity", impurity.value
    for material in data.materials.values():
        for name in ("identity", "hlb", "molar_mass", "density", "eacn", "use_level", "solubility"):
            datum = getattr(material, name)
            if datum is not None:
                yield f"{material.id} {name}", datum
        yield from ((f"{material.id} {name}", d) for name, d in _toxicity(material.toxicity))
        yield from ((f"{material.id} required HLB {side}", d) for side, d in material.required_hlb.items())
        yield from ((f"{material.id} impurity {x}", d) for x, d in material.impurities.items())
        for substance in material.substances:
            if len(material.substances) > 1:
                yield f"{material.id} share of {substance.id}", substance.share
                yield from ((f"{material.id} {substance.id} {name}", d) for name, d in _toxicity(substance.toxicity))
            if substance.assay is not None:
                yield f"{material.id} assay", substance.assay
            yield from ((f"{material.id} {x}", d) for x, d in (substance.elements or {}).items())


def _people(body: Body) -> Iterator[tuple[str, Datum]]:
    for population in body.populations.values():
        yield f"{population.id} body weight", population.body_weight
        if population.area_factor is not None:
            yield f"{population.id} area factor", population.area_factor
    for part in body.parts.values():
        yield f"area of {part.id}", part.area
    if body.fingertip is not None:
        yield "finger-tip unit", body.fingertip
    if body.aggregate is not None:
        yield "all products, amount", body.aggregate.amount
        yield "all products, dose", body.aggregate.dose
    for intake in (*body.limits, *body.references, *body.diets):
        yield f"{intake.authority} {intake.element} {intake.quantity} {intake.bodies}", intake.value
    for found in body.absorptions:
        yield f"{found.element} through {found.skin} skin", found.fraction
    for name, values in (("by mouth", body.oral), ("proposed absorption", body.proposals), ("default", body.defaults)):
        yield from ((f"{x} {name}", d) for x, d in values.items())
    yield from ((f"{x} statement", statement.where) for x, statement in body.statements.items())
    yield from ((f"{each.element} without threshold", each.where) for each in body.non_threshold)
    for medicine in body.medicines.values():
        yield f"{medicine.element} in medicines", medicine.pde
        if medicine.ctcl is not None:
            yield f"{medicine.element} concentration in medicines", medicine.ctcl


def _toxicity(toxicity: Toxicity) -> Iterator[tuple[str, Datum]]:
    for name in ("noael", "bmdl", "loael", "oral_bioavailability", "dermal_absorption", "absorbed_per_area"):
        datum = getattr(toxicity, name)
        if datum is not None:
            yield name, datum


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
    if "emulsifier" in material.functions and material.hlb is None and material.hlb_applies:
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
