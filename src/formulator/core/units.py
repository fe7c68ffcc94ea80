"""Text to number and unit, and units to each other. The only module that knows pint.

Numbers are parsed here and strictly (pint reads "1,5 g" as 15 g). Ordinary units stand in a table; pint is loaded for the rest.
Inside the program a quantity is a plain float in the unit its name or its Figure says.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from formulator.core.span import Span

# unit → (dimension, factor to the dimension's first unit). One percent is 10 000 mg/kg; all shares are by mass (w/w).
_ORDINARY: dict[str, tuple[str, float]] = {
    "%": ("share", 1.0),
    "% w/w": ("share", 1.0),
    "%w/w": ("share", 1.0),
    "% (w/w)": ("share", 1.0),
    "g/100 g": ("share", 1.0),
    "g/kg": ("share", 0.1),
    "mg/g": ("share", 0.1),
    "mg/100 g": ("share", 0.001),
    "mg/kg": ("share", 1e-4),
    "µg/g": ("share", 1e-4),
    "ug/g": ("share", 1e-4),
    "ppm": ("share", 1e-4),
    "µg/kg": ("share", 1e-7),
    "ug/kg": ("share", 1e-7),
    "ppb": ("share", 1e-7),
    "g": ("mass", 1.0),
    "kg": ("mass", 1000.0),
    "mg": ("mass", 1e-3),
    "µg": ("mass", 1e-6),
    "ug": ("mass", 1e-6),
    "mcg": ("mass", 1e-6),
    "mg/day": ("rate", 1.0),
    "mg/d": ("rate", 1.0),
    "g/day": ("rate", 1000.0),
    "g/d": ("rate", 1000.0),
    "µg/day": ("rate", 1e-3),
    "ug/day": ("rate", 1e-3),
    "mg/kg/day": ("dose", 1.0),
    "g/kg/day": ("dose", 1000.0),
    "µg/kg/day": ("dose", 1e-3),
    "ug/kg/day": ("dose", 1e-3),
    "degC": ("temperature", 1.0),
    "°C": ("temperature", 1.0),
    "g/mL": ("density", 1.0),
    "g/mol": ("molar mass", 1.0),
    "cm2": ("area", 1.0),
    "cm²": ("area", 1.0),
    "mg/cm2": ("film", 1.0),
    "mg/cm²": ("film", 1.0),
    "µg/cm2": ("film", 1e-3),
    "ug/cm2": ("film", 1e-3),
    "µg/cm²": ("film", 1e-3),
    "FTU/day": ("finger-tip units", 1.0),
    "FTU/d": ("finger-tip units", 1.0),
    "1/day": ("frequency", 1.0),
    "": ("number", 1.0),
}
# What pint calls the first unit of each dimension.
_PINT_NAME = {
    "share": "percent",
    "mass": "gram",
    "rate": "mg/day",
    "dose": "mg/kg/day",
    "temperature": "degC",
    "density": "g/mL",
    "area": "cm**2",
    "film": "mg/cm**2",
    "frequency": "1/day",
}
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_RANGE = re.compile(rf"({_NUMBER.pattern})\s*(?:-|–|to)\s*({_NUMBER.pattern})(.*)", re.DOTALL)
# What pint is asked about: it reads "mg/100 g" as 0.01 mg·g and "%%" as a percent of a percent, and stumbles over an open bracket.
_PLAIN_UNIT = re.compile(r"[^\W\d_]+(?:(?:\s*[/*]\s*|\s+)[^\W\d_]+)*|°[CFK]|‰")
_SHARES = frozenset({"percent", "permille", "ppm"})
_LARGEST = 1e15  # far above what is weighed, far below where a sum would overflow


class QuantityError(ValueError):
    """A text that is not the quantity it should be: `says` what is wrong, `fix` the way out."""

    def __init__(self, says: str, fix: str) -> None:
        super().__init__(f"{says}. {fix}")
        self.says = says
        self.fix = fix


def number(text: str) -> float:
    """A plain finite decimal number with a point. Raises QuantityError."""
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        fix = _without_comma(text) if re.fullmatch(r"[+-]?\d+,\d+", text) else "Write a number such as 12.5."
        raise QuantityError(f"'{text}' is not a number", fix)
    value = float(text)
    if abs(value) > _LARGEST:
        raise QuantityError(f"'{text}' is too large", "Write a number that can be weighed.")
    return value


def quantity(text: str, unit: str) -> float:
    """The value of "number unit" in `unit`. Raises QuantityError when the unit is missing or of another kind."""
    value, found = _split(text, unit)
    return convert(value, found, unit)


def span(text: str, unit: str, floor: float = 0.0) -> Span:
    """ "5 %", "4 - 6 %" or "<= 10 mg/kg" as a Span in `unit`; an upper bound reaches down to `floor`. Raises QuantityError."""
    text = text.strip()
    if text.startswith(("<=", "≤", "<")):
        most = quantity(text.lstrip("<=≤ "), unit)
        if most < floor:
            raise QuantityError(f"'{text}' is below {floor:g}", f"Write a bound of at least {floor:g}.")
        return Span.between(floor, most)
    if match := _RANGE.fullmatch(text):
        low, high = (convert(number(match[i]), match[3].strip(), unit) for i in (1, 2))
        if low > high:
            raise QuantityError(f"'{text}' runs downwards", "Write the lower number first.")
        return Span.exact(low) if low == high else Span.between(low, high)
    return Span.exact(quantity(text, unit))


def convert(value: float, unit: str, to: str) -> float:
    """`value` of `unit` expressed in `to`. Raises QuantityError for an unknown unit or one of another kind."""
    if unit == to:
        return value
    dimension, goal = _ORDINARY[to]
    if unit in _ORDINARY:
        kind, factor = _ORDINARY[unit]
        if kind == dimension:
            # rounded to 15 digits: 300 × 1e-4 is 0.03, not 0.030000000000000002
            return float(f"{value * factor / goal:.15g}")
        raise _wrong_unit(unit, to)
    return _by_pint(value, unit, to, dimension) / goal


def _split(text: str, unit: str) -> tuple[float, str]:
    text = text.strip().replace("μ", "µ")  # the Greek letter and the micro sign look alike
    match = _NUMBER.match(text)
    rest = text[match.end() :].strip() if match else ""
    if match is None or rest.startswith((",", ".")) or (rest[:1].isdigit() and rest not in _ORDINARY):
        example = f"12.5 {unit}".strip()
        fix = _without_comma(text) if re.match(r"[+-]?\d+,\d+", text) else f"Write a number and its unit, such as '{example}'."
        raise QuantityError(f"'{text}' is not a quantity", fix)
    if not rest and unit:
        raise QuantityError(f"'{text}' has no unit", f"Write '{text} {unit}'.")
    return number(match[0]), rest


def _without_comma(text: str) -> str:
    """The way out of a decimal comma, which in front of three digits may have been meant for thousands."""
    point = f"Write {text.replace(',', '.')} with a point"
    thousands = re.search(r"\d,\d{3}(?!\d)", text)
    return f"{point}, or {text.replace(',', '')} if the comma stands for thousands." if thousands else f"{point}."


def _wrong_unit(unit: str, to: str) -> QuantityError:
    kinds = {
        "share": "a share such as %, mg/kg or ppm",
        "mass": "a mass such as g",
        "rate": "an amount per day such as g/day",
        "temperature": "a temperature such as degC",
    }
    wanted = kinds.get(_ORDINARY[to][0], f"a quantity in {to or 'plain numbers'}")
    return QuantityError(f"the unit '{unit}' does not fit here", f"Write {wanted}.")


@functools.cache
def _pint() -> Any:
    import pint

    return pint.UnitRegistry(autoconvert_offset_to_baseunit=True)


def _by_pint(value: float, unit: str, to: str, dimension: str) -> float:
    if dimension not in _PINT_NAME or not _PLAIN_UNIT.fullmatch(unit):
        raise _wrong_unit(unit, to)
    import pint

    try:
        read = _pint().Quantity(value, unit)
        # to pint a degree, a decibel and a volume in a volume are plain numbers as a share is: only mass in mass is one here
        names = [name for name, _ in read.unit_items()]
        if dimension == "share" and not (names and all(name in _SHARES or _pint().Unit(name).is_compatible_with("gram") for name in names)):
            raise _wrong_unit(unit, to)
        return float(read.to(_PINT_NAME[dimension]).magnitude)
    except (pint.PintError, AttributeError, TypeError, ValueError, SyntaxError, AssertionError) as fault:
        raise _wrong_unit(unit, to) from fault
