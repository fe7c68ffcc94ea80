"""What the law of some markets says of a material, in a few words: enough to pick one or pass it by. The explanation has the whole of it. No widget here."""

from __future__ import annotations

from collections.abc import Sequence

from formulator.core.cover import covering
from formulator.core.data import Data
from formulator.core.material import Material
from formulator.gui.theme import SIGNS
from formulator.report.library import summary
from formulator.report.tongue import say

_NAMED = 2  # entries


def standing(material: Material, data: Data, day: str, markets: Sequence[str]) -> str:
    """ "✗ prohibited (eu-ii-297)", "limited (eu-iii-24)": the gravest of what any of the markets says, in whatever product. "" where no entry names it,
    which is so of most materials; of one that the law cannot know by name or number, that."""
    found: dict[str, list[str]] = {}
    for substance in material.substances:
        for key, membership in covering(substance, data, frozenset(), day).items():
            entry = data.entries[key]
            if not set(markets) & set(data.lists[entry.list].markets):
                continue
            reading, _ = data.reading(key, day)
            means: str = reading.means if reading is not None and membership in ("named", "class") else "review"
            if means == "limited" and data.lists[entry.list].kind == "permission":
                means = "permitted"
            found.setdefault(means, []).append(entry.id)
    for means, words in _words():
        if means in found:
            ids = list(dict.fromkeys(found[means]))
            return f"{words} ({say(', ').join(ids[:_NAMED])}{' …' if len(ids) > _NAMED else ''})"
    known = material.unnamed is None and all(s.identified for s in material.substances)
    return "" if known else say("{0} no identity for the law").format(SIGNS["cannot tell"])


def before_picking(material: Material, data: Data, day: str, markets: Sequence[str]) -> str:
    """The line below a name where one picks: what forbids it first, else the figures, then the law."""
    law, figures = standing(material, data, day, markets), summary(material, data)
    parts = (law, figures) if law.startswith((SIGNS["fail"], SIGNS["cannot tell"])) else (figures, law)
    return " · ".join(part for part in parts if part)


def _words() -> tuple[tuple[str, str], ...]:
    """The gravest first."""
    return (
        ("prohibited", say("{0} prohibited").format(SIGNS["fail"])),
        ("review", say("{0} expert review").format(SIGNS["cannot tell"])),
        ("limited", say("limited")),
        ("permitted", say("permitted with conditions")),
        ("duty", say("a duty")),
    )
