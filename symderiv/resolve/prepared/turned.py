r"""Definitions typed the other way round: `\frac12 (r - y)^2 =: \ell` is `\ell := \frac12 (r - y)^2`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...latex.tree import Chain, Name, Statement
from ..asked import where
from ..located import Located, with_statements


def _has_turned(s: Statement) -> bool:
    return _is_turned(s.chain)


@where(_has_turned)
def with_names_in_front(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the names of such definitions on the left."""
    return with_statements(located, lambda s: replace(s, chain=_turned(s.chain)) if _is_turned(s.chain) else s)


def _is_turned(chain: Chain) -> bool:
    return chain.relations == ("=:",) and isinstance(chain.members[1], Name) and not isinstance(chain.members[0], Name)


def _turned(chain: Chain) -> Chain:
    return replace(chain, members=chain.members[::-1], relations=(":=",))
