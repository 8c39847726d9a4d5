r"""The names and sizes that stand one after another in a sentence: `$x$ and $y$ are vectors of dimensions $(3, 1)$ and
$(4, 1)$`, `the dimensions of $W$ are $(4, 3)$, of $V$ $(2, 4)$`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...latex import tree as t
from ...latex.joining import AND
from ...latex.tree import Formula, Node
from ...notation import EQUALITIES
from ...pattern import lazily
from ..located import Located
from ..stated import matrix_told
from .declared import space
from .stacked import alone, stacked

JOINED = lazily(rf"\s*(?:,|、|，|,?\s*{AND})\s*\Z")
LAST = lazily(r"\s*(?:[(,]?\s*(?:respectively\b|resp\b|bzw\b)|\)|[.;:]|\Z)")
"""Behind the last of several lengths."""
OF_NAME = lazily(
    r"\b(?:[Dd]imensions?|[Ss]izes?|[Ss]hapes?|Dimension(?:en)?|Größen?)\s+(?:of|von)\s+(?:the\s+(?:[a-z]+\s+)?matri\w+\s+)?\Z"
)
"""Before a name of which a size is told: `the dimensions of $W$ are $(4, 3)$`,"""
OF_NEXT = lazily(rf"\s*[,;]?\s*(?:{AND}\s*)?(?:those\s+|that\s+)?(?:of|von)\s*")
"""and before one more: `, of $V$ $(2, 4)$`."""


def words_before(located: Sequence[Located], n: int) -> str | None:
    """The words between the formula before and this one; None where they do not stand in one sentence."""
    if n == 0 or located[n - 1][0].paragraph != located[n][0].paragraph or not located[n - 1][0].inline:
        return None
    before = re.split(r"\$|\\\)", located[n][0].before)
    return before[-1] if len(before) > 1 else None


def bare(formula: object) -> Node | None:
    """The expression that a formula consists of."""
    if not isinstance(formula, Formula) or len(formula.statements) != 1:
        return None
    chain = formula.statements[0].chain
    return None if chain.relations or len(chain.members) != 1 else chain.members[0]


def name_in(formula: object) -> t.Name | None:
    r"""The name that a formula consists of, also where it goes on to type it out (`X = [x_1, \dots, x_N]`), or with its
    entries (`W = (W_{ij})`)."""
    found = bare(formula)
    if isinstance(formula, Formula) and len(formula.statements) == 1 and found is None:
        chain = formula.statements[0].chain
        if len(chain.members) == 2 and chain.relations[0] in EQUALITIES and _is_typed_out(chain):
            found = chain.members[0]
    return found if isinstance(found, t.Name) else None


def _is_typed_out(chain: t.Chain) -> bool:
    """Does an equation only say what an array is made of?"""
    return stacked(chain.members[1]) is not None or matrix_told(chain) is not None


def names_in(formula: object) -> list[t.Name]:
    """The names that a formula consists of, `A` or `A, B`."""
    if isinstance(formula, Formula) and len(formula.statements) > 1:
        chains = [s.chain for s in formula.statements if not (s.conditions or s.words)]
        bare = [m for c in chains if not c.relations for m in c.members if isinstance(m, t.Name)]
        return bare if len(bare) == len(formula.statements) else []
    name = name_in(formula)
    return [] if name is None else [name]


def lengths_of(size: Node) -> tuple[Node, ...]:
    r"""The lengths in `N \times D`, `(N, D)` (as arrays are measured in programs)."""
    if isinstance(size, t.Product) and _is_product(size):
        return tuple(alone(f.body) for f in size.factors)
    return size.items if isinstance(size, t.Group) and size.open == "(" else (size,)


def _is_product(size: Node) -> bool:
    return isinstance(size, t.Product) and all(f.operator == r"\times" for f in size.factors[1:])


def sizes_listed(located: Sequence[Located], n: int) -> list[Node]:
    r"""The sizes that begin here and stand one after another, `$(3, 1)$ and $(4, 1)$`; of single lengths only where the
    sentence ends behind them."""
    found: list[Node] = []
    for at in range(n, len(located)):
        size = bare(located[at][1]) if located[at][0].inline else None
        if size is None or (found and not JOINED.match(words_before(located, at) or "x")):
            break
        found.append(size)
    while len(found) > 1 and not _are_sizes(found, located[n + len(found) - 1][0].after):
        found.pop()
    return found


def _are_sizes(found: Sequence[Node], behind: str) -> bool:
    ways = {"space" if space(x) is not None else len(lengths_of(x)) for x in found}
    one = ways == {1} and all(isinstance(x, (t.Name, t.Number, t.Terms)) for x in found)
    return ways in ({"space"}, {2}) or (one and LAST.match(behind) is not None)


def is_measured_next(located: Sequence[Located], n: int) -> bool:
    """Does it go on with one more name and size, `of $V$ $(2, 4)$` behind `the dimensions of $W$ are $(4, 3)$`?"""
    if n < len("WSV") or OF_NEXT.fullmatch(words_before(located, n - 1) or "x") is None:
        return False
    size, names = bare(located[n - 2][1]), names_in(located[n - 3][1])
    if size is None or len(lengths_of(size)) != 2 or not names:
        return False
    before = re.sub(r"(?:\$|\\\()\s*\Z", "", located[n - 3][0].before)
    return OF_NAME.search(before) is not None or is_measured_next(located, n - 2)
