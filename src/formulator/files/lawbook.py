"""All of `resources/rules/` put together: official lists, amending acts, what changed before and after the lists' editions, other markets, readings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from formulator.core.figure import Source
from formulator.core.rules import Act, Entry, Limit, Reading, RuleList
from formulator.files.rules import BASE_ACT, Books, misprinted, read_act, read_entry, read_list, read_reading
from formulator.files.table import Table

Read = Callable[[str, Callable[[Table], object]], None]


@dataclass(slots=True)
class Lawbook:
    """What the rule files hold, filled file by file; `read` gives each file's table to a function and keeps its problems."""

    folder: Path
    sources: Mapping[str, Source]
    products: Mapping[str, object]
    read: Read
    acts: dict[str, Act] = field(default_factory=dict)
    lists: dict[str, RuleList] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)

    def fill(self) -> None:
        """Read everything, in the order in which one file needs another."""
        self.read("rules/acts.toml", self._acts)
        self.read("rules/lists.toml", self._lists)
        self.read("rules/amendments.toml", self._amendments)
        for path in sorted((self.folder / "rules" / "markets").glob("*.toml")):
            self.read(f"rules/markets/{path.name}", self._market)
        for path in sorted((self.folder / "rules" / "readings").glob("*.toml")):
            self.read(f"rules/readings/{path.name}", self._readings)

    def _books(self, table: Table) -> Books:
        """What a file is read against; its own entries may name each other."""
        own = (inner.get("id") for inner in table.raw.get("entry", ()) if isinstance(inner, dict))
        return Books(self.sources, self.acts, self.products, self.entries, frozenset((*self.entries, *(id for id in own if isinstance(id, str)))))

    def _acts(self, table: Table) -> None:
        for inner in table.tables("act"):
            act = read_act(inner, self.sources)
            self.acts[act.id] = act

    def _lists(self, table: Table) -> None:
        for inner in table.tables("list"):
            found, own = read_list(inner, self.sources, self.folder / "rules")
            self.lists[found.id] = found
            for entry in own:
                if entry.key in self.entries:
                    inner.fault("file", f"a second entry '{entry.id}'", "Ids are unique.")
                act = self.acts.get(entry.act)
                if entry.act and act is None:
                    inner.fault("file", f"{entry.id} names act {entry.act}, which is not on file", "Add it to acts.toml.")
                # a prohibition began with the act that is printed beside it
                began = found.kind == "prohibition" and act is not None and act.id != BASE_ACT
                self.entries[entry.key] = replace(entry, since=act.dates.get(entry.id, act.applies)) if began and act else entry

    def _amendments(self, table: Table) -> None:
        books = self._books(table)
        for inner in table.tables("entry"):
            entry, reading, change = read_entry(inner, books)
            if entry.list not in self.lists:
                inner.fault("list", f"no list '{entry.list}'", "Name a list of lists.toml.")
            present = self.entries.get(entry.id)
            if change == "past":
                if present is not None and present.since < entry.until and not present.curated:
                    self.entries[entry.id] = replace(present, since=entry.until)
            elif change in ("changed", "deleted"):
                # what an earlier amendment put in its place, if there is one
                present = next((e for e in self.entries.values() if e.id == entry.id and not e.until), present)
                if present is not None:
                    self.entries[present.key] = replace(present, until=entry.since)
                if change == "changed" and present is not None and not entry.names and not entry.cas:
                    entry = replace(entry, names=present.names, cas=present.cas)
            elif present is not None and not present.moved:
                inner.fault("id", f"'{entry.id}' is on the list already", 'Say change = "changed".')
                continue
            nothing_held = change == "past" and reading is not None and reading.limits == (Limit(),) and not reading.labels
            if change != "deleted" and reading is not None and not nothing_held:
                self._put(inner, entry, reading)

    def _market(self, table: Table) -> None:
        for inner in table.tables("list"):
            found, _ = read_list(inner, self.sources, None)
            self.lists[found.id] = found
        books = self._books(table)
        for inner in table.tables("entry"):
            entry, reading, _ = read_entry(inner, books)
            rules = self.lists.get(entry.list)
            if rules is None:
                inner.fault("list", f"no list '{entry.list}'", "Add a [[list]] above.")
                continue
            self.lists[entry.list] = replace(rules, size=rules.size + 1)
            if reading is not None:
                self._put(inner, entry, reading)

    def _readings(self, table: Table) -> None:
        plain = table.table("plain")
        if plain:
            self._plain(plain)
        books = self._books(table)
        for inner in table.tables("reading"):
            found = read_reading(inner, books)
            if found.entry in self.readings:
                inner.fault("entry", f"a second reading of '{found.entry}'", "Keep one.")
            if found.entry in self.entries:
                self.readings[found.entry] = found
                self.entries[found.entry] = misprinted(inner, self.entries[found.entry])

    def _plain(self, table: Table) -> None:
        """Entry → hash, for entries that prohibit what they name without any condition, all read on one day."""
        day = table.raw.get("read")
        table.has("read")
        for id in (key for key in table.raw if key != "read"):
            hash = table.text(id)
            if id not in self.entries:
                table.fault(id, f"no entry '{id}'", "Take it out.")
            elif id in self.readings:
                table.fault(id, f"a second reading of '{id}'", "Keep one.")
            else:
                self.readings[id] = Reading(entry=id, hash=hash, read=str(day), means="prohibited")

    def _put(self, table: Table, entry: Entry, reading: Reading) -> None:
        key = entry.key
        while key in self.entries and not self.entries[key].moved:
            key += "'"
        if key != entry.key and entry.key == entry.id:
            table.fault("id", f"a second entry '{entry.id}'", "Ids are unique.")
        self.entries[key] = replace(entry, key=key)
        self.readings[key] = replace(reading, entry=key)
