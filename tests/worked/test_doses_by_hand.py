"""What is put on the skin per day and how it compares with an upper intake, worked by hand: the SCCS patterns against the limits of EFSA and NASEM."""

from dataclasses import replace
from typing import Any

import pytest

from builders import bounds, cream, judged, near, said, the_check, value
from formulator.core.checks import Check, within
from formulator.core.data import Data, IntakeLimit, Population
from formulator.core.figure import Datum
from formulator.core.recipe import Recipe, Use
from formulator.core.span import Span


def zinc(text: str = "200 mg/kg as Zn", **more: Any) -> Recipe:
    return cream(("water", "q.s."), ("zinc-sulfate-heptahydrate", text), **more)


def copper(text: str, **more: Any) -> Recipe:
    return cream(("water", "q.s."), ("copper-chloride-dihydrate", text), **more)


def intake(recipe: Recipe, data: Data, symbol: str, **wanted: Any) -> Check:
    return the_check(judged(recipe, data), "upper-intake", subject=symbol, **wanted)


def test_a_face_cream_applies_its_amount_times_its_content(data: Data) -> None:
    # 1.54 g/day × 1.0 × 200 mg/kg / 1000 = 0.308 mg/day
    figures = judged(zinc(), data).figures
    assert bounds(figures["element.Zn.applied"].span) == near(0.308, 0.308, 0.308)
    # through the skin: anything from nothing to all of it
    assert bounds(figures["element.Zn.absorbed"].span) == near(0, None, 0.308)
    assert (figures["element.Zn.absorbed"].basis, figures["element.Zn.absorbed"].notes) == ("default", ("absorption-default",))


def test_a_shampoo_leaves_a_hundredth(data: Data) -> None:
    # 10.46 g/day × 0.01 × 200 mg/kg / 1000 = 0.02092 mg/day
    assert bounds(judged(zinc(product="shampoo"), data).figures["element.Zn.applied"].span) == near(0.02092, 0.02092, 0.02092)


def test_the_recipes_own_amount_goes_before_the_published(data: Data) -> None:
    # 3 g/day × 200 mg/kg / 1000 = 0.6 mg/day
    recipe = zinc(use=Use(amount=said("3 g/day", "g/day")))
    assert bounds(judged(recipe, data).figures["element.Zn.applied"].span) == near(0.6, 0.6, 0.6)
    assert judged(recipe, data).pattern.amount.source.id == "recipe"


def without(data: Data, **gaps: None) -> Data:
    """The data with a face cream of which less is published."""
    return replace(data, products={**data.products, "face-cream": replace(data.products["face-cream"], **gaps)})


def test_a_product_without_published_amount_is_bounded(data: Data) -> None:
    # anything up to 1 000 g a day, and 200 mg/kg of that is 200 mg
    found = judged(zinc(), without(data, amount=None))
    assert bounds(found.figures["element.Zn.applied"].span) == near(0, None, 200)
    assert found.figures["element.Zn.applied"].basis == "default"
    assert the_check(found, "upper-intake", subject="Zn").verdict == "cannot tell"


def test_a_product_without_published_retention_keeps_anything_up_to_all(data: Data) -> None:
    assert bounds(judged(zinc(), without(data, retention=None)).figures["element.Zn.applied"].span) == near(0, None, 0.308)


@pytest.mark.parametrize(
    ("amount", "markets", "verdict"),
    [
        # EFSA 25 mg/day, a tenth is 2.5: 1 600 mg/kg × 1.54 g = 2.464 mg; 1 650 mg/kg × 1.54 g = 2.541 mg
        ("1600 mg/kg as Zn", ("EU",), "pass"),
        ("1650 mg/kg as Zn", ("EU",), "cannot tell"),
        # NASEM 40 mg/day, a tenth is 4.0: 2 590 × 1.54 = 3.9886; 2 610 × 1.54 = 4.0194
        ("2590 mg/kg as Zn", ("US",), "pass"),
        ("2610 mg/kg as Zn", ("US",), "cannot tell"),
    ],
)
def test_zinc_against_the_upper_intake(amount: str, markets: tuple[str, ...], verdict: str, data: Data) -> None:
    check = intake(zinc(amount, markets=markets), data, "Zn")
    assert (check.verdict, check.severity, check.market, check.figure) == (verdict, "error", markets[0], "element.Zn.absorbed")
    assert (check.values["quantity"], check.values["allocation"], check.values["recalled"]) == ("UL", 10.0, False)
    assert check.lines == ((0, 1),)


def test_each_market_has_its_own_authority(data: Data) -> None:
    found = judged(zinc(markets=("EU", "US")), data)
    assert [the_check(found, "upper-intake", subject="Zn", market=m).values["limit"] for m in ("EU", "US")] == [25, 40]


def test_without_a_market_of_an_authority_all_are_shown(data: Data) -> None:
    assert [c.market for c in judged(zinc(markets=()), data).checks if c.rule == "upper-intake" and c.subject == "Zn"] == ["", ""]
    assert [c.market for c in judged(zinc(markets=("JP",)), data).checks if c.rule == "upper-intake" and c.subject == "Zn"] == ["", ""]


@pytest.mark.parametrize(
    ("amount", "use", "allowed", "verdict"),
    [
        # ADI 0.07 mg/kg/day × 60 kg × 10 % = 0.42 mg/day: 270 mg/kg × 1.54 g = 0.4158 mg; 275 × 1.54 = 0.4235 mg
        ("270 mg/kg as Cu", Use(), 0.42, "pass"),
        ("275 mg/kg as Cu", Use(), 0.42, "cannot tell"),
        # × 50 kg: 0.35; × 20 %: 0.84; both: 0.70
        ("270 mg/kg as Cu", Use(body_weight=said("50 kg", "kg")), 0.35, "cannot tell"),
        ("275 mg/kg as Cu", Use(limit_allocation=said("20 %", "%")), 0.84, "pass"),
        ("275 mg/kg as Cu", Use(body_weight=said("50 kg", "kg"), limit_allocation=said("20 %", "%")), 0.70, "pass"),
    ],
)
def test_an_adi_counts_by_body_weight_and_allocation(amount: str, use: Use, allowed: float, verdict: str, data: Data) -> None:
    check = intake(copper(amount, use=use), data, "Cu")
    assert check.values["allowed"] == pytest.approx(allowed)
    assert (check.verdict, check.values["limit_unit"]) == (verdict, "mg/kg/day")


def test_a_superseded_limit_is_not_judged_by(data: Data) -> None:
    assert [x.quantity for x in data.limits if (x.authority, x.element, x.superseded) == ("efsa", "Cu", True)] == ["UL"]
    assert [c.values["quantity"] for c in judged(copper("1 %"), data).checks if c.rule == "upper-intake" and c.subject == "Cu"] == ["ADI"]


def test_an_element_without_a_limit_has_no_check(data: Data) -> None:
    assert [c for c in judged(zinc(), data).checks if c.rule == "upper-intake" and c.subject == "S"] == []


def test_another_population_has_its_own_weight_and_limits(data: Data) -> None:
    child = Population(id="child", name="Child", body_weight=value(20, unit="kg"))
    limit = IntakeLimit(authority="efsa", element="Zn", quantity="ADI", population="child", scope="all", value=value(0.5, unit="mg/kg/day"))
    more = replace(data, populations={**data.populations, "child": child}, limits=(*data.limits, limit))
    check = intake(zinc(use=Use(population="child")), more, "Zn")
    # 0.5 mg/kg/day × 20 kg × 10 % = 1 mg/day, and 0.308 mg/day at most comes
    assert (check.values["allowed"], check.values["population"], check.verdict) == (pytest.approx(1), "Child", "pass")


def limited_to(figure: Datum, data: Data) -> Data:
    limit = IntakeLimit(authority="efsa", element="Zn", quantity="UL", population="adult", scope="all", value=figure)
    return replace(data, limits=(limit,))


def test_of_a_limit_with_a_span_the_stricter_end_counts(data: Data) -> None:
    # 2 … 4 mg/day × 10 % = 0.2 … 0.4; 0.308 may pass
    check = intake(zinc(), limited_to(value(None, 2, 4, "mg/day"), data), "Zn")
    assert (check.verdict, check.values["allowed"], check.values["limit"]) == ("cannot tell", pytest.approx(0.2), None)


def test_a_recalled_limit_settles_nothing(data: Data) -> None:
    check = intake(zinc(), limited_to(value(25, unit="mg/day", read="no"), data), "Zn")
    assert (check.verdict, check.values["recalled"]) == ("cannot tell", True)


def test_skin_and_allocation_are_shown_with_their_defaults(data: Data) -> None:
    use = judged(zinc(), data).pattern
    assert (use.skin, use.allocation.span.best, use.population.id, use.body_weight.span.best) == ("intact", 10, "adult", 60)
    assert "default" in use.allocation.at
    assert judged(zinc(use=Use(skin="damaged")), data).pattern.skin == "damaged"


@pytest.mark.parametrize(
    ("span", "verdict"),
    [
        (Span.exact(1), "pass"),
        (Span.exact(1 + 1e-12), "pass"),
        (Span.exact(1.001), "fail"),
        (Span.between(0, 1), "pass"),
        (Span.between(0, 2), "cannot tell"),
        (Span.between(1, 2), "cannot tell"),
        (Span.between(1.1, 2), "fail"),
        (None, "cannot tell"),
    ],
)
def test_within_a_maximum_of_one(span: Span | None, verdict: str) -> None:
    assert within(span, 1) == verdict
