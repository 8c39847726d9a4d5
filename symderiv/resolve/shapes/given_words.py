r"""The words of sentences that say nothing of an array but of which kind it is, or that it is given.

Of other formulas `#` stands in a sentence, and `@` for the one that has the array. A word that is missing here makes a
sentence say something else.
"""

from __future__ import annotations

import re

from ...pattern import lazily

OWN, OTHER = "@", "#"
"""What stands for the formula with the name, and for the other ones of its sentence."""
FORMULA = lazily(r"\$[^$]*\$")
ENGLISH = (
    r"(?:(?:does|do)\s+not\s+depend|(?:not|never)\s+depending|independent(?:ly)?)\s+(?:on|of|from)"
    r"|not\s+(?:necessarily\s+)?symmetric|a|an|the|some|any|all|both|each|is|are|be|being|let|here|where|with|for|and|or"
    r"|of|in|by|has|have|having|denotes?|suppose|assume|consider|take|also|further(?:more)?|moreover|finally|now|that"
    r"|matrix|matrices|vectors?|columns?|rows?|arrays?|real|square|rectangular|symmetric|positive|semi|(?:semi-?)?definite"
    r"|projection|size|sizes|shapes?|lengths?|dimensions?|dimensional|entries|arbitrary|fixed|given|known|constants?"
    r"|weights?|weighting|parameters?|targets?|labels?|data|inputs?|observed"
)
GERMAN = (
    r"nicht\s+von|hängt|hängen|ab|unabhängig\s+von|sei|seien|ist|sind|eine?[nmrs]?|der|die|das|den|dem|des|und|mit|wobei"
    r"|hier|auch|von|für|aus|Matrix|Matrizen|(?:Spalten|Zeilen)?Vektor(?:en|s)?|Länge|Größe|Format|Dimension(?:en)?"
    r"|reelle?[nrs]?|quadratische?[nrs]?|symmetrische?[nrs]?|beliebige?[nrs]?|feste?[nrs]?|gegebene?[nrs]?"
    r"|konstante?[nrs]?|bekannte?[nrs]?|Gewichte?|Gewichts(?:matrix|vektor)|Parameter|Ziel(?:werte?|vektor)|Daten"
    r"|Datenmatrix|Eingaben?|Eingabevektor"
)
FRENCH = (
    r"ne\s+dépend(?:ent|ant)?\s+pas|indépendante?s?\s+d[eu]|où|soit|soient|est|sont|une?|la|les?|du|des?|et|avec|ici"
    r"|matrices?|vecteurs?|colonnes?|lignes?|longueur|taille|carrées?|réel(?:le)?s?|symétriques?|quelconques?|fixes?"
    r"|fixée?s?|donnée?s?|constante?s?|connue?s?|poids|paramètres?|cibles?|étiquettes?|entrées?"
)
SPANISH_AND_OTHERS = (
    r"no\s+dependen?|independientes?\s+de|es|son|sean?|un[ao]s?|el|los?|las|del?|y|e|con|donde|aquí|matri(?:z|ces)"
    r"|vector(?:es)?|filas?|longitud|tamaño|dimensi[óo]n(?:es)?|cuadradas?|reales?|simétric[ao]s?|cualquiera|arbitrari[ao]s?"
    r"|fij[ao]s?|dad[ao]s?|constantes?|conocid[ao]s?|pesos?|parámetros?|etiquetas?|datos|entradas?|objetivos?"
    r"|non\s+dipend(?:e|ono)|não\s+depend(?:e|em)|indipendent[ei]\s+da|sia|siano|è|é|sono|são|uma?|di|da|com|dove|onde"
    r"|matric[ei]|vettor[ei]|vetor(?:es)?|colonn[ae]|colunas?|lunghezza|comprimento|dimension[ei]|tamanho|quadrat[ae]"
    r"|quadradas?|simmetric[ahe]+|qualsiasi|qualquer|fissat[aieo]|fix[ao]s?|dat[aieo]|costant[ei]|parametri|etichette"
    r"|pesi|dados"
)
RUSSIAN = (
    r"не\s+завис\w+\s+от|независим\w+\s+от|где|здесь|пусть|и|с|есть|это|является|являются|матриц\w{0,3}|вектор\w{0,3}"
    r"|столб(?:ец|ц\w{1,3})|строк\w{0,3}|вектор-столб(?:ец|ц\w{1,3})|вектор-строк\w{0,3}|длин\w{1,2}|размер\w{0,2}"
    r"|размерност\w{1,2}|порядка|квадратн\w{2,3}|вещественн\w{2,3}|действительн\w{2,3}|симметричн\w{2,3}|произвольн\w{2,3}"
    r"|люб(?:ая|ой|ые)|фиксированн\w{2,3}|заданн\w{2,3}|данн\w{2,3}|известн\w{2,3}|постоянн\w{2,3}|констант\w{1,2}|веса?"
    r"|весов|весов\w{2}|параметр\w{0,2}|метк[аи]|меток|целев\w{2,3}"
)
JAPANESE = (
    "(?:に|には)(?:依存し|よら|関係し)(?:ない|ません)|ここで|ただし|また|それぞれ|ともに|とする|とします|とし|である|であり"
    "|です|とおく|任意|固定|定数|与えられた|所与|既知|行列|(?:列|行|縦|横)?ベクトル|長さ|次元|サイズ|大きさ|正方|対称|正定値"
    "|実|重み|パラメータ|パラメーター|目標|正解|教師|ラベル|データ|入力|ならば|[はがをのもとで]"
)
CHINESE = (
    "不(?:依赖|依賴)(?:于|於)?|(?:无关|無關)|其中|这里|這裡|一个|一個|矩阵|矩陣|[行列]?向量|长度|長度|任意|给定|給定|固定"
    "|常数|常數|常量|已知|权重|權重|参数|參數|目标|目標|标签|標籤|数据|數據|输入|輸入|对称|對稱|[设設令是为為的和与與及都均维維阶階]"
)
KOREAN = "여기서|행렬|[열행]?벡터|길이|차원|임의|고정|상수|주어진|가중치|데이터|입력|대칭|이다|이고|[는은이가의와과인]"
KNOWN = lazily(
    rf"\b(?:{ENGLISH}|{GERMAN}|{FRENCH}|{SPANISH_AND_OTHERS}|{RUSSIAN})\b|{JAPANESE}|{CHINESE}|{KOREAN}", re.I
)
"""The words that may stand there."""
SPLIT = lazily(r"[,;，、；]|\b(?:and|und|et|y|e|и)\s*(?=[#@])|[和与與及と]\s*(?=[#@])")
"""Between what is said of one name and of the next."""
LEADING = lazily(
    r"\A\s*[-*]?\s*(?:(?:here|where|with|let|hier|wobei|mit|sei|seien|où|ici|avec|soit|soient|donde|sean?|dove|onde|где|здесь|пусть|с)\b"
    r"|ここで|其中|여기서|[设設令])?\s*",
    re.I,
)
"""Before the first of them."""
SINGULAR = lazily(
    r"#\s*(?:(?:is|ist|est|es|è|é|the|an?|eine?|une?|der|die|das|le|la|el|una?|il|uma?)\b|[—–=]|[はが是为為은는])", re.I
)
"""Behind a name of which a piece is said; another name before it that stands in a list may be meant as well."""
OF_OWN = lazily(r"\b(?:of|von|de|di|от)\s*@\W*\Z", re.I)
"""Where something else is of the array: `$s$ is the sum of $v$`."""
ELLIPTIC = lazily(
    r"@\s*(?:of|for|von|für|de|des|du|di|от|для)\b(?!\s+(?:(?:the|la|same|equal|der)\s+)*"
    r"(?:sizes?|shapes?|lengths?|dimensi\w*|order|longueur|taille|longitud|tamaño|comprimento|lunghezza|Länge|Größe))",
    re.I,
)
"""Where a word is meant that stands before: `$s$ is the slope of .., $r$ of ..`."""
WITH_RESPECT = lazily(
    r"\b(?:with\s+respect\s+to|w\.\s?r\.\s?t\.?|nach|par\s+rapport\s+à|respecto\s+[ad]e?|по)\s*@\W*\Z", re.I
)
"""Where something is differentiated by the array."""


def is_known(words: str) -> bool:
    """Are all words of a piece of these?

    >>> is_known("where @ is a given matrix"), is_known("@ holds the residuals"), is_known("@ は重み行列である")
    (True, False, True)
    """
    return re.search(r"[^\W\d_]", KNOWN.sub(" ", words)) is None


def says_nothing_else(before: str, after: str, *, bare: bool) -> bool:
    """Does a sentence say nothing else of the formula between these words? `bare`: it is no declaration.

    >>> says_nothing_else("$y$ is the softmax and ", " is any matrix, $s$ the slope", bare=False)
    True
    >>> says_nothing_else("Here ", " and $s$ are the residuals", bare=False)
    False
    """
    before, after = (FORMULA.sub(OTHER, x.replace(OWN, "").replace(OTHER, "")) for x in (before, after))
    pieces = SPLIT.split(f"{before}{OWN}{after}")
    if bare and WITH_RESPECT.search(pieces[-1]):
        return True
    listed = False
    for piece in pieces:
        if (listed or not _is_of_other(piece)) and (ELLIPTIC.search(piece) or not is_known(piece)):
            return False
        listed = (listed or OWN in piece) and re.fullmatch(r"[^@#]*[@#][\s:]*", piece) is not None
    return True


def _is_of_other(piece: str) -> bool:
    """Is it said of another name alone?"""
    said = LEADING.sub("", piece, count=1)
    return SINGULAR.match(said) is not None and (OWN not in said or OF_OWN.search(said) is not None)
