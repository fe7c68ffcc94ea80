"""Numbers that explain themselves: sources, data, methods and figures.

A `Datum` is one sourced value; a `Figure` is computed, and knows its method and the form (see `forms`) that worked it out. A Figure has no
`+`: arithmetic that would forget its inputs is not possible here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from formulator.core.phrase import Words
from formulator.core.span import Span

Basis = Literal["measured", "published", "declared", "default"]
Confidence = Literal["high", "medium", "low"]
Kind = Literal["measured", "published", "calculated", "supplier", "definition", "declared", "default"]
ReadAt = Literal["yes", "secondary", "no"]

# From strongest to weakest; a figure is as good as the weakest value in it.
BASES: tuple[Basis, ...] = ("measured", "published", "declared", "default")
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")
_BASIS_OF: dict[Kind, Basis] = {
    "measured": "measured",
    "published": "published",
    "calculated": "published",
    "supplier": "published",
    "definition": "published",
    "declared": "declared",
    "default": "default",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a value can be looked up; `id` is permanent, `url` or `doi` an address."""

    id: str
    title: str
    kind: str = "declared"
    by: str = ""
    year: int | None = None
    url: str = ""
    doi: str = ""
    isbn: str = ""
    accessed: str = ""
    note: str = ""

    @property
    def address(self) -> str:
        """The url, or the doi as one; empty for a book, a definition or a declaration."""
        return self.url or (f"https://doi.org/{self.doi}" if self.doi else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum:
    """One value in `unit`, where it stands (`source`, `at`), how it came about and how far it can be trusted.

    `others` are values of other sources for the same thing, kept for show; `why` says why this one is preferred. `range` is what such a value can be at all.
    """

    span: Span
    unit: str
    source: Source
    at: Words = ""
    kind: Kind = "declared"
    confidence: Confidence = "high"
    read: ReadAt = "yes"
    note: Words = ""
    why: str = ""
    others: tuple[Datum, ...] = ()
    range: tuple[float, float] | None = None

    @property
    def basis(self) -> Basis:
        """What the value rests on, in the contract's words."""
        return _BASIS_OF[self.kind]

    @property
    def firm(self) -> Span | None:
        """What an error-level verdict may rest on. A recalled or low-confidence value counts as unknown there: only what it can be at all is sure
        (None when not even that is). A default is a bound that surely holds, and reaches down to nothing, so it can carry a worst case, never a fail."""
        if self.kind == "default" or (self.read != "no" and self.confidence != "low"):
            return self.span
        return self.range and Span.between(*self.range)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How a figure is worked out: the formula in symbols, what they mean, when it does not hold, and who says so (source ids)."""

    id: str
    name: str
    formula: str
    symbols: str
    limits: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One contribution as it is shown: `weight` in `weight_unit` (None for a plain factor) times `value`."""

    label: Words
    value: Cited
    weight: Span | None = None
    weight_unit: str = ""


@dataclass(frozen=True, slots=True)
class Worked:
    """One line of working: which bound it is for, the arithmetic in plain signs, and what it comes to."""

    bound: Literal["low", "best", "high"]
    text: str
    value: float


class Form(Protocol):
    """A shape of arithmetic that computes its span and can write its own working."""

    @property
    def span(self) -> Span:
        """The result with its bounds."""

    @property
    def firm(self) -> Span | None:
        """The result from the inputs' firm spans."""

    def terms(self) -> Sequence[Term]:
        """What went in, shown on request."""

    def worked(self) -> Sequence[Worked]:
        """The arithmetic of each bound that differs; replayed by a test."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figure:
    """A computed number in `unit`, by `method`, from the inputs that `form` holds. `notes` are codes that explain a gap.

    `span`: low, best (None when a contributor is unknown), high; worked out once, because every rendering asks for it.
    """

    id: str
    unit: str
    method: Method
    form: Form
    label: Words = ""
    notes: tuple[str, ...] = ()
    span: Span = field(init=False)
    _firm: list[Span | None] = field(init=False, repr=False, default_factory=list)

    def __post_init__(self) -> None:
        object.__setattr__(self, "span", self.form.span)

    @property
    def basis(self) -> Basis:
        """The weakest basis among the inputs; `declared` when there is none (a recipe's own amounts)."""
        return max((t.value.basis for t in self.form.terms()), key=BASES.index, default="declared")

    @property
    def confidence(self) -> Confidence:
        """The lowest confidence among the inputs."""
        return max((t.value.confidence for t in self.form.terms()), key=CONFIDENCES.index, default="high")

    @property
    def firm(self) -> Span | None:
        """What an error-level verdict may rest on: the figure worked out from its inputs' firm spans; None when one has none."""
        if not self._firm:  # worked out when first asked: most figures are judged by nothing
            self._firm.append(self.form.firm)
        return self._firm[0]


Cited = Datum | Figure
