"""The shipped data: everything in `resources/` as one frozen `Data`, and every fault found on the way."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from formulator.core.chemistry import SYMBOLS
from formulator.core.data import Authority, Data, ImpurityLimit, IntakeLimit, Population, Product
from formulator.core.figure import Datum, Source
from formulator.core.material import Material
from formulator.core.recipe import MARKETS
from formulator.core.span import Span
from formulator.files.lawbook import Lawbook
from formulator.files.lawcopy import Law, copy_of, digest, keep_copy, read_copy
from formulator.files.materials import Reader, read_material, sourced
from formulator.files.table import Problem, Table
from formulator.files.text import located, toml_table

SOURCE_KINDS = ("paper", "book", "regulation", "opinion", "dataset", "supplier", "web", "definition")
QUANTITIES = ("UL", "safe level", "ADI")


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A fault in one of the shipped files."""

    file: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Bundle:
    """The data, usable when there are no problems."""

    data: Data
    problems: tuple[FileProblem, ...]


def shipped(name: str) -> Path:
    """A shipped folder ("resources", "recipes"): inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "_shipped" / name
    return inside if inside.is_dir() else package.parents[1] / name


def load(folder: Path | None = None) -> Bundle:
    """Read all of `resources/`."""
    collecting = gc.isenabled()
    gc.disable()  # all of this is kept: looking through it for garbage takes a third of the time
    try:
        return _Loader(folder or shipped("resources")).bundle()
    finally:
        if collecting:
            gc.enable()


class _Loader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[FileProblem] = []
        self.sources: dict[str, Source] = {}
        self.edition = digest(folder)

    def bundle(self) -> Bundle:
        self.read("sources.toml", self.take_sources)
        weights: dict[str, Datum] = {}
        self.read("atomic_weights.toml", lambda t: weights.update(self.weights(t)))
        materials: dict[str, Material] = {}
        for path in sorted((self.folder / "materials").glob("*.toml")):
            self.read(f"materials/{path.name}", lambda t: self.take_materials(t, materials))
        products: dict[str, Product] = {}
        populations: dict[str, Population] = {}
        self.read("exposure.toml", lambda t: self.take_exposure(t, products, populations))
        authorities: dict[str, Authority] = {}
        limits: list[IntakeLimit] = []
        self.read("limits/upper-intakes.toml", lambda t: self.take_limits(t, authorities, limits))
        impurities: list[ImpurityLimit] = []
        self.read("limits/impurities.toml", lambda t: self.take_impurities(t, impurities))
        law = self.law(products)
        data = Data(
            edition=self.edition[:12],
            sources=self.sources,
            weights=weights,
            materials=materials,
            products=products,
            populations=populations,
            authorities=authorities,
            limits=tuple(limits),
            lists=law.lists,
            acts=law.acts,
            entries=law.entries,
            readings=law.readings,
            impurities=tuple(impurities),
        )
        return Bundle(data, tuple(self.problems))

    def law(self, products: dict[str, Product]) -> Law:
        """The rules: from the copy kept of this very edition, else read and checked, and then kept."""
        copy = copy_of(self.edition)
        kept = read_copy(copy)
        if kept is not None:
            return kept
        faults = len(self.problems)
        book = Lawbook(self.folder, self.sources, products, self.read)
        book.fill()
        law = Law(acts=book.acts, lists=book.lists, entries=book.entries, readings=book.readings)
        if len(self.problems) == faults:
            keep_copy(law, copy)
        return law

    def read(self, name: str, take: Callable[[Table], object]) -> None:
        """Give one file's table to `take`, and keep its problems with their lines."""
        try:
            content = (self.folder / name).read_bytes()
        except OSError as fault:
            self.problems.append(FileProblem(name, Problem("", f"cannot be read: {fault.strerror}", "Install the program again.")))
            return
        raw, text, early = toml_table(content)
        problems = list(early)
        if raw is not None:
            table = Table(raw, "", problems)
            take(table)
            table.done()
        self.problems += [FileProblem(name, p) for p in located(problems, text)]

    def take_sources(self, table: Table) -> None:
        for id in table.raw:
            inner = table.table(id)
            if inner is None:
                continue
            year = inner.number("year", 1700, 2200)
            accessed = inner.raw.get("accessed")
            if inner.has("accessed") and not isinstance(accessed, date):
                inner.fault("accessed", "accessed is not a date", "Write accessed = 2026-11-22.")
            self.sources[id] = Source(
                id=id,
                title=inner.text("title", required=True),
                kind=inner.choice("kind", SOURCE_KINDS, required=True),
                by=inner.text("by"),
                year=None if year is None else int(year),
                url=inner.text("url"),
                doi=inner.text("doi"),
                isbn=inner.text("isbn"),
                accessed=accessed.isoformat() if isinstance(accessed, date) else "",
                note=inner.text("note"),
            )
            inner.done()

    def weights(self, table: Table) -> Iterator[tuple[str, Datum]]:
        whole = self._weight_source(table)
        elements = table.table("element")
        for symbol in elements.raw if elements else ():
            inner = elements.table(symbol) if elements else None
            if inner is None:
                continue
            if symbol not in SYMBOLS:
                inner.fault("", f"'{symbol}' is no element", "Write a symbol such as Zn.")
            inner.text("name", required=True)
            inner.number("number", 1, 118, required=True)
            weight = inner.number("weight", 1, 400, required=True)
            u = inner.number("uncertainty", 0, 2, required=True)
            own = self._weight_source(inner) if inner.present("source") else whole
            inner.has("note")
            inner.done()
            if weight is not None and u is not None and own is not None:
                yield symbol, replace(own, span=Span(weight - u, weight, weight + u))
        table.has("note")

    def _weight_source(self, table: Table) -> Datum | None:
        keys = ("source", "at", "kind", "confidence", "read", "note")
        for key in keys:
            table.has(key)
        raw = {k: table.raw[k] for k in keys if k in table.raw}
        return sourced(Table({**raw, "value": 1}, table.place, table.problems), "", 0, 1, self.reader())

    def reader(self) -> Reader:
        return Reader(sources=self.sources, origin="library", find=lambda _: None)

    def take_materials(self, table: Table, materials: dict[str, Material]) -> None:
        for inner in table.tables("material"):
            material = read_material(inner, self.reader())
            if material is None:
                continue
            taken = {alias for m in materials.values() for alias in m.aliases} | materials.keys()
            for id in (material.id, *material.aliases):
                if id in taken:
                    inner.fault("id", f"a second material '{id}'", "Give each its own id.")
            materials.setdefault(material.id, material)

    def take_exposure(self, table: Table, products: dict[str, Product], populations: dict[str, Population]) -> None:
        for inner in table.tables("population"):
            weight = self.datum(inner, "body_weight", "kg", 1, 300)
            id = inner.text("id", required=True)
            name = inner.text("name", required=True)
            if weight is not None:
                populations[id] = Population(id=id, name=name, body_weight=weight)
            inner.done()
        for inner in table.tables("product"):
            id = inner.text("id", required=True)
            products[id] = Product(
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

    def datum(self, table: Table, key: str, unit: str, low: float, high: float) -> Datum | None:
        """One sourced value, or the first of several with the others beside it."""
        if not table.has(key):
            return None
        raw = table.raw[key]
        found = [
            sourced(Table(item, table.at(key), table.problems), unit, low, high, self.reader()) if isinstance(item, dict) else None
            for item in (raw if isinstance(raw, list) else [raw])
        ]
        kept = [d for d in found if d is not None]
        if not all(isinstance(item, dict) for item in (raw if isinstance(raw, list) else [raw])):
            table.fault(key, f"{key} has no source", 'Write { value = "…", source = "…", at = "…", kind = …, confidence = …, read = … }.')
        return replace(kept[0], others=tuple(kept[1:])) if kept else None

    def take_limits(self, table: Table, authorities: dict[str, Authority], limits: list[IntakeLimit]) -> None:
        for inner in table.tables("authority"):
            id = inner.text("id", required=True)
            authorities[id] = Authority(id=id, name=inner.text("name", required=True), markets=inner.texts("markets"))
            inner.done()
        for inner in table.tables("limit"):
            fields = {
                "authority": inner.choice("authority", tuple(authorities), required=True),
                "element": inner.choice("element", sorted(SYMBOLS), required=True),
                "quantity": inner.choice("quantity", QUANTITIES, required=True),
                "population": inner.text("population", required=True),
                "scope": inner.text("scope", required=True),
            }
            superseded = inner.flag("superseded") is True
            text = str(inner.raw.get("value", ""))
            unit = "mg/kg/day" if "/kg/" in text else "mg/day"
            keys = ("value", "low", "best", "high", "source", "at", "kind", "confidence", "read", "note", "why")
            for key in keys:
                inner.has(key)
            value = sourced(Table({k: inner.raw[k] for k in keys if k in inner.raw}, inner.place, inner.problems), unit, 0, 1e6, self.reader())
            inner.done()
            if value is not None:
                limits.append(IntakeLimit(**fields, value=value, superseded=superseded))

    def take_impurities(self, table: Table, impurities: list[ImpurityLimit]) -> None:
        for inner in table.tables("impurity"):
            keys = ("source", "at", "kind", "confidence", "read", "note")
            raw = {k: inner.raw[k] for k in keys if k in inner.raw}
            for key in (*keys, "maximum", "act", "product", "seen"):
                inner.has(key)
            text = inner.raw.get("maximum")
            value = sourced(Table({**raw, "value": text, "kind": "published"}, inner.place, inner.problems), "mg/kg", 0, 1e6, self.reader())
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
                impurities.append(ImpurityLimit(**found, value=value, scopes=scopes, excluded=excluded, since=since, until=until))
