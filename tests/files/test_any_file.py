"""Whatever stands in a file, reading it ends in a recipe that can be judged or in complaints, never in a crash."""

import copy
import json
import random
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from formulator.core.assess import evaluate
from formulator.core.data import Data
from formulator.files.recipe import read_recipe
from formulator.files.write import recipe_text
from formulator.report.structured import Checked, run_json
from formulator.report.text import Style, run_text

ROOT = Path(__file__).parents[2]
ON = date(2026, 11, 1)
# values that somebody may write where another is asked for, as TOML
JUNK = [
    "0",
    "-1",
    "1",
    "5.5",
    "1e308",
    "-1e-300",
    "nan",
    "inf",
    "-inf",
    "9" * 40,
    "1" + "0" * 400,
    "true",
    "false",
    "2026-11-01",
    "07:32:00",
    "2026-11-01T07:32:00Z",
    '""',
    '" "',
    '"0"',
    '"0 %"',
    '"100 %"',
    '"1e-320 %"',
    '"1e300 %"',
    '"1e300 g"',
    '"5 %"',
    '"5 g"',
    '"5 kg"',
    '"5 mg/kg"',
    '"5"',
    '"5 g/day"',
    '"1 mg/kg/day"',
    '"75 degC"',
    '"q.s."',
    '"qs"',
    '"5 % as Zn"',
    '"5 g as O"',
    '"5 % as Tc"',
    '"<= 5 %"',
    '"<= -5 %"',
    '"4 - 6 %"',
    '"6 - 4 %"',
    '"4 - 6"',
    '"o/w"',
    '"none"',
    '"EU"',
    '"US"',
    '"Zn"',
    '"water"',
    '"oil"',
    '"adult"',
    '"zinc-oxide"',
    '"emulsifier"',
    '"uv-filter"',
    '"preservative"',
    '"colourant"',
    '"ZnSO4.7H2O"',
    '"RaBr2"',
    '"TcO2"',
    '"H2O"',
    '"Zn"',
    '"pH"',
    '"\\u0000"',
    '"5 ("',
    '"5 %%"',
    '"5 g//"',
    '"5 **"',
    '"a.b[0]"',
    '"MY-OIL"',
    '"1e5 %"',
    '"١ %"',
    '"５ %"',
    "[]",
    "[1]",
    '["EU"]',
    '["emulsifier", "emollient"]',
    "[[]]",
    "[{}]",
    "{}",
    "{ a = 1 }",
    "{ value = 5 }",
    "{ best = 5, low = 4, high = 6 }",
    '{ Zn = "12 mg/kg" }',
    '{ Zn = "500000 mg/kg", Cu = "<= 50 %" }',
    '{ "o/w" = 10 }',
    '{ "o/w" = "0 - 20" }',
    '{ min = "0 mg/kg" }',
    '{ Tc = { max = "5 mg/kg" } }',
    '{ N = { max = "5 mg/kg" }, Zn = { min = "1 %", max = "1 %" } }',
    '[{ value = 5, source = "x" }, 7]',
    '[{ inci = "Zinc Oxide", share = "0 - 100 %", formula = "ZnO" }]',
    '[{ inci = "X", share = "0 %" }]',
    '[{ cas = "1", share = "100 %", organic = true, functions = ["preservative"] }]',
]
KEYS = re.findall(
    r"\w+",
    "format name version product markets emulsion batch ph notes preservation use target phase line material kind heat steps amount "
    "adjust max as id like inci cas names functions hlb hlb_applies required_hlb formula assay elements organic substances noael "
    "oral_bioavailability dermal_absorption impurities source ionic density use_level price identity water_soluble oxidation aliases "
    "body_weight population skin limit_allocation hlb_tolerance min max share unnamed ",
)


class Raw(str):
    """A text that already is TOML."""


def flat(value: Any) -> str:
    if isinstance(value, Raw):
        return value
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k)}={flat(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(flat, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def tables(raw: Any) -> list[dict[str, Any]]:
    """Every table of a file."""
    if isinstance(raw, dict):
        return [raw, *(t for v in raw.values() for t in tables(v))]
    return [t for v in raw for t in tables(v)] if isinstance(raw, list) else []


def spoilt(raw: dict[str, Any], chance: random.Random) -> bytes:
    """The file with a few values replaced, added, doubled or taken away."""
    made = copy.deepcopy(raw)
    for _ in range(chance.randint(1, 4)):
        table = chance.choice(tables(made))
        key = chance.choice([*table, chance.choice(KEYS)])
        deed = chance.randrange(6)
        if deed < 3:
            table[key] = Raw(chance.choice(JUNK))
        elif deed == 3:
            table.pop(key, None)
        elif deed == 4 and isinstance(table.get(key), list) and table[key]:
            table[key].append(copy.deepcopy(chance.choice(table[key])))
        elif isinstance(table.get(key), str):
            text = table[key]
            at = chance.randrange(len(text) + 1)
            table[key] = text[:at] + chance.choice(["", " ", ",", ".", "-", "%", "(", "0", "\n", "²", " as Zn"]) + text[at + chance.randrange(2) :]
    return "\n".join(f"{json.dumps(k)} = {flat(v)}" for k, v in made.items()).encode()


SEEDS = [
    {
        "format": 1,
        "name": "A cream",
        "product": "face-cream",
        "emulsion": "o/w",
        "markets": ["EU", "US"],
        "ph": "5 - 6",
        "batch": "500 g",
        "use": {"amount": "1.54 g/day", "skin": "intact"},
        "target": {"elements": {"Zn": {"min": "1 mg/kg"}}, "hlb_tolerance": 2},
        "phase": [
            {
                "kind": "water",
                "heat": "75 degC",
                "line": [
                    {"material": "water", "amount": "q.s."},
                    {"material": "zinc-sulfate-heptahydrate", "amount": "200 mg/kg as Zn"},
                    {"material": "citric-acid-20", "amount": "0.2 %", "adjust": "pH", "max": "0.5 %"},
                    {"material": "my-salt", "amount": "1 g"},
                ],
            },
            {
                "kind": "oil",
                "line": [
                    {"material": "my-oil", "amount": "10 %", "as": "emollient"},
                    {"material": "polysorbate-60", "amount": "2 %"},
                    {"material": "sorbitan-stearate", "amount": "2 %"},
                    {"material": "phenoxyethanol", "amount": "0.9 %"},
                ],
            },
        ],
        "material": [
            {
                "id": "my-oil",
                "name": "My oil",
                "like": "squalane",
                "required_hlb": {"o/w": 10.5},
                "noael": "450 mg/kg/day",
                "impurities": {"Pb": "<= 10 mg/kg"},
            },
            {"id": "my-salt", "name": "My salt", "functions": ["mineral", "preservative"], "formula": "CuSO4.5H2O", "assay": "98 - 102 %", "cas": "7758-99-8"},
            {
                "id": "my-blend",
                "name": "My blend",
                "functions": "emulsifier",
                "hlb": {"best": 12, "low": 11, "high": 13},
                "substances": [{"inci": "X", "share": "90 %"}],
            },
        ],
    }
]


@pytest.mark.parametrize("block", range(10))
def test_a_spoilt_file_is_judged_or_complained_of(block: int, data: Data) -> None:
    for seed in range(200 * block, 200 * (block + 1)):
        chance = random.Random(seed)
        content = spoilt(chance.choice(SEEDS), chance)
        try:
            opened = read_recipe(content, data)
            checked = Checked("x.toml", None, opened.problems)
            if opened.recipe is not None:
                assert all(p.soft for p in opened.problems)
                again = read_recipe(recipe_text(opened.recipe).encode(), data)
                assert again.recipe == opened.recipe
                checked = Checked("x.toml", evaluate(opened.recipe, data, ON))
            else:
                assert opened.problems
            json.loads(run_json([checked], data, ON))
            text = run_text([checked], Style(every=True))
            assert checked.problems or not re.search(r"\b(nan|inf|None)\b", text)
        except Exception as fault:
            pytest.fail(f"seed {seed}: {type(fault).__name__}: {fault}\n{content.decode()}")


@pytest.mark.parametrize("name", ["own-squalane-cream", "zinc-copper-face-cream"])
def test_a_file_cut_anywhere_is_no_crash(name: str, data: Data) -> None:
    """As after a full disk, or in the middle of a copy."""
    content = (ROOT / "recipes" / f"{name}.toml").read_bytes()
    for end in range(0, len(content), 7):
        opened = read_recipe(content[:end], data)
        assert (opened.recipe is None) == bool([p for p in opened.problems if not p.soft])


def test_a_file_with_any_byte_changed_is_no_crash(data: Data) -> None:
    content = (ROOT / "recipes" / "own-squalane-cream.toml").read_bytes()
    for at in range(0, len(content), 5):
        for byte in (0, 10, 34, 35, 91, 0xC3, 0xFF, at % 256):
            opened = read_recipe(content[:at] + bytes([byte]) + content[at + 1 :], data)
            if opened.recipe is not None:
                evaluate(opened.recipe, data, ON)
