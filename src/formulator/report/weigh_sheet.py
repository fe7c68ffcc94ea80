"""What stands on a weigh sheet: the masses of one batch rounded to what the balance shows, what rounding does to them, and the INCI list. No Qt here.

The masses printed are judged again, so that a sheet cannot carry a fault that the recipe does not have.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from formulator.core.assess import Assessment, evaluate
from formulator.core.checks import Check
from formulator.core.composition import Composition
from formulator.core.data import Data
from formulator.core.recipe import Amount, Recipe
from formulator.core.span import Span
from formulator.report.tongue import say

RESOLUTIONS = tuple(Decimal(text) for text in ("10", "1", "0.5", "0.1", "0.05", "0.01", "0.001", "0.0001"))  # g, of balances that are sold
ANY_ORDER = 1.0  # %; below it ingredients may be listed in any order (EU 1223/2009, Article 19(1)(g), and the rules made after it)
COARSE = 1.0  # % of a line's own share: a deviation worth a word


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One weighing. `exact` and `weighed` in g, `text` the mass as the balance shows it; `off` is what rounding does to its share, in % of it.
    `most` is the most an adjuster may reach, g, rounded down. A q.s. line below zero cannot be weighed: its mass is 0."""

    place: tuple[int, int]
    name: str
    inci: str
    uses: tuple[str, ...]
    share: float
    exact: float
    weighed: Decimal
    text: str
    off: float
    filler: bool = False
    adjust: str = ""
    most: str = ""
    unknown: bool = False

    @property
    def lost(self) -> bool:
        """Whether the balance is too coarse to weigh it at all."""
        return self.exact > 0 and self.weighed == 0

    @property
    def coarse(self) -> bool:
        """Whether rounding moves its share enough to be told."""
        return abs(self.off) > COARSE


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPhase:
    """One phase with its lines, in order."""

    name: str
    kind: str
    heat: str
    steps: tuple[str, ...]
    lines: tuple[SheetLine, ...]
    weighed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredient:
    """One name of the INCI list with its share of the finished cream, %; `colourant` where it is used as nothing else."""

    name: str
    share: Span
    colourant: bool = False

    @property
    def rank(self) -> float:
        """What it is listed by: the best value, else the most it can be."""
        return self.share.high if self.share.best is None else self.share.best


@dataclass(frozen=True, slots=True, kw_only=True)
class InciList:
    """The names from 1 % on in descending order, those below it, colourants that may stand last; materials without a name; names of uncertain place."""

    above: tuple[Ingredient, ...]
    below: tuple[Ingredient, ...]
    colourants: tuple[Ingredient, ...]
    nameless: tuple[str, ...]
    uncertain: tuple[str, ...]

    @property
    def text(self) -> str:
        """As it stands on a label."""
        return ", ".join(i.name for i in (*self.above, *self.below, *self.colourants))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole sheet. `asked` is the batch wanted, `exact` what the lines come to (they may miss 100 %), `total` what is weighed, all in g."""

    recipe: Recipe
    asked: float
    resolution: Decimal
    phases: tuple[SheetPhase, ...]
    exact: float
    total: Decimal
    inci: InciList
    worsened: tuple[Check, ...]
    short: float

    @property
    def lines(self) -> Iterator[SheetLine]:
        """Every line."""
        return (line for phase in self.phases for line in phase.lines)

    @property
    def off(self) -> float:
        """What rounding adds to the total, g."""
        return float(self.total) - self.exact

    @property
    def worst(self) -> SheetLine | None:
        """The line whose share rounding moves most; None when it moves none."""
        found = max(self.lines, key=lambda line: abs(line.off), default=None)
        return found if found is not None and abs(found.off) >= 0.5e-6 else None


def weigh_sheet(found: Assessment, data: Data, batch: float, resolution: Decimal) -> Sheet:
    """The sheet of `batch` grams on a balance that shows `resolution` grams. A q.s. line takes up the rounding of the others."""
    made = found.composition
    exact = [max(float(x), 0.0) * batch / 100 for x in made.nominal]
    weighed = rounded_masses(exact, resolution, [line.amount.kind == "q.s." for line in made.lines])
    whole, total = math.fsum(exact), sum(weighed, Decimal(0))
    lines = {made.places[i]: _line(made, i, exact[i], weighed[i], _off(exact[i], weighed[i], whole, total), batch, resolution) for i in range(len(weighed))}
    phases = tuple(
        SheetPhase(
            name=phase.name,
            kind=phase.kind,
            heat=phase.heat.text.replace("degC", "°C") if phase.heat else "",
            steps=phase.steps,
            lines=tuple(lines[p, n] for n in range(len(phase.lines))),
            weighed=_shown(sum((lines[p, n].weighed for n in range(len(phase.lines))), Decimal(0)), resolution),
        )
        for p, phase in enumerate(found.recipe.phases)
    )
    return Sheet(
        recipe=found.recipe,
        asked=batch,
        resolution=resolution,
        phases=phases,
        exact=whole,
        total=total,
        inci=inci_list(made),
        worsened=tuple(_worsened(found, data, made, weighed, batch)),
        short=float(made.nominal.sum()) - 100,
    )


def rounded(mass: float, resolution: Decimal) -> Decimal:
    """What a balance shows: the nearest step, a half upwards."""
    # 12 digits: 0.8 % of 750 g is 6, not 6.000000000000001
    return (Decimal(f"{mass:.12g}") / resolution).quantize(Decimal(1), ROUND_HALF_UP) * resolution


def rounded_masses(exact: Sequence[float], resolution: Decimal, fillers: Sequence[bool]) -> list[Decimal]:
    """Each mass rounded; what takes what is left takes what rounding left too, so that the whole is right to one step."""
    found = [rounded(mass, resolution) for mass in exact]
    for i, filler in enumerate(fillers):
        if filler and exact[i] > 0:
            rest = rounded(math.fsum(exact), resolution) - sum(found, Decimal(0)) + found[i]
            found[i] = max(rest, Decimal(0))
    return found


def inci_list(made: Composition) -> InciList:
    """Every substance by its INCI name, alike names summed; the adjusters at their nominal amount."""
    shares: dict[str, list[Span]] = {}
    names: dict[str, str] = {}
    coloured: dict[str, bool] = {}
    nameless: list[str] = []
    for i in made.present():
        nominal = max(float(made.nominal[i]), 0.0)
        material = made.materials[i]
        for substance in material.substances if nominal > 0 else ():
            if not substance.inci:
                nameless.append(made.label(i))
                continue
            key = substance.inci.casefold()
            names.setdefault(key, substance.inci)
            shares.setdefault(key, []).append(_part(substance.share.span, nominal))
            coloured[key] = coloured.get(key, True) and made.uses(i) == ("colourant",)
        if material.unnamed is not None and nominal > 0:
            nameless.append(say("{material} (a part of it)", material=made.label(i)))
    listed = [Ingredient(name=names[key], share=_sum(parts), colourant=coloured[key]) for key, parts in shares.items()]
    listed.sort(key=lambda one: -one.rank)  # equal ones stay in the recipe's order
    plain = [one for one in listed if not one.colourant]
    return InciList(
        above=tuple(one for one in plain if one.rank >= ANY_ORDER),
        below=tuple(one for one in plain if one.rank < ANY_ORDER),
        colourants=tuple(one for one in listed if one.colourant),
        nameless=tuple(dict.fromkeys(nameless)),
        uncertain=tuple(_uncertain(plain)),
    )


def _uncertain(listed: Sequence[Ingredient]) -> Iterator[str]:
    """Names that could as well stand elsewhere among those of 1 % and more."""
    for n, one in enumerate(listed):
        before = any(other.share.low < one.share.high and other.rank >= one.rank for other in listed[:n])
        after = any(other.share.high > one.share.low for other in listed[n + 1 :])
        if not one.share.is_exact and one.share.high >= ANY_ORDER and (before or after or one.share.low < ANY_ORDER):
            yield one.name


def _part(share: Span, of: float) -> Span:
    return Span(share.low * of / 100, None if share.best is None else share.best * of / 100, share.high * of / 100)


def _sum(parts: Sequence[Span]) -> Span:
    best = [part.best for part in parts]
    low, high = (math.fsum(part.low for part in parts), math.fsum(part.high for part in parts))
    known = [x for x in best if x is not None]
    middle = math.fsum(known) if len(known) == len(best) else None
    return Span(low, None if middle is None else min(max(middle, low), high), high)


def _line(made: Composition, i: int, exact: float, weighed: Decimal, off: float, batch: float, resolution: Decimal) -> SheetLine:
    line = made.lines[i]
    most = ""
    if line.maximum is not None:
        alone = all(each.amount.kind == "mass" for each in made.lines)
        mass = _reached(made, i, batch) if alone else float(made.shares.high[i]) * batch / 100
        down = (Decimal(f"{mass:.12g}") / resolution).to_integral_value("ROUND_FLOOR") * resolution
        most = _shown(max(down, Decimal(0)), resolution)
    return SheetLine(
        place=made.places[i],
        name=made.label(i),
        inci=made.materials[i].inci,
        uses=made.uses(i),
        share=float(made.nominal[i]),
        exact=exact,
        weighed=weighed,
        text=_shown(weighed, resolution),
        off=off,
        filler=line.amount.kind == "q.s.",
        adjust=line.adjust,
        most=most,
        unknown=made.materials[i].origin == "unknown",
    )


def _reached(made: Composition, i: int, batch: float) -> float:
    """Grams of an adjuster that make its highest share when they come to the others: "max 4 g" of a recipe in grams is 4 g, not that share of the batch."""
    high = float(made.shares.high[i])
    others = math.fsum(max(float(x), 0.0) for n, x in enumerate(made.nominal) if n != i) * batch / 100
    return others * high / (100 - high) if high < 100 else batch


def _off(exact: float, weighed: Decimal, whole: float, total: Decimal) -> float:
    """What rounding does to a share, in % of that share."""
    if not exact or not total:
        return 0.0
    return 100 * (float(weighed / total) / (exact / whole) - 1)


def _shown(mass: Decimal, resolution: Decimal) -> str:
    """With the decimals the balance shows."""
    return f"{mass.quantize(Decimal(1).scaleb(min(int(resolution.as_tuple().exponent), 0))):f}"


def _worsened(found: Assessment, data: Data, made: Composition, weighed: Sequence[Decimal], batch: float) -> Iterator[Check]:
    """Checks that the rounded masses no longer pass, though the recipe does."""
    if not any(weighed):
        return
    recipe = found.recipe
    for i, (p, n) in enumerate(made.places):
        line, mass = made.lines[i], weighed[i]
        most = None
        if line.maximum is not None:
            most = _grams(max(_reached(made, i, batch), float(mass)))
        recipe = recipe.with_line(p, n, replace(line, amount=_grams(float(mass)), maximum=most))
    judged = evaluate(replace(recipe, batch=None), data, found.on)
    fine = {_key(c) for c in found.checks if c.verdict == "pass"}
    yield from (c for c in judged.checks if c.verdict != "pass" and c.severity != "note" and _key(c) in fine)


def _key(check: Check) -> tuple[str, str, str, str]:
    return check.rule, check.subject, check.market, check.code


def _grams(mass: float) -> Amount:
    return Amount(f"{mass:.12g} g", "mass", mass)
