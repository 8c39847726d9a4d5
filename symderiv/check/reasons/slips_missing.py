r"""Slips of what is not there: a path, a delta, a factor, a term.

What could stand there is taken from the network: the paths of the derivative, the entries and derivatives that its
definitions hold, with the letters that mean something at the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, islice, product

from ...affine import Affine, Sym, affine
from ...calculus.letters import upper_end
from ...domain.constraint import eq, ne
from ...expr import (
    ONE,
    Add,
    Apply,
    Bracket,
    Div,
    Expr,
    Index,
    Mul,
    Num,
    Partial,
    Sum,
    Var,
    add,
    children,
    free,
    mul,
    neg,
    of_kind,
    substitute,
)
from ...expr import replace as rewrite
from ...resolve.spelled.keys import split_key, tags_of
from ...system import System
from .atoms import Atom, about, atoms, of_term
from .paths import Path, asked_for, paths
from .slips import Formula, Patch, Site, Slip, is_denominator, put, put_right

MOST_OF_ONE = 40
"""At most so many ways are tried to put letters into one atom at one place."""


def missing_paths(f: Formula, system: System) -> Iterator[Slip]:
    """A path forgotten, counted twice, or with the wrong sign."""
    goal = asked_for(system, f.target)
    if goal is None:
        return
    found = paths(system, goal, f.domain)
    for p in found:
        # beside another term through the same user no path is missing
        if {(x.of, x.wrt) for x in of_kind(p.term, Partial)} & {(x.of, x.wrt) for x in of_kind(f.whole, Partial)}:
            yield Slip("term-missing", (), add(f.whole, p.term), new=p.term)
        else:
            yield _path("path-missing", f, add(f.whole, p.term), p, new=p.term)
    for p in found:
        yield _path("path-twice", f, add(f.whole, neg(p.term)), p, old=p.term)
        yield _path("sign", f, add(f.whole, p.term, p.term), p, old=neg(p.term))
        yield _path("sign", f, add(f.whole, neg(p.term), neg(p.term)), p, old=p.term)
    for a, b in combinations(found, 2):
        if a.depth == b.depth:
            yield _path("path-twice", f, add(f.whole, neg(a.term), b.term), a, old=a.term)
            yield _path("path-twice", f, add(f.whole, neg(b.term), a.term), b, old=b.term)
            both = add(a.term, b.term)
            yield Slip("path-missing", (), add(f.whole, both), new=both)


def missing_others(f: Formula, system: System) -> Iterator[Slip]:
    r"""All entries but one forgotten that a path goes through: `a_n (1 - a_n)` alone of a softmax."""
    goal = asked_for(system, f.target)
    if goal is None:
        return
    for p in paths(system, goal, f.domain):
        for others in _but_own(p.term, goal):
            yield _path("path-missing", f, add(f.whole, others), p, new=others)


def _but_own(term: Expr, goal: Partial) -> Iterator[Expr]:
    r"""A path through all entries without the one that has the index of what is differentiated by."""
    for x in of_kind(term, Sum):
        for i in goal.wrt.indices:
            if i.letter is not None and i.letter != x.letter and not any(c.mentions(x.letter) for c in x.where):
                others = replace(x, where=(*x.where, ne(x.letter, i)))
                yield rewrite(term, lambda y, x=x, others=others: others if y == x else None)  # type: ignore[misc]


def _path(kind: str, f: Formula, repaired: Expr, p: Path, old: Expr | None = None, new: Expr | None = None) -> Slip:
    return Slip(kind, (), repaired, old, new, route=p.route)


def missing_indicators(f: Formula, system: System) -> Iterator[Slip]:
    r"""The sum over the indicators of maxima left out: `-x_d` for `-\sum_{j \ne y} [s_j - s_y + 1 > 0] \, x_d`."""
    goal = asked_for(system, f.target)
    if goal is None or of_kind(f.whole, Partial):
        return
    for p in paths(system, goal, f.domain):
        for x in of_kind(p.term, Sum) if not of_kind(p.term, Partial) else ():
            parts = x.body.factors if isinstance(x.body, Mul) else (x.body,)
            slopes = [e for e in parts if is_slope(e, system)]
            if not slopes or any(x.letter in free(e) for e in parts if e not in slopes):
                continue
            counted = replace(x, body=mul(*slopes))
            for site in f.terms:
                yield put_right("sum-missing", f, site, times(site.node, counted))


def missing_deltas(f: Formula, system: System) -> Iterator[Slip]:
    """A delta dropped, or a term that counts at all but some places."""
    for site in f.terms:
        there = f.letters(site)
        for a, b in combinations(there, 2):
            if isinstance(site.parent, Sum) and site.parent.letter not in (a, b):
                continue
            delta = Bracket((eq(a, b),), delta=True)
            yield Slip("delta-missing", site.path, Patch(f.whole, site.path, mul(delta, site.node)), site.node, delta)
            new = mul(Bracket((ne(a, b),)), site.node)
            yield Slip("condition-wide", site.path, Patch(f.whole, site.path, new), site.node, new)
        if site.parent is not None and not isinstance(site.parent, Sum):
            yield from _ends(f, site, there)


def _ends(f: Formula, site: Site, there: tuple[Sym, ...]) -> Iterator[Slip]:
    """A term that counts everywhere but at the end of a range."""
    for s in there:
        for c in f.domain.constraints:
            if c.rel == ">=" and c.form.coefficient(s) in (1, -1) and s in free(site.node):
                new = mul(Bracket((ne(c.form, 0),)), site.node)
                yield Slip("condition-wide", site.path, Patch(f.whole, site.path, new), site.node, new)


def missing_primes(f: Formula, system: System) -> Iterator[Slip]:
    """The derivative of a function that is missing from a term: the commonest of missing factors."""
    known = [a for a in atoms(system) if _is_slope_of_one(a, system)]
    yield from _missing(f, system, known, below=False)


def _is_slope_of_one(a: Atom, system: System) -> bool:
    r"""Is it a slope, of something computed? The `\frac{1}{\tau}` of `z / \tau` is a factor like any other."""
    if isinstance(a.expr, Apply) and any(a.expr.order):
        return True
    return a.elementwise and any(
        x.indices or any(p.body is not None for p in system.of(x.variable)) for x in of_kind(a.expr, Var)
    )


def missing_factors(f: Formula, system: System) -> Iterator[Slip]:
    """A factor of the network's that is missing from a term."""
    known: list[Atom] = []
    goal = asked_for(system, f.target)
    if goal is not None:
        known += (a for p in paths(system, goal, f.domain) for a in of_term(p.term))
        known += about(system, goal)
    known += atoms(system, f.target, f.whole)
    yield from _missing(f, system, known)


def _missing(f: Formula, system: System, known: Iterable[Atom], below: bool = True) -> Iterator[Slip]:
    """Atoms as factors of terms; `below`: of denominators too."""
    for site in f.terms:
        if is_denominator(site) and not below:
            continue
        inner = site.parent.letter if isinstance(site.parent, Sum) else None
        here = children(site.node) if isinstance(site.node, Mul) else (site.node,)
        for atom in known:
            for e in placed(atom, f, site):
                if not below and e in here:
                    continue  # a square that is missing
                if e != f.target and (inner is None or inner in free(e)):
                    new = times(site.node, e)
                    kind = kind_of_missing(e, _is_slope_of_one(atom, system) or is_slope(e, system))
                    old = None if kind in ("prime-missing", "constant") else site.node
                    yield Slip(kind, site.path, Patch(f.whole, site.path, new), old, e)


def is_slope(e: Expr, system: System) -> bool:
    r"""Is it an indicator that no definition has, `[1 - y_i s_i > 0]`: the derivative of a maximum?"""
    if not (isinstance(e, Apply) and e.function == "step"):
        return False
    return not any(x.function == "step" for p in system.pieces if p.body is not None for x in of_kind(p.body, Apply))


def times(e: Expr, factor: Expr) -> Expr:
    """The product, a sum last: it takes the rest of its term."""
    *before, last = children(e) if isinstance(e, Mul) else (e,)
    return mul(*before, factor, last) if isinstance(last, Sum) else mul(e, factor)


def kind_of_missing(e: Expr, elementwise: bool = False) -> str:
    """What kind of slip it is to leave a factor out."""
    if isinstance(e, Bracket):
        return "delta-missing"
    if isinstance(e, (Num, Index)) or (isinstance(e, Div) and not of_kind(e, Var)):
        return "constant"
    primed = isinstance(e, Apply) and any(e.order)
    return "prime-missing" if primed or elementwise else "factor-missing"


def other_entries(f: Formula, system: System) -> Iterator[Slip]:
    """Another entry altogether, of any variable at any letters."""
    known = [a for a in atoms(system) if isinstance(a.expr, Var)]
    for site in f.sites:
        e = site.node
        if not isinstance(e, Var):
            continue
        for atom in known:
            for new in placed(atom, f, site):
                if isinstance(new, Var) and new != e:
                    yield Slip(_kind_of_other(site, e, new), site.path, Patch(f.whole, site.path, new), e, new)


def _kind_of_other(site: Site, old: Var, new: Var) -> str:
    if isinstance(site.parent, Apply):
        return "argument"
    if new.variable == old.variable:
        return "index"
    # where letters tell layers apart `w_{jk}` is another variable than `w_{kj}`
    one, two = tags_of(old.variable.key), tags_of(new.variable.key)
    same = split_key(old.variable.key)[0] == split_key(new.variable.key)[0]
    exchanged = same and one != two and sorted(one) == sorted(two) and {*old.indices} == {*new.indices}
    return "transposed" if exchanged else "variable"


def missing_terms(f: Formula, system: System) -> Iterator[Slip]:
    """A single entry, or one, that is missing from a sum of terms."""
    known = [a for a in atoms(system, f.target, f.whole) if isinstance(a.expr, (Var, Partial))]
    for site in f.sites:
        e = site.node
        if site.is_named or isinstance(site.parent, (Add, Partial)) or isinstance(e, (Num, Index)):
            continue
        if isinstance(e, Bracket) and not e.where:
            continue
        candidates = [ONE, *(x for atom in known for x in placed(atom, f, site))]
        for new in dict.fromkeys(candidates):
            for signed in (new, neg(new)):
                yield Slip("term-missing", site.path, Patch(f.whole, site.path, add(e, signed)), e, signed)


def placed(atom: Atom, f: Formula, site: Site) -> Iterator[Expr]:
    """An atom with the letters that mean something at a place, where their ranges are of one kind."""
    there = f.letters(site)
    if not atom.letters:
        if free(atom.expr) <= {*there} | f.sizes:
            yield atom.expr
        return
    kinds = {s: kind_at(s, f, site) for s in there}
    fitting = [
        [affine(x) for x in there if not (k and kinds[x]) or k & kinds[x]]
        + [e for e in f.ends if k & {a.name for a in e.letters()}]
        + sorted(_fixed_in_place(atom, s, f), key=str)
        for s, k in zip(atom.letters, atom.kinds, strict=True)
    ]
    for chosen in islice(product(*fitting), MOST_OF_ONE):
        values = dict(zip(atom.letters, chosen, strict=True))
        yield substitute(atom.expr, values)
        for n in atom.steps:
            for step in (1, -1):
                yield substitute(atom.expr, {**values, atom.letters[n]: chosen[n] + step})


def _fixed_in_place(atom: Atom, letter: Sym, f: Formula) -> set[Affine]:
    """The steps in the formula where an atom has a letter: the L of `a^L_j`, of which no range is said, and others."""
    own = {
        (x.variable.arity, n) for x in of_kind(atom.expr, Var) for n, i in enumerate(x.indices) if i == affine(letter)
    }
    entries = [x for e in (f.whole, f.target) for x in (*of_kind(e, Var), *(d.wrt for d in of_kind(e, Partial)))]
    fixed = [
        (x.variable.arity, n, i) for x in entries for n, i in enumerate(x.indices) if i.terms and i.letters() <= f.sizes
    ]
    here = {s for v, n, i in fixed if (v, n) in own for s in i.letters()}
    return {i for *_, i in fixed if i.letters() <= here}


def kind_at(letter: Sym, f: Formula, site: Site) -> frozenset[str]:
    """What the range of a letter is about: the sizes in its upper end."""
    for s in reversed(site.sums):
        if s.letter == letter:
            return frozenset(a.name for u in s.uppers for a, _ in u.terms)
    end = upper_end(f.domain, letter)
    return frozenset() if end is None else frozenset(a.name for a, _ in end.terms)


def of_other_side(f: Formula, system: System) -> Iterator[Slip]:
    """What was written lacks something of the other side, a formula, which is spoilt until it is what was written."""
    other = f.target
    spoilt = Formula(other, f.whole, f.given, f.sizes, f.domain)
    for site in spoilt.sites:
        e = site.node
        if isinstance(e, Add):
            for n, term in enumerate(e.terms):
                rest = add(*(e.terms[:n] + e.terms[n + 1 :]))
                yield _spoilt("term-missing", f, other, put(other, site.path, rest), new=term)
        elif isinstance(e, Mul):
            for n, factor in enumerate(e.factors):
                rest = mul(*(e.factors[:n] + e.factors[n + 1 :]))
                yield _spoilt(kind_of_missing(factor), f, other, put(other, site.path, rest), new=factor)
        elif isinstance(e, Sum):
            for s in spoilt.letters(site):
                body = substitute(e.body, {e.letter: affine(s)})
                yield _spoilt("sum-missing", f, other, put(other, site.path, body), old=body, new=e, letter=e.letter)
        elif isinstance(e, Div):
            yield _spoilt("factor-missing", f, other, put(other, site.path, e.numerator), new=Div(ONE, e.denominator))


def _spoilt(
    kind: str,
    f: Formula,
    other: Expr,
    spoilt: Expr,
    old: Expr | None = None,
    new: Expr | None = None,
    letter: Sym | None = None,
) -> Slip:
    return Slip(kind, (), other, old, new, letter=letter, proof=(f.whole, spoilt))
