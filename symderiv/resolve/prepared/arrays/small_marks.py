r"""Transposes typed with a small t, `X^t \delta`, `(A B)^t`: as `X^T`.

A t above a name is a step, a label or an exponent on other pages. So it is a transpose only where the t stands for
nothing else on the page, every name below one also stands without it, none is defined or stands in a sum of terms, and
each is a factor beside a name, a parenthesis or a derivative, a whole right side, or called a transpose. Beside such
factors `K + K^t` and `K^t = K`, of nothing but the name itself, are the symmetric part and what symmetry says. One of
all these has to be a capital or in bold: a `y^t \log y` is a target, and the `\gamma^t` of a discount a power. Where t
numbers steps, `$W^t$ is the transpose of $W$` says it of that name alone. Beside a parenthesis with such a t,
`\mathbf{u}^t = \frac{\partial L}{\partial \mathbf{a}}` names a derivative that is a row.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Display
from ....latex import tree as t
from ....latex.said_of_names import behind
from ....latex.tree import Formula, Group, Name, Node, Product, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ....pattern import lazily
from ...asked import any_of
from ...located import Located, with_statements
from ...shapes.batches import is_capital
from ...shapes.declared import BOLD
from ...shapes.primes_told import CALLED
from ...spelled.shape import stem_of

MARK = "t"
TRACES = ("tr", "Tr")
TRACE = lazily(r"[^.;$]{0,20}(?:trace|traza|Spur|traccia|traço|след|跡|迹|トレース|대각합)", re.I)
"""Behind them, what they are."""
OF = lazily(r"\w*\s+(?:of|von|de|di)\s+(?:the\s+\w+\s+)?\$\s*([^$]*?)\s*\$")
"""Of what a transpose is one."""
BESIDE = (Name, Group, Scripted, t.Derivative, t.Nabla)
"""What an array may be multiplied by, as it is typed."""


def _has_any(s: Statement) -> bool:
    return any(map(_is_marked, (*t.of_kind(s, Name), *t.of_kind(s, Scripted))))


def with_small_marks(located: Sequence[Located], ranges: Container[str]) -> list[Located]:
    """The formulas of a document with `\\top` for such a t; `ranges`: the letters that its front matter has."""
    if not any_of(located, _has_any) or MARK in ranges:
        return list(located)
    statements = [s for d, f in located if isinstance(f, Formula) and not _is_said(d, f) for s in f.statements]
    alone = frozenset[str]()
    if not _are_transposes(statements):
        alone = transposes_said(located)
        if not alone:
            return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, (Name, Scripted)) or not _is_marked(x) or (alone and _letter(x) not in alone):
            return None
        scripts = tuple(replace(s, entries=(t.Symbol(r"\top", s.span),)) if s.above else s for s in x.scripts)
        return replace(x, scripts=scripts) if isinstance(x, Name) else Scripted(rebuilt(x.base, change), scripts)

    return with_statements(located, lambda s: rebuilt(s, change))


def transposes_said(located: Sequence[Located]) -> frozenset[str]:
    """The letters whose name with a small t above is called the transpose of the name without it."""
    said = [(d, f, CALLED.match(d.after)) for d, f in located if isinstance(f, Formula) and _is_said(d, f)]
    found = set[str]()
    for d, f, called in said:
        of = OF.match(d.after, called.end()) if called is not None else None
        named = re.findall(r"\$\s*([^$]*?)\s*\$", called[0]) if called is not None else []
        whole = of[1] if of is not None else named[-1] if named else None
        if whole is not None and re.sub(r"\s", "", d.latex) in (f"{whole}^t", f"{whole}^{{t}}"):
            found |= {x.base for s in f.statements for x in t.of_kind(s, Name) if _is_marked(x)}
    return frozenset(found)


def _letter(x: Name | Scripted) -> str | None:
    return x.base if isinstance(x, Name) else None


def _is_said(d: Display, f: Formula) -> bool:
    """Does a sentence call a name alone a transpose, or the letters t and r the trace?"""
    if not d.inline or any(s.chain.relations for s in f.statements):
        return False
    if d.latex.strip() in TRACES:
        return TRACE.match(d.after) is not None
    called = CALLED.match(d.after)
    of = OF.match(d.after, called.end()) if called is not None else None
    if of is not None and not behind(d.after[of.end() :]).is_understood:
        return False
    return called is not None and (of is None or re.sub(r"\s", "", d.latex) in (f"{of[1]}^t", f"{of[1]}^{{t}}"))


def _is_marked(x: object) -> bool:
    """Does a t stand above a name, or a parenthesis, and nothing else?"""
    if not isinstance(x, (Name, Scripted)) or x.primes or (isinstance(x, Scripted) and not isinstance(x.base, Group)):
        return False
    above = [s for s in x.scripts if s.above]
    return len(above) == 1 and not above[0].bracket and above[0].entries == (t.Name(MARK),)


def _are_transposes(statements: Sequence[Statement]) -> bool:
    names = [x for s in statements for x in t.of_kind(s, Name)]
    marked = [x for s in statements for x in (*t.of_kind(s, Name), *t.of_kind(s, Scripted)) if _is_marked(x)]
    if sum(x.base == MARK for x in names) > len(marked):
        return False
    plain = {stem_of(x) for x in names if not any(s.above for s in x.scripts)}
    bare = [_bare(x) for x in marked if isinstance(x, Name)]
    inside = [y for x in marked if isinstance(x, Scripted) for y in t.of_kind(x.base, Name)]
    arrays = any(is_capital(x.base) or x.font or BOLD.search(x.base) for x in (*bare, *inside))
    factors = {id(x) for s in statements for x in _factors(s)}
    placed = factors | {id(x) for s in statements for x in _placed(s)}
    if any(id(x) in factors for x in marked):
        placed |= {id(x) for s in statements for x in _beside_itself(s)}
    if any(isinstance(x, Scripted) and id(x) in placed for x in marked):
        named = {x for s in statements for x in _named(s)}
        lefts = [s.chain.members[0] for s in statements if s.chain.relations]
        placed |= {id(x) for x in lefts if isinstance(x, Name) and x in named}
    return arrays and all(stem_of(x) in plain for x in bare) and all(id(x) in placed for x in marked)


def _bare(x: Name) -> Name:
    return replace(x, scripts=tuple(s for s in x.scripts if not s.above))


def _factors(s: Statement) -> Iterator[Node]:
    """Factors beside what may be an array."""
    for product in t.of_kind(s, Product):
        bodies = [f.body for f in product.factors]
        for n, body in enumerate(bodies):
            beside = bodies[max(n - 1, 0) : n] + bodies[n + 1 : n + 2]
            if any(isinstance(x, BESIDE) or (isinstance(x, t.Call) and x.function == "diag") for x in beside):
                yield body


def _beside_itself(s: Statement) -> Iterator[Node]:
    """The `K^t` of `K + K^t`, `K - K^t` and `K^t = K`."""
    pairs = [tuple(y.body for y in x.terms) for x in t.of_kind(s, t.Terms) if len(x.terms) == 2]
    pairs += [s.chain.members] if s.chain.relations == ("=",) else []
    for one, two in pairs:
        marked, other = (one, two) if _is_marked(one) else (two, one)
        if isinstance(marked, Name) and _is_marked(marked) and isinstance(other, Name) and _bare(marked) == other:
            yield marked


def _named(s: Statement) -> Iterator[Name]:
    """The bold name of a derivative by a bold one."""
    left, *others = s.chain.members
    if len(others) == 1 and s.chain.relations == ("=",) and isinstance(left, Name) and _is_bold(left):
        by = [w.body for w in others[0].wrt] if isinstance(others[0], t.Derivative) else []
        if len(by) == 1 and isinstance(by[0], Name) and _is_bold(by[0]):
            yield left


def _is_bold(x: Name) -> bool:
    return x.font in BOLD_FONTS or BOLD.search(x.base) is not None


def _placed(s: Statement) -> Iterator[Node]:
    """What else stands where a transpose may: whole right sides, what a derivative is taken by."""
    for derivative in t.of_kind(s, t.Derivative):
        yield from (w.body for w in derivative.wrt)
    yield from s.chain.members[1:]


__all__ = ["with_small_marks"]
