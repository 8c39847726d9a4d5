r"""Powers of matrices under a trace: `\operatorname{tr}((A - B)^2)` is `\operatorname{tr}((A - B) (A - B))`.

Where words call squares or powers those by entries it may be another number, and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Call, Factor, Group, Node, Number, Product, Scripted
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, with_statements

MOST = 3
"""The highest power that is written out."""
BY_ENTRIES = lazily(
    r"\b(?:element|entry|component|coordinate)[ -]?wise|\bby (?:entries|elements|components)"
    r"|\b(?:each|every) (?:entry|element|component)|élément par élément|elementweise|компонент|поэлемент"
    r"|(?:要素|成分)ごと|逐元素|按元素|원소별|elemento a elemento",
    re.I,
)
POWERS = lazily(r"squar|power|exponent|carré|quadr|potenz|cuadrad|квадрат|степен|乗|べき|平方|幂|제곱", re.I)
"""Words that both stand on a page that may mean powers by entries."""


@some(Call)
def _has_power(x: Call) -> bool:
    return _written_out(x) is not None


@where(_has_power)
def with_powers_in_traces(located: Sequence[Located], words: str = "") -> list[Located]:
    r"""The formulas of a document with such powers as products.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex.walking import of_kind
    >>> page = read_formulas(parse_document(r"$\operatorname{tr}((A - B)^2)$"))
    >>> [[len(x.factors) for x in of_kind(f, Product)] for _, f in with_powers_in_traces(page)]
    [[2]]
    >>> with_powers_in_traces(page, "Squares are taken element-wise.") == page
    True
    """
    if BY_ENTRIES.search(words) and POWERS.search(words):
        return list(located)

    def change(x: Any) -> Node | None:
        found = _written_out(x) if isinstance(x, Call) else None
        return None if found is None else replace(found, args=tuple(rebuilt(a, change) for a in found.args))

    return with_statements(located, lambda s: rebuilt(s, change))


def _written_out(x: Call) -> Call | None:
    """The trace of the product; None of anything else."""
    inner = x.args[0] if x.function == "tr" and len(x.args) == 1 else None
    if isinstance(inner, Group) and inner.open in ("(", "[") and len(inner.items) == 1:
        inner = inner.items[0]
    if not isinstance(inner, Scripted) or inner.primes or len(inner.scripts) != 1 or not isinstance(inner.base, Group):
        return None
    (script,) = inner.scripts
    power = script.entries[0] if script.above and not script.bracket and len(script.entries) == 1 else None
    count = int(power.text) if isinstance(power, Number) and power.text.isdigit() else 0
    if not 2 <= count <= MOST:
        return None
    return replace(x, args=(Product(tuple(Factor("", inner.base) for _ in range(count)), inner.span),))
