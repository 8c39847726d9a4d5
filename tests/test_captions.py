"""Captions: both languages say the same of the same things, and every key that is used exists."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from networks import NETWORKS, o2, w2

import symderiv.step
from derivations import DERIVATIONS, WRT
from symderiv.affine import Sym
from symderiv.captions import CAPTIONS, JOINS, LANGUAGES, RULES, WORDS, caption, fill, heading, holes, word
from symderiv.derive import derive
from symderiv.derive.rules import RULES as LAWS
from symderiv.domain import Domain
from symderiv.domain.constraint import ne
from symderiv.expr import Partial, Var
from symderiv.latex.style import PLAIN
from symderiv.render.blocks import Sentence, blocks, sentence, spell
from symderiv.step import Claim, Remark, Route
from symderiv.system import Role


@pytest.mark.parametrize("key", sorted(CAPTIONS))
def test_both_languages_say_the_same(key: str) -> None:
    found = CAPTIONS[key]
    names = [{name for name, _ in holes(w)} for w in (*found.ja, *found.en)]
    assert all(n == names[0] for n in names)
    assert all(1 <= len(forms) <= 3 for forms in (found.ja, found.en))
    assert (len(found.ja) > 1) == (len(found.en) > 1)
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
    assert sentence(key, bindings, PLAIN.about(Sym("i")), lang) == text


def test_lists_of_three() -> None:
    bindings = tuple(("factor", s) for s in "abc")
    assert fill("{factor:nor}", bindings, "en", str, str) == "a, b nor c"
    assert fill("{factor:both}", bindings, "ja", str, str) == "a も b も c も"


def test_unknown_keys_and_missing_bindings_are_faults() -> None:
    with pytest.raises(KeyError):
        caption("no such caption", (), "en", str, str)
    with pytest.raises(KeyError):
        caption("independent", (), "en", str, str)


def test_words() -> None:
    assert word("wrong", "ja") == "誤り"


def test_headings_name_every_derivative() -> None:
    goals = (("of", "E"), ("wrt", "w"))
    assert heading(goals, "ja", str, str) == "E の w に関する偏微分"
    assert (
        heading((*goals, ("wrt", "b"), ("wrt", "c")), "en", str, str)
        == "The derivatives of E with respect to w, b and c"
    )


def emitted(source: str) -> Iterator[tuple[str, str]]:
    """Every caption and rule that a module names when it makes an item: pairs of table and key."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        place = {"Remark": 0, "Step": 1, "Definitions": 1, "Claim": 4}.get(call.func.id)
        if place is None:
            continue
        kind = "rule" if call.func.id == "Step" else "caption"
        found = call.args[place] if len(call.args) > place else {k.arg: k.value for k in call.keywords}.get(kind)
        for constant in ast.walk(found) if isinstance(found, (ast.Constant, ast.IfExp)) else ():
            if isinstance(constant, ast.Constant) and isinstance(constant.value, str) and constant.value:
                yield kind, constant.value


MODULES = sorted(Path(symderiv.step.__file__).parent.rglob("*.py"))


def test_every_key_that_a_module_names_exists() -> None:
    found = {pair for path in MODULES for pair in emitted(path.read_text(encoding="utf-8"))}
    assert ("caption", "chain rule") in found
    missing = {(kind, key) for kind, key in found if key not in (RULES if kind == "rule" else CAPTIONS)}
    assert not missing


def test_every_rule_has_its_words_and_nothing_else_has() -> None:
    assert RULES.keys() == LAWS.keys()


def test_a_missing_key_would_be_found() -> None:
    """Meta-test for the one above."""
    source = "Step(x, 'a' if y else 'b')\nClaim(l, s, caption='c')\nRemark('d', ())\nStep(right=x, rule='e')"
    pairs = [("rule", "a"), ("rule", "b"), ("caption", "c"), ("caption", "d"), ("rule", "e")]
    assert sorted(emitted(source)) == sorted(pairs)


@pytest.mark.parametrize("route", [None, Route.BACKPROP], ids=["usual", "backprop"])
@pytest.mark.parametrize("name", sorted(NETWORKS))
def test_whatever_is_derived_can_be_said_in_both_languages(name: str, route: Route | None) -> None:
    system = NETWORKS[name]()
    weight = next(p.lhs for p in system.pieces if p.body is None and p.role is Role.PARAMETER)
    assert system.objective is not None
    derivation = derive(system, Partial(Var(system.objective), weight), route)
    assert all(step.rule in RULES for claim in derivation.claims for step in claim.steps)
    for lang in LANGUAGES:
        assert any(isinstance(b, Sentence) for b in blocks(derivation, lang))


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
