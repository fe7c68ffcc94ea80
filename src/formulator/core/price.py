"""What a material costs, as it is written: "12.50 EUR/kg", "3 USD/lb", "145 EUR/25 kg". No rate of exchange is known here, and none is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from formulator.core.span import Span
from formulator.core.units import QuantityError, quantity, span

# ISO 4217, and those withdrawn in the last years: a file outlives its currency
_CODES = """AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUC CUP CVE CZK
DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW
KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED
VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL"""
CURRENCIES = frozenset(_CODES.split())
EXAMPLE = "12.50 EUR/kg"
_LARGEST = 1e9  # per kg; far above any active
_FOR = re.compile(r"(.*?)\s*(?<![^\W\d_])([A-Za-z]{3})\s*", re.DOTALL)
_MASS = re.compile(r"(\d+(?:\.\d+)?)?\s*(\D.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Price:
    """So much of a currency for a kilogram."""

    span: Span
    currency: str

    @property
    def unit(self) -> str:
        """ "EUR/kg"."""
        return f"{self.currency}/kg"


def price(text: str) -> Price:
    """A number (or "10 - 12"), the three letters of a currency, and for what mass. Raises QuantityError."""
    plain = text.strip()
    head, slash, per = (part.strip() for part in plain.partition("/"))
    match = _FOR.fullmatch(head)
    if match is None:
        raise QuantityError(f"'{plain}' has no currency", f"Write a number, the currency's three letters and for what mass, such as '{EXAMPLE}'.")
    number, code = match[1], match[2]
    if code not in CURRENCIES:
        fix = f"Did you mean '{code.upper()}'?" if code.upper() in CURRENCIES else "Write a code of ISO 4217, such as EUR."
        raise QuantityError(f"no currency '{code}'", fix)
    if not slash:
        raise QuantityError(f"'{plain}' does not say for what mass", f"Write '{plain}/kg', or another mass.")
    what = span(number, "")
    mass = _MASS.fullmatch(per)
    kilograms = quantity(f"{mass[1] or 1} {mass[2]}", "kg") if mass else 0.0
    if kilograms <= 0:
        raise QuantityError(f"'{per}' is no mass", f"Write a mass behind the stroke, such as '{EXAMPLE}'.")
    low, high = (float(f"{x / kilograms:.15g}") for x in (what.low, what.high))
    if low < 0:
        raise QuantityError(f"'{plain}' is below zero", "A price cannot be negative.")
    if high > _LARGEST:
        raise QuantityError(f"'{plain}' is too large", "Write what is paid for a kilogram.")
    return Price(Span.exact(low) if low == high else Span.between(low, high), code)
