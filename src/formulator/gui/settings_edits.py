"""What a person types into the recipe's settings. Each function gives the next recipe or raises QuantityError with the way out. No Qt here.

Bounds are those of the file reader, so that what is taken here can be saved and read again. Files keep points; a decimal comma is understood here alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, TypeVar

from formulator.core.chemistry import SYMBOLS
from formulator.core.recipe import Quantity, Recipe, Target, Use
from formulator.core.units import QuantityError, quantity, span
from formulator.files.table import symbol_meant
from formulator.gui.typed import without_two_ways
from formulator.gui.use_edits import with_amount
from formulator.report.tongue import decimals, say

End = Literal["min", "max"]
T = TypeVar("T")
_LEAD = re.compile(r"([+-]?\d*(?:[.,]\d*)?(?:[eE][+-]?\d+)?)\s*(.*)", re.DOTALL)
_COMMA = re.compile(r"(?<![\d.,])\d*,\d+(?![\d,])")
_THOUSAND = re.compile(r"[1-9]\d{0,2},\d{3}")
_DEGREES = re.compile(r"\s*(?:°|deg\s*)([CF])\b|(?<=\d)\s*([CF])\b")


def with_name(recipe: Recipe, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Another name."""
    if not text.strip():
        raise QuantityError(say("a recipe needs a name"), say("Write what it is called."))
    return replace(recipe, name=text.strip())


def with_version(recipe: Recipe, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Another version; any text will do."""
    return replace(recipe, version=text.strip())


def with_batch(recipe: Recipe, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Another batch, or none."""
    return replace(recipe, batch=_above_zero(text, "g", 1e9, comma_is_decimal))


def with_ph(recipe: Recipe, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Another pH or range of it, or none."""
    plain = pointed(text, comma_is_decimal)
    if not plain:
        return replace(recipe, ph=None)
    found = span(plain, "")
    if not 0 <= found.low <= found.high <= 14:
        raise QuantityError(say("a pH lies between 0 and 14"), say("Write one number or a range, such as 5.0 - 5.5."))
    return replace(recipe, ph=(plain, found))


def with_preservation(recipe: Recipe, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Why it needs no preservative."""
    return replace(recipe, preservation=text.strip())


def with_notes(recipe: Recipe, text: str) -> Recipe:
    """Other notes."""
    return replace(recipe, notes=text.rstrip())


def with_use_amount(recipe: Recipe, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Another amount a day, which a film would contradict."""
    return replace(recipe, use=with_amount(recipe.use, text, comma_is_decimal))


def with_film(recipe: Recipe, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Another film on the skin, which an amount a day would contradict."""
    film = _above_zero(text, "mg/cm2", 100, comma_is_decimal)
    if film is None:
        return _using(recipe, replace(recipe.use, film=None))
    return _using(recipe, replace(recipe.use, film=film, amount=None, fingertips=None))


def with_area(recipe: Recipe, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Another area of skin; it stands instead of a part of the body."""
    area = _above_zero(text, "cm2", 30_000, comma_is_decimal)
    return _using(recipe, replace(recipe.use, area=area, part=recipe.use.part if area is None else None))


def with_part(recipe: Recipe, part: str) -> Recipe:
    """Another part of the body ("" for none); it stands instead of an area."""
    return _using(recipe, replace(recipe.use, part=part or None, area=None if part else recipe.use.area))


def with_applications(recipe: Recipe, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Another number of applications a day."""
    plain = re.sub(r"\s*(?:x|×|times)?\s*(?:(?:/|per|a)\s*d(?:ay)?)?\s*$", "", text.strip(), flags=re.IGNORECASE)
    return _using(recipe, replace(recipe.use, applications=_above_zero(f"{plain} 1/day" if plain else "", "1/day", 100, comma_is_decimal)))


def with_body_weight(recipe: Recipe, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Another body weight."""
    return _using(recipe, replace(recipe.use, body_weight=_above_zero(text, "kg", 500, comma_is_decimal)))


def with_target(recipe: Recipe, symbol: str, end: End, text: str, comma_is_decimal: bool = False) -> Recipe:
    """One end of what is wanted of an element; without both ends there is no target."""
    present = recipe.targets.get(symbol, Target(None, None))
    found = bounded(text, "mg/kg", 0, 1e6, comma_is_decimal) if text.strip() else None
    low, high = (found, present.maximum) if end == "min" else (present.minimum, found)
    if low and high and low.value > high.value:
        raise QuantityError(say("{low} is above {high}", low=decimals(low.text), high=decimals(high.text)), say("The first is the least, the second the most."))
    return replace(recipe, targets=_set(recipe.targets, symbol, Target(low, high) if low or high else None))


def without_target(recipe: Recipe, symbol: str) -> Recipe:
    """No target of an element."""
    return replace(recipe, targets=_set(recipe.targets, symbol, None))


def with_ratio(recipe: Recipe, pair: str, text: str, comma_is_decimal: bool = False) -> Recipe:
    """What two elements are meant to have between them; none with nothing."""
    plain = pointed(text, comma_is_decimal)
    if not plain:
        return replace(recipe, ratios=_set(recipe.ratios, pair, None))
    found = span(plain, "")
    if not 0 <= found.low <= found.high <= 1e6:
        raise QuantityError(say("'{text}' is no ratio", text=text.strip()), say("Write one number or a range, such as 8 - 12."))
    return replace(recipe, ratios=_set(recipe.ratios, pair, (plain, found)))


def with_tolerance(recipe: Recipe, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Another HLB gap that still passes; ±1 with nothing."""
    plain = text.strip().lstrip("±").strip()
    return replace(recipe, tolerance=bounded(plain, "", 0, 20, comma_is_decimal).value if plain else 1.0)


def with_heat(recipe: Recipe, phase: int, text: str, comma_is_decimal: bool = False) -> Recipe:
    """Another temperature of a phase."""
    plain = _DEGREES.sub(lambda m: f" deg{m[1] or m[2]}", text.strip())
    heat = bounded(plain, "degC", -50, 300, comma_is_decimal) if plain else None
    return _phase(recipe, phase, heat=heat)


def with_steps(recipe: Recipe, phase: int, text: str) -> Recipe:
    """Other process steps of a phase, one a line."""
    return _phase(recipe, phase, steps=tuple(line.strip() for line in text.split("\n") if line.strip()))


def symbol_of(text: str) -> str:
    """The element typed ("zn"). Raises QuantityError."""
    plain = text.strip()
    for symbol in (plain, plain.capitalize()):
        if symbol in SYMBOLS:
            return symbol
    raise QuantityError(say("'{plain}' is no element", plain=plain), symbol_meant(plain))


def pair_of(text: str) -> str:
    """The two elements typed ("zn/cu") as a pair. Raises QuantityError."""
    parts = [part for part in re.split(r"[\s:/]+", text.strip()) if part]
    if len(parts) != 2:
        raise QuantityError(say("'{text}' is no pair of elements", text=text.strip()), say("Write two symbols, such as Zn:Cu."))
    first, second = (symbol_of(part) for part in parts)
    if first == second:
        raise QuantityError(say("both are {first}", first=first), say("Write two elements, such as Zn:Cu."))
    return f"{first}:{second}"


def goal(target: Target) -> str:
    """A target in words."""
    low, high = target.minimum, target.maximum
    if low and high:
        return say("{low} to {high}", low=decimals(low.text), high=decimals(high.text))
    if low:
        return say("at least {least}", least=decimals(low.text))
    return say("at most {most}", most=decimals(high.text)) if high else say("nothing")


def pointed(text: str, comma_is_decimal: bool = False) -> str:
    """The text with decimal points. Raises QuantityError for a comma that may stand for thousands."""
    plain = text.strip()
    if comma_is_decimal:
        without_two_ways(plain)

    def point(match: re.Match[str]) -> str:
        number = match[0]
        if not comma_is_decimal and _THOUSAND.fullmatch(number):
            raise QuantityError(
                say("'{plain}' can be read in two ways", plain=number),
                say("Write {fraction} or {thousands}.", fraction=number.replace(",", "."), thousands=number.replace(",", "")),
            )
        return f"{'0' if number.startswith(',') else ''}{number.replace(',', '.')}"

    return _COMMA.sub(point, plain)


def bounded(text: str, unit: str, low: float, high: float, comma_is_decimal: bool = False) -> Quantity:
    """A quantity within bounds; a bare number is in `unit`. Raises QuantityError."""
    match = _LEAD.fullmatch(pointed(text, comma_is_decimal))
    assert match is not None  # every part may be empty
    lead = f"0{match[1]}" if match[1].startswith(".") else match[1]
    plain = f"{lead} {match[2].strip() or unit}".strip()
    value = quantity(plain, unit)
    if not low <= value <= high:
        ends = {"low": f"{low:g}", "high": f"{high:g} {unit}".strip()}
        raise QuantityError(say("'{text}' lies outside {low} to {high}", text=text.strip(), **ends), say("Write {low} to {high}.", **ends))
    return Quantity(plain, value)


def _above_zero(text: str, unit: str, high: float, comma_is_decimal: bool) -> Quantity | None:
    if not text.strip():
        return None
    found = bounded(text, unit, 0, high, comma_is_decimal)
    if found.value == 0:
        raise QuantityError(say("'{text}' is not above zero", text=text.strip()), say("Write what it is, or leave it empty."))
    return found


def _using(recipe: Recipe, use: Use) -> Recipe:
    return replace(recipe, use=use)


def _phase(recipe: Recipe, phase: int, **more: object) -> Recipe:
    phases = list(recipe.phases)
    phases[phase] = replace(phases[phase], **more)  # type: ignore[arg-type]
    return replace(recipe, phases=tuple(phases))


def _set(before: Mapping[str, T], key: str, value: T | None) -> dict[str, T]:
    """The mapping with one key set in its place, or taken out."""
    kept = {**before, key: value}
    return {k: v for k, v in kept.items() if v is not None}
