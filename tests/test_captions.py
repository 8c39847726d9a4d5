"""Captions: both languages say the same of the same things, and every key that is used exists."""

from __future__ import annotations

import pytest
from networks import o2, w2

from derivations import DERIVATIONS, WRT
from symderiv.captions import CAPTIONS, JOINS, LANGUAGES, RULES, WORDS, caption, fill, holes, rule_name, word
from symderiv.constraint import ne
from symderiv.domain import Domain
from symderiv.expr import Var
from symderiv.latex.style import PLAIN
from symderiv.render.blocks import sentence, spell
from symderiv.step import Claim, Remark


@pytest.mark.parametrize("key", sorted(CAPTIONS))
def test_both_languages_say_the_same(key: str) -> None:
    found = CAPTIONS[key]
    names = [{name for name, _ in holes(w)} for w in (*found.ja, *found.en)]
    assert all(n == names[0] for n in names)
    assert 1 <= len(found.ja) == len(found.en) <= 2
    for wording in (*found.ja, *found.en):
        assert wording.strip() == wording
        assert wording
        assert wording.replace("{", "").isprintable()
        for _, join in holes(wording):
            assert join in ("", "equal", *JOINS["en"])


@pytest.mark.parametrize("table", [RULES, WORDS], ids=["rules", "words"])
def test_words_exist_in_both_languages(table: dict[str, dict[str, str]]) -> None:
    for key, wording in table.items():
        assert set(wording) == set(LANGUAGES), key
        assert len({frozenset(holes(w)) for w in wording.values()}) == 1, key


def test_joins_exist_in_both_languages() -> None:
    assert JOINS["ja"].keys() == JOINS["en"].keys()


UNLESS = (
    ("condition", Domain.of(ne("h", "i"))),
    ("factor", o2("h")),
    ("factor", w2("k", "h")),
    ("wrt", WRT),
)
SENTENCES = [
    ("independent unless", UNLESS, "ja", r"↑ $h \neq i$ なら $o_h^{(2)}$ も $w_{k,h}^{(2)}$ も $w_{j,i}$ に非依存"),
    (
        "independent unless",
        UNLESS,
        "en",
        r"↑ for $h \neq i$, neither $o_h^{(2)}$ nor $w_{k,h}^{(2)}$ depends on $w_{j,i}$",
    ),
    ("independent", (("factor", o2("h")), ("wrt", WRT)), "ja", r"↑ $o_h^{(2)}$ は $w_{j,i}$ に非依存"),
    ("independent", (("factor", o2("h")), ("wrt", WRT)), "en", r"↑ $o_h^{(2)}$ does not depend on $w_{j,i}$"),
    ("ties", (("tie", w2("j", "i")), ("tie", WRT)), "en", r"Here $w_{j,i}^{(2)} = w_{j,i}$"),
    ("chain rule", (), "ja", "チェーンルール"),
    ("input", (("variable", "x"),), "en", "x is an input (nothing defines it)"),
]


@pytest.mark.parametrize(("key", "bindings", "lang", "text"), SENTENCES)
def test_sentences(key: str, bindings: tuple[tuple[str, Var]], lang: str, text: str) -> None:
    assert sentence(key, bindings, PLAIN.about(), lang).replace("$i \\neq h$", "$h \\neq i$") == text


def test_lists_of_three() -> None:
    bindings = tuple(("factor", s) for s in "abc")
    assert fill("{factor:nor}", bindings, "en", str, str) == "a, b nor c"
    assert fill("{factor:both}", bindings, "ja", str, str) == "a も b も c も"


def test_unknown_keys_and_missing_bindings_are_faults() -> None:
    with pytest.raises(KeyError):
        caption("no such caption", (), "en", str, str)
    with pytest.raises(KeyError):
        caption("independent", (), "en", str, str)
    with pytest.raises(KeyError):
        rule_name("no such rule", "en")


def test_words() -> None:
    assert word("derivative of", "ja", {"of": "E", "wrt": "w"}) == "E の w に関する偏微分"


@pytest.mark.parametrize("name", sorted(DERIVATIONS))
def test_every_caption_of_a_derivation_exists(name: str) -> None:
    for item in DERIVATIONS[name]().items:
        key = item.caption
        assert not key or key in CAPTIONS
        if isinstance(item, Claim):
            assert all(step.rule in RULES for step in item.steps)
        if key and isinstance(item, (Claim, Remark)):
            needed = {n for n, _ in holes(CAPTIONS[key].ja[0])}
            assert needed <= {n for n, _ in item.bindings}
            assert all(spell(value, PLAIN) for _, value in item.bindings)
