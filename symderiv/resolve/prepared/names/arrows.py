r"""Steps of an algorithm that define: `\mu \leftarrow \frac{1}{m} \sum_i x_i` is `\mu := ..`.

An arrow is an update, and defines nothing, where the name is used to compute it (`w \leftarrow w - \eta g`), where a
derivative stands on the right, where it only copies (`w' \leftarrow w`), or where the name is given a value elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name, Statement
from ...located import Located, read_of, with_statements

ARROW = r"\leftarrow"


def with_arrows_defining(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such arrows as signs of definition."""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    if not any(s.chain.relations[0] == ARROW for s in statements):
        return list(located)
    lefts = [_bare(s.chain.members[0]) for s in statements]

    def defines(s: Statement) -> bool:
        left, right = s.chain.members[:2]
        bare = _bare(left)
        if bare is None or lefts.count(bare) > 1 or isinstance(right, Name):
            return False
        inside = list(t.walk(right))
        if any(isinstance(x, (t.Derivative, t.Nabla)) for x in inside):
            return False
        return all(not isinstance(x, Name) or _bare(x) != bare for x in inside)

    def changed(s: Statement) -> Statement:
        if not s.chain.relations or s.chain.relations[0] != ARROW or not defines(s):
            return s
        return replace(s, chain=replace(s.chain, relations=(":=", *s.chain.relations[1:])))

    return with_statements(located, changed)


def _bare(x: object) -> Name | None:
    """A name without its scripts: what is told apart by them alone may be the same thing at another step."""
    return replace(x, scripts=()) if isinstance(x, Name) else None
