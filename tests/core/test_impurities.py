"""Heavy metals as impurities: the sum of what specifications allow, against each market's limits and, for orientation, those for medicines."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from builders import ON, bounds, cream, judged, near, own, the_check, value
from formulator.core.assess import Assessment
from formulator.core.data import Data
from formulator.core.material import Material
from formulator.core.recipe import Recipe
from formulator.core.span import Span


def certified(id: str, **most: float | Span) -> Material:
    """A material with a specification: so many mg/kg at most."""
    spans = {symbol: x if isinstance(x, Span) else Span.between(0, x) for symbol, x in most.items()}
    return own(id, impurities={symbol: value(s.best, s.low, s.high, "mg/kg") for symbol, s in spans.items()})


CLEAN = certified("clean", Pb=0, As=0, Cd=0, Hg=0, Sb=0, Ni=0)


def market(found: Assessment, rule: str, **wanted: Any) -> list[tuple[str, str, str]]:
    return [(c.subject, c.verdict, c.severity) for c in found.checks if c.rule == rule and all(getattr(c, k) == x for k, x in wanted.items())]


def half(dirty: Material, *markets: str, **more: Any) -> Recipe:
    return cream((dirty, "50 %"), (CLEAN, "50 %"), markets=markets, **more)


def test_what_specifications_allow_is_summed(data: Data) -> None:
    # 20 % × 10 + 30 % × (2 … 4) + 50 % × 0 = 0.6 … 3.2 mg/kg
    a, b = certified("a", Pb=10), certified("b", Pb=Span(2, 3, 4))
    found = judged(cream((a, "20 %"), (b, "30 %"), (CLEAN, "50 %"), markets=("CN",)), data)
    assert bounds(found.figures["impurity.Pb.content"].span) == near(0.6, None, 3.2)
    check = the_check(found, "impurity-cn", subject="Pb")
    assert (check.values["specified"], check.values["limit"], check.values["quantity"]) == (pytest.approx(3.2), 10, "limit")
    assert (check.verdict, check.severity, check.market, check.figure) == ("pass", "warning", "CN", "impurity.Pb.content")
    assert check.lines == ((0, 0), (0, 1), (0, 2))
    assert check.source is not None and check.locator


def test_a_material_without_a_specification_may_bring_all_its_share(data: Data) -> None:
    # 50 % × 10 + 50 % × up to a million
    found = judged(cream((certified("a", Pb=10), "50 %"), (own("b"), "50 %"), markets=("CN",)), data)
    figure = found.figures["impurity.Pb.content"]
    assert (bounds(figure.span), figure.basis) == (near(0, None, 500005), "default")


@pytest.mark.parametrize(
    ("most", "verdict"),
    # half of it: 10 mg/kg is the limit
    [(19.9, "pass"), (20.0, "pass"), (20.1, "fail")],
)
def test_a_limit_of_a_market(most: float, verdict: str, data: Data) -> None:
    assert the_check(judged(half(certified("a", Pb=most), "CN"), data), "impurity-cn", subject="Pb").verdict == verdict


@pytest.mark.parametrize(
    ("where", "product", "symbol", "limit"),
    [
        # Germany's guideline values, stricter in toothpaste and wider in eye products
        ("DE", "face-cream", "Pb", 2.0),
        ("DE", "toothpaste", "Pb", 0.5),
        ("DE", "eye-shadow", "Pb", 5.0),
        ("DE", "face-cream", "Ni", 10.0),
        ("DE", "face-cream", "Cd", 0.1),
        # Canada's guidance
        ("CA", "face-cream", "Pb", 10.0),
        ("CA", "face-cream", "As", 3.0),
        ("CA", "face-cream", "Sb", 5.0),
        ("CA", "face-cream", "Hg", 1.0),
        # Korea by product
        ("KR", "lipstick", "Ni", 30.0),
        ("KR", "mascara", "Ni", 35.0),
        ("KR", "face-cream", "Ni", 10.0),
        ("TW", "face-cream", "As", 3.0),
        ("US", "face-cream", "Pb", 10.0),
    ],
)
def test_limits_by_market_and_product(where: str, product: str, symbol: str, limit: float, data: Data) -> None:
    for most, verdict in ((2 * limit * 0.99, "pass"), (2 * limit * 1.01, "fail")):
        dirty = certified("a", **({"Pb": 0.0, "As": 0.0, "Cd": 0.0, "Hg": 0.0, "Sb": 0.0, "Ni": 0.0} | {symbol: most}))
        check = the_check(judged(half(dirty, where, product=product), data), f"impurity-{where.lower()}", subject=symbol)
        assert (check.verdict, check.values["limit"]) == (verdict, limit)


@pytest.mark.parametrize(
    ("product", "symbols"),
    # mercury of the US is not for the eye area, lead not for the mouth
    [("face-cream", {"Hg", "Pb"}), ("mascara", {"Pb"}), ("toothpaste", {"Hg"})],
)
def test_a_limit_not_for_this_product_is_not_judged(product: str, symbols: set[str], data: Data) -> None:
    found = judged(half(CLEAN, "US", product=product), data)
    assert {c.subject for c in found.checks if c.rule == "impurity-us"} == symbols


def test_limits_have_their_days(data: Data) -> None:
    recipe = half(certified("a", Hg=4.0), "CA")
    # 2 mg/kg: 3 allowed until 28 February 2016, 1 since
    assert [the_check(judged(recipe, data, on), "impurity-ca", subject="Hg").values["limit"] for on in (date(2016, 2, 28), date(2016, 2, 29))] == [3.0, 1.0]
    assert market(judged(recipe, data, date(2012, 7, 19)), "impurity-ca") == []
    # Korea's nickel begins on a day
    assert market(judged(half(certified("a", Ni=40.0), "KR"), data, date(2018, 12, 30)), "impurity-kr", subject="Ni") == []


def test_a_market_without_limits_has_no_check(data: Data) -> None:
    for where in ("EU", "JP"):
        assert market(judged(half(certified("a", Pb=100.0), where), data), f"impurity-{where.lower()}") == []
    assert [c for c in judged(half(certified("a", Pb=100.0)), data).checks if c.rule.startswith("impurity-") and c.severity != "note"] == []


def test_a_missing_certificate_is_one_note_a_market(data: Data) -> None:
    half_known, bare = certified("half-known", Pb=1), own("bare")
    found = judged(cream((half_known, "50 %"), (bare, "30 %"), (CLEAN, "20 %"), markets=("CN", "TW")), data)
    for rule in ("impurity-cn", "impurity-tw"):
        note = the_check(found, rule, code="certificate-missing")
        assert (note.severity, note.verdict) == ("note", "cannot tell")
        assert note.values["elements"] == ["Hg", "Pb", "As", "Cd"]
        # not all of them miss the same: lead is known of one
        assert (note.values["materials"], note.values["all"]) == (["half-known", "bare"], False)
        assert market(found, rule, code="impurity") == []
    all_bare = judged(cream((bare, "100 %"), markets=("CN",)), data)
    assert the_check(all_bare, "impurity-cn", code="certificate-missing").values["all"] is True
    assert not [c for c in all_bare.checks if c.code == "impurity"]
    assert not [id for id in all_bare.figures if id.startswith("impurity.")]


def test_above_the_limit_fails_whatever_else_is_missing(data: Data) -> None:
    # 50 % × 30 = 15 mg/kg of lead, and of the other half nothing is known
    found = judged(cream((certified("a", Pb=30), "50 %"), (own("bare"), "50 %"), markets=("CN",)), data)
    check = the_check(found, "impurity-cn", subject="Pb")
    assert (check.verdict, check.values["missing"], check.values["specified"]) == ("fail", ["bare"], pytest.approx(15))
    assert check.lines == ((0, 0),)
    assert the_check(found, "impurity-cn", code="certificate-missing").severity == "note"


def test_a_recalled_limit_settles_nothing(data: Data) -> None:
    for most in (1.0, 100.0):
        check = the_check(judged(half(certified("a", Cd=most), "ASEAN"), data), "impurity-asean", subject="Cd")
        assert (check.verdict, check.values["recalled"]) == ("cannot tell", True)


def test_what_is_not_there_needs_no_certificate(data: Data) -> None:
    found = judged(cream((CLEAN, "100 %"), (own("bare"), "0 %"), markets=("CN",)), data)
    assert [c.verdict for c in found.checks if c.rule == "impurity-cn"] == ["pass"] * 4


@pytest.mark.parametrize(
    ("most", "verdict"),
    [
        # nickel: 1.54 g × half of it / 1000 beside 0.2 mg a day, and 35 mg/kg
        (60.0, "pass"),  # 30 mg/kg
        (Span.exact(60), "pass"),
        # the most that a specification allows is judged: 40 mg/kg
        (80.0, "fail"),
        (Span.exact(80), "fail"),
        (Span(60, 70, 80), "fail"),
    ],
)
def test_medicines_for_orientation(most: float | Span, verdict: str, data: Data) -> None:
    note = the_check(judged(half(certified("a", Ni=most)), data), "impurity-medicines", subject="Ni")
    assert (note.severity, note.verdict, note.values["ctcl"], note.values["pde"]) == ("note", verdict, 35, 0.2)
    assert (note.values["population"], note.values["pattern"]) == ("Adult", "Face cream")
    assert note.source is not None


def test_the_daily_exposure_counts_without_a_concentration_limit(data: Data) -> None:
    # cadmium: 1.54 × 13 / 1000 = 0.02002 mg, beside 0.02
    for most, verdict in ((Span.exact(25.9), "pass"), (Span.exact(26.1), "fail")):
        note = the_check(judged(half(certified("a", Cd=most)), data), "impurity-medicines", subject="Cd")
        assert (note.verdict, note.values["ctcl"]) == (verdict, None)
        assert note.values["applied"] == pytest.approx(1.54 * most.high / 2 / 1000)


def test_an_element_that_medicines_do_not_list_has_no_note(data: Data) -> None:
    found = judged(half(certified("a", Al=100.0)), data)
    assert "impurity.Al.content" in found.figures
    assert [c.subject for c in found.checks if c.rule == "impurity-medicines"] == ["As", "Cd", "Hg", "Ni", "Pb", "Sb"]


def test_missing_certificates_are_named_in_the_note_on_medicines(data: Data) -> None:
    found = judged(cream((certified("a", Ni=1), "50 %"), (own("bare"), "50 %")), data)
    note = the_check(found, "impurity-medicines", subject="Ni")
    assert (note.verdict, note.values["missing"]) == ("cannot tell", ["bare"])
    # above the limit already, whatever the other brings: 1.54 × 150 / 1000 = 0.231 mg
    dirty = judged(cream((certified("a", Ni=300), "50 %"), (own("bare"), "50 %")), data)
    assert the_check(dirty, "impurity-medicines", subject="Ni").verdict == "fail"


def test_the_first_limit_that_fits_is_taken(data: Data) -> None:
    lead = [x for x in data.impurities if (x.market, x.element) == ("DE", "Pb")]
    assert [x.value.span.best for x in lead] == [0.5, 5.0, 2.0]
    backwards = replace(data, impurities=tuple(reversed(data.impurities)))
    assert the_check(judged(half(CLEAN, "DE", product="toothpaste"), backwards, ON), "impurity-de", subject="Pb").values["limit"] == 2.0
