r"""Lines of a page with one left side and different right ones, `1. same: ..`, `2. other: ..` in whatever words.

Not both can be meant in general. So where none of them is right in general, one that is right for `i = j` is left open
beside one that is right for `i \ne j`, and the other way round: nothing was understood that says which case it is of.
Where both are items of a list, the other may as well have a slip. A line that is right in general, the one formula of
both cases, changes that only where a case has no line of its own. In a section without a word two lines are of two
cases beside such a line only if they stand together: with a line about something else between them nothing says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product

from ...affine import Sym, affine
from ...calculus.letters import upper_end
from ...document.displays_typed import SHOWN
from ...domain import eq, ne
from ...domain.constraint import Constraint, Domain
from ...errors import ReadError
from ...expr import Bracket, Cases, Var, free, of_kind, substitute
from ...latex.scripts import domain as domain_latex
from ...pattern import lazily
from ...read import Written
from ...step import Judgement, Verdict
from ...system import System
from ..cases.assuming import Judge
from ..cases.headed_cases import HEADING
from ..link import Link
from .compared_beside import INLINE, UNSAID, WORDS

MOST = 6
"""So many pairs of letters are tried, and so many other lines looked at."""
REACH = 5
"""So many rows above a display its item may begin."""
ITEM = lazily(
    r"\s*(?:>\s*)?(?:\*\*)?(?:[-*+•・]\s|\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})[.)]|[①-⑳]|（[^（）]{1,3}）|\\item\b)"
)
DISPLAYED = lazily(r"\$\$|\\\]|\\end\{")
PLAIN = lazily(
    r"[\s#*]*(?:(?:the|die|la)\s+)?(?:derivations?|solutions?|gradients?|backpropagation|herleitung|lösung|gradienten?|rückpropagierung"
    r"|dérivation|derivación|solución|導出|解答|勾配|推导|解|梯度)[\s*:.]*",
    re.I,
)
"""A heading that says nothing of cases,"""
IN_WORDS = lazily(r"\\(?:text\w*|mbox|tag|label|intertext|mathrm|operatorname)(?![a-zA-Z])")
"""a formula that may,"""
TYPED = lazily(r"\\(?:text\w*|mbox|intertext)(?![a-zA-Z])")
"""and words in any other formula."""


def unless_of_two_cases(
    link: Link, verdict: Verdict, others: Sequence[Written], judge: Judge, linked: Callable[[Written], Link | None]
) -> Verdict:
    """The verdict; open for a wrong line that is right in a case that another line with its left side does not have."""
    mine = link.written
    if verdict.judgement is not Judgement.WRONG or mine.where or mine.given or mine.choice is not None:
        return verdict
    alike = [w for w in others if w is not mine and _is_of_same(w, mine)][:MOST]
    own = [w for w in alike if not _has_right([w], judge, linked, ())]
    if not own:
        return verdict
    if wordless := len(own) < len(alike) and _is_wordless(link, own):
        own = [w for w in own if _are_together(w, mine, others)]
    for c, contrary in _cases(link) if own else ():
        if says_cases(link, c) or _is_idle(link, c) or (wordless and _is_told_elsewhere(mine, others, (c, contrary))):
            continue
        if judge(link.under((c,))).judgement is not Judgement.RIGHT:
            continue
        listed = is_listed(link.page, mine.line) and any(is_listed(link.page, w.line) for w in own)
        if listed or _has_right(own, judge, linked, (contrary,)):
            shown = domain_latex(Domain((c,)))
            detail = f"it is wrong in general and right for `{shown}`, which the words beside it may say of it"
            return Verdict(Judgement.UNPROVED, detail=detail)
    return verdict


def _is_told_elsewhere(mine: Written, others: Sequence[Written], pair: tuple[Constraint, Constraint]) -> bool:
    """Does another line with its left side have one of two cases beside it?"""
    left = mine.members[0]
    return any(w.members[0] == left and not {*pair}.isdisjoint(w.where) for w in others if w is not mine)


def _are_together(w: Written, mine: Written, others: Sequence[Written]) -> bool:
    """Do two lines with one left side stand without a line about something else between them?"""
    first, last = sorted((w.line, mine.line))
    return all(x.members[0] == mine.members[0] for x in others if first < x.line < last)


def _is_wordless(link: Link, alike: Sequence[Written]) -> bool:
    """Do a line and others stand in one section that has no words, in it or in their formulas?"""
    written = [link.written, *alike]
    rows = link.page.split("\n")
    headings = [n for n, row in enumerate(rows, 1) if HEADING.match(row)]
    first = max((n for n in headings if n <= link.written.line), default=0)
    last = min((n for n in headings if n > link.written.line), default=len(rows) + 1)
    if not all(first < w.line < last and IN_WORDS.search(w.latex) is None for w in written):
        return False
    if first and PLAIN.fullmatch(rows[first - 1]) is None:
        return False
    kept = UNSAID.sub(" ", "\n".join(rows[first : last - 1]))
    said = TYPED.search(kept) or WORDS.search(INLINE.sub(" ", SHOWN.sub(" ", kept)))
    return said is None and not any(is_listed(link.page, w.line) for w in written)


def says_cases(link: Link, c: Constraint) -> bool:
    """Does a line compare the letters of a condition itself, in rows or in a bracket? It speaks of both cases then."""
    sides = (link.left, link.right)
    rows = [where for e in sides for x in of_kind(e, Cases) for _, where in x.rows]
    rows += [x.where for e in sides for x in of_kind(e, Bracket) if not x.delta]
    letters = set(c.form.letters())
    return bool(letters) and any(letters <= set(x.form.letters()) for where in rows for x in where)


def _is_idle(link: Link, c: Constraint) -> bool:
    r"""Are both sides of a line one and the same where two letters are, `\partial E / \partial x_l = \partial E /
    \partial x_L` at `l = L`? Nobody states that."""
    if c.rel != "==":
        return False
    a, b = sorted(c.form.letters(), key=lambda s: s.key)
    return any(
        substitute(link.left, {x: affine(y)}) == substitute(link.right, {x: affine(y)}) for x, y in ((a, b), (b, a))
    )


def _is_of_same(w: Written, mine: Written) -> bool:
    """Has a line the same left side and another right one, and no condition that is read?"""
    if isinstance(w.members[0], ReadError) or w.members[0] != mine.members[0]:
        return False
    return w.members[1:] != mine.members[1:] and not (w.where or w.given or w.struck)


def is_listed(page: str, line: int) -> bool:
    """Does a row belong to an item of a list?

    >>> is_listed("1. same:\\n\\n   $$a = b$$", 3), is_listed("Then\\n$$a = b$$", 2)
    (True, False)
    """
    rows = page.split("\n")[:line]
    for n, row in enumerate(reversed(rows[-REACH:])):
        if n and DISPLAYED.search(row):
            return False
        if ITEM.match(row):
            return True
    return False


def _cases(link: Link) -> Iterator[tuple[Constraint, Constraint]]:
    """That two letters of the first member are the same, or one of it and a fixed index, and that they are not; and the
    other way round."""
    first = link.written.members[0]
    found = frozenset() if isinstance(first, ReadError) else free(first) & link.domain.letters() - link.system.sizes
    letters = sorted(found, key=lambda s: s.key)
    ends = {x: upper_end(link.domain, x) for x in letters}  # no case is about a layer and a row
    pairs = [(a, b) for a, b in combinations(letters, 2) if ends[a] == ends[b]]
    last = {x for end in ends.values() if end is not None for x in end.letters()}
    fixed = ((a, b) for a, b in product(letters, _fixed(link.system)) if b not in last or ends[a] == affine(b))
    for a, b in [*pairs, *fixed][:MOST]:
        yield eq(a, b), ne(a, b)
        yield ne(a, b), eq(a, b)


def _fixed(system: System) -> list[Sym]:
    """The fixed indices at which definitions use entries, the c of `-\\log p_c`."""
    entries = (e for p in system.pieces if p.body is not None for e in of_kind(p.body, Var))
    found = {i.letter for e in entries for i in e.indices}
    return sorted((s for s in found if s is not None and s in system.sizes), key=lambda s: s.key)


def _has_right(
    alike: Sequence[Written],
    judge: Judge,
    linked: Callable[[Written], Link | None],
    case: tuple[Constraint, ...],
) -> bool:
    """Is another line right, in a case or in general?"""
    found = (link for w in alike if (link := linked(w)) is not None)
    return any(judge(x.under(case)).judgement is Judgement.RIGHT for x in found)
