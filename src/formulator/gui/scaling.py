"""Amounts that move together: a ratio kept, all lines to 100 %, the whole to another batch. What is held keeps its amount as it is written. No widget here."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from formulator.core.composition import compose
from formulator.core.data import Data
from formulator.core.recipe import Amount, Line, Quantity, Recipe
from formulator.core.units import QuantityError
from formulator.files.recipe import amount
from formulator.gui.block_edits import BlockEdit
from formulator.gui.following import Place
from formulator.gui.typed import typed_amount, unit_of
from formulator.report.tongue import decimals, say

WHOLE = 100.0
_CLOSE = 1e-6  # %; the total is 100 already
_NUMBER = re.compile(r"[+-]?\d*\.?\d*(?:[eE][+-]?\d+)?")


class CannotScaleError(ValueError):
    """Why amounts cannot be moved as asked, in words."""


def times(present: Amount, factor: float) -> Amount:
    """An amount made larger or smaller, in the unit it is written in."""
    match = _NUMBER.match(present.text)
    if present.kind == "q.s." or match is None or not match[0]:
        return present
    return amount(f"{float(match[0]) * factor:.9g} {unit_of(present)}")


def scaled(line: Line, factor: float) -> Line:
    """A line with its amount, and an adjuster's max, times a factor."""
    return replace(line, amount=times(line.amount, factor), maximum=line.maximum and times(line.maximum, factor))


def normalised(recipe: Recipe, data: Data, held: Collection[Place]) -> BlockEdit:
    """The lines that are not held made larger or smaller by one factor, so that all make 100 %. Raises CannotScaleError."""
    made = compose(recipe, data)
    fillers = [float(made.nominal[i]) for i, line in enumerate(made.lines) if line.amount.kind == "q.s."]
    if fillers and fillers[0] >= 0:
        raise CannotScaleError(say("The q.s. line takes what is left: the lines make 100 % already."))
    rows = [i for i, place in enumerate(made.places) if place not in held and made.lines[i].amount.kind != "q.s."]
    whole = math.fsum(float(made.nominal[i]) for i in range(len(made.lines)) if made.lines[i].amount.kind != "q.s.")
    free = math.fsum(float(made.nominal[i]) for i in rows)
    if abs(whole - WHOLE) < _CLOSE:
        raise CannotScaleError(say("The lines make 100 % already."))
    if free <= 0:
        raise CannotScaleError(say("Every line that has an amount is locked."))
    factor = (WHOLE - (whole - free)) / free
    if factor <= 0:
        raise CannotScaleError(say("The locked lines alone make {0} %: nothing is left for the others.").format(decimals(f"{whole - free:.6g}")))
    after = _each(recipe, (made.places[i] for i in rows), lambda line: scaled(line, factor))
    kept = len(made.lines) - len(rows) - len(fillers)
    words = say("Normalise to 100 %")
    return BlockEdit(after, words, note=say("{0} locked lines left as they are.").format(kept) if kept else "")


def scaled_to_batch(recipe: Recipe, data: Data, batch: Quantity, held: Collection[Place]) -> BlockEdit:
    """Another batch: shares stay and their grams follow; lines written as a mass are scaled unless they are held. Raises CannotScaleError."""
    masses = [(p, n) for p, n, line in recipe.lines() if line.amount.kind == "mass"]
    if recipe.batch is not None:
        factor = batch.value / recipe.batch.value
    else:
        whole = math.fsum(_grams(recipe, data, masses))
        kept = math.fsum(_grams(recipe, data, [place for place in masses if place in held]))
        if masses and (whole <= kept or batch.value <= kept):
            raise CannotScaleError(say("The locked lines alone weigh {0} g.").format(decimals(f"{kept:.6g}")))
        factor = (batch.value - kept) / (whole - kept) if masses else 1.0
    after = _each(recipe, (place for place in masses if place not in held), lambda line: scaled(line, factor))
    return BlockEdit(replace(after, batch=batch), say("Scale to a batch of {0}").format(batch.text))


def with_ratio(base: Recipe, after: Recipe, data: Data, place: Place, group: Collection[Place]) -> tuple[Recipe, int]:
    """`after`, where one line has another amount than in `base`, with the other lines of its ratio scaled as much; and how many these are."""
    old, new = (recipe.phases[place[0]].lines[place[1]].amount for recipe in (base, after))
    if old.kind == "q.s." or new.kind == "q.s.":
        return after, 0
    if old.kind == new.kind and old.element == new.element:
        before, now = old.value, new.value
    else:
        before, now = (float(made.nominal[made.places.index(place)]) for made in (compose(base, data), compose(after, data)))
    if before <= 0 or now <= 0:  # from or to nothing there is no ratio
        return after, 0
    others = [other for other in group if other != place]
    for p, n in others:
        after = after.with_line(p, n, scaled(base.phases[p].lines[n], now / before))
    return after, len(others)


def by_mass(line: Line, text: str, batch: Quantity | None, comma_is_decimal: bool = False) -> tuple[Amount, Amount | None]:
    """What is typed into the grams of a line: a bare number is in g. With a batch, a line written as a share gets the share it makes. Raises QuantityError."""
    head, _, tail = text.partition(" max ")
    if tail.strip() and not line.adjust:
        raise QuantityError(say("only a pH adjuster has a max"), say("Write the amount alone."))
    try:
        found = [typed_amount(part, Amount("0 g", "mass"), comma_is_decimal) for part in ((head, tail) if tail.strip() else (head,))]
    except QuantityError as fault:
        if "does not fit" in fault.says:
            raise QuantityError(fault.says, say("Write a mass such as 12.5 g, or a share such as 2.5 %.")) from fault
        raise
    if batch is not None and line.amount.kind != "mass":
        found = [_as_share(one, batch) if one.kind == "mass" else one for one in found]
    return found[0], found[1] if len(found) > 1 else line.maximum


def _as_share(mass: Amount, batch: Quantity) -> Amount:
    share = f"{WHOLE * mass.value / batch.value:.12g} %"
    return amount(f"{share} as {mass.element}" if mass.element else share)


def _grams(recipe: Recipe, data: Data, places: Collection[Place]) -> list[float]:
    """Grams of lines in a recipe all in masses: an amount "as Zn" is worked out."""
    if not places or any(line.amount.kind != "mass" for *_, line in recipe.lines()):
        return [recipe.phases[p].lines[n].amount.value for p, n in places]
    made = compose(recipe, data)
    plain = next(((place, line) for place, line in zip(made.places, made.lines, strict=True) if not line.amount.element and line.amount.value > 0), None)
    if plain is None:
        return [recipe.phases[p].lines[n].amount.value for p, n in places]
    whole = plain[1].amount.value / float(made.nominal[made.places.index(plain[0])]) * WHOLE
    return [float(made.nominal[made.places.index(place)]) * whole / WHOLE for place in places]


def _each(recipe: Recipe, places: Iterable[Place], change: Callable[[Line], Line]) -> Recipe:
    for p, n in places:
        recipe = recipe.with_line(p, n, change(recipe.phases[p].lines[n]))
    return recipe
