"""What a cream costs, worked by hand, and what holds of every recipe: unknown is never zero, and no rate of exchange is guessed."""

from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import bounds, cream, judged, line, near, own, said, the_check, value
from formulator.core.assess import Assessment
from formulator.core.cost import line_costs
from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.material import Material
from formulator.core.price import price
from formulator.core.ratios import ENDLESS
from formulator.core.recipe import Recipe
from formulator.core.span import Span
from formulator.core.units import QuantityError
from formulator.files.materials import read_material
from formulator.files.table import Problem, Table
from formulator.files.values import Reader
from formulator.report.library import summary
from formulator.report.structured import Checked, recipe_object


def euros(best: float | None, low: float | None = None, high: float | None = None, unit: str = "EUR/kg") -> Datum:
    return value(best, low, high, unit)


def priced(id: str, best: float | None = None, **more: Datum) -> Material:
    """A material that costs so much; without a price when none is given."""
    return own(id, price=None if best is None else euros(best), **more)


# --- the price itself ---


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("12.50 EUR/kg", 12.5, 12.5, "EUR"),
        ("12.50EUR / kg", 12.5, 12.5, "EUR"),
        ("0 EUR/kg", 0, 0, "EUR"),  # said to be free, which is not the same as not said
        ("0.08 USD/g", 80, 80, "USD"),  # 1 kg = 1000 g
        ("145 CHF/25 kg", 5.8, 5.8, "CHF"),  # a sack: 145 / 25
        ("4.5 TWD/100 g", 45, 45, "TWD"),
        ("10 - 12 GBP/kg", 10, 12, "GBP"),
        ("3 USD/lb", 6.613867865546327, 6.613867865546327, "USD"),  # 3 / 0.45359237
    ],
)
def test_a_price_is_kept_per_kilogram(text: str, low: float, high: float, currency: str) -> None:
    found = price(text)
    assert (found.span.low, found.span.high) == (pytest.approx(low, rel=1e-14), pytest.approx(high, rel=1e-14))
    assert (found.currency, found.unit) == (currency, f"{currency}/kg")
    assert found.span.known == (low == high)


@pytest.mark.parametrize(
    ("text", "says", "fix"),
    [
        ("12.50", "'12.50' has no currency", "such as '12.50 EUR/kg'"),
        ("", "'' has no currency", "such as"),
        ("12.50 €/kg", "has no currency", "three letters"),
        ("12.50 EURO/kg", "has no currency", "three letters"),
        ("12.50 EUX/kg", "no currency 'EUX'", "ISO 4217"),
        ("12.50 eur/kg", "no currency 'eur'", "Did you mean 'EUR'?"),
        ("12.50 EUR", "'12.50 EUR' does not say for what mass", "Write '12.50 EUR/kg'"),
        ("12,50 EUR/kg", "'12,50' is not a quantity", "Write 12.50 with a point."),
        ("EUR/kg", "'' is not a quantity", "Write a number"),
        ("12.50 EUR/", "'' is no mass", "behind the stroke"),
        ("12.50 EUR/0 kg", "'0 kg' is no mass", "behind the stroke"),
        ("12.50 EUR/litre", "the unit 'litre' does not fit here", "Write a mass such as g."),
        ("-1 EUR/kg", "'-1 EUR/kg' is below zero", "cannot be negative"),
        ("12 - 10 EUR/kg", "runs downwards", "lower number first"),
        ("5 EUR/mcg", "is too large", "for a kilogram"),
    ],
)
def test_what_is_no_price_is_told_with_the_way_out(text: str, says: str, fix: str) -> None:
    with pytest.raises(QuantityError) as fault:
        price(text)
    assert says in fault.value.says
    assert fix in fault.value.fix


# --- the sum, by hand ---


def test_the_cost_of_a_kilogram_and_of_the_batch(data: Data) -> None:
    """70 % at 0.01, 20 % at 4.50, 10 % at 30: (70 · 0.01 + 20 · 4.5 + 10 · 30) / 100 = (0.7 + 90 + 300) / 100 = 3.907 EUR/kg.
    Of 500 g: 350 · 0.01 + 100 · 4.5 + 50 · 30 = 3.5 + 450 + 1500 = 1953.5, by 1000: 1.9535 EUR."""
    recipe = cream((priced("base", 0.01), "q.s."), (priced("oil", 4.5), "20 %"), (priced("active", 30), "10 %"), batch=said("500 g", "g"))
    found = judged(recipe, data)
    assert bounds(found.figures["cost"].span) == near(3.907, 3.907, 3.907)
    assert bounds(found.figures["cost.batch"].span) == near(1.9535, 1.9535, 1.9535)
    assert (found.figures["cost"].unit, found.figures["cost.batch"].unit) == ("EUR/kg", "EUR")
    assert [w.text for w in found.figures["cost"].form.worked()] == ["(70 × 0.01 + 20 × 4.5 + 10 × 30) / 100"]
    assert bounds(found.figures["cost"].firm or Span.exact(0)) == near(3.907, 3.907, 3.907)
    assert the_check(found, "cost-unknown").verdict == "pass"
    assert [span and span.best for span in line_costs(found.composition)] == [pytest.approx(0.007), pytest.approx(0.9), pytest.approx(3.0)]


def test_a_line_without_a_price_leaves_the_cost_open_and_is_named(data: Data) -> None:
    """20 % at 4.50: at least 0.9 EUR/kg. The q.s. water is not taken as free."""
    found = judged(cream(("water", "q.s."), (priced("oil", 4.5), "20 %"), (priced("dear"), "1 %")), data)
    cost = found.figures["cost"]
    assert bounds(cost.span) == (pytest.approx(0.9), None, ENDLESS)
    assert bounds(cost.firm or Span.exact(0)) == (pytest.approx(0.9), None, ENDLESS)
    assert cost.notes == ("unpriced:Water", "unpriced:dear")
    assert [(w.bound, w.text) for w in cost.form.worked()] == [("low", "(20 × 4.5) / 100")]
    assert [t.label for t in cost.form.terms()] == ["oil", "Water", "dear"]
    assert (cost.basis, cost.confidence) == ("default", "low")
    check = the_check(found, "cost-unknown")
    assert (check.severity, check.verdict, check.lines) == ("note", "cannot tell", ((0, 0), (0, 2)))
    assert check.values == {"materials": ["Water", "dear"], "least": pytest.approx(0.9), "unit": "EUR/kg"}
    assert line_costs(found.composition)[0] is None
    assert "cost.batch" not in found.figures


def test_a_price_between_two_ends(data: Data) -> None:
    """50 % at 2 to 3 and 50 % at 4: 3 to 3.5. With a third line that has none, at least (45 · 2 + 50 · 4) / 100 = 2.9."""
    oil = own("oil", price=euros(None, 2, 3))
    found = judged(cream((oil, "50 %"), (priced("other", 4), "50 %")), data)
    assert bounds(found.figures["cost"].span) == near(3, None, 3.5)
    assert bounds(line_costs(found.composition)[0] or Span.exact(0)) == near(1, None, 1.5)
    open_ = judged(cream((oil, "45 %"), (priced("other", 4), "50 %"), (priced("unsaid"), "5 %")), data).figures["cost"]
    assert bounds(open_.span) == (pytest.approx(2.9), None, ENDLESS)
    assert [(w.bound, w.text) for w in open_.form.worked()] == [("low", "(45 × 2 + 50 × 4) / 100")]


def test_what_is_said_to_be_free_is_known(data: Data) -> None:
    found = judged(cream((priced("tap", 0), "q.s."), (priced("oil", 5), "10 %")), data)
    assert bounds(found.figures["cost"].span) == near(0.5, 0.5, 0.5)


def test_several_currencies_are_named_and_not_summed(data: Data) -> None:
    dollars = own("bought-in-dollars", price=euros(3, unit="USD/kg"))
    found = judged(cream(("water", "q.s."), (priced("oil", 4.5), "20 %"), (dollars, "1 %")), data)
    assert not [id for id in found.figures if id.startswith("cost")]
    check = the_check(found, "cost-unknown")
    assert (check.code, check.severity, check.verdict, check.figure) == ("cost-currencies", "note", "cannot tell", "")
    assert check.values == {"currencies": {"EUR": ["oil"], "USD": ["bought-in-dollars"]}}
    assert check.lines == ((0, 1), (0, 2))


def test_what_is_not_in_the_cream_costs_nothing_and_is_not_asked_for(data: Data) -> None:
    found = judged(cream((priced("oil", 4), "100 %"), (priced("out"), "0 %")), data)
    assert bounds(found.figures["cost"].span) == near(4, 4, 4)
    below = judged(cream((priced("base"), "q.s."), (priced("oil", 4), "110 %")), data)  # a q.s. below zero is counted as absent
    assert bounds(below.figures["cost"].span) == near(4.4, 4.4, 4.4)
    assert "cost" not in judged(cream((priced("oil", 4), "0 %"), ("water", "q.s.")), data).figures


def test_an_adjuster_costs_what_is_written_and_not_its_most(data: Data) -> None:
    recipe = cream(("water", "q.s."), line("lye", "1 %", "3 %"), materials=[priced("lye", 7)])
    assert judged(recipe, data).figures["cost"].span.low == pytest.approx(0.07)


def test_grams_alone_are_a_batch(data: Data) -> None:
    """30 g at 10 and 70 g at 20 EUR/kg: 0.3 + 1.4 = 1.7 EUR of 100 g, 17 EUR/kg."""
    figures = judged(cream((priced("a", 10), "30 g"), (priced("b", 20), "70 g")), data).figures
    assert bounds(figures["cost.batch"].span) == near(1.7, 1.7, 1.7)
    assert bounds(figures["cost"].span) == near(17, 17, 17)


def test_a_line_that_counts_an_element_does_not_say_its_own_mass(data: Data) -> None:
    """1 g of zinc is 81.379 / 65.38 = 1.24471 g of ZnO, 1.25096 g of the library's with its assay of 99.5 %: beside 99 g of another, and alone."""
    made = judged(cream((priced("base", 1), "99 g"), ("zinc-oxide", "1 g as Zn")), data).composition
    assert made.batch == pytest.approx(100.25096, abs=1e-4)
    assert judged(cream(("zinc-oxide", "1 g as Zn")), data).composition.batch == pytest.approx(1.25096, abs=1e-4)
    assert judged(cream(("zinc-oxide", "1 %")), data).composition.batch is None


# --- without a price nothing is there; a price changes nothing else ---


def rest(found: Assessment) -> dict[str, object]:
    """The contract's object without what is of cost."""
    whole = recipe_object(Checked("x.toml", found))
    whole["figures"] = {id: f for id, f in whole["figures"].items() if not id.startswith("cost")}
    whole["checks"] = [c for c in whole["checks"] if c["rule"] != "cost-unknown"]
    return whole


def test_without_a_price_there_is_nothing_of_cost(data: Data) -> None:
    found = judged(cream(("water", "q.s."), ("glycerin", "5 %")), data)
    assert recipe_object(Checked("x.toml", found)) == rest(found)


def bought(id: str, data: Data, text: str = "9 EUR/kg") -> Material:
    """The library's material with a price, as a recipe carries it."""
    problems: list[Problem] = []
    reader = Reader(sources={}, origin="recipe", find=data.material, known=tuple(data.materials))
    made = read_material(Table({"id": id, "like": id, "price": text}, "material[0]", problems), reader)
    assert made is not None and not problems
    return made


@pytest.mark.parametrize("product", ["face-cream", "lipstick"])
def test_a_price_on_any_material_of_the_library_changes_nothing_but_the_cost(product: str, data: Data) -> None:
    ids = iter(sorted(data.materials))
    while some := list(islice(ids, 60)):
        lines = [("water", "q.s."), *((id, "0.9 %") for id in some if id != "water")]
        plain = cream(*lines, emulsion="o/w", markets=("EU", "US", "CN"), product=product)
        with_prices = replace(plain, materials=tuple(bought(id, data) for id in some))
        before, after = judged(plain, data), judged(with_prices, data)
        assert rest(after) == rest(before)
        assert {id: f.firm for id, f in before.figures.items()} == {id: f.firm for id, f in after.figures.items() if not id.startswith("cost")}
        assert before.verdict == after.verdict
        assert "cost" in after.figures


def test_a_price_stands_among_what_a_material_is_chosen_by(data: Data) -> None:
    assert summary(bought("squalane", data, "28 - 31 EUR/kg"), data).startswith("needs HLB ")
    assert " · 28 to 31 EUR/kg · emollient" in summary(bought("squalane", data, "28 - 31 EUR/kg"), data)
    assert "EUR" not in summary(data.materials["squalane"], data)


def test_a_price_is_not_passed_on_to_what_is_like_the_material(data: Data) -> None:
    first = bought("glycerin", data)
    reader = Reader(sources={}, origin="recipe", find=lambda id: first if id == "glycerin" else None)
    second = read_material(Table({"id": "other-glycerin", "like": "glycerin"}, "material[1]", []), reader)
    assert first.price is not None
    assert second is not None and second.price is None


# --- what holds of every recipe ---

AMOUNTS = st.floats(0.01, 30, allow_nan=False).map(lambda x: round(x, 3))
PRICES = st.floats(0, 5000, allow_nan=False).map(lambda x: round(x, 4))
LINES = st.lists(st.tuples(AMOUNTS, st.none() | PRICES), min_size=1, max_size=8)


def made_of(lines: list[tuple[float, float | None]]) -> Recipe:
    return cream(*((priced(f"m{n}", cost), f"{amount} %") for n, (amount, cost) in enumerate(lines)))


@given(LINES.filter(lambda lines: all(cost is not None for _, cost in lines)))
def test_the_cost_of_known_prices_is_their_sum(data: Data, lines: list[tuple[float, float]]) -> None:
    span = judged(made_of(lines), data).figures["cost"].span
    assert span.is_exact
    assert span.best == pytest.approx(sum(amount * cost for amount, cost in lines) / 100, abs=1e-9)
    assert sum(x.low for x in line_costs(judged(made_of(lines), data).composition) if x) == pytest.approx(span.low, abs=1e-9)


@given(LINES, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(data: Data, lines: list[tuple[float, float | None]], shuffled: object) -> None:
    other = list(lines)
    shuffled.shuffle(other)  # type: ignore[attr-defined]
    found = [judged(made_of(x), data).figures.get("cost") for x in (lines, other)]
    one, two = (f and f.span for f in found)
    assert (one is None) == (two is None)
    assert one is None or two is None or (one.low, one.high) == (pytest.approx(two.low), pytest.approx(two.high))


@given(LINES, AMOUNTS)
def test_a_line_without_a_price_never_lowers_the_cost_and_always_opens_it(data: Data, lines: list[tuple[float, float | None]], amount: float) -> None:
    before = judged(made_of(lines), data).figures.get("cost")
    after = judged(made_of([*lines, (amount, None)]), data).figures.get("cost")
    if before is None:
        assert after is None
    else:
        assert after is not None
        assert after.span.low == pytest.approx(before.span.low)
        assert (after.span.best, after.span.high) == (None, ENDLESS)
