"""The open recipe: an immutable value that every edit replaces by another.

Amounts keep the text they were typed as, so that a file is written back as it was read. Nothing is judged or computed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from formulator.core.material import Material, empty
from formulator.core.span import Span

Emulsion = Literal["o/w", "w/o", "none"]
EMULSIONS: tuple[Emulsion, ...] = ("o/w", "w/o", "none")
PhaseKind = Literal["water", "oil", "cool-down"]
PHASE_KINDS: tuple[PhaseKind, ...] = ("water", "oil", "cool-down")
MARKETS = ("EU", "US", "CA", "CN", "TW", "JP", "KR", "ASEAN", "DE")
SKINS = ("intact", "damaged")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the unit its field names, and the text it was written as."""

    text: str
    value: float


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of a line: a `share` in % (w/w), a `mass` in g, or "q.s."; `element` when it counts one element ("200 mg/kg as Zn")."""

    text: str
    kind: Literal["share", "mass", "q.s."]
    value: float = 0.0
    element: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One weighing. `maximum` is the most an adjuster may reach; `use_as` the function it has here, where it has several."""

    material: str
    amount: Amount
    adjust: str = ""
    maximum: Amount | None = None
    use_as: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """Lines heated and mixed together."""

    name: str
    kind: PhaseKind
    lines: tuple[Line, ...] = ()
    heat: Quantity | None = None
    steps: tuple[str, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How the product is used. What is None comes from the product type's published pattern.

    The amount is said in g/day, in finger-tip units a day, or as a `film` (mg/cm²) on an area (cm², or a part of the body) so many times a day.
    """

    amount: Quantity | None = None
    fingertips: Quantity | None = None
    film: Quantity | None = None
    area: Quantity | None = None
    part: str | None = None
    applications: Quantity | None = None
    body_weight: Quantity | None = None
    population: str | None = None
    skin: str | None = None
    limit_allocation: Quantity | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What a formula is meant to deliver of one element, mg/kg; either end may be open."""

    minimum: Quantity | None
    maximum: Quantity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A whole recipe. `ph` is a span with its text; `materials` are the recipe's own; `tolerance` is the HLB gap that still passes.

    `ratios` are what two elements ("Zn:Cu", by mass) are meant to have between them; `reference` is the authority whose reference intakes stand beside.
    """

    name: str
    product: str
    emulsion: Emulsion
    phases: tuple[Phase, ...]
    version: str = ""
    markets: tuple[str, ...] = ()
    batch: Quantity | None = None
    ph: tuple[str, Span] | None = None
    preservation: str = ""
    notes: str = ""
    use: Use = Use()
    targets: Mapping[str, Target] = field(default_factory=empty)
    ratios: Mapping[str, tuple[str, Span]] = field(default_factory=empty)
    reference: str = ""
    tolerance: float = 1.0
    materials: tuple[Material, ...] = ()
    comment: str = ""
    closing_comment: str = ""

    def lines(self) -> Iterator[tuple[int, int, Line]]:
        """Every line with the numbers of its phase and place, in order."""
        for p, phase in enumerate(self.phases):
            for n, line in enumerate(phase.lines):
                yield p, n, line

    def with_lines(self, phase: int, lines: tuple[Line, ...]) -> Recipe:
        """The same recipe with other lines in one phase."""
        phases = list(self.phases)
        phases[phase] = replace(phases[phase], lines=lines)
        return replace(self, phases=tuple(phases))

    def with_line(self, phase: int, place: int, line: Line) -> Recipe:
        """The same recipe with one line replaced."""
        lines = self.phases[phase].lines
        return self.with_lines(phase, (*lines[:place], line, *lines[place + 1 :]))

    def with_inserted(self, phase: int, place: int, line: Line) -> Recipe:
        """The same recipe with a line put in before `place`."""
        lines = self.phases[phase].lines
        return self.with_lines(phase, (*lines[:place], line, *lines[place:]))

    def without_line(self, phase: int, place: int) -> Recipe:
        """The same recipe without one line."""
        lines = self.phases[phase].lines
        return self.with_lines(phase, (*lines[:place], *lines[place + 1 :]))

    def with_moved(self, start: tuple[int, int], goal: tuple[int, int]) -> Recipe:
        """The same recipe with the line at `start` taken out and put in at `goal` (counted after taking it out)."""
        line = self.phases[start[0]].lines[start[1]]
        return self.without_line(*start).with_inserted(goal[0], goal[1], line)
