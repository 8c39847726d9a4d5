r"""How many entries sentences say that a name has: `the map $z^1$ has $(P+M-1) \times (Q+N-1)$ entries`, `$y$ is of
size $K$`, `$a^{(1)} \in \mathbb{R}^{H \times W}$`, `$x$ は $H \times W$ 個の要素をもつ`.

On a page of entries nothing needs such a sentence: ranges follow from sums. Where these tell another one, the sentence
is what is meant (`network.counted`). Only what it says of a bare name counts, by its layer or for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...affine import Affine
from ...draft import Counted, RawDefinition
from ...errors import ReadError
from ...expr import Var, of_kind
from ...latex import tree as t
from ...latex.hedged import is_hedged
from ...latex.joining import IF
from ...latex.tree import Formula, Name, Node
from ...pattern import lazily
from ..formulas import Resolver
from ..located import Located
from ..meaning import Meaning
from ..prepared.words.zeros_in_words import CASE
from ..shapes.declared import REALS
from ..shapes.said_in_turn import bare, lengths_of
from ..shapes.words import ENDING, OF_OTHERS, names_before
from ..spelled.keys import split_key
from ..spelled.shape import Shape, letter_of, shape_of

HAS = lazily(
    r"\s*,?\s*(?:(?:each|all|both|now|then|jeweils|beide)\s+)?(?:has|have|having|consists? of|contains?|hat|haben"
    r"|mit|with|besitzt|besitzen|a|ont|avec|tiene|tienen|con|tem|têm|ha|hanno|имеет|имеют|содержит|有|包含|含有|共有|具有|は|が|には)"
    r"\s*(?:exactly\s+|genau\s+)?\Z",
    re.I,
)
"""Between a name and how many entries it has;"""
ENTRIES = lazily(
    r"\s*(?:real\s+)?(?:entries|elements|components|coordinates|pixels|units|neurons|Einträge|Elemente|Komponenten"
    r"|entrées|éléments|composantes|coefficients|entradas|elementos|componentes|elementi|componenti|элемент\w*|компонент\w*"
    r"|[个個](?:元素|分量|成分|要素|像素)|(?:[个個]の)?(?:要素|成分|画素)(?=\s*(?:を|が|から)))"
    r"(?!\s*(?:of|in|from|von|aus|de|di)\b)",
    re.I,
)
"""behind it."""
SIZED = lazily(
    r"\s*,?\s*(?:(?:is|are|ist|sind|est|sont|es|son|é|são|è|sono)\s+)?(?:(?:has|have|having|with|of|hat|haben|mit|von|der|de|di"
    r"|tiene|con|a)\s+)?(?:(?:the|an?|die|der|la|le|une?|una)\s+)?(?:sizes?|shapes?|dimensions?|length|Größe|Form|Länge"
    r"|Dimension(?:en)?|taille|dimensions|longueur|tamaño|dimensión|tamanho|dimensão|dimensione|размер\w*|длин\w*)"
    r"(?:\s+(?:is|are))?\s*\Z"
    r"|\s*の(?:形状?|サイズ|大きさ|次元|長さ)(?:は|が|を)\s*\Z|\s*的?(?:大小|尺寸|形状|维度|維度|长度|長度)[为為是]\s*\Z"
    r"|\s*의?\s*크기[는가]\s*\Z",
    re.I,
)
"""Between a name and its size."""
CASE_THERE = lazily(rf"(?:{CASE.pattern}|\b{IF}\b)[^.;。]*\Z", CASE.flags)
"""Before the lengths: they are so in a case."""
OTHERS = lazily(
    r"(?:\b(?:rows?|columns?|slices?|parts?|batch\w*|blocks?|Zeilen?|Spalten?)\b[^.;]*|行|列)\s*\$?\s*\Z", re.I
)
"""Before a name: it is something of it that has so many."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A name, the lengths that a sentence gives it, and the formula in which these stand."""

    name: Name
    sizes: tuple[Node, ...]
    formula: Formula
    line: int


def entries_counted(
    located: Sequence[Located], definitions: Sequence[RawDefinition], meaning: Meaning
) -> Iterator[Counted]:
    """What sentences say of the variables that a page defines, or computes with; what does not fit the indices of one
    says nothing."""
    said = [*_said(located)]
    used = (x for d in definitions for x in of_kind(d.body, Var)) if said else ()
    lefts = {x.variable: x for x in used}
    lefts |= {d.left.variable: d.left for d in definitions} if said else {}
    for s in said:
        shape = shape_of(s.name)
        for variable in lefts if shape is not None else ():
            places = _places(shape, variable.key) if shape is not None else None
            if places is None or len(places[1]) != len(s.sizes):
                continue
            places = _by_letters(places, lefts[variable])
            try:
                at = tuple((p, _form(s, x, meaning)) for p, x in places[0])
                sizes = tuple((p, _form(s, x, meaning)) for p, x in zip(places[1], s.sizes, strict=True))
            except ReadError:
                continue
            yield Counted(variable, at, sizes, s.line)


def _form(s: _Said, x: Node, meaning: Meaning) -> Affine:
    return Resolver(s.formula, meaning.names, meaning).form(x)


def _places(shape: Shape, key: str) -> tuple[list[tuple[int, Node]], list[int]] | None:
    """For the scripts of a name the indices of a variable in whose places they stand, and the indices that are left."""
    base, above, below, behind = split_key(key)
    own = len(shape.pieces) - shape.below
    if base != shape.base or behind or own > len(above) or shape.below > len(below):
        return None
    typed = [
        *shape.pieces[:own],
        *[None] * (len(above) - own),
        *shape.pieces[own:],
        *[None] * (len(below) - shape.below),
    ]
    fixed: list[tuple[int, Node]] = []
    left: list[int] = []
    index = 0
    for piece, label in zip(typed, (*above, *below), strict=True):
        if label is None:
            if piece is None:
                left.append(index)
            else:
                fixed.append((index, piece))
            index += 1
        elif piece is None or label != (piece.text if isinstance(piece, t.Number) else letter_of(piece)):
            return None
    return fixed, left


def _by_letters(
    places: tuple[list[tuple[int, Node]], list[int]], left: Var
) -> tuple[list[tuple[int, Node]], list[int]]:
    """The same with letters in the places that they have in the definition: the i of `z_i` beside `z_{mi}`."""
    letters = [i.letter.name if i.letter is not None else None for i in left.indices]
    fixed, rest = places
    names = [letter_of(x) for _, x in fixed]
    if None in names or not set(names) <= set(letters):
        return places
    found = [(letters.index(name), x) for name, (_, x) in zip(names, fixed, strict=True)]
    return found, sorted({*rest, *(p for p, _ in fixed)} - {p for p, _ in found})


def _said(located: Sequence[Located]) -> Iterator[_Said]:
    for n, (display, formula) in enumerate(located):
        if not display.inline or not isinstance(formula, Formula) or CASE_THERE.search(display.before):
            continue
        if is_hedged(display.before, ""):
            continue
        yield from _declared(formula, display.line)
        size = bare(formula)
        names, gap = names_before(located, n) if size is not None else ([], "")
        if size is None or not names or OF_OTHERS.search(display.before) or OTHERS.search(_before(located, n)):
            continue
        counted = HAS.fullmatch(gap) is not None and ENTRIES.match(display.after) is not None
        if counted or (SIZED.fullmatch(gap) is not None and ENDING.match(display.after) is not None):
            yield from (_Said(x, lengths_in(size), formula, display.line) for x in names)


def _before(located: Sequence[Located], n: int) -> str:
    """The words before the name that stands before a formula."""
    return re.split(r"[.;。]", located[n - 1][0].before)[-1] if n else ""


def _declared(formula: Formula, line: int) -> Iterator[_Said]:
    r"""`z^{(1)} \in \mathbb{R}^{H \times W}`"""
    for s in formula.statements:
        members = s.chain.members
        if s.chain.relations != (r"\in",) or not isinstance(members[0], Name) or not isinstance(members[1], Name):
            continue
        space = shape_of(members[1])
        above = [e for x in members[1].scripts if x.above for e in x.entries]
        if space is not None and space.letter in REALS and len(above) == 1:
            yield _Said(members[0], lengths_in(above[0]), formula, line)


def lengths_in(size: Node) -> tuple[Node, ...]:
    r"""The lengths in `(P+M-1) \times (Q+N-1)`, `(N, D)` and `K`; those of one in parentheses are its own."""
    found = lengths_of(size)
    return lengths_of(found[0]) if len(found) == 1 and found[0] is not size else found
