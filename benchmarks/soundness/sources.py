"""Where formulas come from: networks (of the catalogue, and random ones) with what is derived of them, as plain trees.

Only data are taken over: expressions, pieces, domains. `Unsupported` for what the small language lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from fuzz import derivations
from independent.interpreter import FUNCTIONS, Definition, Model
from independent.tree import (
    Call,
    Condition,
    Entry,
    Form,
    Number,
    Plus,
    Power,
    Quotient,
    Size,
    Slope,
    Times,
    Total,
    Tree,
    Truth,
    Unsupported,
    every,
)
from random_networks import random_network

from symderiv import catalogue, expr
from symderiv.affine import Affine, Sym
from symderiv.domain.constraint import Constraint, Domain
from symderiv.expr import Expr
from symderiv.load import load
from symderiv.step import Derivation
from symderiv.system import Assumption, Piece, System


def form_of(a: Affine) -> Form:
    """An index."""
    terms = []
    for atom, c in a.terms:
        if not isinstance(atom, Sym) or len(atom.name) != 1:
            raise Unsupported("an index that is no form of letters")
        terms.append((atom.name, c))
    return Form(tuple(sorted(terms)), a.const)


def condition_of(c: Constraint) -> Condition:
    """A constraint."""
    relation = {"==": "=", "!=": "!", ">=": ">"}.get(c.rel)
    if relation is None:
        raise Unsupported("a congruence")
    return Condition(relation, form_of(c.form))


def conditions_of(d: Domain) -> tuple[Condition, ...]:
    """The constraints of a domain."""
    return tuple(map(condition_of, d.constraints))


def tree_of(e: Expr) -> Tree:
    """An expression."""
    match e:
        case expr.Num():
            return Number(e.value)
        case expr.Index():
            return Size(form_of(e.form))
        case expr.Var():
            return Entry(e.variable.key, tuple(map(form_of, e.indices)))
        case expr.Apply() if len(e.args) == 1 and e.function in FUNCTIONS:
            return Call(e.function, e.order[0], tree_of(e.args[0]))
        case expr.Add():
            return Plus(tuple(map(tree_of, e.terms)))
        case expr.Mul():
            return Times(tuple(map(tree_of, e.factors)))
        case expr.Div():
            return Quotient(tree_of(e.numerator), tree_of(e.denominator))
        case expr.Pow() if isinstance(e.exponent, expr.Num) and e.exponent.value.denominator == 1:
            n = e.exponent.value.numerator
            return (
                Power(tree_of(e.base), n) if n > 0 else Quotient(Number(expr.num(1).value), Power(tree_of(e.base), -n))
            )
        case expr.Sum() if len(e.lowers) == len(e.uppers) == 1:
            where = tuple(map(condition_of, e.where))
            return Total(e.letter.name, form_of(e.lowers[0]), form_of(e.uppers[0]), tree_of(e.body), where)
        case expr.Bracket():
            return Truth(tuple(map(condition_of, e.where)))
        case expr.Labelled():
            return tree_of(e.body)
        case expr.Partial():
            wrt = tree_of(e.wrt)
            assert isinstance(wrt, Entry)
            return Slope(tree_of(e.of), wrt, e.direct)
    raise Unsupported(type(e).__name__)


def definition_of(p: Piece) -> Definition:
    """A piece."""
    letters = frozenset(s.name for s in p.letters)
    body = None if p.body is None else tree_of(p.body)
    return Definition(p.variable.key, tuple(map(form_of, p.indices)), letters, conditions_of(p.domain), body)


def model_of(system: System) -> Model:
    """A network."""
    if system.ties or system.lookups or any(f.body for f in system.functions):
        raise Unsupported("ties without a root, or functions that are defined")
    return Model(
        tuple(map(definition_of, system.pieces)),
        tuple(sorted(s.name for s in system.sizes)),
        conditions_of(system.context),
        system.objective.key if system.objective is not None and system.generic else "",
        tuple(map(definition_of, system.outputs)),
        system.outside_zero,
        tuple(map(_share, system.assumptions)),
    )


def _share(a: Assumption) -> tuple[str, Form, Form]:
    r"""`\sum_k t_k = 1`."""
    match tree_of(a.left), tree_of(a.right):
        case Total(letter, low, high, Entry(key, (index,)), ()), Number(one) if index.letter == letter and one == 1:
            return key, low, high
    raise Unsupported("another assumption")


@dataclass(frozen=True)
class Link:
    """A true equation: for the values of its letters at which the conditions hold. `names` are needed to say it."""

    left: Tree
    right: Tree
    letters: tuple[str, ...]
    where: tuple[Condition, ...]
    names: tuple[Definition, ...] = ()


@dataclass(frozen=True)
class Source:
    """A network and true equations about it."""

    name: str
    system: System
    model: Model
    links: tuple[Link, ...]

    @cached_property
    def functions(self) -> set[str]:
        """The functions that occur."""
        bodies = [d.body for d in self.model.definitions if d.body is not None]
        found = {x.name for b in bodies for x in every(b) if isinstance(x, Call)}
        return found | {x.name for k in self.links for e in (k.left, k.right) for x in every(e) if isinstance(x, Call)}


def _names(system: System, derivation: Derivation) -> dict[str, Definition]:
    found = {}
    for variable, meaning in derivation.names:
        if isinstance(meaning, expr.Partial) and meaning.wrt.variable.arity == variable.arity:
            pieces = [p for p in system.of(meaning.wrt.variable) if p.role == "node"]
            if len(pieces) == 1 and all(i.letter in pieces[0].letters for i in pieces[0].indices):
                body = Slope(tree_of(meaning.of), Entry(pieces[0].variable.key, tuple(map(form_of, pieces[0].indices))))
                one = definition_of(pieces[0])
                found[variable.key] = Definition(variable.key, one.indices, one.letters, one.where, body)
    return found


def _links(system: System, derivation: Derivation, known: set[str]) -> Iterator[Link]:
    names = _names(system, derivation)
    for claim in derivation.claims:
        if claim.refuted:
            continue
        where = claim.domain & Domain(claim.where)
        try:
            members = [tree_of(m) for m in claim.members]
            conditions = conditions_of(where)
        except Unsupported:
            continue
        letters = tuple(sorted(s.name for s in where.letters() - system.sizes))
        for left, right in [*pairwise(members), (members[0], members[-1])]:
            used = {x.key for e in (left, right) for x in every(e) if isinstance(x, Entry)}
            needed = used - known
            if needed <= set(names) and left != right:
                yield Link(left, right, letters, conditions, tuple(names[k] for k in sorted(needed)))


PAGE_NAMES = catalogue.names()


@lru_cache(maxsize=8)
def source(number: int) -> Source | None:
    """The source of a number: the catalogue's pages first, then random networks; None where it is not supported."""
    pages = PAGE_NAMES
    try:
        if number < len(pages):
            name, system = pages[number], load(pages[number])
        else:
            name, system = f"random {number}", random_network(number)
        model = model_of(system)
    except Unsupported:
        return None
    known = {d.key for d in model.definitions} | ({model.generic} if model.generic else set())
    links: list[Link] = []
    for derivation in derivations(system):
        links += _links(system, derivation, known)
    return Source(name, system, model, tuple(dict.fromkeys(links))) if links else None


__all__ = ["Link", "Source", "source", "tree_of"]
