"""The formula parser: against molmass on more than a hundred formulas, on every way hydrates are written, and on what it must refuse."""

import molmass
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formulator.core.chemistry import SYMBOLS, FormulaError, formula, molar_mass
from formulator.core.data import Data

PLAIN_TEXT = """
H2O H2O2 NaCl KCl LiCl CaCl2 MgCl2 ZnCl2 CuCl2 FeCl3 AlCl3 SrCl2 NaOH KOH Ca(OH)2 Mg(OH)2 Al(OH)3 Zn(OH)2 ZnO TiO2 Fe2O3 Fe3O4 Cr2O3 CrO3 SiO2 CuO MgO CaO
HCl H2SO4 HNO3 H3PO4 H3BO3 HF NaF SnF2 Na2PO3F NH4F KI KIO3 I2 NaBr SeS2 Na2SeO3 Na2SeO4 SeO2 As2O3 Sb2O3 PbO HgCl2 CdS BaSO4 BaS Tl2SO4 BeO TeO2 AuCl3 AgNO3
ZnSO4 CuSO4 MgSO4 FeSO4 MnSO4 CoCl2 NiSO4 K2Cr2O7 KMnO4 MoO3 Na2CO3 NaHCO3 CaCO3 MgCO3 ZnCO3 Na2S2O3 Na2SO3 Na2HPO4 NaH2PO4 Ca3(PO4)2 Ca5(PO4)3OH AlK(SO4)2
(NH4)2SO4 (NH4)2Fe(SO4)2 Fe4[Fe(CN)6]3 K4[Fe(CN)6] [Co(NH3)6]Cl3 Al2(OH)5Cl ZrOCl2 Bi2O3 BiOCl CeO2 La2O3 V2O5 WO3 UO2 Rb2O Cs2O GeO2 Ga2O3 Sc2O3 Y2O3
C3H8O3 C6H8O7 C8H10O2 C7H5NaO2 C6H7KO2 C7H6O3 C7H6O2 C6H8O2 C8H8O4 C6H15NO3 C29H50O2 C31H52O3 C15H24O C4H6N4O3 C6H6N2O C9H19NO4 C25H54ClN CH4N2O C3H6O3
Zn(C6H11O7)2 Cu(C6H11O7)2 Ca(C6H11O7)2 Mn(C6H11O7)2 Zn(C5H6NO3)2 Zn(C2H3O2)2 Na3C6H5O7 C10H14N2Na2O8 C10H16N2O8 C6H6Na12O24P6 C14H20NNaO11 (CH3)3CO[Si(CH3)2O]5H
"""
HYDRATE_TEXT = """
ZnSO4.7H2O ZnSO4.H2O CuSO4.5H2O MgSO4.7H2O MgCl2.6H2O CaCl2.2H2O FeSO4.7H2O MnSO4.H2O SrCl2.6H2O CuCl2.2H2O Na2B4O7.10H2O Na2CO3.10H2O AlK(SO4)2.12H2O
Zn(C2H3O2)2.2H2O Ca(C6H11O7)2.H2O Na3C6H5O7.2H2O C10H14N2Na2O8.2H2O C6H8O7.H2O K4[Fe(CN)6].3H2O 2ZnCO3.3Zn(OH)2 3MgCO3.Mg(OH)2.3H2O CaSO4.2H2O 2CaSO4.H2O
"""
PLAIN, HYDRATES = PLAIN_TEXT.split(), HYDRATE_TEXT.split()


def test_more_than_a_hundred_formulas_are_compared() -> None:
    assert len(set(PLAIN) | set(HYDRATES)) > 150


@pytest.mark.parametrize("text", PLAIN + HYDRATES)
def test_molar_mass_agrees_with_molmass(text: str, data: Data) -> None:
    weights = {symbol: datum.span.best for symbol, datum in data.weights.items()}
    # molmass takes a number before a part as the count of a group: (CaSO4)2(H2O)1
    parts = [(part.lstrip("0123456789"), part[: len(part) - len(part.lstrip("0123456789"))] or "1") for part in text.split(".")]
    other = molmass.Formula("".join(f"({body}){times}" for body, times in parts)).mass
    assert molar_mass(formula(text).counts, weights) == pytest.approx(other, rel=1e-4)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("ZnSO4.7H2O", {"Zn": 1, "S": 1, "O": 11, "H": 14}),  # O: 4 + 7, H: 7 × 2
        ("ZnSO4·7H2O", {"Zn": 1, "S": 1, "O": 11, "H": 14}),
        ("ZnSO4*7H2O", {"Zn": 1, "S": 1, "O": 11, "H": 14}),
        ("ZnSO4•7H2O", {"Zn": 1, "S": 1, "O": 11, "H": 14}),
        ("ZnSO₄·7H₂O", {"Zn": 1, "S": 1, "O": 11, "H": 14}),
        ("CaSO4.0.5H2O", {"Ca": 1, "S": 1, "O": 4.5, "H": 1}),
        ("CaSO4·½H2O", {"Ca": 1, "S": 1, "O": 4.5, "H": 1}),
        ("CaSO4.1/2H2O", {"Ca": 1, "S": 1, "O": 4.5, "H": 1}),
        ("CuSO4.2.5H2O", {"Cu": 1, "S": 1, "O": 6.5, "H": 5}),  # O: 4 + 2.5
        ("2CaSO4.H2O", {"Ca": 2, "S": 2, "O": 9, "H": 2}),
        ("K4[Fe(CN)6].3H2O", {"K": 4, "Fe": 1, "C": 6, "N": 6, "H": 6, "O": 3}),
        ("2ZnCO3.3Zn(OH)2", {"Zn": 5, "C": 2, "O": 12, "H": 6}),  # O: 2 × 3 + 3 × 2
        ("{Al(OH)2}2O", {"Al": 2, "O": 5, "H": 4}),
        ("CO", {"C": 1, "O": 1}),
        ("Co", {"Co": 1}),
    ],
)
def test_atoms_counted(text: str, counts: dict[str, float]) -> None:
    assert dict(formula(text).counts) == counts


@pytest.mark.parametrize(
    ("text", "position", "word"),
    [
        ("NaCL", 3, "'L' is no element"),
        ("Xx", 0, "'Xx' is no element"),
        ("ZnSO4.7H2X", 9, "'X' is no element"),
        ("H2O)", 3, "')' closes nothing"),
        ("(H2O", 0, "not closed by ')'"),
        ("K4[Fe(CN6]", 5, "not closed by ')'"),
        ("Fe(CN]6", 2, "not closed by ')'"),
        ("()", 1, "')' closes nothing"),
        ("", 0, "no formula"),
        ("ZnSO4 7H2O", 5, "a blank"),
        (" NaCl", 0, "a blank"),
        ("Zn2+", 3, "a charge"),
        ("SO4^2-", 3, "a charge"),
        ("SO4-2", 3, "a charge"),
        ("SO4−", 3, "a charge"),
        ("H0", 1, "a count of zero"),
        ("Fe0.95O", 2, "a count of zero"),
        ("ZnSO4.0H2O", 6, "a count of zero"),
        ("(OH)0", 4, "a count of zero"),
        ("ZnSO4.", 6, "missing"),
        ("ZnSO4..H2O", 6, "'.' is not expected"),
        (".H2O", 0, "'.' is not expected"),
        ("CaSO4.3/2H2O", 7, "'/' is not expected"),
        ("znso4", 0, "'z' is not expected"),
        ("nacl", 0, "'n' is not expected"),
        ("ZnSO4,7H2O", 5, "',' is not expected"),
        ("ZnSO4.7", 7, "missing"),
        ("12", 2, "missing"),
        ("D2O", 0, "'D' is no element"),
        ("(" * 3000, 250, "this long"),
        ("H" + "9" * 400, 250, "this long"),
    ],
)
def test_refused_with_position_and_reason(text: str, position: int, word: str) -> None:
    with pytest.raises(FormulaError, match=rf"character {position + 1}: ") as refused:
        formula(text)
    assert refused.value.position == position
    assert word in refused.value.says


@pytest.mark.parametrize(
    ("text", "parent"),
    [
        ("ZnSO4.7H2O", "ZnSO4"),
        ("ZnSO4.H2O", "ZnSO4"),
        ("ZnSO4", "ZnSO4"),
        ("ZnSO4", "SO4Zn"),
        ("CaSO4.0.5H2O", "CaSO4"),
        ("½CaSO4.H2O", "CaSO4"),
        ("2CaSO4.H2O", "CaSO4"),
        ("7H2O.ZnSO4", "ZnSO4"),
        ("3MgCO3.Mg(OH)2.3H2O", "Mg4C3O11H2"),
        ("H2O", "H2O"),
        ("2H2O", "H2O"),
        ("ZnSO4.(H2O)7", "ZnSO4"),
    ],
)
def test_a_hydrate_has_the_parent_of_its_salt(text: str, parent: str) -> None:
    assert formula(text).parent == formula(parent).parent


def test_peroxide_of_hydrogen_is_not_crystal_water() -> None:
    # sodium percarbonate 2Na2CO3.3H2O2: the peroxide stays in the parent
    assert dict(formula("2Na2CO3.3H2O2").parent) == {"Na": 4, "C": 2, "O": 12, "H": 6}


def test_count_of_an_absent_element_is_zero() -> None:
    assert (formula("NaCl").count("Na"), formula("NaCl").count("K")) == (1, 0)
    assert formula("NaCl").elements == ("Cl", "Na")


def test_there_are_118_elements() -> None:
    assert len(SYMBOLS) == 118


def test_a_weight_that_is_not_on_file_is_an_error() -> None:
    with pytest.raises(KeyError):
        molar_mass(formula("RaCl2").counts, {"Cl": 35.45})


@given(st.lists(st.tuples(st.sampled_from(sorted(SYMBOLS)), st.integers(2, 99)), min_size=1, max_size=8))
def test_any_row_of_elements_is_counted(atoms: list[tuple[str, int]]) -> None:
    found = formula("".join(f"{symbol}{n}" for symbol, n in atoms))
    assert sum(n for _, n in found.counts) == sum(n for _, n in atoms)


@given(st.text(alphabet="ZnSO4.7H2()[]½·0 +", max_size=30))
def test_any_text_is_read_or_refused_inside_itself(text: str) -> None:
    try:
        assert all(0 < n < float("inf") for _, n in formula(text).counts)
    except FormulaError as refused:
        assert 0 <= refused.position <= len(text)
