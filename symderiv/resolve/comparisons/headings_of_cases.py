r"""Equations that give a name a number in one case of several: `- $\lambda = 0$:`, or one that is excluded elsewhere.

An item of a list, or a row, that ends in a colon behind such an equation is the heading of what stands below it. Where
a page says of the same name that it is not that number (`$\lambda \ne 0$`, `$\lambda > 0$`), it has the number in one
of the cases alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...latex.statement_forms import is_equation
from ...latex.tree import Chain, Name, Node
from ...pattern import lazily
from ..facts import Signature
from ..integers.kinds import name_signature
from ..spelled.shape import shape_of
from ..stated import Stated
from ..told.cases import is_number

HEADING = lazily(r"(?:\A|\n)[ \t]*(?:\\item\b|[-*+•·・]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)])[^\n$.。]*\Z")
"""What stands before an equation in an item of a list,"""
ITEM = lazily(r"(?:\A|\n)[ \t]*(?:\\item\b|[-*+•·・][ \t]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)])")
"""or the next item,"""
ALONE = lazily(r"(?:\A|\n)[ \t*_>]*\Z")
"""in a row that begins with it,"""
ENDED = lazily(r"[\s*_)）]*(?:の?(?:とき|場合)(?:は)?)?[\s*_)）]*[:：]")
"""and behind it where that ends in a colon."""
EXPLAINED = lazily(r"[^$\n.。:：]{0,60}[:：]")
"""the same behind more words."""
EXCLUDING = frozenset([r"\ne", r"\neq", "<", ">"])


def heads_a_case(before: str, behind: str) -> bool:
    r"""Is an equation between these texts the heading of a case?

    >>> heads_a_case("\n\n- ", ":\n"), heads_a_case("\n* no decay, ", ":"), heads_a_case("\n", "：")
    (True, True, True)
    >>> heads_a_case("- ", ", no decay:"), heads_a_case("- ", ". Then"), heads_a_case("We set ", ":")
    (True, False, False)
    """
    if ENDED.match(behind) is not None:
        return bool(ALONE.search(before) or HEADING.search(before))
    return EXPLAINED.match(behind) is not None and HEADING.search(before) is not None


def excluded(own: Sequence[Stated]) -> dict[Signature, set[Node]]:
    """The numbers that sentences and conditions say names do not have."""
    found: dict[Signature, set[Node]] = {}
    for s in own:
        for chain in (*((s.statement.chain,) if s.inline else ()), *s.statement.conditions):
            for sig, number in _numbers(chain):
                found.setdefault(sig, set()).add(number)
    return found


def _numbers(chain: Chain) -> Iterator[tuple[Signature, Node]]:
    if len(chain.members) != 2 or chain.relations[0] not in EXCLUDING or is_equation(chain):
        return
    for name, number in (chain.members, chain.members[::-1]):
        shape = shape_of(name) if isinstance(name, Name) and is_number(number) else None
        if shape is not None:
            yield name_signature(shape), number
