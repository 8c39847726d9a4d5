r"""One index in brackets behind every name that has entries, `y_c[i] = \sum_n \sum_k w_{c,n}[k] x_n[2i + k]`.

Equations say what the entries of some are, `y_c[i] = ..`, the page differentiates by others: by `w_{c,n}[k]` nobody
does but where it is one thing. If each of these never stands but before an index made of letters that are no values,
with one that runs among them, they are entries; and so is every other such name, the data `x_n`.

What stands without a bracket may be no value of that name: the x of `\sigma(x) = 1 / (1 + e^{-x})` is any argument, the
e before an exponent `-x` the number of the exponential, the w of `E(w) = ..` or `w \in \mathbb{R}^K` the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Node, Product, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...functions.calls import EULER
from ...located import Located, read_of
from ...spelled.shape import Stem, is_mark, letter_of, stem_of
from ..applied import applied_alone, is_space
from ..arguments.bracketed_arguments import bracket_of, may_show, shown_in_brackets
from ..arguments.dummies import is_bare
from .in_brackets import Letters, letters_of, uses_of, with_entries_of

DELTA = r"\delta"


@where(may_show)
def with_one_index_below(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such indices below their names."""
    formulas = list(read_of(located))
    shown = {*shown_in_brackets(located), *_by(formulas)}
    names = _numbered(formulas, shown) if shown else set()
    return with_entries_of(names, located) if names else list(located)


def _by(formulas: Sequence[t.Formula]) -> Iterator[Stem]:
    """The names by which, with one index in brackets, a page differentiates."""
    by = [w.body for f in formulas for w in t.of_kind(f, t.Wrt) if isinstance(w.body, Product)]
    heads = (x.factors[0].body for x in by if _is_one_entry(x))
    return (stem_of(x) for x in heads if isinstance(x, Name))


def _is_one_entry(x: Product) -> bool:
    group = bracket_of(x.factors[1]) if len(x.factors) == len(("x", "[i]")) else None
    return group is not None and len(group.items) == 1


def _numbered(formulas: Sequence[t.Formula], shown: set[Stem]) -> set[Stem]:
    """The names that never stand but before an index that runs and does not number the name, if all `shown` do.

    A delta that is not shown may be 1 where its index is 0.
    """
    statements = [s for f in formulas for s in f.statements]
    every = [stem_of(x) for s in statements for x in _of_values(s)]
    uses = [(name, group) for s in statements for name, _, group in uses_of(s)]
    letters = letters_of(statements)
    stems = {stem_of(name) for name, _ in uses}
    fit = {x for x in stems if every.count(x) == sum(stem_of(n) == x for n, _ in uses)}  # each stands before a bracket
    fit = {x for x in fit if all(_is_index_of(n, g, letters) for n, g in uses if stem_of(n) == x)}
    fit = {x for x in fit if any(letters.run(g) for n, g in uses if stem_of(n) == x)}
    return {x for x in fit if x in shown or x[0] != DELTA} if shown & stems and shown & stems <= fit else set()


def _of_values(s: Statement) -> Iterator[Name]:
    """The names of a statement, but for those that are no value of the name that a page may have with an index."""
    shown = _shown(s.chain)
    entries = {stem_of(name) for name, _, _ in uses_of(s)}
    dummies = {stem_of(x) for x in shown} - entries
    passed = {id(x) for x in shown}
    for x in t.of_kind(s, Name):
        any_argument = stem_of(x) in dummies and is_bare(x)
        if id(x) not in passed and not any_argument and not _is_exponential(x, dummies):
            yield x


def _shown(c: Chain) -> list[Name]:
    r"""The letters that `f(x) = ..`, `\frac{d f(x)}{dx} = ..` and `x \in \mathbb{R}^N` are about, there."""
    left = c.members[0]
    found: Sequence[Node] = ()
    if c.relations == (r"\in",):
        space = c.members[1]
        found = t.listed(left) if is_space(space) and isinstance(space, Name) and space.scripts else ()
    elif c.relations[:1] and c.relations[0] in EQUALITIES:
        found = _arguments(left.of if isinstance(left, t.Derivative) and left.of is not None else left)
    return [x for x in found if isinstance(x, Name) and letter_of(x) is not None]


def _arguments(x: Node) -> Sequence[Node]:
    """What stands in the parenthesis where something is a function before its arguments."""
    if isinstance(x, t.Call):
        return x.args
    applied = applied_alone(x)
    return () if applied is None else applied[1].items


def _is_exponential(x: Name, dummies: Set[Stem]) -> bool:
    """Is it the e of `e^{-x}`, `e^{v[n]}`, or before what stands for any argument? A power is a number, or a mark."""
    above = [s for s in x.scripts if s.above and not s.bracket and len(s.entries) == 1]
    if x.base != EULER or x.primes or x.font or len(above) != 1 or len(x.scripts) != 1:
        return False
    (exponent,) = above[0].entries
    names = [n for n in t.of_kind(exponent, Name) if not is_mark(n)]
    negative = isinstance(exponent, t.Terms) and exponent.terms[0].sign == "-"
    entry = any(bracket_of(f) is not None for p in t.of_kind(exponent, Product) for f in p.factors)
    return bool(names) and (negative or entry or any(stem_of(n) in dummies for n in names))


def _is_index_of(name: Name, group: Group, letters: Letters) -> bool:
    r"""Is it one index, with a letter that runs and is not below the name? `c_k [n - k]` may be a product."""
    below = {x for s in name.scripts for x in t.of_kind(s, Name)}
    plain = not name.primes and not name.font and len(group.items) == 1
    return plain and letters.are_index(group.items[0]) and below.isdisjoint(t.of_kind(group, Name))
