"""The shapes of arithmetic: their bounds, what is firm in them, and how they write themselves."""

from collections.abc import Sequence

import numpy as np
import pytest

from builders import bounds, near, value
from formulator.core.figure import Datum, Form
from formulator.core.forms import MassFraction, Product, Total, Weighted, WeightedMean, written
from formulator.core.ratios import ENDLESS, Difference, Quotient, Room, Split
from formulator.core.span import Span, Spans

RECALLED = {"read": "no"}


def weighted(weights: Sequence[Span], data: Sequence[Datum], per: float = 1, shares: Sequence[Datum] | None = None) -> Weighted:
    weigh = None if shares is None else shares.__getitem__
    return Weighted(weights=Spans.of(weights), values=Spans.of(x.span for x in data), cite=data.__getitem__, label=str, weigh=weigh, per=per)


def mean(weights: Sequence[float], data: Sequence[Datum]) -> WeightedMean:
    return WeightedMean(weights=np.array(weights, dtype=float), values=Spans.of(x.span for x in data), cite=data.__getitem__, label=str)


def total(data: Sequence[Datum]) -> Total:
    return Total(values=np.array([x.span.best for x in data], dtype=float), cite=data.__getitem__, label=str)


def difference(a: Datum, b: Datum) -> Difference:
    return Difference(first=("a", a), second=("b", b))


def split(target: Datum, a: Datum, b: Datum) -> Split:
    return Split(target=("t", target), first=("a", a), second=("b", b))


def quotient(above: Sequence[Datum], below: Sequence[Datum], times: float = 1) -> Quotient:
    return Quotient(above=tuple((str(n), x) for n, x in enumerate(above)), below=tuple((f"/{n}", x) for n, x in enumerate(below)), times=times)


def room(maximum: Datum, sum_: Weighted, *own: int) -> Room:
    return Room(maximum=("maximum", maximum), sum=sum_, own=own)


def texts(form: Form) -> list[tuple[str, str]]:
    return [(w.bound, w.text) for w in form.worked()]


@pytest.mark.parametrize(
    ("x", "text"),
    [(5, "5"), (0.1 + 0.2, "0.3"), (227376.123, "227376.1"), (1e6, "1000000"), (0.00001, "0.00001"), (1.5e-7, "0.00000015"), (1e-10, "1e-10"), (0, "0")],
)
def test_a_number_as_it_stands_in_a_text(x: float, text: str) -> None:
    assert written(x) == text


def test_a_weighted_sum_bounds_itself() -> None:
    # low 1 × 10 + 2 × 3 = 16, best 1 × 10 + 2 × 4 = 18, high 1 × 10 + 3 × 5 = 25, each over 10
    form = weighted([Span.exact(1), Span(2, 2, 3)], [value(10), value(4, 3, 5)], per=10)
    assert form.span == Span(1.6, 1.8, 2.5)
    assert texts(form) == [("best", "(1 × 10 + 2 × 4) / 10"), ("low", "(1 × 10 + 2 × 3) / 10"), ("high", "(1 × 10 + 3 × 5) / 10")]


def test_rows_that_add_nothing_are_left_out() -> None:
    form = weighted([Span.exact(1), Span.exact(0), Span.exact(2)], [value(5), value(9), value(0)])
    assert texts(form) == [("best", "1 × 5")]
    assert [t.label for t in form.terms()] == ["0"]
    assert texts(weighted([Span.exact(0)], [value(9)])) == [("best", "0")]


def test_a_row_without_best_value_leaves_the_sum_without() -> None:
    form = weighted([Span.exact(1), Span.exact(2)], [value(5), value(None, 0, 4)])
    assert form.span == Span.between(5, 13)
    assert texts(form) == [("low", "1 × 5 + 2 × 0"), ("high", "1 × 5 + 2 × 4")]


def test_a_weighted_mean_bounds_itself() -> None:
    form = mean([1, 0, 3], [value(10), value(None, 0, 20), value(6, 5, 8)])
    assert form.span == Span(6.25, 7, 8.5)  # (10 + 15) / 4, (10 + 18) / 4, (10 + 24) / 4
    assert texts(form)[0] == ("best", "(1 × 10 + 3 × 6) / (1 + 3)")
    assert [t.label for t in form.terms()] == ["0", "2"]


def test_a_product_bounds_itself() -> None:
    form = Product(factors=(("a", value(2, 1, 3)), ("b", value(10))), per=5)
    assert form.span == Span(2, 4, 6)
    assert texts(form) == [("best", "2 × 10 / 5"), ("low", "1 × 10 / 5"), ("high", "3 × 10 / 5")]


def test_a_difference_is_widest_either_way() -> None:
    form = difference(value(8, 7, 9), value(5, 3, 6))
    assert form.span == Span(1, 3, 6)
    assert texts(form) == [("best", "8 − 5"), ("low", "7 − 6"), ("high", "9 − 3")]
    assert difference(value(None, 0, 1), value(5)).span == Span.between(-5, -4)


def test_a_total_shows_what_is_below_zero() -> None:
    assert texts(total([value(105), value(-5)])) == [("best", "105 + (−5)")]


@pytest.mark.parametrize(
    ("target", "a", "b", "expected"),
    [
        (value(10), value(14), value(4), (60, 60, 60)),
        (value(10, 9, 11), value(14), value(4), (50, 60, 70)),
        (value(10, 3, 15), value(14), value(4), (0, 60, 100)),  # a share is a share
        (value(10), value(12, 9, 13), value(8, 7, 11), (0, 50, 100)),
        (value(10), value(8, 7, 11), value(12, 9, 13), (0, 50, 100)),
        (value(10), value(12, 11, 12), value(11, 10, 11), (0, -100, 100)),
    ],
)
def test_a_split_and_its_corners(target: Datum, a: Datum, b: Datum, expected: tuple[float, float, float]) -> None:
    if expected[1] < 0:
        with pytest.raises(ValueError, match="out of order"):
            _ = split(target, a, b).span  # a target outside the pair has no split, and is not asked for one
    else:
        assert bounds(split(target, a, b).span) == near(*expected)


def test_a_quotient_bounds_itself() -> None:
    # best 100 × 6 / 3 = 200; low the least over the most, 100 × 4 / 8 = 50; high the most over the least, 100 × 8 / 2 = 400
    form = quotient([value(6, 4, 8)], [value(3, 2, 8)], times=100)
    assert form.span == Span(50, 200, 400)
    assert texts(form) == [("best", "100 × 6 / 3"), ("low", "100 × 4 / 8"), ("high", "100 × 8 / 2")]
    assert [t.label for t in form.terms()] == ["0", "/0"]


def test_a_quotient_of_several_factors() -> None:
    # 2 × 10 / (4 × 5) = 1; low 1 × 10 / (4 × 10) = 0.25; high 2 × 10 / (4 × 2) = 2.5
    form = quotient([value(2, 1, 2), value(10)], [value(4), value(5, 2, 10)])
    assert form.span == Span(0.25, 1, 2.5)
    assert texts(form) == [("best", "2 × 10 / (4 × 5)"), ("low", "1 × 10 / (4 × 10)"), ("high", "2 × 10 / (4 × 2)")]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        (value(5), value(2, 0, 4), (1.25, 2.5, ENDLESS)),  # 5 / 4, 5 / 2; over nothing there is no upper end
        (value(5), value(None, 0, 4), (1.25, None, ENDLESS)),
        (value(None, 0, 5), value(2), (0, None, 2.5)),
        (value(0), value(2, 0, 4), (0, 0, 0)),  # nothing of anything is nothing
        (value(5), value(0), (ENDLESS, ENDLESS, ENDLESS)),
        (value(1e9), value(1, 1e-9, 1), (1e9, 1e9, ENDLESS)),  # 10¹⁸ is beyond all that is told apart
    ],
)
def test_what_stands_below_may_be_nothing(above: Datum, below: Datum, expected: tuple[float, float | None, float]) -> None:
    form = quotient([above], [below])
    assert bounds(form.span) == near(*expected)
    assert not [text for _, text in texts(form) if text.endswith("/ 0")]  # a division by nothing is not written out


def test_a_room_is_what_the_others_leave() -> None:
    # at most 10 % (per 100): 10 × 100 − 4 × 50 − 2 × 25 = 750, over 60 in the own row: 12.5
    form = room(value(10), weighted([Span.exact(4), Span.exact(1), Span.exact(2)], [value(50), value(60), value(25)], per=100), 1)
    assert form.possible
    assert form.span == form.firm == Span.exact(12.5)
    assert texts(form) == [("best", "(10 × 100 − 4 × 50 − 2 × 25) / 60")]
    assert [t.label for t in form.terms()] == ["maximum", "0", "2", "1"]


def test_a_room_is_careful_on_every_side() -> None:
    # the least that is allowed, 8, less the most the other may bring, 3 × 2, over the most of the own rows, 2 + 2: (8 − 6) / 4 = 0.5
    sum_ = weighted([Span(1, 2, 3), Span.exact(1), Span.exact(1)], [value(1, 0, 2), value(1, 0.5, 2), value(2)])
    assert room(value(9, 8, 12), sum_, 1, 2).span == Span.exact(0.5)
    # of what is recalled the most it can be at all counts: (30 − 20) / 2 = 5
    soft = weighted([Span.exact(1), Span.exact(1)], [value(5, read="no", range=(0.0, 20.0)), value(2)])
    assert room(value(30), soft, 1).span == Span.exact(5)


@pytest.mark.parametrize(
    ("maximum", "data"),
    [
        (value(5), [value(5), value(1)]),  # used up: 5 − 5 = 0
        (value(4), [value(5), value(1)]),
        (value(9), [value(5), value(0)]),  # the row brings nothing
        (value(9, read="no"), [value(5), value(1)]),  # a recalled limit says nothing
        (value(9), [value(5, read="no"), value(1)]),
        (value(9), [value(5), value(1, read="no")]),
    ],
)
def test_where_there_is_no_room_none_is_told(maximum: Datum, data: list[Datum]) -> None:
    form = room(maximum, weighted([Span.exact(1), Span.exact(1)], data), 1)
    assert not form.possible
    with pytest.raises(ValueError, match="no room"):
        _ = form.span


def test_a_mass_fraction() -> None:
    # NaCl with Na 23 and Cl 35.5: 10⁶ × 23 / 58.5 = 393 162
    form = MassFraction(symbol="Na", atoms=(("Na", 1, value(23)), ("Cl", 1, value(35.5))))
    assert bounds(form.span) == near(393_162, 393_162, 393_162)
    assert texts(form) == [("best", "1000000 × 1 × 23 / (1 × 23 + 1 × 35.5)")]
    assert [(t.label, t.weight_unit) for t in form.terms()] == [("Na", "atoms"), ("Cl", "atoms")]


FIRM, SOFT, RANGED = value(5, 4, 6), value(5, 4, 6, read="no"), value(5, 4, 6, read="no", range=(0.0, 20.0))


@pytest.mark.parametrize(
    "form",
    [
        lambda x: total([value(1), x]),
        lambda x: mean([1, 2], [value(1), x]),
        lambda x: difference(value(9), x),
        lambda x: split(value(7), value(9), x),
        lambda x: MassFraction(symbol="Na", atoms=(("Na", 1, x), ("Cl", 1, value(35.5)))),
    ],
    ids=["total", "mean", "difference", "split", "mass fraction"],
)
def test_a_form_is_firm_when_its_inputs_are(form: object) -> None:
    assert form(FIRM).firm == form(FIRM).span
    assert form(SOFT).firm is None


def test_a_product_is_firm_from_its_firm_bounds() -> None:
    assert Product(factors=(("a", value(2)), ("b", FIRM))).firm == Span.between(8, 12)
    assert Product(factors=(("a", value(2)), ("b", RANGED))).firm == Span.between(0, 40)
    assert Product(factors=(("a", value(2)), ("b", SOFT))).firm is None


def test_a_quotient_is_firm_from_its_firm_bounds() -> None:
    # 6 / (4 … 6) is 1 … 1.5; of what is recalled only 0 … 20 is sure: from 6 / 20 without end, or 0 … 20 over 2
    assert quotient([value(6)], [FIRM]).firm == Span.between(1, 1.5)
    assert quotient([value(6)], [RANGED]).firm == Span.between(0.3, ENDLESS)
    assert quotient([RANGED], [value(2)]).firm == Span.between(0, 10)
    assert quotient([SOFT], [value(2)]).firm is None
    assert quotient([value(2)], [SOFT]).firm is None


def test_a_weighted_sum_is_firm_from_its_firm_weights_and_values() -> None:
    ones = [Span.exact(1), Span.exact(1)]
    assert weighted(ones, [value(2), FIRM]).firm == Span(6, 7, 8)
    assert weighted(ones, [value(2), RANGED]).firm == Span.between(2, 22)
    assert weighted(ones, [value(2), SOFT]).firm is None
    assert weighted([Span.exact(1), Span.exact(0)], [value(2), SOFT]).firm == Span.exact(2)  # of which there is none


def test_a_recalled_weight_is_firm_only_as_far_as_it_can_reach() -> None:
    ones = [Span.exact(1), Span.exact(1)]
    assert weighted(ones, [value(2), value(3)], shares=[value(1), value(1)]).firm == Span.exact(5)
    assert weighted(ones, [value(2), value(3)], shares=[value(1), value(1, read="no", range=(0.0, 100.0))]).firm == Span.between(2, 302)
    assert weighted(ones, [value(2), value(3)], shares=[value(1), value(1, read="no")]).firm is None
