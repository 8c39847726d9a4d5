r"""Other spellings of sums and of what stands below them, written as the common one.

`\sum_{\forall j}` and `\sum_{\text{all } j}` are `\sum_j`; `{\sum_j} x_j` and `\operatorname*{sum}_j x_j` too.
`j=1 \text{ to } n`, `j=1:n`, `j \in 1..n` and `j=\overline{1,n}` are `j=1,\dots,n`; `j \in [n] \setminus \{i\}` is
`j \in [n], j \ne i`, as are `j=1 (\ne i)` and rows typed with `\atop`, `\stackrel` or `subarray`. What a template of an
editor of formulas leaves empty, `\sum_{j}^{}`, is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .joining import FROM, OVER_ALL, UP_TO
from .lexer import Token
from .tokens import after_argument, closed_at

TAKING = frozenset(["script", "frac", "set", "sqrt", "uroot", "accent", "font", "big", "text", "cmd"])
"""Kinds of what takes the group behind it."""
BEHIND = frozenset(["run", "name", "num", "font", "accent", "frac", "func", "(", "{", "big", "partial", "nabla"])
"""Kinds of what a sum may add up."""
LETTERS = frozenset(["run", "name"])


def with_sums_plain(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with the common spelling.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> shown = lambda text: "".join(x.text for x in with_sums_plain(tokenize(Source(text))))
    >>> shown(r"\sum_{\text{all } j} {\sum_{\forall k}} x"), shown(r"\operatorname*{sum}_{i \in [n] \setminus \{k\}} x")
    ('\\sum_{j}\\sum_{k}x', '\\sum_{i\\in[n],i\\nek}x')
    >>> shown(r"\sum_{j=1 \text{ to } n} x"), shown(r"\sum_{j=1(\ne i)}^n x"), shown(r"\sum_{j=\overline{1,n}} x")
    ('\\sum_{j=1,\\dots,n}x', '\\sum_{j=1,j\\nei}^nx', '\\sum_{j=1,\\dots,n}x')
    >>> shown(r"\sum_{j}^{} x"), shown(r"\sum_{}^{} x"), shown(r"\sum_{}^{n} x")
    ('\\sum_{j}x', '\\sumx', '\\sum_{}^{n}x')
    """
    found = _without_braces(_without_fonts(tokens))
    out: list[Token] = []
    at = 0
    while at < len(found):
        out.append(found[at])
        at += 1
        if out[-1].kind != "big":
            continue
        scripts = list(_scripts(found, at))
        empty = _left_empty(found, scripts)
        ended = [found[start].text == "^" and (start, end) not in empty for start, end in scripts]
        for start, end in scripts:
            at = end
            if (start, end) in empty:
                continue
            out.append(found[start])
            inner = found[start + 1 : end]
            if found[start].text == "_" and len(inner) > len("{}") and inner[0].kind == "{":
                inner = [inner[0], *_below(inner[1:-1], any(ended)), inner[-1]]
            out += inner
    return out


def _left_empty(tokens: Sequence[Token], scripts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The scripts that hold nothing. Below a sum sign with an end above there is something missing."""
    empty = [(start, end) for start, end in scripts if [x.kind for x in tokens[start + 1 : end]] == ["{", "}"]]
    return empty if len(empty) == len(scripts) else [x for x in empty if tokens[x[0]].text == "^"]


def _scripts(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
    """Where the scripts at `at` begin and end."""
    while at + 1 < len(tokens) and tokens[at].kind == "script":
        end = after_argument(tokens, at + 1)
        yield at, end
        at = end


def _without_fonts(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with `\sum` for `\operatorname*{sum}` before a script, and `\Sigma` for `\mathrm{\Sigma}`."""
    if not any(x.kind == "font" and x.text in ("operatorname", "mathrm") for x in tokens):
        return [*tokens]
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        here = tokens[at : at + 5]
        kinds = [x.kind for x in here]
        alone = kinds[:2] == ["font", "{"] and kinds[3:] == ["}", "script"] and kinds[2] in LETTERS
        sign = here[2].text if alone else ""
        upright = here[0].text in ("operatorname", "mathrm")
        if sign == "sum" and here[0].text == "operatorname" and _is_summing(tokens, at):
            out.append(Token("big", r"\sum", here[0].start, here[3].end))
        elif sign == r"\Sigma" and upright:
            out.append(here[2])
        else:
            out.append(tokens[at])
            at += 1
            continue
        at += 4
    return out


def _is_summing(tokens: Sequence[Token], at: int) -> bool:
    """Is it a sum sign, and no name? One that takes its scripts below, or one of which a script says the range."""
    starred = tokens[at].end - tokens[at].start == len(r"\operatorname*")
    below = tokens[at + 5 : after_argument(tokens, at + 5)]
    return starred or any(x.kind == "rel" and x.text in ("=", r"\in") for x in below)


def _without_braces(tokens: list[Token]) -> list[Token]:
    r"""The tokens without braces around sum signs alone, `{\sum_{j=1}^n} x_j`."""
    dropped: set[int] = set()
    for n, x in enumerate(tokens[:-1]):
        if x.kind != "{" or tokens[n + 1].kind != "big" or (n and tokens[n - 1].kind in TAKING):
            continue
        at, end = n + 1, closed_at(tokens, n)
        while at < end and tokens[at].kind == "big":
            at = max([at + 1, *(stop for _, stop in _scripts(tokens, at + 1))])
        if at == end and end + 1 < len(tokens) and tokens[end + 1].kind in BEHIND:
            dropped |= {n, end}
    return [x for n, x in enumerate(tokens) if n not in dropped] if dropped else tokens


def _below(inner: list[Token], ended: bool) -> list[Token]:
    """What stands below a sum sign, which has an end above or not."""
    for change in CHANGES:
        inner = change(inner)
    beginning = [x.kind for x in inner[:3]] == ["run", "rel", "num"] and inner[1].text == r"\ge"
    return [inner[0], inner[1]._replace(text="="), inner[2]] if ended and beginning and len(inner) == 3 else inner


def _without_words(inner: list[Token]) -> list[Token]:
    """Without the words before a letter that say that it is any."""
    at = 0
    while at < len(inner):
        end = after_argument(inner, at + 1) if inner[at].kind == "font" else at + 1
        words = [x.text.strip(" ~").lower() for x in inner[at:end] if x.kind in ("text", "run")]
        said = inner[at].kind in ("text", "font") and len(words) == 1 and words[0] in OVER_ALL
        if inner[at].kind != "forall" and not said:
            break
        at = end
    return inner[at:] if at and at < len(inner) and inner[at].kind in LETTERS else inner


def _in_rows(inner: list[Token]) -> list[Token]:
    r"""With `\substack` for other ways to type rows."""
    first = inner[0]
    rows: list[list[Token]] = []
    if first.text == "subarray" and inner[-1].text == "subarray":
        return _stacked(inner[after_argument(inner, 1) : -1], first)
    if first.kind == "set":
        middle = after_argument(inner, 1)
        end = after_argument(inner, middle)
        rows = [inner[2 : middle - 1], inner[middle + 1 : end - 1]]
        if end != len(inner) or not all(any(x.kind == "rel" for x in row) for row in rows):
            return inner
        rows = rows if first.text == "over" else rows[::-1]
        return _stacked([*rows[0], Token("row", r"\\", *first.span), *rows[1]], first)
    parted = [x._replace(kind="row", text=r"\\") if x.text == r"\atop" else x for x in inner]
    plain = all(x.kind not in ("substack", "begin", "{") for x in inner)
    return _stacked(parted, first) if parted != inner or (plain and any(x.kind == "row" for x in inner)) else inner


def _stacked(inner: list[Token], first: Token) -> list[Token]:
    place = first.start, first.start
    return [Token("substack", "", *place), Token("{", "{", *place), *inner, Token("}", "}", *place)]


def _single_brackets(inner: list[Token]) -> list[Token]:
    r"""With `[1, n]` for `[\![1, n]\!]`."""
    out: list[Token] = []
    for x in inner:
        if not (out and x.text in ("[", "]") and x.text == out[-1].text):
            out.append(x)
    return out


def _from_to(inner: list[Token]) -> list[Token]:
    r"""With `j = 1, \dots, n` for `j = 1 \text{ to } n` and the like."""
    if len(inner) < len("j=1.n") or inner[0].kind not in LETTERS:
        return inner
    if inner[1].kind == "text" and inner[1].text.strip(" ~").lower() in FROM:
        inner = [inner[0], inner[1]._replace(kind="rel", text="="), *inner[2:]]
    if inner[1].text not in ("=", r"\in"):
        return inner
    if _is_line_over_ends(inner):
        inner = [*inner[:2], *inner[4:-1]]
        parting = [n for n, x in enumerate(inner) if x.kind == "comma"]
    else:
        number = inner[2].kind == "num"
        ranging = {"colon": number, "dots": number and inner[1].text == r"\in" and inner[3].kind == "dots"}
        parting = [
            n
            for n, x in enumerate(inner)
            if (x.kind == "text" and x.text.strip(" ~").lower() in UP_TO) or x.text == r"\to" or ranging.get(x.kind)
        ]
    if len(parting) != 1 or parting[0] + 1 == len(inner) or any(x.kind == "rel" for x in inner[parting[0] + 1 :]):
        return inner
    cut = inner[parting[0]]
    comma = Token("comma", ",", *cut.span)
    equal = inner[1]._replace(text="=")
    last = inner[parting[0] + 1 :]
    return [inner[0], equal, *inner[2 : parting[0]], comma, Token("dots", r"\dots", *cut.span), comma, *last]


def _is_line_over_ends(inner: list[Token]) -> bool:
    r"""Is it `j = \overline{1,n}`? In `j \in \bar{S}` the line is an accent of a letter."""
    over = inner[2].kind == "accent" and inner[2].text == "bar" and after_argument(inner, 3) == len(inner)
    return over and any(x.kind == "comma" for x in inner)


def _set_minus(inner: list[Token]) -> list[Token]:
    r"""With `j \in [n], j \ne i` for `j \in [n] \setminus \{i\}`."""
    cuts = [n for n, x in enumerate(inner) if x.text in (r"\setminus", r"\backslash")]
    if len(cuts) != 1 or inner[0].kind not in LETTERS or inner[1].text != r"\in" or inner[2].kind != "(":
        return inner
    cut = cuts[0]
    rest = inner[cut + 1 :]
    if rest and rest[0].text == r"\{" and closed_at(rest, 0) == len(rest) - 1:
        rest = rest[1:-1]
    items = [x for x in rest if x.kind != "comma"]
    alternate = all((x.kind == "comma") == (n % 2 == 1) for n, x in enumerate(rest))
    if (
        closed_at(inner, 2) != cut - 1
        or not items
        or not alternate
        or any(x.kind not in (*LETTERS, "num") for x in items)
    ):
        return inner
    place = inner[cut].span
    without = [(Token("comma", ",", *place), inner[0], Token("rel", r"\ne", *place), x) for x in items]
    return [*inner[:cut], *(x for each in without for x in each)]


def _in_parentheses(inner: list[Token]) -> list[Token]:
    r"""With `j = 1, j \ne i` for `j = 1 (\ne i)`, `j (\ne i) = 1` and `j = 1 (j \ne i)`."""
    opened = next((n for n, x in enumerate(inner) if x.text == "(" and n), None)
    if opened is None or inner[0].kind not in LETTERS or len(inner[0].text) > 1 + inner[0].text.startswith("\\") * 9:
        return inner
    end = closed_at(inner, opened)
    said = inner[opened + 1 : end]
    outside = [*inner[:opened], *inner[end + 1 :]]
    if not any(x.kind == "rel" and x.text == r"\ne" for x in said) or (opened > 1 and end + 1 < len(inner)):
        return inner
    if not any(x.kind == "rel" and x.text in ("=", r"\in") for x in outside):
        return inner
    letter = [inner[0]] if said[0].kind == "rel" else []
    return [*outside, Token("comma", ",", *inner[opened].span), *letter, *said]


def _numbered_set(inner: list[Token]) -> list[Token]:
    r"""With `i \in G_1` for `i \in G1`: a set times a number is no set."""
    kinds = [x.kind for x in inner]
    if kinds[1:] != ["rel", "run", "num"] or inner[1].text != r"\in" or len(inner[2].text) > 1:
        return inner
    return [*inner[:3], Token("script", "_", inner[3].start, inner[3].start), inner[3]]


def _told_by_condition(inner: list[Token]) -> list[Token]:
    r"""With `k : 0 \le i - k < n` for `k \in \{k : 0 \le i - k < n\}`, if the letter is the same."""
    told = (
        len(inner) > len("k~{k:}") and inner[1].text == r"\in" and inner[2].text == r"\{" and inner[0].kind in LETTERS
    )
    if not told or closed_at(inner, 2) != len(inner) - 1 or inner[3].text != inner[0].text:
        return inner
    barred = inner[4].kind in ("colon", "mid", "bar")
    compared = any(x.kind == "rel" and x.text != r"\in" for x in inner[5:])
    return [inner[0], inner[4]._replace(kind="colon", text=":"), *inner[5:-1]] if barred and compared else inner


CHANGES: Sequence[Callable[[list[Token]], list[Token]]] = (
    _without_words,
    _in_rows,
    _single_brackets,
    _from_to,
    _set_minus,
    _in_parentheses,
    _numbered_set,
    _told_by_condition,
)
"""What is done below a sum sign, in this order."""

__all__ = ["with_sums_plain"]
