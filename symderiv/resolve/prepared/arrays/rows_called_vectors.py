r"""Rows of matrices with letters of their own that a sentence calls row vectors: `$u_i$ and $v_j$ are the $i$th row and
the $j$th row of $U$ and $V$ (row vectors)`, so that `u_i v_j^T` is a number.

Such a name is read as the row `U_{i,:}`. As many matrices as names stand in the sentence, in the same order and of the
same letters; each of them has entries on the page, and the names nothing but the number of the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.said_of_names import behind
from ....latex.tree import Name
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...shapes.said_in_turn import JOINED, bare, words_before
from ...spelled.scripts import entries_below
from ...spelled.shape import Stem, is_mark, letter_of, stem_of
from ...stated import is_told_by_letter

ROW = lazily(r"\brows?\b|\b[Zz]eilen?\b|\blignes?\b|\bfilas?\b|\blinhas?\b|\brig(?:a|he)\b|\bстрок|行(?!列)|행")
"""Between the names and the matrices, or behind these."""
ROW_VECTORS = lazily(
    r"\brow[ -]vectors?\b|\bZeilenvektor(?:en)?\b|\bvecteurs?[ -]lignes?\b|\bvector(?:es)?[ -]filas?\b"
    r"|\bvetor(?:es)?[ -]linhas?\b|\bvettor[ei][ -]rig(?:a|he)\b|\bвектор\w*[ -]строк|行ベクトル|行向量|행벡터"
)
"""Somewhere in what the sentence says of them,"""
OTHERWISE = lazily(
    r"\bcolumn|\b[Ss]palte|\bcolonne|\bcolumna|\bcoluna|\bстолб|(?<!行)列|열|\bnot\b|\bnicht\b|\bkein|\bpas\b|\bno\b|\bnão\b|\bnon\b"
    r"|\bне\b|ない|不|아니|transpos|転置|转置|전치|\bsum|\bnorm|\bmean|\baverage|\bwithout\b"
)
"""and nowhere in it."""
PLAIN = lazily(
    r"(?:[\s,()、，'’-]|\b(?:is|are|be|as|an?|denotes?|refers? to|stands? for|the|and|th|rows?|of|respectively"
    r"|vectors?|matri(?:x|ces)|ist|sind|sei|seien|bezeichne[nt]|die|der|den|ten?|[Zz]eilen?|[Mm]atri(?:x|zen)|von|und|est|sont"
    r"|désigne(?:nt)?|la|les|i?ème|e|lignes?|des?|du|et|es|son|denotan?|las?|filas?|y|ésima|é|são|as?|linhas?|è|sono|rig(?:a|he)|di|le|i?esima"
    r"|это|-?я|строк[аи]?|матриц[аы]?|и)\b|分别|是|为|表示|的|第|行|和|与|矩阵|は|が|の|番目|と|および|それぞれ|目|행|의|번째|와|과|은|는)*"
)
"""All that may stand between the names and the matrices: `the scaled rows` are others."""
STOP = lazily(r"[.;。；](?:\s|\Z)|\n\s*\n")
MOST = 80
"""So many characters may stand between the names and the last of the matrices, formulas left out."""


def with_rows_as_vectors(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the rows of the matrices in the place of such names.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = "$u_i$ is the $i$-th row of $U$, %s. $m = U_{ij} u_i$"
    >>> pages = [read_formulas(parse_document(text % x)) for x in ("a row vector", "a column vector")]
    >>> names = [t.of_kind(with_rows_as_vectors(page)[-1][1], Name) for page in pages]
    >>> [[len(x.scripts[0].entries) for x in found if x.scripts] for found in names]
    [[2, 2], [2, 1]]
    """
    if not any(d.inline and ROW_VECTORS.search(f"{d.after} {d.before}") for d, _ in located):
        return list(located)
    told = dict(pair for n in range(len(located)) for pair in _told(located, n))
    names = [x for f in read_of(located) for s in f.statements for x in t.of_kind(s, Name)] if told else []
    found = {stem: matrix for stem, matrix in told.items() if _fits(stem, matrix, names)}
    if not found:
        return list(located)
    return with_statements(located, lambda s: rebuilt(s, lambda x: _row(x, found)))


def _told(located: Sequence[Located], n: int) -> Iterator[tuple[Stem, Name]]:
    """The names of a list that begins here, with the matrices whose rows they are."""
    names: list[Name] = []
    while n < len(located) and (x := _numbered(located[n])) is not None:
        if names and not JOINED.match(words_before(located, n) or "x"):
            break
        names.append(x)
        n += 1
    indices = {str(letter_of(e)) for x in names for e in entries_below(x)}
    matrices: list[Name] = []
    words = ""
    while names and n < len(located) and (gap := words_before(located, n)) is not None:
        item = bare(located[n][1])
        one = isinstance(item, Name) and not item.scripts
        if not isinstance(item, Name) or not one or STOP.search(gap) or len(words) > MOST:
            break
        if item.base in indices:
            words += gap
        elif item.base[-1:].isupper() or item.base.endswith("}"):
            if matrices and not JOINED.match(gap):
                break
            words += "" if matrices else gap
            matrices.append(item)
        else:
            break
        n += 1
    if not names or len(matrices) != len(names) or not all(map(is_told_by_letter, matrices, names)):
        return
    rest = located[n - 1][0].after
    said = behind(rest)
    sentence = f"{words} {said.own} {said.shared}"
    if not PLAIN.fullmatch(words) or not said.is_understood:
        return
    if ROW.search(words + rest[:12]) and ROW_VECTORS.search(sentence) and not OTHERWISE.search(sentence):
        yield from ((stem_of(x), matrix) for x, matrix in zip(names, matrices, strict=True))


def _numbered(pair: Located) -> Name | None:
    """The name with one letter below that a formula of a sentence consists of."""
    x = bare(pair[1]) if pair[0].inline else None
    one = isinstance(x, Name) and not x.primes and len(x.scripts) == 1 and len(entries_below(x)) == 1
    return x if isinstance(x, Name) and one and letter_of(entries_below(x)[0]) is not None else None


def _fits(stem: Stem, matrix: Name, names: Sequence[Name]) -> bool:
    """Have all names of a letter one index below, and the matrix has entries?"""
    own = [x for x in names if stem_of(x) == stem]
    marks = all(is_mark(e) for x in own for s in x.scripts if s.above for e in s.entries)
    entries = any(stem_of(x) == stem_of(matrix) and len(entries_below(x)) == len("ij") for x in names)
    return marks and entries and all(len(entries_below(x)) == 1 and not x.primes for x in own)


def _row(x: object, found: dict[Stem, Name]) -> Name | None:
    """The row of the matrix that such a name is."""
    matrix = found.get(stem_of(x)) if isinstance(x, Name) else None
    if matrix is None or not isinstance(x, Name):
        return None

    def opened(s: t.Script) -> t.Script:
        return s if s.above else replace(s, entries=(*s.entries, t.Symbol(":")), commas=True)

    return replace(x, base=matrix.base, accents=matrix.accents, font=matrix.font, scripts=tuple(map(opened, x.scripts)))
