r"""What a page means by a row `W_{j,:}`: a row, or a column, where its words call rows or all vectors columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...latex import tree as t
from ...latex.source import Source
from ...latex.tree import Chain, Name, Symbol
from ...notation import EQUALITIES
from ...pattern import lazily
from ..spelled.shape import DOTS, is_mark, is_slice
from ..stated import Stated
from .declared import Shapes
from .rows_told import ROWS, rows_as_columns
from .starred_labels import starred_labels

GENERALLY = lazily(
    r"\bvectors (?:here )?are (?:always |all |taken (?:to be|as) |treated as |meant as )?columns?\b"
    r"|\b(?:use|take|treat|all|every)\b[^.;]{0,24}\bvectors?\b[^.;]{0,24}\b(?:as )?columns?\b|\buse column vectors\b"
    r"|\bcolumn[ -]vectors? (?:convention|throughout|everywhere)|\bconvention[^.;]{0,40}\bcolumn"
    r"|\brows?\b(?:(?!\b(?:and|where|while|but|with)\b)[^.;]){0,60}\b(?:as|into|to|are|is)\s+(?:an?\s+)?columns?\b(?!\s+of)",
    re.I,
)
"""What may call all rows columns, formulas left out."""
COLUMN = lazily(
    r"\bcolumns?\b(?!\s+of)|Spalte|\bcolonnes?\b|\bcolumnas?\b|\bcolunas?\b|столб|列ベクトル|縦ベクトル|列向量", re.I
)
"""What may call one so."""
ROW = lazily(r"\brows?\b|Zeile|\blignes?\b|\bfilas?\b|\blinhas?\b|\briga\b|\brighe\b|строк|行", re.I)
FORMULA = lazily(r"\$[^$]*\$")
CALLED_ROWS = lazily(r"\s*(?:,\s*)*(?:and\s*)?(?:is|are|denotes?)\s+(?:the\s+)?(?:-?\s*th\s+)?rows?\b", re.I)
"""Behind a list of names, formulas left out, what calls them rows."""
STOP = lazily(r"[.;。；](?:\s|\Z)|\$|\\[()]")
"""What ends a sentence, or parts words from the next formula."""


def tell_of_slices(shapes: Shapes, stated: Sequence[Stated], words: str) -> None:
    """Put into the shapes of a page what it says of rows, and of which letters it says more."""
    shapes.slices_turned, shapes.slices_open = slices_said(stated, words)
    shapes.rows_told = speaks_of_rows(words)
    shapes.rows_named = rows_named(stated)
    chains = [s.statement.chain for s in stated]
    shapes.met, shapes.stars = letters_met(chains), starred_labels(chains)


def slices_said(stated: Iterable[Stated], words: str) -> tuple[bool, bool]:
    r"""Are rows of matrices columns on a page, surely; may they be? By its words, and those around such a row.

    >>> slices_said([], "Here  is the  -th row of   as a column vector."), slices_said([], "  is a column vector.")
    ((True, True), (False, False))
    >>> slices_said([], "All vectors are columns.")
    (False, True)
    """
    if rows_as_columns(words):
        return True, True
    said = GENERALLY.search(words) is not None and ROWS.search(words) is None
    about = [s for s in stated if _is_about_a_row(s.statement.chain)]
    turned = any(_is_turned(s.statement.chain) for s in about)  # the rows of W are `W_{j,:}^T`
    return False, said or turned or any(_calls_a_column(s.formula.source) for s in about)


def rows_named(stated: Iterable[Stated]) -> frozenset[str]:
    """The letters of names that words call rows: `$P_r$, $T_r$ are row $r$ of $P$, $T$`."""
    said = ((s.statement.chain, FORMULA.sub("", s.formula.source.after.lstrip("$\\)"))) for s in stated)
    about = (c.members[0] for c, behind in said if not c.relations and CALLED_ROWS.match(behind))
    return frozenset(x.base for x in about if isinstance(x, Name) and any(not s.above for s in x.scripts))


def speaks_of_rows(words: str) -> bool:
    """Does a page speak of rows, so that what looks like one is none that is written as a column?

    >>> speaks_of_rows("Here  is the  -th row of ."), speaks_of_rows("where  is a vector")
    (True, False)
    """
    return ROW.search(words) is not None


def letters_met(chains: Sequence[Chain]) -> frozenset[str]:
    """The letters of which a page says more than derivatives by them: of what it defines, and computes that from."""
    equations = [c for c in chains if EQUALITIES & {*c.relations}]
    lefts = {c.members[0].base for c in equations if isinstance(c.members[0], Name)}
    plain = (c for c in equations if not any(isinstance(x, (t.Derivative, t.Nabla)) for x in t.walk(c)))
    return frozenset(lefts | {x.base for c in plain for x in t.of_kind(c, Name)})


def _is_about_a_row(c: Chain) -> bool:
    r"""Is it a row `W_{j,:}`, of which something may be said?"""
    x = c.members[0]
    below = [e for s in x.scripts if not s.above for e in s.entries] if isinstance(x, Name) else []
    alone = c.relations in ((), (r"\in",)) or (len(c.members) == 2 and isinstance(c.members[1], Name))
    return alone and is_slice(below) and not (isinstance(below[0], Symbol) and below[0].name in DOTS)


def _is_turned(c: Chain) -> bool:
    x = c.members[0]
    return isinstance(x, Name) and not c.relations and any(s.above and is_mark(s.entries[-1]) for s in x.scripts)


def _calls_a_column(source: Source) -> bool:
    """Do the words of a sentence right beside a formula speak of columns?"""
    before, behind = source.before.rstrip("$\\("), source.after.lstrip("$\\)")
    return COLUMN.search(f"{STOP.split(before)[-1]} {STOP.split(behind)[0]}") is not None


__all__ = ["tell_of_slices"]
