"""Published tables of HLB and required HLB against the library: what is printed lies within the span of a value on file, or of another source kept beside it.

Two ways: the tables of hlb-tables.toml, which were recalled; and the sources that were read at their place, by what the library keeps of each.
"""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import tomli

from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.span import Span

PAGE: dict[str, Any] = tomli.loads((Path(__file__).parent / "hlb-tables.toml").read_text(encoding="utf-8"))
TABLES: list[dict[str, Any]] = PAGE["table"]
APART = {(row["table"], row["material"]) for row in PAGE["apart"]}


def on_file(data: Data, id: str, kind: str) -> Datum | None:
    material = data.materials[id]
    return material.hlb if kind == "hlb" else material.required_hlb.get(kind.split()[1])


def meets(span: Span, low: float, high: float) -> bool:
    return span.low <= high and low <= span.high


def test_there_are_two_tables_of_each_kind() -> None:
    kinds = [table["kind"].split()[0] for table in TABLES]
    assert kinds.count("hlb") >= 2 and kinds.count("required") >= 1
    assert all(len(table["rows"]) >= 5 and table["at"] and table["title"] and (table.get("url") or table.get("isbn")) for table in TABLES)
    # a table that was opened says when
    assert all(table["read"] == "no" or "accessed" in table for table in TABLES)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table['id']}, {table['kind']}")
def test_a_table_agrees_or_the_conflict_is_on_file(table: dict[str, Any], data: Data) -> None:
    apart = set()
    for id, printed in table["rows"].items():
        low, high = printed if isinstance(printed, list) else (printed, printed)
        ours = on_file(data, id, table["kind"])
        if ours is None or not any(meets(datum.span, low, high) for datum in (ours, *ours.others)):
            apart.add((table["id"], id))
    assert apart == {row for row in APART if row[0] == table["id"]}


def read_sources(data: Data, kind: str) -> dict[str, list[tuple[str, Datum, Datum]]]:
    """Source → (material, the value on file, what this source has), of those that were printed, and read at their place."""
    found: dict[str, list[tuple[str, Datum, Datum]]] = defaultdict(list)
    for material in data.materials.values():
        for ours in [material.hlb] if kind == "hlb" else list(material.required_hlb.values()):
            for datum in (ours, *ours.others) if ours else ():
                if datum.read == "yes" and datum.kind != "calculated":
                    found[datum.source.id].append((material.id, ours, datum))  # type: ignore[arg-type]
    return found


# the one required HLB that two sources put apart; the audit names it
CONFLICTS = {"hlb": set[str](), "required": {"soybean-oil"}}


@pytest.mark.parametrize(("kind", "rows", "sources"), [("hlb", 6, 4), ("required", 6, 3)])
def test_what_was_read_in_several_tables_agrees_with_what_is_preferred(kind: str, rows: int, sources: int, data: Data) -> None:
    found = {source: values for source, values in read_sources(data, kind).items() if len(values) >= rows}
    assert len(found) >= sources, {source: len(values) for source, values in read_sources(data, kind).items()}
    apart = {id for values in found.values() for id, ours, theirs in values if not meets(ours.span, theirs.span.low, theirs.span.high)}
    assert apart <= CONFLICTS[kind]


def test_one_published_value_alone_is_no_certainty(data: Data) -> None:
    """What a single source prints shows a spread; only what several sources print alike shows none."""
    values = [(m.id, d) for m in data.materials.values() for d in (m.hlb, *m.required_hlb.values()) if d and m.hlb_applies]
    assert [id for id, d in values if d.span.low == d.span.high and len(d.others) < 2] == []
    assert len(values) > 150
