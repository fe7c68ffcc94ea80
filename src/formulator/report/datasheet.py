"""The page `resources/README.md`: what is on file, how it was read, and what it lacks. Made from the audit, so that it cannot say more than is there."""

from __future__ import annotations

from collections.abc import Iterator

from formulator.files.audit import Audit

_FILES = (
    ("sources.toml", "every source, with its address and the day it was read"),
    ("atomic_weights.toml", "IUPAC standard atomic weights"),
    ("materials/", "the library: emulsifiers, lipids, minerals, others"),
    ("exposure.toml", "product types, persons, parts of the body"),
    ("absorption.toml", "what passes the skin and the gut, by element and compound, with its grade"),
    ("toxicology.toml", "defaults of the SCCS for SED and margin of safety; elements without a threshold"),
    ("limits/", "upper intakes, reference intakes, diet, impurities, ICH Q3D(R2)"),
    ("rules/", "the law: lists as published, our readings of them, acts, amendments, markets"),
    ("CHANGES.md", "which values moved, and why"),
)


def page(found: Audit) -> str:
    """The whole page."""
    return "\n".join(_lines(found))


def _lines(found: Audit) -> Iterator[str]:
    counts = found.counts
    yield "# The data"
    yield ""
    yield "Made by `formulator audit --format markdown`; a test keeps it true. Every value stands with its source, where in it, how it came about,"
    yield "how far it is trusted and whether it was read there (`yes`), in a transcription (`secondary`) or only recalled (`no`)."
    yield "`formulator materials WORDS` shows one material."
    yield ""
    yield "| file | what |"
    yield "|---|---|"
    yield from (f"| `{name}` | {what} |" for name, what in _FILES)
    yield ""
    yield "| on file | |"
    yield "|---|---:|"
    kinds = ("materials", "emulsifiers", "lipids", "minerals", "others", "values", "facts", "sources", "readings")
    yield from (f"| {kind} | {counts[kind]} |" for kind in kinds)
    yield from (f"| rules {market} | {n} |" for market, n in found.rules.items())
    yield ""
    yield "| values | | |"
    yield "|---|---:|---:|"
    for name in ("read_at_source", "read_in_transcription", "recalled", "of_high_confidence", "of_medium_confidence", "of_low_confidence"):
        n = counts[f"values_{name}"]
        yield f"| {name.replace('_', ' ')} | {n} | {100 * n / counts['values']:.1f} % |"
    yield ""
    yield "A material counts as emulsifier, lipid or mineral by its functions; one can be two of them."
    yield ""
    for kind, names in found.wanting.items():
        if not kind.startswith("limit_sources"):  # they grow old by the day, this page does not
            yield f"## {kind.replace('_', ' ').capitalize().replace('hlb', 'HLB')}: {len(names)}"
            yield ""
            yield f"{', '.join(names)}." if names else "None."
            yield ""
