"""The shipped data: everything in `resources/` as one frozen `Data`, and every fault found on the way."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from formulator.core.chemistry import SYMBOLS
from formulator.core.data import Data
from formulator.core.figure import Datum, Source
from formulator.core.material import Material
from formulator.core.span import Span
from formulator.files.kept import copy_of, digest, keep_copy, read_copy
from formulator.files.lawbook import Lawbook
from formulator.files.materials import read_material
from formulator.files.people import People
from formulator.files.table import Problem, Table
from formulator.files.text import located, toml_table
from formulator.files.values import Reader, sourced

SOURCE_KINDS = ("paper", "book", "regulation", "opinion", "dataset", "supplier", "web", "definition")


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
        """From the copy kept of this very edition, else read and checked, and then kept if there is no fault."""
        copy = copy_of(self.edition)
        kept = read_copy(copy)
        if kept is not None:
            return Bundle(kept, ())
        bundle = self.whole()
        if not bundle.problems:
            keep_copy(bundle.data, copy)
        return bundle

    def whole(self) -> Bundle:
        """Everything read from the files."""
        self.read("sources.toml", self.take_sources)
        weights: dict[str, Datum] = {}
        self.read("atomic_weights.toml", lambda t: weights.update(self.weights(t)))
        materials: dict[str, Material] = {}
        for path in sorted((self.folder / "materials").glob("*.toml")):
            self.read(f"materials/{path.name}", lambda t: self.take_materials(t, materials))
        people = People(self.sources, self.read)
        body = people.body()
        law = Lawbook(self.folder, self.sources, people.products, self.read)
        law.fill()
        data = Data(
            edition=self.edition[:12],
            sources=self.sources,
            weights=weights,
            materials=materials,
            products=people.products,
            body=body,
            lists=law.lists,
            acts=law.acts,
            entries=law.entries,
            readings=law.readings,
            impurities=tuple(people.impurities),
        )
        return Bundle(data, tuple(self.problems))

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
        taken = {alias for m in materials.values() for alias in m.aliases} | materials.keys()
        for inner in table.tables("material"):
            material = read_material(inner, self.reader())
            if material is None:
                continue
            for id in (material.id, *material.aliases):
                if id in taken:
                    inner.fault("id", f"a second material '{id}'", "Give each its own id.")
            taken |= {material.id, *material.aliases}
            materials.setdefault(material.id, material)
