r"""Functions of numbers set in bold before a vector: `\boldsymbol{\sigma}(\mathbf{u})` beside `\sigma(u_i)`.

The font says that the function is applied to each entry, so the letter is read in the usual one. That is so where both
letters always stand before a parenthesis, the plain one before numbers, the bold one before what has a bold name, and
where no line defines the bold function. What a sentence with such a function in it says of something else (the softmax,
a vector field, another meaning of bold letters) leaves every one as it is; and so does any sentence of the function
alone, `the network computes $\mathbf{f}(\mathbf{x})$`, that does not say that it acts on each entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from ....document.blocks import Display
from ....latex.tree import Chain, Formula, Group, Name, Product, Statement
from ....latex.walking import of_kind, rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...told.vectors_multiplied import BY_ENTRIES, BY_ENTRIES_ABROAD
from ..applied import arguments_of, head_of
from ..arrays.wholes_in_bold import is_bold

OTHERS = lazily(
    r"soft-?max|normali[sz]|vector[\s-]+(?:valued|field|function)|mapping|jacobi|\bbold|\bnot\b|n['’]t\b|ソフトマックス|正規化"
    r"|ベクトル(?:値|場)|太字|ではな|でない|归一|向量(?:值|函数|场)|粗体|黑体|不是|vettorial|vectorielle?|vektorwertig|gras\b|fett",
    re.I,
)
"""Words by which a sentence may say that such a function is another one than the plain letter."""
ACTS = lazily(
    rf"(?:{BY_ENTRIES}|{BY_ENTRIES_ABROAD})|\b(?:to|on)\s+(?:each|every)\s+(?:entry|element|component|coordinate)", re.I
)
"""Words that say what it is of a function that stands alone."""
FORMULA = lazily(r"\$[^$]*\$")
JOINING = lazily(
    r"\$[^$]*\$|\b(?:here|where|with|and|also|hier|wobei|mit|und|où|avec|et|donde|con|onde|com|dove|e|y|где|и)\b|ここで|ただし|[とやは、]|其中|和",
    re.I,
)
"""What else may stand around it where nothing is said."""


def _has_any(s: Statement) -> bool:
    return any(True for x in of_kind(s, Product) for _ in _applied(x))


@where(_has_any)
def with_functions_in_bold_plain(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such functions in the usual font.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$h_i = \sigma(u_i)$, $\mathbf{h} = \boldsymbol{\sigma}(\mathbf{u})$"))
    >>> [x.font for _, f in with_functions_in_bold_plain(page) for x in of_kind(f, Name) if x.base == r"\sigma"]
    ['', '']
    """
    formulas = read_of(located)
    names = [x for f in formulas for x in of_kind(f, Name)]
    uses = [(a, g) for f in formulas for x in of_kind(f, Product) for a, g in _calls(x)]
    bold = {a.base for a, g in uses if _is_in_bold(a) and _is_of_vector(g)}
    called = {id(a) for a, g in uses if (_is_of_vector(g) if _is_in_bold(a) else not _has_bold(g))}
    alone = {id(x) for pair in located for x in _said_alone(pair)}
    met = called | alone
    other = {x.base for x in names if id(x) not in met or x.scripts or x.accents}
    plain = {a.base for a, _ in uses if not a.font and not a.accents}
    meant = (bold & plain) - other - set(_defined(formulas)) - set(_doubted(located, bold))

    def change(x: Any) -> Name | None:
        return replace(x, font="") if isinstance(x, Name) and _is_in_bold(x) and x.base in meant else None

    return with_statements(located, lambda s: _changed(s, change)) if meant else list(located)


def _changed(s: Statement, change: Any) -> Statement:
    found: Statement = rebuilt(s, change)
    return found


def _is_in_bold(x: Name) -> bool:
    return x.font in BOLD_FONTS and not x.accents and not x.scripts


def _calls(x: Product) -> Iterator[tuple[Name, Group]]:
    """The names with a parenthesis right behind them, and this."""
    for a, b in zip(x.factors, x.factors[1:], strict=False):
        group = arguments_of(b) if isinstance(a.body, Name) else None
        if isinstance(a.body, Name) and group is not None:
            yield a.body, group


def _applied(x: Product) -> Iterator[Name]:
    """The functions in bold before a vector."""
    return (a for a, g in _calls(x) if _is_in_bold(a) and _is_of_vector(g))


def _is_of_vector(g: Group) -> bool:
    return len(g.items) == 1 and _has_bold(g)


def _has_bold(g: Group) -> bool:
    return any(is_bold(x) for x in of_kind(g, Name))


def _said_alone(pair: Located) -> Iterator[Name]:
    """A name that is a formula of its own, in a sentence that says that it acts on entries."""
    display, f = pair
    if display.inline and isinstance(f, Formula) and len(f.statements) == 1:
        (x,) = f.statements[0].chain.members[:1]
        if isinstance(x, Name) and len(f.statements[0].chain.members) == 1 and ACTS.search(display.after):
            yield x


def _defined(formulas: Iterable[Formula]) -> Iterator[str]:
    """The letters of functions in bold with which a line begins, or of which the plain function is made."""
    for c in (s.chain for f in formulas for s in f.statements):
        if c.relations and c.relations[0] in EQUALITIES:
            head = head_of(c.members[0])
            if head is not None:
                yield from (x.base for x in _bold_in(c) if x is head or x.base == head.base)


def _bold_in(c: Chain) -> Iterator[Name]:
    return chain.from_iterable(map(_applied, of_kind(c, Product)))


def _doubted(located: Sequence[Located], bold: set[str]) -> Iterator[str]:
    """The letters of which a sentence may say something else."""
    for display, f in located:
        if isinstance(f, Formula) and (OTHERS.search(_words(display)) or _is_said(display, f)):
            yield from (x.base for x in of_kind(f, Name) if x.base in bold and x.font in BOLD_FONTS)


def _words(display: Display) -> str:
    """The words around a formula, without those that spell others, `$\\boldsymbol{x}$`."""
    return FORMULA.sub(" ", f"{display.before} {display.after}")


def _is_said(display: Display, f: Formula) -> bool:
    """Is a formula nothing but a function of something, of which the sentence does not say that it acts on entries?"""
    chains = [s.chain for s in f.statements]
    if all(
        c.relations or not isinstance(c.members[0], Product) or len(c.members[0].factors) > len("fx") for c in chains
    ):
        return False
    words = f"{display.before} {display.after}"
    return re.search(r"\w", JOINING.sub(" ", words)) is not None and ACTS.search(words) is None
