"""Renderings of an Assessment: words, derivations, text, JSON. Nothing is judged here."""
