r"""Equations of differentials of entries: `\mathrm{d}E = \sum_k (y_k - t_k) \, \mathrm{d}y_k` tells derivatives.

Such a line is about every small change of the y. Both sides are linear in it, so it is enough to look at the change of
one entry, `y_r`: the left side is `\frac{\partial E}{\partial y_r}`, and on the right `\mathrm{d}y_k` is 1 where k = r
and 0 elsewhere. Several names may change at once if no equation of the page says what they are, for then each changes
by itself. What changes has to be what the left side is computed from: an author to whom `dx_j = \sum_k w_{kj} dy_k` is
about gradients goes the other way. Lines about whole arrays are read elsewhere (`shapes.differentials`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of
from ...shapes.differentials import CHANGE, changed, changes, degree, fused, names_derivative
from ...shapes.forms import shows_arrays
from ...spelled.scripts import entries_below, kind_of
from ...spelled.shape import Stem, letter_of, stem_of

LETTERS = "rsuvpqabceghz"
"""Letters for the entry that changes; one that the page does not use is taken."""


def _may_change(s: Statement) -> bool:
    return _is_about_changes(s.chain, {"d"})


@where(_may_change)
def with_changes_of_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas with a line for each name that changes."""
    formulas = read_of(located)
    chains = [s.chain for f in formulas for s in f.statements]
    if any(names_derivative(c) for c in chains):
        return list(located)
    signs = {"d"} - _indices(located) if any(_is_about_changes(c, {"d"}) for c in chains) else {"d"}
    if not any(_is_about_changes(c, signs) for c in chains):
        return list(located)
    used = {x.base for f in formulas for x in t.of_kind(f, Name)}
    free = [x for x in LETTERS if x not in used]
    made_of = _made_of(formulas)
    found: list[Located] = []
    for display, f in located:
        if not isinstance(f, t.Formula):
            found.append((display, f))
            continue
        lines = [x for s in f.statements for x in (_lines(s, signs, free, made_of) or [s])]
        found.append((display, f if lines == [*f.statements] else replace(f, statements=tuple(lines))))
    return found


def _indices(located: Sequence[Located]) -> set[str]:
    """The letters in scripts and in the bounds of sums: a d among them is no sign."""
    formulas = read_of(located)
    scripts = (e for f in formulas for x in t.of_kind(f, t.Script) for e in x.entries)
    bounds = (e for f in formulas for x in t.of_kind(f, t.BigSum) for e in (*x.below, x.above))
    return {x.base for e in (*scripts, *bounds) for x in t.of_kind(e, Name)}


def _is_about_changes(c: Chain, signs: set[str]) -> bool:
    return len(c.members) > 1 and set(c.relations) == {"="} and changed(c.members[0], signs) is not None


def _made_of(formulas: Sequence[t.Formula]) -> dict[Stem, set[Stem]]:
    """The names that the value of each name is computed from, by way of others, too."""
    found: dict[Stem, set[Stem]] = {}
    for c in (s.chain for f in formulas for s in f.statements):
        left = _defined(c)
        if left is not None and not t.of_kind(c, t.Derivative):
            found.setdefault(left, set()).update(stem_of(x) for m in c.members[1:] for x in t.of_kind(m, Name))
    while True:
        more = {x: made.union(*(found.get(y, ()) for y in made)) for x, made in found.items()}
        if more == found:
            return found
        found = more


def _defined(c: Chain) -> Stem | None:
    """The name that an equation begins with."""
    left = c.members[0]
    return stem_of(left) if c.relations and c.relations[0] in EQUALITIES and isinstance(left, Name) else None


def _lines(
    s: Statement, signs: set[str], free: Sequence[str], made_of: dict[Stem, set[Stem]]
) -> list[Statement] | None:
    """The lines that say the same of one entry that changes; None where this is not read so."""
    left = changed(s.chain.members[0], signs) if _is_about_changes(s.chain, signs) else None
    if not isinstance(left, Name) or shows_arrays(s.chain):
        return None
    below = made_of.get(stem_of(left))
    generic = below is None and not left.scripts and not any(stem_of(left) in made for made in made_of.values())
    found: list[Statement] = []
    for m in s.chain.members[1:]:
        member = rebuilt(m, lambda x: fused(x, signs))
        names = list(dict.fromkeys(map(_bare, changes(member))))
        if degree(member) != 1 or len({stem_of(x) for x in names}) < len({kind_of(x) for x in names}):
            return None
        kinds = {kind_of(x): x for x in reversed(names)}
        stems = {stem_of(x) for x in names}
        if not all(map(_is_entry, names)) or not (generic or (below is not None and stems <= below)):
            return None
        if len(kinds) > 1 and stems & made_of.keys():
            return [replace(s, chain=replace(s.chain, members=tuple(map(_refused, s.chain.members))))]
        for n, x in enumerate(reversed(kinds.values())):
            line = _line(s, left, member, x, free)
            if line is None:
                return None
            found.append(line if not n else _apart(line, x))
    return found


def _refused(x: Node) -> t.Misfit:
    return t.Misfit("several things change in this chain", "write one equation for each of them", span=x.span)


def _bare(x: Name) -> Name:
    return replace(x, accents=x.accents[1:])


def _is_entry(x: Name) -> bool:
    """Is it a name with letters for indices below, and nothing above that could be one?"""
    letters = [letter_of(e) for e in entries_below(x)]
    above = [e for script in x.scripts if script.above for e in script.entries]
    return bool(letters) and None not in letters and all(isinstance(e, (t.Number, t.Text)) for e in above)


def _line(s: Statement, left: Name, member: Node, by: Name, free: Sequence[str]) -> Statement | None:
    """What the statement says of one entry of `by`."""
    letters = list(islice(free, len(entries_below(by))))
    if len(letters) < len(entries_below(by)):
        return None
    place = [Name(x, span=by.span) for x in letters]

    def unit(x: object) -> Node | None:
        if not isinstance(x, Name) or x.accents[:1] != (CHANGE,):
            return None
        if kind_of(_bare(x)) != kind_of(by):
            return t.Number("0", x.span)
        pairs = zip(entries_below(x), place, strict=True)
        return t.Indicator(tuple(Chain((e, p), ("=",), (x.span,), x.span) for e, p in pairs), x.span)

    below = iter(place)
    scripts = tuple(
        script if script.above else replace(script, entries=tuple(next(below) for _ in script.entries), commas=True)
        for script in by.scripts
    )
    wrt = t.Wrt(replace(by, scripts=scripts), 1, by.span)
    first = t.Derivative(left, (wrt,), span=s.chain.members[0].span)
    second = rebuilt(member, unit)
    chain = replace(s.chain, members=(first, second), relations=("=",), relation_spans=s.chain.relation_spans[:1])
    return replace(s, chain=chain)


def _apart(line: Statement, by: Name) -> Statement:
    """The line with a place of its own, so that it is not taken for the one about the first name."""
    right = replace(line.chain.members[1], span=by.span)
    return replace(line, chain=replace(line.chain, members=(line.chain.members[0], right)), span=by.span)
