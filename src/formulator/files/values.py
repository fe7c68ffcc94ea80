"""One sourced value as it stands in a file: a number or text, a table with its source, or an array of such tables of which the first is preferred."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import cast

from formulator.core.figure import Confidence, Datum, Kind, ReadAt, Source
from formulator.core.material import Material, Origin
from formulator.core.price import price
from formulator.core.span import Span
from formulator.core.units import QuantityError
from formulator.files.table import Table, did_you_mean

KINDS = ("measured", "published", "calculated", "supplier", "definition", "declared")
DEFINITION = Source(id="definition", title="By the definition of the material", kind="definition")
# The most a value can be, by what it is.
_RANGES: Mapping[str, tuple[str, float, float]] = {
    "hlb": ("", 0, 40),
    "molar_mass": ("g/mol", 1, 1e7),
    "eacn": ("", -20, 100),
    "density": ("g/mL", 0, 30),
    "use_level": ("%", 0, 100),
    "assay": ("%", 0, 250),
    "share": ("%", 0, 100),
    "content": ("mg/kg", 0, 1e6),
    "required": ("", 0, 20),
    "dose": ("mg/kg/day", 0, 1e6),
    "percent": ("%", 0, 100),
    "solubility": ("g/kg", 0, 1e5),
    "per area": ("µg/cm2", 0, 1e6),
}


@dataclass(frozen=True, slots=True)
class Reader:
    """What a material file is read against: the sources on file, where it comes from, and how another material is found (for `like`)."""

    sources: Mapping[str, Source]
    origin: Origin
    find: Callable[[str], Material | None]
    known: tuple[str, ...] = ()


def datum(table: Table, key: str, what: str, reader: Reader, declared: Source) -> Datum | None:
    """The value at `key` with its source; None when it is not there or faulty. `what` names its unit and range."""
    if not table.has(key):
        return None
    unit, low, high = _RANGES[what]
    raw = table.raw[key]
    if isinstance(raw, list):
        found = [datum(Table({key: item}, table.place, table.problems), key, what, reader, declared) for item in raw]
        kept = [d for d in found if d is not None]
        return replace(kept[0], others=tuple(kept[1:])) if kept else None
    if not isinstance(raw, dict):
        span = table.span(key, unit, low, high)
        if span is not None and reader.origin == "library":
            table.fault(key, f"{key} has no source", "Write { value = …, source = …, at = …, kind = …, confidence = …, read = … }.")
        return None if span is None else Datum(span=span, unit=unit, source=declared, kind="declared")
    return sourced(Table(raw, table.at(key), table.problems), unit, low, high, reader, declared)


def priced(table: Table, key: str, reader: Reader, declared: Source) -> Datum | None:
    """A price, "12.50 EUR/kg", or a table with it as `value` and where it was read; None when it is not there or faulty."""
    if not table.has(key):
        return None
    raw = table.raw[key]
    whole = Table(raw, table.at(key), table.problems) if isinstance(raw, dict) else None
    inner, at = (whole, "value") if whole else (table, key)
    found = inner.raw.get(at)
    if isinstance(found, (int, float)) and not isinstance(found, bool):
        inner.fault(at, f"{key} {found} has no currency", f'Write {at} = "{found} EUR/kg", with the currency it is in.')
        return None
    text = inner.text(at, required=True)
    try:
        read = price(text) if text else None
    except QuantityError as fault:
        inner.fault(at, fault.says, fault.fix)
        read = None
    if whole:  # its source is read as any other's; its number has no unit of its own
        where = sourced(Table({**whole.raw, "value": 0}, whole.place, whole.problems), "", 0, 1, reader, None if reader.origin == "library" else declared)
        return replace(where, span=read.span, unit=read.unit, range=None) if where and read else None
    if reader.origin == "library":
        table.fault(key, f"{key} has no source", "Write { value = …, source = …, at = …, kind = …, confidence = …, read = … }.")
    return None if read is None else Datum(span=read.span, unit=read.unit, source=declared, at=text.strip(), kind="declared")


def sourced(inner: Table, unit: str, low: float, high: float, reader: Reader, declared: Source | None = None) -> Datum | None:
    """A table { value | best, low, high, source, at, kind, confidence, read } as a Datum in `unit`."""
    span = _span(inner, unit, low, high)
    id = inner.text("source", required=declared is None)
    source = reader.sources.get(id) or declared
    if id and id not in reader.sources:
        if reader.origin == "library":
            inner.fault("source", f"no source '{id}'", did_you_mean(id, reader.sources, "Add it to sources.toml."))
        else:
            source = Source(id="recipe", title=id)
    found = Datum(
        span=span or Span.exact(0.0),
        unit=unit,
        source=source or DEFINITION,
        at=inner.text("at", required=declared is None),
        kind=cast(Kind, inner.choice("kind", KINDS, required=declared is None) or "declared"),
        confidence=cast(Confidence, inner.choice("confidence", ("high", "medium", "low"), required=declared is None) or "high"),
        read=cast(ReadAt, inner.choice("read", ("yes", "secondary", "no"), required=declared is None) or "yes"),
        note=inner.text("note"),
        why=inner.text("why"),
        range=(low, high),
    )
    inner.done()
    return None if span is None else found


def _span(inner: Table, unit: str, low: float, high: float) -> Span | None:
    if inner.has("value"):
        return inner.span("value", unit, low, high)
    ends = {key: inner.span(key, unit, low, high) for key in ("low", "best", "high")}
    bottom, best, top = ends["low"], ends["best"], ends["high"]
    if bottom is None and top is None and best is not None:
        return best
    if bottom is None or top is None:
        if not any(inner.present(k) for k in ends) or (bottom is None and top is None):
            inner.fault("", "there is no value", "Give value, or best with low and high.")
        elif not inner.present("low") or not inner.present("high"):
            inner.fault("", "one bound is missing", "Give both low and high.")
        return None
    try:
        return Span(bottom.low, None if best is None else best.best, top.high)
    except ValueError:
        inner.fault("", "low, best and high are not in order", "Put them in order: low ≤ best ≤ high.")
        return None
