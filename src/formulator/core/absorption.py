"""Which absorption holds for an element that a line brings, through this skin: what was measured where it was, else a bound that says so.

A figure taken as measured is never stretched: one found on a named compound holds for that compound, one found on intact skin for intact skin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from formulator.core.body import Absorption, Grade
from formulator.core.contents import UNKNOWN
from formulator.core.data import Data
from formulator.core.figure import CONFIDENCES, Datum, Kind, ReadAt
from formulator.core.material import Material, Substance
from formulator.core.span import Span

NOTHING_MEASURED: Grade = "D"
NOT_MEASURED = Datum(
    span=Span.between(0, 100), unit="%", source=UNKNOWN, at="absorption not measured: bounded 0–100 %", kind="default", confidence="low", range=(0, 100)
)
DAMAGED = replace(NOT_MEASURED, at="damaged skin, and nothing published on it: bounded 0–100 %")
NOT_NAMED = replace(NOT_MEASURED, at="part of the material is not named or not analysed: bounded 0–100 %")
SWALLOWED_UNKNOWN = replace(NOT_MEASURED, at="no part absorbed by mouth is on file: bounded 0–100 %")


@dataclass(frozen=True, slots=True)
class Passage:
    """The part that passes, %, with the grade of its evidence and what it was measured on ("" for a default)."""

    fraction: Datum
    grade: Grade
    of: str = ""


def passage(material: Material, symbol: str, data: Data, skin: str, emulsion: str) -> Passage:
    """How much of one element in a material passes the skin; for a material that brings it in several compounds, all that they can be."""
    bearers = [s for s in material.substances if _may_hold(s, symbol)]
    found = list({f"{p.of}{p.fraction.at}": p for p in (_of_substance(s, symbol, data, skin, emulsion) for s in bearers)}.values())
    if material.unnamed or any(not s.has_composition for s in material.substances):
        return Passage(DAMAGED if skin == "damaged" else NOT_NAMED, NOTHING_MEASURED)
    if len(found) == 1:
        return found[0]
    return _hull(found) if found else Passage(NOT_MEASURED, NOTHING_MEASURED)


def by_mouth(symbol: str, data: Data) -> Datum:
    """The part of an element that is absorbed of what is swallowed, %."""
    return data.body.oral.get(symbol) or SWALLOWED_UNKNOWN


def _of_substance(substance: Substance, symbol: str, data: Data, skin: str, emulsion: str) -> Passage:
    fitting = [a for a in data.body.absorptions if a.element == symbol and a.skin == skin and a.holds_for(substance) and _vehicle(a, emulsion)]
    if fitting:
        # what was found on this compound, in such an emulsion, goes before what holds for any
        best = max(fitting, key=lambda a: (bool(a.cas), bool(a.emulsion)))
        return Passage(best.fraction, best.grade, best.of)
    if skin == "damaged":
        return Passage(DAMAGED, NOTHING_MEASURED)
    proposed = data.body.proposals.get(symbol)
    return Passage(proposed, NOTHING_MEASURED) if proposed else Passage(NOT_MEASURED, NOTHING_MEASURED)


def _vehicle(found: Absorption, emulsion: str) -> bool:
    return not found.emulsion or emulsion in found.emulsion


def _hull(found: Sequence[Passage]) -> Passage:
    spans = [p.fraction.span for p in found]
    weakest = max(found, key=lambda p: p.grade)
    span = Span.between(min(s.low for s in spans), max(s.high for s in spans))
    others = tuple(p.fraction for p in found)
    at = "several compounds of the element in one material: anything their values allow"
    confidence = max((d.confidence for d in others), key=CONFIDENCES.index)
    recalled = any(d.firm != d.span for d in others)
    kind: Kind = "default" if any(d.kind == "default" for d in others) and not recalled else "calculated"
    read: ReadAt = "no" if recalled else "yes"
    datum = Datum(span=span, unit="%", source=others[0].source, at=at, kind=kind, confidence=confidence, read=read, others=others, range=(0, 100))
    return Passage(datum, weakest.grade, " and ".join(dict.fromkeys(p.of for p in found if p.of)))


def _may_hold(substance: Substance, symbol: str) -> bool:
    if substance.formula is not None:
        return symbol in substance.formula.elements
    return symbol in (substance.elements or {}) and (substance.elements or {})[symbol].span.high > 0
