r"""Definitions typed the other way round: `\frac12 (r - y)^2 =: \ell` is `\ell := \frac12 (r - y)^2`.

So is `y - d = e` where words give the name (`Let $y - d = e$`, `$y - d = e$ とおく`) and no line above has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....document import Display
from ....latex.statement_forms import turned_round
from ....latex.tree import Chain, Formula, Group, Name, Statement, of_kind
from ....pattern import lazily
from ...asked import where
from ...located import Located
from ...shapes.named import IDENTITIES, ONES, ZEROS

GIVING = lazily(r"\b(?:let|put|set|write|call|define|denote|abbreviate)(?: us)?(?: (?:write|put|set|call))?\W*\Z", re.I)
"""Words before an equation that give a name;"""
GIVEN = lazily(r"\s*と(?:お[くけき]|置[くけき]|書[くけき]|呼[ぶべび]|定義|表[すせし])")
"""and behind one."""


def _has_turned(s: Statement) -> bool:
    return _is_turned(s.chain) or _may_be_turned(s.chain)


@where(_has_turned)
def with_names_in_front(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the names of such definitions on the left."""
    here = [(d.inline, s) for d, f in located if isinstance(f, Formula) for s in f.statements]
    if not any(_is_turned(s.chain) or (inline and _may_be_turned(s.chain)) for inline, s in here):
        return list(located)
    met: set[str] = {*IDENTITIES, *ONES, *ZEROS}
    found: list[Located] = []
    for display, f in located:
        if isinstance(f, Formula):
            statements = tuple(turned_round(s) if _is_named(display, s, met) else s for s in f.statements)
            met.update(x.base for s in f.statements for x in of_kind(s.chain, Name))
            same = all(a is b for a, b in zip(statements, f.statements, strict=True))
            found.append((display, f if same else replace(f, statements=statements)))
        else:
            found.append((display, f))
    return found


def _is_turned(chain: Chain) -> bool:
    return chain.relations == ("=:",) and isinstance(chain.members[1], Name) and not isinstance(chain.members[0], Name)


def _may_be_turned(chain: Chain) -> bool:
    if chain.relations != ("=",) or not isinstance(chain.members[1], Name):
        return False
    return not isinstance(chain.members[0], (Name, Group))


def _is_named(display: Display, s: Statement, met: set[str]) -> bool:
    """Is it such a definition? `met` are the letters of the lines above."""
    if _is_turned(s.chain):
        return True
    if not _may_be_turned(s.chain) or not display.inline:
        return False
    left, right = s.chain.members
    new = isinstance(right, Name) and right.base not in met | {x.base for x in of_kind(left, Name)}
    return new and bool(GIVING.search(display.before) or GIVEN.match(display.after))
