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
from formulator.report.tongue import decimals, marked, say

_MANY = 40
_SURELY = {
    "named": marked("{market}, {place} ({substance}: named)"),
    "class": marked("{market}, {place} ({substance}: of its class)"),
    "unsure": marked("{market}, {place} ({substance}: perhaps of its class)"),
    "near": marked("{market}, {place} ({substance}: close to it: expert review)"),
}

_SEVERITIES = {"error": marked("error"), "warning": marked("warning"), "note": marked("note")}
_STATES = {"unread": marked("unread"), "changed": marked("changed"), "earlier": marked("earlier")}  # why there is no reading to go by
_VERDICTS = {"pass": marked("pass"), "fail": marked("fail"), "cannot tell": marked("cannot tell")}
_READ = {
    "high": marked("reading of {day} (high confidence): {reading}"),
    "medium": marked("reading of {day} (medium confidence): {reading}"),
    "low": marked("reading of {day} (low confidence): {reading}"),
}
_UNREAD = {
    "high": marked("reading (high confidence): {reading}"),
    "medium": marked("reading (medium confidence): {reading}"),
    "low": marked("reading (low confidence): {reading}"),
}


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
            meaning = reading_words(reading) if reading else say("expert review, {why}", why=say(_STATES[state]))
            brief.append(f"{rules.markets[0]}, {entry.id}: {_short(meaning)}")
            name = say(_SURELY[membership], market=rules.markets[0], place=rules.locator(entry.number), substance=substance.inci or substance.id)
            entries.append(Node(f"{entry.id}: {name}", tuple(entry_lines(entry, data)), ()))
    where = ", ".join(markets) or say("any market")
    law = brief or [say("no entry on file names it ({markets}, {day})", markets=where, day=day)]
    return Node(heading, (*law, *(line.strip() for line in rest)), tuple(entries))


def finding_node(found: Assessment, data: Data, check: Check) -> Node:
    """A check with the words of its rule, our reading, and how the number it judged came about."""
    lines = [words.message(check)]
    for p, n in check.lines:
        line = found.recipe.phases[p].lines[n]
        amount, phase = decimals(line.amount.text), found.recipe.phases[p].name or p + 1
        lines.append(say("line: {material}, {amount} (phase {phase})", material=line.material, amount=amount, phase=phase))
    if check.source:
        lines.append(f"{check.locator or check.subject}: {cited(check.source)}")
    day = found.on.isoformat()
    rules = [Node(f"{e.id}: {e.title}", tuple(entry_lines(e, data)), ()) for e in data.entries.values() if e.id == check.rule and e.in_force(day)]
    judged = [found.figures[id] for id in (check.figure, str(check.values.get("allowed_figure"))) if id in found.figures]
    where = ", ".join(x for x in (say(_SEVERITIES[check.severity]), check.market, check.subject) if x)
    return Node(f"{check.rule}: {say(_VERDICTS[check.verdict])} ({where})", tuple(lines), (*rules, *(derivation(f, data, f.id) for f in judged)))


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
        last = (date.fromisoformat(entry.until) - timedelta(days=1)).isoformat() if entry.until else ""
        if not last:
            yield say("in force from {first}", first=entry.since)
        elif not entry.since:
            yield say("in force to {last}", last=last)
        else:
            yield say("in force from {first} to {last}", first=entry.since, last=last)
    if entry.curated:
        yield entry.title
        named = ", ".join((*entry.names, *entry.cas))
        yield from ([say("names: {names}", names=named)] if named else [])
    act = data.acts.get(entry.act)
    if act is not None:
        yield say("act: {title}, applies from {day}", title=act.title, day=act.dates.get(entry.id, act.applies))
    yield from (f"{label}: {' '.join(text.split())}" for label, text in entry.fields.items())
    reading = data.readings.get(entry.key)
    if reading is None:
        yield say("reading: none yet; a match is for expert review")
    elif reading.hash != entry.hash:
        yield say("reading: of an earlier text; a match is for expert review")
    else:
        source = _READ[reading.confidence] if reading.read else _UNREAD[reading.confidence]
        yield say(source, day=reading.read, reading=reading_words(reading))


def reading_words(reading: Reading) -> str:
    """What we take an entry to mean."""
    parts = [say("prohibited")] if reading.means == "prohibited" else []
    parts += [_limit_words(limit) for limit in reading.limits]
    parts += [say("besides {limit}", limit=_limit_words(limit)) for limit in reading.totals]
    parts += [
        say("label above {share} %{where}: {says}", share=decimals(f"{label.maximum:g}"), where=_where(label), says=label.says)
        for label in reading.labels
        if label.maximum is not None
    ]
    if reading.of_class:
        symbol = reading.of_class.element
        parts.append(say("covers compounds of {symbol}", symbol=symbol) if symbol else say("covers hydrates of what it names"))
    if reading.since:
        parts.append(say("in these words since {day}", day=reading.since))
    parts += [text for text in (reading.review and say("expert review: {why}", why=reading.review), reading.duty, reading.note) if text]
    return "; ".join(parts)


def _limit_words(limit: Limit) -> str:
    if limit.prohibited:
        return say("not allowed{where}", where=_where(limit))
    ends = []
    if limit.minimum is not None:
        ends.append(say("at least {share} %", share=decimals(f"{limit.minimum:g}")))
    if limit.maximum is not None:
        most = say("at most {share} %", share=decimals(f"{limit.maximum:g}"))
        if counted := limit.element or (limit.acid and limit.acid.text):
            most = say("{limit} as {counted}", limit=most, counted=counted)
        ends.append(say("{limits} each", limits=most) if limit.each else most)
    if limit.beside:
        ends.append(say("together with {substances}", substances=", ".join(limit.beside)))
    if limit.ph_low is not None:
        ends.append(say("pH at least {ph}", ph=decimals(f"{limit.ph_low:g}")))
    if limit.ph_high is not None:
        ends.append(say("pH at most {ph}", ph=decimals(f"{limit.ph_high:g}")))
    return f"{say(', ').join(ends) or say('no maximum')}{_where(limit)}"


def _where(limit: Limit) -> str:
    """Where it holds, with the space before it; nothing where it holds everywhere. The scopes are words of the data."""
    places = say(" or ").join(sorted(" ".join(sorted(words)) for words in limit.scopes))
    excluded = ",".join(sorted(limit.excluded))
    return (say(" in {places}", places=places) if places else "") + (say(" but not {places}", places=excluded) if excluded else "")


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:97]}…"
