r"""Parts of a name between it and what it is: `\hat{r}_{uij} = \hat{r}_{ui} - \hat{r}_{uj} = p_u^T (q_i - q_j)`.

Where nothing says what these parts are, the formula behind them defines the name; what stands between is not read,
since it would make them given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name, Node, Statement
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import places_of
from ...spelled.shape import stem_of

CAUSE = "nothing says what these names are by themselves"
HINT = r"define them, `\hat{r}_{ui} = ..`"


def _may_pass_over(s: Statement) -> bool:
    return len(s.chain.members) > 2 and isinstance(s.chain.members[0], Name)


@where(_may_pass_over)
def with_parts_passed_over(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page, each such chain with the formula behind in front."""
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    defined = {places_of(x) for c in chains if isinstance(x := c.members[0], Name)}

    def change(s: Statement) -> Statement:
        name, *members = s.chain.members
        if s.struck or len(members) < 2 or set(s.chain.relations) - {"=", ":="} or not isinstance(name, Name):
            return s
        parts = _values(members[0])
        own = bool(name.scripts) and bool(parts) and all(stem_of(x) == stem_of(name) for x in parts)
        if not own or isinstance(members[0], Name) or any(places_of(x) in defined for x in parts):
            return s
        if any(stem_of(x) == stem_of(name) for m in members[1:] for x in _values(m)):
            return s
        between = t.Misfit(CAUSE, HINT, span=members[0].span)
        return replace(s, chain=replace(s.chain, members=(name, *members[1:], between)))

    return with_statements(located, change)


def _values(x: Node) -> list[Name]:
    """The names outside of scripts."""
    found = [x] if isinstance(x, Name) else []
    parts = () if isinstance(x, Name) else t.parts(x)
    return found + [y for p in parts if not isinstance(p, t.Script) for y in _values(p)]  # type: ignore[arg-type]
