"""The HLB balance: what the oil phase needs, what the emulsifiers give, and whether the one can meet the other.

HLB arithmetic holds for nonionic emulsifiers (Griffin's domain). Outside it the blend has no HLB here, only a reason why and what to go by instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from formulator.core.composition import Composition, sum_of_lines
from formulator.core.contents import UNKNOWN
from formulator.core.figure import Cited, Datum, Figure, Method
from formulator.core.forms import WeightedMean
from formulator.core.phrase import Phrase, Words
from formulator.core.ratios import Difference, Split
from formulator.core.span import Floats, Span, Spans

# The scale of a required HLB and of Griffin's nonionics; sodium lauryl sulfate, the highest published number (Davies), is 40.
SCALE = Span.between(0.0, 20.0)
WIDER_SCALE = Span.between(0.0, 40.0)

EMULSIFIER_SHARE = Method(
    id="emulsifier-share", name="All emulsifiers", formula="share = Σ shareᵢ", symbols="shareᵢ: share of each line used as emulsifier, % w/w"
)
REQUIRED = Method(
    id="hlb-required",
    name="Required HLB of the oil phase",
    formula="HLB = Σ wᵢ·HLBᵢ / Σ wᵢ",
    symbols="wᵢ: share of lipid i, %; HLBᵢ: its required HLB for this type of emulsion",
    limits="A guide: additivity was never proved and holds best for hydrocarbons; expect ±1 and test a bracket of ±2.",
    sources=("griffin-1949",),
)
BLEND = Method(
    id="hlb-blend",
    name="HLB of the emulsifier blend",
    formula="HLB = Σ wᵢ·HLBᵢ / Σ wᵢ",
    symbols="wᵢ: share of emulsifier i, %; HLBᵢ: its HLB",
    limits="Defined for nonionic emulsifiers only.",
    sources=("griffin-1949",),
)
GAP = Method(id="hlb-gap", name="HLB gap", formula="gap = blend − required", symbols="blend: HLB of the emulsifiers; required: HLB the oil phase needs")
SPLIT = Method(
    id="hlb-split",
    name="Emulsifier split that meets the required HLB",
    formula="x_A = 100 · (T − B) / (A − B)",
    symbols="T: required HLB; A, B: HLB of the two emulsifiers; x_A: share of A in the blend, %",
    limits="Fixes the ratio, not how much emulsifier is needed.",
    sources=("griffin-1949",),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The HLB side of a recipe: line numbers of lipids and emulsifiers, of those without a value (`unknown` lipids, emulsifiers `without`
    or `outside` Griffin's domain), and the figures by id.

    `reachable` is the interval of best HLBs of the emulsifiers; None when there is none or one has no best value or lies outside Griffin's domain.
    """

    lipids: tuple[int, ...]
    emulsifiers: tuple[int, ...]
    unknown: tuple[int, ...]
    outside: tuple[int, ...]
    without: tuple[int, ...]
    reachable: tuple[float, float] | None
    figures: Mapping[str, Figure]


def balance(made: Composition) -> Balance:
    """All HLB figures of a recipe. For emulsion "none" only `emulsifier.share`."""
    lipids = tuple(i for i in made.present() if made.is_lipid(i) and made.shares.best[i] > 0)
    emulsifiers = tuple(i for i in made.present() if made.is_emulsifier(i) and made.shares.best[i] > 0)
    figures = [sum_of_lines("emulsifier.share", EMULSIFIER_SHARE, made, emulsifiers)]
    if made.recipe.emulsion == "none":
        return Balance(lipids=lipids, emulsifiers=emulsifiers, unknown=(), outside=(), without=(), reachable=None, figures={f.id: f for f in figures})
    needs = [_required(made, i) for i in lipids]
    gives = [_given(made, i) for i in emulsifiers]
    required = Figure(id="hlb.required", unit="", method=REQUIRED, form=_mean(made, lipids, needs, SCALE), label="required HLB")
    blend = Figure(id="hlb.blend", unit="", method=BLEND, form=_mean(made, emulsifiers, gives, WIDER_SCALE), label="HLB of the emulsifiers")
    gap = Figure(id="hlb.gap", unit="", method=GAP, form=Difference(first=("blend", blend), second=("required", required)), label="HLB gap")
    known = [datum.span.best for datum in gives if datum.span.best is not None]
    reachable = (min(known), max(known)) if known and len(known) == len(gives) else None
    figures += [required, blend, gap, *_splits(made, emulsifiers, gives, required)]
    return Balance(
        lipids=lipids,
        emulsifiers=emulsifiers,
        unknown=tuple(i for i, datum in zip(lipids, needs, strict=True) if not datum.span.known),
        outside=tuple(i for i in emulsifiers if not made.materials[i].hlb_applies),
        without=tuple(i for i, datum in zip(emulsifiers, gives, strict=True) if made.materials[i].hlb_applies and not datum.span.known),
        reachable=reachable,
        figures={f.id: f for f in figures},
    )


def _required(made: Composition, i: int) -> Datum:
    on_file = made.materials[i].required_hlb.get(made.recipe.emulsion)
    return on_file or _bounded(SCALE, Phrase("no required HLB {emulsion} on file: bounded 0–20", emulsion=made.recipe.emulsion))


def _given(made: Composition, i: int) -> Datum:
    material = made.materials[i]
    if not material.hlb_applies:
        # the number of an ionic or lamellar emulsifier must not enter a mean of Griffin's, not even as a bound
        return _bounded(WIDER_SCALE, Phrase("outside Griffin's domain: {why}", why=material.hlb_why_not or Phrase("declared so")))
    return material.hlb or _bounded(SCALE, "no HLB on file: bounded 0–20")


def _bounded(span: Span, why: Words) -> Datum:
    return Datum(span=span, unit="", source=UNKNOWN, at=why, kind="default", confidence="low")


def _mean(made: Composition, rows: Sequence[int], data: Sequence[Datum], scale: Span) -> WeightedMean:
    if not rows:
        # nothing to average: what it would be is not known, and the working says so
        empty = _bounded(scale, "there is none in this recipe")
        return WeightedMean(weights=np.array([1.0]), values=Spans.of([scale]), cite=lambda _: empty, label=lambda _: "none")
    weights: Floats = made.shares.best[list(rows)]

    def cite(k: int) -> Cited:
        return data[k]

    return WeightedMean(weights=weights, values=Spans.of(d.span for d in data), cite=cite, label=lambda k: made.label(rows[k]))


def _splits(made: Composition, rows: Sequence[int], gives: Sequence[Datum], required: Figure) -> list[Figure]:
    """The share of each of two emulsifiers; none when they are not two, not known, equal, or the target lies outside them."""
    pair = {made.materials[i].id: (made.label(i), datum) for i, datum in zip(rows, gives, strict=True)}
    target = required.span.best
    if len(pair) != 2 or target is None:
        return []
    (one, first), (two, second) = pair.items()
    a, b = first[1].span.best, second[1].span.best
    if a is None or b is None or a == b or not min(a, b) <= target <= max(a, b):
        return []
    return [
        Figure(
            id=f"hlb.split.{id}",
            unit="%",
            method=SPLIT,
            form=Split(target=("required HLB", required), first=x, second=y),
            label=Phrase("{material} in the emulsifier blend", material=x[0]),
        )
        for id, x, y in ((one, first, second), (two, second, first))
    ]
