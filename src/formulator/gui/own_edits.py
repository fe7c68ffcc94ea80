"""What own materials do to the recipe that carries them: each function gives the next recipe. No Qt here."""

from __future__ import annotations

from dataclasses import replace

from formulator.core.data import Data
from formulator.core.material import Material
from formulator.core.recipe import Line, Recipe
from formulator.files.recipe import read_recipe
from formulator.files.write import recipe_text


def carried(recipe: Recipe, id: str) -> Material | None:
    """The recipe's own material of an id."""
    return next((m for m in recipe.materials if m.id == id), None)


def only_priced(material: Material) -> bool:
    """Whether it says no more than what a material of the same id costs."""
    return material.declared.get("like") == material.id and material.declared.keys() <= {"id", "like", "price"}


def users(recipe: Recipe, id: str) -> int:
    """How many lines, and other materials of the recipe, rest on one of its materials."""
    return sum(line.material == id for *_, line in recipe.lines()) + sum(m.id != id and str(m.declared.get("like")) == id for m in recipe.materials)


def with_material(recipe: Recipe, data: Data, material: Material, instead: str = "") -> Recipe:
    """The recipe carrying a material, in the place of the one with its id or the id `instead`; what named that one names it."""
    old = instead if carried(recipe, instead) else material.id
    others = [_renamed(m, old, material.id) for m in recipe.materials]
    n = next((n for n, m in enumerate(recipe.materials) if m.id == old), len(others))
    others[n : n + 1] = [material]
    after = replace(recipe, materials=tuple(others))
    if old != material.id:
        for p, place, line in recipe.lines():
            if line.material == old:
                after = after.with_line(p, place, _of(line, material.id))
    if any(m.declared.get("like") == material.id and m.id != material.id for m in after.materials):
        # what is like it is made of it: read all of it again
        return read_recipe(recipe_text(after).encode("utf-8"), data).recipe or after
    return after


def without_material(recipe: Recipe, id: str) -> Recipe:
    """The recipe without one of its own materials."""
    return replace(recipe, materials=tuple(m for m in recipe.materials if m.id != id))


def same_recipe(one: Recipe, other: Recipe) -> bool:
    """Whether two recipes are the same, down to what their own materials declare."""
    return one is other or (one == other and all(a.declared == b.declared for a, b in zip(one.materials, other.materials, strict=True)))


def _of(line: Line, material: str) -> Line:
    return replace(line, material=material)


def _renamed(material: Material, old: str, new: str) -> Material:
    if old == new or material.declared.get("like") != old:
        return material
    return replace(material, declared={**material.declared, "like": new})
