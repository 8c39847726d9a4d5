r"""Indicators of which words say other values, `$\delta(y_i = j)$ is $1$ if $y_i = j$ and $-1$ otherwise`.

What stands so on the page is then none: what is 1 where the comparison does not hold, or something else than 0 there,
is not read, nor is any formula in which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....document.blocks import Display
from ....errors import ReadError
from ....latex.tree import Formula, Indicator, of_kind
from ....pattern import lazily
from ...located import Located

_VALUE = r"(?:\$[^$]+\$|-?\d[\d./]*|zero|one|unity)"
_IF = r"(?:if and only if|if|iff|when|whenever|where|for)"
VALUE = lazily(
    rf"\s*,?\s*(?:(?:which|that)\s+)?(?:is|equals?|takes(?:\s+on)?|has|being|having|with)?\s*"
    rf"(?:(?:the|a)\s+)?(?:equal to\s+)?(?:value\s+(?:of\s+)?)?(?P<one>{_VALUE})?\s*{_IF}\b"
    r"[^.$]*\$(?P<case>[^$]+)\$(?P<rest>[^.;]*)",
    re.I,
)
"""How a sentence goes on behind an indicator that tells its value in a case;"""
REST = lazily(
    rf"(?P<two>{_VALUE})\s*(?:otherwise|else\b|elsewhere|if not)"
    rf"|(?:otherwise|else)\s*,?\s*(?:it\s+)?(?:is\s+)?(?P<behind>{_VALUE})",
    re.I,
)
"""so does it go on with the value in the others."""
JA = lazily(
    r"\s*(?:は|が)[、,，]?\s*\$(?P<case>[^$]+)\$\s*(?:の|である)?(?:とき|時|場合)(?:は|に|には|のみ|だけ)*[、,，]?\s*"
    r"(?P<one>\$[^$]+\$|-?[\d./]+|ゼロ)(?P<rest>[^。]*)"
)
JA_REST = lazily(r"(?:それ以外|そうでない|その他)[^-$\d。]*(?P<two>\$[^$]+\$|-?[\d./]+|ゼロ)(?P<behind>)")
ONE, ZERO = frozenset(["1", "one", "unity"]), frozenset(["0", "zero", "ゼロ"])
OPENING = lazily(r"\s*(?:\\[A-Za-z]+\s*(?:\{[^{}]*\})?|\w|\[)")
COMPARISON = lazily(r"=|\\ne|\\leq?(?![A-Za-z])|\\geq?(?![A-Za-z])|[<>]")


def without_denied_indicators(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a page, unread where such an indicator stands in them."""
    opened = {x for display, f in located if isinstance(f, Formula) and display.inline for x in _denied(display, f)}
    if not opened:
        return located
    return [
        (
            d,
            _unread(f)
            if isinstance(f, Formula) and any(_opening(f, x) in opened for x in of_kind(f, Indicator))
            else f,
        )
        for d, f in located
    ]


def _denied(display: Display, f: Formula) -> Iterator[str]:
    """How the indicator that a formula is begins, where the words behind it give it other values."""
    chain = f.statements[0].chain if len(f.statements) == 1 else None
    first = chain.members[0] if chain is not None else None
    if chain is None or not isinstance(first, Indicator) or len(chain.members) > len(("1[..]", "1")):
        return
    found = VALUE.match(display.after) or JA.match(display.after)
    if found is None:
        return
    typed = f.source.text
    told = typed.rsplit("=", 1)[1] if chain.relations else found["one"]
    rest = REST.search(found["rest"]) or JA_REST.search(found["rest"])
    other = (rest["two"] or rest["behind"]) if rest is not None else "0"
    case = _plain(found["case"])
    changed = COMPARISON.search(case) is not None and case not in _plain(typed)
    if told is not None and (_plain(told) not in ONE or _plain(other) not in ZERO or changed):
        yield _opening(f, first)


def _plain(text: str) -> str:
    return re.sub(r"[\s${}]|\\[,;! ]", "", text).rstrip(".,").lower()


def _opening(f: Formula, x: Indicator) -> str:
    r"""What stands before the parenthesis, the `\delta` of `\delta(y_i = j)`."""
    found = OPENING.match(f.source.text[x.span[0] : x.span[1]])
    return re.sub(r"[\s{}]", "", found[0]) if found is not None else ""


def _unread(f: Formula) -> ReadError:
    return ReadError("words give this indicator other values than 1 and 0", f.here)
