"""The one evaluation: recipe, data and date in, every figure, check and verdict out. Pure; all that shows or prints is a rendering of this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from formulator.core.advice import Most, mended, most_of_lines
from formulator.core.checks import (
    Check,
    Verdict,
    hlb_checks,
    inhalation_check,
    intake_checks,
    market_check,
    target_checks,
    total_check,
    unknown_material_checks,
    unlimited_check,
    worst,
)
from formulator.core.composition import Composition, compose, share_figures
from formulator.core.cost import cost_check, cost_figures, costs
from formulator.core.data import Data
from formulator.core.dose import ElementDose, element_dose
from formulator.core.elements import content_figures
from formulator.core.exposure import Pattern, pattern
from formulator.core.figure import Figure
from formulator.core.hlb import Balance, balance
from formulator.core.impurities import impurity_checks, impurity_figures, orientation_checks
from formulator.core.intakes import Compared, compared, limit_share
from formulator.core.law import market_law, preservative_check
from formulator.core.margins import Assessed, margin_checks, margins
from formulator.core.recipe import Recipe
from formulator.core.supply import ratio_checks, ratio_figures, supplies, supply_checks


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketVerdict:
    """One market's answer: the worst of its checks, how much of its law is on file, and which editions were read."""

    verdict: Verdict
    complete: bool
    editions: Mapping[str, str]
    rules: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Assessment:
    """Everything known of a recipe on a date."""

    recipe: Recipe
    on: date
    composition: Composition
    pattern: Pattern
    balance: Balance
    doses: Mapping[str, ElementDose]
    compared: Mapping[str, Sequence[Compared]]
    assessed: tuple[Assessed, ...]
    most: tuple[Most, ...]
    figures: Mapping[str, Figure]
    checks: tuple[Check, ...]
    markets: Mapping[str, MarketVerdict]
    verdict: Verdict


def evaluate(recipe: Recipe, data: Data, on: date) -> Assessment:
    """Judge a recipe. Raises ValueError when its amounts have `composition.faults` (readers and editors refuse those first)."""
    made = compose(recipe, data)
    hlb = balance(made)
    contents = content_figures(made, data)
    use = made.once("use", lambda: pattern(recipe, data))
    doses = {x: element_dose(made, data, use, x, content) for x, content in contents.items()}
    rows = {x: compared(made, dose, data, use) for x, dose in doses.items()}
    assessed, without = margins(made, data, use)
    impure = impurity_figures(made)
    supplied = tuple(supplies(made, data, use, doses))
    cost = costs(made)
    priced = tuple(cost_figures(cost))
    laws = {market: market_law(made, data, market, use.scopes, on) for market in recipe.markets}
    figures = {
        f.id: f
        for f in (
            *share_figures(made),
            *hlb.figures.values(),
            *use.figures(),
            *(f for x in contents for f in _of_element(recipe, data, contents[x], doses[x], rows[x])),
            *impure.values(),
            *(f for each in assessed for f in each.figures),
            *ratio_figures(made, data, use, contents),
            *(each.figure for each in supplied),
            *priced,
            *(f for law in laws.values() for f in law.figures),
        )
    }
    judged = (
        total_check(made),
        *unknown_material_checks(made),
        *market_check(made),
        *hlb_checks(made, hlb),
        *preservative_check(made, data, on),
        *target_checks(made, contents),
        *ratio_checks(made, figures, contents, data),
        *intake_checks(made, data, use, doses, rows),
        *unlimited_check(made, doses, rows, use),
        *margin_checks(made, data, use, assessed, without),
        *inhalation_check(use),
        *impurity_checks(made, data, use, impure, on),
        *orientation_checks(made, data, use, impure),
        *supply_checks(made, data, use, doses, supplied),
        *cost_check(cost, priced),
        *(check for law in laws.values() for check in law.checks),
    )
    most = most_of_lines(made, judged)
    figures |= {m.figure.id: m.figure for m in most}
    checks = tuple(mended(made, judged, most))
    return Assessment(
        recipe=recipe,
        on=on,
        composition=made,
        pattern=use,
        balance=hlb,
        doses=doses,
        compared=rows,
        assessed=assessed,
        most=most,
        figures=figures,
        checks=checks,
        markets={
            market: MarketVerdict(verdict=_deciding([c for c in checks if c.market == market]), complete=law.complete, editions=law.editions, rules=law.rules)
            for market, law in laws.items()
        },
        verdict=_deciding(checks),
    )


def _of_element(recipe: Recipe, data: Data, content: Figure, dose: ElementDose, rows: Sequence[Compared]) -> Iterator[Figure]:
    """All figures of one element, in the order they follow from each other."""
    yield content
    yield from dose.figures.values()
    share = limit_share(recipe, data, rows)
    if share is not None:
        yield share
    for row in rows:
        yield from row.figures()


def _deciding(checks: tuple[Check, ...] | list[Check]) -> Verdict:
    """The worst of the errors and warnings; notes are shown and never decide."""
    return worst([c.verdict for c in checks if c.severity != "note"])
