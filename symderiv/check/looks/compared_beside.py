r"""Lines that are right where a comparison holds that stands near them, in words that are not understood.

`[line]`, `only for $i = j$.`; `### Unless $i = j$`; `[line][^1]`, `[^1]: If $z_j > 0$.` Which line a comparison is said
of, and whether the words turn it round, is read elsewhere. What is wrong without it is open here, if it holds under the
comparison or its contrary, unless that is said of another line. The same goes for the contrary of a case of the lines
next to it that are about the same, `whereas off the diagonal`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from ...affine import Affine, Sym, affine
from ...document.displays_typed import CLOSED, DISPLAYED, SHOWN
from ...domain import Domain, eq, ge, gt, le, lt, ne
from ...domain.constraint import Constraint
from ...errors import ReadError
from ...latex.clauses import STOP
from ...latex.scripts import domain as domain_latex
from ...pattern import lazily
from ...read import Written
from ...step import Judgement, Verdict
from ..cases.assuming import Judge
from ..cases.cased import cases
from ..cases.headed_cases import HEADING
from ..link import Link

_ATOM = r"(?:\\ell(?![a-zA-Z])|[a-zA-Z](?![a-zA-Z])'*|\d+)"
_FREE = r"(?<![A-Za-z0-9_À-ϿḀ-ỿ\\^'])(?<![_^]\{)"
_LONE = r"(?:\d|[b-zB-HJ-Zα-ω](?![A-Za-z])|\\(?!q?quad|text|mbox|[)\]},;: \\]))"
_ENDS = (
    rf"(?![A-Za-z0-9_^'])(?!\()(?!\s*[_^])(?!\s*[-+−*/]?\s*{_LONE})(?!\s*[-+−*/]\s*\()"
    r"(?!\s*(?:,\s*)?(?:\\[lc]?dots|\.\.|…|,\s*\d))"
)
"""No formula goes on behind it; a word or a dash may."""
_END = rf"({_ATOM})(?:\s*([-+−–])\s*(\d)(?!\.?\d))?"
_SIGN = r"(=|<|>|≤|≥|≠|\\neq?(?![a-zA-Z])|\\leq?(?![a-zA-Z])|\\geq?(?![a-zA-Z]))"
COMPARISON = lazily(rf"{_FREE}(?={_END}\s*{_SIGN}\s*{_END}(?:{_ENDS}|\s*[<>≤≥]|\s*\\[lg]eq?(?![a-zA-Z])))")
"""Two letters that are compared, or a letter and a number, one more or less than they are, in words or in a chain;"""
IN_WORDS = lazily(
    rf"\$({_ATOM})\$\s*,?\s*(?:[^\W\d_]+\s+){{0,3}}?(?:equals?|equal|same|gleich|égal\w*|igual\w*|ugual\w*|raw\w*|равн\w*)"
    rf"\s*(?:[^\W\d_]+\s+){{0,2}}?\$({_ATOM})\$"
)
"""the same in words;"""
_TO = (
    r"(?:(?:going |moving |back|counting )?\s*(?:down|up|backwards?)?\s*\b(?:to|until|till|through|bis|à|jusqu'à"
    r"|a|hasta|até|fino a|до|tot|do)\b|から|到|至|부터|에서|→|->|\\to(?![a-zA-Z])|[~～:–])"
)
_DOTS = rf"\s*\$?\s*(?:,?\s*(?:\\[lc]?dots(?![a-zA-Z])|\.\.\.?|…)\s*,?|,(?=[^$\])]*[\])])|{_TO})\s*\$?\s*"
_RUNS = (
    r"\s*\$?\s*(?:=|∈|\\in(?![a-zA-Z])|:|\b(?:in|(?:runs|running|going|goes|ranges|ranging)?\s*from|von|de|desde|da|od|от|с|van)\b)"
    r"\s*\$?\s*"
)
RANGE = lazily(
    rf"{_FREE}({_ATOM}){_RUNS}(?:\\?[\{{\[]\s*)?{_END}(?:\s*,\s*{_END}){{0,2}}?{_DOTS}(?:\d+\s*,\s*)?{_END}{_ENDS}"
)
"""a letter with the first and the last of what it is in turn, `l = 1, \\dots, L-1`, `l` from `L-1` down to `1`;"""
WITH_OTHER = lazily(
    rf"{_FREE}({_ATOM})\s*(=|\\neq?(?![a-zA-Z])|≠)\s*"
    r"(?=[a-zA-Z]'*\s*[_^]|\\arg|\\operatorname|\\mathrm|\\text|\\hat|\\bar|\\tilde|\\pi|\\sigma)"
)
"""a letter and what is no letter, `k = k_j^*`, but may be the name of a fixed index, `j = j^*`."""
STAR = lazily(r"\\(?:ast|star)(?![a-zA-Z])")
PART = lazily(r"\\[a-zA-Z]+|[^\s{}]")
OF_VALUES = lazily(r"[<>≤≥]|\\(?:leq?|geq?)(?![a-zA-Z])|=\s*-?\d+\s*(?=[$)}.,]|\\)")
SIGNS: dict[str, Callable[[Affine, Affine], Constraint]] = {
    "=": eq,
    "<": lt,
    ">": gt,
    "≤": le,
    "≥": ge,
    "≠": ne,
    r"\le": le,
    r"\leq": le,
    r"\ge": ge,
    r"\geq": ge,
    r"\ne": ne,
    r"\neq": ne,
}
WORDS = lazily(r"[^\W\d_]{2}")
APART = lazily(r"\n[ \t]*\n")
NOTE = lazily(r"\[\^[^\]\s]+\]")
ROWS = lazily(
    r"\\begin\{(cases|dcases|array|[pbvB]?matrix|rcases)\*?\}.*?\\end\{\1\*?\}|(?<!∈)(?<!∈\s)(?<!\bin\s)\[[^\[\]$]*\]"
    r"|\b(?:is|are|be|equals?|has|takes?|gets)\s*\$?\s*-?[01]\s*\$?\s*,?\s*(?:if|when|where|for|whenever|iff)\s*\$[^$]*\$",
    re.S,
)
"""Where comparisons tell the rows of a value, or its cases, apart."""
EMPHASIS = lazily(
    r"</?(?:b|i|u|em|strong|span|code|mark|tt|p|br|kbd|small|center|font)\b[^<>\n]*>|`+"
    r"|(?<![^\s(\[{*_\"“„«>])[*_~]{1,3}(?=[\w$\\(*_])|(?<=[\w$.:,;)}*_])[*_~]{1,3}(?![\w{(^\\])"
    r"|\\(?:textbf|textit|emph|underline)\s*(?=\{)|[“”„«»\"‘’]"
)
"""Marks around words."""
QUOTED = lazily(r"(?<![\w}\])'])'([^'\n$]{1,40})'(?!\w)")
ENCLOSED = lazily(r"^[ \t]*\[([^\[\]\n]*)\][ \t]*[:.,;]?[ \t]*$", re.M)
"""A row in brackets."""
OTHER_SIGNS = (
    (lazily(r"=/=|/=|!=|<>|~=|\\not\s*="), "≠"),
    (lazily(r"==|⇔|≡"), "="),
    (lazily(r"<=|≦|⩽|\\leqslant(?![a-zA-Z])"), "≤"),
    (lazily(r">=|≧|⩾|\\geqslant(?![a-zA-Z])"), "≥"),
)
"""Signs that are typed in words."""
UNSAID = lazily(r"~~.*?~~|<!--.*?-->|\\iffalse.*?\\fi|(?<!\\)%[^\n]*", re.S)
"""What is crossed out, or a comment."""
INLINE = lazily(r"(?<![\\$])\$([^$]+)\$(?!\$)|\\\((.+?)\\\)")
LEFT_OUT = lazily(r"\b(?:ignor\w*|assum\w*|exclud\w*|(?:not|never) (?:occur|happen)\w*)\b|没有|考えない|仮定", re.I)
"""Words of a sentence by which values do not occur."""
TOLD = lazily(r"\$(?![^$]*\\(?:partial|frac))[^$=<>]*=\s*[01]\s*\$|\$\([^$()]*\)\$")
"""What is 1 in a case, or a comparison in parentheses that stands for a number."""
DENIED = lazily(
    r"\b(?:not|never|except\w*|unless|without|but|outside|beyond|nicht|außer|ohne|sauf|pas|sans|salvo|excepto|sin|кроме)\b"
    r"|以外|除|不|제외|아닌",
    re.I,
)
"""Words by which a range may be what is left out."""
MOST, BOTH = 8, 2
"""So many comparisons are tried; a range has so many ends."""
ASIDE = lazily(r"\\q?quad|\\(?:text|mbox|textrm|textit)(?![a-zA-Z])")
"""Where something stands beside a formula in its display."""
RUNS = lazily(
    r"\s*[A-Z0-9+-]+\s*(?:\\leq?(?![a-zA-Z])|[<≤])\s*([a-zA-Z])\s*(?:\\leq?(?![a-zA-Z])|[<≤])[\sA-Za-z0-9+-]+"
)
"""From where to where a letter runs."""
IF = lazily(
    r"(?:\(|\b(?:if|when|whenever|where|while|since|case|at|want|suppose|assume|let|wenn|falls|bei|si|quand|lorsque|cuando|se|quando|если|при)|当|當|若)\s*\Z",
    re.I,
)
WHEN = lazily(r"\s*(?:时|時|のとき|の時|の場合|일 때|인 경우)")
"""Words around a comparison that is a condition."""
ARGUMENT = lazily(r"(?:(?<![A-Za-zÀ-ỿ])[A-Za-z]|\\Pr)(?:_\{[^{}]*\}|_\\?\w+)?\(\Z")
"""What stands before a comparison that is an argument, the y of `P(y=1)`."""
BELOW = lazily(r"[_^]\s*\{[^{}]*\}")
IN_TAG = lazily(r"\$\s*([^$=<>]*_[^$=<>]*=\s*-?\d+)\s*\$")
"""A number that entries have, in a tag."""
SHORT, LONGEST = 14, 160
"""Words of a paragraph, and letters of what stands behind a line, that may say its case."""


def unless_compared_beside(link: Link, verdict: Verdict, others: Sequence[Written], judge: Judge) -> Verdict:
    """The verdict; open for a wrong link that is right under a comparison that may be said of it."""
    if verdict.judgement is not Judgement.WRONG or link.written.choice is not None or link.where:
        return verdict
    if ROWS.search(link.written.latex) is not None:  # it says its cases itself
        return verdict
    near = plainly(around(link.page, link.written.line))
    single = ((c,) for c in chain(_compared(link, near, others), _contrary(link, near, others)))
    for more in dict.fromkeys(chain(single, _ranging(link, near, others))):
        if judge(link.under(more)).judgement is Judgement.RIGHT:
            shown = domain_latex(Domain(more))
            detail = f"it is wrong in general and right for `{shown}`, which the words beside it may say of it"
            return Verdict(Judgement.UNPROVED, detail=detail)
    letters = _letters(link)
    told = plainly(around(link.page, link.written.line, typed=False))
    others_named = (m for m in WITH_OTHER.finditer(told) if letters.get(m[1]) in link.full.letters())
    strange = next((m for m in others_named if _fixed(m, letters) is None), None)
    values = strange[1] if strange is not None else _values_in_tag(link.written.tag) or _values_among_words(link, near)
    if values and not (link.where or link.written.given):
        detail = f"it is wrong in general, but what stands beside it about `{values}` could not be used"
        return Verdict(Judgement.UNPROVED, detail=detail)
    valued = not link.written.given and _compares_values(near, others, _indices(link))
    if valued and any(judge(case).judgement is Judgement.RIGHT for case in cases(link)):
        detail = "it is wrong in general and right in a case of values that the words beside it may name"
        return Verdict(Judgement.UNPROVED, detail=detail)
    return verdict


def plainly(words: str) -> str:
    r"""Words without marks of emphasis, with signs as they are typed in formulas.

    >>> plainly("**i /= j**:"), plainly("<u>i = j</u>"), plainly("[i = j]"), plainly("if $h'_j > 0$ then `i <= j`")
    ('i ≠ j:', 'i = j', 'i = j', "if $h'_j > 0$ then i ≤ j")
    """
    found = QUOTED.sub(r"\1", EMPHASIS.sub("", UNSAID.sub(" ", ENCLOSED.sub(r"\1", words))))
    for pattern, sign in OTHER_SIGNS:
        found = pattern.sub(sign, found)
    return ROWS.sub(" ", found)


def around(page: str, line: int, typed: bool = True) -> str:
    r"""What may say a case of the line that begins in a row: the sentence before it and what stands beside its formula,
    what is behind it in its paragraph and a short one after that, the heading, the notes. `typed`: with its formula.

    >>> around("# Of i\n\nIt is. We get\n\n$$ a $$\n\nfor j.\n\nThe end.", 5).split()
    ['We', 'get', 'for', 'j.', '#', 'Of', 'i']
    """
    rows = page.split("\n")
    start = sum(len(r) + 1 for r in rows[: line - 1])
    parts = _paragraphs(page)
    at = next((n for n, (begin, text) in enumerate(parts) if begin <= start <= begin + len(text)), None)
    if at is None:
        return ""
    own = parts[at][1][start - parts[at][0] :]
    ends = list(CLOSED.finditer(own))
    beside = ASIDE.search(own, 0, ends[0].start() if ends else len(own)) if typed else None
    first = beside.start() if beside is not None else (ends[0].end() if ends else 0)
    found = [leading(page, line), own[first : ends[0].end() + LONGEST] if ends else own[first:]]
    for _, text in parts[at + 1 : at + 2]:
        if DISPLAYED.search(text) is None and HEADING.match(text) is None and len(text.split()) <= SHORT:
            found.append(text)
    found += [next((r for r in reversed(rows[: line - 1]) if HEADING.match(r)), "")]
    notes = {m[0] for m in NOTE.finditer(parts[at][1])}
    found += [r for r in rows if r.lstrip().startswith(tuple(f"{n}:" for n in notes))]
    return "\n\n".join(found)


@lru_cache(maxsize=64)
def leading(page: str, line: int) -> str:
    """The sentence that leads to the line that begins in a row, behind the display before it."""
    rows = page.split("\n")
    before = UNSAID.sub(" ", "\n".join(rows[: line - 1]))
    own = rows[line - 1][: next((m.start() for m in DISPLAYED.finditer(rows[line - 1])), 0)] if rows[line - 1 :] else ""
    last = max((m.end() for m in CLOSED.finditer(before)), default=0)
    rest, *more = before[last:].split("\n", 1) if last else ("", before)
    if last and APART.match("\n" + "".join(more)):
        rest = ""  # what ends the row of a display, with a blank one below it, is said of that display
    behind = "\n".join((rest, *more)) + "\n" + own
    sentences = [x.strip() for x in STOP.split(behind)]
    return next((x for x in reversed(sentences) if x), "")


@lru_cache(maxsize=8)
def _paragraphs(page: str) -> list[tuple[int, str]]:
    """The paragraphs of a page in which anything stands, each with where it begins."""
    breaks = list(APART.finditer(page))
    starts, ends = [0, *(m.end() for m in breaks)], [*(m.start() for m in breaks), len(page)]
    return [(start, page[start:end]) for start, end in zip(starts, ends, strict=True) if page[start:end].strip()]


def _letters(link: Link) -> dict[str, Sym]:
    return {s.name: s for s in (*link.full.letters(), *link.system.sizes)}


def _compared(link: Link, near: str, others: Sequence[Written]) -> Iterator[Constraint]:
    """The comparisons near a link, and their contraries, but for those that are said of another line."""
    letters, free = _letters(link), link.full.letters() - link.system.sizes
    said = {c for w in others if w is not link.written for c in w.where}
    pairs = [(m.groups()[:3], m[4], m.groups()[4:]) for m in COMPARISON.finditer(near)]
    in_words = [((m[1],), "=", (m[2],)) for m in IN_WORDS.finditer(near)]
    found: dict[Constraint, bool] = {}
    named = ((m[1], m[2], _fixed(m, letters)) for m in WITH_OTHER.finditer(near))
    fixed = [((one,), sign, (name,)) for one, sign, name in named if name is not None]
    for one, sign, two in (*fixed, *pairs, *in_words):
        a, b = (_end(letters, *x) for x in (one, two))
        if a is None or b is None or (a - b).is_constant or not (a - b).letters() & free:
            continue
        c = SIGNS[sign](a, b)
        if c not in said or (one, sign, two) in fixed:
            found.setdefault(c, (one, sign, two) not in in_words)
    for c, typed in list(found.items())[:MOST]:
        yield from (c, *c.negate()) if typed else (c,)


def _fixed(m: re.Match[str], letters: Mapping[str, Sym]) -> str | None:
    r"""The fixed index that a letter is compared with, by the name of the network: the `j^*` of `j = j^{\star}`."""
    typed = STAR.sub("*", m.string[m.end() :])
    for name in letters:
        parts = (re.escape(x) for x in PART.findall(STAR.sub("*", name)))
        if len(name) > 1 and re.match(r"[\s{}]*".join(parts) + r"\s*\}*(?!\s*[_^(\w+*/'-])", typed) is not None:
            return name
    return None


def _ranging(link: Link, near: str, others: Sequence[Written]) -> Iterator[tuple[Constraint, ...]]:
    """The ranges of letters near a link, and what lies beyond them, but for those that are said of another line."""
    letters, free = _letters(link), link.full.letters() - link.system.sizes
    said = {c for w in others if w is not link.written for c in w.where}
    for m in list(RANGE.finditer(near))[:MOST]:
        letter = letters.get(m[1])
        ends = [end for n in (1, 7) if (end := _end(letters, *m.groups()[n : n + 3])) is not None]
        if letter is None or letter not in free or len(ends) < BOTH:
            continue
        first, last = ends if m[2].isdigit() or not m[8].isdigit() else ends[::-1]  # `l = L-1, \\dots, 1`
        found = ge(letter, first), le(letter, last)
        if not said.issuperset(found):
            yield found
            yield from ((c,) for end in found if DENIED.search(near) for c in end.negate())


def _end(letters: Mapping[str, Sym], atom: str, sign: str | None = None, number: str | None = None) -> Affine | None:
    """The end of a range, the L - 1 of `L-1`; None for a letter of which nothing is known."""
    first = int(atom) if atom.isdigit() else letters.get(atom)
    if first is None:
        return None
    more = int(number or 0)
    return affine(first) + (more if sign == "+" else -more)


def _contrary(link: Link, near: str, others: Sequence[Written]) -> Iterator[Constraint]:
    """What is left by the cases of the lines next to it that have the same left side.

    Words have to stand before it if that line does, and name the case if that comes behind it.
    """
    mine = link.written
    if mine.where or isinstance(mine.members[0], ReadError):
        return
    alike = [w for w in others if w is not mine and w.members[0] == mine.members[0]]
    before = [w for w in alike if (w.line, w.number) < (mine.line, mine.number)][-1:]
    behind = [w for w in alike if (w.line, w.number) > (mine.line, mine.number)][:1]
    named = set(_compared(link, near, ()))
    spoken = WORDS.search(leading(link.page, mine.line)) is not None
    for c in chain((c for w in before if spoken for c in w.where), (c for w in behind for c in w.where if c in named)):
        if c.letters() & link.full.letters():
            yield from c.negate()


def _indices(link: Link) -> set[str]:
    """The letters of a link, and those of which the network says how far they run."""
    return {x.name for x in link.full.letters() | {x for p in link.system.pieces for x in p.letters}}


def _compares_values(near: str, others: Sequence[Written], letters: Collection[str]) -> bool:
    """Does a formula in the text compare values, which is said of no other line, and is no range of a letter?"""
    said = {"".join(g.split()) for w in others for g in w.given}
    kept = " ".join(x for x in STOP.split(BELOW.sub("", near)) if not (LEFT_OUT.search(x) or TOLD.search(x)))
    typed = [x for m in INLINE.finditer(kept) if "".join((x := m[1] or m[2]).split()) not in said]
    return any(OF_VALUES.search(f"{x}$") and not _is_of_ranges(x, letters) for x in typed)


def _values_among_words(link: Link, near: str) -> str:
    """The first value that is compared among words without delimiters, `At the optimum (o = t)`."""
    known = {*_letters(link), *_indices(link)}
    words = INLINE.sub(" ", SHOWN.sub(" ", near))
    found = (m for m in COMPARISON.finditer(words) if not (m[1].isdigit() or known & {m[1], m[5]}))
    found = (m for m in found if ARGUMENT.search(words, 0, m.start()) is None)
    return next((m[1] for m in found if IF.search(words, 0, m.start()) or WHEN.match(words, m.end())), "")


def _values_in_tag(tag: str) -> str:
    r"""The value that entries have in the tag of a display, `\tag{1, $m_j = 0$}`."""
    found = IN_TAG.search(tag) if "$" in tag else None
    return found[1] if found is not None else ""


def _is_of_ranges(typed: str, letters: Collection[str]) -> bool:
    return all((m := RUNS.fullmatch(x)) is not None and m[1] in letters for x in typed.split(","))
