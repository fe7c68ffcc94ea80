"""The most a line may carry: the highest share that keeps every limit which counts it, and which limit binds. Rounded down, never up.

All other lines are taken as they are, at the most they may turn out to bring.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from formulator.core.checks import Cap, Check
from formulator.core.composition import RECIPE, Composition
from formulator.core.contents import UNKNOWN
from formulator.core.figure import Datum, Figure, Method
from formulator.core.phrase import Phrase
from formulator.core.ratios import Quotient, Room
from formulator.core.span import Span

FIGURES = 3  # significant figures of a share that is offered
MOST = Method(
    id="most-by-limit",
    name="Most of a line that keeps a limit",
    formula="most = (limit · per − Σ wᵢ·xᵢ) / x",
    symbols="limit: what the rule allows; wᵢ, xᵢ: share and content of the other lines, at their highest; x: content of this one; per: of the rule's sum",
    limits="The other lines stay as they are. A share is set at or below it.",
)
DISSOLVED = Method(
    id="most-by-solubility",
    name="Most of a line that dissolves in the water there is",
    formula="most = solubility · water / below",
    symbols="solubility: g per kg of water at 20–25 °C; water: share of water, %, with this line's own where a q.s. water gives way to it; below: g",
    limits="In pure water. Glycols and other salts in a cream leave less.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Most:
    """The most of one line, %: the figure, the share to set (rounded down), and the rule that binds ("solubility" where none does)."""

    line: tuple[int, int]
    material: str
    figure: Figure
    share: float
    rule: str


def most_of_lines(made: Composition, checks: Sequence[Check]) -> tuple[Most, ...]:
    """For each line that some limit counts; none for a prohibited one, a q.s., or one whose limit the other lines use up."""
    forbidden = {place for c in checks if c.code in ("prohibited", "prohibited-here") and c.verdict != "pass" for place in c.lines}
    found: list[Most] = []
    count: Counter[str] = Counter()
    counting: dict[tuple[int, int], list[tuple[Check, Cap]]] = {}
    for check in checks:
        for place in check.lines if check.caps else ():
            counting.setdefault(place, []).extend((check, cap) for cap in check.caps)
    for i in made.present():
        if made.lines[i].amount.kind == "q.s." or made.places[i] in forbidden:
            continue
        id = f"most.{made.materials[i].id}"
        named = f"{id}@{count[id] + 1}" if count[id] else id
        options = list(_options(made, i, named, counting.get(made.places[i], ())))
        if options and None not in options:
            rule, figure = min((o for o in options if o is not None), key=lambda o: o[1].span.low)
            if rounded_down(figure.span.low) > 0:
                share = rounded_down(figure.span.low)
                count[id] += 1
                found.append(Most(line=made.places[i], material=made.label(i), figure=figure, share=share, rule=rule))
    return tuple(found)


def mended(made: Composition, checks: Sequence[Check], most: Sequence[Most]) -> Iterator[Check]:
    """The checks, and with each that a lower share would settle the share to set: of the line that brings the most of what it counts."""
    by_place = {m.line: m for m in most}
    for check in checks:
        line = _heaviest(made, check.caps) if check.caps and check.verdict != "pass" else None
        offer = by_place.get(made.places[line]) if line is not None else None
        if line is None or offer is None or offer.share >= made.shares.high[line]:
            yield check
        else:
            mend: Mapping[str, object] = {"line": list(offer.line), "material": offer.material, "share": offer.share, "rule": offer.rule}
            yield replace(check, values={**check.values, "mend": mend})


def rounded_down(value: float) -> float:
    """At most so many significant figures, towards nothing."""
    if value <= 0:
        return 0.0
    digits = FIGURES - 1 - math.floor(math.log10(value))
    step = 10.0**-digits
    down = round(math.floor(value / step * (1 + 1e-12)) * step, max(digits, 0) + 1)
    return min(down, 100.0)


def _options(made: Composition, i: int, id: str, counting: Sequence[tuple[Check, Cap]]) -> Iterator[tuple[str, Figure] | None]:
    """(rule, figure) of everything that bounds line i; None for a limit that leaves it no room."""
    for check, cap in counting:
        own = tuple(k for k, of in enumerate(cap.lines) if of == i)
        if not any(cap.sum.values.high[k] > 0 for k in own):
            continue
        room = Room(maximum=cap.maximum, sum=cap.sum, own=own)
        if room.possible and _settled(cap):
            yield (
                check.rule,
                Figure(id=id, unit="%", method=MOST, form=room, label=Phrase("most of {material}, by {rule}", material=made.label(i), rule=check.rule)),
            )
        else:
            yield None
    dissolving = made.materials[i].solubility
    if dissolving is not None:
        yield "solubility", _by_solubility(made, i, id, dissolving)


def _settled(cap: Cap) -> bool:
    """Whether the maximum is what it says: one that rests on something recalled would offer a share nobody could follow from the numbers."""
    maximum = cap.maximum[1]
    return maximum.firm is not None and maximum.firm.low >= maximum.span.low * (1 - 1e-9)


def _by_solubility(made: Composition, i: int, id: str, solubility: Datum) -> Figure:
    gives_way = any(made.lines[k].amount.kind == "q.s." for k, _ in made.watery)
    water = math.fsum(float(made.shares.low[k]) * s.share.span.low / 100 for k, s in made.watery)
    dissolved = solubility.span.low
    if gives_way:
        water += float(made.shares.high[i])
    # what is dissolved takes the place of water: most = s·(W − most)/1000
    per = 1000.0 + (dissolved if gives_way else 0.0)
    above = (
        ("solubility", replace(solubility, span=Span.exact(dissolved))),
        ("water", Datum(span=Span.exact(water), unit="%", source=RECIPE, at="water of all lines")),
    )
    below = (
        ("per", Datum(span=Span.exact(per), unit="g", source=UNKNOWN, at="a kg of water, and what is dissolved in it where it gives way", kind="definition")),
    )
    return Figure(
        id=id, unit="%", method=DISSOLVED, form=Quotient(above=above, below=below), label=Phrase("most of {material} that dissolves", material=made.label(i))
    )


def _heaviest(made: Composition, caps: Sequence[Cap]) -> int | None:
    """The line that brings most of what a limit counts, and can be set."""
    lines: dict[int, float] = {}
    for cap in caps:
        for k, line in enumerate(cap.lines):
            lines[line] = lines.get(line, 0.0) + float(cap.sum.weights.high[k] * cap.sum.values.high[k])
    settable = [line for line in lines if made.lines[line].amount.kind != "q.s." and lines[line] > 0]
    return max(settable, key=lambda line: lines[line], default=None)
