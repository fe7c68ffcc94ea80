"""What is known of a number: a lowest, a best and a highest value.

One `Span` is a scalar; `Spans` holds many as three numpy arrays for the arithmetic. Nothing here knows units or sources.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

Floats = np.ndarray[tuple[Any, ...], np.dtype[np.float64]]  # NDArray[np.float64], without what importing numpy.typing costs


@dataclass(frozen=True, slots=True)
class Span:
    """low ≤ best ≤ high, all finite; `best` is None when only the bounds are known.

    Raises ValueError on NaN, infinities or a wrong order: a bound that is not finite would turn 0 × ∞ into NaN later.
    """

    low: float
    best: float | None
    high: float

    def __post_init__(self) -> None:
        best = self.low if self.best is None else self.best
        if -math.inf < self.low <= best <= self.high < math.inf:  # false for NaN, too
            return
        values = (self.low, self.high) if self.best is None else (self.low, self.best, self.high)
        if not all(math.isfinite(v) for v in values):
            raise ValueError(f"not finite: {values}")
        raise ValueError(f"out of order: {values}")

    @classmethod
    def exact(cls, value: float) -> Span:
        """A number that is simply what it is."""
        return cls(value, value, value)

    @classmethod
    def between(cls, low: float, high: float) -> Span:
        """Only the bounds are known."""
        return cls(low, None, high)

    @property
    def known(self) -> bool:
        """Whether there is a best value."""
        return self.best is not None

    @property
    def is_exact(self) -> bool:
        """Whether low, best and high are one number."""
        return self.best is not None and self.low == self.high


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """Many spans as arrays of one shape; `best` is NaN where only the bounds are known."""

    low: Floats
    best: Floats
    high: Floats

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Spans:
        """Stack spans on the last axis, shape (n,)."""
        rows = [(s.low, math.nan if s.best is None else s.best, s.high) for s in spans]
        table = np.array(rows, dtype=np.float64).reshape(len(rows), 3)
        return cls(table[:, 0], table[:, 1], table[:, 2])

    def __getitem__(self, index: int) -> Span:
        best = float(self.best[index])
        return Span(float(self.low[index]), None if math.isnan(best) else best, float(self.high[index]))
