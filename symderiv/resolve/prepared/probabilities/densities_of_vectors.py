r"""Densities of vectors, `\mathcal{N}(x_n \mid \mu_k, \Sigma_k)`: written out for the arguments that a page has.

A page may say for any vectors what it is, `\mathcal{N}(x; \mu, \Sigma) = \frac{1}{\sqrt{(2\pi)^d \det \Sigma}} ..`, or
not at all, for everybody knows the one with that sign where the last argument is a square matrix and the others are
vectors of its size. Where all of the page's carry the same letters with indices, the equation is the one for these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.parse import parse
from ....latex.tree import BigSum, Chain, Formula, Group, Name, Node, Product, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, LOGARITHMS
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import Declared, declarations
from ...shapes.words import said_in_words
from ...spelled.shape import Stem, is_mark, letter_of, named, stem_of
from ..applied import applied_alone, before_parentheses
from .barred import BARS
from .covariances_told import is_told_covariance

DENSITY = r"\frac{1}{\sqrt{(2 \pi)^{D} \det V}} \exp\left(-\frac{1}{2} (X - M)^T V^{-1} (X - M)\right)"
PLACES = ("X", "M", "V")
"""Where the arguments stand in it; D is the size of the matrix."""
SIGNS = (r"\mathcal{N}", "N")
"""What is a normal density without a word."""
GIVEN = BARS | {";"}
"""What parts the vector from the parameters there."""
Call: TypeAlias = tuple[Name, Group]


def _has_vectors(s: Statement) -> bool:
    return any(is_of_vectors(group) for _, group in _calls(s))


@where(_has_vectors)
def with_densities_of_vectors(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with the equation of such a density for the arguments that it has."""
    statements = [s for f in read_of(located) for s in f.statements]
    heads = {stem_of(name) for s in statements for name, group in _calls(s) if is_of_vectors(group)}
    if len(heads) != 1:
        return list(located)
    (head,) = heads
    calls = [(name, g) for s in statements for name, g in _calls(s) if stem_of(name) == head]
    met = sum(stem_of(x) == head for s in statements if s.chain.relations for x in t.of_kind(s, Name))
    own = [s for s in statements if (left := applied_alone(s.chain.members[0])) and stem_of(left[0]) == head]
    own = [s for s in own if s.chain.relations[:1] and EQUALITIES.issuperset(s.chain.relations)]
    if len(own) > 1 or met > len(calls) or any(_is_in_a_logarithm(s, head) for s in statements):
        return list(located)
    if own:
        return _for_these(located, own[0], calls)
    equation = _known(located, statements, calls)
    return list(located) if equation is None else _with_statement(located, equation)


def _is_in_a_logarithm(s: Statement, head: Stem) -> bool:
    r"""Does an equation say what its logarithm is, `\ln \mathcal{N}(x_n \mid \mu_k, \Sigma_k) = ..`?"""
    left = s.chain.members[0]
    if not s.chain.relations or not isinstance(left, t.Call) or left.function not in LOGARITHMS:
        return False
    inner = applied_alone(left.args[0])
    return inner is not None and stem_of(inner[0]) == head


def is_of_vectors(group: Group) -> bool:
    r"""Are they arguments as a density of vectors has, the last a capital letter?

    >>> def group(text): return parse(text).statements[0].chain.members[0].factors[1].body
    >>> is_of_vectors(group(r"N(x | \mu, \Sigma)")), is_of_vectors(group("N(x | m, s^2)"))
    (True, False)
    """
    if len(group.items) != len(PLACES) or not all(isinstance(x, Name) for x in group.items):
        return False
    last = group.items[-1]
    letter = last.base.lstrip("\\") if isinstance(last, Name) else ""
    return letter[:1].isupper() and _indices(last) is not None


def _calls(s: Statement) -> Iterator[Call]:
    for x in t.of_kind(s, Product):
        yield from before_parentheses(x)


def _indices(x: Node) -> tuple[str | None, ...] | None:
    """The indices of a name, all below; None where anything else stands on it."""
    if not isinstance(x, Name) or x.primes or any(s.above or s.bracket for s in x.scripts):
        return None
    return tuple(letter_of(e) for s in x.scripts for e in s.entries)


def _pattern(calls: Sequence[Call]) -> Group | None:
    """The arguments of the first call, if all the others have the same letters with as many indices."""
    kinds = {tuple((stem_of(x), len(_indices(x) or ())) for x in g.items if isinstance(x, Name)) for _, g in calls}
    fit = all(len(g.items) == len(PLACES) and all(_indices(x) is not None for x in g.items) for _, g in calls)
    if len(kinds) != 1 or not fit:
        return None
    plain = (g for _, g in calls if all(None not in (_indices(x) or ()) for x in g.items))
    return next((g for g in plain if not _has_primes(g)), None)


def _has_primes(g: Group) -> bool:
    return any(x.primes for x in t.of_kind(g, Name))


def _for_these(located: Sequence[Located], own: Statement, calls: Sequence[Call]) -> list[Located]:
    """With a density that is defined for any vectors defined for those that it has elsewhere."""
    left = applied_alone(own.chain.members[0])
    assert left is not None
    generic = left[1]
    pattern = _pattern([(name, g) for name, g in calls if g != generic])
    plain = all(isinstance(x, Name) and not x.scripts and not x.primes for x in generic.items)
    letters = {stem_of(x) for x in generic.items if isinstance(x, Name)}
    if pattern is None or not plain or len(letters) != len(PLACES) or not _is_of_arrays(own):
        return list(located)
    about = [s for f in read_of(located) for s in f.statements if any(g == generic for _, g in _calls(s))]
    found = {id(s): _put(s, generic, pattern) for s in about}
    if None in found.values() or not all(map(_is_without_sums, about)):
        return list(located)
    return with_statements(located, lambda s: found.get(id(s)) or s)


def _is_of_arrays(s: Statement) -> bool:
    """Does a transpose stand in it?"""
    return any(is_mark(e) for x in t.of_kind(s, Script) if x.above for e in x.entries)


def _is_without_sums(s: Statement) -> bool:
    """Is there no sum whose letter an index might meet?"""
    return not any(True for _ in t.of_kind(s, BigSum))


def _put(s: Statement, generic: Group, given: Group) -> Statement | None:
    """An equation, or a line about any vectors, for other arguments; None where they do not fit."""
    values = {stem_of(a): b for a, b in zip(generic.items, given.items, strict=True) if isinstance(a, Name)}
    failed = False

    def change(y: object) -> Node | None:
        nonlocal failed
        b = values.get(stem_of(y)) if isinstance(y, Name) else None
        if not isinstance(y, Name) or not isinstance(b, Name):
            return None
        failed = failed or bool(y.primes) or any(not s.above for s in y.scripts)
        return replace(b, scripts=(*y.scripts, *b.scripts), span=y.span)

    found: Statement = rebuilt(s, change)
    return None if failed else found


def _known(located: Sequence[Located], statements: Sequence[Statement], calls: Sequence[Call]) -> Statement | None:
    """The equation of a normal density of which the page does not say what it is."""
    pattern = _pattern(calls)
    name = calls[0][0]
    if pattern is not None and not is_told_covariance(pattern.items[2], located):
        return None
    if pattern is None or name.scripts or named(name).base not in SIGNS or pattern.separators[0] not in GIVEN:
        return None
    chains = [c for s in statements for c in (s.chain, *s.conditions)]
    shapes = [*declarations(chains), *said_in_words(located)]
    x, m, v = (_declared(i, shapes) for i in pattern.items)
    if x is None or m is None or v is None or {x.kind, m.kind} != {"c"} or v.kind != "m":
        return None
    if len({*x.sizes, *m.sizes, *v.sizes}) != 1:
        return None
    (statement,) = parse(DENSITY).statements
    sides = dict(zip(PLACES, pattern.items, strict=True))

    def put(y: object) -> Node | None:
        if not isinstance(y, Name):
            return None
        if y.base == "D":
            return v.sizes[0]
        given = sides.get(y.base)
        return replace(given, scripts=(*y.scripts, *given.scripts)) if isinstance(given, Name) else None

    left = Product((t.Factor("", name), t.Factor("", pattern, joined=True)), pattern.span)
    return Statement(Chain((left, rebuilt(statement.chain.members[0], put)), ("=",), (), name.span), span=name.span)


def _declared(x: Node, shapes: Sequence[tuple[str, Declared]]) -> Declared | None:
    """What is declared of an argument, once or alike."""
    count = len(_indices(x) or ())
    own = [d for base, d in shapes if isinstance(x, Name) and base == named(x).base and len(d.pieces) == count]
    return own[0] if own and all((d.kind, d.sizes) == (own[0].kind, own[0].sizes) for d in own) else None


def _with_statement(located: Sequence[Located], more: Statement) -> list[Located]:
    """The formulas with one more statement behind the first."""
    n = next(n for n, (_, f) in enumerate(located) if isinstance(f, Formula) and f.statements)
    display, f = located[n]
    assert isinstance(f, Formula)
    return [*located[:n], (display, replace(f, statements=(*f.statements, more))), *located[n + 1 :]]
