"""Law as dated data: lists, their entries in the law's words, and our readings of them.

An entry is its text between two days; an amended one stands here several times. One without a reading still matches; its verdict is then "cannot
tell: expert review". Whether an entry names a substance is decided here, by number, name, formula or class, and never by a word in a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from formulator.core.chemistry import Formula
from formulator.core.figure import Confidence, Source
from formulator.core.material import Substance, empty

ListKind = Literal["prohibition", "restriction", "permission"]
Membership = Literal["named", "class", "unsure", "near"]
Means = Literal["prohibited", "limited", "duty", "review"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleList:
    """One list of a law in one edition. `function` says what a permission list permits; `complete` whether every entry is on file,
    `size` how many are; an `explicit` one judges only lines that state its function with `as`. `act` is the law, `source` the copy it was read in."""

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
    explicit: bool = False
    size: int = 0
    note: str = ""

    def locator(self, number: str = "") -> str:
        """Where to look it up: "Annex III, entry 24", or the list's own name."""
        name = f"Annex {self.annex}" if re.fullmatch(r"[IVX]+", self.annex) else self.annex
        return f"{name}, entry {number}" if number else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act that amends lists: `applies` is the day from which a newly placed product must comply, `dates` those of single
    entries, `seen` the sources where that was read."""

    id: str
    title: str
    applies: str
    source: Source
    dates: Mapping[str, str] = field(default_factory=empty)
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry in the law's own words, in force from `since` until the day before `until` (both may be open). `names` are its INCI and glossary
    names in capitals. `key` is the id, with the day of its end for a text that stood before; `curated` says that it was not in an official
    file, but in the sources `seen`."""

    id: str
    list: str
    number: str
    title: str
    key: str = ""
    names: tuple[str, ...] = ()
    cas: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=empty)
    hash: str = ""
    act: str = ""
    since: str = ""
    until: str = ""
    nano: bool = False
    moved: bool = False
    curated: bool = False
    seen: tuple[str, ...] = ()

    def in_force(self, day: str) -> bool:
        """Whether this text holds on a day."""
        return not self.moved and (not self.since or self.since <= day) and (not self.until or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """A class of substances: those that hold `element`, or whose parent is one of `formulas`, but not the exceptions.

    It can be narrowed to oxidation `states`, to water-`soluble` members, to those without carbon (`inorganic`). `except_entries` name their own
    substances, in products of `unless_scope` only where that is given; `except_formulas` are parents (without crystal water).
    """

    element: str = ""
    formulas: tuple[Formula, ...] = ()
    states: tuple[float, ...] = ()
    soluble: bool = False
    inorganic: bool = False
    except_formulas: tuple[Formula, ...] = ()
    except_entries: tuple[str, ...] = ()
    unless_scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What is allowed (%, w/w) in products of one of `scopes` (each a set of words; empty: every product) and of none that is `excluded`.

    `element` or `acid` is what the substance counts as; neither counts it as itself. `each` judges every substance by itself, `beside` names entries
    whose substances are summed with these. `ph_low` and `ph_high` bound the pH, above a
    share of `ph_above` only where that is given. `prohibited` allows nothing; without any number the use is free. As
    a label duty `maximum` is the share above which `says` holds.
    """

    maximum: float | None = None
    minimum: float | None = None
    scopes: tuple[frozenset[str], ...] = ()
    excluded: frozenset[str] = frozenset()
    element: str = ""
    acid: Formula | None = None
    ph_low: float | None = None
    ph_high: float | None = None
    ph_above: float | None = None
    each: bool = False
    beside: tuple[str, ...] = ()
    prohibited: bool = False
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What we read an entry to mean: it prohibits, limits, lays down a duty that no number judges (`duty`), or needs an expert (`review` says why).

    `of_class` are members the entry covers without naming them; `near` is what stands so close to it that an expert has to look, whatever it means.
    Of the `limits` the first that fits the product holds, of `totals` and `labels` every one. Before `since` the text was another: nothing
    held (`free_before`), or what held is not on file.
    """

    entry: str
    hash: str
    read: str
    means: Means
    confidence: Confidence = "high"
    of_class: Class | None = None
    near: Class | None = None
    limits: tuple[Limit, ...] = ()
    totals: tuple[Limit, ...] = ()
    labels: tuple[Limit, ...] = ()
    review: str = ""
    duty: str = ""
    since: str = ""
    free_before: bool = False
    note: str = ""


class Scoped(Protocol):
    """Whatever holds for some products only."""

    @property
    def scopes(self) -> tuple[frozenset[str], ...]:
        """Any of these sets of words; none means every product."""

    @property
    def excluded(self) -> frozenset[str]:
        """Words of products it does not hold for."""


def scope_holds(limit: Scoped, scopes: frozenset[str]) -> bool:
    """Whether a product with these scope words falls under the limit."""
    return not limit.excluded & scopes and (not limit.scopes or any(words <= scopes for words in limit.scopes))


def names_substance(entry: Entry, substance: Substance) -> bool:
    """Whether the entry lists the substance by CAS number (a hydrate's parent number counts) or by INCI name."""
    if entry.nano and not substance.nano:
        return False
    listed = {substance.inci.upper(), *(n.upper() for n in substance.names)} - {""}
    return bool(set(entry.cas) & set(substance.cas)) or bool(listed & set(entry.names))


def class_membership(rule: Class, substance: Substance, product: frozenset[str], entries: Mapping[str, Entry]) -> Membership | None:
    """Whether a substance is of the class: "class", "unsure" when a property that decides it is not on file, None when it is not."""
    formula, declared = substance.formula, (substance.elements or {}).get(rule.element)
    by_formula = formula is not None and formula.count(rule.element) > 0
    is_parent = formula is not None and any(formula.parent == f.parent for f in rule.formulas)
    if not (by_formula or is_parent or (declared is not None and declared.span.high > 0)):
        return None
    if formula is not None and any(formula.parent == f.parent for f in rule.except_formulas):
        return None
    excepted = any(names_substance(entries[e], substance) for e in rule.except_entries)
    if excepted and (not rule.unless_scope or set(rule.unless_scope) <= product):
        return None
    carbon = formula is not None and formula.count("C") > 0
    if (rule.soluble and substance.water_soluble is False) or (rule.inorganic and carbon):
        return None
    if rule.states and rule.element in substance.oxidation and substance.oxidation[rule.element] not in rule.states:
        return None
    unsure = (rule.soluble and substance.water_soluble is None) or (bool(rule.states) and rule.element not in substance.oxidation)
    if formula is None and declared is not None and declared.span.low == 0:
        unsure = True  # only an upper bound of it is on file: there may be none
    return "unsure" if unsure else "class"
