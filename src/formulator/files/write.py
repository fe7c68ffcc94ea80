"""A Recipe to its file: canonical order, comments where they belong, written whole or not at all."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from formulator.core.material import Material
from formulator.core.recipe import Line, Phase, Quantity, Recipe, Use

NOT_SAID = Quantity("", 0.0)

# the order of a material's keys in a file; where a new key goes: after those that stand before it here
MATERIAL_KEYS = (
    "id",
    "name",
    "like",
    "inci",
    "cas",
    "names",
    "aliases",
    "functions",
    "category",
    "ionic",
    "hlb",
    "hlb_applies",
    "hlb_why_not",
    "hlb_instead",
    "required_hlb",
    "formula",
    "assay",
    "elements",
    "organic",
    "substances",
    "density",
    "use_level",
    "noael",
    "bmdl",
    "loael",
    "study_days",
    "oral_bioavailability",
    "dermal_absorption",
    "absorbed_per_area",
    "impurities",
    "price",
    "notes",
    "source",
)


def recipe_text(recipe: Recipe) -> str:
    """The recipe as TOML; reading it back gives an equal recipe."""
    return "\n".join(_lines(recipe)) + "\n"


def save_recipe(recipe: Recipe, path: Path) -> None:
    """Write the file at once: either the old or the new text is there, whatever happens. Raises OSError."""
    write_whole(path, recipe_text(recipe))


def materials_text(materials: Iterable[Material]) -> str:
    """Materials by themselves, as a recipe holds them."""
    return "\n".join(line for material in materials for line in _material(material)).lstrip("\n") + "\n"


def write_whole(path: Path, text: str) -> None:
    """Either the old or the new text of a file is there, whatever happens. Raises OSError."""
    target = path.resolve()  # a link stays a link
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _lines(recipe: Recipe) -> Iterator[str]:
    yield from _comment(recipe.comment)
    yield "format = 1"
    yield f"name = {_text(recipe.name)}"
    if recipe.version:
        yield f"version = {_text(recipe.version)}"
    yield f"product = {_text(recipe.product)}"
    if recipe.markets:
        yield f"markets = {toml_value(recipe.markets)}"
    yield f"emulsion = {_text(recipe.emulsion)}"
    if recipe.batch:
        yield f"batch = {_text(recipe.batch.text)}"
    if recipe.ph:
        yield f"ph = {_text(recipe.ph[0])}"
    if recipe.preservation:
        yield f"preservation = {_text(recipe.preservation)}"
    if recipe.notes:
        yield f"notes = {_text(recipe.notes)}"
    yield from _use(recipe.use)
    yield from _target(recipe)
    for phase in recipe.phases:
        yield from _phase(phase)
    for material in recipe.materials:
        yield from _material(material)
    if recipe.closing_comment:
        yield ""
        yield from _comment(recipe.closing_comment)


def _use(use: Use) -> Iterator[str]:
    pairs = {
        "amount": (use.amount or use.fingertips or NOT_SAID).text,
        "film": (use.film or NOT_SAID).text,
        "area": use.part or (use.area or NOT_SAID).text,
        "applications": (use.applications or NOT_SAID).text,
        "body_weight": use.body_weight and use.body_weight.text,
        "population": use.population,
        "skin": use.skin,
        "limit_allocation": use.limit_allocation and use.limit_allocation.text,
    }
    if use == Use():
        return
    yield ""
    yield from _comment(use.comment)
    yield "[use]"
    for key, text in pairs.items():
        if text:
            yield f"{key} = {_text(text)}"


def _target(recipe: Recipe) -> Iterator[str]:
    if recipe.tolerance != 1.0 or recipe.reference:
        yield ""
        yield "[target]"
        if recipe.tolerance != 1.0:
            yield f"hlb_tolerance = {toml_value(recipe.tolerance)}"
        if recipe.reference:
            yield f"reference = {_text(recipe.reference)}"
    if recipe.targets:
        yield ""
        yield "[target.elements]"
        for symbol, target in recipe.targets.items():
            ends = {"min": target.minimum, "max": target.maximum}
            yield f"{symbol} = {toml_value({key: end.text for key, end in ends.items() if end})}"
    if recipe.ratios:
        yield ""
        yield "[target.ratios]"
        for pair, (text, _) in recipe.ratios.items():
            yield f"{_key(pair)} = {_text(text)}"


def _phase(phase: Phase) -> Iterator[str]:
    yield ""
    yield from _comment(phase.comment)
    yield "[[phase]]"
    if phase.name:
        yield f"name = {_text(phase.name)}"
    yield f"kind = {_text(phase.kind)}"
    if phase.heat:
        yield f"heat = {_text(phase.heat.text)}"
    if phase.steps:
        yield f"steps = {toml_value(phase.steps)}"
    for line in phase.lines:
        yield from _line(line)


def _line(line: Line) -> Iterator[str]:
    yield ""
    yield from (f"  {text}" for text in _comment(line.comment))
    yield "  [[phase.line]]"
    yield f"  material = {_text(line.material)}"
    yield f"  amount = {_text(line.amount.text)}"
    if line.adjust:
        yield f"  adjust = {_text(line.adjust)}"
    if line.maximum:
        yield f"  max = {_text(line.maximum.text)}"
    if line.use_as:
        yield f"  as = {_text(line.use_as)}"


def _material(material: Material) -> Iterator[str]:
    yield ""
    yield from _comment(material.comment)
    yield "[[material]]"
    order = {key: n for n, key in enumerate(MATERIAL_KEYS)}
    for key in sorted(material.declared, key=lambda k: (order.get(k, len(order)), k)):
        yield f"{_key(key)} = {toml_value(material.declared[key])}"


def _comment(comment: str) -> Iterator[str]:
    if comment:
        yield from (f"# {text}".rstrip() for text in comment.split("\n"))


def _key(key: str) -> str:
    return key if key.replace("_", "").replace("-", "").isalnum() and key.isascii() else _text(key)


def toml_value(value: Any) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(k)} = {toml_value(v)}" for k, v in value.items()) + " }" if value else "{}"
    if isinstance(value, str):
        return _text(value, one_line=True)
    if isinstance(value, Sequence):
        return "[" + ", ".join(toml_value(v) for v in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else repr(value)


def _text(text: str, one_line: bool = False) -> str:
    """A TOML basic string; a text of several lines stays readable as such."""
    if "\n" in text and not one_line and "\r" not in text:
        return '"""\n' + "\n".join(_escaped(line) for line in text.split("\n")) + '"""'
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    # JSON's escapes are TOML's, but for the DEL character
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")
