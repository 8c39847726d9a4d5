r"""Matrices of which words tell the rows or columns, whose entries stand on the page: `$p_u$ is the $u$-th row of $P$`.

Beside `p_{uk}` that says `P = (p_{uk})`, and of a column `P^T = (p_{uk})`. The row may stand last, also as it
lies: `row $i$ of $X$ is $x_i^T$`, `the rows of $X$ are $(x^{(i)})^T$`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....document.blocks import Display
from ....latex import tree as t
from ....latex.said_of_names import behind
from ....latex.tree import Formula, Name
from ....pattern import lazily
from ...located import Located, is_given, read_of
from ...shapes.declared import BOLD
from ...shapes.untold import CAPITAL
from ...spelled.shape import Shape, is_mark, shape_of

OF = lazily(
    r"(?:\b(?:is|are|be|as|denotes?|for)\b|[,:(=])\s*(?:the\s+)?(?:\$\s*(?P<n>[a-z])\s*\$|\b(?P<m>[a-z]))\s*-?\s*th\s+"
    r"(?P<kind>row|column)(?:\s+vector)?\s+of\s+(?:the\s+)?(?:matrix\s+)?\$?\s*\Z",
    re.I,
)
"""Right before a matrix, in the sentence of one of its rows."""
OF_FIRST = lazily(
    r"\A\s*\$?\s*(?:的|の)?\s*第?\s*\$?\s*(?P<n>[a-z])\s*\$?\s*(?:番目の)?(?P<kind>行|列)(?:向量|ベクトル)?\s*"
    r"(?:(?:记|記|表示)?(?:为|為)|是|を|が|,|，)?\s*\$?\s*\Z"
)
"""Between a matrix and its row, in languages that say the matrix first."""
_ANY = (
    r"(?:rows?|Zeilen?|lignes?|filas?|linhas?|rig(?:a|he)|строк\w*|columns?|Spalten?|colonn(?:es?|[ae])|columnas?"
    r"|colunas?|столб(?:ец|цы))"
)
ROWS = lazily(r"row|Zeile|ligne|fila|linha|rig|строк", re.I)
_NUMBERED = r"\$\s*(?P<n>[a-z])\s*\$\s*[-–]?\s*(?:th|te|ème|e|ésima|esima|[яй]|ый)\s+"
BEGUN = lazily(
    rf"(?:{_NUMBERED})?\b(?P<kind>{_ANY})(?:\s*\$\s*(?P<m>[a-z])\s*\$)?\s+"
    r"(?:(?:of|von|der|de|da|di|del|della|матрицы)\s+)?(?:(?:the|la|der|a)\s+)?(?:matri\w+\s+)?\$?\s*\Z",
    re.I,
)
"""Right before a matrix whose rows are told behind it: `row $i$ of the matrix`, `the $i$-th row of`, `the rows of`;"""
TELLS = lazily(
    r"\A\$?\s*(?:(?:is|are|ist|sind|est|sont|es|son|é|são|è|sono)(?:\s+(?:given\s+by|equal\s+to|just|then))?|—|–|=)"
    r"\s*(?:(?:the\s+)?(?:transposed\s+)?vectors?\s+)?\$?\Z"
)
"""between the two,"""
ENDS = lazily(r"\A\s*\$?\s*(?:[.,;:)）]|\Z|(?:and|und|et|y|e|и|so|where|wobei|où|donde|где)\b)")
"""and behind the row."""
OPEN = lazily(r"\b(?:not|if|unless|except|instead|never|no)\b|n't\b|不|ない", re.I)
"""Words that deny it, or leave it open."""
ABROAD = ("Zeile", "Spalte", "ligne", "colonn", "fila", "column", "linha", "colun", "rig", "строк", "столб")
NEAR = 4
"""So many formulas before the matrix its row is looked for."""


def with_matrices_of_rows(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such a mention of a matrix as an equation that says its entries."""
    if not any(_mentions(d) for d, _ in located if d.inline):
        return list(located)
    formulas = read_of(located)
    defined = {x.base for f in formulas for s in f.statements if s.chain.relations and (x := _left(s)) is not None}
    found: list[Located] = []
    for n, (display, formula) in enumerate(located):
        matrix = _name(formula) if isinstance(formula, Formula) else None
        one = matrix is not None and CAPITAL.fullmatch(matrix.base) is not None and not matrix.scripts
        here = one and matrix is not None and matrix.base not in defined and display.inline and not is_given(display)
        told = _told(located, n, display) if here else None
        if told is not None and isinstance(formula, Formula) and matrix is not None:
            formula = _of_entries(formula, matrix, *told, formulas)
        found.append((display, formula))
    return found


def _mentions(d: Display) -> bool:
    return any(word in f"{d.before}{d.after}" for word in ("row", "column", "行", "列", *ABROAD))


def _left(s: t.Statement) -> Name | None:
    r"""The name of which an equation says what it is; of `P \in \mathbb{R}^{m \times k}` the shape is said alone."""
    left = s.chain.members[0]
    return left if isinstance(left, Name) and s.chain.relations[0] != r"\in" and not left.scripts else None


def _name(f: Formula) -> Name | None:
    """The name that a formula consists of, or the one on its left."""
    left = f.statements[0].chain.members[0] if len(f.statements) == 1 else None
    return left if isinstance(left, Name) and not f.statements[0].conditions else None


def _told(located: Sequence[Located], at: int, matrix: Display) -> tuple[Name, str, bool] | None:
    """A row or column of the matrix, the letter of its number, and whether it is a row."""
    said = OF.search(matrix.before)
    for n in range(1, NEAR + 1):
        display, formula = located[at - n] if at >= n and said is not None else (None, None)
        if said is not None and display is not None and isinstance(formula, Formula) and display.inline:
            gap = _between(display, matrix)
            row, letter = _name(formula), str(said["n"] or said["m"])
            if gap is not None and not OPEN.search(gap) and row is not None and _numbered_by(row, letter):
                return row, letter, said["kind"].lower() == "row"
    if (begun := _told_behind(located, at, matrix)) is not None:
        return begun
    for display, formula in located[at + 1 : at + 3]:
        gap = _between(matrix, display)
        first = OF_FIRST.match(gap) if gap is not None and isinstance(formula, Formula) else None
        row = _name(formula) if first is not None and isinstance(formula, Formula) else None
        if first is not None and row is not None and not OPEN.search(display.after) and _numbered_by(row, first["n"]):
            return row, first["n"], first["kind"] == "行"
    return None


def _told_behind(located: Sequence[Located], at: int, matrix: Display) -> tuple[Name, str, bool] | None:
    r"""The same where the row stands behind the matrix: `row $i$ of the matrix $X$ is $x_i^T$`.

    Typed as a row it carries a transpose, which a column of a matrix never does.
    """
    begun = BEGUN.search(matrix.before)
    display, formula = located[at + 1] if begun is not None and at + 1 < len(located) else (None, None)
    gap = _between(matrix, display) if display is not None and display.inline else None
    if begun is None or gap is None or TELLS.match(gap) is None or not isinstance(formula, Formula):
        return None
    if display is None or ENDS.match(display.after) is None or not behind(display.after).is_understood:
        return None
    row, turned = _untransposed(formula)
    shape = shape_of(row) if row is not None and not row.primes else None
    letter = shape.letters[0] if shape is not None and len(shape.letters) == 1 else None
    numbers, is_row = {begun["n"], begun["m"]} - {None}, ROWS.match(begun["kind"]) is not None
    if row is None or letter is None or numbers - {letter} or OPEN.search(f"{matrix.before} {matrix.after}"):
        return None
    return (row, letter, is_row) if is_row or not turned else None


def _untransposed(f: Formula) -> tuple[Name | None, bool]:
    r"""The name that a formula is, without its transpose: `x_i^T`, `(x^{(i)})^\top`; and whether it has one."""
    s = f.statements[0] if len(f.statements) == 1 else None
    x = s.chain.members[0] if s is not None and not s.chain.relations and not s.conditions else None
    marks = [c for c in x.scripts if _is_transpose(c)] if isinstance(x, (Name, t.Scripted)) else []
    if isinstance(x, t.Scripted):
        alone = isinstance(x.base, t.Group) and len(x.base.items) == 1 and [*x.scripts] == marks
        x = x.base.items[0] if alone and isinstance(x.base, t.Group) else None
    elif isinstance(x, Name):
        x = replace(x, scripts=tuple(c for c in x.scripts if c not in marks))
    return (x if isinstance(x, Name) else None), bool(marks)


def _is_transpose(s: t.Script) -> bool:
    return s.above and len(s.entries) == 1 and is_mark(s.entries[0])


def _between(one: Display, two: Display) -> str | None:
    """What stands between two formulas of one sentence; None if they stand in two."""
    at = two.before.rfind(f"${one.latex}$")
    same = one.paragraph == two.paragraph and one.line <= two.line and at >= 0
    return two.before[at + len(one.latex) + 2 :] if same else None


def _numbered_by(row: Name, letter: str) -> bool:
    shape = shape_of(row)
    return shape is not None and not row.primes and not shape.uppers and shape.letters == (letter,)


def _of_entries(f: Formula, matrix: Name, row: Name, letter: str, is_row: bool, formulas: Sequence[Formula]) -> Formula:
    """`P = (p_{uk})`, or `P^T = (p_{uk})` where the number of the row stands last; as it is without such entries."""
    met = list(_entries(row, letter, formulas))
    places = {shape.letters.index(letter) for _, shape in met}
    if len(places) != 1:
        return f
    turned = places != {0 if is_row else 1}
    mark = t.Script(True, (t.Symbol(r"\top"),), "", False, True, matrix.span)
    left = replace(matrix, scripts=(mark,)) if turned else matrix
    entry = t.Group("(", (met[0][0],), ")", (), matrix.span)
    s = f.statements[0]
    chain = replace(s.chain, members=(left, entry), relations=("=",), relation_spans=())
    return replace(f, statements=(replace(s, chain=chain),))


def _entries(row: Name, letter: str, formulas: Sequence[Formula]) -> Iterator[tuple[Name, Shape]]:
    """The entries of the row that the page types."""
    thin = BOLD.sub(r"\1", str(getattr(shape_of(row), "base", "")))
    for f in formulas:
        for s in f.statements:
            for x in t.of_kind(s, Name):
                shape = shape_of(x)
                if shape is None or shape.base != thin or len(shape.letters) != len("uk") or not shape.below:
                    continue
                if None not in shape.letters and shape.letters.count(letter) == 1:
                    yield x, shape
