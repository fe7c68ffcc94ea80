"""Which entries of the law cover a substance on a day: those that name it, and those whose class it belongs to. What follows stands in `limits`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from formulator.core.data import Data
from formulator.core.material import Substance
from formulator.core.rules import Entry, Membership, Reading, class_membership, names_substance


def covering(substance: Substance, data: Data, scopes: frozenset[str], day: str) -> Mapping[str, Membership]:
    """Entry key → how surely it covers the substance, in the order of the law. `scopes` are the product's, for exceptions that hold only in some."""
    found: dict[str, Membership] = {}
    for name in (*substance.cas, substance.inci.upper(), *(n.upper() for n in substance.names)):
        for entry in data.by_name.get(name, ()):
            if _holds(entry, data, day) and names_substance(entry, substance) and not _other_form(entry, substance, data):
                found[entry.key] = "named"
    substance = completed(substance, data)
    held = {*(substance.formula.elements if substance.formula else ()), *(substance.elements or ())}
    for key in dict.fromkeys(key for element in held for key in data.class_readings.get(element, ())):
        if key not in found and _holds(data.entries[key], data, day):
            membership = _by_class(data.readings[key], substance, scopes, data)
            if membership:
                found[key] = membership
    return {key: found[key] for key in sorted(found, key=data.order.__getitem__)}


def completed(substance: Substance, data: Data) -> Substance:
    """The substance with the composition, solubility and oxidation states that the library has for the same CAS number or INCI name.

    What it states itself stands, but for an organic nature: that must not hide what the law knows under this number.
    """
    same = next((s for name in (*substance.cas, substance.inci.upper()) if name for s in data.substances_by_name.get(name, ())), None)
    if same is None or same is substance:
        return substance
    found = substance
    if substance.organic or not substance.has_composition:
        found = replace(found, formula=same.formula, elements=same.elements, organic=same.organic, oxidation=same.oxidation)
    if found.formula is not None and same.formula is not None and found.formula.parent == same.formula.parent:
        found = replace(
            found,
            water_soluble=same.water_soluble if found.water_soluble is None else found.water_soluble,
            oxidation=found.oxidation or same.oxidation,
        )
    return found


def _holds(entry: Entry, data: Data, day: str) -> bool:
    reading = data.readings.get(entry.key)
    return entry.in_force(day) and not (reading is not None and reading.free_before and day < reading.since)


def _other_form(entry: Entry, substance: Substance, data: Data) -> bool:
    """A nano form is permitted only where the list says so; what prohibits or restricts a substance covers its nano form too."""
    return substance.nano and not entry.nano and data.lists[entry.list].kind == "permission" and not any("(NANO)" in n for n in entry.names)


def _by_class(reading: Reading, substance: Substance, scopes: frozenset[str], data: Data) -> Membership | None:
    inside = reading.of_class and class_membership(reading.of_class, substance, scopes, data.entries)
    if inside:
        return inside
    return "near" if reading.near and class_membership(reading.near, substance, scopes, data.entries) else None
