"""The one evaluation: recipe, data and date in, every figure, check and verdict out. Pure; all that shows or prints is a rendering of this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from formulator.core.checks import (
    Check,
    Verdict,
    hlb_checks,
    intake_checks,
    market_check,
    target_checks,
    total_check,
    unknown_material_checks,
    unused_checks,
    worst,
)
from formulator.core.composition import Composition, compose, share_figures
from formulator.core.data import Data
from formulator.core.elements import content_figures
from formulator.core.exposure import Pattern, allowed, exposure_figures, limits_for, pattern
from formulator.core.figure import Figure
from formulator.core.hlb import Balance, balance
from formulator.core.law import market_law, preservative_check
from formulator.core.recipe import Recipe


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
    figures: Mapping[str, Figure]
    checks: tuple[Check, ...]
    markets: Mapping[str, MarketVerdict]
    verdict: Verdict


def evaluate(recipe: Recipe, data: Data, on: date) -> Assessment:
    """Judge a recipe. Raises ValueError when its amounts have `composition.faults` (readers and editors refuse those first)."""
    made = compose(recipe, data)
    hlb = balance(made)
    contents = content_figures(made, data)
    use = pattern(recipe, data)
    figures = {f.id: f for f in (*share_figures(made), *hlb.figures.values(), *contents.values(), *exposure_figures(contents, use))}
    laws = {market: market_law(made, data, market, use.product.scopes, on) for market in recipe.markets}
    for law in laws.values():
        figures |= {f.id: f for f in law.figures}
    for symbol in contents:
        figures |= {f.id: f for f in (allowed(limit, use) for _, limit in limits_for(recipe, data, symbol, use))}
    checks = (
        total_check(made),
        *unknown_material_checks(made),
        *market_check(made),
        *hlb_checks(made, hlb),
        *preservative_check(made, data, on),
        *target_checks(made, contents),
        *intake_checks(made, use, figures, data),
        *unused_checks(made, use),
        *(check for law in laws.values() for check in law.checks),
    )
    return Assessment(
        recipe=recipe,
        on=on,
        composition=made,
        pattern=use,
        balance=hlb,
        figures=figures,
        checks=checks,
        markets={
            market: MarketVerdict(verdict=_deciding([c for c in checks if c.market == market]), complete=law.complete, editions=law.editions, rules=law.rules)
            for market, law in laws.items()
        },
        verdict=_deciding(checks),
    )


def _deciding(checks: tuple[Check, ...] | list[Check]) -> Verdict:
    """The worst of the errors and warnings; notes are shown and never decide."""
    return worst([c.verdict for c in checks if c.severity != "note"])
