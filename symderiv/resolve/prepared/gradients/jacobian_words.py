r"""Sentences that tell where the entries of a Jacobian stand, `the Jacobian $J_v(u)$ has the entry $\partial
v_i/\partial u_j$ in row $i$ and column $j$`, as far as they say so with certainty.

There is no end of words that deny it, or say it of others. So a sentence counts only if all its words are listed here.
Its formulas stand in it as signs.
"""

from __future__ import annotations

import re

from ....pattern import lazily
from ...shapes.rows_told import ASIDE, DENIED

OPERATOR, ENTRY, OTHER = "◆", "◇", "○"
"""The Jacobian, its entry, and a formula of which nothing is known here;"""
FIRST, SECOND, BOTH, TURNED = "▲", "▼", "■", "□"
"""the index of what is differentiated, that by which it is, both in this order, and the other way round."""
SIGNS = OPERATOR + ENTRY + OTHER + FIRST + SECOND + BOTH + TURNED
NAMES = ("acobi", "ヤコビ", "雅可比", "雅克比", "야코비")
"""One of these stands on every page that names a Jacobian."""
NAMED = lazily(
    r"(?:\b[Jj]acobi\w*(?:[ -]matri\w+)?|ヤコビ(?:行列|アン)|雅[可克]比(?:行列|矩阵)?|야코비(?:안|\s?행렬)?)\s*\Z"
)
"""Words right before an operator that call it a Jacobian."""
ABOUT = lazily(r"transpos|layout|convention|転置|转置|전치", re.I)
"""Words about how Jacobians stand."""
STOP = lazily(r"[.;!?](?=\s|\Z)|[。；！？]|\n[ \t]*\n|\n\s*(?:[-*+•]|\d+\.)\s")
_WORDS = frozenset(
    """
    a an and are as at be by call called coefficient coefficients column columns component components consists
    contains define defined denote denoted denotes derivative derivatives each element elements entries entry
    first for gives has have here holds in index indices is its jacobian jacobians let matrices matrix number of
    partial row rows second stand stands th that the then this used we where which whose with write written
    respect to wrt la le les l de du des d une un est sont ont pour avec dont où ici on note notée désigne
    jacobienne jacobiennes matrice élément éléments terme termes entrée entrées ligne lignes colonne colonnes et
    en dérivée dérivées partielle partielles situé située porte contient place par rapport à au die der das den
    dem ein eine einen ist sind hat haben mit hier jacobi jacobimatrix jacobimatrizen zeile zeilen spalte
    spalten eintrag einträge elemente komponente ableitung ableitungen partiellen und steht stehen bezeichnet
    bezeichne deren von nach stelle als el los las una del es son tiene tienen con donde cuya cuyo cuyas cuyos
    aquí denota jacobiana jacobianas jacobiano matriz elemento elementos entrada entradas componente componentes
    coeficiente fila filas columna columnas y derivada derivadas parcial parciales il lo gli è ha hanno di della
    dove qui indica elementi riga colonna e derivata derivate parziale nella sulla alla o os um uma é tem têm do
    da na no cuja linha coluna linhas colunas
    """.split()  # noqa: SIM905 - a table of words
)
"""The words of such a sentence,"""
_ABROAD = lazily(
    r"ヤコビ(?:行列|アン)|雅[可克]比(?:行列|矩阵)?|야코비(?:안)?|行列|矩阵|행렬|成分|要素|元素|원소|성분|偏?微分|偏?导数|偏?導関数|편?도함수|미분"
    r"|ここで|其中|여기서|である|です|とする|とします|とし|を|は|が|の|で|に|と|第|番目|行|列|行目|列目|的|是|为|為|在|和|位于|번째|행|열"
    r"|이다|입니다|한다|의|은|는|이|가|과|와"
)
"""and those of languages that do not part them."""
_LATIN = lazily(r"[^\W\d_]+")
_ROW = r"(?:rows?|lignes?|zeilen?|filas?|righe|riga|linhas?)"
_COLUMN = r"(?:columns?|colonnes?|spalten?|columnas?|colonn[ae]|colunas?)"
_TH = r"(?:\s*-?\s*(?:th|st|nd|rd|e|è?me|-?te[nr]?|ª|a)\b)?"
_ENTRY = (
    r"(?:entr(?:y|ies)|elements?|components?|coefficients?|éléments?|termes?|coefficients?|entrées?|eintr[aä]ge?|elemente?"
    r"|elementos?|entradas?|componentes?|coeficientes?|element[oi])"
)
_ENTRY_ABROAD = r"(?:成分|要素|元素|원소|성분)"


def _numbers(kind: str, abroad: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Does the first index number these, or the second?"""

    def of(sign: str) -> re.Pattern[str]:
        return re.compile(rf"\b{kind}\s*{sign}|{sign}{_TH}\s*{kind}\b|{sign}\s*(?:番目の|번째)?\s*{abroad}", re.I)

    return of(FIRST), of(SECOND)


_ROWS, _COLUMNS = _numbers(_ROW, "[行행]"), _numbers(_COLUMN, "[列열]")


def _of_entry(sign: str) -> re.Pattern[str]:
    return re.compile(rf"{sign}{_TH}\s*{_ENTRY}\b|\b{_ENTRY}\s*{sign}|{sign}\s*{_ENTRY_ABROAD}", re.I)


_PAIRS = (_of_entry(BOTH), _of_entry(TURNED))


def rows_of_first(sentence: str) -> bool | None:
    """Has the Jacobian of a sentence the index of what is differentiated in its rows? None where it does not say.

    >>> rows_of_first("The Jacobian ◆ has the entry ◇ in row ▲ and column ▼"), rows_of_first("Jacobian ◆ is nice, ◇")
    (True, None)
    >>> rows_of_first("The Jacobian ◆ has the entry ◇ in row ▼ and column ▲"), rows_of_first("◆ の ■ 成分は ◇ である")
    (False, True)
    >>> rows_of_first("Some say that the Jacobian ◆ has the entry ◇ in row ▲ and column ▼")
    """
    words = _core(sentence)
    surely = words is not None and words.count(OPERATOR) == words.count(ENTRY) == 1 and _is_plain(words)
    return rows_perhaps(words) if words is not None and surely else None


def rows_perhaps(words: str) -> bool | None:
    """The same of a sentence that may deny it, or say it of something else.

    >>> rows_perhaps("Elsewhere ◆ has the entry ◇ in row ▼ and column ▲"), rows_perhaps("It is nice")
    (False, None)
    """
    straight = (_ROWS[0].search(words) and _COLUMNS[1].search(words)) or _PAIRS[0].search(words)
    turned = (_ROWS[1].search(words) and _COLUMNS[0].search(words)) or _PAIRS[1].search(words)
    return None if bool(straight) == bool(turned) else bool(straight)


def takes_back(behind: str) -> bool:
    """May the sentence behind it say that it is otherwise?

    >>> takes_back("We do not use that"), takes_back("Here ○ is the loss"), takes_back("Some transpose ○")
    (True, False, True)
    """
    return ABOUT.search(behind) is not None or (
        OTHER not in behind and bool(DENIED.search(behind) or ASIDE.search(behind))
    )


def _core(sentence: str) -> str | None:
    """A sentence without what it says of other formulas before and behind, as far as that says nothing of this."""
    at = sentence.find(OPERATOR)
    cut = sentence.rfind(",", 0, at) + 1
    front, rest = sentence[:cut], sentence[cut:]
    end = max(map(rest.rfind, SIGNS[:2] + SIGNS[3:]))
    stop = rest.find(",", end)
    behind = rest[stop + 1 :] if stop >= 0 else ""
    if not _is_plain(front.replace(OTHER, " "), _LISTING) or (stop >= 0 and not _BESIDE.match(behind)):
        return None
    return rest[:stop] if stop >= 0 else rest


_LISTING = frozenset(
    """
    vector vectors vecteur vecteurs vektor vektoren spaltenvektoren vettori vetores vectores column colonne
    colonna columna  coluna size taille größe
    """.split()  # noqa: SIM905 - a table of words
)
_BESIDE = lazily(rf"\s*(?:and|et|und|y|e|while|wo)?\s*(?:the|le|la|der|die|das|el|il|o|a)?\s*{OTHER}", re.I)
"""What may be said of other formulas behind it."""


def _is_plain(words: str, more: frozenset[str] = frozenset()) -> bool:
    plain = _ABROAD.sub(" ", words)
    return all(x.lower() in _WORDS or x.lower() in more for x in _LATIN.findall(plain))
