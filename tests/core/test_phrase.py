"""A sentence with its values, in English as text."""

from formulator.core.phrase import Phrase


def test_a_phrase_is_its_sentence_with_the_values_in_it() -> None:
    assert str(Phrase("{symbol} absorbed", symbol="Zn")) == "Zn absorbed"
    assert str(Phrase("passes ({what})", what=Phrase("not measured"))) == "passes (not measured)"
    assert str(Phrase("{braces} stay without values")) == "{braces} stay without values"


def test_equal_phrases_are_one_in_a_set() -> None:
    assert len({Phrase("{symbol} absorbed", symbol="Zn"), Phrase("{symbol} absorbed", symbol="Zn"), Phrase("{symbol} absorbed", symbol="Cu")}) == 2
