"""Every sourced value and fact of the shipped data, each with a name for where it stands: what the audit counts and looks at."""

from __future__ import annotations

from collections.abc import Iterator

from formulator.core.body import Body
from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.material import Toxicity


def every_value(data: Data) -> Iterator[tuple[str, Datum]]:
    """Each sourced value with a name for where it stands; the other sources of a value too."""
    for place, datum in _preferred(data):
        yield place, datum
        yield from ((f"{place} (other)", other) for other in datum.others)


def every_fact(data: Data) -> Iterator[tuple[str, Datum]]:
    """Where each fact in words stands; its value is the words."""
    for material in data.materials.values():
        yield from ((f"{material.id} {fact.what}", fact.where) for fact in material.facts)


def _preferred(data: Data) -> Iterator[tuple[str, Datum]]:
    for symbol, weight in data.weights.items():
        yield f"atomic weight {symbol}", weight
    yield from _people(data.body)
    for product in data.products.values():
        for name in ("amount", "dose", "retained", "retention", "area", "applications"):
            datum = getattr(product, name)
            if datum is not None:
                yield f"{product.id} {name}", datum
    for impurity in data.impurities:
        yield f"{impurity.market} {impurity.element} impurity", impurity.value
    for material in data.materials.values():
        for name in ("identity", "hlb", "molar_mass", "density", "eacn", "use_level", "solubility", "price"):
            datum = getattr(material, name)
            if datum is not None:
                yield f"{material.id} {name}", datum
        yield from ((f"{material.id} {name}", d) for name, d in _toxicity(material.toxicity))
        yield from ((f"{material.id} required HLB {side}", d) for side, d in material.required_hlb.items())
        yield from ((f"{material.id} impurity {x}", d) for x, d in material.impurities.items())
        for substance in material.substances:
            if len(material.substances) > 1:
                yield f"{material.id} share of {substance.id}", substance.share
                yield from ((f"{material.id} {substance.id} {name}", d) for name, d in _toxicity(substance.toxicity))
            if substance.assay is not None:
                yield f"{material.id} assay", substance.assay
            yield from ((f"{material.id} {x}", d) for x, d in (substance.elements or {}).items())


def _people(body: Body) -> Iterator[tuple[str, Datum]]:
    for population in body.populations.values():
        yield f"{population.id} body weight", population.body_weight
        if population.area_factor is not None:
            yield f"{population.id} area factor", population.area_factor
    for part in body.parts.values():
        yield f"area of {part.id}", part.area
    if body.fingertip is not None:
        yield "finger-tip unit", body.fingertip
    if body.aggregate is not None:
        yield "all products, amount", body.aggregate.amount
        yield "all products, dose", body.aggregate.dose
    for intake in (*body.limits, *body.references, *body.diets):
        yield f"{intake.authority} {intake.element} {intake.quantity} {intake.bodies}", intake.value
    for found in body.absorptions:
        yield f"{found.element} through {found.skin} skin", found.fraction
    for name, values in (("by mouth", body.oral), ("proposed absorption", body.proposals), ("default", body.defaults)):
        yield from ((f"{x} {name}", d) for x, d in values.items())
    yield from ((f"{x} statement", statement.where) for x, statement in body.statements.items())
    yield from ((f"{each.element} without threshold", each.where) for each in body.non_threshold)
    for medicine in body.medicines.values():
        yield f"{medicine.element} in medicines", medicine.pde
        if medicine.ctcl is not None:
            yield f"{medicine.element} concentration in medicines", medicine.ctcl


def _toxicity(toxicity: Toxicity) -> Iterator[tuple[str, Datum]]:
    for name in ("noael", "bmdl", "loael", "oral_bioavailability", "dermal_absorption", "absorbed_per_area"):
        datum = getattr(toxicity, name)
        if datum is not None:
            yield name, datum
