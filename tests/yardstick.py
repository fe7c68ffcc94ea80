"""The piece of work that benchmarks are measured by."""

import time

import numpy as np


def yardstick() -> float:
    """Seconds for a thousand products of a 60 × 15 matrix with a vector: the arithmetic of a thousand recipes."""
    matrix, vector = np.ones((60, 15)), np.ones(60)
    times = []
    for _ in range(7):
        start = time.perf_counter()
        for _ in range(1000):
            vector @ matrix
        times.append(time.perf_counter() - start)
    return sorted(times)[3]
