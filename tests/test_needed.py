"""What a text must hold for a pattern: a quick search finds all that the pattern finds."""

from __future__ import annotations

import re

import pytest

from symderiv.check.looks import hidden_layers, last_layer_told, one_or_two_arrays, true_class
from symderiv.latex import excepted
from symderiv.needed import asking, needed
from symderiv.pattern import LONG, LONG_TEXT, OFTEN, lazily
from symderiv.resolve import told_of_names

TEXTS = (
    "The OUTPUT Layer is linear",
    "die letzte Schicht ist linear",
    "出力層は恒等関数",
    "weights are tied",
    "wir teilen die Gewichte",
    "the hidden unitſ",
    "for the wrong classes, or every other class",
    "последний слой",
    "no words at all",
)


@pytest.mark.parametrize(
    "pattern",
    [
        excepted.LAST,
        hidden_layers.HIDDEN,
        last_layer_told.LINEAR,
        one_or_two_arrays.WEIGHTS,
        told_of_names.SHARED,
        true_class.OTHERS,
    ],
)
def test_what_a_pattern_finds_holds_what_it_needs(pattern: re.Pattern[str]) -> None:
    compiled = re.compile(pattern.pattern, re.I)
    may_hold = asking(needed(compiled.pattern, re.I), True)
    for text in TEXTS:
        assert may_hold(text) or compiled.search(text) is None


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("abc|def", {"abc", "def"}),
        ("ab?cd", {"acd", "abcd"}),
        ("[Rr]ows", {"Rows", "rows"}),
        ("(?:x+abc)+", {"abc"}),
        ("(?:abc)*", set()),
        ("(?:abc)?de", {"de"}),
        ("abc(?=def?)", {"abc"}),
        ("(?!abc)d+", set()),
        ("abc|[a-z]+", set()),
        ("a|bc", set()),
        ("行|行列", {"行"}),
        ("(?i:abc)x+de", {"de"}),
        (r"(ab)\\1+", {"ab"}),
    ],
)
def test_words_read_off_a_pattern(pattern: str, words: set[str]) -> None:
    assert needed(pattern) == words


def test_letters_that_equal_another_where_case_is_ignored_are_found() -> None:
    cased = [c for c in map(chr, range(0x20000)) if c.lower() != c or c.upper() != c or c.casefold() != c]
    every = "".join(cased)
    for c in cased:
        for other in re.findall(c, every, re.I):
            assert asking(frozenset([c.casefold()]), True)(other) or not needed(f"x{c}", re.I)


def test_a_pattern_asked_often_finds_the_same() -> None:
    typed = r"\b(?:hidden|inner|intermediate)\s+(?:layer|unit|neuron|node)s?\b|隠れ層|中間層|隐藏层"
    assert len(typed) >= LONG
    quick, plain = lazily(typed, re.I), re.compile(typed, re.I)
    filler = "so that nothing is said here of any of them " * 2
    texts = [
        filler,
        filler + "the Hidden  units",
        filler + "隠れ層",
        filler + "hidden",
        "inner node",
        "İnner node " + filler,
    ]
    assert any(len(x) < LONG_TEXT for x in texts)
    for _ in range(OFTEN + 1):
        for text in texts:
            found, wanted = quick.search(text), plain.search(text)
            assert (found and found.span()) == (wanted and wanted.span())
            assert quick.findall(text) == plain.findall(text)
            assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]
            assert quick.sub("-", text, count=1) == plain.sub("-", text, count=1)
            assert bool(quick.search(text, 5)) == bool(plain.search(text, 5))
