r"""How the author of a page types its names, where a reading took them apart: `w_{c_j m}` of `w_{c,j,m}`.

Every name was read from a place in the text. Where the usual spelling of a variable stands nowhere on the page, what
stands there is its template, with a hole for each of its indices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ...expr import Var, Variable
from ...latex.scripts import index, var
from ...memo import of_this_object
from ...pattern import lazily
from ...read import Written

TOKEN = lazily(r"\\(?:text|mathrm|operatorname|mathit)\s*\{[^{}]*\}|\\[A-Za-z]+'*|[A-Za-z]'*|\d+|.")
LABEL = lazily(r"(?<![A-Za-z\\])[A-Za-z]{2,}")
OF_LAYOUT = lazily(r"&|\\\\|%|\n|\\(?:label|tag|text\w*|left|right|cancel|underbrace|overbrace|boxed)(?![A-Za-z])")
"""What belongs to the place rather than to the name."""
IDLE = lazily(r"[\s{}]|\\[,;!:]")


@of_this_object(64)
def templates(lines: tuple[Written, ...]) -> Mapping[Variable, str]:
    """The templates of the variables that some lines type in another way than they are usually written."""
    typed: dict[Variable, dict[tuple[Var, str], None]] = {}
    for e, text in _entries(lines):
        typed.setdefault(e.variable, {})[e, text] = None
    found = {variable: _template(uses) for variable, uses in typed.items()}
    return MappingProxyType({variable: text for variable, text in found.items() if text})


def _entries(lines: tuple[Written, ...]) -> Iterator[tuple[Var, str]]:
    return ((e, w.latex[slice(*span)].strip()) for w in lines for e, span in w.places if isinstance(e, Var))


def _template(uses: Mapping[tuple[Var, str], None]) -> str:
    """What holds for all entries of a variable; nothing where it is typed as it is usually written."""
    if any(_plainly(var(e)) == _plainly(text) for e, text in uses):
        return ""
    return next(filter(None, (template(e, text) for e, text in uses)), "")


def _plainly(text: str) -> str:
    return IDLE.sub("", text)


def template(e: Var, text: str) -> str:
    r"""An entry as typed with holes for its indices; nothing where it is not plain which signs these are.

    >>> from symderiv.expr import Variable
    >>> w = Variable("w_{c,#,#}")
    >>> template(w("j", "m"), "w_{c_j m}"), template(w("j", 1), "w_{c_j 1}"), template(w("j", "j"), "w_{c_j j}")
    ('w_{c_#1 #2}', 'w_{c_#1 #2}', '')
    >>> template(Variable("y_{out,#}(#)")("j", "t"), "y_{out_j}(t)")
    'y_{out_#1}(#2)'
    """
    if not text or OF_LAYOUT.search(TOKEN.sub(lambda m: "" if m[0].endswith("}") else m[0], text)):
        return ""
    words = "".join(rf"{re.escape(x)}(?![A-Za-z])|" for x in LABEL.findall(e.variable.key))
    tokens = re.findall(words + TOKEN.pattern, text)
    start = next((n for n, x in enumerate(tokens, 1) if x not in "({"), 0)
    for n, form in enumerate(e.indices, 1):
        if tokens[start:].count(index(form)) != 1:
            return ""
        tokens[tokens.index(index(form), start)] = f"#{n}"
    return "".join(tokens)


__all__ = ["template", "templates"]
