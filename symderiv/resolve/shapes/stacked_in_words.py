r"""What sentences say of a matrix of examples: `$\mathbf{X}$ is the matrix where each row is $(\mathbf{x}^{(i)})^T$`.

Such a matrix may as well hold whitened examples, or a column of ones before them. So where nothing but entries of an
example tell how wide it is, it is one of examples if its sentences say so in these words, or if there are none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ...document.blocks import Display
from ...latex import tree as t
from ...latex.tree import Formula, Name
from ...pattern import lazily
from ..located import Located
from ..spelled.shape import is_mark, shape_of
from ..stated import Stated
from .declared import BOLD
from .design import Numbered

OF_ROWS = lazily(
    r"\s*,?\s*(?:(?:is|be|denotes?|as)\s+)?(?:(?:the|an?)\s+)?(?:[a-z]+\s+)?matrix,?\s+"
    r"(?:where|whose|in\s+which|with|having|that\s+has)\s+(?:(?:each|every|all|the|as|its)\s+)*"
    r"(?P<kind>row|column)s?(?:\s+(?:is|are|being))?(?:\s+the)?(?:\s+vectors?)?\s*",
    re.I,
)
"""All that stands between a matrix and an example,"""
ENDED = lazily(r"\s*(?:[.,;)]|and\b|\n\s*\n|\Z)")
"""and behind that."""


def as_told(found: Mapping[str, Numbered], located: Sequence[Located], stated: Sequence[Stated]) -> dict[str, Numbered]:
    """The stacks, with examples as columns or rows where words say so, without lengths that entries tell of others."""
    mentioned = _mentioned(located, {base for base, n in found.items() if n.vector and n.length is not None})
    told = dict(_told(located, found)) if mentioned else {}
    defined = {
        s.base
        for x in stated
        if x.statement.chain.relations and isinstance(left := x.statement.chain.members[0], Name)
        if (s := shape_of(left)) is not None
    }
    sizes = {x.base for n in found.values() for x in (n.count, n.length) if isinstance(x, Name)}
    out = dict(found)
    for base in (mentioned | defined | sizes) & found.keys():
        one = found[base]
        clear = base in told and base not in defined | sizes
        out[base] = replace(one, columns=told[base]) if clear else replace(one, length=None)
    return out


def _mentioned(located: Sequence[Located], bases: Collection[str]) -> set[str]:
    """Those that stand in sentences."""
    names = (x for d, f in located if d.inline and isinstance(f, Formula) for x in t.of_kind(f, Name)) if bases else ()
    return {s.base for x in names if (s := shape_of(x)) is not None and s.base in bases}


def _told(located: Sequence[Located], found: Mapping[str, Numbered]) -> Iterator[tuple[str, bool]]:
    """Matrices of which a sentence says that their columns, or else rows, are the examples."""
    for (one, matrix), (two, example) in pairwise(located):
        base, n = _base(matrix), _base(example)
        here = base in found and one.inline and two.inline and one.paragraph == two.paragraph
        words = OF_ROWS.fullmatch(_between(one, two)) if here else None
        small = n is not None and BOLD.sub(r"\1", n) == BOLD.sub(r"\1", base or "").lower()
        if base is not None and words is not None and small and ENDED.match(two.after.lstrip("$")):
            yield base, words["kind"].lower() == "column"


def _base(f: object) -> str | None:
    """The name that a formula consists of, perhaps in parentheses with a transpose: `(x^{(i)})^T`."""
    if not isinstance(f, Formula) or len(f.statements) != 1 or f.statements[0].chain.relations:
        return None
    x = f.statements[0].chain.members[0]
    if isinstance(x, t.Scripted) and all(is_mark(e) for s in x.scripts for e in s.entries):
        x = x.base
    if isinstance(x, t.Group) and len(x.items) == 1:
        x = x.items[0]
    shape = shape_of(x) if isinstance(x, Name) else None
    return shape.base if shape is not None else None


def _between(one: Display, two: Display) -> str:
    before = two.before.rstrip().rstrip("$")
    at = before.rfind(one.latex)
    return re.sub(r"\A\s*\$", "", before[at + len(one.latex) :]) if at >= 0 else "?"
