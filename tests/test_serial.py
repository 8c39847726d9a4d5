"""JSON: everything reads back equal, and nothing that is not a node's JSON is accepted."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import NETWORKS
from strategies import brackets, cases, conditions, expressions

from derivations import DERIVATIONS, lecture
from symderiv.affine import Affine, IntFn, Sym, affine
from symderiv.domain import Domain
from symderiv.domain.constraint import Constraint, congruent
from symderiv.errors import Place, SymderivError
from symderiv.expr import Expr, Num, Variable, num
from symderiv.serial import NODES, SerialError, dump, from_json, load, to_json
from symderiv.step import Counterexample, Evidence, Judgement, Verdict
from symderiv.system import System


def through_text(value: object, kind: Any) -> Any:
    return load(json.loads(json.dumps(dump(value), allow_nan=False)), kind)


@pytest.mark.parametrize("name", sorted(DERIVATIONS))
def test_derivations_read_back(name: str) -> None:
    derivation = DERIVATIONS[name]()
    again = from_json(to_json(derivation))
    assert again == derivation
    assert again.items == derivation.items
    assert [d.latex for d in again.system.displays] == [d.latex for d in derivation.system.displays]
    assert to_json(again) == to_json(derivation)


@pytest.mark.parametrize("name", sorted(NETWORKS))
def test_networks_read_back(name: str) -> None:
    system = NETWORKS[name]()
    again = through_text(system, System)
    assert again == system
    assert [p.variable.spelling for p in again.pieces] == [p.variable.spelling for p in system.pieces]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.one_of(expressions, brackets, cases))
def test_expressions_read_back(e: Expr) -> None:
    assert through_text(e, Expr) == e


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(conditions, max_size=4))
def test_conditions_read_back(found: list[Constraint]) -> None:
    d = Domain.of(*found)
    assert through_text(d, Domain) == d


VALUES: list[tuple[object, Any]] = [
    (Verdict(Judgement.RIGHT, Evidence.PROVED), Verdict),
    (Verdict(Judgement.UNPROVED, detail="why", error=float("inf")), Verdict),
    (
        Verdict(
            Judgement.WRONG,
            Evidence.EXACT,
            error=1e-15,
            draws=((("I", 3), ("J", 2)),),
            counterexample=Counterexample((("I", 2),), (("i", 1),), "1/3", "2", 7),
        ),
        Verdict,
    ),
    (Place(1, 2, "x = w_{}", 3, "net.md"), Place),
    (congruent("i", "j", 3), Constraint),
    (affine(IntFn("d", (affine("l") - 1,), "d_{#1}")), Affine),
    (num(10**200), Num),
]


@pytest.mark.parametrize(("value", "kind"), VALUES)
def test_values_read_back(value: object, kind: Any) -> None:
    assert through_text(value, kind) == value


def test_every_node_class_is_known() -> None:
    assert {"Sum", "Affine", "Sym", "Domain", "Claim", "Derivation", "System", "Piece", "Verdict", "Draft"} <= set(
        NODES
    )


# ------------------------------------------------------------------------------------------------------ hostile texts


def broken(change: Any) -> str:
    data = json.loads(to_json(lecture()))
    change(data)
    return json.dumps(data)


def set_in(*path: Any) -> Any:
    *keys, last, value = path

    def change(data: Any) -> None:
        for key in keys:
            data = data[key]
        data[last] = value

    return change


GOAL = ("derivation", "goal")
HOSTILE = {
    "empty": "",
    "no JSON": "{",
    "a number": "3",
    "a list": "[]",
    "another schema": '{"schema": "other"}',
    "no derivation": '{"schema": "symderiv", "version": 1}',
    "not a number": '{"schema": "symderiv", "version": NaN}',
    "deep": "[" * 200_000,
    "deep objects": '{"a":' * 50_000,
    "many digits": '{"schema": "symderiv", "version": ' + "9" * 100_000 + "}",
    "another version": broken(set_in("version", 2)),
    "version true": broken(set_in("version", "1")),
    "unknown tag": broken(set_in(*GOAL, "is", "os.system")),
    "tag is a list": broken(set_in(*GOAL, "is", ["Partial"])),
    "wrong class": broken(set_in(*GOAL, {"is": "Num", "value": "1"})),
    "a dunder": broken(set_in(*GOAL, "is", "__class__")),
    "extra field": broken(set_in(*GOAL, "extra", 1)),
    "extra top": broken(set_in("extra", 1)),
    "hash given": broken(set_in(*GOAL, "_hash", 1)),
    "missing field": broken(lambda d: d["derivation"]["goal"].pop("wrt")),
    "text for a flag": broken(set_in(*GOAL, "direct", "yes")),
    "number for a flag": broken(set_in(*GOAL, "direct", 1)),
    "null for a node": broken(set_in(*GOAL, "of", None)),
    "list for a node": broken(set_in(*GOAL, "of", [])),
    "wrong arity": broken(set_in(*GOAL, "wrt", "indices", [])),
    "unknown route": broken(set_in("derivation", "route", "teleport")),
    "route is a list": broken(set_in("derivation", "route", [])),
    "zero denominator": broken(set_in(*GOAL, "of", {"is": "Num", "value": "1/0"})),
    "no fraction": broken(set_in(*GOAL, "of", {"is": "Num", "value": "__import__('os')"})),
    "unicode digits": broken(set_in(*GOAL, "of", {"is": "Num", "value": "１"})),
    "huge fraction": broken(set_in(*GOAL, "of", {"is": "Num", "value": "1" * 5000})),
    "float for an integer": broken(set_in(*GOAL, "wrt", "indices", 0, "const", 1.5)),
    "zero coefficient": broken(set_in(*GOAL, "wrt", "indices", 0, "terms", [[{"is": "Sym", "name": "i"}, 0]])),
    "pair of three": broken(set_in(*GOAL, "wrt", "indices", 0, "terms", [[{"is": "Sym", "name": "i"}, 1, 2]])),
    "constraint not normal": broken(set_in("derivation", "system", "context", "constraints", 0, "form", "const", 7.0)),
    "relation unknown": broken(set_in("derivation", "system", "context", "constraints", 0, "rel", "<")),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_texts_are_refused(name: str) -> None:
    with pytest.raises(SerialError):
        from_json(HOSTILE[name])


def test_terms_out_of_order_are_refused() -> None:
    form = dump(affine("i") + "j")
    form["terms"].reverse()
    with pytest.raises(SerialError, match="canonical"):
        load(form, Affine)


def test_a_constraint_that_is_not_reduced_is_refused() -> None:
    text = {"is": "Constraint", "rel": ">=", "form": dump(2 * affine("i") - 3), "modulus": 0}
    with pytest.raises(SerialError, match="canonical"):
        load(text, Constraint)


def test_an_endless_modulus_is_refused() -> None:
    text = {"is": "Constraint", "rel": "mod", "form": dump(affine("i")), "modulus": -3}
    with pytest.raises(SerialError):
        load(text, Constraint)


def test_nested_sums_have_a_limit() -> None:
    e: Any = {"is": "Num", "value": "1"}
    for _ in range(1000):
        e = {"is": "Pow", "base": e, "exponent": {"is": "Num", "value": "2"}}
    with pytest.raises(SerialError, match="deep"):
        load(e, Expr)


def test_only_nodes_are_written() -> None:
    with pytest.raises(TypeError):
        dump(object())
    with pytest.raises(TypeError):
        dump(Sym)


def scrambled(data: Any, rng: random.Random) -> Any:
    """The same JSON with one value somewhere replaced by another."""
    data = copy.deepcopy(data)
    places: list[tuple[Any, Any]] = []

    def visit(x: Any) -> None:
        for key, value in x.items() if isinstance(x, dict) else enumerate(x):
            places.append((x, key))
            if isinstance(value, (dict, list)):
                visit(value)

    visit(data)
    (x, key), (y, other) = rng.choice(places), rng.choice(places)
    x[key] = rng.choice([copy.deepcopy(y[other]), None, -1, "", [], {}, 1e308, True])
    return data


def test_scrambled_texts_never_crash() -> None:
    """Any single change gives a derivation or a SymderivError, nothing else; most changes are noticed."""
    rng = random.Random(5)
    original = json.loads(to_json(DERIVATIONS["brackets"]()))
    refused = 0
    for _ in range(150):
        try:
            from_json(json.dumps(scrambled(original, rng)))
        except SymderivError:
            refused += 1
    assert refused > 50


def test_variables_keep_their_spelling() -> None:
    v = Variable("p_{#,#}", "p_{#1#2}")
    assert through_text(v, Variable).spelling == "p_{#1#2}"
