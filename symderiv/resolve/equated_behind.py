r"""Equations in parentheses behind a displayed line that are conditions of it: `.. = 0 \quad (y_i = t_i)`, `(t_k = 1)`.

Where two names are equated, or a name and a sum of names and numbers, all stand above the line and the page says
elsewhere what the left one is: so this is not what one of them is. A number is the value of a name that stands above
the line, for any value of its indices: `(x_0 = 1)`, `(o_{I+1} = 1)` say what one entry is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..latex.tree import Name, Node, Number, Terms
from .cases import is_number
from .facts import Signature
from .stated import Beside, Stated, left_shape, names_of
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
        number = is_number(chain.members[1])
        if number and not _is_of_any_entry(s):
            continue
        if not number and (count.get(sig, 0) < 2 or not _is_sum(chain.members[1])):
            continue
        above = frozenset().union(*(names_of(x.statement.chain) for x in own[: home.index(home[n])]))
        if names_of(chain) <= above:
            found[n] = n - 1, (s.formula, chain)
    return found


def _is_behind_a_line(n: int, own: Sequence[Stated], home: Sequence[int]) -> bool:
    return n > 0 and home[n - 1] == home[n] and not own[n - 1].statement.parenthesised


def _is_of_any_entry(s: Stated) -> bool:
    """Are the indices of its left side letters, and no sizes?"""
    left = left_shape(s.statement)
    letters = left.letters if left is not None else (None,)
    return all(x is not None and not x.isupper() for x in letters)


def _is_sum(member: Node) -> bool:
    """Is it a name, or a sum of names and numbers?"""
    if isinstance(member, Terms):
        return all(_is_plain(x.body) or isinstance(x.body, Number) for x in member.terms)
    return _is_plain(member)


def _is_plain(member: Node) -> bool:
    return isinstance(member, Name) and not member.primes
