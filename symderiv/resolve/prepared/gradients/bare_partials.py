r"""Derivatives that do not say of what: `\partial w_{ij} = y_i \delta_j`, where the page says it of one such sign.

It does so in an equation, `\partial w_{ij} = \frac{\partial E}{\partial w_{ij}}`, or in words, `$\partial w$ is short
for $\partial E/\partial w$`. The sign means the same before every name then. Where nothing says of what they are, or
what is said differs, lines with them are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import sentences
from ....latex import tree as t
from ....latex.denials import denies
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Derivative, Formula, Misfit, Node, Statement
from ....latex.walking import rebuilt
from ...located import Located, read_of
from ..said_in_place import gaps_of, value_alone
from .gradients_by_d_told import MEANING

DEFINING = frozenset(["=", ":=", r"\equiv"])


def with_partials_of_the_loss(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with such derivatives as those of what the page says."""
    if not any(_is_bare(x) for f in read_of(located) for x in t.of_kind(f, Derivative)):
        return list(located)
    chains = [s.chain for f in read_of(located) for s in f.statements]
    told = {of for c in chains for of in _explained(c)} | set(_in_words(located, gaps_of(located, blocks)))
    of = told.pop() if len(told) == 1 else None
    if of is not None and any(_is_another(c, of) for c in chains):
        of = None
    return [(d, f if isinstance(f, ReadError) else _read(f, of, d.inline)) for d, f in located]


def _is_bare(x: object) -> bool:
    return isinstance(x, Derivative) and isinstance(x.of, Misfit)


def _of(sign: object, whole: object) -> Node | None:
    """What a sign is the derivative of, if the other one says it in full."""
    if not _is_bare(sign) or not isinstance(sign, Derivative) or not isinstance(whole, Derivative):
        return None
    return whole.of if whole.wrt == sign.wrt and whole.order == 1 and not whole.direct and not _is_bare(whole) else None


def _explained(c: Chain) -> Iterator[Node]:
    """What an equation says of a sign."""
    of = _of(c.members[0], c.members[1]) if c.relations and c.relations[0] in DEFINING else None
    if of is not None:
        yield of


def _is_another(c: Chain, of: Node) -> bool:
    r"""Does an equation call such a sign something made of the derivative, `-\frac{\partial E}{\partial w}`?"""
    if not c.relations or not _is_bare(c.members[0]) or _of(c.members[0], c.members[1]) is not None:
        return False
    return any(_of(c.members[0], x) == of for x in t.of_kind(c.members[1], Derivative))


def _in_words(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[Node]:
    """What words say of one, between it and a derivative."""
    for (one, lead), (two, gap) in pairwise(gaps):
        if one >= 0 and two >= 0 and MEANING.fullmatch(gap) and not denies(sentences.last(lead), ""):
            of = _of(value_alone(located[one]), value_alone(located[two]))
            if of is not None:
                yield of


def _read(f: Formula, of: Node | None, inline: bool) -> Formula | ReadError:
    """A formula with what is missing; a sign that is not known to be of anything cannot be read."""
    missing = [x.of for x in t.of_kind(f, Derivative) if isinstance(x.of, Misfit)]
    if not missing:
        return f
    if of is not None:
        return rebuilt(f, lambda x: _whole(x, of))  # type: ignore[no-any-return]
    if not any(s.chain.relations for s in f.statements):
        return replace(f, statements=()) if inline else ReadError(missing[0].cause, missing[0].place, missing[0].hint)
    return replace(f, statements=tuple(map(_unread, f.statements)))


def _whole(x: Any, of: Node) -> Node | None:
    return replace(x, of=of) if _is_bare(x) else None


def _unread(s: Statement) -> Statement:
    """The statement, with what has such a sign as what cannot be read."""

    def member(x: Node) -> Node:
        missing = [y.of for y in t.of_kind(x, Derivative) if isinstance(y.of, Misfit)]
        return replace(missing[0], span=getattr(x, "span", missing[0].span)) if missing else x

    members = tuple(map(member, s.chain.members))
    return s if members == s.chain.members else replace_statement(s, chain=replace(s.chain, members=members))
