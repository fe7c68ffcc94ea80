"""Spans, data and figures: what they refuse, and how what they rest on carries over."""

import math

import pytest

from builders import value
from formulator.core.figure import Datum, Figure, Method, Source
from formulator.core.forms import Product
from formulator.core.span import Span, Spans

METHOD = Method(id="m", name="m", formula="a · b", symbols="")


def product(*factors: Datum) -> Figure:
    return Figure(id="f", unit="", method=METHOD, form=Product(factors=tuple((str(n), x) for n, x in enumerate(factors))))


@pytest.mark.parametrize("values", [(0, math.nan, 1), (-math.inf, 0, 1), (0, None, math.inf), (math.nan, None, 1)])
def test_a_span_is_finite(values: tuple[float, float | None, float]) -> None:
    with pytest.raises(ValueError, match="not finite"):
        Span(*values)


@pytest.mark.parametrize("values", [(1, 0, 2), (1, 3, 2), (2, None, 1)])
def test_a_span_is_in_order(values: tuple[float, float | None, float]) -> None:
    with pytest.raises(ValueError, match="out of order"):
        Span(*values)


def test_what_a_span_knows() -> None:
    exact, wide, bounded = Span.exact(3), Span(1, 2, 3), Span.between(1, 3)
    assert [s.known for s in (exact, wide, bounded)] == [True, True, False]
    assert [s.is_exact for s in (exact, wide, bounded, Span.between(3, 3))] == [True, False, False, False]


def test_spans_give_back_what_was_put_in() -> None:
    rows = [Span(1, 2, 3), Span.between(0, 5), Span.exact(4)]
    stacked = Spans.of(rows)
    assert [stacked[i] for i in range(3)] == rows
    assert Spans.of([]).low.shape == (0,)


@pytest.mark.parametrize(
    ("source", "address"),
    [
        (Source(id="a", title="", url="https://example.org/a", doi="10.1/x"), "https://example.org/a"),
        (Source(id="a", title="", doi="10.1/x"), "https://doi.org/10.1/x"),
        (Source(id="a", title="a book"), ""),
    ],
)
def test_the_address_of_a_source(source: Source, address: str) -> None:
    assert source.address == address


@pytest.mark.parametrize(
    ("datum", "firm"),
    [
        (value(2, 1, 3), Span(1, 2, 3)),
        (value(2, read="secondary", confidence="medium"), Span.exact(2)),
        (value(2, read="no"), None),
        (value(2, confidence="low"), None),
        (value(2, read="no", range=(0.0, 20.0)), Span.between(0, 20)),
        (value(None, 0, 9, kind="default", confidence="low", read="no"), Span.between(0, 9)),  # a bound that surely holds
    ],
)
def test_what_a_verdict_may_rest_on(datum: Datum, firm: Span | None) -> None:
    assert datum.firm == firm


@pytest.mark.parametrize(
    ("kinds", "basis"),
    [
        (("measured",), "measured"),
        (("measured", "published"), "published"),
        (("calculated", "supplier", "definition"), "published"),
        (("published", "declared"), "declared"),
        (("declared", "default", "measured"), "default"),
    ],
)
def test_a_figure_is_as_good_as_its_weakest_basis(kinds: tuple[str, ...], basis: str) -> None:
    assert product(*(value(1, kind=kind) for kind in kinds)).basis == basis


def test_a_figure_has_the_lowest_confidence_of_its_inputs() -> None:
    inner = product(value(1, confidence="low"), value(2))
    assert product(value(1, confidence="medium"), value(1)).confidence == "medium"
    outer = Figure(id="o", unit="", method=METHOD, form=Product(factors=(("inner", inner), ("x", value(1)))))
    assert outer.confidence == "low"


def test_a_figure_of_nothing_is_declared() -> None:
    assert (product().basis, product().confidence, product().span) == ("declared", "high", Span.exact(1))


def test_a_figure_cannot_be_added() -> None:
    with pytest.raises(TypeError):
        product(value(1)) + product(value(2))  # type: ignore[operator]
