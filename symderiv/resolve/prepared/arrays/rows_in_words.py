r"""Matrices of which words tell the rows or columns: `$X$ with rows $x_i^T$`, `$x_n$ is the $n$-th row of $X$`.

The matrix has to be declared (`X \in \mathbb{R}^{N \times D}`, or `$X$ is the $N \times D$ matrix with rows $x_n^T$`).
Its rows or columns are then typed out, as many authors do: `X = [x_1, \dots, x_N]^T`.
A row that is typed with a transpose, or not, is the same vector.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....document.blocks import Display
from ....errors import ReadError
from ....latex import tree as t
from ....latex.parse import parse
from ....latex.source import Source
from ....latex.tree import Formula, Name, Node, Number, Product
from ....pattern import lazily
from ...located import Located, read_of
from ...shapes.words import said_in_words
from ...spelled.shape import is_mark, letter_of, stem_of

OF_MATRIX = lazily(
    r"\s*,?\s*(?:(?:be|is|as|denotes?)\s+(?:the|an?)\s+(?:[a-z]+\s+)?"
    r"(?:\$?(?P<high>[A-Za-z])\s*\\times\s*(?P<wide>[A-Za-z])\$?\s+)?(?:[a-z]+\s+)?matrix\s+)?(?:has|have|having|with|whose)\s+(?:the\s+|as\s+)?"
    r"(?P<kind>rows?|columns?)\s*(?:are|is|being|given\s+by)?\s*(?:the\s+)?(?:vectors?\s+)?\Z",
    re.I,
)
"""Between a matrix and its rows,"""
OF_ROW = lazily(
    r"\s*(?:is|be|as|denotes?|for)\s+the\s*(?:\$\s*(?P<n>[a-z])\s*\$|(?P<m>[a-z]))\s*-?\s*th\s+(?P<kind>row|column)"
    r"\s+(?:of|in)\b(?:\s+the\b)?(?:\s+[a-z]+){0,3}\s*\Z",
    re.I,
)
"""and between a row and its matrix, whose number may be a formula."""
JAPANESE_IS = lazily(r"\s*(?:は|が|を)\s*\Z")
JAPANESE_ROW = lazily(
    r"\s*の\s*第?\s*(?:\$\s*(?P<n>[a-z])\s*\$|(?P<m>[a-z]))\s*(?:番目の)?\s*(?P<kind>行|列)(?:目|ベクトル)?"
    r"(?:を(?:転置した|縦に(?:並べた|した))(?:[列縦]?ベクトル|もの))?\s*(?=[、。，．,.;；)）]|で|と|\Z)"
)
"""Between them, and behind the matrix: `$x_u$ は $X$ の第 $u$ 行`, `$x_u$ は $X$ の u 行目を転置した列ベクトル`."""


def with_rows_typed_out(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, behind such words one that types the rows out."""
    sizes = dict(_sizes(read_of(located)))
    found: list[Located] = []
    inline = [(d, f) for d, f in located if d.inline and isinstance(f, Formula)]
    sizes = {**sizes, **dict(_sizes_in_words(inline))} if any(JAPANESE_ROW.match(d.after) for d, _ in inline) else sizes
    if not sizes and not any(word in d.before for d, _ in inline for word in ("row", "column")):
        return list(located)
    told = {id(d): made for d, made in _told(inline, sizes)}
    for display, formula in located:
        found.append((display, formula))
        if id(display) in told:
            found.append((display, told[id(display)]))
    return found


def without_rows_left(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without rows typed out that nothing could be made of: nobody has typed them."""
    found: list[Located] = []
    for display, formula in located:
        twice = bool(found) and found[-1][0] is display
        if not twice or isinstance(formula, ReadError) or not any(_is_open(s) for s in formula.statements):
            found.append((display, formula))
    return found


def _is_open(s: t.Statement) -> bool:
    return any(isinstance(x, t.Symbol) and x.name == r"\dots" for x in t.of_kind(s.chain, t.Symbol))


def _sizes(formulas: Sequence[Formula]) -> Iterator[tuple[object, tuple[str, str]]]:
    """For each declared matrix its sizes as typed."""
    for f in formulas:
        for s in f.statements:
            for c in (s.chain, *s.conditions):
                space = c.members[-1] if c.relations == (r"\in",) else None
                above = [e for x in space.scripts if x.above for e in x.entries] if isinstance(space, Name) else []
                if len(above) != 1 or not isinstance(above[0], Product) or len(above[0].factors) != 2:
                    continue
                one, two = (letter_of(x.body) for x in above[0].factors)
                names = c.members[0].items if isinstance(c.members[0], t.Listing) else c.members[:1]
                if one is not None and two is not None and above[0].factors[1].operator == r"\times":
                    yield from ((stem_of(n), (one, two)) for n in names if isinstance(n, Name))


def _sizes_in_words(inline: Sequence[Located]) -> Iterator[tuple[object, tuple[str, str]]]:
    """For each matrix by a plain letter of which words say the shape its sizes."""
    for base, d in said_in_words(inline):
        letters = [letter for size in d.sizes if (letter := letter_of(size)) is not None]
        if d.kind == "m" and not d.pieces and len(letters) == len("mn"):
            yield (base, (), ""), (letters[0], letters[1])


def _told(
    inline: Sequence[tuple[Display, Formula]], sizes: dict[object, tuple[str, str]]
) -> Iterator[tuple[Display, Formula]]:
    for n, (display, formula) in enumerate(inline):
        first = _name(formula)
        for display2, formula2 in inline[n + 1 : n + 3]:
            second = _name(formula2)
            if first is None or second is None or display2.paragraph != display.paragraph:
                continue
            gap = between(display, display2)
            of_matrix, of_row = OF_MATRIX.match(gap), OF_ROW.match(gap)
            here = sizes
            if of_matrix is not None and of_matrix["high"]:
                here = {**sizes, stem_of(first): (of_matrix["high"], of_matrix["wide"])}
            if of_matrix is not None and stem_of(first) in here:
                made = _typed_out(first, second, of_matrix["kind"], here, display)
            elif (kind := _japanese_kind(first, gap, display2.after)) is not None and stem_of(second) in sizes:
                made = _typed_out(second, first, kind, sizes, display)
            elif of_row is not None and stem_of(second) in sizes:
                made = _typed_out(second, first, of_row["kind"], sizes, display)
            else:
                continue
            if made is not None:
                yield display, made


def _japanese_kind(row: Name, between: str, behind: str) -> str | None:
    """Do words say that a name is a row, or a column, by the letter it carries?"""
    found = JAPANESE_ROW.match(behind) if JAPANESE_IS.fullmatch(between) else None
    below = [letter_of(e) for s in row.scripts if not s.above for e in s.entries]
    if found is None or below != [found["n"] or found["m"]]:
        return None
    return "row" if found["kind"] == "行" else "column"


def between(one: Display, two: Display) -> str:
    """The words, and the formulas, between two formulas of one sentence."""
    before = two.before.rstrip()
    before = re.sub(r"(?:\$|\\\()\Z", "", before)
    at = before.rfind(one.latex)
    return re.sub(r"\A\s*(?:\$|\\\))", "", before[at + len(one.latex) :]) if at >= 0 else "?"


def _name(f: Formula) -> Name | None:
    r"""The name that a formula consists of, or declares: the X of `X \in \mathbb{R}^{n \times m}`."""
    if len(f.statements) != 1:
        return None
    c = f.statements[0].chain
    row = c.members[0]
    if isinstance(row, t.Scripted) and isinstance(row.base, t.Group) and not c.relations and len(row.base.items) == 1:
        inner, marks = row.base.items[0], [e for s in row.scripts for e in s.entries]  # `(x^{(n)})^T`
        return inner if isinstance(inner, Name) and row.base.open == "(" and all(map(is_mark, marks)) else None
    return c.members[0] if isinstance(c.members[0], Name) and c.relations in ((), (r"\in",)) else None


def _typed_out(
    matrix: Name, row: Name, kind: str, sizes: dict[object, tuple[str, str]], display: Display
) -> Formula | None:
    """`X = [x_1, \\dots, x_N]^T`."""
    below = [s for s in row.scripts if not s.above]
    marks = all(is_mark(e) for s in row.scripts if s.above for e in s.entries)
    if matrix.scripts or len(below) != 1 or len(below[0].entries) != 1 or not marks:
        return None
    rows = kind.lower().startswith("row")
    last, length = sizes[stem_of(matrix)] if rows else sizes[stem_of(matrix)][::-1]
    turned = r"^{\top}" if rows else ""
    try:
        made = parse(Source(rf"X = [x_1, \dots, x_{{{last}}}]{turned}", display.line))
        one = parse(Source(rf"x \in \mathbb{{R}}^{{{length}}}", display.line)).statements[0]
    except ReadError:
        return None
    chain = made.statements[0].chain

    def entry(index: Node) -> Name:
        return replace(row, scripts=(replace(below[0], entries=(index,)),))

    whole = chain.members[1]
    group = whole.base if isinstance(whole, t.Scripted) else whole
    if not isinstance(group, t.Group):
        return None
    items = (entry(Number("1")), group.items[1], entry(Name(last)))
    right: Node = replace(group, items=items)
    if isinstance(whole, t.Scripted):
        right = replace(whole, base=right)
    statement = replace(made.statements[0], chain=replace(chain, members=(matrix, right)))
    declared = replace(one, chain=replace(one.chain, members=(replace(row, scripts=(below[0],)), one.chain.members[1])))
    return replace(made, source=display.source, statements=(declared, statement))
