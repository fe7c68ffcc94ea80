"""Who uses a product and what the body takes up, read from `resources/`: exposure, limits of intake, absorption, defaults of toxicology."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from formulator.core.body import (
    END_OF_LIFE,
    Absorption,
    Aggregate,
    Authority,
    Band,
    Body,
    Intake,
    Medicine,
    NonThreshold,
    Part,
    Population,
    Statement,
)
from formulator.core.chemistry import SYMBOLS
from formulator.core.data import ImpurityLimit, Product
from formulator.core.figure import Datum, Source
from formulator.core.material import valid_cas
from formulator.core.recipe import EMULSIONS, MARKETS, SKINS
from formulator.files.table import Table
from formulator.files.values import Reader, sourced

LIMITS = ("UL", "safe level", "ADI", "TDI", "TWI")
REFERENCES = ("RDA", "AI", "PRI", "AR")
DIETS = ("P95", "mean")
STATES = ("", "pregnancy", "lactation")
GRADES = ("A", "B", "C", "D")
MOST = {"margin": 1000, "loael_factor": 10, "short_study_factor": 10}  # what each can be at most; the other defaults are percentages
NUMBERS = tuple(MOST)
_VALUE_KEYS = ("value", "low", "best", "high", "source", "at", "kind", "confidence", "read", "note", "why")
_WHERE_KEYS = ("source", "at", "confidence", "read", "note")
Read = Callable[[str, Callable[[Table], object]], None]


class People:
    """Reads the files about people; `read` gives one file's table and keeps its problems."""

    def __init__(self, sources: Mapping[str, Source], read: Read) -> None:
        self.reader = Reader(sources=sources, origin="library", find=lambda _: None)
        self.read = read
        self.products: dict[str, Product] = {}
        self.populations: dict[str, Population] = {}
        self.authorities: dict[str, Authority] = {}
        self.intakes: dict[str, list[Intake]] = {"limit": [], "reference": [], "diet": []}
        self.impurities: list[ImpurityLimit] = []
        self.found: dict[str, Any] = {}

    def body(self) -> Body:
        """Everything about people; `products` and `impurities` are then filled too."""
        self.read("exposure.toml", self.take_exposure)
        self.read("limits/upper-intakes.toml", lambda t: self.take_intakes(t, "limit", "limit", LIMITS))
        self.read("limits/reference-intakes.toml", lambda t: self.take_intakes(t, "limit", "reference", REFERENCES))
        self.read("limits/diet.toml", lambda t: self.take_intakes(t, "diet", "diet", DIETS))
        self.read("limits/impurities.toml", self.take_impurities)
        self.read("limits/medicines.toml", self.take_medicines)
        self.read("absorption.toml", self.take_absorption)
        self.read("toxicology.toml", self.take_toxicology)
        return Body(
            populations=self.populations,
            authorities=self.authorities,
            limits=tuple(self.intakes["limit"]),
            references=tuple(self.intakes["reference"]),
            diets=tuple(self.intakes["diet"]),
            **self.found,
        )

    def take_exposure(self, table: Table) -> None:
        for inner in table.tables("population"):
            weight = self.datum(inner, "body_weight", "kg", 1, 300)
            id, name = inner.text("id", required=True), inner.text("name", required=True)
            state = inner.choice("state", STATES)
            band = self.band(inner, (state,))
            factor = self.datum(inner, "area_factor", "", 0, 10)
            if weight is not None:
                self.populations[id] = Population(id=id, name=name, body_weight=weight, band=band, area_factor=factor)
            inner.done()
        for inner in table.tables("product"):
            id = inner.text("id", required=True)
            self.products[id] = Product(
                id=id,
                name=inner.text("name", required=True),
                names=inner.texts("names"),
                scopes=frozenset((id, *inner.texts("scopes"))),  # a rule may name the product type itself
                amount=self.datum(inner, "amount", "g/day", 0, 1000),
                dose=self.datum(inner, "dose", "mg/kg/day", 0, 1e5),
                retained=self.datum(inner, "dose_retained", "mg/kg/day", 0, 1e5),
                retention=self.datum(inner, "retention", "", 0, 1),
                area=self.datum(inner, "area", "cm2", 0, 30000),
                applications=self.datum(inner, "applications", "1/day", 0, 100),
            )
            inner.done()
        parts: dict[str, Part] = {}
        for inner in table.tables("part"):
            id, name = inner.text("id", required=True), inner.text("name", required=True)
            area = self.datum(inner, "area", "cm2", 0, 30000)
            inner.choice("population", tuple(self.populations))
            if area is not None:
                parts[id] = Part(id=id, name=name, area=area)
            inner.done()
        self.found["parts"] = parts
        one = table.table("fingertip")
        if one is not None:
            self.found["fingertip"] = self.datum(one, "mass", "g", 0, 10)
            one.done()
        whole = table.table("aggregate")
        if whole is not None:
            products = whole.texts("products", tuple(self.products))
            amount, dose = self.datum(whole, "amount", "g/day", 0, 1000), self.datum(whole, "dose", "mg/kg/day", 0, 1e5)
            whole.done()
            if amount is not None and dose is not None:
                self.found["aggregate"] = Aggregate(products=products, amount=amount, dose=dose)

    def take_intakes(self, table: Table, key: str, kind: str, quantities: tuple[str, ...]) -> None:
        for inner in table.tables("authority"):
            id = inner.text("id", required=True)
            self.authorities[id] = Authority(id=id, name=inner.text("name", required=True), markets=inner.texts("markets"))
            inner.done()
        for inner in table.tables(key):
            fields: dict[str, Any] = {
                "authority": inner.choice("authority", tuple(self.authorities), required=True),
                "element": inner.choice("element", sorted(SYMBOLS), required=True),
                "quantity": inner.choice("quantity", quantities, required=True),
                "scope": inner.text("scope", required=kind == "limit"),
                "bodies": inner.text("bodies"),
                "band": self.band(inner, inner.texts("states", STATES)),
                "superseded": inner.flag("superseded") is True,
            }
            unit = "mg/kg/day" if "/kg/" in str(inner.raw.get("value", "")) else "mg/day"
            value = self.inline(inner, unit, 0, 1e6)
            inner.done()
            if value is not None:
                self.intakes[kind].append(Intake(**fields, value=value))

    def take_impurities(self, table: Table) -> None:
        for inner in table.tables("impurity"):
            keys = ("source", "at", "kind", "confidence", "read", "note")
            raw = {k: inner.raw[k] for k in keys if k in inner.raw}
            for key in (*keys, "maximum", "act", "product", "seen"):
                inner.has(key)
            text = inner.raw.get("maximum")
            value = sourced(Table({**raw, "value": text, "kind": "published"}, inner.place, inner.problems), "mg/kg", 0, 1e6, self.reader)
            days = {key: inner.raw.get(key) for key in ("since", "until")}
            for key, day in days.items():
                if inner.has(key) and not isinstance(day, date):
                    inner.fault(key, f"{key} is not a date", f"Write {key} = 2025-12-08.")
            found = {
                "market": inner.choice("market", MARKETS, required=True),
                "element": inner.choice("element", sorted(SYMBOLS), required=True),
                "quantity": inner.choice("kind", ("limit", "guideline"), required=True),
            }
            scopes = tuple(frozenset(words.split()) for words in inner.texts("scopes"))
            excluded = frozenset(inner.texts("excluded"))
            inner.done()
            if value is not None:
                since, until = (day.isoformat() if isinstance(day, date) else "" for day in days.values())
                self.impurities.append(ImpurityLimit(**found, value=value, scopes=scopes, excluded=excluded, since=since, until=until))

    def take_medicines(self, table: Table) -> None:
        found: dict[str, Medicine] = {}
        for inner in table.tables("medicine"):
            symbol = inner.choice("element", sorted(SYMBOLS), required=True)
            pde, ctcl = self.datum(inner, "pde", "mg/day", 0, 1e6), self.datum(inner, "ctcl", "mg/kg", 0, 1e6)
            group = inner.text("class", required=True)
            inner.done()
            if pde is not None:
                found[symbol] = Medicine(element=symbol, group=group, pde=pde, ctcl=ctcl)
        self.found["medicines"] = found

    def take_absorption(self, table: Table) -> None:
        found: list[Absorption] = []
        for inner in table.tables("absorption"):
            fields: dict[str, Any] = {
                "element": inner.choice("element", sorted(SYMBOLS), required=True),
                "of": inner.text("of", required=True),
                "grade": inner.choice("grade", GRADES, required=True),
                "skin": inner.choice("skin", SKINS, required=True),
                "cas": inner.texts("cas"),
                "emulsion": inner.texts("emulsion", EMULSIONS),
                "inorganic": inner.flag("inorganic") is True,
                "soluble": inner.flag("soluble") is True,
            }
            counts = inner.text("counts")
            for number in fields["cas"]:
                if not valid_cas(number):
                    inner.fault("cas", f"'{number}' is no CAS number", "Its last digit must be right.")
            fraction = self.datum(inner, "fraction", "%", 0, 100)
            inner.done()
            if fraction is not None:
                # what was counted as absorbed belongs to the value: it is shown wherever the value is
                note = "; ".join(text for text in (f"counted: {counts}" if counts else "", str(fraction.note)) if text)
                found.append(Absorption(**fields, fraction=replace(fraction, note=note)))
        self.found["absorptions"] = tuple(found)
        self.found["oral"] = dict(self._by_element(table, "oral"))
        self.found["proposals"] = {x: replace(d, kind="default") for x, d in self._by_element(table, "default")}
        statements = {x: Statement(element=x, says=says, where=where) for x, says, where, _ in self._said(table, "statement")}
        self.found["statements"] = statements

    def take_toxicology(self, table: Table) -> None:
        inner = table.table("default")
        defaults: dict[str, Datum] = {}
        for name in inner.raw if inner else ():
            assert inner is not None
            number = name in NUMBERS
            # a factor and a margin are at least one, whatever they turn out to be
            datum = self.datum(inner, name, "" if number else "%", 1 if number else 0, MOST[name] if number else 100)
            if datum is not None:
                defaults[name] = datum if number else replace(datum, kind="default")
        self.found["defaults"] = defaults
        self.found["non_threshold"] = tuple(
            NonThreshold(element=x, says=says, where=where, states=states) for x, says, where, states in self._said(table, "non_threshold")
        )

    def datum(self, table: Table, key: str, unit: str, low: float, high: float) -> Datum | None:
        """One sourced value, or the first of several with the others beside it."""
        if not table.has(key):
            return None
        raw = table.raw[key]
        items = raw if isinstance(raw, list) else [raw]
        places = [f"{table.at(key)}[{n}]" if isinstance(raw, list) else table.at(key) for n in range(len(items))]
        found = [
            sourced(Table(item, place, table.problems), unit, low, high, self.reader) if isinstance(item, dict) else None
            for item, place in zip(items, places, strict=True)
        ]
        kept = [d for d in found if d is not None]
        if not all(isinstance(item, dict) for item in items):
            table.fault(key, f"{key} has no source", 'Write { value = "…", source = "…", at = "…", kind = …, confidence = …, read = … }.')
        return replace(kept[0], others=tuple(kept[1:])) if kept else None

    def inline(self, table: Table, unit: str, low: float, high: float) -> Datum | None:
        """A value whose keys stand in the table itself."""
        for key in _VALUE_KEYS:
            table.has(key)
        raw = {k: table.raw[k] for k in _VALUE_KEYS if k in table.raw}
        return sourced(Table(raw, table.place, table.problems), unit, low, high, self.reader)

    def band(self, table: Table, states: tuple[str, ...]) -> Band:
        """Ages `from` … `below`, in years."""
        start, end = table.number("from", 0, END_OF_LIFE), table.number("below", 0, END_OF_LIFE)
        if start is not None and end is not None and start >= end:
            table.fault("below", "the band ends before it begins", "from is its first birthday, below the first that is not in it.")
        return Band(start or 0.0, END_OF_LIFE if end is None else end, states or ("",))

    def _by_element(self, table: Table, key: str) -> Iterator[tuple[str, Datum]]:
        for inner in table.tables(key):
            symbols = inner.texts("elements", sorted(SYMBOLS)) or (inner.choice("element", sorted(SYMBOLS), required=True),)
            inner.text("of")
            fraction = self.datum(inner, "fraction", "%", 0, 100)
            inner.done()
            if fraction is not None:
                yield from ((symbol, fraction) for symbol in symbols)

    def _said(self, table: Table, key: str) -> Iterator[tuple[str, str, Datum, tuple[float, ...]]]:
        """(element, what is said, where, oxidation states) of each table of words with a source."""
        for inner in table.tables(key):
            symbol, says = inner.choice("element", sorted(SYMBOLS), required=True), inner.text("says", required=True)
            for name in (*_WHERE_KEYS, "oxidation"):
                inner.has(name)
            raw = {k: inner.raw[k] for k in _WHERE_KEYS if k in inner.raw}
            where = sourced(Table({**raw, "value": 1, "kind": "published"}, inner.place, inner.problems), "", 0, 1, self.reader)
            states = inner.raw.get("oxidation", [])
            inner.done()
            if where is not None:
                yield symbol, says, where, tuple(float(x) for x in states)
