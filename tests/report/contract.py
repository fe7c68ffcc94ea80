"""The contract of `check --format json` and `audit --format json`, as strict as can be. Each function gives the faults it found; none means it is kept."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

VERDICTS = ("pass", "fail", "cannot tell")
SEVERITIES = ("error", "warning", "note")
BASES = ("measured", "published", "declared", "default")
CONFIDENCES = ("high", "medium", "low")
MARKETS = ("EU", "US", "CA", "CN", "TW", "JP", "KR", "ASEAN", "DE")
MATERIAL = r"[a-z0-9][a-z0-9-]*"
ELEMENT = r"[A-Z][a-z]?"
# an authority's second limit for one element is told by what it calls it
AUTHORITY = "(efsa|nasem)(-(ul|safe-level|adi|tdi|twi))?"
ENDLESS = 1e15  # divided by what may be nothing
LAW = "(eu|us|ca|cn|tw|jp|kr|asean|de)"
# a number where the law numbers its entries ("eu-iii-24", "eu-iii-15a"), else words ("ca-r-zinc-oxide")
RULE = rf"{LAW}-[a-z0-9]+(-[a-z0-9]+)+"
# figure id → its unit
FIGURES = {
    r"share\.total": "%",
    r"phase\.(water|oil|cool-down)": "%",
    r"emulsifier\.share": "%",
    r"hlb\.(required|blend|gap)": "",
    rf"hlb\.split\.{MATERIAL}": "%",
    rf"element\.{ELEMENT}\.content": "mg/kg",
    r"exposure\.(kept|amount)": "g/day",
    r"exposure\.dose": "mg/kg/day",
    rf"element\.{ELEMENT}\.(applied|absorbed|oral-equivalent)": "mg/day",
    rf"element\.{ELEMENT}\.absorbed-per-kg": "mg/kg/day",
    rf"element\.{ELEMENT}\.absorbed-per-area": "mg/cm2/day",
    rf"element\.{ELEMENT}\.limit-share": "%",
    rf"impurity\.{ELEMENT}\.content": "mg/kg",
    rf"substance\.{MATERIAL}\.(sed|aggregate-sed)": "mg/kg/day",
    rf"substance\.{MATERIAL}\.(mos|aggregate-mos)": "",
    rf"intake\.{ELEMENT}\.{AUTHORITY}": "mg/day",  # what this product may use of an upper intake
    rf"intake\.{ELEMENT}\.{AUTHORITY}\.(external|internal|with-diet)": "%",
    rf"ratio\.{ELEMENT}\.{ELEMENT}(\.reference)?": "",
    rf"supply\.{ELEMENT}\.(efsa|nasem)": "%",
    rf"most\.{MATERIAL}(@[2-9]\d*)?": "%",  # a material's second line is @2
    r"cost": "[A-Z]{3}/kg",
    r"cost\.batch": "[A-Z]{3}",
    rf"law\.{RULE}(\.sum|\.label)?": "%",  # what a rule limits, as it counts it; by itself, in sum, or for a label
}
OWN_RULES = (
    "total-not-100|hlb-gap|hlb-unknown|hlb-not-applicable|hlb-unreachable|margin-of-safety|upper-intake|target|preservative-missing|law-edition"
    "|identity-unknown|composition-unknown|material-unknown|market-missing|inhalation-not-judged|impurity-medicines|margin-aggregate|ratio|supply|cost-unknown"
)
LISTS = rf"{LAW}-(?!coverage$)[a-z0-9]+"
RULES = re.compile(rf"{OWN_RULES}|{LISTS}|{RULE}|impurity-{LAW}|{LAW}-coverage")
# rule → the figure it judges
JUDGED = {
    "upper-intake": rf"element\.{ELEMENT}\.limit-share|intake\.{ELEMENT}\.{AUTHORITY}\.internal",
    "margin-of-safety": rf"substance\.{MATERIAL}\.(mos|sed)",
    "margin-aggregate": rf"substance\.{MATERIAL}\.aggregate-mos",
    "impurity-medicines": rf"impurity\.{ELEMENT}\.content",
    "ratio": rf"ratio\.{ELEMENT}\.{ELEMENT}",
    "cost-unknown": "cost",
    "supply": rf"supply\.{ELEMENT}\.(efsa|nasem)",
}
NOTES = ("impurity-medicines", "margin-aggregate", "supply", "hlb-unknown", "hlb-not-applicable", "law-edition", "cost-unknown")
UNJUDGED = ("margin-unknown", "no-intake-limit", "cost-currencies")  # what could not be compared with anything
SOURCED = ("upper-intake", "impurity", "impurity-medicines", "margin-of-safety", "margin-not-as-tested", "margin-damaged-skin")
OF_AN_ELEMENT = ("content", "applied", "absorbed", "absorbed-per-kg", "oral-equivalent")
Faults = Iterator[str]


def text(value: Any, at: str) -> Faults:
    if not isinstance(value, str) or not value.strip():
        yield f"{at}: {value!r} is no text"


def number(value: Any, at: str) -> Faults:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        yield f"{at}: {value!r} is no number"


def day(value: Any, at: str) -> Faults:
    try:
        if not (isinstance(value, str) and date.fromisoformat(value).isoformat() == value):
            yield f"{at}: {value!r} is no day"
    except ValueError:
        yield f"{at}: {value!r} is no day"


def one_of(*known: Any) -> Callable[[Any, str], Faults]:
    def check(value: Any, at: str) -> Faults:
        if value not in known or isinstance(value, bool):
            yield f"{at}: {value!r} is none of {known}"

    return check


def keys(value: Any, at: str, /, **wanted: Callable[[Any, str], Faults]) -> Faults:
    """An object with exactly these keys, in this order."""
    if not isinstance(value, dict):
        yield f"{at}: no object"
        return
    if list(value) != list(wanted):
        yield f"{at}: keys {list(value)}, not {list(wanted)}"
    for key, check in wanted.items():
        if key in value:
            yield from check(value[key], f"{at}.{key}")


def anything(_value: Any, _at: str) -> Faults:
    yield from ()


def of_run(run: Any, recipes: Mapping[str, Any], lists: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Faults of a whole run. `recipes`: path → the recipe's parsed TOML (None for a file that cannot be read); `lists`: market → its lists, id → short name."""
    found = [
        *keys(
            run,
            "run",
            program=lambda v, at: keys(v, at, name=one_of("formulator"), version=text),
            data=lambda v, at: keys(v, at, edition=text),
            on=day,
            recipes=anything,
        )
    ]
    paths = [r.get("path") for r in run["recipes"]]
    if paths != list(recipes):
        found.append(f"recipes: {paths}, not {list(recipes)}")
    for recipe in run["recipes"]:
        found += of_recipe(recipe, recipes[recipe["path"]], lists)
    return found


def of_recipe(recipe: Any, raw: Any, lists: Mapping[str, Mapping[str, str]]) -> Faults:
    at = recipe.get("path", "?")
    readable = raw is not None
    wanted = text if readable else one_of(None)
    yield from keys(
        recipe,
        at,
        path=text,
        name=wanted,
        verdict=one_of(*VERDICTS) if readable else one_of(None),
        product=wanted,
        population=wanted,
        markets=anything,
        problems=anything,
        figures=anything,
        checks=anything,
    )
    for n, problem in enumerate(recipe["problems"]):
        yield from of_problem(problem, f"{at}.problems[{n}]")
    if not readable:
        if not recipe["problems"] or recipe["figures"] or recipe["checks"] or recipe["markets"]:
            yield f"{at}: an unreadable file has problems and nothing else"
        return
    if recipe["problems"]:
        yield f"{at}: a recipe that was judged has no problems"
    lines = [len(phase["line"]) for phase in raw["phase"]]
    for id, figure in recipe["figures"].items():
        yield from of_figure(id, figure, f"{at}.{id}")
    yield from of_doses(recipe["figures"], at)
    for n, check in enumerate(recipe["checks"]):
        yield from of_check(check, recipe, lines, f"{at}.checks[{n}] ({check.get('rule')})")
    yield from of_verdicts(recipe, at, lists)
    if not {"share.total", "emulsifier.share", "phase.water", "phase.oil", "phase.cool-down", "exposure.kept", "exposure.dose"} <= recipe["figures"].keys():
        yield f"{at}: a figure of every recipe is missing"
    if raw["emulsion"] != "none" and not {"hlb.required", "hlb.blend", "hlb.gap"} <= recipe["figures"].keys():
        yield f"{at}: a figure of every emulsion is missing"
    if (raw["name"], raw["product"]) != (recipe["name"], recipe["product"]):
        yield f"{at}: not the recipe's own name and product"


def of_problem(problem: Any, at: str) -> Faults:
    def line(value: Any, here: str) -> Faults:
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
            yield f"{here}: {value!r} is no line"

    def place(value: Any, here: str) -> Faults:
        if not isinstance(value, str):
            yield f"{here}: {value!r} is no place"

    yield from keys(problem, at, line=line, place=place, says=text, fix=text)


def of_figure(id: str, figure: Any, at: str) -> Faults:
    unit = next((unit for pattern, unit in FIGURES.items() if re.fullmatch(pattern, id)), None)
    if unit is None:
        yield f"{at}: no figure of the contract"
    unit = unit if unit is None or "[" not in unit or not re.fullmatch(unit, str(figure.get("unit"))) else figure["unit"]  # a currency is the recipe's own
    yield from keys(figure, at, value=anything, low=number, high=number, unit=one_of(unit), basis=one_of(*BASES), confidence=one_of(*CONFIDENCES))
    value, low, high = figure["value"], figure["low"], figure["high"]
    if value is None:
        if not low < high:
            yield f"{at}: unknown, yet {low} is not below {high}"
    else:
        yield from number(value, at)
        if not low <= value <= high:
            yield f"{at}: {low} ≤ {value} ≤ {high} does not hold"
    if high > ENDLESS * (1 + 1e-9):
        yield f"{at}: {high} is beyond what stands for no upper end"


def of_doses(figures: Mapping[str, Any], at: str) -> Faults:
    """What belongs together is there together."""
    for symbol in dict.fromkeys(id.split(".")[1] for id in figures if id.startswith("element.")):
        if missing := [kind for kind in OF_AN_ELEMENT if f"element.{symbol}.{kind}" not in figures]:
            yield f"{at}: of {symbol} no {missing}"
    for id, figure in figures.items():
        name, _, kind = id.rpartition(".")
        if name.startswith("intake.") and kind in ("external", "internal", "with-diet") and name not in figures:
            yield f"{at}: {id} of no {name}"
        if kind == "limit-share" and not any(
            figure == other for key, other in figures.items() if re.fullmatch(rf"intake\.{id.split('.')[1]}\..+\.internal", key)
        ):
            yield f"{at}: {id} is none of the shares of the authorities"
        if kind in ("mos", "aggregate-mos") and f"{name}.sed" not in figures:
            yield f"{at}: {id} without the SED"
        if kind == "reference" and name not in figures:
            yield f"{at}: {id} beside no ratio"


def of_check(check: Any, recipe: Any, lines: Sequence[int], at: str) -> Faults:
    def rule(value: Any, here: str) -> Faults:
        if not RULES.fullmatch(value):
            yield f"{here}: {value!r} is no rule id"

    def subject(value: Any, here: str) -> Faults:
        if value is not None:
            yield from text(value, here)

    def places(value: Any, here: str) -> Faults:
        for place in value:
            p, n = place
            if not (0 <= p < len(lines) and 0 <= n < lines[p]):
                yield f"{here}: no line {place}"

    def figure(value: Any, here: str) -> Faults:
        if value is not None and value not in recipe["figures"]:
            yield f"{here}: no figure {value!r}"

    def source(value: Any, here: str) -> Faults:
        if value is not None:
            yield from keys(value, here, title=text, locator=lambda v, a: () if isinstance(v, str) else (f"{a}: no text",), url=text)
            if not re.match(r"https?://\S+$", value["url"]):
                yield f"{here}: {value['url']!r} is no address"

    def message(value: Any, here: str) -> Faults:
        yield from text(value, here)
        if not value.endswith((".", "…")) or "  " in value or "{" in value:
            yield f"{here}: {value!r} is no sentence"

    yield from keys(
        check,
        at,
        rule=rule,
        market=one_of(None, *MARKETS),
        subject=subject,
        lines=places,
        severity=one_of(*SEVERITIES),
        verdict=one_of(*VERDICTS),
        code=text,
        values=lambda v, a: () if isinstance(v, dict) else (f"{a}: no object",),
        message=message,
        figure=figure,
        source=source,
    )
    if re.fullmatch(rf"{RULE}|{LISTS}", check["rule"]) and (check["source"] is None or check["market"] is None):
        yield f"{at}: a rule of law without its source or market"
    yield from of_judged(check, at)


def of_judged(check: Any, at: str) -> Faults:
    """The program's own rules on dose: the figure each judges, its market, its source and how much it weighs."""
    rule, code, judged = check["rule"], check["code"], check["figure"]
    pattern = JUDGED.get(rule) if code not in UNJUDGED else None
    if pattern and not re.fullmatch(pattern, judged or ""):
        yield f"{at}: judges {judged!r}"
    if judged and rule in ("upper-intake", "supply", "impurity-medicines") and judged.split(".")[1] != check["subject"]:
        yield f"{at}: judges {judged} for {check['subject']}"
    if rule == "margin-of-safety" and code != "margin-unknown" and (judged or "").rpartition(".")[0] != f"substance.{check['subject']}":
        yield f"{at}: judges {judged} for {check['subject']}"
    if code in SOURCED and check["source"] is None:
        yield f"{at}: a limit or a dose without its source"
    if re.fullmatch(f"impurity-{LAW}", rule) and rule != f"impurity-{(check['market'] or '').lower()}":
        yield f"{at}: of the market {check['market']}"
    if (rule in NOTES or code in (*UNJUDGED, "certificate-missing", "ratio-note")) != (check["severity"] == "note") and code != "label-duty":
        yield f"{at}: severity {check['severity']}"


def worst(verdicts: Sequence[str]) -> str:
    return next((v for v in ("fail", "cannot tell") if v in verdicts), "pass")


def of_verdicts(recipe: Any, at: str, lists: Mapping[str, Mapping[str, str]]) -> Faults:
    """The verdicts follow from the checks, and every list is accounted for."""
    deciding = [c for c in recipe["checks"] if c["severity"] != "note"]
    if recipe["verdict"] != worst([c["verdict"] for c in deciding]):
        yield f"{at}: verdict {recipe['verdict']} does not follow from its checks"
    for market, entry in recipe["markets"].items():
        here = f"{at}.markets.{market}"
        yield from one_of(*MARKETS)(market, here)
        yield from keys(entry, here, verdict=one_of(*VERDICTS), coverage=one_of("complete", "partial"), editions=anything)
        for annex, edition in entry["editions"].items():
            yield from text(annex, here)
            yield from day(edition, f"{here}.{annex}")
        own = [c for c in recipe["checks"] if c["market"] == market]
        if entry["verdict"] != worst([c["verdict"] for c in own if c["severity"] != "note"]):
            yield f"{here}: verdict {entry['verdict']} does not follow from its checks"
        for id in lists.get(market, ()):
            spoken = [c for c in own if c["rule"] == id]
            if len(spoken) < 1 or (len(spoken) > 1 and any(c["code"] == "list-consulted" for c in spoken)):
                yield f"{here}: {id} is not accounted for once"
        if list(lists.get(market, {}).values()) != list(entry["editions"]):
            yield f"{here}: editions {list(entry['editions'])}"
        words = ("law-edition", "identity-unknown", "composition-unknown")
        for id in {c["rule"] for c in own if re.fullmatch(rf"{RULE}|{LISTS}", c["rule"]) and c["rule"] not in words}:
            if not any(id == known or id.startswith(f"{known}-") for known in lists.get(market, ())):
                yield f"{here}: {id} is of no list of this market"
        if entry["coverage"] == "partial" and entry["verdict"] == "pass":
            yield f"{here}: partial coverage can fail a recipe but not pass it"
    if {c["market"] for c in recipe["checks"]} - {None} - recipe["markets"].keys() and recipe["markets"]:
        yield f"{at}: a check for a market that was not asked for"


def of_audit(found: Any) -> list[str]:
    counts = ("materials", "emulsifiers", "lipids", "minerals", "values", "values_read_at_source", "sources")
    faults = [*keys(found, "audit", counts=anything, lists=anything, wanting=anything, faults=anything)]
    for key in counts:
        value = found["counts"].get(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            faults.append(f"counts.{key}: {value!r}")
    rules = found["counts"].get("rules")
    if not isinstance(rules, dict) or not rules or any(m not in MARKETS or not isinstance(n, int) or n < 1 for m, n in rules.items()):
        faults.append(f"counts.rules: {rules!r}")
    if any(isinstance(v, bool) or not isinstance(v, int) for k, v in found["counts"].items() if k != "rules"):
        faults.append("counts: not whole numbers")
    for id, state in found["lists"].items():
        if not re.fullmatch(LISTS, id):
            faults.append(f"lists: {id!r} is no list")
        faults += keys(state, f"lists.{id}", read=number, expert_review=number, moved=number)
    for kind, names in found["wanting"].items():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            faults.append(f"wanting.{kind}: no list of texts")
        elif found["counts"].get(kind) != len(names):
            faults.append(f"wanting.{kind}: {len(names)}, but counted {found['counts'].get(kind)}")
    if not isinstance(found["faults"], list) or not all(isinstance(f, str) for f in found["faults"]):
        faults.append("faults: no list of texts")
    return faults
