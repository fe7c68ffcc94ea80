"""Checks and numbers in words. A check carries a code and values; the sentence is made here, from sources that another language translates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from formulator.core.checks import Check
from formulator.core.span import Span
from formulator.report.dose_words import DOSE_WORDS
from formulator.report.law_words import LAW_WORDS
from formulator.report.numbers import ends, listed, number, quantity, span
from formulator.report.numbers import figure as figure
from formulator.report.tongue import marked, say

__all__ = ["CODES", "figure", "market_words", "message", "number", "quantity", "span"]

Values = Mapping[str, Any]


def message(check: Check) -> str:
    """What a check found, in one or two sentences."""
    words = _WORDS[check.code](check, check.values)
    mend = check.values.get("mend")
    if not mend:
        return words
    most = number(mend["share"])
    if mend["rule"] == check.rule:
        return f"{words} {say('Set {material} to {share} % at most.', material=mend['material'], share=most)}"
    more = say("Set {material} to {share} % at most, which keeps {rule} too.", material=mend["material"], share=most, rule=mend["rule"])
    return f"{words} {more}"


def _total(check: Check, v: Values) -> str:
    total = number(v["total"], 7)
    if check.verdict == "pass":
        return say("The lines make {total} %.", total=total)
    if v["missing"] > 0:
        return say("The lines make {total} %: {amount} % is missing.", total=total, amount=number(abs(v["missing"])))
    return say("The lines make {total} %: {amount} % too much.", total=total, amount=number(abs(v["missing"])))


def _filler(check: Check, v: Values) -> str:
    return say(
        "The other lines make {others} %, so the q.s. line would be {share} %; it is counted as absent.", others=number(v["others"]), share=number(v["share"])
    )


def _gap(check: Check, v: Values) -> str:
    if v["required"] is None and v["blend"] is None:
        return say("Neither the required HLB nor the HLB of the emulsifiers is known.")
    if v["required"] is None:
        return say("The emulsifiers have HLB {blend}; the required HLB is not known.", blend=number(v["blend"]))
    required = number(v["required"])
    if v["blend"] is None and v["without"]:
        return say(
            "The oil phase needs HLB {required}; that of the emulsifiers is not known: no HLB on file of {materials}.",
            required=required,
            materials=listed(v["without"]),
        )
    if v["blend"] is None:
        return say("The oil phase needs HLB {required}; that of the emulsifiers is not known.", required=required)
    numbers = {"required": required, "blend": number(v["blend"]), "tolerance": number(v["tolerance"])}
    if check.verdict == "pass":
        return say("The oil phase needs HLB {required}, the emulsifiers have {blend}: within ±{tolerance}.", **numbers)
    return say("The oil phase needs HLB {required}, the emulsifiers have {blend}: outside ±{tolerance}.", **numbers)


def _unknown(check: Check, v: Values) -> str:
    if v["materials"]:
        return say(
            "No single required HLB for {emulsion} on file: {materials}. The required HLB is therefore a span.",
            emulsion=v["emulsion"],
            materials=listed(v["materials"]),
        )
    if v["lipids"]:
        return say("Every lipid has a required HLB for {emulsion} on file.", emulsion=v["emulsion"])
    return say("There is no lipid in this recipe.")


def _outside(check: Check, v: Values) -> str:
    if not v["materials"]:
        return say("All emulsifiers lie in the domain of Griffin's HLB.")
    return say("HLB arithmetic does not hold for {materials}.", materials=say("; ").join(_why_not(m) for m in v["materials"]))


def _why_not(v: Values) -> str:
    if v["instead"]:
        return say("{material} ({why}); instead: {instead}", material=v["material"], why=say(v["why"]), instead=say(v["instead"]))
    return say("{material} ({why})", material=v["material"], why=say(v["why"]))


def _reach(check: Check, v: Values) -> str:
    if "low" not in v:
        return say("Whether these emulsifiers can reach the required HLB cannot be told: a value is not known.")
    numbers = {
        "reach": number(v["low"]) if v["low"] == v["high"] else say("{low} to {high}", low=number(v["low"]), high=number(v["high"])),
        "required": number(v["required"]),
    }
    if check.verdict == "pass":
        return say("The emulsifiers reach HLB {reach}; {required} is needed.", **numbers)
    if v["required"] > v["high"]:
        return say("The emulsifiers reach only HLB {reach}; {required} is needed. Exchange one for a higher HLB.", **numbers)
    return say("The emulsifiers reach only HLB {reach}; {required} is needed. Exchange one for a lower HLB.", **numbers)


def _no_emulsifier(check: Check, v: Values) -> str:
    return say("An emulsion without an emulsifier: add one, or set emulsion to none.")


def _preservative(check: Check, v: Values) -> str:
    if v["materials"]:
        return say("Preserved with {materials}.", materials=listed(v["materials"]))
    if v["reason"]:
        return say("No preservative, declared: {reason}.", reason=v["reason"].rstrip(" ."))
    return say("There is water in it and no preservative of Annex V. Add one, or say in preservation why it needs none.")


def _target(check: Check, v: Values) -> str:
    source = {
        "pass": marked("{symbol} {have} meets the target of {goal} mg/kg."),
        "fail": marked("{symbol} {have} misses the target of {goal} mg/kg."),
        "cannot tell": marked("{symbol} {have} may or may not meet the target of {goal} mg/kg."),
    }[check.verdict]
    return say(source, symbol=check.subject, have=span(Span(v["low"], v["content"], v["high"]), "mg/kg"), goal=ends(v["min"], v["max"]))


def _identity(check: Check, v: Values) -> str:
    return say(
        "The law cannot be applied to {materials}: no INCI name or CAS number, a wrong one, or part of it is not named.", materials=listed(v["materials"])
    )


def _uncomposed(check: Check, v: Values) -> str:
    return say(
        "What {materials} is made of is not on file: up to its whole share it could be anything. Give formula, elements, or organic = true, to have it judged.",
        materials=listed(v["materials"]),
    )


def _no_market(check: Check, v: Values) -> str:
    return say("No market is named, so no law was consulted. Name one, such as EU.")


def _partial(check: Check, v: Values) -> str:
    return say("{rules} rules on file for {market}, not the whole law: it can fail a recipe, not clear it.", rules=v["rules"], market=check.market)


def _cost(check: Check, v: Values) -> str:
    if not v["materials"]:
        return say("Every line has a price.")
    return say("The cost is at least {least}: no price of {materials}.", least=quantity(v["least"], v["unit"]), materials=listed(v["materials"]))


def _currencies(check: Check, v: Values) -> str:
    parts = [say("{materials} in {currency}", materials=listed(names), currency=currency) for currency, names in v["currencies"].items()]
    return say("Prices in several currencies are not added up: {prices}. Write them in one.", prices=say("; ").join(parts))


def _material(check: Check, v: Values) -> str:
    return say("No material '{material}' on file: nothing can be told of it.", material=check.subject)


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
    "identity-unknown": _identity,
    "coverage-partial": _partial,
    "composition-unknown": _uncomposed,
    "market-missing": _no_market,
    "material-unknown": _material,
    "cost-unknown": _cost,
    "cost-currencies": _currencies,
    **LAW_WORDS,
    **DOSE_WORDS,
}
CODES = frozenset(_WORDS)


def market_words(market: str, verdict: str, rules: int, editions: Mapping[str, str], complete: bool) -> str:
    """A market's verdict without promising more than was looked at: never "EU pass"."""
    read = say(", ").join(say("{list} of {edition}", list=annex, edition=edition) for annex, edition in editions.items())
    if not read:
        lists = say("no rules on file")
    elif "II" in editions:
        lists = say("{rules} rules, Annex {lists}", rules=rules, lists=read)
    else:
        lists = say("{rules} rules, {lists}", rules=rules, lists=read)
    source = {
        "pass": marked("{market}: no fault found in {lists}"),
        "fail": marked("{market}: fault found in {lists}"),
        "cannot tell": marked("{market}: cannot tell from {lists}"),
    }[verdict]
    words = say(source, market=market, lists=lists)
    return words if complete else say("{verdict}; not the whole law", verdict=words)
