"""Materials as they stand in files: one schema for library, own and in-recipe materials.

`like` takes everything not said from another material; a composition that is said replaces the other's as a whole. How one value stands: see `values`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from formulator.core.chemistry import SYMBOLS, Formula, FormulaError, formula
from formulator.core.figure import Datum, Source
from formulator.core.material import EMPTY, FUNCTIONS, NO_TOXICITY, Fact, Material, Substance, Toxicity
from formulator.core.recipe import EMULSIONS
from formulator.core.span import Span
from formulator.files.table import Table, did_you_mean, symbol_meant
from formulator.files.values import DEFINITION, Reader, datum, priced, sourced

CATEGORIES = ("hydrocarbon", "triglyceride", "ester", "ether", "carbonate", "alcohol", "acid", "wax", "butter", "silicone", "other")
IONIC = ("nonionic", "anionic", "cationic", "amphoteric", "polymeric", "silicone", "lecithin")
_WHOLE = Datum(span=Span.exact(100.0), unit="%", source=DEFINITION, at="one substance", kind="definition")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_COMPOSITION = ("formula", "elements", "organic", "substances")


def names_and_numbers(table: Table) -> tuple[str, tuple[str, ...]]:
    """INCI name and CAS numbers, with blanks and dashes as the law's files have them. What is none is a finding, not a problem: see `law`."""
    return " ".join(table.text("inci").split()), tuple(_DASHES.sub("-", number).strip() for number in table.texts("cas"))


def read_material(table: Table, reader: Reader) -> Material | None:
    """One material; None when it cannot stand (no id, or its `like` is not to be found)."""
    id = table.text("id", required=True)
    base = _base(table, reader)
    own = reader.origin != "library"
    declared = Source(id="recipe", title=table.text("source") or "declared in the recipe")
    name = table.text("name", required=not table.present("like")) or (base.name if base else id)
    inci, cas = names_and_numbers(table)
    names, functions = table.texts("names"), table.texts("functions", FUNCTIONS)
    given: dict[str, Any] = {
        "hlb": datum(table, "hlb", "hlb", reader, declared),
        "molar_mass": datum(table, "molar_mass", "molar_mass", reader, declared),
        "density": datum(table, "density", "density", reader, declared),
        "use_level": datum(table, "use_level", "use_level", reader, declared),
        "eo": table.number("eo", 0, 1000),
        "makes": table.texts("makes", EMULSIONS[:2]),
        "category": table.choice("category", CATEGORIES),
        "eacn": datum(table, "eacn", "eacn", reader, declared),
        "facts": tuple(_facts(table, reader, declared)),
        "solubility": datum(table, "solubility", "solubility", reader, declared),
        "toxicity": _toxicity(table, base.toxicity if base else NO_TOXICITY, reader, declared),
        "ionic": table.choice("ionic", IONIC),
        "hlb_why_not": table.text("hlb_why_not"),
        "hlb_instead": table.text("hlb_instead"),
        "functions": functions,
        "names": names,
        "notes": table.texts("notes"),
        "aliases": table.texts("aliases"),
        "inci": inci,
        "cas": cas,
        "required_hlb": _by_key(table, "required_hlb", EMULSIONS[:2], "required", reader, declared),
        "price": priced(table, "price", reader, declared),
        "impurities": _by_key(table, "impurities", sorted(SYMBOLS), "content", reader, declared),
    }
    identity = table.table("identity")
    if identity:
        given["identity"] = _identity(identity, reader)
    applies = table.flag("hlb_applies")
    if applies is False and not given["hlb_why_not"] and not own:
        table.fault("hlb_applies", "HLB does not apply, but it is not said why", "Add hlb_why_not and hlb_instead.")
    substances, unnamed = _composition(table, id, inci, cas, base, reader, declared)
    table.done()
    given = {key: value for key, value in given.items() if value}
    if applies is not None:
        given["hlb_applies"] = applies
        if applies and base:
            given |= {"hlb_why_not": "", "hlb_instead": ""}
    if not functions and not table.present("like") and not table.raw.get("functions"):
        table.fault("functions", "functions is missing", f"Say what it is for, one or more of: {', '.join(FUNCTIONS)}.")
    elif not id:
        return None
    start = base or Material(id=id, name=name, functions=(), substances=())
    raw = table.raw if own else EMPTY
    given.setdefault("price", None)  # it belongs to what is bought, and is not passed on to what is like it
    return replace(start, **given, id=id, name=name, substances=substances, unnamed=unnamed, origin=reader.origin, declared=raw)


def _base(table: Table, reader: Reader) -> Material | None:
    like = table.text("like")
    if not like:
        return None
    base = reader.find(like)
    if base is None:
        table.fault("like", f"no material '{like}'", did_you_mean(like, reader.known, "Name a material of the library or of this recipe."))
    return base


def _by_key(table: Table, key: str, known: tuple[str, ...] | list[str], what: str, reader: Reader, declared: Source) -> dict[str, Datum]:
    inner = table.table(key)
    if inner is None:
        return {}
    found = {k: datum(inner, k, what, reader, declared) for k in inner.raw if k in known}
    for k in found:
        inner.has(k)
    for k in inner.raw:
        if k not in known:
            inner.has(k)
            inner.fault(k, f"no '{k}' here", symbol_meant(k) if len(known) > 2 else did_you_mean(k, known, 'Use "o/w" or "w/o".'))
    return {k: d for k, d in found.items() if d is not None}


def _composition(
    table: Table, id: str, inci: str, cas: tuple[str, ...], base: Material | None, reader: Reader, declared: Source
) -> tuple[tuple[Substance, ...], Datum | None]:
    """The substances and what of a blend is not named."""
    said = [key for key in _COMPOSITION if table.present(key) and table.raw[key] is not False]
    if len(said) > 1:
        table.fault(said[1], f"{said[0]} and {said[1]} both say what it is made of", "Keep one of them.")
    if table.has("substances"):
        parts = [_substance(inner, n, reader, declared) for n, inner in enumerate(table.tables("substances"))]
        return tuple(parts), _rest(table, parts)
    single = Substance(id=id, inci=inci, cas=cas, share=_WHOLE)
    if base and not said:
        if len(base.substances) != 1:
            assay = datum(table, "assay", "assay", reader, declared)
            if assay:
                table.fault("assay", "an assay on a blend says nothing", "Give the substances with their shares.")
            return base.substances, base.unnamed
        single = replace(base.substances[0], id=id, inci=inci or base.substances[0].inci, cas=cas or base.substances[0].cas)
    elif base and len(base.substances) == 1:
        single = replace(single, inci=inci or base.substances[0].inci, cas=cas or base.substances[0].cas)
    return (_chemistry(table, single, reader, declared),), None


def _substance(table: Table, n: int, reader: Reader, declared: Source) -> Substance:
    inci, cas = names_and_numbers(table)
    id = table.text("id") or (inci or f"substance {n + 1}").lower().replace(" ", "-")
    share = datum(table, "share", "share", reader, declared)
    if share is None:
        if not table.present("share"):
            table.fault("share", "share is missing", 'Add share = "50 %".')
        share = _WHOLE
    if not inci and not cas:
        table.fault("", "a substance without a name", "Give its inci or its cas.")
    functions = table.texts("functions", FUNCTIONS)
    bare = Substance(id=id, inci=inci, cas=cas, share=share, functions=functions, toxicity=_toxicity(table, NO_TOXICITY, reader, declared))
    found = _chemistry(table, bare, reader, declared)
    table.done()
    return found


def _toxicity(table: Table, base: Toxicity, reader: Reader, declared: Source) -> Toxicity:
    """What a safety assessment starts from; a point of departure that is said replaces another's, whatever it is called."""
    points = {key: datum(table, key, "dose", reader, declared) for key in ("noael", "bmdl", "loael")}
    said = [key for key in points if table.present(key)]
    if len(said) > 1:
        table.fault(said[1], f"{said[0]} and {said[1]} are both a point of departure", "Keep the one the assessment rests on.")
    for key, value in points.items():
        if value is not None and value.span.high == 0:
            table.fault(key, f"{key} is zero", "A dose of nothing is no point of departure: leave it out, and no margin is worked out.")
    days = table.number("study_days", 1, 1e4)
    others: dict[str, Any] = {
        "oral_bioavailability": datum(table, "oral_bioavailability", "percent", reader, declared),
        "dermal_absorption": datum(table, "dermal_absorption", "percent", reader, declared),
        "absorbed_per_area": datum(table, "absorbed_per_area", "per area", reader, declared),
        "tested_at": datum(table, "tested_at", "percent", reader, declared),
    }
    if others["oral_bioavailability"] is not None and others["oral_bioavailability"].span.high == 0:
        table.fault("oral_bioavailability", "oral_bioavailability is zero", "Leave it out, and the default is used.")
    if table.present("dermal_absorption") and table.present("absorbed_per_area"):
        table.fault("absorbed_per_area", "absorption is said both in % and per area", "Keep the one that was measured.")
    if said:
        base = replace(base, **points, study_days=days)
    elif days is not None:
        base = replace(base, study_days=days)
    return replace(base, **{key: value for key, value in others.items() if value is not None})


def _chemistry(table: Table, bare: Substance, reader: Reader, declared: Source) -> Substance:
    """The substance with its formula, contents and states as the table says; what it does not say stays as in `bare`."""
    given: dict[str, Any] = {"assay": datum(table, "assay", "assay", reader, declared), "water_soluble": table.flag("water_soluble")}
    written = table.text("formula")
    if written:
        given["formula"] = _formula(table, written)
    organic = table.flag("organic")
    elements = _by_key(table, "elements", sorted(SYMBOLS), "content", reader, declared) if table.has("elements") else None
    if organic is not None:
        given["organic"] = organic
    if elements and sum(d.span.low for d in elements.values()) > 1e6:
        table.fault("elements", "the contents add up to more than the whole", "They must come to 100 % at most.")
    if given["assay"] is not None and "formula" not in given and bare.formula is None:
        table.fault("assay", "an assay of nothing", "Say of which formula it is a percentage.")
    states = table.table("oxidation")
    if states:
        given["oxidation"] = {k: states.number(k, -4, 8) for k in states.raw}
    found = replace(bare, **{k: v for k, v in given.items() if v is not None})
    return found if elements is None else replace(found, elements=elements, formula=None, organic=False)


def _formula(table: Table, written: str) -> Formula | None:
    try:
        return formula(written)
    except FormulaError as fault:
        table.fault("formula", str(fault), "Write it such as ZnSO4.7H2O or Cu(C6H11O7)2.")
        return None


def _rest(table: Table, parts: list[Substance]) -> Datum | None:
    low, high = sum(p.share.span.low for p in parts), sum(p.share.span.high for p in parts)
    if low > 100.005:
        table.fault("substances", f"the shares add up to {low:g} %", "They must come to 100 % at most.")
    if high >= 99.995:
        return None
    return Datum(span=Span.between(100 - high, 100 - low), unit="%", source=DEFINITION, at="what the shares leave open", kind="calculated")


def _facts(table: Table, reader: Reader, declared: Source) -> Iterator[Fact]:
    for inner in table.tables("fact"):
        what, says = inner.text("what", required=True), inner.text("says", required=True)
        raw = {key: inner.raw[key] for key in ("source", "at", "confidence", "read", "note") if key in inner.raw}
        for key in raw:
            inner.has(key)
        own = declared if reader.origin != "library" else None
        where = sourced(Table({**raw, "value": 1, "kind": "published"}, inner.place, inner.problems), "", 0, 1, reader, own)
        inner.done()
        if where is not None:
            yield Fact(what=what, says=says, where=where)


def _identity(table: Table, reader: Reader) -> Datum | None:
    """Where the names and numbers were read; it has no value of its own."""
    return sourced(Table({**table.raw, "value": 1, "kind": "published"}, table.place, table.problems), "", 0, 1, reader)
