"""What a material carries of an element, mg/kg.

A definite compound carries what its formula says; an analysed material what was declared; an organic one none by nature; of the rest nothing is
known, and it is bounded by its share.
"""

from __future__ import annotations

from formulator.core.data import Data
from formulator.core.figure import Cited, Datum, Figure, Method, Source
from formulator.core.forms import MassFraction, Product, Weighted
from formulator.core.material import Material, Substance
from formulator.core.phrase import Phrase, Words
from formulator.core.span import Span, Spans

UNKNOWN = Source(id="unknown", title="nothing on file")
WHOLE = 1e6  # mg in a kg
UNCOUNTED = frozenset({"C", "H", "O", "N"})  # what everything organic is made of

FRACTION = Method(
    id="mass-fraction",
    name="Element in a compound",
    formula="w(X) = 10⁶ · n·A(X) / Σ nᵢ·Aᵢ",
    symbols="n: atoms of X in the formula; Aᵢ: standard atomic weights; w in mg/kg",
    limits="Holds for the pure compound with the crystal water its formula names.",
    sources=("iupac-2021",),
)
ASSAYED = Method(
    id="assayed-fraction",
    name="Element in a compound of stated assay",
    formula="w = w(X) · assay / 100",
    symbols="assay: percent of the stated formula; above 100 for a part-dried hydrate",
)
BLENDED = Method(
    id="blend-content",
    name="Element in a blend or solution",
    formula="w = Σ shareⱼ · wⱼ / 100",
    symbols="shareⱼ: share of substance j in the material, %; wⱼ: its content, mg/kg",
)


def content_of(material: Material, symbol: str, data: Data) -> Cited:
    """Content of one element in a material, mg/kg; of a library material it is worked out once."""
    if material.origin != "library":
        return _content(material, symbol, data)
    key = (material.id, symbol)
    if key not in data.contents:
        data.contents[key] = _content(material, symbol, data)
    return data.contents[key]


def _content(material: Material, symbol: str, data: Data) -> Cited:
    rows: list[tuple[str, Datum, Cited]] = [(s.inci or s.id, s.share, substance_content(s, symbol, data)) for s in material.substances]
    if material.unnamed:
        rows.append(("not named", material.unnamed, _unknown("the rest of the blend is not named")))
    if len(rows) == 1 and rows[0][1].span == Span.exact(100.0):
        return rows[0][2]
    form = Weighted(
        weights=Spans.of(share.span for _, share, _ in rows),
        values=Spans.of(content.span for _, _, content in rows),
        cite=lambda i: rows[i][2],
        label=lambda i: rows[i][0],
        weigh=lambda i: rows[i][1],
        per=100,
    )
    return Figure(
        id=f"content.{material.id}.{symbol}",
        unit="mg/kg",
        method=BLENDED,
        form=form,
        label=Phrase("{symbol} in {material}", symbol=symbol, material=material.name),
    )


def substance_content(substance: Substance, symbol: str, data: Data) -> Cited:
    """Content of one element in a pure substance, mg/kg of that substance."""
    if substance.formula is not None:
        if symbol not in substance.formula.elements:
            return _none(Phrase("no {symbol} in {formula}", symbol=symbol, formula=substance.formula.text))
        if any(x not in data.weights for x in substance.formula.elements):
            return _unknown(Phrase("{formula} holds an element without a standard atomic weight: bounded by its share", formula=substance.formula.text))
        atoms = tuple((x, n, data.weights[x]) for x, n in substance.formula.counts)
        whole = Figure(
            id=f"fraction.{substance.id}.{symbol}",
            unit="mg/kg",
            method=FRACTION,
            form=MassFraction(symbol=symbol, atoms=atoms),
            label=Phrase("{symbol} in {formula}", symbol=symbol, formula=substance.formula.text),
        )
        if substance.assay is None:
            return whole
        form = Product(factors=((whole.label, whole), ("assay", substance.assay)), per=100)
        return Figure(
            id=f"assayed.{substance.id}.{symbol}",
            unit="mg/kg",
            method=ASSAYED,
            form=form,
            label=Phrase("{symbol} in {substance} as sold", symbol=symbol, substance=substance.inci or substance.id),
        )
    if substance.elements is not None:
        return substance.elements.get(symbol) or _none("not in the declared composition")
    if substance.organic and symbol not in UNCOUNTED:
        return _none("organic: carries no mineral by nature")
    return _unknown("no composition on file: bounded by its share")


def _none(why: Words) -> Datum:
    return Datum(span=Span.exact(0.0), unit="mg/kg", source=UNKNOWN, at=why, kind="definition")


def _unknown(why: Words) -> Datum:
    return Datum(span=Span.between(0.0, WHOLE), unit="mg/kg", source=UNKNOWN, at=why, kind="default", confidence="low")
