"""Prices in the recipe table: what is typed, which recipe it makes, and what a line costs in words. No widget here.

The price of a library material is the recipe's own figure for it: a [[material]] of the same id that is like it and says nothing else.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from formulator.core.assess import Assessment
from formulator.core.cost import line_costs
from formulator.core.data import Data
from formulator.core.price import EXAMPLE
from formulator.core.recipe import Recipe
from formulator.core.span import Span
from formulator.files.materials import read_material
from formulator.files.table import Table
from formulator.gui.material_draft import recipe_reader
from formulator.gui.own_edits import carried, only_priced, with_material, without_material
from formulator.report import words
from formulator.report.tongue import decimals, say

NO_PRICE = "–"
_SUFFIX = re.compile(r"[A-Z]{3}\s*/.*", re.DOTALL)


def currencies(recipe: Recipe) -> set[str]:
    """What the prices of its lines are in. A material that is carried and stands in no line does not count."""
    units = {m.id: m.price.unit for m in recipe.materials if m.price}
    return {units[line.material].removesuffix("/kg") for *_, line in recipe.lines() if line.material in units} if units else set()


def price_text(recipe: Recipe, id: str) -> str:
    """The price of a material as it is written; "" without one."""
    material = carried(recipe, id)
    said = material.declared.get("price", "") if material else ""
    return str(said.get("value", "") if isinstance(said, dict) else said)


def bare_unit(recipe: Recipe, id: str) -> str:
    """What a bare number gets behind it: the currency and mass that stood there, else the recipe's currency per kg; "" where neither is known."""
    match = _SUFFIX.search(price_text(recipe, id))
    found = currencies(recipe)
    return match[0] if match else f"{found.pop()}/kg" if len(found) == 1 else ""


def with_price(recipe: Recipe, data: Data, id: str, text: str) -> Recipe:
    """The recipe with a price on a material, as a file writes it; without one for "". What is then left saying nothing goes out of the recipe."""
    own = carried(recipe, id)
    declared = {**own.declared} if own else {"id": id, "like": id}
    declared.pop("price", None)
    if text:
        declared["price"] = text
    elif own is None or (only_priced(own) and not own.comment):
        return without_material(recipe, id)
    made = read_material(Table(declared, "", []), recipe_reader(data, recipe, id))
    return recipe if made is None else with_material(recipe, data, replace(made, comment=own.comment if own else ""))


def money(value: float) -> str:
    """Two decimals, three of what is below a tenth. With a point: columns are aligned by it."""
    if 0 < value < 0.0005:
        return "<0.001"
    return f"{value:.2f}" if value >= 0.1 or value == 0 else f"{value:.3f}"


def span_money(span: Span) -> str:
    """ "0.63" or "0.50–0.60"."""
    return money(span.low) if span.low == span.high else f"{money(span.low)}–{money(span.high)}"


def least_money(value: float) -> str:
    """What something costs at least: "≥1.19" of 1.199, for 1.20 would be more than is known."""
    step = 100 if value >= 0.1 else 1000
    return f"≥{money(math.floor(value * step + 1e-9) / step)}"  # a sum of cents may end a last bit below them


def sum_money(spans: list[Span | None]) -> str:
    """What some lines cost together, "≥" where one has no price, "" where none has."""
    known = [span for span in spans if span]
    if not known:
        return ""
    least, most = sum(s.low for s in known), sum(s.high for s in known)
    return span_money(Span.between(least, most)) if len(known) == len(spans) else least_money(least)


def cost_tip(found: Assessment, i: int) -> str:
    """What line i costs, in words: its price, its part of a kg and of the batch."""
    made = found.composition
    price, span = made.materials[i].price, line_costs(made)[i]
    if price is None or span is None:
        return say("{0} has no price here. Type one, such as {1}.").format(made.label(i), decimals(EXAMPLE))
    unit = price.unit.removesuffix("/kg")
    said = price_text(made.recipe, made.lines[i].material) or words.span(price.span, price.unit)
    lines = [f"{made.label(i)}: {decimals(said)}", say("{0} {1} in a kg of cream").format(decimals(span_money(span)), unit)]
    whole = found.figures.get("cost")
    if whole is not None and span.low == span.high and whole.span.low > 0:
        part = words.number(100 * span.low / whole.span.low, 3)
        known = say("{0}, {1} % of what is known of the cost") if whole.span.best is None else say("{0}, {1} % of the cost")
        lines[1] = known.format(lines[1], part)
    if made.batch is not None:
        factor = made.batch / 1000
        in_batch = Span.between(span.low * factor, span.high * factor)
        lines.append(say("{0} {1} in the batch of {2} g").format(decimals(span_money(in_batch)), unit, words.number(made.batch)))
    return "\n".join(lines)
