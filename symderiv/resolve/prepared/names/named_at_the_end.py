r"""A second name at the end of a definition: `\hat{y}_i = \frac{e^{z_i}}{\sum_c e^{z_c}} = p_i` says what p_i is, too.

So it is where both names stand here for the first time with the same indices, no equation begins with the second one,
and no other line holds both, but where it differentiates one: data to which a page compares its output is no name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Formula, Name, Node, Script, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of
from ...spelled.shape import Stem, stem_of


def _tells(s: Statement) -> bool:
    return _ends(s) is not None


@where(_tells)
def with_names_at_the_end(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, the second name of such a definition behind the first one."""
    if any(is_given(d) for d, _ in located):
        return list(located)  # a solution defines nothing of its network
    statements = [s for f in read_of(located) for s in f.statements]
    told = {s for n, s in enumerate(statements) if _is_meant(s, statements[:n], statements[n + 1 :])}

    def turned(s: Statement) -> Statement:
        if s not in told:
            return s
        first, *formulas, last = s.chain.members
        return replace(s, chain=replace(s.chain, members=(first, last, *formulas)))

    def put(f: Formula) -> Formula:
        found = tuple(map(turned, f.statements))
        return f if found == f.statements else replace(f, statements=found)

    return [(d, put(f) if isinstance(f, Formula) else f) for d, f in located]


def _ends(s: Statement) -> tuple[Name, Name] | None:
    """The names at both ends of a definition, if no other member is one."""
    c = s.chain
    if len(c.members) < 3 or s.struck or s.conditions or not EQUALITIES.issuperset(c.relations):
        return None
    first, *formulas, last = c.members
    if not isinstance(first, Name) or not isinstance(last, Name) or any(map(_is_plain, formulas)):
        return None
    if first.scripts != last.scripts or first.primes or last.primes or any(x.above for x in first.scripts):
        return None
    one, other = stem_of(first), stem_of(last)
    inside = stems_in(formulas)
    derived = any(t.of_kind(formulas, t.Derivative)) or any(t.of_kind(formulas, t.Nabla))
    return None if one == other or {one, other} & inside or derived else (first, last)


def _is_meant(s: Statement, before: Sequence[Statement], behind: Sequence[Statement]) -> bool:
    """Is the name at its end told by it?"""
    ends = _ends(s)
    if ends is None:
        return False
    one, other = map(stem_of, ends)
    numbers = {stem_of(x) for y in (s, *before, *behind) for z in t.of_kind(y, Script) for x in t.of_kind(z, Name)}
    begun = any(isinstance(x := y.chain.members[0], Name) and stem_of(x) == other for y in behind if y.chain.relations)
    return (
        not {one, other} & (stems_in(before) | numbers)
        and not begun
        and not any(compares(y, one, other) for y in behind)
    )


def compares(s: Statement, one: Stem, other: Stem) -> bool:
    """Does a line hold both names, neither of them only as what it differentiates?"""
    here = [stem_of(x) for x in t.of_kind(s, Name)]
    shown = [stem_of(x.of) for x in t.of_kind(s, t.Derivative) if isinstance(x.of, Name)]
    return all(here.count(x) > shown.count(x) for x in (one, other))


def _is_plain(x: Node) -> bool:
    """Is it a name without an exponent?"""
    return isinstance(x, Name) and not any(y.above for y in x.scripts)


def stems_in(found: Iterable[object]) -> set[Stem]:
    """The names in formulas, without their scripts."""
    return {stem_of(x) for y in found for x in t.of_kind(y, Name)}
