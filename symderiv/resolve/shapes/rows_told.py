"""Sentences that call vectors columns or rows, all of a list at once: `$x = (x_j)$, $y = (y_i)$ are row vectors`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum

from ...latex.joining import AND
from ...latex.tree import Formula, Name, Node
from ..located import Located
from ..shape import shape_of
from .declared import Declared, split

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


def as_told(located: Sequence[Located], declared: Iterable[tuple[str, Declared]]) -> Iterator[tuple[str, Declared]]:
    r"""Declared vectors as sentences call them: `$b \in \mathbb{R}^m$ is a row vector`."""
    ways: dict[tuple[str, tuple[Node, ...]], set[Way]] = {}
    for n, way in ways_told(located).items():
        formula = located[n][1]
        chains = [s.chain for s in formula.statements] if isinstance(formula, Formula) else []
        for c in chains:
            name = c.members[0]
            shape = shape_of(name) if isinstance(name, Name) and c.relations in ((), (r"\in",)) else None
            if shape is not None:
                ways.setdefault(split(shape)[:2], set()).add(way)
    for base, d in declared:
        said = ways.get((base, d.pieces), set())
        if said == {Way.ROW} and d.kind == "c" and d.loose:
            d = replace(d, kind="r", loose=False)
        yield base, d


def _way(words: str) -> Way | None:
    rows, columns = ROWS.search(words), COLUMNS.search(words)
    if (rows is None) is (columns is None) or DENIED.search(words):
        return None
    return Way.ROW if rows is not None else Way.COLUMN
