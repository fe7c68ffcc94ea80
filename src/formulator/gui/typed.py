"""What a person types into an amount: "12,5", "12.5 g", "200 ppm as Zn", "q.s.", "0.3 % max 0.6 %". No Qt here.

A bare number keeps the unit that stood there. Files use points; a decimal comma is understood here alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from formulator.core.price import price
from formulator.core.recipe import Amount, Line, Quantity
from formulator.core.units import QuantityError, quantity
from formulator.files.recipe import amount
from formulator.report.tongue import decimals, say

UNITS = ("%", "% w/w", "g", "mg", "kg", "µg", "ug", "ppm", "ppb", "mg/kg", "mg/g", "g/kg", "µg/g", "ug/g", "µg/kg", "ug/kg", "oz", "lb")
_LEAD = re.compile(r"([+-]?\d*(?:[.,]\d*)?(?:[eE][+-]?\d+)?)\s*(.*)", re.DOTALL)
_THOUSAND = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}(?!\d)")
POINTED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?!\d)")  # to who writes 1,5: one and a half thousand, or a point for once
_AS = re.compile(r"(\S+)\s+a(s(\s+[A-Z]?)?)?", re.DOTALL)
_PRICE_BEGUN = re.compile(r"[-–\d.,\s]*[A-Za-z]{0,3}\s*(/\s*[\d.,]*\s*[A-Za-zµ]?)?")
_CODE = re.compile(r"[A-Za-z]{3}(?=\s*(?:/|$))")
_TO = re.compile(r"[-–]\s*\d+(?:[.,]\d+)?(?![\d.,])")
_MAX = re.compile(r"(.*?)\s+max\.?\s+(.+)", re.DOTALL)


def half_typed(text: str) -> bool:
    """Whether going on typing may still make an amount of it ("12,", "200 pp", "200 ppm as"): no reason to complain yet."""
    number, rest = _lead(text)
    if not rest:
        return not number or number[-1] in ".,+-"
    if rest in UNITS:
        return False
    if any(unit.startswith(rest) for unit in UNITS) or rest.lower() in ("q", "q."):
        return True
    head, sep, tail = rest.partition(" max")
    if sep and not tail.strip():
        return True
    match = _AS.fullmatch(head)
    return match is not None and match[1] in UNITS


class TwoWaysError(QuantityError):
    """A comma, or a point of who writes decimals with a comma, that may stand for decimals or for thousands."""


def without_two_ways(text: str) -> None:
    """Raise TwoWaysError for a point between thousands, where decimals have a comma."""
    if POINTED.search(text):
        raise TwoWaysError(say("'{text}' can be read in two ways", text=text.strip()), say("Write it without the point, or with a decimal comma."))


def with_typed(line: Line, text: str, comma_is_decimal: bool = False) -> Line:
    """The line with the amount typed, and for an adjuster with its `max` where one is typed. Raises QuantityError."""
    match = _MAX.fullmatch(text.strip())
    maximum = line.maximum
    if match:
        if not line.adjust:
            raise QuantityError(say("only a pH adjuster has a max"), say("Write the amount alone."))
        maximum = typed_amount(match[2], line.maximum or line.amount, comma_is_decimal)
    return replace(line, amount=typed_amount(match[1] if match else text, line.amount, comma_is_decimal), maximum=maximum)


def typed_amount(text: str, present: Amount, comma_is_decimal: bool = False) -> Amount:
    """The amount typed; a bare number keeps the unit of the present amount. Raises QuantityError."""
    number, rest = _number(text, comma_is_decimal)
    return amount(f"{number} {rest or unit_of(present)}".strip())


def typed_quantity(text: str, unit: str, comma_is_decimal: bool = False) -> Quantity:
    """A quantity such as a batch; a bare number is in `unit`. Raises QuantityError."""
    number, rest = _number(text, comma_is_decimal)
    plain = f"{number} {rest or unit}".strip()
    value = quantity(plain, unit)
    if value <= 0:
        raise QuantityError(say("'{text}' is not above zero", text=text), say("Write what it is, or leave it empty."))
    return Quantity(plain, value)


def half_priced(text: str) -> bool:
    """Whether going on typing may still make a price of it ("12.50 EUR", "3 USD/l")."""
    return _PRICE_BEGUN.fullmatch(text.strip()) is not None


def typed_price(text: str, unit: str, comma_is_decimal: bool = False) -> str:
    """A price as a file writes it; a bare number is in `unit` ("EUR/kg", "" where nothing says the currency). Raises QuantityError."""
    number, rest = _number(text, comma_is_decimal)
    upto = _TO.match(rest)
    first = f"{number} - {upto[0].lstrip('-– ').replace(',', '.')}" if upto else number
    after, _, mass = (rest[upto.end() :].strip() if upto else rest).partition("/")
    behind = _CODE.sub(lambda code: code[0].upper(), after, count=1) + (f"/{_pointed_mass(mass, comma_is_decimal)}" if mass else "")
    plain = f"{first} {behind or unit}".strip()
    price(plain)
    return plain


def unit_of(present: Amount) -> str:
    """The unit a bare number gets: the one that stands there, % for a q.s. line."""
    if present.kind == "q.s.":
        return "%"
    return _lead(present.text)[1] or "%"


def editable_text(present: Amount) -> str:
    """What an editor starts with: the bare number of a percentage, else the amount as it is written."""
    number, rest = _lead(present.text)
    return decimals(number if rest in ("%", "% w/w") else present.text)


def _number(text: str, comma_is_decimal: bool) -> tuple[str, str]:
    """The number with a point, and what follows it."""
    if comma_is_decimal:
        without_two_ways(text)
    elif _THOUSAND.match(text.strip()):
        plain = text.strip()
        fix = say("Write {fraction} or {thousands}.", fraction=plain.replace(",", ".", 1), thousands=plain.replace(",", "", 1))
        raise TwoWaysError(say("'{plain}' can be read in two ways", plain=plain), fix)
    number, rest = _lead(text)
    number = number.replace(",", ".")
    if number.startswith("."):
        number = f"0{number}"
    return number, rest


def _pointed_mass(mass: str, comma_is_decimal: bool) -> str:
    """The mass a price is for, "2,5 kg", with a point."""
    number, unit = _lead(mass)
    return f"{_number(number, comma_is_decimal)[0]} {unit}".strip() if number else mass


def _lead(text: str) -> tuple[str, str]:
    match = _LEAD.fullmatch(text.strip())
    assert match is not None  # every part may be empty
    return match[1], match[2].strip()
