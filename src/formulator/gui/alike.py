"""What several markets say alike is one finding: Germany is judged by the Union's lists, and several markets go by the same authority."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from formulator.core.checks import Check


def alike(checks: Iterable[Check]) -> list[tuple[Check, tuple[str, ...]]]:
    """Each check once, in order, with the markets that say it."""
    said: dict[Any, list[tuple[Check, list[str]]]] = {}
    found: list[tuple[Check, list[str]]] = []
    for check in checks:
        same = said.setdefault((check.rule, check.code, check.verdict, check.severity, check.subject, check.locator, check.lines), [])
        for first, markets in same:
            if check.market not in markets and first.values == check.values:
                markets.append(check.market)
                break
        else:
            one = (check, [check.market])
            same.append(one)
            found.append(one)
    return [(check, tuple(markets)) for check, markets in found]
