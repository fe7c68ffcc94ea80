"""What the text of an own material comes to: the material, or every fault with its line; and what a careful reader would doubt. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from formulator.core.data import Data
from formulator.core.material import EMPTY, Material, valid_cas
from formulator.core.recipe import Recipe
from formulator.files.materials import read_material
from formulator.files.scan import scan
from formulator.files.table import Problem, Table, did_you_mean
from formulator.files.text import located, toml_table
from formulator.files.values import Reader

INSIDE = "material[0]."


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text read: the table of its one material (None where fields cannot show it), the material when nothing is wrong, the faults, and how many it holds."""

    text: str
    raw: Mapping[str, Any] | None
    material: Material | None
    problems: tuple[Problem, ...]
    count: int

    @property
    def id(self) -> str:
        """The id it gives, "" when it gives none."""
        id = (self.raw or EMPTY).get("id")
        return id.strip() if isinstance(id, str) else ""


def folder_reader(data: Data) -> Reader:
    """An own material of the folder may be like one of the library."""
    return Reader(sources={}, origin="recipe", find=data.material, known=tuple(data.materials))


def recipe_reader(data: Data, recipe: Recipe, id: str) -> Reader:
    """One of a recipe may also be like another of it, but not like itself."""
    others = {m.id: m for m in recipe.materials if m.id != id}

    def find(wanted: str) -> Material | None:
        return others.get(wanted) or data.material(wanted)

    return Reader(sources={}, origin="recipe", find=find, known=(*data.materials, *others))


def read_draft(text: str, reader: Reader, taken: Sequence[str] = ()) -> Draft:
    """Read what is typed. `taken` are the ids it may not have."""
    raw, plain, early = toml_table(text.encode("utf-8", "replace"))
    if raw is None:
        return Draft(text=text, raw=None, material=None, problems=tuple(early), count=0)
    problems: list[Problem] = []
    table = Table(raw, "", problems)
    inner = list(table.tables("material"))
    found = [read_material(one, reader) for one in inner]
    for n, one in enumerate(inner):
        if one.raw.get("id") in taken:
            fault = Problem(f"material[{n}].id", f"another of your materials has the id '{one.raw['id']}'", "Give this one its own id.")
            problems.append(fault)
    table.done()
    if not inner:
        problems.append(Problem("", "there is no [[material]] here", "Begin with the line [[material]], and below it id, name and functions."))
    only = len(inner) == 1 and "material[0]" in scan(plain).lines
    material = found[0] if len(inner) == 1 and not problems else None
    return Draft(text=text, raw=inner[0].raw if only else None, material=material, problems=located(problems, plain), count=len(inner))


def doubts(raw: Mapping[str, Any], data: Data, find: Callable[[str], Material | None]) -> Iterator[tuple[str, str]]:
    """(key, words) of what can stand but ought to be looked at."""
    if data.material(str(raw.get("id", ""))) and raw.get("like") != raw.get("id"):
        yield "id", f"the library has a material of this id: yours stands for it. To keep the library's other figures, write like = {raw['id']}"
    for key, number in _numbers(raw):
        if not valid_cas(number):
            yield key, f"{number} is no CAS number: its form or its check digit is wrong"
    inci = raw.get("inci", "")
    base = find(str(raw.get("like", "")))
    named = isinstance(raw.get("substances"), list) and raw["substances"]
    if not inci and not named and not (base and base.inci):
        yield "inci", "no INCI name: the law cannot be applied"
    elif isinstance(inci, str) and inci and inci.upper() not in data.substances_by_name and inci.upper() not in data.by_name:
        yield "inci", f"INCI name not met before. {did_you_mean(inci.upper(), tuple(data.substances_by_name), 'Check its spelling.')}"
    if base is None and not any(key in raw for key in ("formula", "elements", "organic", "substances")):
        yield "formula", "nothing says what it is made of: any element is then bounded by its share"
    if "source" not in raw:
        yield "source", "no source: write where the figures were read"


def slug(name: str) -> str:
    """An id made of a name."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def _numbers(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    tables = [("cas", raw)]
    tables += [("substances", s) for s in raw.get("substances", ()) if isinstance(s, dict)] if isinstance(raw.get("substances"), list) else []
    for key, table in tables:
        said = table.get("cas", ())
        for number in [said] if isinstance(said, str) else said if isinstance(said, list) else ():
            if isinstance(number, str):
                yield key, number
