r"""Equations in parentheses behind a displayed line that are conditions of it: `.. = 0 \quad (y_i = t_i)`.

Two names are equated, or a name and a sum of names and numbers; all stand above the line, and the page says elsewhere
what the left one is: so this is not what one of them is. What a number behind a line means is asked elsewhere
(`supposing`): `(x_0 = 1)` says what one entry is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...latex.tree import Name, Node, Number, Terms
from ..facts import Signature
from ..stated import Beside, Stated, names_of
from .supposing import left_signature


def equated_behind(
    own: Sequence[Stated], home: Sequence[int], count: Mapping[Signature, int]
) -> dict[int, tuple[int, Beside]]:
    """The numbers of such statements, each with the number of the line before it, and the condition of that line.

    `home` has the number of the formula of each statement, `count` says how often a name is a left side.
    """
    found: dict[int, tuple[int, Beside]] = {}
    for n, s in enumerate(own):
        if s.inline or not s.statement.parenthesised or not _is_behind_a_line(n, own, home):
            continue
        chain, sig = s.statement.chain, left_signature(s)
        if chain.relations != ("=",) or sig is None or not _is_plain(chain.members[0]):
            continue
        if count.get(sig, 0) < 2 or not _is_sum(chain.members[1]):
            continue
        above = frozenset().union(*(names_of(x.statement.chain) for x in own[: home.index(home[n])]))
        if names_of(chain) <= above:
            found[n] = n - 1, (s.formula, chain)
    return found


def _is_behind_a_line(n: int, own: Sequence[Stated], home: Sequence[int]) -> bool:
    return n > 0 and home[n - 1] == home[n] and not own[n - 1].statement.parenthesised


def _is_sum(member: Node) -> bool:
    """Is it a name, or a sum of names and numbers?"""
    if isinstance(member, Terms):
        return all(_is_plain(x.body) or isinstance(x.body, Number) for x in member.terms)
    return _is_plain(member)


def _is_plain(member: Node) -> bool:
    return isinstance(member, Name) and not member.primes
