"""Formulator: one open recipe, judged by emulsion, elements, dose and law."""

__version__ = "0.1.0"
