"""Which substances a recipe brings, over all lines and trade names, and what is known of their toxicity: what a margin of safety is worked out of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from formulator.core.body import NonThreshold
from formulator.core.composition import Composition
from formulator.core.contents import UNKNOWN
from formulator.core.cover import completed
from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.material import NO_TOXICITY, Substance, Toxicity
from formulator.core.span import Span

_ABSORPTION = ("oral_bioavailability", "dermal_absorption", "absorbed_per_area", "tested_at")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Unit:
    """What is assessed by itself of line `i`: its share in the material, what it is made of, its names and numbers, what is known of it."""

    i: int
    id: str
    name: str
    share: Datum
    substances: tuple[Substance, ...]
    keys: frozenset[str]
    toxicity: Toxicity


def grouped(made: Composition, data: Data) -> tuple[list[list[Unit]], tuple[int, ...]]:
    """The units with a point of departure, those of one substance together, and the lines that bring one without."""
    groups: list[list[Unit]] = []
    without: list[int] = []
    for i in made.present():
        for unit in _units(i, made, data):
            if unit.toxicity.point is None:
                if not all(s.is_water for s in unit.substances):
                    without.append(i)
                continue
            same = [group for group in groups if any(unit.keys & other.keys for other in group)]
            groups = [group for group in groups if group not in same] + [[unit for group in same for unit in group] + [unit]]
    return groups, tuple(dict.fromkeys(without))


def _units(i: int, made: Composition, data: Data) -> Iterator[Unit]:
    """Every substance of a material, and the material as a whole where it has a point of departure of its own: the one does not speak for the other."""
    material = made.materials[i]
    parts, whole = material.substances, material.toxicity
    blend = len(parts) != 1
    if blend and whole.point is not None:
        share = Datum(span=Span.exact(100.0), unit="%", source=UNKNOWN, at="the material as a whole", kind="definition")
        keys = frozenset({f"material {material.id}"})
        yield Unit(i=i, id=material.id, name=material.inci or material.name, share=share, substances=parts, keys=keys, toxicity=whole)
    for substance in parts:
        inner = substance.toxicity
        if not blend and inner.point is None:
            inner = replace(inner, noael=whole.noael, bmdl=whole.bmdl, loael=whole.loael, study_days=whole.study_days)
        own = _said_over(inner, whole)
        id, toxicity = (substance.id, own) if own.point is not None else _on_file(substance, own, made, data)
        if toxicity.point is None and blend and whole.point is not None:
            continue  # nothing is known of it alone, and the whole is assessed
        name = substance.inci or material.name
        yield Unit(i=i, id=id, name=name, share=substance.share, substances=(substance,), keys=_keys(substance), toxicity=toxicity)


def _said_over(inner: Toxicity, outer: Toxicity) -> Toxicity:
    """What is said of absorption, the inner first; points of departure are not passed on."""
    dermal = inner if inner.dermal_absorption or inner.absorbed_per_area else outer
    return replace(
        inner,
        oral_bioavailability=inner.oral_bioavailability or outer.oral_bioavailability,
        dermal_absorption=dermal.dermal_absorption,
        absorbed_per_area=dermal.absorbed_per_area,
        tested_at=dermal.tested_at,
    )


def _on_file(substance: Substance, own: Toxicity, made: Composition, data: Data) -> tuple[str, Toxicity]:
    """The point of departure that the recipe's own materials, else the library, know of a substance; what it says of absorption itself stays."""
    keys = _keys(substance)
    for material in (*made.recipe.materials, *data.assessed):
        single = len(material.substances) == 1
        for known in material.substances:
            toxicity = material.toxicity if single else known.toxicity
            if toxicity.point is not None and _keys(known) & keys:
                said = _said_over(own, toxicity)
                # all of them, also what is then not there: a part in % said here takes the place of an amount per area on file
                return (material.id if single else known.id), replace(toxicity, **{key: getattr(said, key) for key in _ABSORPTION})
    return substance.id, NO_TOXICITY


def _keys(substance: Substance) -> frozenset[str]:
    """Two trade names of one substance are one substance: by a CAS number, or the INCI name, that they share."""
    return frozenset({*substance.cas, substance.inci.upper()} - {""}) or frozenset({substance.id})


def without_threshold(substances: Sequence[Substance], data: Data) -> NonThreshold | None:
    """The first element among them that has no threshold, in a state that is one or may be."""
    for substance in (completed(s, data) for s in substances):
        held: Mapping[str, float] = substance.oxidation
        declared = {x for x, datum in (substance.elements or {}).items() if datum.span.high > 0}
        symbols = set(substance.formula.elements) if substance.formula else declared
        for each in data.body.non_threshold:
            # a state that is not on file may be the one without a threshold
            if each.element in symbols and (not each.states or each.element not in held or held[each.element] in each.states):
                return each
    return None
