r"""Where mathematics begins and ends in Markdown and LaTeX.

What is no document (code, comments, verbatim) is blanked first, positions kept; then every piece of mathematics is
found in one pass. Each step is linear in the length of the text, whatever stands in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ..notation import CASES_ENVIRONMENTS, LAYOUT_ENVIRONMENTS
from ..pattern import lazily

END = r"(?:\d{1,3}|[A-Za-z](?:[ ]?[-+−–][ ]?\d)?)"
"""Where a list of indices begins, goes on or ends: `L-1`."""
TWO = r"(?P<bare_case>[A-Za-z][ ]?(?:[=≠]|!=)[ ]?[A-Za-z])"
"""Two letters compared."""
LISTED = (
    rf"[A-Za-z][ ]?=[ ]?{END}(?:,[ ]?{END}){{0,2}}[ ]?,?[ ]?(?:…|\.\.\.?|\\[lc]?dots(?![A-Za-z]))[ ]?,?[ ]?{END}"
    r"(?!\w|[ ]?[-+*/^_])"
)
"""What a letter is in turn, `l = 1, \\dots, L-1`."""
COMPARED = rf"{END}(?:[ ]?(?:[=<>≤≥≠]|!=|\\(?:le|ge|ne)q?(?![A-Za-z]))[ ]?{END}){{1,2}}(?!\w|[ ]?[-+*/^_])"
"""Two or three ends compared, `1 ≤ l < L`."""
_SIGN = r"[ ]?(?:[<>≤≥]|\\(?:le|ge)q?(?![A-Za-z]))[ ]?"
RANGED = rf"(?:\d{{1,3}}{_SIGN})?[ci-v]{_SIGN}{END}(?!\w|[ ]?[-+*/^_<>≤≥=])"
"""Where an index lies, `1 ≤ t < T`;"""
LEADS = r"[:,]?(?:[ ]+[A-Za-z]+){0,3}[:,]?\s*(?:\$\$|\\\[|\\begin)"
"""how a sentence goes on to a display from there."""
CASE_AS_CODE = lazily(rf"`{END}(?:[ ]?(?:[=<>≤≥≠]|[!/=<>]=|=/=|<>)[ ]?{END}){{1,2}}`")
"""A comparison that stands between marks of code among words."""
_INDEX = "[ci-v]"
_OWN_END = r"(?P<bare_index>[ci-v])(?P<bare_gap>[ ]?)(?:=|<|≠|!=)(?P=bare_gap)(?=[A-Z])(?i:(?P=bare_index))"
"""An index and the end of its range, `t = T`."""
_RANGE = r"(?:to|through|until|till|up|down|bis|jusqu|à|até|hasta|fino|do|до|tot|から|到|至)(?![a-z])"
AMONG_WORDS = (
    r"(?:(?<=[\s(]\*\*)|(?<=[\s(]\*)|(?<![a-zA-Z0-9À-ϿḀ-ỿ\\$^_{}\['’.,=<>+*/|−-]))"
    r"(?<!\S\()(?:(?<=\n[-*][ ])|(?<![-+−*/=<>≠≤≥|^][ ]))"
    r"(?<!\b[0-9A-Za-zα-ω∂][ ])(?<!\b[0-9A-Za-z],[ ])"
    rf"(?P<bare_two>{_INDEX}(?:=|≠|!=|==|[ ](?:=|≠|!=|==)[ ]){_INDEX}|{_OWN_END})"
    r"(?![a-zA-Z0-9À-ϿḀ-ỿ'’({}\[|]|[ ]?[-+−/=<>≤≥≠^_\\∈×·⋅⊙∘⊗]|[ ]?\*[ ]?[a-zA-Z0-9]|[ ][A-Zb-df-np-xz]\b(?!['’])"
    r"|[ ]\((?![^\W\d_]{3}|[^\x00-\x7f]|i\.e|a[ ])|,?[ ]*(?:\.\.|…|\d)|,[ ]?[b-df-np-xz]\b"
    rf"|[ ]?[-–—~～][ ]?[\da-zA-Z]\b|[ ]?{_RANGE}|\.[a-zA-Z])"
)
"""Two indices compared among words of any language: `Diagonal (i = j):`, `当 i≠j 时`; no part of a longer formula, and
no range."""
BARE = (
    rf"(?:(?<=\$\$)|(?<=\\\]))[ \t]*[,;]?[ \t]*[(\[]?[ ]?(?P<bare_behind>{LISTED}|{COMPARED})"
    r"(?=[ ]?[)\]]|[.,;]?[ \t]*(?:\n|\Z))"
    rf"|\([ ]?(?:[Ff]or (?:each |all |every |any )?)?(?P<bare_range>{LISTED})(?=[ ]?\))|"
    rf"\([ ]?(?:[Ff]or (?:each |all |every |any )?)?(?P<bare_within>{RANGED})(?=[ ]?\){LEADS})|"
    rf"\b[Ff]or (?:each |all |every |any )?(?P<bare_ahead>{RANGED})(?={LEADS})|"
    rf"\b(?:[Ff]or (?:each |all |every |any )?(?P<bare_list>{LISTED})(?=[.,;:]?(?:\s|\Z)))|"
    r"\b(?:(?:[Ff]or|[Ww]hen|[Ii]f|[Cc]ase|[Cc]ase of)[ ](?P<bare>[A-Za-z][ ]?[=≠][ ]?(?:\d{1,3}|[A-Za-z]))"
    r"(?=[.,;:]?(?:\s|\Z)|[,;:)])(?!:\w|,?[ ]*(?:\.\.|…|\\|\d|[-+*/=<>≤≥^_(]|to\b|through\b|until\b))"
    rf"|(?:\b[Cc]ase|ケース|場合)[ ]?(?:[0-9１２３]|[ivx]{{1,3}}|[A-Ca-c])?[ ]?[:：.)）][ *_]*{TWO}"
    r"(?=[ ]*(?:[*_.,;:)）。]|\n|\Z))"
    r"|(?P<bare_before>[A-Za-z][ ]?[=≠][ ]?(?:\d{1,3}|[A-Za-z]))(?=[ ]?(?:の|である)?(?:とき|場合|ならば)))"
    rf"|{AMONG_WORDS}"
)
"""A condition on an index or a size that stands among words without dollar signs: `for K=1 that is just`, `for each
l = L-1, L-2, …, 2 compute`, `(l = 1, ..., L)`, and `(l < L)` right behind a display."""
ENVIRONMENTS = sorted((LAYOUT_ENVIRONMENTS | CASES_ENVIRONMENTS) - {"subequations"}, key=len, reverse=True)
OPENING = lazily(
    r"(?P<code>\$`)|(?P<display>\$\$)|(?P<inline>\$)|(?P<bracket>\\\\?\[)|(?P<paren>\\\\?\()|(?P<ensure>\\ensuremath\s*\{)"
    rf"|\\begin\s*\{{(?P<environment>{'|'.join(ENVIRONMENTS)})(?P<star>\*?)\}}"
    r"|(?P<fence>^[ \t]*```+[ \t]*math[ \t]*\n)|\\(?:input|include|subfile)\s*\{(?P<file>[^{}]*)\}"
    rf"|{BARE}",
    re.MULTILINE,
)
ENVIRONMENT = lazily(rf"\\(begin|end)\s*\{{((?:{'|'.join(ENVIRONMENTS)})\*?)\}}")
CODE = lazily(
    r"(?P<comment><!--)|(?P<note>^[ \t]*%(?![A-Za-z%])[^\n]*)|(?P<hidden>\\iffalse(?![A-Za-z]))"
    r"|^[ \t]*(?P<fence>`{3,}+|~{3,}+)(?P<info>[^\n]*)$"
    r"|(?<![\\`$])(?P<inline>(?P<ticks>`{1,2})(?!`)(?:(?!\n[ \t]*\n).){1,2000}?(?<!`)(?P=ticks)(?!`))",
    re.DOTALL | re.MULTILINE,
)
MARKS = ("`", "~~~", "<!--", "%", "\\iffalse")
"""Where none of them stands in Markdown, there is neither code nor a comment."""
FENCE_END = lazily(r"^[ \t]*(`{3,}+|~{3,}+)[ \t]*$", re.MULTILINE)
LATEX_CODE = lazily(
    r"\\begin\{(?P<verbatim>verbatim|lstlisting|comment|minted)\*?\}|\\verb\*?([^\w\s])[^\n]*?\2|(?<!\\)%[^\n]*"
    r"|(?P<hidden>\\if(?:false(?![A-Za-z])|0(?![0-9])))"
)
PICTURE = lazily(
    r"\\begin\s*\{((?:tikzpicture|tikzcd|pgfpicture|pspicture|circuitikz|forest|picture|asy|neuralnetwork)\*?)\}"
)
"""What is drawn: formulas in it are labels."""
BRANCH = lazily(r"\\(?:(?P<open>if[A-Za-z]*)|(?P<shut>fi)|else)(?![A-Za-z])")
NO_BREAK = "\u00a0"
"""A space that is no part of an empty line."""
NUMBERS = lazily(r"[\d.]+(?:,\s*[\d.]+)*")
"""Numbers between dollar signs, `$0,1,2,3$`; behind a sum of money stand words."""
MONEY = lazily(r"\d[\d.,]*(?:\s+[A-Za-z]{2,}[^\\_^={}$]*)?\Z")

SET_AS_TEXT = lazily(r"\\(?:mbox|hbox|fbox|text(?:rm|bf|it|normal)?)\s*\{([^{}$]|\{[^{}$]*\})*\{?[^{}$]*\Z")
"""A box that is still open where a dollar sign stands: that begins mathematics within words, and ends nothing."""

ENDED = lazily(r"\S[ \t]*\n[ \t]*\n\s*\Z")
OPENS = lazily(r"[ \t]*[^\s$][^\n$]*\$\$")
"""An empty line ends a display that was not closed, where the next dollar signs have a formula behind them."""


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of mathematics: offsets of delimiters and content; `bare`: it stands among words without delimiters."""

    start: int
    inner: int
    outer: int
    end: int
    inline: bool = False
    bare: bool = False
    environment: str = ""
    starred: bool = False
    included: str = ""
    error: str = ""


def blank(text: str, latex: bool) -> str:
    """The text with comments, code, verbatim and pictures replaced by spaces.

    A line that holds nothing but a comment of LaTeX is no empty line: it does not end a paragraph.
    """
    pieces: list[str] = []
    done = 0
    for found, start, end in codes(text, latex):
        space = _spaces(text[start:end])
        pieces += [text[done:start], NO_BREAK + space[1:] if found[0].lstrip()[:1] == "%" else space]
        done = end
    text = "".join(pieces) + text[done:]
    return _without_pictures(text) if r"\begin" in text else text


def _without_pictures(text: str) -> str:
    """The text with pictures that are closed replaced by spaces."""
    pieces: list[str] = []
    done = 0
    last: dict[str, int] = {}
    for m in PICTURE.finditer(text):
        close = f"\\end{{{m[1]}}}"
        if m.start() < done or last.setdefault(close, text.rfind(close)) < m.end():
            continue
        end = text.index(close, m.end()) + len(close)
        pieces += [text[done : m.start()], _spaces(text[m.start() : end])]
        done = end
    return "".join(pieces) + text[done:]


def codes(text: str, latex: bool) -> Iterator[tuple[re.Match[str], int, int]]:
    """Every comment, piece of code and verbatim text in order: how it opens, where it begins and ends."""
    if not (latex or any(mark in text for mark in MARKS)):
        return
    ends = _fence_ends(text)
    at = 0
    while (m := (LATEX_CODE if latex else CODE).search(text, at)) is not None:
        if not latex and m["fence"] and m["info"].strip() == "math":
            close = _fence_end(ends, m["fence"], m.end())
            at = close[1] if close is not None else m.end()
            continue
        if not latex and m["inline"] and CASE_AS_CODE.fullmatch(m["inline"]):
            at = m.end()
            continue
        at = _end_of_latex(text, m) if latex else _end_of_code(text, m, ends)
        yield m, m.start(), at


def _end_of_latex(text: str, m: re.Match[str]) -> int:
    if m["hidden"]:
        return _end_of_branch(text, m.end())
    if not m["verbatim"]:
        return m.end()
    close = text.find(f"\\end{{{m['verbatim']}", m.end())
    return text.find("}", close) + 1 if close >= 0 else len(text)


def _end_of_branch(text: str, at: int) -> int:
    r"""Where what `\iffalse` hides ends: at its `\else` or `\fi`, those of conditionals inside it apart."""
    depth = 0
    for m in BRANCH.finditer(text, at):
        if depth == 0 and not m["open"]:
            return m.end()
        depth += bool(m["open"]) - bool(m["shut"])
    return len(text)


def _end_of_code(text: str, m: re.Match[str], ends: list[tuple[int, int, str]]) -> int:
    """Where a comment, a fence or inline code ends: what is never closed goes to the end of the text."""
    if m["hidden"]:
        return _end_of_branch(text, m.end())
    if m["comment"]:
        at = text.find("-->", m.end())
        return at + 3 if at >= 0 else len(text)
    if m["fence"]:
        close = _fence_end(ends, m["fence"], m.end())
        return close[1] if close is not None else len(text)
    return m.end()


def _spaces(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _fence_ends(text: str) -> list[tuple[int, int, str]]:
    """Every line that can close a fence: where it begins and ends, and its marks."""
    return [(m.start(), m.end(), m[1]) for m in FENCE_END.finditer(text)]


def _fence_end(ends: list[tuple[int, int, str]], marks: str, at: int) -> tuple[int, int] | None:
    """The first line after `at` that closes a fence opened by `marks` (among the next thousand)."""
    first = bisect_left(ends, (at, 0, ""))
    for start, end, other in ends[first : first + 1000]:
        if other[0] == marks[0] and len(other) >= len(marks):
            return start, end
    return None


def find(text: str) -> Iterator[Found]:
    """Every piece of mathematics of a blanked text, in order."""
    pairs = _pairs(text)
    last = {close: text.rfind(close) for close in (r"\]", r"\)", "$$", "`$", r"\\]", r"\\)")}
    ends = _fence_ends(text)
    at = 0
    while True:
        m = OPENING.search(text, at)
        if m is None:
            return
        if m.start() and text[m.start() - 1] == "\\" and (m.lastgroup in ("inline", "display", "code")):
            at = m.end() if m.lastgroup != "display" else m.start() + 1
            continue
        found = _fenced(m, ends) if m.lastgroup == "fence" else _match(text, m, pairs, last)
        if found is None:
            at = m.end()
            continue
        yield found
        at = max(found.end, m.end())


def _pairs(text: str) -> dict[int, re.Match[str]]:
    r"""For the offset of each `\begin` of an environment of mathematics its `\end`."""
    opened: dict[str, list[int]] = {}
    pairs = {}
    for m in ENVIRONMENT.finditer(text):
        if m[1] == "begin":
            opened.setdefault(m[2], []).append(m.start())
        elif opened.get(m[2]):
            pairs[opened[m[2]].pop()] = m
    return pairs


def _match(text: str, m: re.Match[str], pairs: dict[int, re.Match[str]], last: dict[str, int]) -> Found | None:
    kind = m.lastgroup if m.lastgroup != "star" else "environment"
    start, inner = m.span()
    if kind == "file":
        return Found(start, inner, inner, inner, included=m["file"].strip())
    if kind == "environment":
        return _environment(m, pairs)
    if kind == "ensure":
        return _ensured(text, start, inner)
    if kind == "inline":
        return _inline(text, start, inner)
    if kind is not None and kind.startswith("bare"):
        return Found(m.start(kind), m.start(kind), m.end(kind), m.end(kind), True, True)
    close = {"display": "$$", "code": "`$", "bracket": r"\]", "paren": r"\)"}[kind or ""]
    if kind in ("bracket", "paren") and text[start + 1] == "\\":
        close = "\\" + close
    pattern = re.compile(rf"(?<!\\){re.escape(close)}")
    closing = pattern.search(text, inner) if last[close] >= inner else None
    unclosed = f"expected `{close}` for this `{m[0].strip()}`"
    if closing is None:
        return None if kind in ("bracket", "paren") else Found(start, inner, inner, inner, error=unclosed)
    if kind == "display" and ENDED.search(text, inner, closing.start()) and OPENS.match(text, closing.end()):
        return Found(start, inner, inner, closing.start(), error=unclosed)
    return Found(start, inner, closing.start(), closing.end(), kind in ("paren", "code"))


def _ensured(text: str, start: int, inner: int) -> Found | None:
    r"""`\ensuremath{..}` among words."""
    depth = 1
    for brace in re.finditer(r"\\.|[{}]|\n[ \t]*\n", text[inner : inner + 4000], re.DOTALL):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return Found(start, inner, inner + brace.start(), inner + brace.end(), True)
        if brace[0].startswith("\n"):
            break
    return None


def _fenced(m: re.Match[str], ends: list[tuple[int, int, str]]) -> Found:
    """A block of mathematics between fences (GitHub)."""
    close = _fence_end(ends, m[0].strip()[:3], m.end())
    if close is None:
        return Found(m.start(), m.end(), m.end(), m.end(), error="expected a closing fence for this one")
    return Found(m.start(), m.end(), *close)


def _environment(m: re.Match[str], pairs: dict[int, re.Match[str]]) -> Found:
    name = m["environment"]
    end = pairs.get(m.start())
    if end is None:
        full = name + m["star"]
        return Found(
            m.start(), m.end(), m.end(), m.end(), error=rf"expected `\end{{{full}}}` for this `\begin{{{full}}}`"
        )
    inner, outer = m.end(), end.start()
    if name in CASES_ENVIRONMENTS or name in ("alignat", "alignedat", "IEEEeqnarray", "empheq"):
        inner, outer = m.start(), end.end()  # the reader needs its \begin and \end
    return Found(m.start(), inner, outer, end.end(), environment=name, starred=bool(m["star"]))


def _inline(text: str, start: int, inner: int) -> Found | None:
    """`$..$` within one paragraph; sums of money are no mathematics."""
    at = inner
    while True:
        end = text.find("$", at)
        if end < 0:
            break
        if text[end - 1] != "\\":
            content = text[inner:end]
            if not content.strip() and "\n\n" not in content and len(content) > 7:
                return Found(start, inner, end, end + 1, True)  # definitions of macros were taken out
            if "\n\n" in content or not content.strip() or re.search(r"\n[ \t]*\n", content):
                break
            if (behind := _behind_boxed(text, at, end)) is not None:
                at = behind
                continue
            if MONEY.match(content) and not NUMBERS.fullmatch(content):
                return None
            return Found(start, inner, end, end + 1, True)
        at = end + 1
    if MONEY.match(text[inner : inner + 12].split("\n")[0].split(" ")[0]):
        return None
    return Found(start, inner, inner, inner, error="expected `$` for this `$`")


def _behind_boxed(text: str, at: int, dollar: int) -> int | None:
    r"""Where to look for the end of `$\mbox{\boldmath $\mu$}_k$` if that dollar sign begins what a box in it holds."""
    if SET_AS_TEXT.search(text, at, dollar) is None:
        return None
    line = text.find("\n\n", dollar)
    close = text.find("$", dollar + 1, line if line >= 0 else len(text))
    return None if close < 0 or not re.match(r"[^{}$]*\}", text[close + 1 : close + 200]) else close + 1
