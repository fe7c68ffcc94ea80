"""Which entries of the law cover a substance: those that name it, and those whose class it belongs to. What follows from it stands in `law`."""

from __future__ import annotations

from collections.abc import Mapping

from formulator.core.data import Data
from formulator.core.material import Substance
from formulator.core.rules import Membership, Reading, class_membership, names_substance


def covering(substance: Substance, data: Data, scopes: frozenset[str]) -> Mapping[str, Membership]:
    """Entry id → how surely it covers the substance, in the order of the law. `scopes` are the product's, for exceptions that hold only in some."""
    found: dict[str, Membership] = {}
    for key in (*substance.cas, substance.inci.upper(), *(n.upper() for n in substance.names)):
        for entry in data.by_name.get(key, ()):
            if not entry.moved and names_substance(entry, substance):
                found[entry.id] = "named"
    for reading in data.class_readings:
        membership = None if reading.entry in found else _by_class(reading, substance, scopes, data)
        if membership:
            found[reading.entry] = membership
    return {id: found[id] for id in sorted(found, key=data.order.__getitem__)}


def _by_class(reading: Reading, substance: Substance, scopes: frozenset[str], data: Data) -> Membership | None:
    inside = reading.of_class and class_membership(reading.of_class, substance, scopes, data.entries)
    if inside:
        return inside
    return "near" if reading.near and class_membership(reading.near, substance, scopes, data.entries) else None
