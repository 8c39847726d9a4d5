r"""Matrices of which a page only ever names the inverse: `\Sigma^{-1} = \operatorname{diag}(\dots)`, and no `\Sigma`.

Then `\Sigma^{-1}` is the name of what stands there. Nothing is claimed about an inverse, and the -1 is a label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Number, Script, Statement, Term, Terms
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import stem_of
from ..gradients.gradients_by_d import DEFINING

MINUS_ONE = (Terms((Term("-", Number("1")),)),)


def _inverse(x: Node) -> Script | None:
    r"""The `^{-1}` of a name."""
    above = [s for s in x.scripts if s.above and not s.bracket] if isinstance(x, Name) else []
    return above[0] if len(above) == 1 and above[0].entries == MINUS_ONE else None


def _is_matrix(x: Name) -> bool:
    return x.font in BOLD_FONTS or x.base.lstrip("\\")[:1].isupper()


def _names_inverse(s: Statement) -> bool:
    c = s.chain
    return bool(c.relations) and c.relations[0] in DEFINING and _inverse(c.members[0]) is not None


@where(_names_inverse)
def with_inverses_as_names(located: Sequence[Located]) -> list[Located]:
    """The formulas, such a -1 as a label."""
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    alone = {stem_of(x) for x in names if _inverse(x) is None}
    lefts = [s.chain.members[0] for s in statements if _names_inverse(s)]
    meant = {stem_of(x) for x in lefts if isinstance(x, Name) and _is_matrix(x)} - alone

    def change(x: Any) -> Node | None:
        mark = _inverse(x) if isinstance(x, Name) and stem_of(x) in meant else None
        if mark is None:
            return None
        label = replace(mark, entries=(t.Text("-1", span=mark.span),))
        named: Node = replace(x, scripts=tuple(label if s is mark else s for s in x.scripts))
        return named

    return with_statements(located, lambda s: rebuilt(s, change)) if meant else list(located)
