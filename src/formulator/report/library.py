"""What is on file, as text: materials, rules with their words and readings, and the audit."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from formulator.core.contents import UNCOUNTED, content_of
from formulator.core.cover import covering
from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.material import Material
from formulator.core.rules import Entry, Reading
from formulator.core.search import search
from formulator.core.units import convert
from formulator.files.audit import Audit
from formulator.report import words
from formulator.report.derivation import value_lines

_MANY = 40


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
    """HLB, required HLB, the elements it carries."""
    found = []
    if "emulsifier" in material.functions:
        known = f"HLB {words.span(material.hlb.span, '').removeprefix('unknown, ')}" if material.hlb else "HLB not on file"
        found.append(known if material.hlb_applies else "HLB does not apply")
    needs = [f"{words.span(datum.span, '').removeprefix('unknown, ')} {kind}" for kind, datum in material.required_hlb.items()]
    found += [f"needs HLB {', '.join(needs)}"] if needs else []
    symbols = {x for s in material.substances for x in (*(s.formula.elements if s.formula else ()), *(s.elements or ()))}
    contents = [(x, content_of(material, x, data).span.best) for x in sorted(symbols - UNCOUNTED)]
    carried = [f"{symbol} {words.number(convert(best, 'mg/kg', '%'))} %" for symbol, best in contents if best]
    return found + ([" ".join(carried)] if carried else [])


def material_lines(material: Material) -> Iterator[str]:
    """Everything on file of one material."""
    yield f"{material.name}  ({material.id})"
    pairs = (("INCI", material.inci), ("CAS", ", ".join(material.cas)), ("also", ", ".join(material.names)), ("functions", ", ".join(material.functions)))
    yield from (f"  {label}: {text}" for label, text in pairs if text)
    if not material.hlb_applies:
        yield f"  HLB does not apply: {material.hlb_why_not}. Instead: {material.hlb_instead}"
    values: list[tuple[str, Datum | None]] = [("HLB", material.hlb), *((f"required HLB {side}", d) for side, d in material.required_hlb.items())]
    values += [("density", material.density), ("use level", material.use_level)]
    for label, datum in values:
        if datum:
            yield from _value(label, datum)
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


def rules_text(data: Data, asked: str) -> str:
    """The entries named by id, CAS number, INCI name or words, with their text and reading. Empty when nothing matches."""
    found = find_entries(data, asked)
    if not found:
        return ""
    if len(found) > _MANY:
        return "\n".join([*(f"{e.id:<12}  {_short(e.title)}" for e in found), f"{len(found)} entries; name one to read it whole."])
    lines: list[str] = []
    for entry in found:
        rules = data.lists[entry.list]
        lines += [
            f"{entry.id}  {', '.join(rules.markets)}, Annex {rules.annex}, entry {entry.number}, edition {rules.edition}",
            *(f"    {x}" for x in entry_lines(entry, data)),
            "",
        ]
    return "\n".join(lines).rstrip()


def find_entries(data: Data, asked: str) -> list[Entry]:
    """By id; else by CAS number, INCI name or a library material of that id; else by words in the entry's title and names."""
    key = asked.strip()
    if not key:
        return list(data.entries.values())
    if key.lower() in data.entries:
        return [data.entries[key.lower()]]
    # a substance on file is known by more than the text asked for: its parent's number, its formula
    meant = [s for m in data.materials.values() for s in m.substances if key.upper() in (m.id.upper(), s.inci.upper(), *s.cas)]
    covered = {id for s in meant for id in covering(s, data, frozenset())} | {e.id for e in data.by_name.get(key.upper(), ())}
    if covered:
        return [data.entries[id] for id in sorted(covered, key=data.order.__getitem__)]
    parts = key.casefold().split()
    return [e for e in data.entries.values() if all(p in f"{e.title} {' '.join(e.names)}".casefold() for p in parts)]


def entry_lines(entry: Entry, data: Data) -> Iterator[str]:
    """The law's words and our reading of them."""
    yield from (f"{label}: {' '.join(text.split())}" for label, text in entry.fields.items())
    reading = data.readings.get(entry.id)
    if reading is None:
        yield "reading: none yet; a match is for expert review"
    elif reading.hash != entry.hash:
        yield f"reading: of {reading.read}, but the text has changed since; a match is for expert review"
    else:
        yield f"reading of {reading.read} ({reading.confidence} confidence): {reading_words(reading)}"


def reading_words(reading: Reading) -> str:
    """What we take an entry to mean."""
    parts = {"prohibited": ["prohibited"], "review": [], "duty": [], "limited": []}[reading.means]
    for limit in reading.limits:
        where = " or ".join(sorted(" ".join(sorted(s)) for s in limit.scopes)) or "every product"
        but = f" but {', '.join(sorted(limit.excluded))}" if limit.excluded else ""
        counted = f" as {limit.element or (limit.acid and limit.acid.text)}" if limit.element or limit.acid else ""
        ph = "".join(
            [f", pH at least {limit.ph_low:g}" if limit.ph_low is not None else "", f", pH at most {limit.ph_high:g}" if limit.ph_high is not None else ""]
        )
        amount = f"at most {limit.maximum:g} %{counted}" if limit.maximum is not None else "no maximum" if not ph else ""
        parts.append(f"{amount}{ph} in {where}{but}".lstrip(", "))
    if reading.of_class:
        parts.append(f"covers compounds of {reading.of_class.element}")
    parts += [text for text in (reading.review and f"expert review: {reading.review}", reading.duty, reading.note) if text]
    return "; ".join(parts)


def audit_text(found: Audit) -> str:
    """The counts, then every fault."""
    counts = [f"{name.replace('_', ' '):<24}{value}" for name, value in found.counts.items() if isinstance(value, int)]
    rules = [f"{'rules ' + market:<24}{n}" for market, n in found.rules.items()]
    faults = [f"✗ {fault}" for fault in found.faults] or ["no fault"]
    return "\n".join([*counts, *rules, *faults])


def audit_json(found: Audit) -> str:
    """As the contract says."""
    run = {"counts": {**found.counts, "rules": dict(found.rules)}, "faults": list(found.faults)}
    return msgspec.json.format(msgspec.json.encode(run), indent=2).decode()


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:97]}…"
