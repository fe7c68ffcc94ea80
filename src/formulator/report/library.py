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
from formulator.report.numbers import known
from formulator.report.tongue import marked, say

_BASES = {  # organic, elements declared
    (True, True): marked("organic"),
    (True, False): marked("organic"),
    (False, True): marked("declared"),
    (False, False): marked("composition not on file"),
}


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
    return " · ".join([*facts(material, data), say(", ").join(say(x) for x in material.functions), *parts])


def facts(material: Material, data: Data) -> list[str]:
    """HLB, required HLB, the elements it carries, its price."""
    found = []
    if "emulsifier" in material.functions:
        value = say("HLB {value}", value=known(material.hlb.span, "")) if material.hlb else say("HLB not on file")
        found.append(value if material.hlb_applies else say("HLB does not apply"))
    needs = [say("{value} {emulsion}", value=known(datum.span, ""), emulsion=kind) for kind, datum in material.required_hlb.items()]
    found += [say("needs HLB {values}", values=say(", ").join(needs))] if needs else []
    symbols = {x for s in material.substances for x in (*(s.formula.elements if s.formula else ()), *(s.elements or ()))}
    contents = [(x, content_of(material, x, data).span.best) for x in sorted(symbols - UNCOUNTED)]
    carried = [f"{symbol} {words.number(convert(best, 'mg/kg', '%'))} %" for symbol, best in contents if best]
    priced = [known(material.price.span, material.price.unit)] if material.price else []
    return found + ([" ".join(carried)] if carried else []) + priced


def material_lines(material: Material) -> Iterator[str]:
    """Everything on file of one material."""
    yield f"{material.name}  ({material.id})"
    functions = say(", ").join(say(x) for x in material.functions)
    pairs = (
        (say("INCI"), material.inci),
        (say("CAS"), ", ".join(material.cas)),
        (say("also"), ", ".join(material.names)),
        (say("functions"), functions),
    )
    yield from (f"  {_told(label, text)}" for label, text in pairs if text)
    if not material.hlb_applies:
        yield f"  {say('HLB does not apply: {why}. Instead: {instead}', why=material.hlb_why_not, instead=material.hlb_instead)}"
    values: list[tuple[str, Datum | None]] = [(say("HLB"), material.hlb)]
    values += [(say("required HLB {emulsion}", emulsion=side), d) for side, d in material.required_hlb.items()]
    values += [(say("density"), material.density), (say("use level"), material.use_level), (say("price"), material.price)]
    values += [(say("EACN"), material.eacn), (say("solubility in water, 20–25 °C"), material.solubility)]
    values += [(say("NOAEL"), material.toxicity.noael), (say("BMDL"), material.toxicity.bmdl)]
    for label, datum in values:
        if datum:
            yield from _value(label, datum)
    plain = (
        (say("ethylene oxide units"), material.eo and f"{material.eo:g}"),
        (say("tends to"), say(", ").join(say(x) for x in material.makes)),
        (say("category"), material.category),
    )
    yield from (f"  {_told(label, text)}" for label, text in plain if text)
    for fact in material.facts:
        yield f"  {_told(fact.what, fact.says)}"
        yield from (f"      {line}" for line in value_lines(fact.where))
    for substance in material.substances:
        basis = substance.formula.text if substance.formula else say(_BASES[bool(substance.organic), bool(substance.elements)])
        if len(material.substances) > 1:
            name, share = substance.inci or substance.id, words.span(substance.share.span, "%")
            yield f"  {say('substance: {name}, {share}, {basis}', name=name, share=share, basis=basis)}"
        else:
            yield f"  {say('composition: {basis}', basis=basis)}"
        for symbol, datum in (substance.elements or {}).items():
            yield from _value(symbol, datum)
        if substance.assay:
            yield from _value(say("assay"), substance.assay)
    if material.identity:
        yield f"  {say('identity:')}"
        yield from (f"      {line}" for line in value_lines(material.identity))
    yield from (f"  {say('note: {note}', note=note)}" for note in material.notes)


def _told(label: str, text: str) -> str:
    return say("{label}: {text}", label=label, text=text)


def _value(label: str, datum: Datum) -> Iterator[str]:
    yield f"  {_told(label, words.span(datum.span, datum.unit))}"
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
