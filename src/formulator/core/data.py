"""The frozen bundle of everything read from `resources/`. What is in here decides every figure and verdict, together with the recipe and the date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from formulator.core.body import Body
from formulator.core.figure import Cited, Datum, Source
from formulator.core.material import Material, Substance
from formulator.core.rules import Act, Entry, Reading, RuleList


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product type's published use: `amount` g/day, `dose` mg/kg/day (both before retention), `retained` mg/kg/day after it,
    `retention` 0–1, `area` cm²; None when not published."""

    id: str
    name: str
    scopes: frozenset[str]
    names: tuple[str, ...] = ()
    amount: Datum | None = None
    dose: Datum | None = None
    retained: Datum | None = None
    retention: Datum | None = None
    area: Datum | None = None
    applications: Datum | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpurityLimit:
    """The most of an element that a market tolerates as an impurity in products of `scopes`, mg/kg, between two days."""

    market: str
    element: str
    quantity: str
    value: Datum
    scopes: tuple[frozenset[str], ...] = ()
    excluded: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class Data:
    """Everything shipped. Mappings go by id, entries and readings by the entry's key; `weights` are IUPAC standard atomic weights as data, g/mol."""

    edition: str
    sources: Mapping[str, Source]
    weights: Mapping[str, Datum]
    materials: Mapping[str, Material]
    products: Mapping[str, Product]
    body: Body
    lists: Mapping[str, RuleList]
    acts: Mapping[str, Act]
    entries: Mapping[str, Entry]
    readings: Mapping[str, Reading]
    impurities: tuple[ImpurityLimit, ...] = ()

    @cached_property
    def contents(self) -> dict[tuple[str, str], Cited]:
        """(material, element) → its content: filled by `contents.content_of`, since the library never changes."""
        return {}

    @cached_property
    def standings(self) -> list[Any]:
        """What the latest evaluations found that no amount changes: filled by `standing.standing_of`."""
        return []

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Former material id → present one. Ids are permanent; a renamed one keeps its alias."""
        return {alias: m.id for m in self.materials.values() for alias in m.aliases}

    @cached_property
    def assessed(self) -> tuple[Material, ...]:
        """The library's materials with a point of departure for a margin of safety."""
        return tuple(m for m in self.materials.values() if m.toxicity.point is not None)

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Entry, ...]]:
        """CAS number or name in capitals → the entries that list it."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            for key in (*entry.cas, *entry.names):
                found.setdefault(key, []).append(entry)
        return {key: tuple(entries) for key, entries in found.items()}

    @cached_property
    def substances_by_name(self) -> Mapping[str, tuple[Substance, ...]]:
        """CAS number or INCI name in capitals → the library's substances of that identity, single ones first."""
        found: dict[str, list[Substance]] = {}
        for material in sorted(self.materials.values(), key=lambda m: len(m.substances)):
            for substance in material.substances:
                for key in (*substance.cas, substance.inci.upper()):
                    found.setdefault(key, []).append(substance)
        return {key: tuple(substances) for key, substances in found.items() if key}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Entry key → its place in the law."""
        return {key: n for n, key in enumerate(self.entries)}

    @cached_property
    def class_readings(self) -> Mapping[str, tuple[str, ...]]:
        """Element → the keys of the entries whose reading covers, beyond what the entry names, something that holds it."""
        found: dict[str, list[str]] = {}
        for key, reading in self.readings.items():
            classes = [c for c in (reading.of_class, reading.near) if c is not None]
            for element in sorted({x for c in classes for x in (c.element, *(x for f in c.formulas for x in f.elements)) if x}):
                found.setdefault(element, []).append(key)
        return {element: tuple(keys) for element, keys in found.items()}

    def reading(self, key: str, day: str) -> tuple[Reading | None, str]:
        """The reading of an entry, or why there is none to judge by: nobody has read it, its text changed since, or its text of that day is not on file."""
        reading = self.readings.get(key)
        if reading is None:
            return None, "unread"
        if reading.hash != self.entries[key].hash:
            return None, "changed"
        return (None, "earlier") if reading.since and day < reading.since else (reading, "")

    def material(self, id: str) -> Material | None:
        """A library material by its id or a former one."""
        return self.materials.get(id) or self.materials.get(self.aliases.get(id, ""))
