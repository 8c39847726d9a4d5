r"""Derivatives by the logarithm of an entry: of Z by `\log \psi_j` it is `\psi_j \frac{\partial Z}{\partial \psi_j}`.

Only by the natural logarithm, and where the page shows that the entry is positive: it is made of exponentials, a line
says so, `\sigma > 0`, or it is given and an equation has its logarithm, `R = \sum_i (\sigma_i^2 - \log \sigma_i)`.
Elsewhere nobody can read such a derivative. By `\log \sigma_j^2` of an entry that nothing defines it is
`\frac{\sigma_j}{2} \frac{\partial Z}{\partial \sigma_j}`, whatever the sign of the entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Factor, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, LOGARITHMS
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of

EXPONENTIALS = frozenset(["exp", "cosh"])
Definitions = Mapping[Stem, Sequence[tuple[Node, ...]]]


def _has_one(s: Statement) -> bool:
    return any(_entry(d) is not None or _squared(d) is not None for d in t.of_kind(s.chain, Derivative))


@where(_has_one)
def with_logarithms_differentiated_by(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with derivatives by positive entries for those by their logarithms."""
    statements = [s for f in read_of(located) for s in f.statements]
    told = {stem for s in statements for stem in _told(s)}
    given = set(_given_with_logarithms(statements)) - told
    raised = {x.base for s in statements for x in t.of_kind(s, Name) if _numbered_above(x)}
    defined: dict[Stem, list[tuple[Node, ...]]] = {}
    for s in statements:
        left = _head(s.chain.members[0])
        if left is not None and s.chain.relations and EQUALITIES.issuperset(s.chain.relations):
            defined.setdefault(stem_of(left), []).append(s.chain.members[1:])

    def change(x: Any) -> Node | None:
        if isinstance(x, Derivative) and (root := _squared(x)) is not None:
            if root.base in raised or any(stem[0] == root.base for stem in defined):
                return None
            by = replace(x, of=rebuilt(x.of, change), wrt=(replace(x.wrt[0], body=root),))
            half = t.Fraction(root, t.Number("2"), span=x.span)
            return Product((Factor("", half), Factor(r"\cdot", by)), x.span)
        entry = _entry(x) if isinstance(x, Derivative) else None
        head = _head(entry) if entry is not None else None
        if entry is None or head is None or _is_reached_otherwise(x.of, head, defined):
            return None
        factors = entry.factors if isinstance(entry, Product) else (Factor("", entry),)
        if stem_of(head) in given:  # a line about it says nothing where it has no logarithm
            factors = (Factor("", t.Call("exp", (t.Call("log", (entry,), span=x.span),), span=x.span)),)
        elif stem_of(head) not in told and not _is_made_positive(head, defined, frozenset()):
            return None
        by = replace(x, of=rebuilt(x.of, change), wrt=(replace(x.wrt[0], body=entry),))
        return Product((*factors, Factor(r"\cdot", by)), x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _entry(d: Derivative) -> Node | None:
    """The entry by whose logarithm is differentiated once."""
    arg = _logarithm_of(d)
    return arg if arg is not None and _head(arg) is not None and _squared(d) is None else None


def _logarithm_of(d: Derivative) -> Node | None:
    """That by whose logarithm is differentiated once."""
    by = d.wrt[0].body if len(d.wrt) == d.order == 1 and d.of is not None and not d.direct else None
    if not isinstance(by, t.Call) or by.function not in LOGARITHMS or by.scripts or by.primes or len(by.args) != 1:
        return None
    return by.args[0]


def _numbered_above(x: Name) -> bool:
    """Does something other than a plain 2 stand above a name: a layer, a label?"""
    return any(s.above and (s.bracket or s.entries != (t.Number("2"),)) for s in x.scripts)


def _squared(d: Derivative) -> Name | None:
    r"""The entry by the logarithm of whose square is differentiated once, `\log \sigma_j^2`."""
    arg = _logarithm_of(d)
    scripts = arg.scripts if isinstance(arg, Name) and not arg.primes else ()
    above = [s for s in scripts if s.above]
    if len(above) != 1 or above[0].bracket or above[0].entries != (t.Number("2"),) or not isinstance(arg, Name):
        return None
    return replace(arg, scripts=tuple(s for s in scripts if not s.above))


def _head(x: Node) -> Name | None:
    r"""The name of an entry, `\psi_t` or the one of `\psi_t(j)`."""
    if (
        isinstance(x, Product)
        and len(x.factors) == 2
        and x.factors[1].joined
        and isinstance(x.factors[1].body, t.Group)
    ):
        x = x.factors[0].body
    return x if isinstance(x, Name) and not x.primes else None


def _told(s: Statement) -> Iterator[Stem]:
    """What a line says to be positive."""
    members, relations = s.chain.members, s.chain.relations
    for a, relation, b in zip(members, relations, members[1:], strict=False):
        greater, less = (a, b) if relation == ">" else (b, a)
        head = _head(greater)
        if relation in "<>" and head is not None and less == t.Number("0"):
            yield stem_of(head)


def _given_with_logarithms(statements: Sequence[Statement]) -> Iterator[Stem]:
    """The names of which equations use the logarithm, and that no equation can be solved for."""
    equations = [s.chain for s in statements if not EQUALITIES.isdisjoint(s.chain.relations) and not s.struck]
    solved = {base for chain in equations for base in _solved(chain)}
    for x in (x for chain in equations for m in chain.members for x in _used_logarithms(m)):
        if x.base not in solved:
            yield stem_of(x)


def _used_logarithms(x: Node) -> Iterator[Name]:
    """The names that a formula takes the logarithm of, other than to differentiate by it."""
    by = {id(y) for d in t.of_kind(x, Derivative) for w in d.wrt for y in t.of_kind(w, t.Call)}
    for call in t.of_kind(x, t.Call):
        if id(call) not in by and call.function in LOGARITHMS and not call.scripts and not call.primes:
            yield from (a for a in call.args if isinstance(a, Name) and not a.primes and len(call.args) == 1)


def _solved(chain: t.Chain) -> Iterator[str]:
    r"""The names that an equation may say what they are: all on its left, `\log \sigma_i - s_i = 0`, but for
    derivatives; and where its left is nothing that it defines, `e^{s_i} = \sigma_i`, all that are a side alone."""
    first = chain.members[0]
    if t.of_kind(first, Derivative):
        return
    sides = [{stem[0] for stem in _stems(m)} for m in chain.members]
    if len(set().union(*sides)) > 1:
        yield from sides[0]
        if not isinstance(first, Name) or _is_power_of_e(first):
            yield from (base for names in sides[1:] if len(names) == 1 for base in names)


def _is_made_positive(head: Name, defined: Definitions, met: frozenset[Stem]) -> bool:
    """Does every equation about a name make it of exponentials?"""
    stem = stem_of(head)
    bodies = defined.get(stem, ())
    met |= {stem}
    return bool(bodies) and all(any(_is_positive(m, defined, met) for m in members) for members in bodies)


def _is_reached_otherwise(of: Node | None, head: Name, defined: Definitions) -> bool:
    r"""May what is differentiated be made of what the entry is made of, not through the entry alone?

    The logarithm of `\psi = e^u` is u itself, and a derivative by u is then another one than by the entry.
    """
    own = stem_of(head)
    parts = {x for m in _bodies(own, defined) for x in _stems(m)}
    met, waiting = {own}, [*_stems(of)]
    while waiting:
        stem = waiting.pop()
        if stem not in met:
            met.add(stem)
            waiting += [x for m in _bodies(stem, defined) for x in _stems(m)]
    return not parts.isdisjoint(met - {own})


def _bodies(stem: Stem, defined: Definitions) -> Iterator[Node]:
    yield from (m for members in defined.get(stem, ()) for m in members)


def _stems(x: object) -> list[Stem]:
    """The names in a formula where a value is meant; what a parenthesis behind one lists is none."""
    listed = {id(y) for p in t.of_kind(x, Product) for f in p.factors if f.joined for y in t.of_kind(f, Name)}
    indices = (s for n in t.of_kind(x, Name) for s in n.scripts if not (s.above and _is_power_of_e(n)))
    scripts = {id(y) for s in indices for y in t.of_kind(s, Name)}
    bounds = {id(y) for b in t.of_kind(x, t.BigSum) for part in (b.below, b.above) for y in t.of_kind(part, Name)}
    bare = {id(n) for n in t.of_kind(x, Name) if id(n) in listed and not n.scripts}
    return [stem_of(n) for n in t.of_kind(x, Name) if id(n) not in scripts | bounds | bare]


def _is_power_of_e(x: Name) -> bool:
    return x.base == "e" and any(s.above for s in x.scripts)


def _is_positive(x: Node, defined: Definitions, met: frozenset[Stem]) -> bool:
    """Is it an exponential, or made of such by sums, products and fractions?"""
    if isinstance(x, t.Number):
        return float(x.text) > 0
    if isinstance(x, t.Call):
        return x.function in EXPONENTIALS and not x.primes
    if isinstance(x, Name) and _is_power_of_e(x):
        return stem_of(x) not in defined
    head = _head(x)
    if head is not None:
        return stem_of(head) not in met and _is_made_positive(head, defined, met)
    if isinstance(x, Product):
        return all(_is_positive(f.body, defined, met) for f in x.factors)
    if isinstance(x, t.Fraction):
        return _is_positive(x.numerator, defined, met) and _is_positive(x.denominator, defined, met)
    if isinstance(x, t.Terms):
        return all(term.sign in ("", "+") and _is_positive(term.body, defined, met) for term in x.terms)
    if isinstance(x, t.BigSum):
        return x.operator in (r"\sum", r"\prod") and _is_positive(x.body, defined, met)
    return isinstance(x, t.Group) and len(x.items) == 1 and x.open in "([{" and _is_positive(x.items[0], defined, met)
