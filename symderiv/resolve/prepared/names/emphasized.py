r"""Numbers set in bold to show them: `\mathbf{w_4}` in a line of a page about the numbers `w_1, \dots, w_5`.

A line that sets right what another one left out shows in bold what was missing. The name is the plain one with the same
scripts where the network is made of that, where no definition and no sentence has anything in bold, and where the page
has no arrays. A name with an index, `\mathbf{x}_n`, may be an array all the same, and is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Name, Number, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...shapes.forms import shows_arrays

ARRAYS = lazily(r"\b(?:vector|matri|tensor|array|Vektor|vecteur)|ベクトル|行列|向量|矩阵", re.I)
"""Words, in any language, of a page that has arrays."""


@some(Name)
def _has_bold(x: Name) -> bool:
    return x.font in BOLD_FONTS


@where(_has_bold)
def with_bold_numbers_plain(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such names in the usual font."""
    chains = [c for f in read_of(located) for s in f.statements for c in (s.chain, *s.conditions)]
    made = [c for c in chains if not _derives(c)]
    numbers = {_plain(x) for c in made if c.relations for x in t.of_kind(c, Name) if not x.font}
    bold = [x for c in chains for x in _bold(c)]
    doubtful = any(True for c in made for _ in _bold(c)) or not all(
        _is_number(x) and _plain(x) in numbers for x in bold
    )
    if doubtful or any(map(_has_arrays, chains)) or any(ARRAYS.search(d.before + " " + d.after) for d, _ in located):
        return list(located)
    return with_statements(located, _without_bold) if all(isinstance(f, Formula) for _, f in located) else list(located)


def _bold(c: Chain) -> list[Name]:
    return [x for x in t.of_kind(c, Name) if x.font in BOLD_FONTS]


def _plain(x: Name) -> Name:
    return replace(x, font="")


def _derives(c: Chain) -> bool:
    return bool(c.relations) and any(isinstance(x, (t.Derivative, t.Nabla)) for x in t.walk(c))


def _is_number(x: Name) -> bool:
    """Does it carry numbers alone?"""
    return all(isinstance(e, Number) for s in x.scripts for e in s.entries)


def _has_arrays(c: Chain) -> bool:
    return r"\in" in c.relations or shows_arrays(rebuilt(c, _thinned))


def _thinned(x: object) -> Name | None:
    return _plain(x) if isinstance(x, Name) and x.font in BOLD_FONTS else None


def _without_bold(s: Statement) -> Statement:
    found: Statement = rebuilt(s, _thinned)
    return found
