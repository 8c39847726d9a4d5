r"""Names for the value of a function, at the end of what it is: `h(w) = Xw = z`, `g(z) = \frac{1}{1 + e^{-z}} = a`.

No page defines z in another line, so this one does: `z = Xw` is a definition of its own, h is what stands before it.
Where the name may as well be data to which the page compares its output, it is neither: it stays untold. Data stand in
lines above, beside another name of the same letter (`y` beside `\hat{y}`), or in a difference with what a line defines;
what a page differentiates by is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Group, Misfit, Name, Node, Product, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of
from ...spelled.shape import Stem, stem_of
from .named_at_the_end import compares, stems_in

CAUSE, HINT = "a name for this value, or a claim about data", "define the name in a line of its own: `a = g(z)`"


def _names(s: Statement) -> bool:
    return _named(s) is not None


@where(_names)
def with_values_named(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, with a definition of its own for each such name."""
    if any(is_given(d) for d, _ in located):
        return list(located)  # a solution defines nothing of its network
    statements = [s for f in read_of(located) for s in f.statements]
    told = {s: sure for n, s in enumerate(statements) if (sure := _told(n, statements)) is not None}

    def put(f: Formula) -> Formula:
        found = tuple(x for s in f.statements for x in (_parted(s, told[s]) if s in told else (s,)))
        return f if len(found) == len(f.statements) else replace(f, statements=found)

    return [(d, put(f) if isinstance(f, Formula) else f) for d, f in located]


def _parted(s: Statement, sure: bool) -> tuple[Statement, Statement]:
    """The chain without the name at its end, and what the name is."""
    *members, value, name = s.chain.members
    assert isinstance(name, Name)  # `_named`
    before = replace(
        s.chain,
        members=(*members, value),
        relations=s.chain.relations[:-1],
        relation_spans=s.chain.relation_spans[:-1],
    )
    told = value if sure else Misfit(CAUSE, HINT, span=value.span)
    named = replace(name, span=value.span)  # where it begins, as the line shows it
    chain = Chain((named, told), s.chain.relations[-1:], s.chain.relation_spans[-1:], s.chain.span)
    return replace(s, chain=before), replace(s, chain=chain, words=(), tag="", labels=())


def _named(s: Statement) -> Name | None:
    """The name at the end of a chain that begins with the value of a function."""
    c = s.chain
    if len(c.members) < 3 or s.struck or s.conditions or s.parenthesised or not EQUALITIES.issuperset(c.relations):
        return None
    first, *formulas, last = c.members
    if not isinstance(last, Name) or last.primes or any(x.above for x in last.scripts) or _is_one(formulas[-1]):
        return None
    function = _function(first)
    inside = {stem_of(x) for y in (first, *formulas) for x in t.of_kind(y, Name)}
    derived = any(t.of_kind(c.members, t.Derivative)) or any(t.of_kind(c.members, t.Nabla))
    if function is None or derived or stem_of(last) in inside:
        return None
    numbers = {stem_of(x) for y in last.scripts for x in t.of_kind(y, Name)}
    return last if numbers <= {stem_of(x) for x in t.of_kind(first, Name)} else None


def _is_one(x: Node) -> bool:
    r"""Is it one name, and no product in bold (`\mathbf{Xw}`)?"""
    return isinstance(x, Name) and not (x.font == "mathbf" and len(x.base) == 2 and x.base.isalpha())


def _function(x: Node) -> Name | None:
    """The function of which something is the value, `g` of `g(z)`."""
    if not isinstance(x, Product) or len(x.factors) != 2 or not x.factors[1].joined:
        return None
    name, group = x.factors[0].body, x.factors[1].body
    told = isinstance(name, Name) and not name.primes and isinstance(group, Group) and group.open == "("
    return name if told and isinstance(name, Name) else None


def _told(n: int, statements: Sequence[Statement]) -> bool | None:
    """Is a name told by the end of a statement? False where it may be data, None where it is something else."""
    s = statements[n]
    name = _named(s)
    if name is None:
        return None
    stem, others = stem_of(name), (*statements[:n], *statements[n + 1 :])
    function = _function(s.chain.members[0])
    if any(_begins(x, stem) or _ends(x, stem) for x in others) or function is None:
        return None
    scripts = [z for y in statements for z in t.of_kind(y, t.Script) if not z.above]
    if stem in stems_in(scripts):  # it numbers something
        return None
    by = {stem_of(x) for y in others for z in t.of_kind(y, t.Derivative) for w in z.wrt for x in t.of_kind(w, Name)}
    return stem in by or not _may_be_data(n, statements, stem, stem_of(function))


def _may_be_data(n: int, statements: Sequence[Statement], stem: Stem, function: Stem) -> bool:
    """Does a name stand above, beside another one of its letter, or where it may be compared to what the page makes?"""
    s, others = statements[n], (*statements[:n], *statements[n + 1 :])
    twins = any(x[0] == stem[0] and x != stem for x in stems_in(statements))
    if twins or stem in stems_in(statements[:n]) or any(compares(x, function, stem) for x in others):
        return True
    made = [x for x in others if x.chain.relations and (head := _head(x)) is not None and stem_of(head) != stem]
    if any(value in x.chain.members for x in made for value in s.chain.members[1:-1]):
        return True  # another name is worth the same
    heads = {stem_of(head) for x in made if (head := _head(x)) is not None}
    sums = (x for y in others for x in t.of_kind(y, t.Terms))
    beside = ({stem_of(y.body) for y in x.terms if isinstance(y.body, Name)} for x in sums)
    return any(stem in found and found & heads for found in beside)


def _head(s: Statement) -> Name | None:
    """The name, or the function, with which an equation begins."""
    first = s.chain.members[0]
    return first if isinstance(first, Name) else _function(first)


def _begins(s: Statement, stem: Stem) -> bool:
    """Does an equation, or a condition, begin with a name?"""
    first = s.chain.members[0]
    return bool(s.chain.relations) and isinstance(first, Name) and stem_of(first) == stem


def _ends(s: Statement, stem: Stem) -> bool:
    """Does an equation end with a name?"""
    last = s.chain.members[-1]
    return bool(s.chain.relations) and isinstance(last, Name) and stem_of(last) == stem
