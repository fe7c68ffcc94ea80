"""Each kind of comparison by itself, on entries made up for it: what they count, how it is summed, and what is said where it cannot be told."""

from dataclasses import replace
from typing import Any

import pytest

from builders import SHEET, cream, judged, line, own, part, the_check, value
from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.chemistry import formula
from formulator.core.cover import covering
from formulator.core.data import Data
from formulator.core.limits import acid_factor
from formulator.core.material import Material, Substance
from formulator.core.rules import Act, Class, Entry, Limit, ListKind, Reading, RuleList
from formulator.core.span import Span

DAY = "2026-11-01"
FACE, HAIR = (frozenset({"face"}),), (frozenset({"hair"}),)
ZINC = Class(element="Zn")
BENZOIC, SALT = formula("C7H6O2"), "C7H5NaO2"


def made_law(data: Data, *entries: Entry, kind: ListKind = "restriction", readings: tuple[Reading, ...] = (), **more: Any) -> Data:
    """Data with one list, "eu-x", of these entries and nothing else of law."""
    rules = RuleList(
        id="eu-x", markets=("EU",), annex="X", title="", kind=kind, edition="2026-01-01", complete=True, act=SHEET, source=SHEET, size=len(entries), **more
    )
    return replace(data, lists={"eu-x": rules}, entries={e.key: e for e in entries}, readings={r.entry: r for r in readings})


def entry(id: str = "eu-x-1", *names: str, **more: Any) -> Entry:
    return Entry(**{"id": id, "key": id, "list": "eu-x", "number": id.rpartition("-")[2], "title": "An entry", "names": names, **more})


def reading(*limits: Limit, id: str = "eu-x-1", **more: Any) -> Reading:
    return Reading(**{"entry": id, "hash": "", "read": "", "means": "limited", "limits": limits, **more})


def substance(name: str, text: str = "", functions: tuple[str, ...] = ("other",), **more: Any) -> Material:
    basis = {} if text else {"organic": True}
    return own(name.lower().replace(" ", "-"), part(name, 100, text, **basis, **more), functions=functions)


def found(data: Data, *rows: Any, **more: Any) -> Assessment:
    return judged(cream(("water", "q.s."), *rows, **more), data)


def limited(data: Data, limit: Limit, *rows: Any, product: str = "face-cream", ph: Any = None, **more: Any) -> Check:
    """What one limit on ALPHA and BETA says."""
    law = made_law(data, entry("eu-x-1", "ALPHA", "BETA"), readings=(reading(limit, **more),))
    return the_check(found(law, *rows, product=product, ph=ph), "eu-x-1", severity="error")


ALPHA, BETA, GAMMA = substance("Alpha"), substance("Beta"), substance("Gamma")


# --- the numbers: most, least, free, nothing ---


@pytest.mark.parametrize(
    ("limit", "share", "expected", "code"),
    [
        (Limit(maximum=2), "2 %", "pass", "limit"),
        (Limit(maximum=2), "2.01 %", "fail", "limit"),
        (Limit(minimum=2), "2 %", "pass", "limit"),
        (Limit(minimum=2), "1.99 %", "fail", "limit"),
        (Limit(minimum=2, maximum=3), "2.5 %", "pass", "limit"),
        (Limit(minimum=2, maximum=3), "1.9 %", "fail", "limit"),
        (Limit(minimum=2, maximum=3), "3.1 %", "fail", "limit"),
        (Limit(), "90 %", "pass", "duty"),
        (Limit(prohibited=True), "0.001 %", "fail", "prohibited-here"),
        (Limit(prohibited=True, scopes=HAIR), "1 %", "cannot tell", "outside-scope"),
        (Limit(prohibited=True, scopes=FACE), "1 %", "fail", "prohibited-here"),
    ],
)
def test_a_limit(limit: Limit, share: str, expected: str, code: str, data: Data) -> None:
    check = limited(data, limit, (ALPHA, share))
    assert (check.verdict, check.code, check.subject) == (expected, code, "Alpha")
    if code == "limit":
        assert (check.values["limit"], check.values["minimum"], check.values["share"]) == (limit.maximum, limit.minimum, pytest.approx(float(share.split()[0])))


@pytest.mark.parametrize(("share", "expected"), [((3.0, 3.0), "pass"), ((1.0, 3.0), "cannot tell"), ((1.0, 1.5), "fail")])
def test_a_least_share_of_what_is_known_within_bounds(share: tuple[float, float], expected: str, data: Data) -> None:
    blend = own("blend", part("Alpha", value(None, *share, "%"), organic=True), part("Rest", 97, organic=True))
    assert limited(data, Limit(minimum=2), (blend, "100 %")).verdict == expected


def test_a_least_share_that_is_recalled_cannot_be_told(data: Data) -> None:
    recalled = value(50, unit="%", read="no", range=(0.0, 100.0))
    blend = own("blend", part("Alpha", recalled, organic=True), part("Rest", 50, organic=True))
    # by memory there may be anything from nothing to all of it
    assert limited(data, Limit(minimum=2), (blend, "10 %")).verdict == "cannot tell"
    assert limited(data, Limit(minimum=2, maximum=20), (blend, "1 %")).verdict == "fail"  # not even all of it would do


def test_of_several_limits_the_first_that_fits_the_product_holds(data: Data) -> None:
    law = made_law(data, entry("eu-x-1", "ALPHA"), readings=(reading(Limit(maximum=1, scopes=HAIR), Limit(maximum=2), Limit(maximum=3)),))
    assert the_check(found(law, (ALPHA, "1.5 %")), "eu-x-1").values["limit"] == 2
    assert the_check(found(law, (ALPHA, "1.5 %"), product="shampoo"), "eu-x-1").values["limit"] == 1


@pytest.mark.parametrize("limit", [Limit(maximum=1), Limit(prohibited=True)])
def test_a_doubtful_reading_settles_nothing(limit: Limit, data: Data) -> None:
    assert limited(data, limit, (ALPHA, "5 %"), confidence="low").verdict == "cannot tell"


def test_what_is_only_close_to_an_entry_is_not_counted(data: Data) -> None:
    law = made_law(data, entry("eu-x-1", "ALPHA"), readings=(reading(Limit(maximum=2), near=ZINC, review="is it one?"),))
    zinc = substance("Zinc Something", "ZnCl2")
    check = the_check(found(law, (ALPHA, "1.5 %"), (zinc, "1.5 %")), "eu-x-1")
    assert (check.verdict, check.values["share"]) == ("pass", 1.5)
    alone = the_check(found(law, (zinc, "1.5 %")), "eu-x-1")
    assert (alone.verdict, alone.code, alone.values["why"], alone.values["state"]) == ("cannot tell", "expert-review", "is it one?", "review")


# --- summed, each by itself, beside other entries ---


def test_the_substances_of_an_entry_are_summed(data: Data) -> None:
    check = limited(data, Limit(maximum=2), (ALPHA, "1.5 %"), (BETA, "1 %"))
    assert (check.verdict, check.values["share"], check.values["substances"]) == ("fail", 2.5, ["Alpha", "Beta"])


@pytest.mark.parametrize(("alpha", "expected"), [("1.5 %", "pass"), ("2.5 %", "fail")])
def test_a_limit_on_each_judges_the_substance_that_comes_nearest(alpha: str, expected: str, data: Data) -> None:
    check = limited(data, Limit(maximum=2, each=True), (ALPHA, alpha), (BETA, "1 %"))
    assert (check.verdict, check.values["share"], check.values["each"]) == (expected, float(alpha[:3]), True)


def test_one_substance_in_two_lines_is_one_for_a_limit_on_each(data: Data) -> None:
    second = replace(ALPHA, id="alpha-of-another-supplier")
    assert limited(data, Limit(maximum=2, each=True), (ALPHA, "1.5 %"), (second, "1 %")).values["share"] == 2.5


def test_an_ester_and_its_salts_are_one_for_a_limit_on_each_as_acid(data: Data) -> None:
    acid = formula("C7H6O3")  # 138.122
    methyl, sodium = substance("Alpha", "C8H8O3"), substance("Beta", "C8H7NaO3")  # methylparaben and its sodium salt
    ethyl = substance("Beta", "C9H10O3")
    # 0.3 × 138.122 / 152.149 + 0.2 × 138.122 / 174.131 = 0.27234 + 0.15864 = 0.43098 %
    one = limited(data, Limit(maximum=0.4, each=True, acid=acid), (methyl, "0.3 %"), (sodium, "0.2 %"))
    assert (one.verdict, one.values["share"]) == ("fail", pytest.approx(0.43098, rel=1e-4))
    # of the ethyl ester 0.2 × 138.122 / 166.176 = 0.16624 %: each is below
    two = limited(data, Limit(maximum=0.4, each=True, acid=acid), (methyl, "0.3 %"), (ethyl, "0.2 %"))
    assert (two.verdict, two.values["share"]) == ("pass", pytest.approx(0.27234, rel=1e-4))


@pytest.mark.parametrize(("beta", "expected"), [("0.9 %", "pass"), ("1.1 %", "fail")])
def test_an_entry_can_sum_with_another(beta: str, expected: str, data: Data) -> None:
    law = made_law(
        data,
        entry("eu-x-1", "ALPHA"),
        entry("eu-x-2", "BETA"),
        entry("eu-x-3", "GAMMA"),
        readings=(reading(Limit(maximum=2, beside=("eu-x-2",))), reading(Limit(maximum=9), id="eu-x-2"), reading(Limit(maximum=9), id="eu-x-3")),
    )
    whole = found(law, (ALPHA, "1.1 %"), (BETA, beta), (GAMMA, "5 %"))
    assert the_check(whole, "eu-x-1").verdict == expected
    assert the_check(whole, "eu-x-1").values["substances"] == ["Alpha"]
    assert (the_check(whole, "eu-x-2").verdict, the_check(whole, "eu-x-2").values["share"]) == ("pass", float(beta[:3]))


def test_a_substance_that_two_summed_entries_name_counts_once(data: Data) -> None:
    law = made_law(
        data,
        entry("eu-x-1", "ALPHA"),
        entry("eu-x-2", "ALPHA"),
        readings=(reading(Limit(maximum=2, beside=("eu-x-2",))), reading(Limit(maximum=9), id="eu-x-2")),
    )
    assert the_check(found(law, (ALPHA, "1.5 %")), "eu-x-1").values["share"] == 1.5


def test_totals_hold_beside_the_limit(data: Data) -> None:
    totals = (Limit(maximum=3), Limit(maximum=0.1, scopes=HAIR))
    law = made_law(data, entry("eu-x-1", "ALPHA", "BETA"), readings=(reading(Limit(maximum=2, each=True), totals=totals),))
    for beta, verdict in (("1 %", "pass"), ("1.9 %", "fail")):
        whole = found(law, (ALPHA, "1.9 %"), (BETA, beta))
        each, total = the_check(whole, "eu-x-1", code="limit"), the_check(whole, "eu-x-1", code="limit-in-sum")
        assert (each.verdict, total.verdict, total.values["limit"]) == ("pass", verdict, 3)
        assert (each.figure, total.figure) == ("law.eu-x-1", "law.eu-x-1.sum")
        assert whole.figures[total.figure].span.best == pytest.approx(1.9 + float(beta.split()[0]))


# --- pH ---


@pytest.mark.parametrize(
    ("limit", "share", "ph", "expected"),
    [
        (Limit(ph_high=11), "1 %", (11, 11), "pass"),
        (Limit(ph_high=11), "1 %", (11.1, 12), "fail"),
        (Limit(ph_low=3.5), "1 %", (3.5, 4), "pass"),
        (Limit(ph_low=3.5), "1 %", (3, 3.4), "fail"),
        (Limit(ph_low=3.5), "1 %", (3, 4), "cannot tell"),
        (Limit(ph_low=3.5), "1 %", None, "cannot tell"),
        # the condition counts only above 3 %: up to there any pH, or none, will do
        (Limit(maximum=10, ph_low=3.5, ph_above=3), "3 %", (1, 1), "pass"),
        (Limit(maximum=10, ph_low=3.5, ph_above=3), "2 %", None, "pass"),
        (Limit(maximum=10, ph_low=3.5, ph_above=3), "3.1 %", (1, 1), "fail"),
        (Limit(maximum=10, ph_low=3.5, ph_above=3), "3.1 %", None, "cannot tell"),
        (Limit(maximum=10, ph_low=3.5, ph_above=3), "3.1 %", (4, 4), "pass"),
        (Limit(maximum=10, ph_low=3.5, ph_above=3), "10.1 %", (4, 4), "fail"),
    ],
)
def test_a_condition_on_the_ph(limit: Limit, share: str, ph: tuple[float, float] | None, expected: str, data: Data) -> None:
    check = limited(data, limit, (ALPHA, share), ph=ph and ("as written", Span.between(*ph)))
    assert (check.verdict, check.code) == (expected, "condition" if limit.maximum is None else "limit")
    assert (check.values["ph_low"], check.values["ph_high"], check.values["ph"]) == (limit.ph_low, limit.ph_high, ph and "as written")


# --- label duties ---


@pytest.mark.parametrize(
    ("share", "due"), [(value(20, unit="%"), "yes"), (value(5, unit="%"), "no"), (value(10, unit="%"), "no"), (value(None, 5, 20, "%"), "perhaps")]
)
def test_a_label_duty_is_told_and_never_in_the_way(share: Any, due: str, data: Data) -> None:
    label, elsewhere = Limit(maximum=1, says="contains alpha"), Limit(maximum=0, scopes=HAIR, says="never")
    law = made_law(data, entry("eu-x-1", "ALPHA"), readings=(reading(means="duty", duty="be kind", labels=(elsewhere, label)),))
    blend = own("blend", part("Alpha", share, organic=True), part("Rest", 80, organic=True))
    whole = found(law, (blend, "10 %"))
    check = the_check(whole, "eu-x-1", code="label-duty")
    assert (check.verdict, check.severity, check.figure) == ("pass", "note", "law.eu-x-1.label")
    assert (check.values["due"], check.values["says"], check.values["above"]) == (due, "contains alpha", 1)
    assert whole.figures[check.figure].span.high == check.values["high"] == pytest.approx(share.span.high / 10)
    assert the_check(whole, "eu-x-1", code="duty").values["duty"] == "be kind"


def test_a_label_without_a_share_above_which_it_is_due_is_no_label(data: Data) -> None:
    law = made_law(data, entry("eu-x-1", "ALPHA"), readings=(reading(Limit(maximum=9), labels=(Limit(says="always"),)),))
    assert [c.code for c in found(law, (ALPHA, "1 %")).checks if c.rule == "eu-x-1"] == ["limit"]


def test_a_prohibition_can_have_a_label_of_its_own_entry(data: Data) -> None:
    law = made_law(data, entry("eu-x-1", "ALPHA"), readings=(reading(means="prohibited", labels=(Limit(maximum=0, says="x"),)),))
    assert [(c.code, c.verdict) for c in found(law, (ALPHA, "1 %")).checks if c.rule == "eu-x-1"] == [("prohibited", "fail"), ("label-duty", "pass")]


# --- expressed as an acid ---


@pytest.mark.parametrize(
    ("salt", "acid", "times"),
    [
        (SALT, "C7H6O2", 1),
        ("C14H10MgO4", "C7H6O2", 2),
        ("C14H10MgO4.3H2O", "C7H6O2", 2),
        ("C8H8O2", "C7H6O2", 1),  # methyl benzoate: what the alcohol brings does not count
        ("C14H12O2", "C7H6O2", 1),  # benzyl benzoate: two times the carbon, one times the oxygen
        ("C9H13NO3", "C7H6O2", 1),  # ethanolamine benzoate
        ("C7H9NO2", "C7H6O2", 1),  # ammonium benzoate
        ("C12H23NO5", "C6H8O2", 1),  # triethanolamine sorbate: the amine has the atoms of another one
        ("C16H20N2O4", "C7H6O2", None),  # ethylenediamine dibenzoate, or a salt of one
        ("C9H14N2O2", "C7H6O2", 1),  # ethylenediamine benzoate: there is one only
        ("CO(NH2)2.H2O2", "H2O2", 1),  # carbamide peroxide: the acid stands in it as a part
        ("2Na2CO3.3H2O2", "H2O2", 3),
        ("ZnO2", "H2O2", None),  # a peroxide that holds none as a part: oxygen alone tells nothing
        ("C34H54Cl2N10O14", "C22H30Cl2N10", 1),  # chlorhexidine digluconate as its base
        ("C26H34N2O6", "C13H14O2", None),
        ("NaCl", "C7H6O2", None),
        ("C7H5RaO2", "C7H6O2", None),  # no standard atomic weight
        ("", "C7H6O2", None),
    ],
)
def test_how_much_acid_is_in_a_salt(salt: str, acid: str, times: int | None, data: Data) -> None:
    factor = acid_factor(formula(salt) if salt else None, formula(acid), data)
    if times is None:
        assert (factor.span, factor.kind, factor.confidence) == (Span.between(0, 1), "default", "low")
        assert "not on file" in factor.at
    else:
        assert factor.at == f"{times} × M({acid}) / M({salt})"
        assert factor.kind == "calculated"


def test_the_factor_by_hand(data: Data) -> None:
    # 3 × 34.014 / (2 × 105.987 + 3 × 34.014) = 102.042 / 314.016
    assert acid_factor(formula("2Na2CO3.3H2O2"), formula("H2O2"), data).span.best == pytest.approx(102.042 / 314.016, rel=1e-4)
    # 505.45 / 897.77, chlorhexidine and its digluconate
    assert acid_factor(formula("C34H54Cl2N10O14"), formula("C22H30Cl2N10"), data).span.best == pytest.approx(505.45 / 897.77, rel=1e-4)


@pytest.mark.parametrize(("share", "expected"), [("11 %", "pass"), ("12.2 %", "fail")])
def test_hydrogen_peroxide_bound_in_percarbonate_counts(share: str, expected: str, data: Data) -> None:
    # 32.496 %: 11 % are 3.575 %, 12.2 % are 3.965 %; of the 4 % 0.1 % is there as such
    percarbonate, peroxide = substance("Alpha", "2Na2CO3.3H2O2"), substance("Beta", "H2O2")
    check = limited(data, Limit(maximum=4, acid=formula("H2O2")), (percarbonate, share), (peroxide, "0.1 %"))
    assert (check.verdict, check.values["as"]) == (expected, "H2O2")


def test_a_salt_of_unknown_formula_is_bounded_by_all_of_it(data: Data) -> None:
    limit = Limit(maximum=0.5, acid=BENZOIC)
    assert limited(data, limit, (ALPHA, "0.5 %")).verdict == "pass"
    check = limited(data, limit, (ALPHA, "0.6 %"))
    assert (check.verdict, check.values["low"], check.values["share"], check.values["high"]) == ("cannot tell", 0, None, pytest.approx(0.6))


def test_an_element_of_a_part_of_a_blend_counts_by_its_share(data: Data) -> None:
    blend = own("blend", part("Alpha", 50, "ZnO"), part("Rest", 50, organic=True))
    # 65.38 / 81.379 = 80.34 % Zn: 2 % of the blend hold 0.8034 %
    check = limited(data, Limit(maximum=1, element="Zn"), (blend, "2 %"))
    assert (check.verdict, check.subject, check.values["share"]) == ("pass", "Zn", pytest.approx(0.8034, rel=1e-4))


# --- what a check says of its entry ---


@pytest.mark.parametrize(
    ("names", "of_class", "limit", "subject"),
    [
        (("ALPHA",), None, Limit(maximum=1), "Alpha"),
        ((), ZINC, Limit(maximum=1), "Zn"),  # covered as a compound of zinc
        (("ALPHA",), ZINC, Limit(maximum=1), "Alpha"),  # covered by its name
        (("ALPHA",), None, Limit(maximum=1, element="Zn"), "Zn"),  # counted as zinc
    ],
)
def test_the_subject_is_what_is_counted(names: tuple[str, ...], of_class: Class | None, limit: Limit, subject: str, data: Data) -> None:
    law = made_law(data, entry("eu-x-1", *names), readings=(reading(limit, of_class=of_class),))
    assert the_check(found(law, (substance("Alpha", "ZnO"), "1 %")), "eu-x-1").subject == subject


def test_what_was_not_in_the_official_file_cites_its_act(data: Data) -> None:
    source = replace(SHEET, id="act-source")
    act = Act(id="2026/1", title="An act", applies="2026-01-01", source=source)
    for curated, cites in ((True, "act-source"), (False, "sheet")):
        law = replace(made_law(data, entry("eu-x-1", "ALPHA", act="2026/1", curated=curated), readings=(reading(Limit()),)), acts={"2026/1": act})
        assert the_check(found(law, (ALPHA, "1 %")), "eu-x-1").source.id == cites
    unknown = made_law(data, entry("eu-x-1", "ALPHA", curated=True), readings=(reading(Limit()),))
    assert the_check(found(unknown, (ALPHA, "1 %")), "eu-x-1").source.id == "sheet"


# --- which entries cover a substance ---


def keys(data: Data, what: Substance, day: str = DAY) -> dict[str, str]:
    return dict(covering(what, data, frozenset({"face"}), day))


def test_what_several_keys_name_is_covered_once_in_the_order_of_the_law(data: Data) -> None:
    law = made_law(data, entry("eu-x-2", "BETA", cas=("1-1-1",)), entry("eu-x-1", "ALPHA"), readings=(reading(Limit()),))
    assert keys(law, part("Alpha", names=("beta",), cas=("1-1-1",))) == {"eu-x-2": "named", "eu-x-1": "named"}
    assert list(keys(law, part("Alpha", names=("beta",)))) == ["eu-x-2", "eu-x-1"]
    assert keys(law, part("Delta")) == {}


@pytest.mark.parametrize(
    ("kind", "nano", "names", "substance", "covered"),
    [
        ("permission", True, ("ZINC OXIDE (NANO)",), "Zinc Oxide (nano)", True),
        ("permission", True, ("ZINC OXIDE (NANO)",), "Zinc Oxide", False),
        ("permission", False, ("ZINC OXIDE",), "Zinc Oxide (nano)", False),  # permitted only where the list says so
        ("permission", False, ("ZINC OXIDE", "ZINC OXIDE (NANO)"), "Zinc Oxide (nano)", True),  # here it says so
        ("restriction", False, ("ZINC OXIDE",), "Zinc Oxide (nano)", True),
        ("prohibition", False, ("ZINC OXIDE",), "Zinc Oxide (nano)", True),
        ("prohibition", True, ("ZINC OXIDE (NANO)",), "Zinc Oxide", False),
    ],
)
def test_nano_forms(kind: ListKind, nano: bool, names: tuple[str, ...], substance: str, covered: bool, data: Data) -> None:
    law = made_law(data, entry("eu-x-1", *names, cas=("1314-13-2",), nano=nano), kind=kind)
    assert ("eu-x-1" in keys(law, part(substance, 100, "ZnO", cas=("1314-13-2",)))) is covered


@pytest.mark.parametrize(
    ("of_class", "near", "what", "expected"),
    [
        (ZINC, None, part("A", 100, "ZnO"), "class"),
        (ZINC, None, part("A", 100, "CuO"), None),
        (None, ZINC, part("A", 100, "ZnO"), "near"),
        (None, ZINC, part("A", 100, "CuO"), None),
        (Class(element="Zn", soluble=True), ZINC, part("A", 100, "ZnO", water_soluble=False), "near"),
        (Class(element="Zn", soluble=True), ZINC, part("A", 100, "ZnO", water_soluble=True), "class"),
        (Class(element="Zn", soluble=True), ZINC, part("A", 100, "ZnO"), "unsure"),
        (Class(formulas=(formula("ZnSO4"),)), None, part("A", 100, "ZnSO4.7H2O"), "class"),  # a hydrate of what it means
        (Class(formulas=(formula("ZnSO4"),)), None, part("A", 100, "ZnCl2"), None),
        (Class(formulas=(formula("ZnSO4"),)), None, part("A", organic=True), None),
    ],
)
def test_classes_and_what_stands_near_them(of_class: Class | None, near: Class | None, what: Substance, expected: str | None, data: Data) -> None:
    law = made_law(data, entry(), readings=(reading(Limit(maximum=1), of_class=of_class, near=near),))
    assert keys(law, what).get("eu-x-1") == expected
    named = made_law(data, entry("eu-x-1", "A"), readings=(reading(Limit(maximum=1), of_class=of_class, near=near),))
    assert keys(named, what) == {"eu-x-1": "named"}


@pytest.mark.parametrize(
    ("since", "until", "day", "covered"),
    [
        ("", "", "1999-01-01", True),
        ("2026-05-01", "", "2026-04-30", False),
        ("2026-05-01", "", "2026-05-01", True),
        ("", "2026-05-01", "2026-04-30", True),
        ("", "2026-05-01", "2026-05-01", False),
        ("2026-05-01", "2026-06-01", "2026-05-31", True),
    ],
)
def test_a_text_covers_between_its_days(since: str, until: str, day: str, covered: bool, data: Data) -> None:
    for names, of_class in ((("A",), None), ((), ZINC)):
        law = made_law(data, entry("eu-x-1", *names, since=since, until=until), readings=(reading(Limit(), of_class=of_class),))
        assert ("eu-x-1" in keys(law, part("A", 100, "ZnO"), day)) is covered


@pytest.mark.parametrize(("free", "day", "covered"), [(True, "2026-04-30", False), (True, "2026-05-01", True), (False, "2026-04-30", True)])
def test_before_a_reading_began_nothing_held_only_where_it_says_so(free: bool, day: str, covered: bool, data: Data) -> None:
    law = made_law(data, entry("eu-x-1", "A"), readings=(reading(Limit(), since="2026-05-01", free_before=free),))
    assert ("eu-x-1" in keys(law, part("A"), day)) is covered


def test_an_entry_that_moved_covers_nothing(data: Data) -> None:
    assert keys(made_law(data, entry("eu-x-1", "A", moved=True)), part("A")) == {}


# --- which reading holds ---


def test_why_there_is_no_reading_to_judge_by(data: Data) -> None:
    read = reading(Limit(), since="2026-05-01")
    law = made_law(data, entry("eu-x-1", hash="h"), entry("eu-x-2"), readings=(replace(read, hash="h"), reading(Limit(), id="eu-x-2", hash="old")))
    assert law.reading("eu-x-1", "2026-05-01") == (replace(read, hash="h"), "")
    assert law.reading("eu-x-1", "2026-04-30") == (None, "earlier")
    assert law.reading("eu-x-2", DAY) == (None, "changed")
    assert replace(law, readings={}).reading("eu-x-1", DAY) == (None, "unread")


# --- lists that judge a stated use alone ---


@pytest.mark.parametrize(("explicit", "stated", "matched"), [(True, "active", True), (True, "", False), (True, "humectant", False), (False, "", True)])
def test_an_explicit_list_judges_only_what_is_said_to_be_used_so(explicit: bool, stated: str, matched: bool, data: Data) -> None:
    law = made_law(data, entry("eu-x-1", "ALPHA"), readings=(reading(Limit(maximum=1)),), function="active", explicit=explicit)
    both = substance("Alpha", functions=("active", "humectant"))
    row = line(both, "2 %", **({"use_as": stated} if stated else {}))
    assert ("eu-x-1" in {c.rule for c in found(law, row, materials=(both,)).checks}) is matched
