r"""Lines whose sums words beside them restrict: `where $j$ runs over the other classes`, `(without the first example)`.

What is said of a letter that only sums have, or of a sum, can only be about what these run over. Words that say no more
than the formula are known (`where the sum is over all units of the next layer`); beside any others a line is neither
right nor wrong. A sum that says itself what it leaves out, `\sum_{j \ne k}`, needs no words for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from ...errors import ReadError
from ...expr import Sum, free, of_kind
from ...latex.clauses import STOP
from ...memo import of_this_object
from ...pattern import lazily
from ...step import Judgement, Verdict
from ..link import Link
from ..words.sums_worded import (
    BEGINS,
    BELOW,
    CLAUSES,
    LEADING,
    LEFT_OUT,
    NUMBERING,
    OF_A_SUM,
    REASONING,
    RESTRICTING,
    RUNS,
    TELLING,
    UNSAID,
    leftover,
)

DETAIL = "the words beside it, `{}`, say something of a sum that could not be used: write it below the sum"
DISPLAYED = lazily(r"\$\$|\\\[|\\begin\{(?!array|cases|[pbv]?matrix)|\n[ \t]*#")
ENDED = lazily(r"\s*(?:\$\$|\\\]|\\end\{\w+\*?\}|\$)?")
CLOSED = lazily(r"(?:\$\$|\\\]|\\end\{\w+\*?\})")
EMPTY = lazily(r"\n[ \t]*\n")
TEXT = lazily(r"\\(?:text|mbox|textrm|textit)\s*\{([^{}]*)\}")
SET = lazily(
    r"\\sum(?:\\limits|\\nolimits)?\s*_\s*\{[^{}=]*(?:\\in|\\ne|\\l[et]|\\g[et]|[<>:∈≠|]|\\mid|\\subset|\\sim)"
)
INLINE = lazily(r"\$([^$]*)\$|\\\((.*?)\\\)")
COMPARED = lazily(r"[<>≤≥≠∈=]|\\(?:leq?|geq?|neq?|in|lt|gt|notin)(?![a-z])")
LETTER = lazily(r"\s*\{?\s*(\\?[A-Za-z]+'*)\s*\}?\s*")
LONGER = lazily(r"\\(?:sum|frac|partial|prod|int)(?![a-z])|_[^=]*=")
"""What is no comparison of indices or values, but an equation."""
NAMES = lazily(r"\\?[A-Za-z]+'*")
SIGNS = lazily(r"\\(?:leq?|geq?|neq?|in)(?![a-z])")
LONGEST, MOST = 400, 3
"""So many letters behind a display are looked at, and so many sentences."""


def unless_told_of_sums(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open where words beside the line say something of its sums that is not understood."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    members = [m for m in link.written.members if not isinstance(m, ReadError)]
    sums = [x for m in members for x in of_kind(m, Sum)]
    bare = [x for x in sums if _is_bare(x, link)]
    if not bare or len(SET.findall(link.written.latex)) >= link.written.latex.count(r"\sum") > 0:
        return verdict
    letters = {x.letter.name for x in bare} - {s.name for m in members for s in free(m)}
    known = {"".join(x.typed.split()) for x in link.written.of_sums}
    for sentence in sentences(link):
        if told := restricting(sentence, letters, known):
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(" ".join(told.split())))
    return verdict


def is_said_elsewhere(link: Link, typed: str) -> bool:
    r"""Is a condition not said of the line, but in a sentence elsewhere, or in one that tells why something is so?

    `for $h \ne j$, $w_h$ does not depend on it` restricts no sum.
    """
    plain = _plain(typed)
    if plain in _plain(link.written.latex) or plain not in _plain(link.page):
        return False
    beside = [s for s in sentences(link) if plain in _plain(s)]
    return not beside or any(REASONING.search(s) is not None for s in beside)


def _plain(typed: str) -> str:
    return re.sub(r"[\s{}]|\\[,;:! ]", "", typed).replace(r"\neq", r"\ne")


def _is_bare(x: Sum, link: Link) -> bool:
    """Does it say nothing itself of what it leaves out?"""
    sizes = link.system.sizes
    plain = all(f.is_constant and f.const in (0, 1) for f in x.lowers) and all(f.letters() <= sizes for f in x.uppers)
    return plain and not x.where


def sentences(link: Link) -> Iterator[str]:
    """The sentences beside a line: the one that leads to it, what is typed behind it, and those behind its display."""
    w = link.written
    before, behind = w.words
    _, *above = DISPLAYED.split(before) if not w.inline else (before,)
    if not above or not above[-1].rstrip().endswith((".", ")", "）", ";")):  # it is said of the display above
        yield above[-1] if above else before
    typed = w.latex[w.spans[-1][1] :].split(r"\\")[0] if w.spans else ""
    if TEXT.search(typed):
        yield TEXT.sub(r"$ \1 $", f"${typed}$").replace("$$", "")
    if w.inline:
        yield DISPLAYED.split(behind)[0]
        return
    starts = _starts(link.page)
    start = starts[min(w.line, len(starts)) - 1]
    at = link.page.find(w.latex.strip(), start)
    if at < 0:
        yield DISPLAYED.split(behind)[0]
        return
    paragraph = [p for p in CLOSED.split(link.page[:start])[-1].split("\n\n") if p.strip()][-1:]
    yield from (s for p in paragraph for s in _parted(p)[-1:] if BELOW.search(s))
    yield from _behind(link.page[at + len(w.latex.strip()) :])


@of_this_object(8)
def _starts(page: str) -> list[int]:
    """Where the lines of a page begin, and where one behind them would."""
    return [0, *accumulate(len(row) + 1 for row in page.split("\n"))]


def _behind(page: str) -> Iterator[str]:
    """The sentences behind a display, without one that leads to the next."""
    rest = page[ENDED.match(page).end() :][:LONGEST]  # type: ignore[union-attr]
    own = DISPLAYED.split(rest)[0]
    parts = EMPTY.split(own)
    near = parts[:1] if parts[0].strip() else parts[1:2]
    found = [s for p in near for s in _parted(p)][:MOST]
    leads = len(own) < len(rest) and bool(near) and near[0] is parts[-1] and STOP.search(near[0].rstrip()[-1:]) is None
    yield from found[:-1] if leads and found and (len(found) > 1 or LEADING.search(found[-1])) else found


def _parted(paragraph: str) -> list[str]:
    kept = INLINE.sub(lambda m: m[0].replace(".", "\0"), paragraph)
    return [s.replace("\0", ".") for s in STOP.split(kept) if s.strip()]


def restricting(sentence: str, letters: Collection[str], known: Collection[str] = ()) -> str:
    r"""The clause of a sentence that says something of a sum, or of one of the letters of sums, that is not understood.

    `known` are conditions in it that are read as such, without blanks.

    >>> restricting("where the sum is over all units $j$ of the next layer", {"j"}), restricting("so $f$ is odd", {"j"})
    ('', '')
    >>> restricting("where the sum runs over the other classes", set()), restricting("(only odd $n$)", {"n"})
    ('where the sum runs over the other classes', 'only odd $n$')
    """
    if REASONING.search(sentence) is not None:
        return ""
    marked, typed = _marked(sentence, letters, known)
    clauses = [c for c in CLAUSES.split(marked) if c.strip()]
    for n, clause in enumerate(clauses):
        if _is_told(clause, clauses[n + 1 :]) or (not known and _begins(clause)):
            return _plainly(clause, typed)
    return ""


def _is_told(clause: str, behind: Sequence[str]) -> bool:
    if LEFT_OUT.search(clause) is not None or ("⟪?" in clause and RESTRICTING.search(clause) is not None):
        return True
    if OF_A_SUM.search(clause) is None and not ("‹" in clause and (RUNS.search(clause) or TELLING.match(clause))):
        return False
    whole = [clause, *(c for c in behind[:1] if RESTRICTING.match(c))]
    if "⟪?" in clause:
        return True
    if NUMBERING.search(clause) is not None:
        return any(RESTRICTING.search(c) for c in whole)
    return any(leftover(UNSAID.sub(" ", c)) for c in whole)


def _begins(clause: str) -> bool:
    """Does it say that a letter of a sum begins elsewhere than at 0 or 1?"""
    told = "‹" in clause and (OF_A_SUM.search(clause) or TELLING.match(clause))
    return bool(told) and BEGINS.search(clause) is not None


def _marked(sentence: str, letters: Collection[str], known: Collection[str]) -> tuple[str, list[str]]:
    """The sentence with marks for its formulas: letters of sums, comparisons with one that are not known, others; and
    the formulas, by the numbers in their marks."""
    found: list[str] = []

    def mark(m: re.Match[str]) -> str:
        typed = (m[1] if m[1] is not None else m[2]).strip()
        found.append(m[0])
        number = typed if typed in ("0", "1") else f"#{len(found) - 1}"
        letter = LETTER.fullmatch(typed)
        if letter is not None:
            return f"‹{number}›" if letter[1] in letters else f"⟨{number}⟩"
        mine = set(NAMES.findall(SIGNS.sub(" ", typed))).intersection(letters)
        compares = COMPARED.search(typed) is not None and LONGER.search(typed) is None
        strange = mine and compares and "".join(typed.split()) not in known
        return f"⟪{'?' if strange else ''}{number}⟫"

    return INLINE.sub(mark, sentence), found


def _plainly(clause: str, typed: Sequence[str]) -> str:
    plain = re.sub(r"[‹⟨⟪]\??#(\d+)[›⟩⟫]", lambda m: typed[int(m[1])], clause)
    return re.sub(r"[‹⟨⟪]([01])[›⟩⟫]", r"$\1$", plain).strip()
