"""What an entry of the law makes of the substances it covers: prohibited, within or above a limit, a duty, or a question for an expert.

Only the kinds of comparison stand here; which entries apply is decided in `cover`, and a market's answer put together in `law`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from formulator.core.checks import ROUNDING, Cap, Check, Severity, Verdict, within, worst
from formulator.core.chemistry import Formula, molar_mass
from formulator.core.composition import Composition
from formulator.core.contents import substance_content
from formulator.core.data import Data
from formulator.core.figure import Cited, Datum, Figure, Method
from formulator.core.forms import Product, Weighted
from formulator.core.material import Substance
from formulator.core.phrase import Phrase
from formulator.core.rules import Entry, Limit, Membership, Reading, scope_holds
from formulator.core.span import Span, Spans

REGULATED = Method(
    id="regulated-share",
    name="Share that a rule limits",
    formula="share = Σ shareᵢ · xᵢ / per",
    symbols="shareᵢ: share of line i, % (an adjuster at its max); xᵢ: what the rule counts in its material: % of it, or mg/kg of the element",
    limits="Summed over every substance the entry covers, expressed as the entry says.",
)
OF_BLEND = Method(
    id="element-of-a-part",
    name="Element that one part of a blend brings",
    formula="x = share · w / 100",
    symbols="share: share of the substance in the material, %; w: its content of the element, mg/kg",
)
AS_ACID = Method(
    id="expressed-as-acid",
    name="Salt or ester expressed as its acid",
    formula="x = share · n·M(acid) / M(salt)",
    symbols="share: share of the salt in the material, %; M: molar masses; n: acid units in the salt",
    sources=("iupac-2021",),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A substance of line `i` that an entry covers, and how surely."""

    i: int
    substance: Substance
    membership: Membership

    @property
    def name(self) -> str:
        """What the substance is called on a label."""
        return self.substance.inci or self.substance.id


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counted:
    """What a limit adds up: the line of each substance, whether it is surely covered, and what it brings, cited and as arrays."""

    rows: tuple[int, ...]
    sure: np.ndarray[Any, np.dtype[np.bool_]]
    cited: Sequence[Cited]
    values: Spans
    names: tuple[str, ...]
    per: float


Found = tuple[Check, Figure | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One entry met by a recipe: its `hits`, those of other entries that it sums with (`beside`), the product's scope words, and the day."""

    made: Composition
    data: Data
    entry: Entry
    hits: tuple[Hit, ...]
    beside: tuple[tuple[str, Hit], ...]
    scopes: frozenset[str]
    day: str
    market: str

    @property
    def counts(self) -> bool:
        """Whether what the entry says hangs on an amount."""
        reading, _ = self.data.reading(self.entry.key, self.day)
        return reading is not None and (reading.means == "limited" or bool(reading.labels))

    def findings(self) -> Iterator[Found]:
        """Every check that follows from the entry, each with the figure it judged."""
        reading, why = self.data.reading(self.entry.key, self.day)
        if reading is None:
            yield self._check("cannot tell", "expert-review", {"why": "", "state": why}), None
            return
        if reading.means == "review" or all(h.membership == "near" for h in self.hits):
            yield self._check("cannot tell", "expert-review", {"why": reading.review, "state": "review"}), None
            return
        sure = reading.confidence != "low" and any(h.membership in ("named", "class") for h in self.hits)
        if reading.means == "prohibited":
            yield self._check("fail" if sure else "cannot tell", "prohibited", {"duty": reading.duty}), None
        elif reading.means == "duty":
            yield self._check("pass", "duty", {"duty": reading.duty}), None
        else:
            yield from self._limits(reading, sure)
        yield from self._labels(reading)

    def _limits(self, reading: Reading, sure: bool) -> Iterator[Found]:
        fitting = next((x for x in reading.limits if scope_holds(x, self.scopes)), None)
        if fitting is None:
            # what a reading says is not allowed in a product, it says as a limit; here the text leaves it open
            yield self._check("cannot tell", "outside-scope", {"product": self.made.recipe.product, "unstated": self._unstated()}), None
            return
        yield self._limit(reading, fitting, sure, "limit")
        for total in reading.totals:
            if scope_holds(total, self.scopes):
                yield self._limit(reading, total, sure, "limit-in-sum")

    def _limit(self, reading: Reading, limit: Limit, sure: bool, kind: str) -> Found:
        values: dict[str, Any] = {"duty": reading.duty, "product": self.made.recipe.product}
        figure = None
        caps: tuple[Cap, ...] = ()
        verdicts: list[Verdict] = []
        if limit.prohibited:
            return self._judged("fail" if sure else "cannot tell", "prohibited-here", values), None
        if limit.maximum is not None or limit.minimum is not None:
            figure, verdict, caps = self._measured(limit, kind)
            verdicts.append(verdict if reading.confidence != "low" else "cannot tell")
            span = figure.span
            counted = limit.element or (limit.acid.text if limit.acid else "")
            values |= {
                "share": span.best,
                "low": span.low,
                "high": span.high,
                "limit": limit.maximum,
                "minimum": limit.minimum,
                "as": counted,
                "each": limit.each,
                "recalled": reading.confidence == "low" or _unsettled(figure, verdict),
            }
        if limit.ph_low is not None or limit.ph_high is not None:
            verdicts.append(self._ph(limit))
            values |= {"ph_low": limit.ph_low, "ph_high": limit.ph_high, "ph": self.made.recipe.ph and self.made.recipe.ph[0]}
        code = kind if figure is not None else "condition" if verdicts else "duty"
        return replace(self._judged(worst(verdicts), code, values, figure.id if figure else ""), caps=caps), figure

    def _judged(self, verdict: Verdict, code: str, values: dict[str, Any], figure: str = "") -> Check:
        unstated = self._unstated()
        if verdict == "fail" and self.data.lists[self.entry.list].kind == "permission" and unstated:
            # the limit is for one function of several: which one it has here is not said, so it is not guessed
            verdict, values = "cannot tell", values | {"unstated": unstated}
        return self._check(verdict, code, values, figure)

    def _cap(self, figure: Figure, maximum: float, rows: tuple[int, ...]) -> Cap:
        assert isinstance(figure.form, Weighted)
        rules = self.data.lists[self.entry.list]
        limit = Datum(span=Span.exact(maximum), unit="%", source=rules.act, at=rules.locator(self.entry.number), kind="published")
        return Cap(maximum=(Phrase("limit of {entry}", entry=self.entry.id), limit), sum=figure.form, lines=rows)

    def _measured(self, limit: Limit, kind: str) -> tuple[Figure, Verdict, tuple[Cap, ...]]:
        """The figure that a limit judges, the verdict, and what it caps; for a limit on each substance by itself, of the
        one that comes nearest to it."""
        name = f"law.{self.entry.id}" if kind == "limit" else f"law.{self.entry.id}.sum"
        judged = [(self._regulated(name, group), group) for group in self._counted(limit)]
        caps = () if limit.maximum is None else tuple(self._cap(figure, limit.maximum, group.rows) for figure, group in judged)
        figure = max((figure for figure, _ in judged), key=lambda figure: figure.span.high)
        return figure, worst([self._verdict(figure, limit) for figure, _ in judged]), caps

    def _counted(self, limit: Limit, together: bool = False) -> tuple[Counted, ...]:
        """What the limit counts: the entry's own substances and those of the entries it sums with, each line's substance once; one by one
        where it is for each by itself."""
        return self.made.once(("counted", self.entry.key, self.day, limit, together), lambda: tuple(self._groups(limit, together)))

    def _groups(self, limit: Limit, together: bool) -> Iterator[Counted]:
        hits = [*self.hits, *(hit for id, hit in self.beside if id in limit.beside)]
        groups: dict[str, list[Hit]] = {}
        for hit in {(h.i, id(h.substance)): h for h in hits if h.membership != "near"}.values():
            groups.setdefault(_alone(hit.substance, limit) if limit.each and not together else "", []).append(hit)
        for group in groups.values():
            cited = [counted(h.substance, self.data, limit) for h in group]
            yield Counted(
                rows=tuple(h.i for h in group),
                # of a substance that may not be covered, there may be nothing to count
                sure=np.array([h.membership != "unsure" for h in group]),
                cited=cited,
                values=Spans.of(c.span for c in cited),
                names=tuple(h.name for h in group),
                per=1e6 if limit.element else 100,
            )

    def _verdict(self, figure: Figure, limit: Limit) -> Verdict:
        parts: list[Verdict] = []
        if limit.maximum is not None:
            parts.append(within(figure.firm, limit.maximum))
        if limit.minimum is not None:
            firm = figure.firm
            floor = limit.minimum - ROUNDING
            parts.append("cannot tell" if firm is None else "pass" if firm.low >= floor else "fail" if firm.high < floor else "cannot tell")
        return worst(parts)

    def _regulated(self, name: str, group: Counted) -> Figure:
        """What the limit counts, summed over some substances, % of the product."""
        shares, rows = self.made.shares, list(group.rows)
        weights = Spans(np.where(group.sure, shares.low[rows], 0.0), np.where(group.sure, shares.best[rows], np.nan), shares.high[rows])
        form = Weighted(weights=weights, values=group.values, cite=group.cited.__getitem__, label=group.names.__getitem__, per=group.per)
        return Figure(id=name, unit="%", method=REGULATED, form=form, label=Phrase("what {entry} limits", entry=self.entry.id))

    def _whole(self, name: str, limit: Limit) -> Figure:
        """All that a limit counts, also where it is for each substance by itself."""
        (group,) = self._counted(limit, together=True)
        return self._regulated(name, group)

    def _ph(self, limit: Limit) -> Verdict:
        if limit.ph_above is not None and within(self._whole("", limit).firm, limit.ph_above) == "pass":
            return "pass"
        ph = self.made.recipe.ph and self.made.recipe.ph[1]
        low, high = limit.ph_low or 0.0, 14.0 if limit.ph_high is None else limit.ph_high
        if ph is None:
            return "cannot tell"
        if low <= ph.low and ph.high <= high:
            return "pass"
        return "fail" if ph.high < low or ph.low > high else "cannot tell"

    def _labels(self, reading: Reading) -> Iterator[Found]:
        for label in reading.labels:
            if scope_holds(label, self.scopes) and label.maximum is not None:
                figure = self._whole(f"law.{self.entry.id}.label", label)
                due = {"pass": "no", "fail": "yes", "cannot tell": "perhaps"}[within(figure.span, label.maximum)]
                values = {"above": label.maximum, "says": label.says, "due": due, "share": figure.span.best, "low": figure.span.low, "high": figure.span.high}
                yield self._check("pass", "label-duty", values, figure.id, severity="note"), figure

    def _unstated(self) -> list[str]:
        """The materials of which it is not said which of several functions they have here."""
        return [self.made.label(h.i) for h in self.hits if not self.made.lines[h.i].use_as and len(self.made.uses(h.i)) > 1]

    def _check(self, verdict: Verdict, code: str, values: dict[str, Any], figure: str = "", severity: Severity = "error") -> Check:
        rules = self.data.lists[self.entry.list]
        names = list(dict.fromkeys(h.substance.inci or self.made.label(h.i) for h in self.hits))
        reading, _ = self.data.reading(self.entry.key, self.day)
        element = next((x.element for x in reading.limits if x.element), "") if reading else ""
        if reading and reading.of_class and any(h.membership == "class" for h in self.hits):
            element = element or reading.of_class.element
        act = self.data.acts.get(self.entry.act)
        return Check(
            rule=self.entry.id,
            severity=severity,
            verdict=verdict,
            code=code,
            subject=element or names[0],
            market=self.market,
            lines=tuple(dict.fromkeys(self.made.places[h.i] for h in self.hits)),
            values={"substances": names, "title": self.entry.title, **values},
            figure=figure,
            source=act.source if act and self.entry.curated else rules.act,
            locator=rules.locator(self.entry.number),
        )


def _unsettled(figure: Figure, verdict: Verdict) -> bool:
    """Whether a verdict cannot be told only because something the figure rests on was recalled."""
    return verdict == "cannot tell" and figure.span.is_exact and figure.firm != figure.span


def _alone(substance: Substance, limit: Limit) -> str:
    """What tells substances apart that a limit judges one by one: an ester and its own salts, which share its carbon, count as one."""
    if limit.acid is not None and substance.formula is not None:
        return f"C{substance.formula.count('C'):g}"
    return substance.inci.upper() or substance.id


def counted(substance: Substance, data: Data, limit: Limit) -> Cited:
    """What a substance adds per line of its material: % of the material, or mg/kg of the element."""
    if limit.element:
        content = substance_content(substance, limit.element, data)
        if substance.share.span == Span.exact(100.0):
            return content
        form = Product(factors=(("share", substance.share), (Phrase("{symbol} in it", symbol=limit.element), content)), per=100)
        label = Phrase("{symbol} that {substance} brings into the blend", symbol=limit.element, substance=substance.inci or substance.id)
        return Figure(id=f"part.{substance.id}", unit="mg/kg", method=OF_BLEND, form=form, label=label)
    if limit.acid is None:
        return substance.share
    factor = acid_factor(substance.formula, limit.acid, data)
    form = Product(factors=(("share", substance.share), (Phrase("as {acid}", acid=limit.acid.text), factor)))
    return Figure(
        id=f"acid.{substance.id}", unit="%", method=AS_ACID, form=form, label=Phrase("{substance} as {acid}", substance=substance.inci, acid=limit.acid.text)
    )


def acid_factor(salt: Formula | None, acid: Formula, data: Data) -> Datum:
    """n·M(acid)/M(salt), as a number or, where the formulas do not tell n, as a default of 0–1.

    n is how often the acid stands in the formula as a part of its own (an adduct), else how often its atoms but hydrogen fit into it, so that an
    ester's alcohol does not count; one for the salt of an amine, whose atoms are not counted. One of several nitrogens may hold more: not told.
    """
    weights = {symbol: datum.span.best or 0.0 for symbol, datum in data.weights.items()}
    source = data.weights["C"].source
    units = _units(salt, acid) if salt is not None and weights.keys() >= set(salt.elements) else 0.0
    if salt is None or units == 0:
        return Datum(span=Span.between(0.0, 1.0), unit="", source=source, at="how much of the acid is in it is not on file", kind="default", confidence="low")
    factor = units * molar_mass(acid.counts, weights) / molar_mass(salt.counts, weights)
    return Datum(span=Span.exact(factor), unit="", source=source, at=f"{units:g} × M({acid.text}) / M({salt.text})", kind="calculated")


def _units(salt: Formula, acid: Formula) -> float:
    """How many units of the acid (or base) a salt, ester or adduct holds; 0 when the formulas do not tell."""
    own = sum(times for times, part in salt.parts if part == acid.counts)
    if own:
        return own
    key = [x for x in acid.elements if x != "H"]
    if key == ["O"] or not all(salt.count(x) >= acid.count(x) for x in key):
        return 0.0
    fits = float(int(min(salt.count(x) / acid.count(x) for x in key)))
    if salt.count("N") == 0 or acid.count("N") > 0:
        return fits
    return 1.0 if min(fits, salt.count("N")) == 1 else 0.0
