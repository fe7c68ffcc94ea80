"""Who uses a product and what their body takes up: people and their bands of age, intakes by mouth, absorption, defaults of toxicology.

Shapes only; what is worked out of them stands in `exposure`, `dose`, `margins` and `supply`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from formulator.core.figure import Datum
from formulator.core.material import Substance, empty

Grade = str  # A human in vivo or adopted by a regulator, B human skin in vitro or small trial, C animal, D a default
END_OF_LIFE = 130.0  # years; above anybody's age


@dataclass(frozen=True, slots=True)
class Band:
    """Ages from `start` up to, not including, `end` (years), and the `states` it holds for ("" is neither pregnant nor breastfeeding)."""

    start: float = 0.0
    end: float = END_OF_LIFE
    states: tuple[str, ...] = ("",)

    def meets(self, other: Band) -> bool:
        """Whether somebody can be in both."""
        return self.start < other.end and other.start < self.end and bool(set(self.states) & set(other.states))


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Who uses it: body weight in kg, and the skin area per kg of body weight relative to an adult's (None: not published, an adult's amount is taken)."""

    id: str
    name: str
    body_weight: Datum
    band: Band = Band(19.0)
    area_factor: Datum | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Who sets intakes, and the markets that go by it."""

    id: str
    name: str
    markets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """An amount by mouth per day for a band of people: mg/day, or mg/kg/day when the authority sets it by body weight.

    `quantity` is what the authority calls it: UL, safe level, ADI; RDA, AI, PRI, AR; P95, mean. `bodies` is its own name of the band.
    """

    authority: str
    element: str
    quantity: str
    scope: str
    value: Datum
    band: Band = Band(19.0)
    bodies: str = ""
    superseded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Absorption:
    """Through the skin, % of the applied dose: measured on `of`, usable for compounds with one of the `cas` numbers, or for any when there is none;
    `inorganic` for those without carbon only, because a chelate or a peptide can carry an element through a hundred times as well; `soluble` for those
    that are known to dissolve in water."""

    element: str
    of: str
    fraction: Datum
    grade: Grade
    skin: str = "intact"
    cas: tuple[str, ...] = ()
    emulsion: tuple[str, ...] = ()
    inorganic: bool = False
    soluble: bool = False

    def holds_for(self, substance: Substance) -> bool:
        """Whether it may be used for a substance."""
        if self.cas:
            return bool(set(self.cas) & set(substance.cas))
        if self.soluble and not substance.water_soluble:
            return False
        return not self.inorganic or (substance.formula is not None and "C" not in substance.formula.elements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What reviews say of an element where the data do not support absorption, in our words."""

    element: str
    says: str
    where: Datum


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine:
    """ICH Q3D(R2) for medicines on the skin: permitted daily exposure in mg/day, and for sensitisers the concentration limit in mg/kg."""

    element: str
    group: str
    pde: Datum
    ctcl: Datum | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NonThreshold:
    """An element without a dose that is known to be safe; of all its states, or of some."""

    element: str
    states: tuple[float, ...]
    says: str
    where: Datum


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the body and its area in cm²."""

    id: str
    name: str
    area: Datum


@dataclass(frozen=True, slots=True, kw_only=True)
class Aggregate:
    """The product types that are used together: what they come to, g/day and mg/kg/day, after retention."""

    products: tuple[str, ...]
    amount: Datum
    dose: Datum


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Everything on file about people. `oral` is the part absorbed of what is swallowed, %, by element; `defaults` are by name (see toxicology.toml)."""

    populations: Mapping[str, Population]
    authorities: Mapping[str, Authority]
    limits: tuple[Intake, ...] = ()
    references: tuple[Intake, ...] = ()
    diets: tuple[Intake, ...] = ()
    absorptions: tuple[Absorption, ...] = ()
    proposals: Mapping[str, Datum] = field(default_factory=empty)
    oral: Mapping[str, Datum] = field(default_factory=empty)
    statements: Mapping[str, Statement] = field(default_factory=empty)
    defaults: Mapping[str, Datum] = field(default_factory=empty)
    non_threshold: tuple[NonThreshold, ...] = ()
    medicines: Mapping[str, Medicine] = field(default_factory=empty)
    parts: Mapping[str, Part] = field(default_factory=empty)
    fingertip: Datum | None = None
    aggregate: Aggregate | None = None
