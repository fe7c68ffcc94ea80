"""What is on file, as text: materials with every value's source, and the audit."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from formulator.core.contents import UNCOUNTED, content_of
from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.material import Material
from formulator.core.search import search
from formulator.core.units import convert
from formulator.files.audit import Audit
from formulator.report import words
from formulator.report.derivation import value_lines


def materials_text(data: Data, asked: str) -> str:
    """A line for each match; all that is on file for a single one. Empty when nothing matches."""
    found = search(data.materials.values(), asked)
    if len(found) == 1 or (found and asked.casefold() == found[0].id):
        return "\n".join(material_lines(found[0]))
    wide = max((len(m.id) for m in found), default=0)
    return "\n".join(f"{m.id:<{wide}}  {m.name} · {summary(m, data)}" for m in found)


def summary(material: Material, data: Data) -> str:
    """The numbers a formulator chooses by, the functions, and the INCI name where it says more than the name."""
    parts = [material.inci] if material.inci and material.inci.casefold() != material.name.casefold() else []
    return " · ".join([*facts(material, data), ", ".join(material.functions), *parts])


def facts(material: Material, data: Data) -> list[str]:
    """HLB, required HLB, the elements it carries, its price."""
    found = []
    if "emulsifier" in material.functions:
        known = f"HLB {words.span(material.hlb.span, '').removeprefix('unknown, ')}" if material.hlb else "HLB not on file"
        found.append(known if material.hlb_applies else "HLB does not apply")
    needs = [f"{words.span(datum.span, '').removeprefix('unknown, ')} {kind}" for kind, datum in material.required_hlb.items()]
    found += [f"needs HLB {', '.join(needs)}"] if needs else []
    symbols = {x for s in material.substances for x in (*(s.formula.elements if s.formula else ()), *(s.elements or ()))}
    contents = [(x, content_of(material, x, data).span.best) for x in sorted(symbols - UNCOUNTED)]
    carried = [f"{symbol} {words.number(convert(best, 'mg/kg', '%'))} %" for symbol, best in contents if best]
    priced = [words.span(material.price.span, material.price.unit).removeprefix("unknown, ")] if material.price else []
    return found + ([" ".join(carried)] if carried else []) + priced


def material_lines(material: Material) -> Iterator[str]:
    """Everything on file of one material."""
    yield f"{material.name}  ({material.id})"
    pairs = (("INCI", material.inci), ("CAS", ", ".join(material.cas)), ("also", ", ".join(material.names)), ("functions", ", ".join(material.functions)))
    yield from (f"  {label}: {text}" for label, text in pairs if text)
    if not material.hlb_applies:
        yield f"  HLB does not apply: {material.hlb_why_not}. Instead: {material.hlb_instead}"
    values: list[tuple[str, Datum | None]] = [("HLB", material.hlb), *((f"required HLB {side}", d) for side, d in material.required_hlb.items())]
    values += [("density", material.density), ("use level", material.use_level), ("price", material.price)]
    values += [("EACN", material.eacn), ("solubility in water, 20–25 °C", material.solubility)]
    values += [("NOAEL", material.toxicity.noael), ("BMDL", material.toxicity.bmdl)]
    for label, datum in values:
        if datum:
            yield from _value(label, datum)
    plain = (("ethylene oxide units", material.eo and f"{material.eo:g}"), ("tends to", ", ".join(material.makes)), ("category", material.category))
    yield from (f"  {label}: {text}" for label, text in plain if text)
    for fact in material.facts:
        yield f"  {fact.what}: {fact.says}"
        yield from (f"      {line}" for line in value_lines(fact.where))
    for substance in material.substances:
        basis = (
            substance.formula.text if substance.formula else "organic" if substance.organic else "declared" if substance.elements else "composition not on file"
        )
        if len(material.substances) > 1:
            yield f"  substance: {substance.inci or substance.id}, {words.span(substance.share.span, '%')}, {basis}"
        else:
            yield f"  composition: {basis}"
        for symbol, datum in (substance.elements or {}).items():
            yield from _value(symbol, datum)
        if substance.assay:
            yield from _value("assay", substance.assay)
    if material.identity:
        yield "  identity:"
        yield from (f"      {line}" for line in value_lines(material.identity))
    yield from (f"  note: {note}" for note in material.notes)


def _value(label: str, datum: Datum) -> Iterator[str]:
    yield f"  {label}: {words.span(datum.span, datum.unit)}"
    yield from (f"      {line}" for line in value_lines(datum))


def audit_text(found: Audit) -> str:
    """The counts, then every fault."""
    counts = [f"{name.replace('_', ' '):<40}{value}" for name, value in found.counts.items()]
    rules = [f"{'rules ' + market:<40}{n}" for market, n in found.rules.items()]
    lists = [f"  {id:<38}{n['read']} read, {n['expert_review']} for an expert, {n['moved']} moved" for id, n in found.lists.items()]
    faults = [f"✗ {fault}" for fault in found.faults] or ["no fault"]
    return "\n".join([*counts, *rules, *lists, *faults])


def audit_json(found: Audit) -> str:
    """As the contract says; `lists` tells the state of each list, `wanting` names what could be better."""
    counts = {**found.counts, "rules": dict(found.rules)}
    run = {"counts": counts, "lists": found.lists, "wanting": {kind: list(names) for kind, names in found.wanting.items()}, "faults": list(found.faults)}
    return msgspec.json.format(msgspec.json.encode(run), indent=2).decode()
