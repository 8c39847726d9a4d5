r"""Matrices that words call diagonal: `the diagonal matrix $W$`, `$W$ is diagonal`, 対角行列 $W$.

Only what is given, and what no line differentiates by: whether a derivative by such a matrix is one by all entries, or
by those on the diagonal, no page says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Formula, Node
from ...pattern import lazily
from ..located import Located
from ..spelled.shape import letter_of, shape_of
from ..stated import Stated
from .declared import Declared, split
from .sizes import sizes_of_letters

KIND = r"(?:diagonal|対角|对角)"
MATRIX = r"(?:matri(?:x|ces)|行列|矩阵|阵)"
PLAIN = r"(?:(?:constant|fixed|given|real|known|square|positive|invertible|symmetric)\s+)"
"""What else is said of such a matrix."""
BEFORE = lazily(
    r"(?<![\w-])(?<!block )(?<!off )(?<!by )(?<!for )(?<!any )(?<!every )(?<!each )(?<!\ba )"
    rf"(?<!非)(?<!ブロック)(?<!分块){KIND}\s*(?:[a-z-]+\s+){{0,2}}{MATRIX}\s*\Z",
    re.I,
)
"""Before a name: `the diagonal weight matrix $W$`; not `a diagonal matrix $W$`, which may be any."""
LET = lazily(
    rf"\b(?:let|with|where|and|by|for (?:the|our)|using)\s+an?\s+{KIND}\s+(?:[a-z-]+\s+){{0,2}}{MATRIX}\s*\Z", re.I
)
BEHIND = lazily(
    rf"\s*,?\s*(?:(?:is|are|be|being|denotes?|=|を|は|が|是|为)\s*)(?:an?|the|一个)?\s*(?:(?:\$[^$]*\$\s*の?|(?!not\b|block\b|non\b|never\b|neither\b)[a-z]+\s+)|{PLAIN}+)?"
    rf"{KIND}(?:\s+{PLAIN}*(?:\$[^$]*\\times[^$]*\$\s+)?(?:[a-z-]+\s+){{0,2}}{MATRIX}|{MATRIX}|(?=\s*(?:[.,;:)(。、]|\Z|with\b|and\b)))",
    re.I,
)
"""Behind one: `$W$ is a diagonal matrix`, `$W$ は対角行列`."""
CASE = lazily(
    r"\b(?:if|when|whenever|unless|suppos\w*|assum\w*|case|e\.g|instance|example|special|approximat\w*|often|usually"
    r"|sometimes|typically|may|might|could|would|can|restrict\w*|simpl\w*)\b|とき|場合|なら|仮定|近似|如果|若|假设",
    re.I,
)
"""Words of a case only, or of what is only taken to be so."""
DENIED = lazily(r"\b(?:not|no|never|neither|nor|non|without|isn't|off)\b|ではな|でない|とは限ら|不是|非", re.I)
NOT_SO = lazily(r"\s*(?:ではな|でない|では(?:あり|ご)|とは限ら|で(?:も)?なく)")
"""Words that deny it, and those right behind that do."""
ENTRIES = lazily(
    r"\b(?:with|whose|having|of|has)\b[^.;]*?\b(?:entries|elements|components|values)\b[^.;$]*\Z|の対角成分が?\s*\Z",
    re.I,
)
ALONG = lazily(r"\b(?:with|whose|having|of)\b[^.;$]*\Z", re.I)
"""Between the word and what stands on the diagonal: `whose entries are $w_i$`; `with the weights $w_i$ ..`,"""
OF_THEM = lazily(
    r"\b(?:inver\w*|reciprocal\w*|(?:square )?roots?|squared?s?|logarithms?|exponentials?|sums?|signs?|minus|negati\w*"
    r"|absolute|twice|half|halves|double\w*|off|multiples?|powers?|derivatives?|differences?)\b|逆|平方|負|倒数",
    re.I,
)
"""Words by which it is made of them."""
ON_IT = lazily(r"\s*(?:on|along|as|in)\s+(?:its|the)\s+(?:main\s+)?diagonal\b", re.I)
"""where `.. on its diagonal` follows."""

Told: TypeAlias = Mapping[tuple[str, tuple[Node, ...]], t.Name | None]
"""Names by letter and scripts, each with an entry of the diagonal where words tell it."""


def letters_told(told: Told) -> frozenset[str]:
    """The letters of such names.

    >>> letters_told({("W", ()): None})
    frozenset({'W'})
    """
    return frozenset(base for base, _ in told)


def called_diagonal(located: Sequence[Located]) -> Told:
    r"""The matrices that words call diagonal, by letter and scripts, each with an entry of its diagonal, where that is
    told, too.

    >>> from symderiv.document import parse_document, read_formulas
    >>> called_diagonal(read_formulas(parse_document("where $W$ is a diagonal matrix")))
    {('W', ()): None}
    >>> called_diagonal(read_formulas(parse_document("if $W$ is a diagonal matrix")))
    {}
    """
    return {key: None if at is None else _entry(located[at][1]) for key, (_, at) in _called(located).items()}


def told_behind(located: Sequence[Located]) -> Iterator[tuple[t.Name, int]]:
    r"""The matrices that words call diagonal and say what stands on the diagonal, each with the number of that formula.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"where $W$ is a diagonal matrix with the elements $a_i b_i$")
    >>> [(x.base, at) for x, at in told_behind(read_formulas(page))]
    [('W', 1)]
    """
    yield from ((name, at) for name, at in _called(located).values() if at is not None)


def _called(located: Sequence[Located]) -> dict[tuple[str, tuple[Node, ...]], tuple[t.Name, int | None]]:
    """The matrices called so, each with the number of the formula that words put on its diagonal."""
    found: dict[tuple[str, tuple[Node, ...]], tuple[t.Name, int | None]] = {}
    denied: set[str] = set()
    for n, (display, formula) in enumerate(located):
        name = _name(formula) if display.inline else None
        shape = shape_of(name) if name is not None else None
        if name is None or shape is None:
            continue
        before = re.sub(r"(?:\$|\\\()\s*\Z", "", display.before)
        clause = re.split(r"[.;。]", display.after)[0]
        behind = BEHIND.match(clause)
        base, pieces, _ = split(shape)
        if behind is None and not BEFORE.search(before) and not LET.search(before):
            denied |= {base} if re.search(KIND, clause, re.I) and DENIED.search(clause) else set()
            continue
        not_so = DENIED.search(before) or (behind is not None and NOT_SO.match(clause, behind.end()))
        if CASE.search(f"{before} {clause}") or not_so or base in denied:
            denied.add(base)
            continue
        told = clause[: behind.end()] if behind is not None else ""
        value = _on_it(located, n + told.count("$") // 2, clause[len(told) :])
        if value is not None or found.get((base, pieces), (name, None))[1] is None:
            found[base, pieces] = name, value
    return {(base, pieces): value for (base, pieces), value in found.items() if base not in denied}


def _name(formula: object) -> t.Name | None:
    r"""The name that a formula consists of, also with its space: `W`, `W \in \mathbb{R}^{n \times n}`."""
    if not isinstance(formula, Formula) or len(formula.statements) != 1:
        return None
    chain = formula.statements[0].chain
    alone = not chain.relations or chain.relations == (r"\in",)
    return x if alone and isinstance(x := chain.members[0], t.Name) else None


def _on_it(located: Sequence[Located], n: int, rest: str) -> int | None:
    """The number of the next formula of the sentence where words put that on the diagonal."""
    gap, formula, after = (*re.split(r"\$", rest, maxsplit=2), "", "")[:3]
    told = (ENTRIES.search(gap) or (ALONG.search(gap) and ON_IT.match(after))) and not OF_THEM.search(gap)
    return n + 1 if formula and told and n + 1 < len(located) else None


def _entry(formula: object) -> t.Name | None:
    """An entry with one letter, where a formula is one."""
    name = _name(formula)
    shape = shape_of(name) if name is not None else None
    alone = shape is not None and len(shape.pieces) == 1 and letter_of(shape.pieces[0]) is not None
    return name if alone else None


def with_diagonals(
    declared: Iterable[tuple[str, Declared]], told: Told, chains: Sequence[Chain]
) -> Iterator[tuple[str, Declared]]:
    r"""The declarations, those of matrices that are called diagonal marked, unless something else is known of them. Of
    one with a label or an index, the `C^u` of `C^u \in \mathbb{R}^{n \times n}`, words have to say so with that."""
    bare = {base: value for (base, _), value in told.items()}
    lefts = [shape_of(x) for c in chains if isinstance(x := c.members[0], t.Name) and _is_equation(c)]
    wholes = {split(shape)[:2] for shape in lefts if shape is not None}
    taken = set(_differentiated(chains)) | {
        x.base for c in chains if isinstance(x := c.members[0], t.Name) and _is_whole(c)
    }
    for base, d in declared:
        said = (base, d.pieces) in told and (base, d.pieces) not in wholes if d.pieces else base in bare
        if d.kind == "m" and said and base not in taken and d.sizes[0] == d.sizes[1]:
            d = replace(d, diagonal=True, value=bare[base] if not d.pieces else None)
        yield base, d


def diagonals_sized(located: Sequence[Located], told: Told) -> Iterator[tuple[str, Declared]]:
    r"""The shapes of matrices called diagonal that stand between the name and the word.

    >>> from symderiv.document import parse_document, read_formulas
    >>> located = read_formulas(parse_document(r"where $D$ is the $n \times n$ diagonal matrix of the $d_i$"))
    >>> [(base, d.kind) for base, d in diagonals_sized(located, called_diagonal(located))]
    [('D', 'm')]
    """
    for (display, formula), (_, size) in pairwise(located):
        name = _name(formula) if display.inline else None
        shape = shape_of(name) if name is not None else None
        behind = BEHIND.match(re.split(r"[.;。]", display.after)[0])
        if shape is None or behind is None or "$" not in behind[0] or split(shape)[:2] not in told:
            continue
        chain = size.statements[0].chain if isinstance(size, Formula) and len(size.statements) == 1 else None
        lengths = chain.members[0] if chain is not None and not chain.relations else None
        if isinstance(lengths, t.Product) and [f.operator for f in lengths.factors] == ["", r"\times"]:
            one, two = (f.body for f in lengths.factors)
            if one == two:
                yield shape.base, Declared(split(shape)[1], "m", (one, two))


def diagonals_defined(told: Told, stated: Sequence[Stated], ranges: Sequence[Chain]) -> Iterator[tuple[str, Declared]]:
    r"""The shapes of matrices called diagonal whose diagonal is defined, `S_{ii} = p_i (1 - p_i)`, where the range of i
    says how long that is."""
    bases = letters_told(told)
    said = sizes_of_letters([*(s.statement for s in stated), *ranges])
    for chain in (s.statement.chain for s in stated) if told else ():
        shape = shape_of(chain.members[0]) if chain.relations[:1] == ("=",) else None
        if shape is None or shape.base not in bases or shape.uppers or shape.below != len("ii"):
            continue
        first, last = map(letter_of, shape.pieces)
        ends = said.get(first or "", set())
        size = next(iter(ends)) if len(ends) == 1 else None
        if first is not None and first == last and size is not None:
            yield shape.base, Declared((), "m", (size, size))


def _is_whole(chain: Chain) -> bool:
    """Does an equation say what a whole array is, `W = ..`?"""
    left = chain.members[0]
    return isinstance(left, t.Name) and not left.scripts and _is_equation(chain)


def _is_equation(chain: Chain) -> bool:
    return bool(chain.relations) and chain.relations[0] != r"\in"


def _differentiated(chains: Sequence[Chain]) -> Iterator[str]:
    """The letters by which a page differentiates."""
    bodies: list[Node] = [x.body for c in chains for x in t.of_kind(c, t.Wrt)]
    bodies += [e for c in chains for x in t.of_kind(c, t.Nabla) if x.by is not None for e in x.by.entries]
    yield from (x.base for x in bodies if isinstance(x, t.Name))
