"""What the form of a chain or of a member tells, before any name is known."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import is_

from ..notation import EQUALITIES
from ..pattern import lazily
from .tree import (
    BigSum,
    Chain,
    Derivative,
    Fraction,
    Group,
    Listing,
    Nabla,
    Name,
    Node,
    Number,
    Product,
    Statement,
    Symbol,
    Terms,
    Text,
    of_kind,
)
from .walking import Tree

EQUALLING = lazily(r"\s*(?:(?:is|are|which is)?\s*(?:equals?|equal to|given by)|is|becomes|gives|yields|は)\s*", re.I)
"""Words that say what a sign of equality says."""
IMPLYING = frozenset([r"\Rightarrow", r"\Leftrightarrow", r"\Leftarrow"])

MEMBERSHIP = frozenset([r"\in", r"\notin", r"\subset", r"\subseteq"])
r"""Relations beside which a list may stand: `x_1, \dots, x_n \in \mathbb{R}`."""

ENDS = frozenset(
    ["", "colon", "row", "again", "quad", "comma", "text", "arrow", "raw", "(", "rel", "forall", "dots", "stop"]
)
"""The kinds of tokens before which an expression may end."""


def replace_statement(statement: Statement, **changes: object) -> Statement:
    """The statement with some fields changed; one in which nothing changes stays the same object, with all that is
    remembered of it."""
    if all(_is_same(getattr(statement, name), value) for name, value in changes.items()):
        return statement
    return replace(statement, **changes)  # type: ignore[arg-type]


def with_conditions(statement: Statement, *more: Chain) -> Statement:
    """The statement with more conditions."""
    return replace(statement, conditions=(*statement.conditions, *more))


def is_of_line(statements: Sequence[Statement], line: int, chain: Chain) -> bool:
    r"""Is a value that stands in parentheses behind that of an entry, `(x_1 = 1, \lambda = 0)`, one of the line?

    >>> from symderiv.latex.parse import parse
    >>> [len(s.conditions) for s in parse(r"a = b \quad (x_1 = 1, \lambda = 0)").statements]
    [1, 0]
    """
    if not 0 <= line < len(statements) - 1 or not is_equation(statements[line].chain) or len(chain.members) != 2:
        return False
    left, right = chain.members
    entries = {x.base for s in statements[line + 1 :] for x in of_kind(s.chain, Name)}
    return isinstance(right, Number) and isinstance(left, Name) and not left.scripts and left.base not in entries


def turned_round(statement: Statement) -> Statement:
    """An equation with its sides in the other order, what stands on its left now being defined by it."""
    chain = statement.chain
    return replace(statement, chain=replace(chain, members=chain.members[::-1], relations=(":=",)))


def definition_beside(statement: Statement, name: Name, body: Node) -> Statement:
    """The definition of a name, under the conditions of a statement."""
    chain = Chain((name, body), ("=",), (name.span,), statement.chain.span)
    return replace_statement(statement, chain=chain, words=(), tag="", labels=())


def inside_of(x: Node) -> Node:
    """What stands in a parenthesis around one thing; anything else as it is."""
    return x.items[0] if isinstance(x, Group) and len(x.items) == 1 and x.open in "([{" else x


def alone_in(x: Node, brackets: Collection[str]) -> Node | None:
    """The only thing in a bracket of some kinds; None for anything else."""
    return x.items[0] if isinstance(x, Group) and x.open in brackets and len(x.items) == 1 else None


def _is_same(old: object, new: object) -> bool:
    """Are they one object, or tuples of the same objects?"""
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(old) == len(new) and all(map(is_, old, new))
    return old is new


def is_equation(chain: Chain) -> bool:
    """Whether a chain equates things, and is no range such as `i = 1, \\dots, I`."""
    return any(r in EQUALITIES for r in chain.relations) and not any(isinstance(m, Listing) for m in chain.members)


def is_arithmetic(x: Node, after_words: bool) -> bool:
    """Is it what no condition can be about, such as `+ 3`? A number may follow words (`for layer 2`)."""
    if isinstance(x, Number):
        return not after_words
    if isinstance(x, Terms) and x.terms[0].sign:
        return True
    return isinstance(x, (Terms, Product, BigSum, Fraction)) and not index_like(x)


def index_like(x: Node) -> bool:
    """Whether something can be an index or a size: letters without scripts, numbers, sums and products of them."""
    if isinstance(x, Name):
        return (
            not x.scripts
            and not x.accents
            and not x.font
            and (len(x.base.removesuffix("^*")) == 1 or x.base[0] == "\\")
        )
    if isinstance(x, Terms):
        return all(index_like(t.body) for t in x.terms)
    if isinstance(x, Product):
        return all(index_like(f.body) and not f.joined for f in x.factors)
    if isinstance(x, (Group, Listing)):
        return all(index_like(i) for i in x.items)
    return isinstance(x, Number)


def is_a_mark(words: Text) -> bool:
    r"""Do words hold nothing but a sign that numbers a line, the `$\dagger$` of `\tag{$\dagger$}`?"""
    chains = [s.chain for f in words.math for s in f.statements]
    alone = all(not c.relations and len(c.members) == 1 and isinstance(c.members[0], Symbol) for c in chains)
    return bool(chains) and alone and not any(f.asides for f in words.math)


def derives(x: Tree) -> bool:
    """Does something in a formula differentiate?"""
    return bool(of_kind(x, Derivative) or of_kind(x, Nabla))


def is_mention(statement: Statement) -> bool:
    """Does a name stand alone, `a window of length $m$`?"""
    return not statement.chain.relations and isinstance(statement.chain.members[0], Name)


def list_arrays(bare: Collection[Statement], telling: Collection[Statement]) -> bool:
    r"""Do names stand beside those of which only the entries are told, `x, y_m = (y_{mi}), z_m = (z_{mi})`?

    >>> from symderiv.latex.parse import parse
    >>> len(parse("x, y_m = (y_{mi}), z_m = (z_{mi})").statements)
    3
    """
    rights = [s.chain.members[1] for s in telling if s.chain.relations == ("=",) and not s.conditions]
    entries = [x.items for x in rights if isinstance(x, Group) and x.open == "(" and len(x.items) == 1]
    told = len(entries) == len(telling) and all(isinstance(x, Name) and x.scripts for (x,) in entries)
    return told and all(isinstance(s.chain.members[0], Name) for s in (*bare, *telling))
