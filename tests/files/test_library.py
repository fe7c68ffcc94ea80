"""The shipped library: how much there is of it, that each material says what it is and what it is made of, and that each can be judged."""

import re
from pathlib import Path

import pytest

from builders import cream, judged
from formulator.core.data import Data
from formulator.core.material import FUNCTIONS, Material, Substance, valid_cas
from formulator.core.recipe import MARKETS
from formulator.files.audit import Audit, audit
from formulator.files.holdings import every_value
from formulator.report import datasheet

RESOURCES = Path(__file__).parents[2] / "resources"
LEAST = {"materials": 300, "emulsifiers": 100, "lipids": 80, "minerals": 70, "others": 50}
# why a material has no INCI name: what it is prohibited by (no cosmetic ingredient, so nobody named it), or a word of its identity
WHY_NO_INCI = ("Prohibited in EU cosmetics", "Annex II", "INCI name")
NAMELESS = {"potassium-iodate"}  # neither


@pytest.fixture(scope="module")
def found() -> Audit:
    return audit()


def every_substance(data: Data) -> list[tuple[Material, Substance]]:
    return [(m, s) for m in data.materials.values() for s in m.substances]


@pytest.mark.parametrize("kind", LEAST)
def test_there_is_enough_to_work_with(kind: str, found: Audit) -> None:
    assert found.counts[kind] >= LEAST[kind]


def test_the_kinds_are_counted_by_their_functions(found: Audit, data: Data) -> None:
    """Counted anew: an emulsifier is no lipid, and what is none of the three is another."""
    has = {m.id: set(m.functions) for m in data.materials.values()}
    emulsifiers = {id for id, f in has.items() if "emulsifier" in f}
    minerals = {id for id, f in has.items() if "mineral" in f}
    lipids = {id for id, f in has.items() if "emollient" in f} - emulsifiers
    others = has.keys() - emulsifiers - minerals - lipids
    counted = {"materials": has, "emulsifiers": emulsifiers, "lipids": lipids, "minerals": minerals, "others": others}
    assert {kind: found.counts[kind] for kind in counted} == {kind: len(ids) for kind, ids in counted.items()}


def test_three_values_of_four_were_read_at_their_source(found: Audit, data: Data) -> None:
    read = [datum.read for _, datum in every_value(data)]
    assert found.counts["values"] == len(read) == sum(found.counts[f"values_{how}"] for how in ("read_at_source", "read_in_transcription", "recalled"))
    assert read.count("yes") / len(read) >= 0.75
    # of the materials alone too, without the tables of elements, persons and limits
    mine = [datum.read for place, datum in every_value(data) if place.split()[0] in data.materials]
    assert mine.count("yes") / len(mine) >= 0.75


def test_what_is_only_recalled_is_not_of_high_confidence(data: Data) -> None:
    assert [place for place, datum in every_value(data) if datum.read == "no" and datum.confidence == "high"] == []


def test_every_substance_has_one_basis_of_composition(data: Data) -> None:
    bases = {(m.id, s.id): [s.formula is not None, s.elements is not None, s.organic].count(True) for m, s in every_substance(data)}
    assert {where: n for where, n in bases.items() if n != 1} == {}


def test_every_number_has_its_check_digit(data: Data) -> None:
    numbers = [(m.id, cas) for m in data.materials.values() for cas in {*m.cas, *(c for s in m.substances for c in s.cas)}]
    assert len(numbers) > 700
    assert [row for row in numbers if not valid_cas(row[1])] == []


def test_every_material_has_an_inci_name_or_says_why_not(data: Data) -> None:
    nameless = {m.id for m in data.materials.values() if not m.inci}
    silent = {id for id in nameless if not any(why in text for text in (*data.materials[id].notes, data.materials[id].identity.note) for why in WHY_NO_INCI)}  # type: ignore[union-attr]
    assert silent == NAMELESS
    # then there is a number to judge it by, or there are substances with names
    assert all(m.cas or all(s.inci for s in m.substances) for m in data.materials.values())


def test_every_material_can_be_told_what_it_is(data: Data) -> None:
    assert [m.id for m in data.materials.values() if m.identity is None or not m.name or not m.functions] == []
    assert [(m.id, s.id) for m, s in every_substance(data) if not s.identified] == []
    assert {word for m in data.materials.values() for word in m.functions} == set(FUNCTIONS)


def test_names_are_not_mixed_up(data: Data) -> None:
    """No two materials have one name, and no name of one is the whole name of another."""
    names = [m.name.casefold() for m in data.materials.values()]
    assert len(names) == len(set(names))
    taken = {m.name.casefold(): m.id for m in data.materials.values()}
    crossed = {(m.id, name) for m in data.materials.values() for name in m.names if taken.get(name.casefold(), m.id) != m.id}
    assert crossed == set()


def test_every_emulsifier_has_an_hlb_or_says_why_not(data: Data) -> None:
    emulsifiers = [m for m in data.materials.values() if "emulsifier" in m.functions]
    assert [m.id for m in emulsifiers if not m.hlb_applies and not (m.hlb_why_not and m.hlb_instead)] == []
    assert [m.id for m in emulsifiers if m.hlb_applies and m.hlb is None and not m.notes] == []
    assert sum(m.hlb is not None for m in emulsifiers) >= 100
    assert all(m.hlb_applies or m.ionic != "nonionic" or m.hlb_why_not for m in emulsifiers)


def test_griffins_scale_does_not_hold_for_what_is_charged(data: Data) -> None:
    wrong = [m.id for m in data.materials.values() if m.ionic in ("anionic", "cationic", "amphoteric", "polymeric", "silicone", "lecithin") and m.hlb_applies]
    assert wrong == []


def test_values_lie_where_such_values_lie(data: Data) -> None:
    for m in data.materials.values():
        assert m.hlb is None or (m.hlb.span.low >= 0 and m.hlb.span.high <= (20 if m.hlb_applies else 42)), m.id
        assert all(d.span.low >= 0 and d.span.high <= 20 for d in m.required_hlb.values()), m.id
        # an oil or wax floats, and is no gas; siloxanes come near to water
        if m.density is not None and "emollient" in m.functions:
            assert 0.6 < m.density.span.low <= m.density.span.high < 1.2, m.id
        if m.use_level is not None:
            assert 0 < m.use_level.span.high <= 100, m.id


def test_a_hydrate_is_the_same_substance_as_its_parent(data: Data) -> None:
    """What has a number of one parent has its elements: under one CAS number there is one parent formula, or no formula."""
    by_number: dict[str, set[object]] = {}
    for _, s in every_substance(data):
        for cas in s.cas:
            if s.formula is not None:
                by_number.setdefault(cas, set()).add(s.formula.parent)
    # CosIng has the one number for both ceramides
    assert {cas for cas, parents in by_number.items() if len(parents) > 1} == {"100403-19-8"}


@pytest.mark.parametrize("market", MARKETS)
def test_each_material_alone_can_be_judged(market: str, data: Data) -> None:
    """1 % in water, in a product type that changes from one to the next; every market has its turn with every ninth of them."""
    products = list(data.products)
    for n, id in enumerate(sorted(data.materials.keys() - {"water"})):
        if n % len(MARKETS) != MARKETS.index(market):
            continue
        assessed = judged(cream(("water", "q.s."), (id, "1 %"), product=products[n // len(MARKETS) % len(products)], markets=(market,)), data)
        rules = {c.rule for c in assessed.checks}
        assert not rules & {"identity-unknown", "composition-unknown", "material-unknown"}, id
        assert assessed.verdict in ("pass", "fail", "cannot tell"), id
        assert not any(f.span.low > f.span.high for f in assessed.figures.values()), id


def test_every_tenth_material_in_every_product(data: Data) -> None:
    for id in sorted(data.materials.keys() - {"water"})[::10]:
        for product in data.products:
            assessed = judged(cream(("water", "q.s."), (id, "1 %"), product=product), data)
            assert not {c.rule for c in assessed.checks} & {"identity-unknown", "composition-unknown", "material-unknown"}, (id, product)


def test_what_a_note_says_of_the_law_the_law_says(data: Data) -> None:
    """ "Prohibited in EU cosmetics (Annex II, entry 297)": then it fails there."""
    told = [
        (m.id, entry)
        for m in data.materials.values()
        for note in m.notes
        for entry in re.findall(r"Prohibited in EU cosmetics \(Annex II, entry (\d+[a-z]?)\)", note)
    ]
    assert len(told) >= 8
    for id, entry in told:
        assessed = judged(cream(("water", "q.s."), (id, "1 %")), data)
        assert {c.verdict for c in assessed.checks if c.rule == f"eu-ii-{entry}"} == {"fail"}, (id, entry)


def test_every_permitted_preservative_and_filter_is_found_by_its_entry(data: Data) -> None:
    """As what it is sold for, a preservative is on Annex V and a filter on Annex VI, or the check says that it is not."""
    for word, rule in (("preservative", "eu-v"), ("uv-filter", "eu-vi")):
        for m in data.materials.values():
            if word in m.functions:
                assessed = judged(cream(("water", "q.s."), (m.id, "0.001 %")), data)
                assert any(c.rule == rule or c.rule.startswith(f"{rule}-") for c in assessed.checks), m.id


def test_the_page_of_the_data_is_what_the_audit_says(found: Audit) -> None:
    """`formulator audit --format markdown > resources/README.md` makes it anew."""
    assert (RESOURCES / "README.md").read_text(encoding="utf-8").rstrip("\n") == datasheet.page(found).rstrip("\n")
