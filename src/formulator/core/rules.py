"""Law as dated data: lists, their entries in the law's words, and our readings of them.

An entry without a reading still matches; its verdict is then "cannot tell: expert review". Whether an entry names a substance is decided here, by
number, name, formula or class, and never by a word in a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from formulator.core.chemistry import Formula
from formulator.core.figure import Confidence, Source
from formulator.core.material import Substance, empty

ListKind = Literal["prohibition", "restriction", "permission"]
Membership = Literal["named", "class", "unsure", "near"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleList:
    """One list of a law in one edition. `function` says what a permission list permits; `complete` whether every entry is on file,
    `size` how many are. `act` is the law, `source` the copy it was read in."""

    id: str
    markets: tuple[str, ...]
    annex: str
    title: str
    kind: ListKind
    edition: str
    complete: bool
    act: Source
    source: Source
    function: str = ""
    size: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry in the law's own words; `names` are its INCI names and glossary names in capitals."""

    id: str
    list: str
    number: str
    title: str
    names: tuple[str, ...] = ()
    cas: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=empty)
    hash: str = ""
    moved: bool = False

    @property
    def nano(self) -> bool:
        """Whether the entry is for the nano form; the law and INCI both write it behind the name."""
        return "(nano)" in self.title.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """A class of substances: those that hold `element` (in `states`, where given; water-soluble ones, where `soluble`; without carbon, where
    `inorganic`), but not the exceptions.

    `except_entries` name their own substances, `except_formulas` are parents (without crystal water); an exception in `unless_scope` holds only
    for products of that scope.
    """

    element: str
    states: tuple[float, ...] = ()
    soluble: bool = False
    inorganic: bool = False
    except_formulas: tuple[Formula, ...] = ()
    except_entries: tuple[str, ...] = ()
    unless_scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The most that is allowed (%, w/w) in products of one of `scopes` (each a set of words; empty: every product) and of none that is `excluded`.

    `element` or `acid` is what the substance counts as; neither counts it as itself. `ph_low` and `ph_high` bound the pH. Without any number the use is
    free in these products.
    """

    maximum: float | None
    scopes: tuple[frozenset[str], ...] = ()
    excluded: frozenset[str] = frozenset()
    element: str = ""
    acid: Formula | None = None
    ph_low: float | None = None
    ph_high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What we read an entry to mean: it prohibits, limits, lays down a duty that no number judges (`duty`), or needs an expert (`review` says why).

    `of_class` are members the entry covers without naming them; `near` is what stands so close to it that an expert has to look, whatever it means.
    """

    entry: str
    hash: str
    read: str
    means: Literal["prohibited", "limited", "duty", "review"]
    confidence: Confidence = "high"
    of_class: Class | None = None
    near: Class | None = None
    limits: tuple[Limit, ...] = ()
    review: str = ""
    duty: str = ""
    since: str = ""
    until: str = ""
    note: str = ""


def scope_holds(limit: Limit, scopes: frozenset[str]) -> bool:
    """Whether a product with these scope words falls under the limit."""
    return not limit.excluded & scopes and (not limit.scopes or any(words <= scopes for words in limit.scopes))


def names_substance(entry: Entry, substance: Substance) -> bool:
    """Whether the entry lists the substance by CAS number (a hydrate's parent number counts) or by INCI name."""
    if entry.nano and "(nano)" not in substance.inci.lower():
        return False
    listed = {substance.inci.upper(), *(n.upper() for n in substance.names)} - {""}
    return bool(set(entry.cas) & set(substance.cas)) or bool(listed & set(entry.names))


def class_membership(rule: Class, substance: Substance, product: frozenset[str], entries: Mapping[str, Entry]) -> Membership | None:
    """Whether a substance is of the class: "class", "unsure" when a property that decides it is not on file, None when it is not."""
    known = substance.formula is not None or substance.elements is not None
    holds = (substance.formula is not None and substance.formula.count(rule.element) > 0) or bool(
        substance.elements and rule.element in substance.elements and substance.elements[rule.element].span.high > 0
    )
    if not known or not holds:
        return None
    excepted = any(substance.formula is not None and substance.formula.parent == f.parent for f in rule.except_formulas) or any(
        names_substance(entries[e], substance) for e in rule.except_entries
    )
    if excepted and (not rule.unless_scope or set(rule.unless_scope) <= product):
        return None
    carbon = substance.formula is not None and substance.formula.count("C") > 0
    if (rule.soluble and substance.water_soluble is False) or (rule.inorganic and carbon):
        return None
    if rule.states and rule.element in substance.oxidation and substance.oxidation[rule.element] not in rule.states:
        return None
    unsure = (rule.soluble and substance.water_soluble is None) or (bool(rule.states) and rule.element not in substance.oxidation)
    if substance.formula is None and substance.elements and substance.elements[rule.element].span.low == 0:
        unsure = True  # only an upper bound of it is on file: there may be none
    return "unsure" if unsure else "class"
