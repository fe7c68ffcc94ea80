"""The converter of the official annex exports, and the rule files that it made. The excerpts in `annex/` are rows of the exports, chosen for their traps."""

import datetime
import re
import tomllib
from pathlib import Path

import pytest

from formulator.files import annex

EXCERPTS = Path(__file__).parent / "annex"
RULES = Path(__file__).parents[2] / "resources" / "rules"
COUNTS = {"eu-ii": 1744, "eu-iii": 373, "eu-iv": 154, "eu-v": 57, "eu-vi": 34}  # rows of the exports
EDITIONS = dict.fromkeys(("eu-ii", "eu-iii"), datetime.date(2025, 12, 8)) | dict.fromkeys(("eu-iv", "eu-v", "eu-vi"), datetime.date(2025, 10, 31))  # as printed
MOVED = {"eu-ii": 18, "eu-iii": 2, "eu-iv": 0, "eu-v": 3, "eu-vi": 1}
FILES = {"eu-ii": "annex-II.txt", "eu-iii": "annex-III.txt", "eu-iv": "annex-IV.csv", "eu-v": "annex-V.csv", "eu-vi": "annex-VI.csv"}


def text_of(list_id: str) -> str:
    return (EXCERPTS / FILES[list_id]).read_bytes().decode()


def entries_of(list_id: str) -> dict[str, annex.AnnexEntry]:
    return {entry.id.removeprefix(f"{list_id}-"): entry for entry in annex.convert(text_of(list_id), list_id)}


def shipped(list_id: str) -> tuple[annex.AnnexEntry, ...]:
    return annex.read((RULES / f"{list_id}.jsonl").read_bytes())


# --- one row, one entry ---


@pytest.mark.parametrize(
    ("list_id", "ids"),
    [
        ("eu-ii", "38a 38b 38c 80 297 358 1375 1680"),
        ("eu-iii", "9a 9b 9c 9d 15a 19 24 98 202 227 250a 250b"),  # 9a and 9b are printed, the two plain 9 take the next letters
        ("eu-iv", "1 9 18 126a 143"),
        ("eu-v", "1a 3 6 12a"),
        ("eu-vi", "5 27"),
    ],
)
def test_every_row_is_one_entry_in_order(list_id: str, ids: str) -> None:
    assert [entry.id for entry in annex.convert(text_of(list_id), list_id)] == [f"{list_id}-{number}" for number in ids.split()]


def test_an_entry_keeps_the_number_as_printed() -> None:
    assert entries_of("eu-iii")["9d"].entry == "9"
    spaced = annex.convert(text_of("eu-v").replace('"12a"', '"12 A"'), "eu-v")[-1]
    assert (spaced.id, spaced.entry) == ("eu-v-12a", "12 A")


def test_moved_rows_stay_and_say_so() -> None:
    moved = entries_of("eu-iii")["19"]
    assert (moved.status, moved.title, moved.cas, moved.glossary) == ("moved", "Moved or deleted", (), ())
    assert entries_of("eu-iii")["24"].status == ""


# --- the words of the law ---


def test_fields_are_verbatim_and_only_those_with_text() -> None:
    fields = entries_of("eu-iii")["24"].fields
    assert fields == {
        "Reference Number": "24",
        "Chemical name / INN": "Water-soluble zinc salts with the exception of zinc 4- hydroxy-benzenesulphonate (entry 25) "
        "and zinc pyrithione (Annex II, entry 1670)",
        "Name of Common Ingredients Glossary": "ZINC ACETATE / ZINC CHLORIDE / ZINC GLUCONATE / ZINC GLUTAMATE",
        "CAS Number": "-",
        "EC Number": "-",
        "Maximum concentration in ready for use preparation": "1% (as zinc)",
        "Regulation": fields["Regulation"],
        "Chemical/IUPAC Name": fields["Chemical/IUPAC Name"],
        "Identified INGREDIENTS or substances e.g.": fields["Identified INGREDIENTS or substances e.g."],
        "Update Date": fields["Update Date"],
    }


def test_a_cell_over_several_lines_stays_one_field_and_the_title_one_line() -> None:
    entry = entries_of("eu-iii")["9a"]
    assert entry.fields[annex.NAME] == "Toluene-2,5-diamine \nToluene-2,5-diamine sulphate"
    assert entry.title == "Toluene-2,5-diamine Toluene-2,5-diamine sulphate"


def test_annex_iv_conditions_are_put_back_under_their_headers() -> None:
    entries = entries_of("eu-iv")
    assert entries["1"].fields[annex.PRODUCT] == "Rinse-off product"
    assert entries["9"].fields[annex.MAXIMUM] == "3%"
    assert entries["143"].fields[annex.OTHER].startswith("— Purity criteria")
    assert not any(annex.WORDING in entry.fields for entry in entries.values())


def test_an_annex_iv_with_its_conditions_in_place_is_left_alone() -> None:
    heading, *_ = text_of("eu-iv").split("\n", 1)
    row = "1,Name,CI 10006,16143-80-9,-,Green,Rinse-off product,3%,Purity,Label,(EC) 2009/1223,,,,,,14/08/2020"
    fields = annex.convert(f"{heading}\n{row}\n", "eu-iv")[0].fields
    assert [fields[header] for header in (annex.PRODUCT, annex.MAXIMUM, annex.OTHER, annex.WORDING)] == ["Rinse-off product", "3%", "Purity", "Label"]


def test_both_headings_of_the_exports_give_the_same_entries() -> None:
    official = ",".join(f'"{header}"' for header in annex.LAYOUTS["eu-v"])
    heading = f'"File creation date: 11/11/2025"\n"ANNEX V","Last update: 31/10/2025"\n"LIST"\n\n"Substance identification",Conditions\n{official}\n'
    text = heading + text_of("eu-v").split("\n", 1)[1]
    assert annex.convert(text, "eu-v") == annex.convert(text_of("eu-v"), "eu-v")
    assert annex.edition(text, "eu-v") == datetime.date(2025, 10, 31)


def test_edition_is_the_printed_date_else_the_newest_row() -> None:
    assert annex.edition(text_of("eu-ii"), "eu-ii") == datetime.date(2025, 12, 8)
    assert annex.edition(text_of("eu-vi"), "eu-vi") == datetime.date(2021, 6, 21)


def test_the_hash_follows_the_law_and_nothing_else() -> None:
    fields = entries_of("eu-iii")["24"].fields
    law = annex.fingerprint(fields)
    assert re.fullmatch(r"[0-9a-f]{16}", law)
    assert annex.fingerprint({**fields, annex.UPDATED: "01/01/2030", "SCCS opinions": "another", annex.IDENTIFIED: ""}) == law
    for header in annex.LAW:
        assert annex.fingerprint({**fields, header: fields.get(header, "") + " "}) != law, header
    assert annex.fingerprint({annex.CAS: "x"}) != annex.fingerprint({annex.EC: "x"})


# --- names ---


def test_glossary_names() -> None:
    assert entries_of("eu-iii")["24"].glossary == ("ZINC ACETATE", "ZINC CHLORIDE", "ZINC GLUCONATE", "ZINC GLUTAMATE")
    assert entries_of("eu-v")["3"].glossary[3:5] == ("MEA-SALICYLATE", "SODIUM SALICYLATE")  # printed "MEA- SALICYLATE, SODIUM …"
    assert entries_of("eu-v")["12a"].glossary[:2] == ("BUTYLPARABEN", "PROPYLPARABEN")  # slashes without spaces
    assert entries_of("eu-iv")["143"].glossary == ("TITANIUM DIOXIDE", "CI 77891")
    assert entries_of("eu-iii")["9a"].glossary == ()  # "-"
    assert entries_of("eu-ii")["297"].glossary == ()  # Annex II has no such column


def test_commas_and_slashes_inside_names_do_not_split_them() -> None:
    assert entries_of("eu-iii")["202"].inci[:2] == ("1,3-BIS-(2,4-DIAMINOPHENOXY)PROPANE", "1,3-BIS-(2,4-DIAMINOPHENOXY)PROPANE HCL")
    assert "CITRUS PARADISI, X C. RETICULATA PEEL EXTRACT" in entries_of("eu-ii")["358"].inci
    assert "SACCHAROMYCES/SELENIUM FERMENT" in entries_of("eu-ii")["297"].inci
    assert "LACTOBACILLUS LAC/CALCIUM/PHOSPHOROUS/MAGNESIUM/ZINC FERMENT" in entries_of("eu-iii")["24"].inci


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("CI 12085,,PIGMENT RED 4,", ("CI 12085", "PIGMENT RED 4")),
        ("BENZYL ALCOHOL ,Benzyl Alcohol,-", ("BENZYL ALCOHOL",)),
        ("1,2-HEXANEDIOL,C12-13 PARETH-3,PEG/PPG-18/18 DIMETHICONE", ("1,2-HEXANEDIOL", "C12-13 PARETH-3", "PEG/PPG-18/18 DIMETHICONE")),
        ("1,2,4-BENZENETRIACETATE,2,2'-METHYLENEBIS-4-AMINOPHENOL HCL", ("1,2,4-BENZENETRIACETATE", "2,2'-METHYLENEBIS-4-AMINOPHENOL HCL")),
        ("N,N-DIETHYL-m-AMINOPHENOL,N,N'-DIMETHYL-X", ("N,N-DIETHYL-M-AMINOPHENOL", "N,N'-DIMETHYL-X")),
        ("CI 45100/ ACID RED 52,SODIUM A / SODIUM B", ("CI 45100", "ACID RED 52", "SODIUM A", "SODIUM B")),
        ("HYDROXYETHOXY\xadPHENYL BUTANONE,CETRIMONIUM CHLORIDE (2)", ("HYDROXYETHOXYPHENYL BUTANONE", "CETRIMONIUM CHLORIDE")),
    ],
)
def test_listed_names(listed: str, names: tuple[str, ...]) -> None:
    row = f'1,Name,-,-,-,,,,,,,,,"{listed}",,'
    assert annex.convert(",".join(f'"{header}"' for header in annex.LAYOUTS["eu-v"]) + "\n" + row, "eu-v")[0].inci == names


# --- numbers ---


def test_cas_numbers_lose_their_footnotes() -> None:
    assert entries_of("eu-vi")["27"].cas == ("13463-67-7", "1317-70-0", "1317-80-2")
    assert entries_of("eu-vi")["27"].ec == ("236-675-5", "215-280-1", "215-282-2")


def test_what_is_no_cas_number_is_kept_apart() -> None:
    dye = entries_of("eu-iii")["227"]
    assert (dye.cas, dye.cas_faulty) == (("61693-42-3",), ("1693-43-4",))  # a digit was lost in print
    assert (entries_of("eu-ii")["1680"].cas, entries_of("eu-ii")["1680"].cas_faulty) == ((), ("80-43-",))
    assert entries_of("eu-v")["1a"].cas_faulty == ("1205-50-3",)


def test_numbers_in_each_other_s_column_are_told_by_their_shape() -> None:
    paraben = entries_of("eu-ii")["1375"]
    assert (paraben.cas, paraben.ec) == (("4247-02-3", "84930-15-4"), ("284-595-4", "224-208-8"))


def test_colour_index_numbers() -> None:
    assert entries_of("eu-iv")["18"].ci == ("14700",)
    assert entries_of("eu-iv")["143"].ci == ("77891",)
    assert entries_of("eu-vi")["27"].ci == ()


# --- faults have a place ---


def fault(text: str, list_id: str) -> annex.AnnexError:
    with pytest.raises(annex.AnnexError) as caught:
        annex.convert(text, list_id)
    return caught.value


def test_faults_name_line_and_cause() -> None:
    text = text_of("eu-v")
    assert (fault(text, "eu-vii").line, fault(text, "eu-vii").says) == (0, "no list 'eu-vii'; known: eu-ii, eu-iii, eu-iv, eu-v, eu-vi")
    assert fault("", "eu-v").says == "no header row ('Reference Number' first)"
    assert "this is ANNEX III, not ANNEX II" in str(fault(text_of("eu-iii"), "eu-ii"))
    assert "not the columns of ANNEX IV" in str(fault(text, "eu-iv"))
    last = text.count("\n") + 1
    assert (fault(text + "61,too short", "eu-v").line, fault(text + "61,too short", "eu-v").says) == (last, "2 cells, ANNEX V has 16")
    assert (fault(text + "x" + "," * 15, "eu-v").line, fault(text + "x" + "," * 15, "eu-v").says) == (last, "'x' is no reference number")
    assert fault(text + '61,"never\nclosed', "eu-v").line == last


def test_a_faulty_date_has_its_line() -> None:
    with pytest.raises(annex.AnnexError, match=r"line 2: '2021-06-21' is no date"):
        annex.edition(text_of("eu-vi").replace("03/10/2016", "2021-06-21"), "eu-vi")
    with pytest.raises(annex.AnnexError, match=r"line 2: '31/02/2025' is no date"):
        annex.edition(text_of("eu-ii").replace("08/12/2025", "31/02/2025", 1), "eu-ii")
    with pytest.raises(annex.AnnexError, match="no date tells the edition"):
        annex.edition(text_of("eu-vi").split("\n", 1)[0], "eu-vi")


def test_a_faulty_rule_file_has_its_line() -> None:
    good = annex.write(annex.convert(text_of("eu-vi"), "eu-vi"))
    for bad in (b'{"id": 1}\n', b'{"id"\n', good.split(b"\n")[0].replace(b'"entry"', b'"entri"'), b'{"id":"\xff"}'):
        with pytest.raises(annex.AnnexError) as caught:
            annex.read(good + bad)
        assert caught.value.line == 3


# --- a folder ---


def test_a_folder_becomes_rule_files(tmp_path: Path) -> None:
    converted = annex.convert_folder(EXCERPTS, tmp_path / "rules")
    assert [(one.list_id, one.entries, one.export) for one in converted] == [
        ("eu-ii", 8, "annex-II.txt"),
        ("eu-iii", 12, "annex-III.txt"),
        ("eu-iv", 5, "annex-IV.csv"),
        ("eu-v", 4, "annex-V.csv"),
        ("eu-vi", 2, "annex-VI.csv"),
    ]
    assert sorted(path.name for path in (tmp_path / "rules").iterdir()) == sorted(f"{list_id}.jsonl" for list_id in FILES)
    assert annex.read((tmp_path / "rules" / "eu-v.jsonl").read_bytes()) == annex.convert(text_of("eu-v"), "eu-v")


def test_the_official_file_names_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    (tmp_path / "COSING_Annex_VI_v2.txt").write_bytes(b"\xef\xbb\xbf" + text_of("eu-vi").encode())
    assert [one.list_id for one in annex.convert_folder(tmp_path, tmp_path)] == ["eu-vi"]


def test_a_fault_in_one_export_writes_none(tmp_path: Path) -> None:
    (tmp_path / "annex-V.csv").write_bytes(text_of("eu-v").encode())
    (tmp_path / "annex-VI.csv").write_bytes(text_of("eu-vi").encode() + b"\xff")
    with pytest.raises(annex.AnnexError, match=r"annex-VI\.csv: line 7: not UTF-8"):
        annex.convert_folder(tmp_path, tmp_path / "rules")
    (tmp_path / "annex-VI.csv").write_bytes(text_of("eu-vi").encode() + b"28,short")
    with pytest.raises(annex.AnnexError, match=r"annex-VI\.csv: line 7: 2 cells"):
        annex.convert_folder(tmp_path, tmp_path / "rules")
    assert not (tmp_path / "rules").exists()


def test_two_exports_of_one_annex_or_none_are_faults(tmp_path: Path) -> None:
    with pytest.raises(annex.AnnexError, match="no export of an annex is here"):
        annex.convert_folder(tmp_path, tmp_path)
    for name in ("annex-VI-2024.csv", "annex-VI-2026.csv"):
        (tmp_path / name).write_bytes(text_of("eu-vi").encode())
    with pytest.raises(annex.AnnexError, match=r"a second export of Annex VI, beside annex-VI-2024\.csv"):
        annex.convert_folder(tmp_path, tmp_path)


# --- what is shipped ---


@pytest.mark.parametrize("list_id", COUNTS)
def test_shipped_entries(list_id: str) -> None:
    data = (RULES / f"{list_id}.jsonl").read_bytes()
    entries = annex.read(data)
    assert annex.write(entries) == data
    assert len(entries) == COUNTS[list_id]
    assert len({entry.id for entry in entries}) == len(entries)
    assert sum(entry.status == "moved" for entry in entries) == MOVED[list_id]
    for entry in entries:
        assert re.fullmatch(rf"{list_id}-\d+[a-z]?", entry.id)
        assert entry.list == list_id
        assert entry.title
        assert entry.hash == annex.fingerprint(entry.fields)
        assert set(entry.fields) <= set(annex.LAYOUTS[list_id])
        assert all(text.strip() for text in entry.fields.values())


@pytest.mark.parametrize("list_id", COUNTS)
def test_shipped_cas_numbers_have_a_right_check_digit(list_id: str) -> None:
    for entry in shipped(list_id):
        for cas in entry.cas:
            digits = cas.replace("-", "")
            assert sum(place * int(digit) for place, digit in enumerate(digits[-2::-1], 1)) % 10 == int(digits[-1]), (entry.id, cas)


@pytest.mark.parametrize("list_id", COUNTS)
def test_shipped_names_are_names(list_id: str) -> None:
    for entry in shipped(list_id):
        for name in (*entry.glossary, *entry.inci):
            assert name == name.strip(" ,;-/") == " ".join(name.split()), (entry.id, name)
            assert len(name) > 2, (entry.id, name)


def test_shipped_excerpts_are_as_converted() -> None:
    for list_id in ("eu-ii", "eu-iii"):  # the excerpts of IV to VI are of an older export, with another header
        by_id = {entry.id: entry for entry in shipped(list_id)}
        for entry in annex.convert(text_of(list_id), list_id):
            assert by_id[entry.id] == entry


def test_every_list_is_described() -> None:
    lists = {one["id"]: one for one in tomllib.loads((RULES / "lists.toml").read_text(encoding="utf-8"))["list"] if one["id"] in COUNTS}
    assert list(lists) == list(COUNTS)
    for list_id, one in lists.items():
        assert one["file"] == f"{list_id}.jsonl"
        assert one["entries"] == COUNTS[list_id]
        newest = max(datetime.datetime.strptime(entry.fields[annex.UPDATED], "%d/%m/%Y").date() for entry in shipped(list_id))
        assert one["edition"] == EDITIONS[list_id]
        assert one["edition"] >= newest
