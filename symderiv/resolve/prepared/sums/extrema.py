r"""The largest of entries written out: `h_i = \max_j z_{ij}`, `[j = \arg\max_{j'} z_{ij'}]`, `x_{j^*}`.

What they are written as stands in `extremum`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....latex import tree as t
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ..extremum import Fresh, extremum, one_by_one, written_out
from .winners import with_winners_told


def _has_extremum(s: t.Statement) -> bool:
    calls = (x for x in t.of_kind(s, t.Call) if x.scripts)
    return any(extremum(x) is not None or one_by_one(x) is not None for x in calls)


@where(_has_extremum)
def with_extrema_written_out(located: Sequence[Located]) -> list[Located]:
    """The formulas, the largest and the least of entries as sums over these."""
    formulas = read_of(located)
    calls = [x for f in formulas for x in t.of_kind(f, t.Call) if x.scripts]
    if not any(extremum(x) is not None or one_by_one(x) is not None for x in calls):
        return list(located)
    fresh = Fresh(y for f in formulas for y in t.of_kind(f, t.Name))
    found = with_winners_told(located, fresh)
    return with_statements(found, lambda s: rebuilt(s, lambda x: written_out(x, fresh)))
