r"""Shapes that are said in words: `$X$ is an $N \times D$ matrix`, `$n$ 次元ベクトル $x$`.

A sentence is taken apart at its formulas: bare names, a size, and between and behind them only the words of the
tables below. Anything else says nothing of shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ...document.blocks import Display
from ...latex import tree as t
from ...latex.joining import AND
from ...latex.tree import Node
from ...notation import BOLD_FONTS
from ...pattern import lazily
from ..located import Located, read_of
from ..spelled.scripts import entries_below
from ..spelled.shape import letters_in, shape_of
from .declared import Declared, space, split
from .neighbours import SMALL, stepping
from .phrases import IN_PARENTHESES, MATRIX_FIRST, are_described, array_described
from .said_in_turn import JOINED, bare, is_measured_next, lengths_of, name_in, names_in, sizes_listed, words_before

KIND = (
    r"(?P<kind>matrix|matrices|(?:(?:column|row)[ -])?vectors?|行列|(?:列|行|縦|横)?ベクトル|Matri(?:x|zen)|matriz"
    r"|matrice|матриц\w*|macierz\w*|矩阵|矩陣|행렬|(?:Spalten|Zeilen)?[Vv]ektor(?:en)?|вектор\w*|wektor\w*|[列行]?向量|[열행]?\s?벡터)"
)
LISTING = lazily(r"\s*[,，、]\s*")
"""Between two names of a list, of which all are vectors: `where $x$, $y$ column vectors`."""
MATRIX = lazily(r"matri|行列|матриц|macierz|矩|행렬|ma trận", re.I)
PLAIN = r"(?:real|weight|data|input|design|square|symmetric|実|重み|入力|データ|正方|対称)"
VERB = (
    r"(?:is|are|be|denotes?|ist|sind|est|sont|es|son|é|são|è|sono|là|[都均皆]?(?:是|为|為)|은|는|이|가|—|–|=|は|を|が)"
)
ALL = (
    r"(?:(?<=\s)(?:all|both|each|alle|beide|jeweils|tou(?:s|tes)|todos|todas|ambos|ambas|tutti|tutte|entramb[ie])(?=\s)"
    r"|いずれも|どちらも|ともに|共に|(?:すべて|全て)|모두|둘\s?다|각각)"
)
"""That it is said of each name of a list."""
NAMED_FIRST = lazily(
    rf"\s*[,，、]?\s*(?:{VERB}\s*{ALL}?)?\s*(?:an?|the|eine?|une?|una|uma?|一个|一個|một)?\s*(?:{PLAIN}[なの]?\s*)?(?:長さ|长度为?|長度為?|길이)?\s*\Z|\s*{VERB}\s+(?:an?|the|some)\s+(?:[a-z][a-z-]*\s+){{1,3}}\Z"
)
OF_LENGTH = lazily(rf"\s*{ALL}?(?:은|는|이|가)\s*{ALL}?\s*길이(?:는|가)?\s*")
"""Between bold names and their length: `$\\mathbf{z}$, $\\mathbf{a}$은 길이 $n$`."""
LENGTH_BEFORE = lazily(r"(?:\b(?:length|size|dimension)|Länge|longueur|longitud|길이|크기|長さ|长度|長度)\s*\Z", re.I)
"""Before a length of the names before it."""
OF_NEAREST = lazily(r"\s*,\s*(?:the|an?|eine?|une?|una|uma?)\s*")
"""Behind the last of some names alone, in its apposition: `$b$ and $W$, the $N \\times D$ matrix`."""
SIZED = lazily(
    rf"\s*(?:-\s*)?(?:dimensional(?:er?)?\s+|мерный\s+|次元の?|次の?|の|维的?|維的?|차원|的|의|인)?\s*(?:{PLAIN}\s*)*{KIND}"
)
"""Behind a size: `$N \times D$ matrix`, `$n$-dimensional vector`, `$n$次元ベクトル`."""
POINT = lazily(
    r"\s*(?:-\s*)?(?:dimensional\s+(?:(?:real|data|training|input|feature)\s+)?(?:points?|samples?|examples?|inputs?"
    r"|observations?|instances?)|次元の?(?:(?:データ|サンプル|標本|入力|観測)点?|点)"
    r"|[维維]的?(?:训练|訓練)?(?:(?:样本|樣本|数据|數據|输入|輸入|观测|觀測)点?|点)"
    r"|(?:dimensional|次元(?:である|です)?|[维維]的?|차원)(?=\s*(?:[,.;:)）。、，．；]|(?:and|with|while)\b|で|と|\Z)))"
)
"""The same of a thing that is as many numbers: `$d$-dimensional samples`, `$n$ 维样本`, `$x$ is $d$-dimensional`."""
MEASURED = lazily(
    rf"\s*{VERB}\s*(?:an?|the)?\s*(?:{PLAIN}\s*)?{KIND}\s+(?:of|with)\s+(?:(?:the\s+same|equal|one)\s+)?(?:size|shape|length|dimensions?|order)\s*\Z"
)
"""Between a name and its size: `$w$ is a vector of length $D$`."""
COUNTED = lazily(
    r"\s*,?\s*(?:each\s+|all\s+|both\s+)?(?:(?:is|are|denotes)\s+(?:all\s+|both\s+)?(?:(?:an?|the)\s+)?"
    r"(?P<kind>(?:(?:row|column)[ -])?vectors?|rows?|columns?)\s+(?:with|of)|has|have|having|with|hat|haben|mit)\s*\Z"
)
ENTRIES = lazily(
    r"\s*(?:real\s+)?(?:entries|components|coordinates|(?P<ones>ones)|Einträge|Komponenten)\s*(?:[,.;:)]|and\b|und\b|\Z)"
)
r"""Around how many there are: `$v$ and $y$ have $K$ entries`, `$\mathbf{1}$ is the column of $n$ ones`;"""
OF_OTHERS = lazily(r"\b(?:of|in|from|for|by|von|in|aus)\s+(?:\$[^$]*\$\s*(?:,|and|und)?\s*)+[\w\s]*\$?\Z")
"""before it, where something else has so many: `the rows of $w$ have $D$ entries`."""
_SAID = rf"(?:(?:{PLAIN}|(?!(?:in|of|for|to|from|by|on|with|and|or|times|that|which|is)\b)[a-z-]+)\s*){{0,3}}"
NUMBER = lazily(
    r"\s*(?:is|are|ist|est|es|é|è|は)\s*(?:an?|the|eine?|une?|una|uma?)?\s*(?:real|positive)?\s*"
    r"(?:number|scalar|constant|Zahl|Skalar|scalaire|nombre|escalar|número|scalare|numero|スカラー|定数|実数)"
    r"(?!ed\b|ing\b|ly\b)"
    rf"(?!の?\s*{_SAID}(?:\$[^$]*\$\s*(?:-?\s*dimensional|次元)?の?\s*)?{_SAID}{KIND})"
)
"""Behind a name that is a number; `a constant $m \\times n$ matrix` is none."""
SCALAR = (
    r"(?:(?:scalar )?number|scalar|Zahl|Skalar|scalaire|nombre|escalar|número|scalare|numero|число|скаляр|liczba|skalar"
    r"|スカラー|実数|数|标量|標量|纯量|純量|实数|實數|数字|스칼라|실수)"
)
LISTED_NUMBER = lazily(
    rf"\s*(?:[,(（]|{VERB})?\s*(?:(?![^.。;；$]{{0,60}}(?:vec|vek|вект|matri|матри|向量|矩|ベクトル|行列|array|tensor|not\b"
    r"|nicht|kein))[^.。;；,，$]{1,60}[,，]\s*(?:and\s+|und\s+|et\s+)?)?"
    r"(?:an?|the|one|single|eine?|une?|una|uma?|一个|一個|个|一つの|ひとつの)?\s*"
    r"(?:(?:real|single|reelle?r?|positive?|reale?|вещественное|действительное|скалярное)\s+)?"
    rf"{SCALAR}(?:\s+(?:real|réel|reale))?(?=\s*(?:[,.;:)）。，、；]|(?:and|und|et|y|e|и|а|with|mit|for|für)\b|で|と|\Z))"
)
"""Behind a name in a list: `$x$ a vector of length $n$ and $b$ a number`, `$b$ is the same for all units, a scalar`;"""
NAMED_NUMBER = lazily(
    r"(?:\b(?:scalars?|real number|Skalar|scalaire|nombre réel|escalar|scalare|скаляр|скалярное число)"
    r"|スカラー|标量|標量|스칼라)\s*\Z",
    re.I,
)
"""before one: `the scalar $b$`."""
SHAPED = lazily(
    r"\s*,?\s*(?:(?:each|all|both)\s+)?(?:(?:is|are|be)\s+)?(?:(?:an?|the)\s+(?:[a-z]+\s+)?(?:arrays?|tensors?|matrix)\s+)?"
    r"(?:has|have|having|with|of)\s+(?:the\s+)?(?:size|shape|dimensions?)\s*\Z"
    r"|\s*(?:の(?:形状?|サイズ|大きさ|次元)(?:は|を|が))\s*\Z"
)
STANDING = lazily(rf"\s*(?:{VERB}|[(（\[]|,?\s*(?:an?|the))\s*\Z")
"""Between a name and `m \\times n` where no word says that it is a matrix: `$W$ is $m \\times n$`, `$W$ (..)`."""
WITHIN = lazily(
    r"\s*,?\s*(?:(?:are|is|be)\s+)?(?:all\s+|both\s+|each\s+)?(?:(?:an?\s+)?(?:elements?|vectors?|matrix|matrices)\s+)?(?:of|in)\s*\Z"
    r"|\s*,?\s*(?:(?:sont|est|soient|son|es|sean|sono|è|siano|são|é|sejam|sind|ist|seien|sei)\s+)?"
    r"(?:(?:tous|toutes|todos|todas|tutti|tutte|alle|beide)\s+)?(?:(?:des|une?|una|unos|uma?|dei|delle|eine?)\s+)?"
    r"(?:vecteurs?|vector(?:es)?|vettor[ei]|vetor(?:es)?|Vektor(?:en)?|matrices?|matriz(?:es)?|matric[ei]|Matri(?:x|zen)"
    r"|éléments?|element[oi]s?|Elemente?)\s+(?:de|di|del|do|en|em|in|dans|aus|von)\s*\Z"
)
"""Between names and `\\mathbb{R}^{m \\times n}`: `$Q$ and $K$, all elements of ..`, `$u$ e $v$ sono vettori di ..`."""
ENDING = lazily(
    r"\s*(?:[,.;:)）\]。、，．；]|[(（](?!\s*(?:is\s+)?(?:transpos|not(?!\s+(?:necessarily\s+)?(?:symmetric|square|diagonal)\b)|after|before))|(?:and|with|while|whereas|und|mit|et|avec|e|com|y|con|и)\b|と|で|である|\Z)"
)
"""How such a sentence goes on."""
BY = lazily(r"\s*[-–]?\s*(?:by|mal|par|por|per|x|×)\s*[-–]?\s*|\s*行\s*", re.I)
"""Between the two lengths of a size: `$n$-by-$m$ matrix`, `$n$ 行 $m$ 列の行列`;"""
COLUMNS = lazily(r"\s*列(?=\s*の)")
"""what may stand behind them."""
ROWS_THERE = lazily(r"\s*(?:rows?|Zeilen?|lignes?|filas?)\s*(?:,|×|x|(?:,\s*)?(?:and|by|und|mal|et|y))?\s*\Z", re.I)
COLUMNS_THERE = lazily(r"\s*(?:columns?|Spalten?|colonnes?|columnas?)\b\s*(?P<named>\$|\\\()?", re.I)
"""Behind each of them: `$m$ rows and $n$ columns`."""
HAVING = lazily(rf"\s*,?\s*(?:{VERB}|[(（\[]|has|have|having|with|hat|haben|mit|a|ont|avec|tiene|tienen|con)\s*\Z")
"""Between a name and these."""
JOINED_BY_NOUNS = lazily(
    rf"\s*(?:,|,?\s*{AND})\s*(?:(?:the|our|all)\s+)(?:(?!(?:of|in|for|from|with|by|to|is|are|and|or|rows?|columns?)\b)"
    r"[a-z-]+\s+){1,3}\Z"
)
"""Between names that are introduced one after another, `the states $s^t$, the gates $b^t$`."""
ASIDE = lazily(
    r"\A\s*(?:\((?![^()]*(?:\b(?:not|no|after|before|resp|rows?|columns?|except|without|each|times|by)\b"
    r"|transpos|diag|flat|[Vv]e[ck]|ve(?:t|tt)or|[Ss][ck]alar|Zahl|reshap|stack|pad|inver))[A-Za-z ,-]{1,40}\)"
    r"|（(?![^（）]*(?:転置|前|後|以外|ではな|行|列|逆|対角|平坦|ベクトル|スカラー))[^（）$\d]{1,20}）)"
)
"""What may be said of a name in parentheses behind it: `$F$ (the generated image) and $S$ are $m \\times n$`."""
OF_ONE = lazily(r"\s*,?\s*(?:is|has|denotes|represents|ist|hat|bezeichnet|est|désigne|è|é)\s")
"""Behind the last of names: in `$A$ with entries $a_{ij}$, $C$ is $n \\times p$` it is said of that one alone."""

RESPECTIVELY = lazily(r"\A\s*[(,]?\s*(?:respectively\b|resp\.|bzw\.)\s*\)?")
CAPITAL = lazily("[A-Z]")
"""A set may have so many entries as well."""

CALLED = lazily(r"(?:\b(?:column\s+)?vectors?|(?<![行横])ベクトル(?:を|は|の|が|として)?)\s*\Z", re.I)
"""Before a name: `the weight vector $w$`, `入力ベクトル $x_n$`."""
CALLING = lazily(
    r"\s*(?:(?:(?:is|are|be|as|denotes?)\s+(?:an?|the|its|their|some)?|,?\s*(?:an?|the)\b)\s*(?:(?!row\b)[a-z-]+\s+){0,3}vectors?\b"
    r"|(?:ist|sei|sind|seien)\s+(?:(?:ein|der|die)\s+)?(?:Spalten)?vektor(?:en)?\b"
    r"|[はをが](?:(?![行横]ベ)[^。、.$]){0,12}ベクトル)",
    re.I,
)
"""Behind one: `$x_i$ as a column vector`, `$w$ the weight vector`, `$w$ は重みベクトル`."""

OF_SQUARES = r"(?:symmetric|square|positive[ -](?:semi-?)?definite|対称|正方|正定値)"
SQUARE = lazily(rf"{OF_SQUARES}(?:[ ,-]+(?:real|and|matri\w+|{OF_SQUARES}))*\s*(?:行列)?\s*\Z", re.I)
"""Before a name: `a symmetric matrix $A$`, `対称行列 $A$`."""
SQUARED = lazily(
    rf"\s*(?:is|are|be|was|were|,|が|は|を)(?:\s*(?:an?|not|assumed|to|be|real|some|any))*\s*{OF_SQUARES}",
    re.I,
)
"""Behind one: `$A$ is symmetric`, `$A$ be a symmetric matrix`."""


def called_squares(located: Sequence[Located]) -> frozenset[str]:
    """The letters of matrices that sentences call square or symmetric, or say not to be: somebody has thought of it."""
    found = set()
    for display, formula in located:
        name = name_in(formula) if display.inline else None
        before = re.sub(r"(?:\$|\\\()\s*\Z", "", display.before)
        if name is not None and (SQUARE.search(before) or SQUARED.match(display.after)):
            shape = shape_of(name)
            found |= {shape.base} if shape is not None else set()
    return frozenset(found)


SYMMETRIC = lazily(r"symmetric|対称|对称|covariance matri|共分散行列", re.I)
SYMMETRIC_NEAR = 60
"""So many characters may stand between the word and the name."""


def called_vectors(located: Sequence[Located]) -> frozenset[tuple[str, int]]:
    """The names that sentences call vectors without a size, by letter and number of scripts."""
    found = set()
    for display, formula in located:
        name = name_in(formula) if display.inline else None
        shape = shape_of(name) if name is not None else None
        before = re.sub(r"(?:\$|\\\()\s*\Z", "", display.before)
        if shape is not None and (CALLED.search(before) or CALLING.match(display.after)):
            base, pieces, _ = split(shape)
            found.add((base, len(pieces)))
    return frozenset(found)


def called_symmetric(located: Sequence[Located]) -> frozenset[str]:
    """The letters of the names of which a sentence says that they are symmetric, or that they are not."""
    found = set()
    for display, formula in located:
        name = name_in(formula) if display.inline else None
        shape = shape_of(name) if name is not None else None
        beside = f"{display.before[-SYMMETRIC_NEAR:]} {display.after[:SYMMETRIC_NEAR]}"
        if shape is not None and SYMMETRIC.search(beside):
            found.add(split(shape)[0])
    return frozenset(found)


def said_in_words(located: Sequence[Located]) -> Iterator[tuple[str, Declared]]:
    r"""What sentences say of the shapes of names.

    The l of `layer $l$ has the size $H_l \times W_l$` beside `H_{l-1}` is no matrix: it numbers these lengths.
    """
    for base, d in _said(located):
        lengths = [x for size in d.sizes for x in t.of_kind(size, t.Name)] if not d.pieces else []
        below = {x for n in lengths for s in n.scripts for e in s.entries for x in letters_in(e)}
        if base not in below or base not in _steps(located):
            yield base, d


def _steps(located: Sequence[Located]) -> set[str]:
    """The letters that number steps on a page."""
    names = [x for f in read_of(located) for s in f.statements for x in t.of_kind(s, t.Name)]
    return stepping(names) | stepping(names, above=True)


def _said(located: Sequence[Located]) -> Iterator[tuple[str, Declared]]:
    for n, (display, formula) in enumerate(located):
        name = name_in(formula) if _is_called_number(display) else None
        shape = shape_of(name) if name is not None else None
        if shape is not None:
            yield shape.base, Declared(split(shape)[1], "", ())
        size = bare(formula)
        gap = words_before(located, n) or ""
        if size is None or not display.inline or (BY.fullmatch(gap) and n > 0 and bare(located[n - 1][1]) is not None):
            continue
        names, gap = names_before(located, n)
        after, last = display.after, n
        other = bare(located[n + 1][1]) if n + 1 < len(located) else None
        between = words_before(located, n + 1) or "" if other is not None else ""
        if names and other is not None and ROWS_THERE.fullmatch(between) and HAVING.match(gap):
            if _ends_in_columns(located[n + 1][0].after):
                yield from _declared(names, t.Group("(", (size, other), ")", (",",)), "matrix", "")
            continue
        if other is not None and BY.fullmatch(between):
            size, last = t.Group("(", (size, other), ")", (",",)), n + 1
            after = COLUMNS.sub("", located[last][0].after, count=1)
        listed = sizes_listed(located, n) if len(names) > 1 else []
        if len(listed) > 1:
            yield from _one_by_one(located, n, len(names), listed)
            continue
        if names and COUNTED.match(gap) is not None and any(_is_matrix(x, located) for x in names):
            continue  # the entries say more: `$W = (w_{ij})$, $z = (z_i)$ are vectors with $n$ entries`
        nearest = names_in(located[n - 1][1])[-1:] if names else []
        said = _of_names(names, nearest, size, gap, after, display.before)
        behind = SIZED.match(after)
        if said is not None:
            yield from said
        elif names and not gap.strip() and is_measured_next(located, n):
            yield from _declared(names, size, "matrix", "")
        elif behind is not None and last + 1 < len(located):
            rest = re.split(r"\$|\\\(", after[behind.end() :])
            if len(rest) > 1 and not rest[0].strip():
                yield from _declared(names_in(located[last + 1][1]), size, behind["kind"], behind[0])


def _is_matrix(x: t.Name, located: Sequence[Located]) -> bool:
    """Have its entries two indices below, whatever a list of which it is one is called? The `x_{ij}` beside `x_i` are
    entries of vectors that are numbered."""
    names = (y for f in read_of(located) for s in f.statements for y in t.of_kind(s, t.Name) if y.base == x.base)
    return {len(entries_below(y)) for y in names} - {0} == {len("ij")}


def _of_names(
    names: list[t.Name], nearest: list[t.Name], size: Node, gap: str, after: str, before: str
) -> Iterable[tuple[str, Declared]] | None:
    """What a size says of the names before it, or of the `nearest`: with the words between them, behind it, and before
    all; None for nothing that is known."""
    where = space(size)
    if where is not None and WITHIN.match(gap) and ENDING.match(after):
        return [(s.base, Declared(split(s)[1], *where)) for s in map(shape_of, names) if s is not None]
    behind = SIZED.match(after)
    measured = MEASURED.match(gap) if names else None
    if names and NAMED_FIRST.match(gap) and behind is not None:
        one_more = isinstance(size, t.Name) and LISTING.fullmatch(gap) and behind[0].strip() == behind["kind"]
        said_of = nearest if OF_NEAREST.fullmatch(gap) else names
        return () if one_more else _declared(said_of, size, behind["kind"], behind[0])
    if names and NAMED_FIRST.match(gap) and (point := POINT.match(after)) and ENDING.match(after[point.end() :]):
        small = [x for x in names if SMALL.fullmatch(x.base)]
        return _declared(small, size, "vector", "") if len(lengths_of(size)) == 1 else ()
    if measured is not None:
        return _declared(names, size, measured["kind"], "")
    if names and OF_LENGTH.fullmatch(gap) and all(x.font in BOLD_FONTS for x in names):
        return _declared(names, size, "vector", "") if len(lengths_of(size)) == 1 else ()
    if (counted := COUNTED.match(gap)) is not None and (entries := ENTRIES.match(after)) is not None:
        if entries["ones"] and not gap.rstrip().endswith("of"):
            return ()  # `a vector with $k$ ones` has others beside them
        small = [x for x in names if not CAPITAL.fullmatch(x.base) or x.font]
        return () if OF_OTHERS.search(before) else _declared(small, size, _kind_of_vector(counted["kind"]), "")
    if names and (said := array_described(gap)) is not None:
        return _declared(names if are_described(gap) else nearest, size, said, "")
    if names and len(lengths_of(size)) == 2 and MATRIX_FIRST.match(gap) and ENDING.match(after):
        return _declared(names if are_described(gap) else nearest, size, "matrix", "")
    if names and len(lengths_of(size)) == 2 and _is_shaped(gap, after):
        return _declared(names, size, "matrix", "")
    return None


def _one_by_one(
    located: Sequence[Located], n: int, count: int, sizes: Sequence[Node]
) -> Iterator[tuple[str, Declared]]:
    """What a list of sizes says of as many names before it, of each in its turn; nothing of any other number."""
    names: list[t.Name] = []
    at = n
    while len(names) < count:
        at -= 1
        names = [*names_in(located[at][1]), *names]
    if len(names) != len(sizes):
        return
    gap, after = ASIDE.sub("", words_before(located, n) or ""), located[n + len(sizes) - 1][0].after
    after = RESPECTIVELY.sub("", after, count=1)
    for name, size in zip(names, sizes, strict=True):
        yield from _of_names([name], [name], size, gap, after, located[n][0].before) or ()


def _is_called_number(display: Display) -> bool:
    """Do the words beside a name call it a number?"""
    if NUMBER.match(display.after):
        return True
    before = re.sub(r"(?:\$|\\\()\s*\Z", "", display.before)
    return display.inline and bool(LISTED_NUMBER.match(display.after) or NAMED_NUMBER.search(before))


def _ends_in_columns(after: str) -> bool:
    """Are these words those of columns, perhaps with their name, and of nothing else about them?"""
    found = COLUMNS_THERE.match(after)
    return found is not None and (found["named"] is not None or ENDING.match(after[found.end() :]) is not None)


def _kind_of_vector(said: str | None) -> str:
    """`row`, `columns`: these are vectors, too."""
    return f"{said.rstrip('s')} vector" if said is not None and not said.startswith("vector") else "vector"


def names_before(located: Sequence[Located], n: int) -> tuple[list[t.Name], str]:
    """The bare names said together before a formula, and the words between them and it."""
    gap = words_before(located, n)
    names: list[t.Name] = []
    at = n - 1
    while at >= 0 and gap is not None:
        here = names_in(located[at][1])
        joined = ASIDE.sub("", words_before(located, at + 1) or "x") if at + 1 < n else ""
        introduced = JOINED_BY_NOUNS.match(joined) is not None and _are_alike([*here, *names])
        if not here or (at + 1 < n and not JOINED.match(joined) and not introduced):
            break
        if names and LENGTH_BEFORE.search(words_before(located, at) or ""):
            break  # `$z$ has length $n$, $y$ is a vector of length $m$`
        names += here
        at -= 1
        if OF_ONE.match(gap):
            break
    return names, ASIDE.sub("", gap or "")


def _are_alike(names: Sequence[t.Name]) -> bool:
    """Do names all carry the same letter, `s^t` and `b_I^t`, so that one is no part or number of another?"""
    letters = [{x.base for s in name.scripts for e in s.entries for x in t.of_kind(e, t.Name)} for name in names]
    return bool(letters) and bool(letters[0].intersection(*letters[1:]))


def _is_shaped(gap: str, behind: str) -> bool:
    """Do the words between a name and two lengths, and those behind them, make these its shape?"""
    standing = STANDING.match(gap) is not None or IN_PARENTHESES.match(gap) is not None
    return SHAPED.match(gap) is not None or (standing and ENDING.match(behind) is not None)


def _declared(names: list[t.Name], size: Node, kind: str, words: str) -> Iterator[tuple[str, Declared]]:
    """The shape of each name; nothing where the size and the word do not fit."""
    sizes = lengths_of(size)
    is_matrix = MATRIX.match(kind) is not None
    if is_matrix and len(sizes) == 1 and re.search(r"square|次", words):
        sizes = sizes * 2
    row = kind.startswith(("row", "行ベ", "横", "行向", "Zeilen", "행"))
    column = kind.startswith(("column", "列ベ", "縦", "列向", "Spalten", "열"))
    one = t.Number("1")
    if len(sizes) == 2 and one in sizes and sizes != (one, one):  # `$\theta$ of size $n \times 1$`
        is_matrix, row, column = False, sizes[0] == one, sizes[1] == one
        sizes = tuple(s for s in sizes if s != one)
    if len(sizes) != (2 if is_matrix else 1):
        return
    for name in names:
        shape = shape_of(name)
        if shape is not None:
            base, pieces, _ = split(shape)
            yield (
                base,
                Declared(pieces, "m" if is_matrix else "r" if row else "c", sizes, not (is_matrix or row or column)),
            )
