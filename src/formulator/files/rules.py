"""Lists of law, their generated and curated entries, and our readings, as they stand in `resources/rules/`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import cast

from formulator.core.chemistry import SYMBOLS, Formula, FormulaError, formula
from formulator.core.figure import Confidence, Source
from formulator.core.rules import Act, Class, Entry, Limit, ListKind, Means, Reading, RuleList
from formulator.files import annex
from formulator.files.table import Table, did_you_mean

MEANINGS = ("prohibited", "limited", "duty", "review")
_WORDS = "face body hands hair eye lip nail oral leave-on rinse-off deodorant spray sunscreen powder professional under-three depilatory mucous"
SCOPES = tuple(_WORDS.split(" "))
CHANGES = ("added", "changed", "deleted", "past")
BASE_ACT = "2009/1223"
_ACT = re.compile(r"(\d{4})/(\d+)")


@dataclass(frozen=True, slots=True)
class Books:
    """What rule files are read against: sources, acts, product ids, the entries read so far by key, and all ids that may be named."""

    sources: Mapping[str, Source]
    acts: Mapping[str, Act]
    products: Mapping[str, object]
    entries: Mapping[str, Entry]
    known: frozenset[str]


def read_act(table: Table, sources: Mapping[str, Source]) -> Act:
    """One amending act with its days."""
    dates = table.table("dates")
    for key in ("adopted", "existing_until"):
        _date(table, key, required=False)
    for key in ("confidence", "read", "note"):
        table.text(key)
    found = Act(
        seen=_seen(table, sources),
        id=table.text("id", required=True),
        title=table.text("title", required=True),
        applies=_date(table, "applies"),
        source=_source(table, "source", sources),
        dates={key: _date(dates, key) for key in dates.raw} if dates else {},
    )
    table.done()
    return found


def read_list(table: Table, sources: Mapping[str, Source], folder: Path | None) -> tuple[RuleList, tuple[Entry, ...]]:
    """One list, with the entries of its generated file when it has one. Faults go to the table's problems."""
    id = table.text("id", required=True)
    source, act = (_source(table, key, sources) for key in ("source", "act"))
    _date(table, "read")
    entries: tuple[Entry, ...] = ()
    if folder is not None:
        file = table.text("file", required=True)
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
        explicit=table.flag("explicit") is True,
        edition=_date(table, "edition"),
        complete=table.flag("complete") is True,
        act=act,
        source=source,
        size=len(entries),
        note=table.text("note"),
    )
    table.done()
    return found, entries


def misprinted(table: Table, entry: Entry) -> Entry:
    """The entry with the names and numbers that the official file misprints, as the reading gives them (`inci`, `cas`)."""
    names, cas = table.texts("inci"), table.texts("cas")
    return replace(entry, names=(*entry.names, *(n.upper() for n in names)), cas=(*entry.cas, *cas)) if names or cas else entry


def read_reading(table: Table, books: Books) -> Reading:
    """One reading of an entry of an official file, tied to its text by the hash."""
    id = table.text("entry", required=True)
    entry = books.entries.get(id)
    if id and entry is None:
        table.fault("entry", f"no entry '{id}'", did_you_mean(id, books.entries, "Name an entry of the lists."))
    own_day = _date(table, "since", required=False)
    before = table.choice("before", ("free",))
    act = books.acts.get(entry.act) if entry else None
    # a restriction came into its present words with the act that is printed beside it
    day = own_day or (act.dates.get(id, act.applies) if act and act.id != BASE_ACT and not (entry and entry.since) else "")
    found = _meaning(table, id, table.text("hash", required=True), _date(table, "read"), books)
    for key in ("inci", "cas"):
        table.has(key)
    table.done()
    return replace(found, since=day, free_before=before == "free")


def read_entry(table: Table, books: Books, list_id: str = "") -> tuple[Entry, Reading | None, str]:
    """A curated entry: the entry, its reading inline, and how it changes the list (added, changed, deleted, past)."""
    change = table.choice("change", CHANGES) or "added"
    act_id = table.text("act")
    act = books.acts.get(act_id)
    if act_id and act is None:
        table.fault("act", f"no act '{act_id}'", did_you_mean(act_id, books.acts, "Add it to acts.toml."))
    read_at = table.choice("read", ("yes", "secondary", "no"), required=True)
    seen = _seen(table, books.sources)
    id = table.text("id", required=True)
    until = _date(table, "until", required=False)
    since = _date(table, "since", required=False)
    if change in ("added", "changed", "deleted") and not since and act:
        since = act.dates.get(id, act.applies)
    if until:  # written as the last day on which the text held
        until = (date.fromisoformat(until) + timedelta(days=1)).isoformat()
    elif change == "past":
        table.fault("until", "until is missing", "Say until which day this text held.")
    title = table.text("title", required=True)
    nano = table.flag("nano")
    names = tuple(name.upper() for name in table.texts("inci"))
    entry = Entry(
        id=id,
        list=table.text("list", required=not list_id) or list_id,
        number=table.text("number"),
        title=title,
        key=f"{id}@{until or since}" if change in ("changed", "past") else id,
        names=names,
        cas=table.texts("cas"),
        act=act_id,
        since=since,
        until=until,
        nano=_nano(title, names) if nano is None else nano,
        curated=True,
        seen=seen,
    )
    reading = None
    if change == "deleted":
        for key in ("means", "confidence", "note", "duty", "review"):
            table.text(key)
    else:
        reading = _meaning(table, entry.key, "", "", books)
        if read_at == "no":
            reading = replace(reading, confidence="low")
    table.done()
    return entry, reading, change


def _meaning(table: Table, key: str, hash: str, read: str, books: Books) -> Reading:
    of_class, near = table.table("class"), table.table("near")
    found = Reading(
        entry=key,
        hash=hash,
        read=read,
        means=cast(Means, table.choice("means", MEANINGS, required=True) or "review"),
        confidence=cast(Confidence, table.choice("confidence", ("high", "medium", "low"), required=True) or "low"),
        of_class=_class(of_class, books) if of_class else None,
        near=_class(near, books) if near else None,
        limits=tuple(_limit(inner, books) for inner in table.tables("limit")),
        totals=tuple(_limit(inner, books) for inner in table.tables("total")),
        labels=tuple(_label(inner, books) for inner in table.tables("label")),
        review=table.text("review"),
        duty=table.text("duty"),
        note=table.text("note"),
    )
    if table.raw.get("means") not in MEANINGS:
        return found  # told already
    if (found.means == "limited") != bool(found.limits):
        table.fault("limit", "a limited entry has limits, another has none", "Add a limit, or change what it means.")
    if (found.means == "review" or near) and not found.review:
        table.fault("review", "it is not said what an expert has to look at", "Add review.")
    if found.means == "duty" and not found.duty and not found.labels:
        table.fault("duty", "it is not said what the duty is", "Add duty.")
    return found


def _entries(path: Path, table: Table) -> tuple[Entry, ...]:
    try:
        raw = annex.read(path.read_bytes())
    except (OSError, annex.AnnexError) as fault:
        table.fault("file", f"{path.name} cannot be read: {fault}", "Make it again from the official file.")
        return ()
    found = []
    for e in raw:
        act = _ACT.search(e.fields.get("Regulation", ""))
        found.append(
            Entry(
                id=e.id,
                key=e.id,
                list=e.list,
                number=e.entry,
                title=" ".join(e.title.split()),
                names=tuple(dict.fromkeys((*e.glossary, *e.inci, *e.ci))),
                cas=tuple(e.cas),
                fields=e.fields,
                hash=e.hash,
                act=f"{act[1]}/{int(act[2])}" if act else "",
                nano=_nano(e.title, e.glossary),
                moved=e.status == "moved",
            )
        )
    return tuple(found)


def _nano(title: str, names: tuple[str, ...]) -> bool:
    """Whether an entry is for the nano form alone; the law and INCI both write it behind the name."""
    return "(nano)" in title.lower() or (bool(names) and all("(NANO)" in name for name in names))


def _source(table: Table, key: str, sources: Mapping[str, Source]) -> Source:
    id = table.text(key, required=True)
    if id and id not in sources:
        table.fault(key, f"no source '{id}'", did_you_mean(id, sources, "Add it to sources.toml."))
    return sources.get(id) or Source(id=id, title="")


def _seen(table: Table, sources: Mapping[str, Source]) -> tuple[str, ...]:
    found = table.texts("seen")
    for id in found:
        if id not in sources:
            table.fault("seen", f"no source '{id}'", did_you_mean(id, sources, "Add it to sources.toml."))
    return found


def _class(table: Table, books: Books) -> Class:
    states = table.raw.get("states", [])
    table.has("states")
    exceptions = table.texts("except_entries")
    for id in exceptions:
        if id not in books.known:
            table.fault("except_entries", f"no entry '{id}'", did_you_mean(id, books.known, "Name an entry of the lists."))
    found = Class(
        element=table.choice("element", sorted(SYMBOLS)),
        formulas=_formulas(table, "formulas"),
        states=tuple(float(x) for x in states),
        soluble=table.flag("soluble") is True,
        inorganic=table.flag("inorganic") is True,
        except_formulas=_formulas(table, "except_formulas"),
        except_entries=tuple(id for id in exceptions if id in books.known),
        unless_scope=table.texts("unless_scope", (*SCOPES, *books.products) if books.products else None),
    )
    if not found.element and not found.formulas:
        table.fault("", "a class of nothing", "Give element, or formulas.")
    table.done()
    return found


def _limit(table: Table, books: Books) -> Limit:
    found = replace(_scoped(table, books), maximum=_percent(table, "maximum"), minimum=_percent(table, "minimum"))
    found = replace(
        found,
        ph_low=table.number("ph_low", 0, 14),
        ph_high=table.number("ph_high", 0, 14),
        ph_above=_percent(table, "ph_above"),
        each=table.flag("each") is True,
        prohibited=table.flag("prohibited") is True,
    )
    free = table.flag("free") is True
    shares, bound = (any(table.present(key) for key in keys) for keys in (("maximum", "minimum"), ("ph_low", "ph_high")))
    if free + found.prohibited + shares + (bound and not free and not shares) != 1:
        table.fault("", "a limit has numbers, or is free, or prohibits", "Give maximum, ph_low or ph_high, or else free = true, or prohibited = true.")
    table.done()
    return found


def _label(table: Table, books: Books) -> Limit:
    found = replace(_scoped(table, books), maximum=_percent(table, "above", required=True), says=table.text("says", required=True))
    table.done()
    return found


def _scoped(table: Table, books: Books) -> Limit:
    known = (*SCOPES, *books.products) if books.products else ()  # when the products could not be read, any word will do
    scopes = tuple(frozenset(words.split()) for words in table.texts("scopes"))
    for word in sorted({w for s in scopes for w in s} - set(known)) if known else ():
        table.fault("scopes", f"no scope word '{word}'", did_you_mean(word, known, "Use a word that products carry, or a product's id."))
    beside = table.texts("with")
    for id in beside:
        if id not in books.known:
            table.fault("with", f"no entry '{id}'", did_you_mean(id, books.known, "Name an entry of the lists."))
    acid = table.text("acid")
    return Limit(
        scopes=scopes,
        excluded=frozenset(table.texts("excluded", known or None)),
        element=table.choice("element", sorted(SYMBOLS)),
        acid=_formula(table, "acid", acid) if acid else None,
        beside=beside,
    )


def _percent(table: Table, key: str, required: bool = False) -> float | None:
    found = table.span(key, "%", 0, 100)
    if found is None and required and not table.present(key):
        table.fault(key, f"{key} is missing", f'Add {key} = "0.001 %".')
    return None if found is None else found.high


def _formulas(table: Table, key: str) -> tuple[Formula, ...]:
    return tuple(f for f in (_formula(table, key, text) for text in table.texts(key)) if f)


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
