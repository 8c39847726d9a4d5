r"""Shapes at the end of a phrase that says what an array is: `$X$: la matrice de conception de taille $m \times n$`.

The phrase begins with a word like `is` or a colon and an article, and has one noun for an array. What stands before
that noun may only describe it: `$x$ is the product with a matrix of size ..` says nothing of x. Behind it stands of
what it is, `the matrix of all inputs`, in one language or with the word of another in parentheses.
"""

from __future__ import annotations

import re

from ...pattern import lazily

KIND = r"(?:权重|權重|输入|輸入|数据|設計|设计|参数|系数|重み|入力|データ|計画|가중치|입력|데이터)?\s?"
MATRIX = (
    rf"(?:\w*[Mm]atri(?:x|ce|z|zen)|matri(?:ci|zes|ces)|матриц\w*|ma trận|macierz\w*|{KIND}(?:行列|矩阵|矩陣|행렬))"
)
VECTOR = (
    r"(?:(?P<row>row[ -]vector|vecteur[ -]ligne|Zeilenvektor|vector fila|vettore riga|vetor linha|行ベクトル|行向量"
    r"|행벡터|вектор\w*[ -]строк\w+)"
    r"|(?P<column>column[ -]vector|vecteur[ -]colonne|Spaltenvektor|vector columna|vettore colonna|vetor coluna"
    r"|列ベクトル|列向量|열벡터|вектор\w*[ -]столб\w+)"
    rf"|\w*vector(?:es)?|vecteur|\w*[Vv]ektor(?:en)?|vettor[ei]|vetor(?:es)?|вектор\w*|wektor\w*|{KIND}(?:ベクトル|向量|벡터))"
)
MANY = (
    r"(?:vecteurs|\w*[Vv]ektoren|vettori|vetores|vectores|vectors|matrices|matrici|matrizes|\w*[Mm]atrizen|векторы"
    r"|матрицы)"
)
"""The same for several."""
NOUN = rf"(?:(?P<matrix>{MATRIX})|(?P<vector>{VECTOR}))"
NO_NOUN = (
    r"(?!\w*matri[xcz]|\w*vector|vecteur|\w*vektor|vettor|vetor|tens|arrays?\b|行列|矩|列表|ベクトル|向量|행렬|벡터)"
)
"""Another array in the phrase: the size may be its own."""
IS = (
    r"(?:is|are|be|denotes?|represents?|est|désigne|représente|sei|ist|bezeichnet|es|sea|è|sia|é|seja|=|:|：|—|–|-|,|，"
    r"|は|が|を|是|为|為|表示|은|는|이|가|là|sono|são|sind|sont|son)"
)
ARTICLE = r"(?:an?|the|our|une?|la|le|les|notre|eine?|der|die|das|el|un[ao]?|il|uma?|[ao]|一个|一個|그)"
BETWEEN = (
    r"(?:by|with|of|from|to|in|on|for|and|or|times|par|avec|de|des|du|dans|sur|et|mit|von|aus|und|con|por|da|entre)"
)
"""With one of these words before the noun, the phrase is about something else."""
OF_SIZE = (
    r"(?:(?:of|with|has|having)\s+(?:the\s+)?(?:size|shape|dimensions?|length)"
    r"|(?:de|ayant|à)\s+(?:la\s+|pour\s+|une\s+)?(?:taille|dimensions?|longueur|format)"
    r"|(?:der|mit(?:\s+der)?|von(?:\s+der)?)\s+(?:Größe|Groesse|Dimension(?:en)?|Länge|Form|Gestalt)"
    r"|(?:de|con)\s+(?:tamaño|dimensi(?:ón|on|ones)|longitud|comprimento|tamanho|dimensão|dimensões)"
    r"|di\s+(?:dimension[ei]|lunghezza|taglia)|(?:размер(?:а|ности|ов)?|длины)|(?:kích thước|có kích thước|độ dài)"
    r"|o (?:wymiarach|wymiarze|rozmiarze|długości)|van (?:grootte|lengte|dimensie)"
    r"|(?:で|の)(?:サイズ|大きさ|形状|次元)は|(?:大小|维度|維度|形状|尺寸)[为為是]|크기[는가])"
)
PHRASE = lazily(
    rf"\s*(?:{IS}\s*(?:{ARTICLE}\s+)?|{ARTICLE}\s+|(?={MANY}\b))(?:(?!{BETWEEN}\b){NO_NOUN}[\w'’-]+\s+){{0,3}}?{NOUN}s?"
    rf"(?:[ -](?:{NO_NOUN}[\w'’-]+)){{0,5}}(?:\s*[(（][^()（）.。]{{1,40}}[)）])?\s*[,，、]?\s*{OF_SIZE}\s*\Z"
)
IN_PARENTHESES = lazily(
    rf"\s*(?:{IS}\s*(?:{ARTICLE}\s+)?|{ARTICLE}\s+)(?:(?!{BETWEEN}\b){NO_NOUN}[\w'’-]+\s+){{0,3}}?"
    rf"(?:[ァ-ヶー一-鿿]{{1,10}}?)?{MATRIX}\s*[(（]\s*\Z"
)
"""Between a name and two lengths in parentheses: `$X$ is the user matrix ($m \\times k$)`, `$X$ はユーザ行列 (..)`."""

MATRIX_FIRST = lazily(
    rf"\s*(?:{IS}\s*(?:{ARTICLE}\s+)?|{ARTICLE}\s+)(?:(?!{BETWEEN}\b){NO_NOUN}[\w'’-]+\s+){{0,3}}?{MATRIX}"
    rf"(?:\s+(?!{BETWEEN}\b){NO_NOUN}[\w'’-]+){{0,2}}\s*\Z"
)
"""Between a name and two lengths without a word for these: `$A$ — матрица $m \\times k$`, `$A$ est une matrice ..`."""


def array_described(gap: str) -> str | None:
    r"""What kind of array the words between a name and its size say it is, with an empty word for none.

    >>> array_described(" : la matrice de conception (design matrix) de taille ")
    'matrix'
    >>> array_described(" is the column vector of all targets, of size "), array_described(" ist der Vektor der Länge ")
    ('column vector', 'vector')
    >>> array_described(" is the product with a matrix of size ") is None
    True
    """
    found = PHRASE.match(gap)
    if found is None:
        return None
    if found["matrix"]:
        return "matrix"
    return "row vector" if found["row"] else "column vector" if found["column"] else "vector"


def are_described(gap: str) -> bool:
    """Are the words of such a phrase about several arrays?

    >>> are_described(" sono vettori di dimensione "), are_described(" ist der Vektor der Länge ")
    (True, False)
    """
    return re.search(rf"\b{MANY}\b", gap) is not None
