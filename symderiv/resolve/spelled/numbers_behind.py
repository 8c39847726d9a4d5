r"""Numbers typed right behind letters, `W1 x + b1`, on a page that has no given network: `W_1`, `b_1`.

Where the letter also has indices, `x1` is the first of the `x_i`, if no equation begins with it; otherwise it stays a
name of its own. What is set upright in scripts, `w_{\mathrm{h1}}`, is no letter with a number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Name, Script, Statement
from ...latex.walking import rebuilt
from ...notation import WORD_FONTS
from ...pattern import lazily
from ..asked import some, where
from ..located import Located, read_of, with_statements

BEHIND = lazily(r"([A-Za-z]|\\[A-Za-z]+)([0-9]+)")
"""`W2` and `\\delta2`, which are one name to the parser."""


@some(Name)
def _has_number(x: Name) -> bool:
    return BEHIND.fullmatch(x.base) is not None


@where(_has_number)
def with_numbers_below(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such numbers below their letters."""
    statements = [s for f in read_of(located) for s in f.statements]
    kept = set(_apart(statements))
    upright = {x for s in statements for x in _upright_below(s)}

    def change(x: object) -> Name | None:
        m = BEHIND.fullmatch(x.base) if isinstance(x, Name) else None
        if m is None or not isinstance(x, Name) or m[1] in kept or (x.base, x.font) in upright:
            return None
        below = Script(False, (t.Number(m[2], span=x.span),), "", False, True, x.span)
        return replace(x, base=m[1], scripts=(below, *x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _upright_below(s: Statement) -> Iterator[tuple[str, str]]:
    entries = (e for script in t.of_kind(s, Script) for e in script.entries)
    yield from ((e.base, e.font) for e in entries if isinstance(e, Name) and e.font in WORD_FONTS)


def _apart(statements: Iterable[Statement]) -> Iterator[str]:
    """The letters whose numbered names are no other names of the page with a number below."""
    indexed: dict[str, set[int]] = defaultdict(set)
    for s in statements:
        left = s.chain.members[0]
        for x in t.of_kind(s, Name):
            m = BEHIND.fullmatch(x.base)
            below = sum(len(e.entries) for e in x.scripts if not e.above)
            if m is not None and below:
                yield m[1]
            if m is not None and x is left and s.chain.relations:
                indexed[m[1]].add(0)
            elif m is None and x.scripts:
                labelled = any(e.above and e.bracket for e in x.scripts)
                indexed[x.base] |= {2 if labelled else below} if below or labelled else set()
    yield from (letter for letter, counts in indexed.items() if max(counts, default=0) > 1 or counts == {0, 1})
