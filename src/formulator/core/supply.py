"""Balance and supply: elements to each other beside a reference diet, and what is absorbed beside what a supplement of the reference dose would deliver.

These are notes for a formulator, not health claims: a cream is not food, and most of what is asked here nobody has measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from formulator.core.body import Authority
from formulator.core.checks import ROUNDING, Check, Verdict, carriers, within
from formulator.core.composition import Composition
from formulator.core.data import Data
from formulator.core.dose import ElementDose
from formulator.core.exposure import Pattern
from formulator.core.figure import Cited, Figure, Method
from formulator.core.forms import Product
from formulator.core.intakes import governing, limits_for, per_day
from formulator.core.phrase import Phrase
from formulator.core.ratios import Quotient
from formulator.core.span import Span

PAIRS = ("Zn:Cu", "Zn:Se", "Cu:Se", "Ca:Mg")  # those the field asks for; a recipe may name others
REFERENCES = ("PRI", "RDA", "AI")  # what people should take in, the firmest first

RATIO = Method(id="element-ratio", name="Ratio of two elements", formula="ratio = a / b", symbols="a, b: contents in the product, mg/kg")
REFERENCE_RATIO = Method(
    id="reference-ratio",
    name="Ratio of two elements in the reference intakes",
    formula="ratio = a / b",
    symbols="a, b: reference intakes, mg/day",
    limits="A ratio for food. Nothing says that skin wants the same.",
)
DELIVERED = Method(
    id="supplement-delivers",
    name="What a supplement of the reference dose would deliver",
    formula="delivered = reference · f / 100",
    symbols="reference: reference intake, mg/day; f: part absorbed by mouth, %",
)
SUPPLY = Method(
    id="supply",
    name="Absorbed, beside a supplement of the reference dose",
    formula="share = 100 · absorbed / delivered",
    symbols="absorbed: from this product, mg/day; delivered: from a supplement of the reference intake, mg/day",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """One element beside its reference intake, and the share of it that is delivered."""

    symbol: str
    quantity: str
    authority: Authority
    figure: Figure
    reference: Cited


def ratio_figures(made: Composition, data: Data, use: Pattern, contents: Mapping[str, Figure]) -> Iterator[Figure]:
    """`ratio.<A>.<B>` for the pairs that are in it, and `ratio.<A>.<B>.reference` where the reference intakes have both."""
    authority = reference_authority(made, data)
    for pair in dict.fromkeys((*made.recipe.ratios, *PAIRS)):
        a, b = pair.split(":")
        if not (a in contents and b in contents) or contents[b].span.high == 0:
            continue
        form = Quotient(above=((a, contents[a]),), below=((b, contents[b]),))
        yield Figure(id=f"ratio.{a}.{b}", unit="", method=RATIO, form=form, label=Phrase("{a} : {b} in the product", a=a, b=b))
        wanted = [_reference(made, data, use, x, authority) for x in (a, b)]
        if all(wanted):
            sides = [(w[0], w[1]) for w in wanted if w]
            form = Quotient(above=(sides[0],), below=(sides[1],))
            yield Figure(id=f"ratio.{a}.{b}.reference", unit="", method=REFERENCE_RATIO, form=form, label=f"{a} : {b}, {authority.name}")


def supplies(made: Composition, data: Data, use: Pattern, doses: Mapping[str, ElementDose]) -> Iterator[Supply]:
    """Every element of the recipe with a reference intake."""
    authority = reference_authority(made, data)
    for symbol, dose in doses.items():
        found = _reference(made, data, use, symbol, authority)
        if found is None or not carriers(made, symbol) or dose.oral.source.id == "unknown":
            continue
        quantity, whole = found
        form = Product(factors=((quantity, whole), ("absorbed by mouth", dose.oral)), per=100)
        label = Phrase("{symbol} from a supplement of the {quantity}", symbol=symbol, quantity=quantity)
        delivered = Figure(id=f"delivered.{symbol}.{authority.id}", unit="mg/day", method=DELIVERED, form=form, label=label)
        share = Quotient(above=(("absorbed", dose.figures["absorbed"]),), below=(("delivered", delivered),), times=100)
        figure = Figure(
            id=f"supply.{symbol}.{authority.id}",
            unit="%",
            method=SUPPLY,
            form=share,
            label=Phrase("{symbol} absorbed, of what a supplement delivers", symbol=symbol),
        )
        yield Supply(symbol=symbol, quantity=quantity, authority=authority, figure=figure, reference=whole)


def ratio_checks(made: Composition, figures: Mapping[str, Figure], contents: Mapping[str, Figure], data: Data) -> Iterator[Check]:
    """`ratio` for each pair the recipe sets one for (a warning), and a note on the others beside the reference intakes."""
    authority = reference_authority(made, data)
    for pair in dict.fromkeys((*made.recipe.ratios, *PAIRS)):
        a, b = pair.split(":")
        found = figures.get(f"ratio.{a}.{b}")
        beside = figures.get(f"ratio.{a}.{b}.reference")
        goal = made.recipe.ratios.get(pair)
        if found is None:
            if goal is not None:
                missing = [x for x in (a, b) if contents[x].span.high == 0]
                yield Check(rule="ratio", severity="warning", verdict="fail", code="ratio-missing", subject=pair, values={"missing": missing, "goal": goal[0]})
            continue
        values = {
            "ratio": [found.span.low, found.span.best, found.span.high],
            "reference": beside and [beside.span.low, beside.span.best, beside.span.high],
            "authority": authority.name,
            "goal": goal and goal[0],
        }
        if goal is not None:
            verdict = _inside(found.span, goal[1])
            yield Check(rule="ratio", severity="warning", verdict=verdict, code="ratio", subject=pair, values=values, figure=found.id)
        elif beside is not None:
            yield Check(rule="ratio", severity="note", verdict="pass", code="ratio-note", subject=pair, values=values, figure=found.id)


def supply_checks(made: Composition, data: Data, use: Pattern, doses: Mapping[str, ElementDose], found: Sequence[Supply]) -> Iterator[Check]:
    """`supply`: a note for each element with a reference intake, with the grade of the evidence and what reviews say where there is too little."""
    for each in found:
        dose = doses[each.symbol]
        span = each.figure.span
        statement = data.body.statements.get(each.symbol)
        values = {
            "share": [span.low, span.best, span.high],
            "quantity": each.quantity,
            "authority": each.authority.name,
            "grade": dose.grade,
            "of": [p.of for p in dose.passages if p.of],
            "says": statement.says if statement else "",
            "population": use.population.name,
            "pattern": use.product.name,
        }
        known: Verdict = "cannot tell" if dose.grade == "D" else "pass"
        yield Check(
            rule="supply",
            severity="note",
            verdict=known,
            code="supply",
            subject=each.symbol,
            lines=carriers(made, each.symbol),
            values=values,
            figure=each.figure.id,
            source=statement.where.source if statement else None,
            locator=str(statement.where.at) if statement else "",
        )


def reference_authority(made: Composition, data: Data) -> Authority:
    """Whose reference intakes are used: the recipe's choice, else that of its first market."""
    return data.body.authorities.get(made.recipe.reference) or governing(made.recipe, data)[0][1]


def _reference(made: Composition, data: Data, use: Pattern, symbol: str, authority: Authority) -> tuple[str, Cited] | None:
    def found() -> tuple[str, Cited] | None:
        by_quantity = {x.quantity: x for x in limits_for(data.body.references, symbol, authority, use)}
        return next(((q, per_day(by_quantity[q], use)) for q in REFERENCES if q in by_quantity), None)

    return made.once(("reference", symbol, authority.id), found)


def _inside(span: Span, goal: Span) -> Verdict:
    high, floor = within(span, goal.high), goal.low - ROUNDING * max(1.0, goal.low)
    if span.high < floor or high == "fail":
        return "fail"
    return "pass" if high == "pass" and span.low >= floor else "cannot tell"
