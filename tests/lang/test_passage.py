"""A text made ready: what may hold something to read, and which words are names."""

from __future__ import annotations

import pytest

from claimdiff.lang.pack import load
from claimdiff.lang.passage import passage
from claimdiff.text.fold import fold


@pytest.mark.parametrize(
    ("text", "anchored"),
    [
        ("وصل خمسة رجال", True),
        ("وصلوا في مايو", True),
        ("وصل 5 رجال", True),
        ("وصل الرجال إلى بيوتهم", False),
        ("الرجال", True),
    ],
)
def test_a_sentence_without_numbers_and_dates_is_passed_over(text: str, anchored: bool) -> None:
    """A lone word is looked at all the same: it may be a unit, "an hour"."""
    made = passage(load(), fold(text).text)
    assert [made.anchored(words) for *_, words in made.sentences] == [anchored]


def test_names_are_found_in_text_and_heading() -> None:
    made = passage(load(), fold("وصلوا إلى بغداد. ثم عادوا من العراق.").text, fold("رحلة إلى بيروت").text)
    assert all(made.pack.words[fold(name).text].names for name in ("بغداد", "العراق", "بيروت"))
    assert made.named(made.heading) == [2]
    assert [made.named(words) for *_, words in made.sentences] == [[2], [3]]


def test_tokens_are_those_of_the_sentence_alone() -> None:
    text = fold("قال ذلك. قتل 5 آلاف رجل في 3 مايو 2019.").text
    made, pack = passage(load(), text), load()
    for sentence in made.sentences:
        alone = pack.tokens(text, sentence[0], sentence[1])
        tokens = made.tokens(sentence)
        assert [word.text for word in tokens.words] == [word.text for word in alone.words]
        assert tokens.kinds == alone.kinds


def test_spans_of_words_that_stand_twice_are_their_own() -> None:
    text = fold("وصل 5 إلى 15 رجلا ثم 5 رجال.").text
    made = passage(load(), text)
    tokens = made.tokens(made.sentences[0])
    fives = [at for at, word in enumerate(tokens.words) if word.text == "5"]
    spans = [tokens.span(at, at + 1) for at in reversed(fives)]
    assert [text[:start].count("5") for start, _ in spans] == [2, 0]
    assert all(text[start:end] == "5" for start, end in spans)
