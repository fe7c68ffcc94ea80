"""Lists of law, their generated entries and our curated readings, as they stand in `resources/rules/`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

from formulator.core.chemistry import SYMBOLS, Formula, FormulaError, formula
from formulator.core.figure import Confidence, Source
from formulator.core.rules import Class, Entry, Limit, ListKind, Reading, RuleList
from formulator.files import annex
from formulator.files.table import Table, did_you_mean

MEANINGS = ("prohibited", "limited", "duty", "review")


def read_list(table: Table, sources: Mapping[str, Source], folder: Path) -> tuple[RuleList, tuple[Entry, ...]]:
    """One list with its entries. Faults go to the table's problems."""
    id = table.text("id", required=True)
    file = table.text("file", required=True)
    source, act = (_source(table, key, sources) for key in ("source", "act"))
    _date(table, "read")
    entries = _entries(folder / file, table) if file else ()
    size = table.number("entries", 1, 1e6, required=True)
    if size is not None and entries and size != len(entries):
        table.fault("entries", f"{file} has {len(entries)} entries, not {size:g}", "Make it again from the official file: some of the law is lost.")
    found = RuleList(
        id=id,
        markets=(table.text("market", required=True), *table.texts("also")),
        annex=table.text("annex") or id.rpartition("-")[2].upper(),
        title=table.text("title", required=True),
        kind=cast(ListKind, table.choice("kind", ("prohibition", "restriction", "permission"), required=True)),
        function=table.text("function"),
        edition=_date(table, "edition"),
        complete=table.flag("complete") is True,
        act=act,
        source=source,
        size=len(entries),
        note=table.text("note"),
    )
    table.done()
    return found, entries


def read_reading(table: Table, entries: Mapping[str, Entry]) -> Reading:
    """One reading of an entry. Faults go to the table's problems."""
    entry = table.text("entry", required=True)
    if entry and entry not in entries:
        table.fault("entry", f"no entry '{entry}'", did_you_mean(entry, entries, "Name an entry of the lists."))
    of_class, near = table.table("class"), table.table("near")
    found = Reading(
        entry=entry,
        hash=table.text("hash", required=True),
        read=_date(table, "read"),
        means=cast(Any, table.choice("means", MEANINGS, required=True) or "review"),
        confidence=cast(Confidence, table.choice("confidence", ("high", "medium", "low"), required=True) or "low"),
        of_class=_class(of_class, entries) if of_class else None,
        near=_class(near, entries) if near else None,
        limits=tuple(_limit(inner) for inner in table.tables("limit")),
        review=table.text("review"),
        duty=table.text("duty"),
        since=_date(table, "since", required=False),
        until=_date(table, "until", required=False),
        note=table.text("note"),
    )
    if (found.means == "limited") != bool(found.limits):
        table.fault("limit", "a limited entry has limits, another has none", "Add [[reading.limit]], or change what it means.")
    if (found.means == "review" or near) and not found.review:
        table.fault("review", "it is not said what an expert has to look at", "Add review.")
    if found.means == "duty" and not found.duty:
        table.fault("duty", "it is not said what the duty is", "Add duty.")
    table.done()
    return found


def _entries(path: Path, table: Table) -> tuple[Entry, ...]:
    try:
        raw = annex.read(path.read_bytes())
    except (OSError, annex.AnnexError) as fault:
        table.fault("file", f"{path.name} cannot be read: {fault}", "Make it again from the official file.")
        return ()
    return tuple(
        Entry(
            id=e.id,
            list=e.list,
            number=e.entry,
            title=" ".join(e.title.split()),
            names=tuple(dict.fromkeys((*e.glossary, *e.inci, *e.ci))),
            cas=tuple(e.cas),
            fields=e.fields,
            hash=e.hash,
            moved=e.status == "moved",
        )
        for e in raw
    )


def _source(table: Table, key: str, sources: Mapping[str, Source]) -> Source:
    id = table.text(key, required=True)
    if id and id not in sources:
        table.fault(key, f"no source '{id}'", did_you_mean(id, sources, "Add it to sources.toml."))
    return sources.get(id) or Source(id=id, title="")


def _class(table: Table, entries: Mapping[str, Entry]) -> Class:
    states = table.raw.get("states", [])
    table.has("states")
    exceptions = table.texts("except_entries")
    for id in exceptions:
        if id not in entries:
            table.fault("except_entries", f"no entry '{id}'", did_you_mean(id, entries, "Name an entry of the lists."))
    found = Class(
        element=table.choice("element", sorted(SYMBOLS), required=True),
        states=tuple(float(x) for x in states),
        soluble=table.flag("soluble") is True,
        inorganic=table.flag("inorganic") is True,
        except_formulas=tuple(f for f in (_formula(table, "except_formulas", text) for text in table.texts("except_formulas")) if f),
        except_entries=tuple(id for id in exceptions if id in entries),
        unless_scope=table.texts("unless_scope"),
    )
    table.done()
    return found


def _limit(table: Table) -> Limit:
    most = table.span("maximum", "%", 0, 100)
    acid = table.text("acid")
    found = Limit(
        maximum=None if most is None else most.high,
        scopes=tuple(frozenset(words.split()) for words in table.texts("scopes")),
        excluded=frozenset(table.texts("excluded")),
        element=table.choice("element", sorted(SYMBOLS)),
        acid=_formula(table, "acid", acid) if acid else None,
        ph_low=table.number("ph_low", 0, 14),
        ph_high=table.number("ph_high", 0, 14),
    )
    free = table.flag("free") is True
    if free != (found.maximum is None and found.ph_low is None and found.ph_high is None):
        table.fault("", "a limit has a number, or says that the use is free", "Give maximum, ph_low or ph_high, or else free = true.")
    table.done()
    return found


def _formula(table: Table, key: str, text: str) -> Formula | None:
    try:
        return formula(text)
    except FormulaError as fault:
        table.fault(key, str(fault), "Write it such as SeS2.")
        return None


def _date(table: Table, key: str, required: bool = True) -> str:
    value = table.raw.get(key)
    if table.has(key) and isinstance(value, date):
        return value.isoformat()
    if required or value is not None:
        table.fault(key, f"{key} is not a date", f"Write {key} = 2025-12-08.")
    return ""
