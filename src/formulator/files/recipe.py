"""A recipe file to a Recipe: every fault at once, each with its line and the way out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from formulator.core.chemistry import SYMBOLS
from formulator.core.composition import faults
from formulator.core.data import Data
from formulator.core.material import FUNCTIONS, Material
from formulator.core.recipe import EMULSIONS, MARKETS, PHASE_KINDS, SKINS, Amount, Emulsion, Line, Phase, PhaseKind, Quantity, Recipe, Target, Use
from formulator.core.span import Span
from formulator.core.units import QuantityError, quantity
from formulator.files.materials import read_material
from formulator.files.scan import scan
from formulator.files.table import Problem, Table, did_you_mean, symbol_meant
from formulator.files.text import LARGEST, located, toml_table
from formulator.files.values import Reader

_AS = re.compile(r"(.*?)(?:\s+|(?<=%))as\s+(\S+)\s*")
_MASS_UNITS = re.compile(r"(?:[kmµu]?g|lb|oz|pound|ounce|gram|kilogram|milligram)s?")
# The places of amounts, and of what an amount "as Zn" is worked out from.
_AMOUNTS = re.compile(r"batch|phase(\[\d+\](\.line(\[\d+\](\.(amount|max))?)?)?)?|material(\[\d+\](\.(id|like|assay|formula|elements|substances).*)?)?")
_LONGEST_CHAIN = 50  # materials, each like the next


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file gave. `recipe` is None when it cannot be used at all; with only `soft` problems a window can open it, `check` does not."""

    recipe: Recipe | None
    problems: tuple[Problem, ...]


def open_recipe(path: Path, data: Data, product: str | None = None) -> Opened:
    """Read a file. A file that cannot be opened is a problem too."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as fault:
        return Opened(None, (Problem("", f"the file cannot be opened: {fault.strerror}", "Check its name and its permissions."),))
    return read_recipe(content, data, product)


def read_recipe(content: bytes, data: Data, product: str | None = None) -> Opened:
    """Read the bytes of a recipe; `product` replaces the product type that it names."""
    raw, text, early = toml_table(content)
    if raw is None:
        return Opened(None, tuple(early))
    problems: list[Problem] = []
    recipe = _recipe(Table(raw if product is None else {**raw, "product": product}, "", problems), data)
    # how amounts go together can be said once each of them is read
    for fault in () if any(_AMOUNTS.fullmatch(p.place) and not p.soft for p in problems) else faults(recipe, data):
        place = f"phase[{fault.line[0]}].line[{fault.line[1]}].{fault.field}" if fault.line else fault.field
        problems.append(Problem(place, fault.says, fault.fix))
    if any(not p.soft for p in problems):
        return Opened(None, located(problems, text))
    return Opened(_commented(recipe, text), located(problems, text))


def amount(text: str) -> Amount:
    """ "5 %", "12.5 g", "300 ppm", "200 mg/kg as Zn" or "q.s." as an Amount. Raises QuantityError."""
    plain = text.strip()
    if plain.lower() in ("q.s.", "qs", "q.s"):
        return Amount("q.s.", "q.s.")
    match = _AS.fullmatch(plain)
    body, element = (match[1], match[2]) if match else (plain, "")
    if element and element not in SYMBOLS:
        raise QuantityError(f"'{element}' is no element", symbol_meant(element))
    mass = bool(_MASS_UNITS.fullmatch(re.sub(r"^[0-9.eE+-]*", "", body).strip()))
    value = quantity(body, "g" if mass else "%")
    if value < 0:
        raise QuantityError(f"'{text}' is below zero", "An amount cannot be negative.")
    return Amount(plain, "mass" if mass else "share", value, element)


def _recipe(table: Table, data: Data) -> Recipe:
    edition = table.number("format", 1, 1e6, required=True)
    if edition is not None and edition != 1:
        table.fault("format", f"format {edition:g} is newer than this program reads", "Open it with a newer Formulator.")
    name = table.text("name", required=True)
    product = table.choice("product", tuple(data.products), required=True)
    emulsion = table.choice("emulsion", EMULSIONS, required=True)
    materials = _own_materials(table, data)
    known = {**{id: None for id in data.materials}, **{id: None for id in data.aliases}, **{m.id: None for m in materials}}
    phases = tuple(_phase(inner, known) for inner in table.tables("phase"))
    if not phases and not (table.present("phase") and table.raw["phase"]):
        table.fault("phase", "there is no phase", "Add [[phase]] with its [[phase.line]] tables.")
    elif phases and not any(phase.lines for phase in phases):
        table.fault("phase", "there is no line in any phase", "Add a [[phase.line]] with material and amount.", soft=True)
    ph = table.span("ph", "", 0, 14)
    recipe = Recipe(
        name=name,
        product=product,
        emulsion=cast(Emulsion, emulsion),
        phases=phases,
        version=table.text("version"),
        markets=tuple(dict.fromkeys(table.texts("markets", MARKETS))),
        batch=_above_zero(table, "batch", "g", 1e9),
        ph=None if ph is None else (str(table.raw["ph"]), ph),
        preservation=table.text("preservation").strip(),
        notes=table.text("notes"),
        use=_use(table, data),
        **_targets(table, data),
        materials=tuple(materials),
    )
    table.done()
    return recipe


def _phase(table: Table, known: Mapping[str, None]) -> Phase:
    found = Phase(
        name=table.text("name"),
        kind=cast(PhaseKind, table.choice("kind", PHASE_KINDS, required=True)),
        heat=table.quantity("heat", "degC", -50, 300),
        steps=table.texts("steps"),
        lines=tuple(_line(inner, known) for inner in table.tables("line")),
    )
    table.done()
    return found


def _line(table: Table, known: Mapping[str, None]) -> Line:
    material = table.text("material", required=True)
    if material and material not in known:
        table.fault(
            "material",
            f"no material '{material}'",
            did_you_mean(material, known, "Choose one of the library, or add a [[material]] to this recipe."),
            soft=True,
        )
    adjust = table.choice("adjust", ("pH",))
    maximum = _amount(table, "max", required=False)
    if maximum and not table.raw.get("adjust"):
        table.fault("max", "max without adjust", 'Add adjust = "pH", or take max out.')
    if adjust and not table.raw.get("max"):
        table.fault("adjust", "an adjuster without max", 'Add max = "0.6 %": limits are judged at it.')
    stated = _amount(table, "amount", required=True)
    found = Line(material=material, amount=stated or Amount("", "share"), adjust=adjust, maximum=maximum, use_as=table.choice("as", FUNCTIONS))
    if stated and stated.kind == "q.s." and maximum:
        table.fault("max", "a q.s. line with max", "A q.s. line takes what is left; only an amount can have a max.")
    table.done()
    return found


def _amount(table: Table, key: str, required: bool) -> Amount | None:
    text = table.text(key, required=required)
    if not text:
        return None
    try:
        found = amount(text)
    except QuantityError as fault:
        table.fault(key, fault.says, fault.fix)
        return None
    if key == "max" and found.kind == "q.s.":
        table.fault(key, "q.s. as a max", 'Write max = "0.6 %".')
        return None
    return found


def _use(table: Table, data: Data) -> Use:
    inner = table.table("use")
    if inner is None:
        return Use()
    by_units = "ftu" in str(inner.raw.get("amount", "")).lower()
    film = _above_zero(inner, "film", "mg/cm2", 100)
    if film and inner.present("amount"):
        inner.fault("film", "amount and film both say how much is used", "Keep one of them.")
    body_part = inner.raw.get("area") in data.body.parts
    found = Use(
        amount=None if by_units else _above_zero(inner, "amount", "g/day", 10_000),
        fingertips=_above_zero(inner, "amount", "FTU/day", 1000) if by_units else None,
        film=film,
        area=None if body_part else _area(inner, data),
        part=inner.choice("area", tuple(data.body.parts)) if body_part else None,
        applications=_above_zero(inner, "applications", "1/day", 100),
        body_weight=_above_zero(inner, "body_weight", "kg", 500),
        population=inner.choice("population", tuple(data.body.populations)) or None,
        skin=inner.choice("skin", SKINS) or None,
        limit_allocation=_above_zero(inner, "limit_allocation", "%", 100),
    )
    inner.done()
    return found


def _area(table: Table, data: Data) -> Quantity | None:
    """An area in cm², or a part of the body (read before)."""
    text = table.raw.get("area")
    if isinstance(text, str) and not any(c.isdigit() for c in text):
        table.has("area")
        known = data.body.parts
        table.fault("area", f"no part of the body '{text}'", did_you_mean(text, known, f'Write area = "565 cm2", or one of: {", ".join(known)}.'))
        return None
    return _above_zero(table, "area", "cm2", 30_000)


def _above_zero(table: Table, key: str, unit: str, high: float) -> Quantity | None:
    found = table.quantity(key, unit, 0, high)
    if found and found.value == 0:
        table.fault(key, f"{key} is zero", "Write what it is, or leave the key out.")
        return None
    return found


def _targets(table: Table, data: Data) -> dict[str, Any]:
    """What the recipe is meant to be: targets of elements, ratios of two, the reference they are compared with, and the HLB tolerance."""
    inner = table.table("target")
    if inner is None:
        return {}
    found: dict[str, Target] = {}
    elements = inner.table("elements")
    for symbol in elements.raw if elements else ():
        assert elements is not None
        ends = elements.table(symbol)
        if symbol not in SYMBOLS:
            elements.fault(symbol, f"'{symbol}' is no element", symbol_meant(symbol))
        if ends is None:
            continue
        low, high = ends.quantity("min", "mg/kg", 0, 1e6), ends.quantity("max", "mg/kg", 0, 1e6)
        ends.done()
        if low and high and low.value > high.value:
            ends.fault("min", "min is above max", "Exchange them.")
        if not ends.present("min") and not ends.present("max"):
            ends.fault("", "a target without min or max", 'Write Zn = { min = "150 mg/kg", max = "250 mg/kg" }.')
        found[symbol] = Target(low, high)
    tolerance = inner.number("hlb_tolerance", 0, 20)
    reference = inner.choice("reference", tuple(data.body.authorities))
    ratios = dict(_ratios(inner))
    inner.done()
    return {"targets": found, "ratios": ratios, "reference": reference, "tolerance": 1.0 if tolerance is None else tolerance}


def _ratios(table: Table) -> Iterator[tuple[str, tuple[str, Span]]]:
    inner = table.table("ratios")
    for pair in inner.raw if inner else ():
        assert inner is not None
        goal = inner.span(pair, "", 0, 1e6)
        symbols = pair.split(":")
        for symbol in symbols:
            if symbol not in SYMBOLS:
                inner.fault(pair, f"'{symbol}' is no element", symbol_meant(symbol))
        if len(symbols) != 2:
            inner.fault(pair, f"'{pair}' is no pair of elements", 'Write "Zn:Cu" = "8 - 12".')
        elif goal is not None:
            yield pair, (str(inner.raw[pair]), goal)


def _own_materials(table: Table, data: Data) -> list[Material]:
    """The recipe's own materials in order; `like` may name the library or another of them, but not in a circle."""
    tables = list(table.tables("material"))
    by_id: dict[str, Table] = {}
    for inner in tables:
        id = inner.raw.get("id")
        if isinstance(id, str):
            if id in by_id:
                inner.fault("id", f"a second material '{id}'", "Give each its own id.")
            by_id.setdefault(id, inner)
    made: dict[str, Material | None] = {}
    under_way: list[str] = []

    def find(id: str) -> Material | None:
        if id in under_way:
            on_file = data.material(id)
            if id == under_way[-1] and on_file:
                return on_file  # a supplier's figures for the library material of that name
            by_id[under_way[-1]].fault("like", f"like runs in a circle: {' → '.join([*under_way, id])}", "Let one of them stand on its own.")
            return _stand_in(id)
        if id not in by_id:
            return data.material(id)
        if len(under_way) > _LONGEST_CHAIN:
            by_id[under_way[-1]].fault("like", f"like goes over more than {_LONGEST_CHAIN} materials", "Let one of them stand on its own.")
            return _stand_in(id)
        if id not in made:
            under_way.append(id)
            made[id] = read_material(by_id[id], reader)
            under_way.pop()
        return made[id]

    reader = Reader(sources={}, origin="recipe", find=find, known=(*data.materials, *by_id))
    for id in by_id:
        find(id)
    for inner in tables:
        id = inner.raw.get("id")
        if not isinstance(id, str) or inner is not by_id[id]:
            read_material(inner, reader)
    return [m for m in (made[id] for id in by_id) if m is not None]


def _stand_in(id: str) -> Material:
    return Material(id=id, name=id, functions=("other",), substances=())


def _commented(recipe: Recipe, text: str) -> Recipe:
    """The recipe with its comments, each with the line, phase or material it stands at."""
    if "#" not in text:
        return recipe
    comments = {place: "\n".join(lines) for place, lines in scan(text).comments.items()}
    phases = []
    for p, phase in enumerate(recipe.phases):
        lines = tuple(replace(line, comment=comments.pop(f"phase[{p}].line[{n}]", "")) for n, line in enumerate(phase.lines))
        phases.append(replace(phase, lines=lines, comment=comments.pop(f"phase[{p}]", "")))
    materials = []
    for n, material in enumerate(recipe.materials):
        inside = [key for key in comments if key == f"material[{n}]" or key.startswith((f"material[{n}].", f"material[{n}]["))]
        materials.append(replace(material, comment="\n".join(comments.pop(key) for key in inside)))
    closing = comments.pop("$", "")
    use = replace(recipe.use, comment=comments.pop("use", ""))
    return replace(recipe, phases=tuple(phases), materials=tuple(materials), use=use, comment="\n".join(comments.values()), closing_comment=closing)
