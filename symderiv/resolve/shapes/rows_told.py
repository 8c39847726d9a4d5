"""Sentences that call vectors columns or rows, all of a list at once: `$x = (x_j)$, $y = (y_i)$ are row vectors`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...latex.joining import AND
from ...latex.tree import Chain, Formula, Name, Node, Number, of_kind
from ...pattern import lazily
from ..located import Located, read_of
from ..spelled.scripts import entries_below
from ..spelled.shape import Shape, is_mark, letter_of, shape_of
from ..stated import is_told_by_letter, matrix_told
from .declared import Declared, Way, split
from .stacked import stacked

ALONE = rf"(?=\s*(?:[.,;:)]|\Z|{AND}\s))"
"""What is a row, and no row of anything."""
ROWS = lazily(
    r"\brow[*_]{0,3}[ -](?:vector|array)s?\b|\bvect(?:or|ores) (?:(?:de )?filas?|renglón)\b|\bvecteurs? lignes?\b"
    r"|\bZeilenvektor(?:en)?\b|\bvet(?:or|ores)[ -]linhas?\b|\bvettor[ei] riga\b|вектор\w*[ -]строк"
    r"|行ベクトル|横ベクトル|行向量|행\s*벡터"
    rf"|\b(?:(?:are|is an?) rows?|sind Zeilen|sont des lignes|son filas|são linhas|sono righe)\b{ALONE}",
    re.I,
)
VECTORS = lazily(r"ve[ckt]?t|\barrays?\b|вектор|ベクトル|向量|벡터", re.I)
"""Words for vectors: a row vector is typed as a row, while `$S_i$ are rows` may say that they are those of `S`."""
COLUMNS = lazily(
    r"\bcolumn[*_]{0,3}[ -](?:vector|array)s?\b|\bvect(?:or|ores) (?:de )?columnas?\b|\bvecteurs? colonnes?\b"
    r"|\bSpaltenvektor(?:en)?\b|\bvet(?:or|ores)[ -]colunas?\b|\bvettor[ei] colonna\b|вектор\w*[ -]столб"
    r"|列ベクトル|縦ベクトル|列向量|열\s*벡터"
    rf"|\b(?:(?:are|is an?) columns?|sind Spalten|sont des colonnes|son columnas|são colunas|sono colonne)\b{ALONE}",
    re.I,
)
ALL = lazily(
    r"(?:\A|[.;:(]\s*|\b(?:here|throughout|that|and|convention),?\s+)(?:all|the|our) (?:the )?vectors are (?:all )?"
    r"[*_]{0,3}(?P<way>row|column)[*_]{0,3}(?:s\b|[ -](?:vector|array)s\b)",
    re.I,
)
"""Of all vectors of a page at once."""
DENIED = lazily(r"\b(?:not|no|neither|nicht|kein\w*|pas|não|non|не)\b|ではな|でない|不是|아니", re.I)
"""Words with which a sentence says that they are none."""
SO_ON = (
    r"(?:,?\s*(?:and so (?:on|forth)|and the like|etc\b\.?|und so weiter|usw\b\.?|et ainsi de suite|y así sucesivamente"
    r"|и так далее|и т\.\s?д\.|など|等|等等))"
)
AND_SO_ON = lazily(rf"\$?\s*{SO_ON}")
JOINED = lazily(rf"{SO_ON}?\s*(?:,|、|，|;|,?\s*{AND}\s|{AND})\s*\Z")
"""Between two names of such a list, of which one may stand for others."""
DERIVED = (
    r"(?:derivatives?|gradients?|Jacobians?|d[ée]riv[ée]es?|derivadas?|derivat[ea]|gradi?ent[ei]s?|gradiente[ns]?|Ableitung(?:en)?"
    r"|Gradient(?:en)?|производн\w+|градиент\w*|微分|勾配|導関数|ヤコビアン|导数|導數|梯度|미분|그래디언트|기울기|도함수|야코비안)"
)
OTHERS = lazily(
    rf"{DERIVED}(?:[^.;。；]*?(?:\b(?:are|is|be|sont|est|son|es|são|é|sono|è|sind|ist)\b|—)|[^.;。；、,]*?[はが은는이]|(?=[^.;。；]*[是为為]))",
    re.I,
)
r"""Words between a list and `row vectors` that say so of derivatives: `$x \in \mathbb{R}^d$, gradients are rows`."""
TAKEN_BY = lazily(
    rf"{DERIVED}\b[^.;。；]{{0,60}}?\b(?:with respect to|w\.?\s?r\.?\s?t\.?|by|of|par rapport à|respecto a|nach|по)"
    r"(?:\s+(?:the|a|an|any|all|each|every))?(?:\s+(?:vectors?|columns?|variables?|parameters?))?\s*\Z",
    re.I,
)
"""Words before a list by which they say it of derivatives by what is listed."""
CLAUSE = lazily(r"[^.;。；]*")
OF_OTHERS_TOO = lazily(
    rf"(?<=vector|ectors),?\s*(?:{AND}|while|whereas|but)\s+(?:(?:all|the|every|any|each)\s+)*(?={DERIVED})", re.I
)
"""Where a sentence goes on with derivatives, once it has called what is listed something."""
NUMBERED = lazily(r"\brows? +\Z", re.I)
"""Before a formula that says which row: `$P_r$ is row $r$ of $P$`."""
AND_OTHERS = lazily(rf"\s*(?:,|，|、|{AND}|と|や|및|和)", re.I)
"""Behind a list, and in front of derivatives: both may be called so;"""
SO_IS = lazily(r"\b(?:so|also|likewise|too|as)\s+(?:is|are|we take|does|do)\s*\Z", re.I)
"""in front of it, and behind what is said of others."""
ASIDE = lazily(
    r"\b(?:other(?:s|wise)?|some|many|most|often|usual(?:ly)?|authors?|textbooks?|texts|books?|literature|instead|however|but"
    r"|although|though|while|whereas|unlike|contrast|if|unless|except|only|wrong|false|mistake|ignore|suppose|would|never"
    r"|nowhere|autres?|mais|andere?|aber|otros?|pero)\b|しかし|一方|流儀|文献|とは限ら|場合|だが|书中|但是?|그러나|하지만",
    re.I,
)
"""Words of a sentence that may make it one of others, or of another case, or take it back."""

SLICES = lazily(
    r"\brows?\b(?:(?!\b(?:not|never|no|if|when|or|where|while|but)\b"
    r"|\band\b(?![ ,]*(?:written|typed|taken|regarded|seen|treated)\s+as))[a-z ,-])*?"
    r"\b(?:(?:as|(?:is|are) (?:an?|written as|taken as|regarded as|seen as|treated as))"
    r"\s+(?:an?\s+)?column[ -]?vectors?|(?:written|typed|taken|regarded|seen|treated)\s+as\s+(?:an?\s+)?columns?)\b"
    r"(?!\s+of)",
    re.I,
)
"""What calls rows of a matrix columns, formulas left out: `the $i$-th row of $P$ as a column vector`."""


def rows_as_columns(words: str) -> bool:
    """Does a page say that a row `P_{i:}` of a matrix is typed for a column, and never for a row?

    >>> rows_as_columns("Here  is the  -th row of   as a column vector.")
    True
    >>> rows_as_columns("  is the  -th row of  , not as a column vector."), rows_as_columns("  is a column vector.")
    (False, False)
    """
    return SLICES.search(words) is not None and ROWS.search(words) is None


def ways_told(located: Sequence[Located]) -> dict[int, Way]:
    """What sentences call the vectors of formulas in running text, by the numbers of these formulas.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document("Aquí $x = (x_j)$, $y = (y_i)$ son vectores columna, $w = (w_i)$ un vector fila.")
    >>> [way.value for way in ways_told(read_formulas(page)).values()]
    ['column', 'column', 'row']
    """
    found: dict[int, Way] = {}
    for run, gap in lists_in_words(located):
        before = re.split(r"\$|\\\)", located[run[0]][0].before.rstrip("$"))[-1]
        clause = CLAUSE.match(gap)
        said = OF_OTHERS_TOO.split(clause[0])[0] if clause is not None else ""
        way = None if TAKEN_BY.search(before) or _is_of_others(said) else _way(said)
        way = way or _way(re.split(r"[.;。；,，、]", before)[-1])
        front = re.split(r"[.;。；]\s|[。；]", before)[-1]
        if way is Way.ROW and NUMBERED.search(said):
            way = None
        if (way is Way.ROW and ASIDE.search(f"{front} {said}")) or (way is None and _may_be_one(front, said)):
            way = Way.UNCLEAR
        found |= dict.fromkeys(run, way) if way is not None else {}
    return found


def _may_be_one(before: str, said: str) -> bool:
    """Do words call derivatives rows, and perhaps what is listed, too: `$p$, like all derivatives, is a row vector`?"""
    with_others = AND_OTHERS.match(said) is not None and ROWS.search(said) is not None and _is_of_others(said)
    return with_others or (SO_IS.search(before) is not None and ROWS.search(before) is not None)


def lying(located: Sequence[Located]) -> dict[tuple[str, tuple[Node, ...]], Way]:
    """The names that sentences call rows, by letter and scripts: rows, rows of a matrix, or unclear."""
    found: dict[tuple[str, tuple[Node, ...]], set[Way]] = {}
    lists = lists_in_words(located)
    plain = {n for run, words in lists if ROWS.search(words) and not VECTORS.search(words) for n in run}
    ways = ways_told(located)
    entries = {base for f in read_of(located) for base in _with_two_indices(f)} if ways.keys() & plain else set()
    for n, way in ways.items():
        formula = located[n][1]
        for c in (s.chain for s in formula.statements) if isinstance(formula, Formula) else ():
            name = c.members[0]
            shape = shape_of(name) if isinstance(name, Name) and not c.relations else None
            if shape is not None:
                others = _numbered_alike(shape, located) if AND_SO_ON.match(located[n][0].after) else ()
                for key in others:
                    found.setdefault(key, set()).add(way)
                of_matrix = way is Way.ROW and n in plain and shape.below == 1 and shape.base in entries
                found.setdefault(split(shape)[:2], set()).add(Way.OF_MATRIX if of_matrix else way)
    columns = {(base, len(pieces)) for (base, pieces), ways in found.items() if ways == {Way.COLUMN} and pieces}
    rows = {key: ways for key, ways in found.items() if ways != {Way.COLUMN}}
    # beside columns `w_o` of the same letter nobody knows of others, `w_c`, whether they are rows as the `w_i` are
    apart = {(base, pieces) for base, pieces in rows if (base, len(pieces)) in columns}
    return {k: next(iter(v)) if len(v) == 1 and k not in apart else Way.UNCLEAR for k, v in rows.items()}


def _numbered_alike(shape: Shape, located: Sequence[Located]) -> set[tuple[str, tuple[Node, ...]]]:
    """The names on a page that have other numbers in their scripts, and are the same else."""
    base, pieces, *_ = split(shape)
    keys = {split(y)[:2] for f in read_of(located) for x in of_kind(f, Name) if (y := shape_of(x)) is not None}
    return {(b, p) for b, p in keys if b == base and p != pieces and _differ_in_numbers(p, pieces)}


def _differ_in_numbers(one: Sequence[Node], two: Sequence[Node]) -> bool:
    numbers = (isinstance(x, Number) and isinstance(y, Number) for x, y in zip(one, two, strict=False))
    return len(one) == len(two) and all(x == y or n for x, y, n in zip(one, two, numbers, strict=True))


def _with_two_indices(f: Formula) -> Iterator[str]:
    shapes = (shape_of(x) for x in of_kind(f, Name))
    return (shape.base for shape in shapes if shape is not None and shape.below == 2)


def lists_in_words(located: Sequence[Located]) -> Iterator[tuple[list[int], str]]:
    """The numbers of the formulas that sentences list one after another, and the words behind the last of them.

    >>> from symderiv.document import parse_document, read_formulas
    >>> list(lists_in_words(read_formulas(parse_document("$x$, $y$ and $z$ are columns; $w$ is a row."))))
    [([0, 1, 2], ' are columns; '), ([3], ' is a row')]
    """
    run: list[int] = []
    for n, (display, _) in enumerate(located):
        if not display.inline:
            run = []
            continue
        run.append(n)
        gap = re.split(r"\$|\\\(", display.after)[0]
        following = located[n + 1][0] if n + 1 < len(located) else None
        beside = following is not None and following.inline and following.paragraph == display.paragraph
        if not (beside and JOINED.match(gap)):
            yield run, gap
            run = []


def called_rows(located: Sequence[Located], words: str) -> frozenset[str] | None:
    """The letters of the names that sentences call row vectors and none calls columns; None: those of all vectors.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document("$x$ and $y$ are *row* vectors, $z$ is a column vector, $u^T$ a row vector")
    >>> sorted(called_rows(read_formulas(page), ""))
    ['x', 'y']
    >>> called_rows([], "All vectors are row vectors.") is None
    True
    """
    general = {found["way"].lower() for found in ALL.finditer(words)}
    ways: dict[str, set[Way]] = {}
    told = ways_told(located)
    apart = Way.COLUMN in told.values()  # where all that are called something are rows, others may be, too
    for n, way in told.items():
        formula = located[n][1]
        chains = [s.chain for s in formula.statements] if isinstance(formula, Formula) else []
        names = (c.members[0] for c in chains if c.relations in ((), (r"\in",)) or c.relations[0] == "=")
        for shape in (s for x in names if isinstance(x, Name) and (s := shape_of(x)) is not None):
            ways.setdefault(shape.base, set()).update(
                {way} if not shape.pieces or (apart and _is_any_layer(shape)) else Way
            )
    if general == {Way.ROW.value} and not any(Way.COLUMN in found for found in ways.values()):
        return None
    return frozenset(base for base, found in ways.items() if found == {Way.ROW})


def _is_any_layer(shape: Shape) -> bool:
    r"""Does a name carry nothing but letters above, as the `\delta^{(l)}` of any layer?"""
    above = [e for item in shape.uppers for e in item]
    return not shape.lowers and all(letter_of(e) is not None and not is_mark(e) for e in above)


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


def rows_of_entries_told(
    located: Sequence[Located], sizes: Mapping[str, Collection[Node | None]]
) -> Iterator[tuple[str, Declared]]:
    r"""The rows that a sentence makes of their entries, `$X = (x_i)$ and $Y = (y_j)$ are rows`, where the letters of
    these have one of the `sizes` each."""
    for n, way in ways_told(located).items():
        formula = located[n][1]
        for s in formula.statements if isinstance(formula, Formula) and way is Way.ROW else ():
            base, entry = matrix_told(s.chain) or ("", None)
            shape = shape_of(entry) if isinstance(entry, Name) else None
            ends = sizes.get(shape.letters[0] or "", ()) if shape is not None and len(shape.pieces) == 1 else ()
            for size in ends if len(ends) == 1 else ():
                if size is not None and isinstance(entry, Name) and shape is not None and shape.below:
                    yield base, Declared((), "r", (size,), entry=entry)


def listed_rows(located: Sequence[Located]) -> tuple[list[Located], list[tuple[str, Declared]]]:
    r"""The rows that a sentence lists by entries in small letters, `$X = [x_1, \dots, x_m]$ is a row`, and the formulas
    with their names alone there."""
    told: list[tuple[str, Declared]] = []
    rows = {n for n, way in ways_told(located).items() if way is Way.ROW}
    formulas: list[Located] = []
    for n, (d, f) in enumerate(located):
        found = _listed_row(f) if n in rows and isinstance(f, Formula) else None
        if found is not None and isinstance(f, Formula) and _are_numbers(found[1].entry, located):
            told.append(found)
            (s,) = f.statements
            f = replace(f, statements=(replace(s, chain=Chain(s.chain.members[:1], (), (), s.chain.span)),))
        formulas.append((d, f))
    return formulas, told


def _are_numbers(entry: Name | None, located: Sequence[Located]) -> bool:
    """Has nothing of that letter two indices, or lies in a space: are the entries no vectors?"""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    lying_in = (x for c in chains if r"\in" in c.relations for x in of_kind(c.members[0], Name))
    several = (x for c in chains for x in of_kind(c, Name) if len(entries_below(x)) > 1)
    return entry is not None and not any(x.base == entry.base for x in (*lying_in, *several))


def _listed_row(f: Formula) -> tuple[str, Declared] | None:
    """The capital of entries in small letters that are all of a formula, listed from 1 to the last."""
    chain = f.statements[0].chain if len(f.statements) == 1 else None
    left = chain.members[0] if chain is not None and chain.relations == ("=",) else None
    if chain is None or not isinstance(left, Name) or left.scripts or left.primes:
        return None
    found = stacked(chain.members[1])
    if found is None or found.turned or found.above or left.base == found.first.base:
        return None
    shape = shape_of(left)
    if shape is None or not is_told_by_letter(left, found.first) or found.first.font:
        return None
    return shape.base, Declared((), "r", (found.last,), entry=found.first)


def _is_of_others(words: str) -> bool:
    """Do words behind a list call derivatives rows or columns, and not what is listed?"""
    starts = (found.start() for way in (ROWS, COLUMNS) if (found := way.search(words)) is not None)
    return OTHERS.search(words[: min(starts, default=0)]) is not None


def _way(words: str) -> Way | None:
    rows, columns = ROWS.search(words), COLUMNS.search(words)
    if (rows is None) is (columns is None) or DENIED.search(words):
        return None
    return Way.ROW if rows is not None else Way.COLUMN
