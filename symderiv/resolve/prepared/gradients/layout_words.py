"""The words of sentences about the layout of gradients and Jacobians, language by language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: patterns of the parts of such a sentence.

    `lead` is what may stand in front; `gradients` are derivatives of numbers, `jacobians` those of vectors by vectors;
    `variable` is what a gradient is taken by, `above` and `below` what a Jacobian differentiates and by what; `like`
    and `turned` say of a gradient that it stands as the variable does, or transposed; `rows` and `columns` are those of
    a Jacobian; `by_rows` are sentences that say of one of these, `{rows}`, whose they are, `{of}`. In all but `lead`
    and `variable` an `{x}` is the part of that name. `speaks` are words by which a sentence about derivatives is about
    their layout.
    """

    lead: str
    gradients: str
    jacobians: str
    variable: str
    above: str
    below: str
    like: str
    turned: str
    rows: str
    columns: str
    speaks: str
    end: str = ""
    by_rows: tuple[str, ...] = ()


_EN_EACH = r"(?:(?:all|our|the|an?|every|each|any)\s+)*"
_EN_OF = (
    rf"(?:\s+(?:of|for)\s+{_EN_EACH}(?:(?:scalar[ -]valued|scalars?|numbers?|functions?|loss(?:es)?|objectives?|costs?"
    r"|errors?)\s*)+§?)?"
    rf"(?:\s+(?:with\s+respect\s+to|wrt|by)\s+{_EN_EACH}(?:matri(?:x|ces)|vectors?|variables?|parameters?|weights?|arrays?|§))?"
)
_EN_LAYING = r"(?:(?:laid\s+out|arranged|written|stored|defined|taken|shaped|given|understood)\s+(?:as\s+)?)"
_EN_LAID = rf"{_EN_LAYING}?"
_EN_PART = r"(?:(?:entries|components?|elements?)\s+of\s+(?:the\s+)?)?"
_EN_OUT = rf"{_EN_PART}(?:outputs?|numerator|functions?)"
_EN_IN = rf"{_EN_PART}(?:inputs?|denominator|variables?)"
_EN_SLOPES = r"(?:transposed?\s+)?(?:partial\s+)?(?:gradients?|derivatives?)"
_EN_NUMBERED = r"(?:(?:first|second|last|§[ -]*(?:th|st|nd|rd)?)\s+)?"
_EN_BELONG = (
    r"(?:are|is|belongs?\s+to|corresponds?\s+to|(?:are|is)\s+indexed\s+by|stands?\s+for|holds?|contains?)"
    rf"\s+{_EN_EACH}(?:(?:exactly\s+)?(?:one|single)\s+)?"
)
_EN_HERE = (
    r"(?:in|throughout)\s+(?:(?:these|this|our)\s+(?:(?:whole|present)\s+)?(?:notes?|pages?|sections?|texts?|derivations?|documents?"
    r"|chapters?|papers?|reports?|courses?|books?|articles?|posts?|tutorials?|handouts?|lectures?|convention|layout|setting)"
    r"|th(?:is|ese)\s+(?:appendix|exercises?|problems?)|(?:the\s+following|the\s+sequel|what\s+follows)\b)"
)
ENGLISH = Tongue(
    lead=r"(?:(?:here|throughout|note that|recall that|as usual|by convention|and|so|thus|also"
    rf"|{_EN_HERE}"
    r"|we (?:use|follow|adopt) the convention (?:that|in which)|we (?:assume|agree) that|remember(?: that)?)\s*,?\s*)*",
    gradients=rf"{_EN_EACH}(?:partial\s+)?(?:gradients?|derivatives?)(?:\s*§)?{_EN_OF}",
    jacobians=rf"{_EN_EACH}(?:Jacobians?(?:\s+matri(?:x|ces))?(?:\s*§)?(?:\s+of\s+§)?(?:\s+(?:with\s+respect\s+to|wrt|by)\s+§)?|derivatives?\s+of\s+{_EN_EACH}vectors?\s+(?:with\s+respect\s+to|wrt|by)\s+{_EN_EACH}vectors?)",
    variable=r"(?:(?:the|its|their|each|that)\s+)?(?:own\s+)?(?:corresponding\s+|respective\s+)?(?:variables?|parameters?|weights?|arguments?|arrays?|matri(?:x|ces)"
    r"|vectors?|denominator|(?:one|what|thing)\s+(?:it|they)\s+(?:is|are)\s+taken\s+(?:by|with\s+respect\s+to))",
    above=rf"(?:{_EN_SLOPES}\s+of\s+{_EN_EACH}(?:{_EN_OUT}|§)|{_EN_OUT})(?:\s*§)?",
    below=rf"(?:{_EN_SLOPES}\s+(?:with\s+respect\s+to|wrt|by)\s+{_EN_EACH}(?:{_EN_IN}|§)|{_EN_IN})(?:\s*§)?",
    like=rf"(?:always\s+)?(?:(?:has|have|takes?|inherits?)\s+(?:exactly\s+)?(?:the\s+)?(?:same\s+)?(?:shape|size|dimensions?|layout|orientation)s?\s+(?:as|of)"
    rf"\s+{{variable}}|(?:is|are)\s+{_EN_LAID}(?:exactly\s+)?(?:like|in\s+the\s+(?:shape|layout)\s+of)\s+{{variable}}"
    r"|(?:is|are)\s+(?:of\s+)?the\s+same\s+(?:shape|size)\s+as\s+{variable}"
    r"|is\s+(?:defined\s+as\s+)?the\s+(?:transpose\s+of\s+the|transposed)\s+(?:Jacobian|derivative)(?:\s+matrix)?)",
    turned=rf"(?:always\s+)?(?:(?:is|are)\s+{_EN_LAYING}(?:(?:the\s+)?transposes?\s+of\s+{{variable}}|transposed)|(?:has|have)\s+(?:the\s+)?"
    r"(?:transposed\s+(?:shape|layout)(?:\s+of\s+{variable})?|(?:shape|layout|size)\s+of\s+the\s+transposed?(?:\s+of)?\s+{variable}))",
    rows=r"rows?",
    columns=r"columns?",
    speaks=r"\btranspos\w+|\blaid\s+out|\blayouts?\b|\borientation|\bnumerator|\bdenominator",
    end=rf"(?:\s*,?\s*(?:throughout|here|everywhere|by\s+convention|{_EN_HERE}|too|as\s+well))?",
    by_rows=(
        r"{jacobians}\s+(?:has|have)\s+(?:one|an?)\s+{rows}\s+(?:per|for\s+(?:each|every))\s+{of}(?:\s*,?\s*and\s+(?:one|an?)\s+{columns}\s+(?:per|for\s+(?:each|every))\s+{by})?",
        rf"{{jacobians}}\s+(?:has|have)\s+(?:its\s+)?{{rows}}\s+for\s+{_EN_EACH}{{of}}(?:\s*,?\s*and\s+{{columns}}\s+for\s+{_EN_EACH}{{by}})?",
        rf"{_EN_EACH}{_EN_NUMBERED}{{rows}}(?:\s+§)?\s+of\s+{{jacobians}}\s+{_EN_BELONG}{{of}}"
        rf"(?:\s*,?\s*(?:and\s+)?(?:its|the|their)\s+{{columns}}\s+(?:{_EN_BELONG})?{_EN_EACH}{{by}})?",
    ),
)
GERMAN = Tongue(
    lead=r"(?:(?:hier|dabei|wie üblich|und)\s*,?\s*)*",
    gradients=r"(?:(?:der|die|alle|jeder|jede|ein)\s+)?(?:partiellen?\s+)?(?:Gradient(?:en)?|Ableitung(?:en)?)(?:\s*§)?",
    jacobians=r"(?:(?:die|jede|eine)\s+)?Jacobi-?\s?[Mm]atri(?:x|zen)(?:\s*§)?",
    variable=r"(?:(?:der|die|das|ihrer?|seiner?)\s+)?(?:jeweiligen?\s+)?(?:Variablen?|Parameters?|Gewichte?s?|Matri(?:x|zen)|Vektors?)",
    above=r"(?:Ausgaben?|Ausgänge?|Zählers?|Funktion(?:en)?)",
    below=r"(?:Eingaben?|Eingänge?|Nenners?|Variablen?)",
    like=r"(?:(?:hat|haben)\s+(?:stets\s+|immer\s+)?(?:dieselbe|die\s+gleiche|die)\s+(?:Form|Gestalt|Größe)\s+(?:wie\s+)?{variable}"
    r"|(?:steht|stehen|ist|sind)\s+(?:angeordnet\s+)?wie\s+{variable}(?:\s+angeordnet)?)",
    turned=r"(?:(?:hat|haben)\s+die\s+(?:transponierte\s+(?:Form|Gestalt)(?:\s+{variable})?|(?:Form|Gestalt)\s+der\s+transponierten\s+{variable})"
    r"|(?:ist|sind)\s+transponiert\s+(?:angeordnet|abgelegt|gespeichert)|(?:steht|stehen)\s+transponiert"
    r"|(?:ist|sind)\s+(?:wie\s+die\s+Transponierte[nr]?\s+{variable}\s+angeordnet|als\s+(?:die\s+)?Transponierte[nr]?\s+{variable}\s+definiert))",
    rows=r"Zeilen?",
    columns=r"Spalten?",
    speaks=r"\b\w*[Tt]ransponier\w*|\bangeordnet|Layout|\bZähler\b|\bNenner\b",
    by_rows=(
        r"{jacobians}\s+hat\s+(?:je\s+)?eine\s+{rows}\s+(?:pro|je|für\s+jede[ns]?)\s+{of}",
        r"(?:die\s+)?{rows}\s+(?:der\s+)?{jacobians}\s+(?:sind|gehören\s+zu)\s+(?:den\s+|die\s+|der\s+)?{of}",
    ),
)
FRENCH = Tongue(
    lead=r"(?:(?:ici|où|et|donc)\s*,?\s*)*",
    gradients=r"(?:(?:le|la|les|tous\s+les|toutes\s+les|chaque|un)\s+)?(?:gradients?|dérivées?(?:\s+partielles?)?)(?:\s*§)?",
    jacobians=r"(?:la\s+|chaque\s+|l['’]\s*)?(?:matrice\s+)?[Jj]acobienne(?:\s*§)?",
    variable=r"(?:(?:la|le|les|sa|son|leur)\s+)?(?:variables?|paramètres?|matrices?|vecteurs?|poids)",
    above=r"(?:sorties?|numérateur|fonctions?)",
    below=r"(?:entrées?|dénominateur|variables?)",
    like=r"(?:(?:a|ont)\s+(?:toujours\s+)?la\s+(?:même\s+)?(?:forme|taille)\s+(?:que|de)\s+{variable})",
    turned=r"(?:(?:est|sont)\s+(?:disposée?s?|rangée?s?|définie?s?|écrite?s?)\s+comme\s+(?:la|les)\s+transposées?\s+(?:de|des|du)\s+{variable}"
    r"|(?:a|ont)\s+la\s+(?:forme\s+transposée|forme\s+de\s+la\s+transposée)(?:\s+(?:de|du|des)\s+{variable})?)",
    rows=r"lignes?",
    columns=r"colonnes?",
    speaks=r"\btransposée?s?\b|\bdisposée?s?\b|\bdisposition\b|\bnumérateur|\bdénominateur",
    by_rows=(
        r"{jacobians}\s+a\s+une\s+{rows}\s+(?:par|pour\s+chaque)\s+{of}",
        r"(?:les\s+)?{rows}\s+de\s+{jacobians}\s+(?:sont|correspondent\s+à)\s+(?:les\s+|aux\s+)?{of}",
    ),
)
SPANISH = Tongue(
    lead=r"(?:(?:aquí|donde|y)\s*,?\s*)*",
    gradients=r"(?:(?:el|la|los|las|cada|todos\s+los|todas\s+las)\s+)?(?:gradientes?|derivadas?(?:\s+parciales?)?)(?:\s*§)?"
    r"(?:\s+de\s+un\s+escalar)?(?:\s+(?:con\s+)?respecto\s+(?:a|de)\s+(?:una\s+matriz|un\s+vector))?",
    jacobians=r"(?:(?:la|el|cada)\s+)?(?:(?:matriz\s+)?[Jj]acobian[ao](?:\s*§)?"
    r"|derivada\s+de\s+un\s+vector\s+(?:con\s+)?respecto\s+(?:a|de)\s+(?:un|otro)(?:\s+vector)?)",
    variable=r"(?:(?:la|el|los|las|su)\s+)?(?:variables?|parámetros?|matri(?:z|ces)|vector(?:es)?|pesos?)",
    above=r"(?:componentes?\s+(?:del|de\s+la)\s+)?(?:salidas?|numerador|funci(?:ón|ones))",
    below=r"(?:componentes?\s+(?:del|de\s+la)\s+)?(?:entradas?|denominador|variables?)",
    like=r"(?:(?:tiene|tienen)\s+(?:siempre\s+)?la\s+(?:misma\s+)?(?:forma|dimensión)\s+(?:que|de)\s+{variable})",
    turned=r"(?:(?:es|son|está|están)\s+(?:dispuest[ao]s?|definid[ao]s?|escrit[ao]s?)\s+como\s+(?:la|las)\s+tra(?:n)?spuestas?\s+de\s+{variable}"
    r"|(?:tiene|tienen)\s+la\s+forma\s+(?:tra(?:n)?spuesta|de\s+la\s+tra(?:n)?spuesta)(?:\s+de\s+{variable})?"
    r"|(?:tiene|tienen)\s+la\s+forma\s+de\s+{variable}\s+tra(?:n)?spuest[ao])",
    rows=r"filas?",
    columns=r"columnas?",
    speaks=r"\btra(?:n)?spuest[ao]s?\b|\bdisposición\b|\bnumerador|\bdenominador",
    by_rows=(
        r"{jacobians}\s+tiene\s+una\s+{rows}\s+(?:por|por\s+cada|para\s+cada)\s+{of}",
        r"(?:las\s+)?{rows}\s+de\s+{jacobians}\s+(?:son|corresponden\s+a)\s+(?:las\s+)?{of}",
    ),
)
JAPANESE = Tongue(
    lead=r"(?:(?:ここでは|以下では|本稿では|なお|また|ただし)、?\s*)*",
    gradients=r"(?:(?:すべての|各|スカラーの)?(?:変数|ベクトル|行列)?(?:による|に関する|での)?(?:偏?微分|勾配|導関数))(?:\s*§)?\s*(?:は|を|の(?:形|形状|サイズ)は)(?:常に|すべて)?、?",
    jacobians=r"(?:ヤコビ(?:行列|アン)(?:\s*§)?\s*(?:は|の)|ベクトルのベクトルによる偏?微分(?:は|の))",
    variable=r"(?:その|もとの|元の|対応する)?(?:変数|パラメータ|重み|行列|ベクトル)",
    above=r"(?:出力|分子|関数)",
    below=r"(?:入力|分母|変数)",
    like=r"{variable}と(?:同じ|等しい)(?:形|形状|サイズ|大きさ)?(?:である|です|とする|とします|を?もつ|を持つ|になる|に並べる)?",
    turned=r"{variable}(?:の|を)転置(?:(?:の形|した形)(?:である|です|とする|とします|で書く|になる|を?もつ|を持つ)?|(?:したもの)?(?:とする|とします|で書く))",
    rows=r"行",
    columns=r"列",
    speaks=r"転置|レイアウト|並べ方",
    by_rows=(
        r"{jacobians}{of}ごとに(?:1|一|ひと)?つ?の?{rows}を(?:もつ|持つ)",
        r"{jacobians}{rows}は{of}(?:である|です|に対応する)?",
    ),
)
CHINESE = Tongue(
    lead=r"(?:(?:这里|本文中?|以下|其中)[,，]?\s*)*",
    gradients=r"(?:(?:所有|每个|标量(?:对|关于)?)?(?:矩阵|向量|变量)?的?(?:导数|梯度|導數))(?:\s*§)?\s*(?:的?(?:形状|形狀|维度|大小))?(?:都|均)?",
    jacobians=r"(?:雅[可克]比(?:矩阵)?|向量对向量的导数)(?:\s*§)?\s*的?",
    variable=r"(?:其|该|原|对应的?)?(?:变量|變量|参数|权重|矩阵|向量|自变量)(?:本身)?(?:的(?:形状|形狀|维度))?",
    above=r"(?:输出|分子|函数)",
    below=r"(?:输入|分母|变量|自变量)",
    like=r"(?:与|和|跟){variable}(?:相同|一致|同形|一样)",
    turned=r"(?:(?:取|写成|(?:(?<=[状狀])|(?<=维度)|(?<=[状狀][都均]))(?:是|为|等于)){variable}的?(?:转置|轉置)(?:的形状|形状)?"
    r"|(?:是|为|等于){variable}的?(?:转置|轉置)的?形状)",
    rows=r"行",
    columns=r"列",
    speaks=r"转置|轉置|布局|佈局",
    by_rows=(r"{jacobians}每个{of}(?:对应|有)?一{rows}", r"{jacobians}{rows}(?:是|对应|为){of}"),
)
_KO_BY = (
    r"(?:벡터(?:나|와|또는)?\s*행렬|행렬(?:이?나|과|또는)?\s*벡터|벡터|행렬)(?:로|으로)\s*(?:편?미분)(?:하면|한\s*것은)"
)
KOREAN = Tongue(
    lead=r"(?:(?:여기서|또한?|그리고)\s*,?\s*)*",
    gradients=rf"(?:스칼라를\s+{_KO_BY}|그래디언트는|기울기는)",
    jacobians=r"(?:벡터를\s+벡터로\s+(?:편?미분)(?:하면|한\s*것은)|야코비안(?:\s*행렬)?[은는]?)",
    variable=r"(?:변수|매개변수|파라미터|벡터|행렬)",
    above=r"(?:출력|분자|함수)",
    below=r"(?:입력|분모|변수)",
    like=r"(?:{variable}[와과]\s+)?같은\s+(?:모양|형태|크기)(?:이|가|을|를)?\s*(?:되고|된다|됩니다|갖는다|갖고|가진다|이다|입니다)(?:\s*\(§\))?",
    turned=r"{variable}의?\s*전치(?:된)?\s*(?:모양|형태)(?:이|가)?\s*(?:되고|된다|됩니다|이다)",
    rows=r"행",
    columns=r"열",
    speaks=r"전치|레이아웃",
    by_rows=(
        r"{jacobians}\s*{of}의?\s*(?:(?:요소|원소|성분)(?:가|이)|(?:이|가))?\s*{rows}(?:이|가)\s*(?:되는|된다|되고)\s*(?:야코비안(?:\s*행렬)?(?:이다|입니다|이\s*된다)?)?",
    ),
)
TONGUES = (ENGLISH, GERMAN, FRENCH, SPANISH, JAPANESE, CHINESE, KOREAN)
STEMS = (
    "gradi",
    "derivativ",
    "jacobi",
    "ableitung",
    "dérivée",
    "derivada",
    "微分",
    "勾配",
    "導関数",
    "ヤコビ",
    "导数",
    "導數",
    "梯度",
    "雅可比",
    "雅克比",
    "미분",
    "야코비",
    "기울기",
    "그래디언트",
)
"""One of these is in every such sentence."""
SIGNS = (
    "shape",
    "size",
    "dimension",
    "orient",
    "transpos",
    "layout",
    "laid",
    "row",
    "column",
    "numer",
    "denom",
    "form",
    "gestalt",
    "größe",
    "transponier",
    "angeordnet",
    "zeile",
    "spalte",
    "zähler",
    "nenner",
    "taille",
    "dispos",
    "ligne",
    "colonne",
    "numér",
    "dénom",
    "spuest",
    "fila",
    "columna",
    "like",
    "wie",
    "形",
    "転置",
    "行",
    "列",
    "同じ",
    "レイアウト",
    "转置",
    "轉置",
    "布局",
    "佈局",
    "一致",
    "相同",
    "维度",
    "모양",
    "형태",
    "전치",
    "행이",
    "행을",
    "열이",
)
"""One of these, too."""
GENERAL = (
    r"\b(?:gradients|derivatives|an?\s+(?:gradient|derivative)|every|each|any|all"
    r"|(?:of|for)\s+(?:an?\s+)?(?:scalars?|numbers?|scalar[ -]valued))\b"
    r"|\b(?:Gradienten|Ableitungen|jede[rs]?|alle)\b|\b(?:les\s+gradients|dérivées|chaque|tout(?:es)?|tous)\b"
    r"|\b(?:gradientes|derivadas|cada|tod[oa]s|de\s+un\s+escalar)\b|すべて|スカラー?の|各|所有|每个|标量"
)
"""Words by which a sentence is about derivatives in general, not about one,"""
GENERIC = (
    r"\b(?:variables?|parameters?|arguments?|denominator|taken\s+(?:by|with))\b|\b(?:Variablen?|Parameters?|paramètres?|parámetros?)\b"
    r"|変数|パラメータ|变量|變量|参数"
)
"""or names what derivatives are taken by in general."""
LAYS_OUT = (
    r"\b(?:laid|arranged|stored|written|defined|shaped?|sizes?|layouts?|orient\w+|convention|dimensions?|angeordnet|gespeichert|definiert"
    r"|Form|Gestalt|Größe|dispos\w+|définie?s?|forme|taille|dispuest\w+|definid\w+|forma|dimensión)\b|形|サイズ|とする|並べ|约定|维度|写成|布局"
)
"""Words by which a sentence tells how something stands;"""
RESULTS = (
    r"\b(?:is|equals|becomes)\s+(?:(?:just|simply|then|thus|here|now|hence|again)\s+)?(?:the\s+)?transposed?\s+(?:of\s+)?"
    r"(?:(?:the|our|that|this|its|an?)\s+)?(?:weight|matri|vector|§)"
    r"|\bist\s+(?:\w+\s+){0,3}?(?:die\s+)?(?:Transponierte[nr]?\s+(?:(?:der|des|von|eines|einer)\s+)?|transponierte[nr]?\s+)(?:Gewicht|Matri|Vektor|§)"
    r"|\best\s+(?:\w+\s+)?la\s+(?:matrice\s+transposée|transposée\s+(?:de|des|du)\s+(?:la\s+|le\s+|les\s+)?(?:matrice|poids|vecteur|§))"
    r"|\bes\s+(?:\w+\s+)?la\s+(?:matriz\s+tra(?:n)?spuesta|tra(?:n)?spuesta\s+(?:del?)\s+(?:la\s+|los\s+|el\s+)?(?:matriz|peso|vector|§))"
    r"|は(?:重み|行列|ベクトル|§)(?:行列|ベクトル)?\s*§?の転置|(?:是|为|等于)(?:权重|矩阵|向量|§)(?:矩阵)?\s*§?的?(?:转置|轉置)"
)
"""words by which it tells what one derivative is, where it has none of these."""
PLACES = (
    r"(?:in|within)\s+(?:(?:(?:the|our|my|their|its|your|some|most|many|older|other|actual|accompanying)\s+)*(?:(?!th(?:is|ese)\b)\w+\s+)?"
    r"(?:code|implementations?|literature|appendix|appendices|exercises?|software|librar(?:y|ies)|frameworks?|programs?|repository|textbooks?)"
    r"|(?:PyTorch|TensorFlow|JAX|NumPy|Keras|Matlab|Julia|Python))\b"
    r"|(?:im|in)\s+(?:(?:unsere[mnr]?|der|dem|den)\s+)?(?:Code|Programm|Anhang|Literatur|Übungen|Aufgaben|Implementierung|Implementation)\b"
    r"|(?:dans|en)\s+(?:notre\s+|nos\s+|le\s+|la\s+|les\s+|l['’]\s*)?(?:code|littérature|annexe|appendice|exercices?|implémentation|programme)\b"
    r"|en\s+(?:(?:nuestr[oa]|el|la|los)\s+)?(?:código|literatura|apéndice|anexo|ejercicios?|implementación|programa)\b"
    r"|[^、。は]{0,8}(?:コード|実装|文献|付録|演習|プログラム|ライブラリ)(?:では|においては|において)"
    r"|在?[^，,。是为]{0,6}(?:代码|代碼|实现|文献|附录|附錄|习题|程序)(?:中|里)"
)
"""Other places than the page: what is said of them is not said of it. (A page may be `this appendix`.)"""
UNLIKE = (
    r"(?:unlike|contrary\s+to|in\s+contrast\s+(?:to|with)|as\s+opposed\s+to|different(?:ly)?\s+(?:from|than)"
    r"|anders\s+als|im\s+Gegensatz\s+zu|entgegen|contrairement\s+[àa]|à\s+la\s+différence\s+de"
    r"|a\s+diferencia\s+de|al\s+contrario\s+de)\b[^,;:，、]*|[^,;:，、。]*と(?:は)?(?:異なり|違い|違って|異なって)|(?:与|和|跟)[^,;:，、。]*不同"
)
"""The clause before one that is told against others,"""
AS_OTHERS = (
    r"(?:(?:just\s+)?(?:like|as)|following|we\s+(?:\w+\s+)?(?:deviate|differ|depart|follow|agree|use|take|write|lay)|wie|comme|como)\b"
    r"|[^、。]*(?:と同様|のように)|(?:像|如|与|和|跟)"
)
"""and words in front of one that may be told of others, or of the page with them."""
ELSEWHERE = (
    r"\b(?:other(?:s|\s+\w+)?|some(?:\s+\w+)?|many(?:\s+\w+)?|textbooks?|elsewhere|authors?)\b[^.;]{0,40}\b(?:writes?|uses?|has|have|states?|defines?|prefers?|transposes?|get)\b[^.;]*"
    r"|\b(?:andere|manche|einige|viele)\b[^.;]{0,40}\b(?:schreiben|verwenden|benutzen|definieren)\b[^.;]*"
    r"|\b(?:d['’]autres|certains|beaucoup)\b[^.;]{0,40}\b(?:écrivent|utilisent|définissent|notent)\b[^.;]*"
    r"|\b(?:otros|algunos|muchos)\b[^.;]{0,40}\b(?:escriben|usan|utilizan|definen)\b[^.;]*"
    r"|(?:他の|別の)(?:本|文献|流儀)[^。]*|文献によって[^。]*|(?:有些|其他|别的)(?:书|文献|作者)[^。]*"
)
"""Words by which the line behind them is in the layout of others,"""
_NAMED = (
    r"(?:(?:the|an?)\s+)?(?:numerator|denominator|transposed|other|opposite|alternative|row|column)"
    r"[ -]?(?:vectors?|gradients?)?[ -]?(?:layout|convention|notation|form)?s?(?:[ -](?:layout|convention|notation))?"
)
ANOTHER = (
    rf"(?:in|with|using|under|by)\s+{_NAMED}\s*,?\s*(?:(?:for\s+\w+|instead|the\s+same(?:\s+\w+)?)\s*,?\s*)*"
    r"(?:(?:one|we|they|you|this|it|that|the\s+\w+(?:\s+\w+)?)\s+)?(?:(?:would|could|might|may|will|instead|then)\s+)*"
    r"(?:writes?|reads?|becomes?|be|is|gets?|looks?|have|has|turns?\s+into|transposes?|find|obtain|written)\b[^.;]*"
    r"|(?:(?:im|mit)\s+(?:Zähler|Nenner|Zeilen|Spalten)[- ]?(?:layout|vektoren|konvention)?\s+"
    r"(?:würde|schreibt|lautet|ist|wird|hieße)\b[^.;]*)"
    r"|(?:(?:en|avec)\s+(?:des\s+)?(?:lignes|vecteurs\s+lignes|disposition\s+\w+)\s*,?\s*(?:on|cela|ceci)\s+[^.;]*)"
    r"|(?:(?:con|en)\s+(?:filas|vectores\s+fila|disposición\s+\w+)\s*,?\s*(?:esto|se|sería)\s+[^.;]*)"
    r"|(?:分子|分母)レイアウトで(?:は|なら)[^。]*|(?:行|列)ベクトルで(?:は|書くと|書けば)[^。]*|(?:若|如果)?(?:用|采用|按)(?:分子|分母)布局(?:则|的话|时)[^。]*"
)
"""or in one that may be another than that of the page."""
