"""What can be done about a finding: each mend is the recipe as it would be, so that one click or one key applies it and one undo takes it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from formulator.core.assess import Assessment, evaluate
from formulator.core.checks import Check
from formulator.core.data import Data
from formulator.core.material import Material
from formulator.core.recipe import Amount, Line, Recipe

TRIED = 12  # materials that are tried in place of a prohibited one, before the search is given up
OFFERED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """One way out: a `code` with `values` for its words, and the recipe it leads to."""

    code: str
    values: Mapping[str, Any]
    recipe: Recipe


def mends(found: Assessment, check: Check, data: Data) -> tuple[Mend, ...]:
    """The ways out of one finding, the plainest first; none for what passes or what only a person can decide."""
    if check.verdict == "pass":
        return ()
    return tuple((*_share(found, check), *_split(found, check), *_fill(found, check, data), *_use_as(found, check), *_swap(found, check, data)))


def set_share(line: Line, share: float) -> Line:
    """The line with a share in %. Of an adjuster it is the most it may reach: its amount goes down only where it stood higher."""
    if line.maximum is None:
        return replace(line, amount=percent(share))
    above = line.amount.kind != "share" or line.amount.element or line.amount.value > share
    return replace(line, amount=percent(share) if above else line.amount, maximum=percent(share))


def percent(share: float) -> Amount:
    """A share as it is written."""
    return Amount(f"{share:.12g} %", "share", share)


def _share(found: Assessment, check: Check) -> Iterator[Mend]:
    """`set-share`: the most the line may carry."""
    offer = check.values.get("mend")
    if offer and not _only_masses(found.recipe):
        p, n = offer["line"]
        line = set_share(found.recipe.phases[p].lines[n], offer["share"])
        yield Mend(code="set-share", values={"material": offer["material"], "share": offer["share"]}, recipe=found.recipe.with_line(p, n, line))


def _split(found: Assessment, check: Check) -> Iterator[Mend]:
    """`split`: two emulsifiers in the proportion that meets the required HLB, their sum as it is."""
    made = found.composition
    rows = found.balance.emulsifiers
    if check.rule not in ("hlb-gap", "hlb-unreachable") or len(rows) != 2 or _only_masses(found.recipe):
        return
    total = sum(float(made.nominal[i]) for i in rows)
    shares = [found.figures.get(f"hlb.split.{made.materials[i].id}") for i in rows]
    best = [figure.span.best for figure in shares if figure is not None]
    if len(best) != 2 or None in best or total <= 0:
        return
    first = round(total * (best[0] or 0.0) / 100, 2)
    recipe, parts = found.recipe, []
    for i, share in zip(rows, (first, round(total - first, 10)), strict=True):
        if made.lines[i].amount.kind == "q.s." or share <= 0:
            return
        recipe = recipe.with_line(*made.places[i], set_share(made.lines[i], share))
        parts.append({"material": made.label(i), "share": share})
    yield Mend(code="split", values={"parts": parts}, recipe=recipe)


def _fill(found: Assessment, check: Check, data: Data) -> Iterator[Mend]:
    """`fill`: water takes what is left to 100 %, the line that is there or a new one."""
    recipe, made = found.recipe, found.composition
    fillers = any(line.amount.kind == "q.s." for line in made.lines)
    if check.rule != "total-not-100" or fillers or _only_masses(recipe) or (any(x.amount.kind == "mass" for x in made.lines) and recipe.batch is None):
        return
    filler = Amount("q.s.", "q.s.")
    water = next((i for i in range(len(made.lines)) if made.materials[i].substances and all(s.is_water for s in made.materials[i].substances)), None)
    if water is not None:
        left = 100 - float(sum(made.nominal)) + float(made.nominal[water])
        if left > 0:
            line = replace(made.lines[water], amount=filler, maximum=None, adjust="")
            yield Mend(code="fill", values={"material": made.label(water), "share": left}, recipe=recipe.with_line(*made.places[water], line))
        return
    phase = next((p for p, phase in enumerate(recipe.phases) if phase.kind == "water"), None)
    left = 100 - float(sum(made.nominal))
    if phase is not None and left > 0 and "water" in data.materials:
        line = Line(material="water", amount=filler)
        yield Mend(code="fill", values={"material": data.materials["water"].name, "share": left}, recipe=recipe.with_inserted(phase, 0, line))


def _use_as(found: Assessment, check: Check) -> Iterator[Mend]:
    """`use-as`: the function a material of several has here, where the law asks for it."""
    made = found.composition
    if not check.values.get("unstated") and check.code != "not-on-list":
        return
    for i, place in enumerate(made.places):
        functions = made.materials[i].functions
        if place in check.lines and not made.lines[i].use_as and len(functions) > 1:
            for function in functions:
                if check.code == "not-on-list" and function == check.values["function"]:
                    continue  # the very use that was refused
                line = replace(made.lines[i], use_as=function)
                values = {"material": made.label(i), "function": function}
                yield Mend(code="use-as", values=values, recipe=found.recipe.with_line(*place, line))


def _swap(found: Assessment, check: Check, data: Data) -> Iterator[Mend]:
    """`swap`: another compound of the same element that no rule of these markets fails, with as much of the element."""
    if check.code not in ("prohibited", "prohibited-here") or len(check.lines) != 1:
        return
    made = found.composition
    i = made.places.index(check.lines[0])
    elements = _elements(made.materials[i]) - {"Na", "K", "Cl", "S", "P"}
    symbol = check.subject if check.subject in elements else next(iter(sorted(elements)), "")
    if not symbol or made.lines[i].amount.kind == "q.s." or made.lines[i].maximum is not None:
        return
    whole = found.figures.get(f"element.{symbol}.content")
    carried = [k for k, _ in made.substances() if symbol in _elements(made.materials[k])]
    if whole is None or whole.span.best is None or set(carried) != {i} or _only_masses(found.recipe):
        return
    content = float(f"{whole.span.best:.4g}")
    amount = Amount(f"{content:.12g} mg/kg as {symbol}", "share", content * 1e-4, symbol)
    candidates = [m for m in data.materials.values() if m.id != made.materials[i].id and symbol in _elements(m) and "mineral" in m.functions]
    given = 0
    for material in sorted(candidates, key=lambda m: len(_elements(m)))[:TRIED]:
        line = replace(made.lines[i], material=material.id, amount=amount, use_as="")
        recipe = found.recipe.with_line(*check.lines[0], line)
        if _clean(recipe, data, found.on, check.lines[0]):
            given += 1
            yield Mend(code="swap", values={"old": made.label(i), "new": material.name, "amount": amount.text}, recipe=recipe)
        if given == OFFERED:
            return


def _clean(recipe: Recipe, data: Data, on: date, place: tuple[int, int]) -> bool:
    """Whether nothing fails or cannot be told of the line at `place`."""
    try:
        checks: Sequence[Check] = evaluate(recipe, data, on).checks
    except ValueError:
        return False
    return all(c.verdict == "pass" or c.severity == "note" for c in checks if place in c.lines)


def _elements(material: Material) -> set[str]:
    return {x for s in material.substances for x in (*(s.formula.elements if s.formula else ()), *(s.elements or ()))} - {"C", "H", "O", "N"}


def _only_masses(recipe: Recipe) -> bool:
    """Whether the recipe is weighed throughout: a share beside masses would need a batch."""
    kinds = {line.amount.kind for _, _, line in recipe.lines()}
    return "mass" in kinds and recipe.batch is None
