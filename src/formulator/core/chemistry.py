"""Chemical formulas: what a text such as "ZnSO4.7H2O" is made of, and how heavy each part is.

Libraries misread hydrates ("O4.7"), so the parser is ours. Atomic weights come in from `resources/`; none stand here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_SEPARATORS = ".·*•⋅"
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_MULTIPLIER = re.compile(r"½|(\d+\.\d+)(?=[A-Z(\[{])|1/2|\d+")
_COUNT = re.compile(r"[1-9]\d*")
_SYMBOL = re.compile(r"[A-Z][a-z]?")
_LONGEST = 250  # characters: no compound needs more, and brackets nested deeper would exhaust the stack
# Names of the elements, not values: H to Og.
SYMBOLS = frozenset(
    _SYMBOL.findall(
        "HHeLiBeBCNOFNeNaMgAlSiPSClArKCaScTiVCrMnFeCoNiCuZnGaGeAsSeBrKrRbSrYZrNbMoTcRuRhPdAgCdInSnSbTeIXeCsBaLaCePrNdPmSmEuGdTbDyHoErTmYbLu"
        "HfTaWReOsIrPtAuHgTlPbBiPoAtRnFrRaAcThPaUNpPuAmCmBkCfEsFmMdNoLrRfDbSgBhHsMtDsRgCnNhFlMcLvTsOg"
    )
)

Counts = dict[str, float]


class FormulaError(ValueError):
    """A text that is no formula: `position` counts from 0, `says` what stands wrong there."""

    def __init__(self, text: str, position: int, says: str) -> None:
        super().__init__(f"'{text}', character {position + 1}: {says}")
        self.text = text
        self.position = position
        self.says = says


@dataclass(frozen=True, slots=True)
class Formula:
    """`counts` of the whole compound and `parent` without its water of crystallisation, atoms per formula unit; `parts` as (how often, counts)."""

    text: str
    counts: tuple[tuple[str, float], ...]
    parent: tuple[tuple[str, float], ...]
    parts: tuple[tuple[float, tuple[tuple[str, float], ...]], ...]

    def count(self, symbol: str) -> float:
        """Atoms of `symbol` per formula unit; 0 when it is not in it."""
        return dict(self.counts).get(symbol, 0.0)

    @property
    def elements(self) -> tuple[str, ...]:
        """The symbols in it, in alphabetical order."""
        return tuple(symbol for symbol, _ in self.counts)


def formula(text: str) -> Formula:
    """Read "ZnSO4.7H2O", "K4[Fe(CN)6]·3H2O", "CaSO4.0.5H2O", "2ZnCO3.3Zn(OH)2". Raises FormulaError with the position.

    Charges, blanks, unknown elements, zero or fractional subscripts are refused: each of them is read differently elsewhere.
    """
    plain = text.translate(_SUBSCRIPTS)
    if not plain:
        raise FormulaError(text, 0, "there is no formula")
    if len(plain) > _LONGEST:
        raise FormulaError(f"{text[:20]}…", _LONGEST, "a formula this long is not read")
    reader = _Reader(text, plain)
    parts = [reader.part()]
    while reader.position < len(plain):
        if reader.peek() not in _SEPARATORS:
            reader.refuse()
        reader.position += 1
        parts.append(reader.part())
    salts = [p for p in parts if not _is_water(p[1])] or parts
    # a hydrate written as 2CaSO4.H2O or ½ of the salt has the same parent
    parent = [(1.0, salts[0][1])] if len(salts) == 1 else salts
    return Formula(text, _frozen(parts), _frozen(parent), tuple((times, tuple(sorted(part.items()))) for times, part in parts))


def molar_mass(counts: tuple[tuple[str, float], ...], weights: Mapping[str, float]) -> float:
    """Σ nᵢ·Aᵢ in g/mol. Raises KeyError for an element without a standard atomic weight."""
    return sum(n * weights[symbol] for symbol, n in counts)


def _is_water(counts: Counts) -> bool:
    return counts.keys() == {"H", "O"} and counts["H"] == 2 * counts["O"]


def _frozen(parts: list[tuple[float, Counts]]) -> tuple[tuple[str, float], ...]:
    total: Counts = {}
    for times, part in parts:
        for symbol, n in part.items():
            total[symbol] = total.get(symbol, 0.0) + n * times
    return tuple(sorted(total.items()))


class _Reader:
    def __init__(self, text: str, plain: str) -> None:
        self.text, self.plain, self.position = text, plain, 0

    def peek(self) -> str:
        return self.plain[self.position : self.position + 1]

    def take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.plain, self.position)
        if match is None:
            return ""
        self.position = match.end()
        return match[0]

    def part(self) -> tuple[float, Counts]:
        multiplier = self.take(_MULTIPLIER)
        factor = 0.5 if multiplier in ("½", "1/2") else float(multiplier or 1)
        if factor == 0:
            raise FormulaError(self.text, self.position - 1, "a count of zero")
        return factor, self.group("")

    def group(self, closing: str) -> Counts:
        start = self.position
        counts: Counts = {}
        while True:
            here = self.peek()
            if here in _CLOSING:
                self.position += 1
                inner = self.group(_CLOSING[here])
            elif symbol := self.take(_SYMBOL):
                inner = {self.element(symbol): 1.0}
            else:
                break
            times = float(self.take(_COUNT) or 1)
            for name, n in inner.items():
                counts[name] = counts.get(name, 0.0) + n * times
        if self.position == start:
            self.refuse()
        if closing:
            if self.peek() != closing:
                raise FormulaError(self.text, start - 1, f"this bracket is not closed by '{closing}'")
            self.position += 1
        return counts

    def element(self, symbol: str) -> str:
        if symbol in SYMBOLS:
            return symbol
        start = self.position - len(symbol)
        raise FormulaError(self.text, start, f"'{symbol}' is no element")

    def refuse(self) -> None:
        here = self.peek()
        if not here:
            says = "something is missing here"
        elif here.isspace():
            says = "a blank; write a hydrate with a point, such as ZnSO4.7H2O"
        elif here in "+-−^":
            says = "a charge; write the neutral compound"
        elif here == "0":
            says = "a count of zero"
        elif here in ")]}":
            says = f"'{here}' closes nothing"
        else:
            says = f"'{here}' is not expected here"
        raise FormulaError(self.text, self.position, says)
