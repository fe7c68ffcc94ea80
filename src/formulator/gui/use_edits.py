"""What a person types about how a product is used: "1.54 g/day", "4 FTU/day", "2 mg/cm2", "10 %". Each gives the next `Use`. No Qt here.

Files keep the texts as they are read back: with a point, and with the unit written out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from formulator.core.recipe import Quantity, Use
from formulator.core.units import QuantityError
from formulator.gui.typed import typed_quantity
from formulator.report.tongue import say

MOST_GRAMS, MOST_UNITS, MOST_FILM = 10_000.0, 1_000.0, 100.0  # as files are read
AMOUNT_UNITS = ("g/day", "mg/day", "g per day", "g a day", "FTU/day", "FTU per day", "FTU a day", "finger-tip units a day", "mg/cm2", "mg/cm²", "µg/cm2")
SHARE_UNITS = ("%",)
_PER_DAY = re.compile(r"(.*?)\s*(ftu|finger-?\s?tip units?|g|mg)\s*(?:(?:/|per|a)\s*d(?:ay)?)?", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"[+-]?\d*[.,]?\d*")


def half_typed_use(text: str, units: Sequence[str]) -> bool:
    """Whether going on typing may still make a quantity of it ("0.", "4 F", "1.54 g/"): no reason to complain yet."""
    match = _NUMBER.match(text.strip())
    number = match[0] if match else ""
    rest = text.strip()[len(number) :].strip().lower()
    if rest:
        return any(unit.lower().startswith(rest) for unit in units)
    return not number.strip("+-0.,") and not number.startswith("-")


def with_amount(use: Use, text: str, comma_is_decimal: bool = False) -> Use:
    """The use with another amount per day; with none it follows the published pattern again. Raises QuantityError."""
    plain = replace(use, amount=None, fingertips=None, film=None)
    text = text.strip()
    if not text:
        return plain
    if "/cm" in text.lower():
        return replace(plain, film=_bounded(text, "mg/cm2", MOST_FILM, comma_is_decimal))
    match = _PER_DAY.fullmatch(text)
    if match is None:
        return replace(plain, amount=_bounded(text, "g/day", MOST_GRAMS, comma_is_decimal))
    if match[2].lower().startswith("f"):
        return replace(plain, fingertips=_bounded(f"{match[1]} FTU/day", "FTU/day", MOST_UNITS, comma_is_decimal))
    return replace(plain, amount=_bounded(f"{match[1]} {match[2].lower()}/day", "g/day", MOST_GRAMS, comma_is_decimal))


def with_allocation(use: Use, text: str, comma_is_decimal: bool = False) -> Use:
    """The use with another share of an upper intake; with none the default holds again. Raises QuantityError."""
    return replace(use, limit_allocation=_bounded(text, "%", 100.0, comma_is_decimal) if text.strip() else None)


def amount_text(use: Use) -> str:
    """What the recipe says of the amount, as it is written; "" where it says nothing."""
    said = use.amount or use.fingertips or use.film
    return said.text if said else ""


def _bounded(text: str, unit: str, most: float, comma_is_decimal: bool) -> Quantity:
    found = typed_quantity(text, unit, comma_is_decimal)
    if found.value > most:
        raise QuantityError(
            say("'{text}' is more than {most}", text=text.strip(), most=f"{most:g} {unit}"), say("Write at most {most}.", most=f"{most:g} {unit}")
        )
    return found
