"""How a figure came about, as a tree: the method, the worked numbers, what went in, down to a table in a book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from formulator.core.data import Data
from formulator.core.figure import Datum, Figure, Source
from formulator.report import words

_READ = {"yes": "read at the source", "secondary": "read in a transcription", "no": "recalled, not read"}
_FIGURES = 7  # atomic weights are known that well
_BOUND = {"best": "", "low": "lowest: ", "high": "highest: "}


@dataclass(frozen=True, slots=True)
class Node:
    """One step: a heading ("required HLB = 10.33"), the lines that explain it, and what it rests on."""

    heading: str
    lines: tuple[str, ...]
    inputs: tuple[Node, ...]


def derivation(figure: Figure, data: Data, heading: str = "") -> Node:
    """The tree of a figure."""
    method = figure.method
    lines = [method.formula, f"where {method.symbols}"]
    result = {w.bound: f"{_BOUND[w.bound]}{w.text} = {words.quantity(w.value, figure.unit)}" for w in figure.form.worked()}
    lines += list(result.values())
    if method.limits:
        lines.append(f"Mind: {method.limits}")
    for note in figure.notes:
        if note.startswith("unanalysed:"):
            lines.append(f"Mind: nothing is on file about what {note.partition(':')[2]} is made of; it is bounded by its share.")
    lines += [f"Method: {cited(data.sources[id])}" for id in method.sources if id in data.sources]
    inputs = []
    for term in figure.form.terms():
        weight = f"{words.span(term.weight, term.weight_unit)} of " if term.weight is not None and term.weight_unit in ("%", "g") else ""
        count = f"{words.number(term.weight.high)} × " if term.weight is not None and term.weight_unit == "atoms" else ""
        label = f"{weight}{count}{term.label}"
        inputs.append(derivation(term.value, data, label) if isinstance(term.value, Figure) else _leaf(term.value, label))
    title = heading or figure.label or method.name
    return Node(f"{title}: {words.figure(figure)}", tuple(lines), tuple(inputs))


def lines(node: Node, depth: int = 0, seen: set[str] | None = None) -> Iterator[str]:
    """The tree as indented text; a step that stands above already is only named."""
    seen = set() if seen is None else seen
    pad = "  " * depth
    yield f"{pad}{node.heading}"
    key = "\n".join((node.heading.partition(": ")[2], *node.lines))
    if node.inputs and key in seen:
        yield f"{pad}    as worked above"
        return
    seen.add(key)
    for line in node.lines:
        # neighbours often stand in the same table of the same book
        known = len(line) > 60 and line in seen
        if not (known and line.startswith("note: ")):
            yield f"{pad}    {'source as above' if known else line}"
        seen.add(line)
    for inner in node.inputs:
        yield from lines(inner, depth + 1, seen)


def cited(source: Source) -> str:
    """A source as it is quoted: who, what, when, where to look it up."""
    by = f"{source.by}: " if source.by else ""
    year = f" ({source.year})" if source.year else ""
    where = source.address or (f"ISBN {source.isbn}" if source.isbn else "")
    return f"{by}{source.title}{year}{', ' + where if where else ''}"


def value_lines(datum: Datum) -> Iterator[str]:
    """Where a value comes from, how far it is trusted, and what other sources say."""
    if datum.source.kind == "declared" and datum.kind == "declared":
        yield f"declared: {datum.source.title}{', ' + datum.at if datum.at else ''}"
    elif datum.source.id in ("unknown", "definition"):
        yield datum.at if datum.kind != "default" else f"default, not measured: {datum.at}"
    else:
        yield f"{datum.at}; {cited(datum.source)}"
        yield f"{datum.kind}, {datum.confidence} confidence, {_READ[datum.read]}"
    if datum.note:
        yield f"note: {datum.note}"
    if datum.why:
        yield f"preferred because: {datum.why}"
    if datum.others:
        yield "other sources: " + "; ".join(
            f"{words.span(d.span, d.unit)} ({d.source.by or d.source.title}{', recalled' if d.read == 'no' else ''})" for d in datum.others
        )


def _leaf(datum: Datum, label: str) -> Node:
    return Node(f"{label}: {words.span(datum.span, datum.unit, _FIGURES)}", tuple(value_lines(datum)), ())
