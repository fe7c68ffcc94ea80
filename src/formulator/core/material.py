"""What is weighed, and what it is made of.

A `Material` is a trade product (what is weighed, with HLB and spec); its `Substance`s carry the identity that law, elements and labels are judged by.
One schema serves library, own and in-recipe materials.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, get_args

from formulator.core.chemistry import Formula
from formulator.core.figure import Datum

Function = Literal[
    "solvent",
    "humectant",
    "emollient",
    "emulsifier",
    "thickener",
    "mineral",
    "preservative",
    "chelator",
    "antioxidant",
    "ph-adjuster",
    "active",
    "colourant",
    "uv-filter",
    "fragrance",
    "other",
]
FUNCTIONS: tuple[str, ...] = get_args(Function)
Origin = Literal["library", "recipe", "unknown"]
_CAS = re.compile(r"([1-9]\d{1,6})-(\d{2})-(\d)")
EMPTY: Mapping[str, Any] = MappingProxyType({})


def valid_cas(cas: str) -> bool:
    """Whether a CAS number has the right form and check digit."""
    match = _CAS.fullmatch(cas)
    if match is None:
        return False
    digits = (match[1] + match[2])[::-1]
    return sum(n * int(digit) for n, digit in enumerate(digits, 1)) % 10 == int(match[3])


def empty() -> Mapping[str, Any]:
    """The default of a mapping nobody filled."""
    return EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something a source says of a material in words: its Chinese name, how it bears salt, in which pH it works."""

    what: str
    says: str
    where: Datum


@dataclass(frozen=True, slots=True, kw_only=True)
class Toxicity:
    """What a safety assessment starts from: one point of departure by mouth (mg/kg/day) and how long the study was (days), the parts absorbed by mouth
    and through the skin (%), or what passes a cm² of skin at each application (µg/cm²)
    of a product that holds `tested_at` of it (%)."""

    noael: Datum | None = None
    bmdl: Datum | None = None
    loael: Datum | None = None
    study_days: float | None = None
    oral_bioavailability: Datum | None = None
    dermal_absorption: Datum | None = None
    absorbed_per_area: Datum | None = None
    tested_at: Datum | None = None

    @property
    def point(self) -> Datum | None:
        """The point of departure."""
        return self.noael or self.bmdl or self.loael


NO_TOXICITY = Toxicity()


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """One chemical identity inside a material and its `share` of it (%, w/w).

    Composition basis, exactly one: `formula`, declared `elements`, or `organic` (carries no mineral by nature). None of them means that
    nothing is on file, and the content of any element is bounded by the share alone.
    """

    id: str
    inci: str
    share: Datum
    cas: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    formula: Formula | None = None
    assay: Datum | None = None
    elements: Mapping[str, Datum] | None = None
    organic: bool = False
    water_soluble: bool | None = None
    oxidation: Mapping[str, float] = field(default_factory=empty)
    functions: tuple[str, ...] = ()
    toxicity: Toxicity = NO_TOXICITY

    @property
    def has_composition(self) -> bool:
        """Whether anything is on file about its elements."""
        return self.organic or self.formula is not None or self.elements is not None

    @property
    def identified(self) -> bool:
        """Whether the law can know what it is: one INCI name or a CAS number, and no number whose form or check digit is wrong."""
        return bool(self.inci or self.cas) and all(valid_cas(c) for c in self.cas) and not re.search(r"\s/\s|;", self.inci)

    @property
    def nano(self) -> bool:
        """Whether it is a nano form, which INCI writes behind the name."""
        return "(nano)" in self.inci.lower()

    @property
    def is_water(self) -> bool:
        """Water by formula, CAS number or a word of its INCI name; a flower water counts, for what grows in it."""
        named = {"AQUA", "WATER", "EAU"} & set(re.findall(r"[A-Z]+", self.inci.upper()))
        return bool(named) or "7732-18-5" in self.cas or (self.formula is not None and self.formula.counts == (("H", 2.0), ("O", 1.0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a line of a recipe weighs. HLB values are dimensionless, `molar_mass` (as others
    print it, a check on the formula) in g/mol, `density` in g/mL, `use_level` in %, `solubility` in g per kg of water,
    impurities in mg/kg, `price` in a currency per kg ("EUR/kg").

    `eo` is the number of ethylene oxide units, `makes` the type of emulsion it tends to, `eacn` the equivalent alkane carbon number of a lipid.
    `unnamed` is the share (%) of a blend that its substances leave open. `declared` is the table it was read from, kept for writing it back.
    """

    id: str
    name: str
    functions: tuple[str, ...]
    substances: tuple[Substance, ...]
    inci: str = ""
    cas: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    identity: Datum | None = None
    ionic: str = ""
    eo: float | None = None
    makes: tuple[str, ...] = ()
    category: str = ""
    eacn: Datum | None = None
    facts: tuple[Fact, ...] = ()
    hlb: Datum | None = None
    hlb_applies: bool = True
    hlb_why_not: str = ""
    hlb_instead: str = ""
    required_hlb: Mapping[str, Datum] = field(default_factory=empty)
    unnamed: Datum | None = None
    molar_mass: Datum | None = None
    density: Datum | None = None
    use_level: Datum | None = None
    solubility: Datum | None = None
    toxicity: Toxicity = NO_TOXICITY
    impurities: Mapping[str, Datum] = field(default_factory=empty)
    price: Datum | None = None
    notes: tuple[str, ...] = ()
    comment: str = ""
    origin: Origin = "library"
    declared: Mapping[str, Any] = field(default_factory=empty, compare=False)
