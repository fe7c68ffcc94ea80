"""Lines to shares: what part of the finished cream each line is (%, w/w), and which materials stand behind the lines.

Everything later works on these arrays, one column a line. Amounts are nominal; only an adjuster's `max` reaches above its amount.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from formulator.core.contents import UNKNOWN, content_of
from formulator.core.data import Data
from formulator.core.figure import Datum, Figure, Method, Source
from formulator.core.forms import Total
from formulator.core.material import Material, Substance
from formulator.core.recipe import PHASE_KINDS, Amount, Line, Recipe
from formulator.core.span import Floats, Span, Spans
from formulator.core.standing import Standing, standing_of

T = TypeVar("T")

ROUNDING = 1e-9  # %; far below what any balance weighs
RECIPE = Source(id="recipe", title="the recipe itself")

SHARE_TOTAL = Method(
    id="share-total",
    name="Sum of all lines",
    formula="total = Σ shareᵢ",
    symbols="shareᵢ: share of line i in the finished product, % w/w; a q.s. line takes what is left to 100 %",
)
PHASE_SHARE = Method(
    id="phase-share", name="Share of the phases of one kind", formula="phase = Σ shareᵢ", symbols="shareᵢ: share of each line in these phases, % w/w"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why amounts cannot be turned into shares: the line (phase, place) or None for the recipe, what is wrong, the way out."""

    line: tuple[int, int] | None
    field: str
    says: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Composition:
    """The recipe's lines in order. `nominal` (n,) sums to the recipe's total and shows a q.s. below zero as it is; in `shares` such a line is
    absent (it cannot be weighed; the total fails for it). `places` are (phase, place). `batch` is how many grams are made: as it is said, or the sum of
    the lines where each is a mass; None where nothing tells."""

    recipe: Recipe
    places: tuple[tuple[int, int], ...]
    lines: tuple[Line, ...]
    materials: tuple[Material, ...]
    nominal: Floats
    shares: Spans
    batch: float | None
    standing: Standing

    def label(self, i: int) -> str:
        """What line i is called."""
        return self.materials[i].name

    def stated(self, i: int) -> str:
        """What line i is called, with its amount where that is not a share as it stands."""
        text = self.lines[i].amount.text
        return self.label(i) if text.endswith("%") else f"{self.label(i)} ({text})"

    def amount(self, i: int) -> Datum:
        """The nominal share of line i as a declared value."""
        return Datum(span=Span.exact(float(self.nominal[i])), unit="%", source=RECIPE, at=self.lines[i].amount.text)

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """What no amount of the recipe changes, worked out once for all compositions of these materials (see `standing`)."""
        return self.standing.once(key, work)

    def present(self) -> Sequence[int]:
        """Numbers of the lines of which there is any."""
        return self.standing.present

    def uses(self, i: int) -> tuple[str, ...]:
        """The functions line i has here: the one it states, else all its material has."""
        return (self.lines[i].use_as,) if self.lines[i].use_as else self.materials[i].functions

    def is_lipid(self, i: int) -> bool:
        """Used as emollient, and not as emulsifier."""
        return "emollient" in self.uses(i) and "emulsifier" not in self.uses(i)

    def is_emulsifier(self, i: int) -> bool:
        """Used as emulsifier."""
        return "emulsifier" in self.uses(i)

    def substances(self) -> Sequence[tuple[int, Substance]]:
        """Every substance of every line of which there is any."""
        return self.once("substances", lambda: tuple((i, s) for i in self.present() for s in self.materials[i].substances))

    @property
    def watery(self) -> Sequence[tuple[int, Substance]]:
        """The waters among them."""
        return self.once("watery", lambda: tuple((i, s) for i, s in self.substances() if s.is_water))


def material_of(recipe: Recipe, data: Data, id: str) -> Material:
    """The recipe's own material, else the library's, else a placeholder of which nothing is known."""
    own = next((m for m in recipe.materials if m.id == id), None)
    found = own or data.material(id)
    if found:
        return found
    share = Datum(span=Span.exact(100.0), unit="%", source=UNKNOWN, kind="default", confidence="low")
    return Material(id=id, name=f"{id} (unknown)", functions=(), substances=(Substance(id=id, inci="", share=share),), origin="unknown")


def faults(recipe: Recipe, data: Data) -> list[Fault]:
    """Everything that keeps the amounts from becoming shares; empty when `compose` will do."""
    found: list[Fault] = []
    lines = list(recipe.lines())
    fillers = [(p, n) for p, n, line in lines if line.amount.kind == "q.s."]
    kinds = {line.amount.kind for _, _, line in lines}
    for place in fillers[1:]:
        found.append(Fault(place, "amount", "a second q.s. line", "Give all lines but one an amount; only one can take what is left."))
    if "mass" in kinds and len(kinds) > 1 and recipe.batch is None:
        mixed = "a q.s. line" if fillers else "lines in percent"
        found.append(Fault(None, "batch", f"masses stand beside {mixed}, but the batch is not given", 'Add batch = "500 g", or write every line in one kind.'))
    elif kinds == {"mass"} and math.fsum(line.amount.value for _, _, line in lines) == 0:
        found.append(Fault(None, "phase", "the masses add up to nothing", "Give at least one line a mass above 0 g."))
    for p, n, line in lines:
        for field, amount in (("amount", line.amount), ("max", line.maximum)):
            if amount and amount.element and _carried(recipe, data, line, amount) == 0.0:
                name = material_of(recipe, data, line.material).name
                says = f"{name} holds no single known content of {amount.element}"
                found.append(Fault((p, n), field, says, f"Write the amount of the material itself, or choose one with {amount.element}."))
        if line.maximum and line.maximum.kind != line.amount.kind:
            found.append(Fault((p, n), "max", "max is not of the same kind as the amount", "Write both in percent or both as a mass."))
        elif line.maximum and _plain(recipe, data, line, line.maximum) < _plain(recipe, data, line, line.amount):
            found.append(Fault((p, n), "max", "max is below the amount", "Raise max, or lower the amount."))
    return found


def compose(recipe: Recipe, data: Data) -> Composition:
    """Shares of all lines. The recipe must be without `faults`."""
    rows = list(recipe.lines())
    lines = tuple(line for _, _, line in rows)
    materials = tuple(material_of(recipe, data, line.material) for line in lines)
    plain = [_plain(recipe, data, line, line.amount) for line in lines]
    most = [_plain(recipe, data, line, line.maximum) if line.maximum else amount for line, amount in zip(lines, plain, strict=True)]
    nominal = np.array(plain, dtype=np.float64)
    high = np.array(most, dtype=np.float64)
    masses = np.array([line.amount.kind == "mass" for line in lines], dtype=bool)
    batch = recipe.batch.value if recipe.batch else None
    if masses.any():
        alone = bool(masses.all())
        whole = math.fsum(nominal) if alone else _value(recipe)
        above = np.where(alone, whole - nominal + high, whole)
        high = np.where(masses, 100 * high / above, high)
        nominal = np.where(masses, 100 * nominal / whole, nominal)
        batch = whole if batch is None else batch
    for i, line in enumerate(lines):
        if line.amount.kind == "q.s.":
            rest = 100 - math.fsum(nominal)
            # what is left of nothing is nothing, not the last bit of a sum
            nominal[i] = high[i] = 0.0 if abs(rest) < ROUNDING else rest
    there, most_of = np.maximum(nominal, 0), np.maximum(high, 0)
    present = tuple(np.flatnonzero(most_of > 0).tolist())
    return Composition(
        recipe=recipe,
        places=tuple((p, n) for p, n, _ in rows),
        lines=lines,
        materials=materials,
        nominal=nominal,
        shares=Spans(there, there, most_of),
        batch=batch,
        standing=standing_of(recipe, materials, present, data),
    )


def share_figures(made: Composition) -> Iterator[Figure]:
    """`share.total`, and `phase.*` for each kind of phase."""
    yield Figure(id="share.total", unit="%", method=SHARE_TOTAL, form=_total(made, range(len(made.lines))))
    for kind in PHASE_KINDS:
        rows = [i for i, (p, _) in enumerate(made.places) if made.recipe.phases[p].kind == kind]
        yield Figure(id=f"phase.{kind}", unit="%", method=PHASE_SHARE, form=_total(made, rows), label=kind)


def sum_of_lines(id: str, method: Method, made: Composition, rows: Sequence[int]) -> Figure:
    """The sum of some lines' shares, %."""
    return Figure(id=id, unit="%", method=method, form=_total(made, rows))


def _total(made: Composition, rows: Sequence[int]) -> Total:
    return Total(values=made.nominal[list(rows)], cite=lambda k: made.amount(rows[k]), label=lambda k: made.label(rows[k]))


def _value(recipe: Recipe) -> float:
    if recipe.batch is None:
        raise ValueError("masses beside shares without a batch: the recipe has faults")
    return recipe.batch.value


def _plain(recipe: Recipe, data: Data, line: Line, amount: Amount) -> float:
    """The line's own share or mass; an amount "as Zn" is divided by what the material carries of it."""
    if not amount.element:
        return amount.value
    carried = _carried(recipe, data, line, amount)
    return amount.value / (carried or 1.0)


def _carried(recipe: Recipe, data: Data, line: Line, amount: Amount) -> float | None:
    """Mass fraction of the element in the line's material; None for an unknown material, 0 when no best value is on file."""
    material = material_of(recipe, data, line.material)
    if material.origin == "unknown":
        return None
    return (content_of(material, amount.element, data).span.best or 0.0) / 1e6
