"""Checks and numbers in English. A check carries a code and values; the sentence is made here, so that another language is another table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from formulator.core.checks import Check
from formulator.core.span import Span
from formulator.report.dose_words import DOSE_WORDS
from formulator.report.numbers import figure as figure
from formulator.report.numbers import listed, number, quantity, span

__all__ = ["CODES", "figure", "market_words", "message", "number", "quantity", "span"]

Values = Mapping[str, Any]


def message(check: Check) -> str:
    """What a check found, in one or two sentences."""
    words = _WORDS[check.code](check, check.values)
    mend = check.values.get("mend")
    if not mend:
        return words
    binding = f", which keeps {mend['rule']} too" if mend["rule"] != check.rule else ""
    return f"{words} Set {mend['material']} to {number(mend['share'])} % at most{binding}."


def _total(check: Check, v: Values) -> str:
    if check.verdict == "pass":
        return f"The lines make {number(v['total'], 7)} %."
    amount = number(abs(v["missing"]))
    return f"The lines make {number(v['total'], 7)} %: {amount} % {'is missing' if v['missing'] > 0 else 'too much'}."


def _filler(check: Check, v: Values) -> str:
    return f"The other lines make {number(v['others'])} %, so the q.s. line would be {number(v['share'])} %; it is counted as absent."


def _gap(check: Check, v: Values) -> str:
    if v["required"] is None and v["blend"] is None:
        return "Neither the required HLB nor the HLB of the emulsifiers is known."
    if v["required"] is None:
        return f"The emulsifiers have HLB {number(v['blend'])}; the required HLB is not known."
    if v["blend"] is None:
        why = f": no HLB on file of {listed(v['without'])}" if v["without"] else ""
        return f"The oil phase needs HLB {number(v['required'])}; that of the emulsifiers is not known{why}."
    words = f"The oil phase needs HLB {number(v['required'])}, the emulsifiers have {number(v['blend'])}"
    within = "within" if check.verdict == "pass" else "outside"
    return f"{words}: {within} ±{number(v['tolerance'])}."


def _unknown(check: Check, v: Values) -> str:
    if not v["materials"]:
        return f"Every lipid has a required HLB for {v['emulsion']} on file." if v["lipids"] else "There is no lipid in this recipe."
    return f"No single required HLB for {v['emulsion']} on file: {listed(v['materials'])}. The required HLB is therefore a span."


def _outside(check: Check, v: Values) -> str:
    if not v["materials"]:
        return "All emulsifiers lie in the domain of Griffin's HLB."
    parts = [f"{m['material']} ({m['why']}); instead: {m['instead']}" if m["instead"] else f"{m['material']} ({m['why']})" for m in v["materials"]]
    return f"HLB arithmetic does not hold for {'; '.join(parts)}."


def _reach(check: Check, v: Values) -> str:
    if "low" not in v:
        return "Whether these emulsifiers can reach the required HLB cannot be told: a value is not known."
    reach = number(v["low"]) if v["low"] == v["high"] else f"{number(v['low'])} to {number(v['high'])}"
    if check.verdict == "pass":
        return f"The emulsifiers reach HLB {reach}; {number(v['required'])} is needed."
    way = "higher" if v["required"] > v["high"] else "lower"
    return f"The emulsifiers reach only HLB {reach}; {number(v['required'])} is needed. Exchange one for a {way} HLB."


def _no_emulsifier(check: Check, v: Values) -> str:
    return "An emulsion without an emulsifier: add one, or set emulsion to none."


def _preservative(check: Check, v: Values) -> str:
    if v["materials"]:
        return f"Preserved with {listed(v['materials'])}."
    if v["reason"]:
        return f"No preservative, declared: {v['reason'].rstrip(' .')}."
    return "There is water in it and no preservative of Annex V. Add one, or say in preservation why it needs none."


def _target(check: Check, v: Values) -> str:
    ends = [f"at least {number(v['min'])}" if v["min"] is not None else "", f"at most {number(v['max'])}" if v["max"] is not None else ""]
    goal = " and ".join(e for e in ends if e)
    have = span(Span(v["low"], v["content"], v["high"]), "mg/kg")
    state = {"pass": "meets", "fail": "misses", "cannot tell": "may or may not meet"}[check.verdict]
    return f"{check.subject} {have} {state} the target of {goal} mg/kg."


def _prohibited(check: Check, v: Values) -> str:
    words = "is prohibited" if check.verdict == "fail" else "may be prohibited"
    return f"{listed(v['substances'])} {words}, whatever the dose: {v['title']}."


def _limit(check: Check, v: Values) -> str:
    share = span(Span(v["low"], v["share"], v["high"]), "%")
    expressed = f" as {v['as']}" if v["as"] else ""
    ends = [f"limit {number(v['limit'])} %" if v["limit"] is not None else "", f"at least {number(v['minimum'])} %" if v["minimum"] is not None else ""]
    goal = ", ".join(e for e in ends if e) + (" each" if v["each"] else "")
    if v.get("unstated"):
        return f"{listed(v['substances'])} {share}{expressed}, {goal}: say with `as` what {listed(v['unstated'])} is used for."
    ph = f" {_condition(check, v)}" if "ph" in v else ""
    unsure = " What it rests on is recalled, and settles nothing." if v["recalled"] else ""
    return f"{listed(v['substances'])} {share}{expressed}, {goal}.{unsure}{ph}{_sentence(v['duty'])}"


def _condition(check: Check, v: Values) -> str:
    ends = [f"at least {number(v['ph_low'])}" if v["ph_low"] is not None else "", f"at most {number(v['ph_high'])}" if v["ph_high"] is not None else ""]
    goal = " and ".join(e for e in ends if e)
    return f"pH must be {goal}; the recipe says {v['ph']}." if v["ph"] else f"pH must be {goal}; the recipe does not say its pH."


def _total_limit(check: Check, v: Values) -> str:
    return f"In sum: {_limit(check, v)}"


def _here(check: Check, v: Values) -> str:
    if v.get("unstated"):
        return f"{listed(v['substances'])} is not permitted in this product for one of its uses: say with `as` what {listed(v['unstated'])} is used for."
    words = "is" if check.verdict == "fail" else "may be"
    return f"{listed(v['substances'])} {words} not allowed in this product ({v['product']}).{_sentence(v['duty'])}"


def _label_duty(check: Check, v: Values) -> str:
    share = span(Span(v["low"], v["share"], v["high"]), "%")
    due = {"yes": "due", "no": "not due", "perhaps": "may be due"}[v["due"]]
    return f"{listed(v['substances'])} {share}: label duty above {number(v['above'])} % is {due}: {v['says'].rstrip(' .')}."


def _condition_only(check: Check, v: Values) -> str:
    return f"{listed(v['substances'])}: {_condition(check, v)}"


def _scope(check: Check, v: Values) -> str:
    if v["unstated"]:
        return f"{listed(v['substances'])} is not listed for this product for one of its uses: say with `as` what {listed(v['unstated'])} is used for."
    return f"{listed(v['substances'])} is restricted to other products than {v['product']}: expert review. {_short(v['title'])}."


_STATES = {
    "unread": "this entry has not been read into a limit yet",
    "changed": "the entry changed since it was read",
    "earlier": "its words on this date are not on file",
}


def _duty(check: Check, v: Values) -> str:
    return f"{listed(v['substances'])}: permitted here.{_sentence(v['duty'])}"


def _review(check: Check, v: Values) -> str:
    return f"{listed(v['substances'])}: expert review, {(v['why'] or _STATES[v['state']]).rstrip('.')}. Entry: {_short(v['title'])}."


def _not_on_list(check: Check, v: Values) -> str:
    if check.verdict == "fail":
        return f"{listed(v['substances'])} is used as {v['function']} and is not on the list of those permitted (edition {v['edition']})."
    return f"{listed(v['substances'])} is not a permitted {v['function']} (edition {v['edition']}): say with `as` what {v['material']} is used for."


def _consulted(check: Check, v: Values) -> str:
    found = "no entry matched" if not v["matched"] else f"{v['matched']} entr{'y' if v['matched'] == 1 else 'ies'} matched"
    return f"{_annex(v['annex'])}, {v['rules']} entries, edition {v['edition']}: {found}."


def _edition(check: Check, v: Values) -> str:
    if check.verdict == "pass":
        return f"{_annex(v['annex'])}: edition {v['edition']}, not older than 18 months on this date."
    return f"{_annex(v['annex'])}: edition {v['edition']} is {v['months']} months old on this date; changes since then are not in it."


def _identity(check: Check, v: Values) -> str:
    return f"The law cannot be applied to {listed(v['materials'])}: no INCI name or CAS number, a wrong one, or part of it is not named."


def _uncomposed(check: Check, v: Values) -> str:
    them = listed(v["materials"])
    return f"What {them} is made of is not on file: up to its whole share it could be anything. Give formula, elements, or organic = true, to have it judged."


def _no_market(check: Check, v: Values) -> str:
    return "No market is named, so no law was consulted. Name one, such as EU."


def _partial(check: Check, v: Values) -> str:
    return f"{v['rules']} rules on file for {check.market}, not the whole law: it can fail a recipe, not clear it."


def _cost(check: Check, v: Values) -> str:
    if not v["materials"]:
        return "Every line has a price."
    return f"The cost is at least {quantity(v['least'], v['unit'])}: no price of {listed(v['materials'])}."


def _currencies(check: Check, v: Values) -> str:
    parts = [f"{listed(names)} in {currency}" for currency, names in v["currencies"].items()]
    return f"Prices in several currencies are not added up: {'; '.join(parts)}. Write them in one."


def _material(check: Check, v: Values) -> str:
    return f"No material '{check.subject}' on file: nothing can be told of it."


_WORDS: Mapping[str, Callable[[Check, Values], str]] = {
    "total": _total,
    "qs-below-zero": _filler,
    "hlb-gap": _gap,
    "hlb-unknown": _unknown,
    "hlb-not-applicable": _outside,
    "hlb-unreachable": _reach,
    "no-emulsifier": _no_emulsifier,
    "preservative-missing": _preservative,
    "target": _target,
    "prohibited": _prohibited,
    "prohibited-here": _here,
    "limit-in-sum": _total_limit,
    "label-duty": _label_duty,
    "limit": _limit,
    "condition": _condition_only,
    "duty": _duty,
    "outside-scope": _scope,
    "expert-review": _review,
    "not-on-list": _not_on_list,
    "list-consulted": _consulted,
    "law-edition": _edition,
    "identity-unknown": _identity,
    "coverage-partial": _partial,
    "composition-unknown": _uncomposed,
    "market-missing": _no_market,
    "material-unknown": _material,
    "cost-unknown": _cost,
    "cost-currencies": _currencies,
    **DOSE_WORDS,
}
CODES = frozenset(_WORDS)


def _annex(name: str) -> str:
    return f"Annex {name}" if re.fullmatch(r"[IVX]+", name) else name


def market_words(market: str, verdict: str, rules: int, editions: Mapping[str, str], complete: bool) -> str:
    """A market's verdict without promising more than was looked at: never "EU pass"."""
    read = ", ".join(f"{annex} of {edition}" for annex, edition in editions.items())
    lists = f"{rules} rules, {'Annex ' if 'II' in editions else ''}{read}" if read else "no rules on file"
    lead = {"pass": "no fault found in", "fail": "fault found in", "cannot tell": "cannot tell from"}[verdict]
    return f"{market}: {lead} {lists}" + ("" if complete else "; not the whole law")


def _sentence(text: str) -> str:
    """What the data say, as a sentence behind another."""
    return f" {text[0].upper()}{text[1:].rstrip(' .')}." if text else ""


def _short(text: str) -> str:
    return text if len(text) <= 110 else f"{text[:107].rstrip()}…"
