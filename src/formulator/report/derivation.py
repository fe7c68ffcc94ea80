"""How a figure came about, as a tree: the method, the worked numbers, what went in, down to a table in a book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from formulator.core.composition import RECIPE
from formulator.core.data import Data
from formulator.core.figure import Datum, Figure, Source
from formulator.report import words
from formulator.report.tongue import decimals, marked, said, say

_READ = {"yes": marked("read at the source"), "secondary": marked("read in a transcription"), "no": marked("recalled, not read")}
_KINDS = {
    "measured": marked("measured"),
    "published": marked("published"),
    "calculated": marked("calculated"),
    "supplier": marked("supplier"),
    "definition": marked("definition"),
    "declared": marked("declared"),
    "default": marked("default"),
}
_TRUSTED = {
    "high": marked("{kind}, high confidence, {read}"),
    "medium": marked("{kind}, medium confidence, {read}"),
    "low": marked("{kind}, low confidence, {read}"),
}
_FIGURES = 7  # atomic weights are known that well
_BOUND = {"best": "{working} = {result}", "low": marked("lowest: {working} = {result}"), "high": marked("highest: {working} = {result}")}


@dataclass(frozen=True, slots=True)
class Node:
    """One step: a heading ("required HLB = 10.33"), the lines that explain it, and what it rests on."""

    heading: str
    lines: tuple[str, ...]
    inputs: tuple[Node, ...]


def derivation(figure: Figure, data: Data, heading: str = "") -> Node:
    """The tree of a figure."""
    method = figure.method
    lines = [say(method.formula), say("where {symbols}", symbols=say(method.symbols))]
    for w in {w.bound: w for w in figure.form.worked()}.values():
        lines.append(say(_BOUND[w.bound], working=decimals(w.text), result=words.quantity(w.value, figure.unit)))
    if method.limits:
        lines.append(say("Mind: {what}", what=say(method.limits)))
    for note in figure.notes:
        if note.startswith("unanalysed:"):
            lines.append(say("Mind: nothing is on file about what {material} is made of; it is bounded by its share.", material=note.partition(":")[2]))
    lines += [say("Method: {source}", source=cited(data.sources[id])) for id in method.sources if id in data.sources]
    inputs = []
    for term in figure.form.terms():
        label = said(term.label)
        if term.weight is not None and term.weight_unit == "atoms":
            label = f"{words.number(term.weight.high)} × {label}"
        if term.weight is not None and term.weight_unit in ("%", "g"):
            label = say("{share} of {what}", share=words.span(term.weight, term.weight_unit), what=label)
        inputs.append(derivation(term.value, data, label) if isinstance(term.value, Figure) else _leaf(term.value, label))
    return Node(f"{heading or called(figure)}: {words.figure(figure)}", tuple(lines), tuple(inputs))


def called(figure: Figure) -> str:
    """What a figure is called where it is shown."""
    return said(figure.label or figure.method.name)


def lines(node: Node, depth: int = 0, seen: set[str] | None = None) -> Iterator[str]:
    """The tree as indented text; a step that stands above already is only named."""
    seen = set() if seen is None else seen
    pad = "  " * depth
    yield f"{pad}{node.heading}"
    key = "\n".join((node.heading.partition(": ")[2], *node.lines))
    if node.inputs and key in seen:
        yield f"{pad}    {say('as worked above')}"
        return
    seen.add(key)
    for line in node.lines:
        # neighbours often stand in the same table of the same book
        known = len(line) > 60 and line in seen
        if not (known and line.startswith("note: ")):
            yield f"{pad}    {say('source as above') if known else line}"
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
        at = said(datum.at)
        title = say(datum.source.title)
        where = say("{source}, {place}", source=title, place=decimals(at) if datum.source is RECIPE else at) if at else title
        yield say("declared: {where}", where=where)
    elif datum.source.id in ("unknown", "definition"):
        yield said(datum.at) if datum.kind != "default" else say("default, not measured: {why}", why=said(datum.at))
    else:
        yield f"{datum.at}; {cited(datum.source)}"
        yield say(_TRUSTED[datum.confidence], kind=say(_KINDS[datum.kind]), read=say(_READ[datum.read]))
    if datum.note:
        yield say("note: {note}", note=said(datum.note))
    if datum.why:
        yield say("preferred because: {why}", why=datum.why)
    if datum.others:
        yield say("other sources: {values}", values=say("; ").join(_other(d) for d in datum.others))


def _other(datum: Datum) -> str:
    value, by = words.span(datum.span, datum.unit), datum.source.by or datum.source.title
    return say("{value} ({source}, recalled)", value=value, source=by) if datum.read == "no" else say("{value} ({source})", value=value, source=by)


def _leaf(datum: Datum, label: str) -> Node:
    return Node(f"{label}: {words.span(datum.span, datum.unit, _FIGURES)}", tuple(value_lines(datum)), ())
