"""Sentences that call vectors columns or rows, all of a list at once: `$x = (x_j)$, $y = (y_i)$ are row vectors`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from ...latex.joining import AND
from ..located import Located

ROWS = re.compile(
    r"\brow[ -]vectors?\b|\bvect(?:or|ores) (?:de )?filas?\b|\bvect(?:or|ores) renglón\b|\bvecteurs? lignes?\b"
    r"|\bZeilenvektor(?:en)?\b|\bvet(?:or|ores)[ -]linhas?\b|\bvettor[ei] riga\b|вектор\w*[ -]строк"
    r"|行ベクトル|横ベクトル|行向量|행\s*벡터",
    re.I,
)
COLUMNS = re.compile(
    r"\bcolumn[ -]vectors?\b|\bvect(?:or|ores) (?:de )?columnas?\b|\bvecteurs? colonnes?\b|\bSpaltenvektor(?:en)?\b"
    r"|\bvet(?:or|ores)[ -]colunas?\b|\bvettor[ei] colonna\b|вектор\w*[ -]столб|列ベクトル|縦ベクトル|列向量|열\s*벡터",
    re.I,
)
DENIED = re.compile(r"\b(?:not|no|neither|nicht|kein\w*|pas|não|non|не)\b|ではな|でない|不是|아니", re.I)
"""Words with which a sentence says that they are none."""
JOINED = re.compile(rf"\s*(?:,|、|，|;|,?\s*{AND}\s|{AND})\s*\Z")
"""Between two names of such a list."""
CLAUSE = re.compile(r"[^.;。；]*")


class Way(Enum):
    """How the entries of a vector stand."""

    COLUMN = "column"
    ROW = "row"


def ways_told(located: Sequence[Located]) -> dict[int, Way]:
    """What sentences call the vectors of formulas in running text, by the numbers of these formulas.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document("Aquí $x = (x_j)$, $y = (y_i)$ son vectores columna, $w = (w_i)$ un vector fila.")
    >>> [way.value for way in ways_told(read_formulas(page)).values()]
    ['column', 'column', 'row']
    """
    found: dict[int, Way] = {}
    run: list[int] = []
    for n, (display, _) in enumerate(located):
        if not display.inline:
            run = []
            continue
        run.append(n)
        gap = re.split(r"\$|\\\(", display.after)[0]
        following = located[n + 1][0] if n + 1 < len(located) else None
        beside = following is not None and following.inline and following.paragraph == display.paragraph
        if beside and JOINED.match(gap):
            continue
        before = re.split(r"\$|\\\)", located[run[0]][0].before.rstrip("$"))[-1]
        clause = CLAUSE.match(gap)
        way = _way(clause[0] if clause is not None else "") or _way(re.split(r"[.;。；,，、]", before)[-1])
        found |= dict.fromkeys(run, way) if way is not None else {}
        run = []
    return found


def _way(words: str) -> Way | None:
    rows, columns = ROWS.search(words), COLUMNS.search(words)
    if (rows is None) is (columns is None) or DENIED.search(words):
        return None
    return Way.ROW if rows is not None else Way.COLUMN
