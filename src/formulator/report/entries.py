"""The law as it is shown: entries in their own words with our reading, found by id, number, name or words; and the same as steps of an explanation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.cover import covering
from formulator.core.data import Data
from formulator.core.material import Material
from formulator.core.rules import Entry, Limit, Reading
from formulator.report import words
from formulator.report.derivation import Node, cited, derivation
from formulator.report.library import material_lines

_MANY = 40
_SURELY = {"named": "named", "class": "of its class", "unsure": "perhaps of its class", "near": "close to it: expert review"}


def material_node(material: Material, data: Data, day: str, markets: Sequence[str] = ()) -> Node:
    """What the law of some markets (all, for none) says of a material on a day in whatever product, then all that is on file of it."""
    heading, *rest = material_lines(material)
    brief, entries = [], []
    for substance in material.substances:
        for key, membership in covering(substance, data, frozenset(), day).items():
            entry = data.entries[key]
            rules = data.lists[entry.list]
            if markets and not set(markets) & set(rules.markets):
                continue
            reading, state = data.reading(key, day)
            meaning = reading_words(reading) if reading else f"expert review, {state}"
            brief.append(f"{rules.markets[0]}, {entry.id}: {_short(meaning)}")
            name = f"{rules.markets[0]}, {rules.locator(entry.number)} ({substance.inci or substance.id}: {_SURELY[membership]})"
            entries.append(Node(f"{entry.id}: {name}", tuple(entry_lines(entry, data)), ()))
    where = ", ".join(markets) or "any market"
    law = brief or [f"no entry on file names it ({where}, {day})"]
    return Node(heading, (*law, *(line.strip() for line in rest)), tuple(entries))


def finding_node(found: Assessment, data: Data, check: Check) -> Node:
    """A check with the words of its rule, our reading, and how the number it judged came about."""
    lines = [words.message(check)]
    for p, n in check.lines:
        line = found.recipe.phases[p].lines[n]
        lines.append(f"line: {line.material}, {line.amount.text} (phase {found.recipe.phases[p].name or p + 1})")
    if check.source:
        lines.append(f"{check.locator or check.subject}: {cited(check.source)}")
    day = found.on.isoformat()
    rules = [Node(f"{e.id}: {e.title}", tuple(entry_lines(e, data)), ()) for e in data.entries.values() if e.id == check.rule and e.in_force(day)]
    judged = [found.figures[id] for id in (check.figure, str(check.values.get("allowed_figure"))) if id in found.figures]
    where = ", ".join(x for x in (check.severity, check.market, check.subject) if x)
    return Node(f"{check.rule}: {check.verdict} ({where})", tuple(lines), (*rules, *(derivation(f, data, f.id) for f in judged)))


def rules_text(data: Data, asked: str, day: str) -> str:
    """The entries named by id, CAS number, INCI name or words, with their text and reading. Empty when nothing matches."""
    found = find_entries(data, asked, day)
    if not found:
        return ""
    if len(found) > _MANY:
        return "\n".join([*(f"{e.id:<12}  {_short(e.title)}" for e in found), f"{len(found)} entries; name one to read it whole."])
    lines: list[str] = []
    for entry in found:
        rules = data.lists[entry.list]
        lines += [
            f"{entry.id}  {', '.join(rules.markets)}, {rules.locator(entry.number)}, edition {rules.edition}",
            *(f"    {x}" for x in entry_lines(entry, data)),
            f"    source: {cited(rules.source)}",
            "",
        ]
    return "\n".join(lines).rstrip()


def find_entries(data: Data, asked: str, day: str) -> list[Entry]:
    """By id (every text it ever had); else those in force by CAS number, INCI name, a library material of that id, or words in their title and names."""
    key = asked.strip()
    if not key:
        return list(data.entries.values())
    if versions := [e for e in data.entries.values() if e.id == key.lower()]:
        return versions
    # a substance on file is known by more than the text asked for: its parent's number, its formula
    meant = [s for m in data.materials.values() for s in m.substances if key.upper() in (m.id.upper(), m.name.upper(), s.inci.upper(), *s.cas)]
    covered = {k for s in meant for k in covering(s, data, frozenset(), day)} | {e.key for e in data.by_name.get(key.upper(), ())}
    parts = key.casefold().split()
    # one market names what another only words: "selenium" is a name there and a class here
    worded = {e.key for e in data.entries.values() if all(p in f"{e.title} {' '.join(e.names)}".casefold() for p in parts)}
    return [e for e in data.entries.values() if e.key in covered | worded and e.in_force(day)]


def entry_lines(entry: Entry, data: Data) -> Iterator[str]:
    """The law's words and our reading of them."""
    if entry.since or entry.until:
        last = f" to {(date.fromisoformat(entry.until) - timedelta(days=1)).isoformat()}" if entry.until else ""
        yield f"in force{f' from {entry.since}' if entry.since else ''}{last}"
    if entry.curated:
        yield entry.title
        named = ", ".join((*entry.names, *entry.cas))
        yield from ([f"names: {named}"] if named else [])
    act = data.acts.get(entry.act)
    if act is not None:
        yield f"act: {act.title}, applies from {act.dates.get(entry.id, act.applies)}"
    yield from (f"{label}: {' '.join(text.split())}" for label, text in entry.fields.items())
    reading = data.readings.get(entry.key)
    if reading is None:
        yield "reading: none yet; a match is for expert review"
    elif reading.hash != entry.hash:
        yield "reading: of an earlier text; a match is for expert review"
    else:
        yield f"reading{f' of {reading.read}' if reading.read else ''} ({reading.confidence} confidence): {reading_words(reading)}"


def reading_words(reading: Reading) -> str:
    """What we take an entry to mean."""
    parts = ["prohibited"] if reading.means == "prohibited" else []
    parts += [_limit_words(limit) for limit in reading.limits]
    parts += [f"besides {_limit_words(limit)}" for limit in reading.totals]
    parts += [f"label above {label.maximum:g} %{_where(label)}: {label.says}" for label in reading.labels if label.maximum is not None]
    if reading.of_class:
        parts.append(f"covers compounds of {reading.of_class.element}" if reading.of_class.element else "covers hydrates of what it names")
    if reading.since:
        parts.append(f"in these words since {reading.since}")
    parts += [text for text in (reading.review and f"expert review: {reading.review}", reading.duty, reading.note) if text]
    return "; ".join(parts)


def _limit_words(limit: Limit) -> str:
    if limit.prohibited:
        return f"not allowed{_where(limit)}"
    counted = f" as {limit.element or (limit.acid and limit.acid.text)}" if limit.element or limit.acid else ""
    ends = [
        f"at least {limit.minimum:g} %" if limit.minimum is not None else "",
        f"at most {limit.maximum:g} %{counted}{' each' if limit.each else ''}" if limit.maximum is not None else "",
        f"together with {', '.join(limit.beside)}" if limit.beside else "",
        f"pH at least {limit.ph_low:g}" if limit.ph_low is not None else "",
        f"pH at most {limit.ph_high:g}" if limit.ph_high is not None else "",
    ]
    return f"{', '.join(e for e in ends if e) or 'no maximum'}{_where(limit)}"


def _where(limit: Limit) -> str:
    places = " or ".join(sorted(" ".join(sorted(words)) for words in limit.scopes))
    return f"{f' in {places}' if places else ''}{f' but not {chr(44).join(sorted(limit.excluded))}' if limit.excluded else ''}"


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:97]}…"
