"""Quotients and what room is left below a maximum, worked by hand, with their own working."""

import math

import numpy as np
import pytest

from builders import bounds, near, value
from formulator.core.figure import Datum, Figure, Method
from formulator.core.forms import Weighted
from formulator.core.ratios import ENDLESS, Difference, Quotient, Room, Split
from formulator.core.span import Span, Spans

METHOD = Method(id="m", name="m", formula="m", symbols="m")


def recalled(best: float, low: float = 0, high: float = 100) -> Datum:
    """A value nobody read at its source: a verdict may rest on its range alone."""
    return value(best, read="no", range=(low, high))


def quotient(above: list[Datum], below: list[Datum], times: float = 1.0) -> Quotient:
    return Quotient(above=tuple(("a", x) for x in above), below=tuple(("b", x) for x in below), times=times)


def room(maximum: Datum, rows: list[tuple[float, Datum]], own: tuple[int, ...] = (0,), per: float = 100) -> Room:
    weights = np.array([w for w, _ in rows])
    data = [x for _, x in rows]
    form = Weighted(weights=Spans(weights, weights, weights), values=Spans.of(x.span for x in data), cite=data.__getitem__, label=str, per=per)
    return Room(maximum=("limit", maximum), sum=form, own=own)


def test_a_quotient_of_exact_numbers() -> None:
    # 1000 × (3 × 4) / (2 × 5) = 1200
    found = quotient([value(3), value(4)], [value(2), value(5)], 1000)
    assert found.span == Span.exact(1200)
    assert [(w.bound, w.text, w.value) for w in found.worked()] == [("best", "1000 × 3 × 4 / (2 × 5)", 1200)]
    assert [t.label for t in found.terms()] == ["a", "a", "b", "b"]
    assert found.firm == Span.between(1200, 1200)


def test_a_quotient_of_spans_is_least_over_most_and_most_over_least() -> None:
    # 2 / 10 = 0.2; 3 / 5 = 0.6; 4 / 4 = 1
    found = quotient([value(3, 2, 4)], [value(5, 4, 10)])
    assert bounds(found.span) == near(0.2, 0.6, 1.0)
    assert [(w.bound, w.text) for w in found.worked()] == [("best", "3 / 5"), ("low", "2 / 10"), ("high", "4 / 4")]


def test_a_quotient_with_a_bounded_part_has_no_best() -> None:
    found = quotient([value(None, 2, 4)], [value(5, 4, 10)])
    assert bounds(found.span) == near(0.2, None, 1.0)
    assert [w.bound for w in found.worked()] == ["low", "high"]


@pytest.mark.parametrize(
    ("above", "below", "span"),
    [
        # something of what may be nothing has no upper end
        (value(1), value(None, 0, 4), (0.25, None, ENDLESS)),
        (value(1), value(0), (ENDLESS, ENDLESS, ENDLESS)),
        # nothing of nothing is nothing
        (value(0), value(0), (0, 0, 0)),
        (value(None, 0, 1), value(None, 0, 4), (0, None, ENDLESS)),
        # a division by next to nothing is held at the same end
        (value(1e10), value(1e-10), (ENDLESS, ENDLESS, ENDLESS)),
    ],
)
def test_what_stands_below_may_be_nothing(above: Datum, below: Datum, span: tuple[float, float | None, float]) -> None:
    found = quotient([above], [below])
    assert bounds(found.span) == span
    assert math.isfinite(found.span.high)
    assert all(w.value < ENDLESS for w in found.worked())  # a division by nothing is not written out


def test_nothing_that_is_only_bounded_is_worked_in_numbers() -> None:
    # 0–0 of 1–2 is nothing, though neither has a best
    found = quotient([value(None, 0, 0)], [value(None, 1, 2)])
    assert (found.span.low, found.span.high) == (0, 0)
    assert not [w.text for w in found.worked() if "nan" in w.text]


def test_a_quotient_rests_on_what_is_firm() -> None:
    # recalled 5 may be anything from 0 to 100: 4 / 100 = 0.04 at least, and without end
    found = quotient([value(4)], [recalled(5)])
    assert bounds(found.span) == near(0.8, 0.8, 0.8)
    assert found.firm == Span.between(0.04, ENDLESS)
    # of a value without a range nothing is firm
    assert quotient([value(4)], [value(5, read="no")]).firm is None
    assert quotient([value(4, read="no")], [value(5)]).firm is None


def test_a_quotient_of_figures_passes_on_their_basis() -> None:
    inner = Figure(id="x", unit="", method=METHOD, form=quotient([value(1, kind="default")], [value(2)]))
    outer = Figure(id="y", unit="", method=METHOD, form=Quotient(above=(("x", inner),), below=(("two", value(2)),)))
    assert (outer.basis, outer.span.best) == ("default", 0.25)


def test_a_difference_and_a_split_are_firm_when_their_parts_are() -> None:
    known, doubtful = ("a", value(10, 9, 11)), ("b", recalled(4))
    assert Difference(first=known, second=("b", value(4))).firm == Span(5, 6, 7)
    assert Difference(first=known, second=doubtful).firm is None
    # 100 × (10 − 4) / (16 − 4) = 50
    assert Split(target=("t", value(10)), first=("a", value(16)), second=("b", value(4))).firm == Span.exact(50)
    assert Split(target=("t", recalled(10)), first=("a", value(16)), second=("b", value(4))).firm is None


def test_room_is_what_the_others_leave() -> None:
    # (1 × 100 − 3 × 20) / 40 = 1
    found = room(value(1), [(5, value(40)), (3, value(20))])
    assert found.possible
    assert found.span == found.firm == Span.exact(1)
    assert [(w.bound, w.text, w.value) for w in found.worked()] == [("best", "(1 × 100 − 3 × 20) / 40", 1)]
    assert [t.label for t in found.terms()] == ["limit", "1", "0"]


def test_room_takes_the_careful_side_of_every_span() -> None:
    # the limit at its least, 0.8; the others at their most, 25; the own at its most, 50: (0.8 × 100 − 3 × 25) / 50 = 0.1
    found = room(value(1, 0.8, 2), [(5, value(40, 30, 50)), (3, value(None, 0, 25))])
    assert bounds(found.span) == near(0.1, 0.1, 0.1)
    # what is recalled counts with all that it can be: (2 × 100 − 1 × 100) / 50
    assert room(value(2), [(5, value(50)), (1, recalled(1))]).span.best == pytest.approx(2)


def test_room_counts_two_rows_of_one_line_together() -> None:
    # a blend of which two parts count, 30 + 20: 1 × 100 / 50 = 2; a row without weight is left out
    found = room(value(1), [(5, value(30)), (5, value(20)), (0, value(1e6))], own=(0, 1))
    assert found.span.best == pytest.approx(2)
    # its own share need not be there yet
    assert room(value(1), [(0, value(30)), (0, value(20))], own=(0, 1)).span.best == pytest.approx(2)


@pytest.mark.parametrize(
    "found",
    [
        room(value(1), [(5, value(40)), (5, value(20))]),  # the others use it up: 100 − 100
        room(value(1), [(5, value(40)), (6, value(20))]),  # and more
        room(value(1), [(5, value(0)), (3, value(20))]),  # the line brings nothing
        room(value(1, read="no"), [(5, value(40))]),  # of the limit nothing is firm
        room(value(1), [(5, value(40)), (3, value(20, read="no"))]),  # nor of another line
        room(recalled(1), [(5, value(40))]),  # a recalled limit may be nothing
    ],
)
def test_where_no_room_can_be_told(found: Room) -> None:
    assert not found.possible
    with pytest.raises(ValueError, match="no room"):
        _ = found.span


def test_room_and_sum_agree() -> None:
    rows = [(5.0, value(40)), (3.0, value(7)), (2.0, value(11))]
    found = room(value(1), rows, per=100)
    most = found.span.best
    assert most is not None
    assert (most * 40 + 3 * 7 + 2 * 11) / 100 == pytest.approx(1)


def test_of_what_brings_next_to_nothing_there_is_no_end() -> None:
    # 1 × 100 / 1e-320 is beyond every float
    found = room(value(1), [(1.0, value(1e-320)), (3.0, value(7))])
    assert found.possible and found.span == Span.exact(ENDLESS)
    assert found.worked() == []
