r"""What stands in a sentence behind words that tell what a name is: `$w_k$ is column $k$ of $W$, divided by its norm`.

The telling holds as it stands only where nothing behind it may change it. That cannot be asked of the words that
change something, of which there is no end; so all words have to be harmless: few are behind the name itself, a
shape, a range, the kind of vector; more behind another name that the sentence tells of next. What is said of both
(`both as row vectors`) is said of the name, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..pattern import lazily
from .joining import AND

FORMULA = lazily(r"\$([^$]*)\$|\\\((.*?)\\\)")
RANGE = lazily(r"\s*[A-Za-z](?:\s*,\s*[A-Za-z])*\s*(?:\\in\b.*|=\s*[01]\s*(?:,|\\[lc]?dots\b|\.\.|:).*)\Z", re.S)
"""A formula that says which numbers there are: `i = 1, \\dots, m`, but not `i = 2, \\dots, m`;"""
VALUE = lazily(r"\s*(?!\d+\s*\Z)[\\A-Za-z({\[0-9](?:(?!\\(?:neq?|leq?|geq?|l?Vert|\|))[^=<>|/+])*\Z", re.S)
"""one without a relation, a sum, a quotient or a norm, and no number: a name, a length, a size, a space;"""
EQUATION = lazily(r"\s*\\?[A-Za-z]+(?:\{[A-Za-z]+\})?(?:[_^](?:\w|\{[^{}]*\}))*\s*=(?!.*[=<>])", re.S)
"""one that says what a name is."""
LED = r"(?:(?:where|with|while|whereas|here|wobei|où|donde|onde|dove|где|其中|ここで)\s*)?"
NEXT = lazily(rf"(?:\s*[,、，;；:]\s*(?:{AND}\s*)?{LED}|\s+(?:{AND})\s+{LED}|[)）]?\s*[和与と]\s*)(?=[#=!])", re.I)
"""Before the next name that the sentence tells of."""
BACK = lazily(
    r"\b(?:both|(?<!\bfor )(?:all|each|every\w*|they|these|them"
    r"|beide|alle|jeweils|jede[rs]?|tous|toutes|chacune?|todos|todas|ambos|ambas"
    r"|entrambi|tutti|оба|все|каждый))\b|都|均|皆|とも|いずれも|各々?"
    r"|(?:\bas|[,(（])\s*(?:written |typed |taken |seen |regarded )?(?:as )?"
    r"(?:(?:row|column)[ -]vectors|rows|columns)\b"
    r"|[(（](?:写成)?(?=[行列]向量)",
    re.I,
)
"""Where a sentence comes back to all that it has told of."""
FINISHED = lazily(r"[;；](?=\s*[#=!])")
"""A new clause that is about another name, as long as it does not come back to them."""
_KINDS = (
    r"|rows?|columns?|vectors?|matri(?:x|ces)|Zeilen?(?:vektor(?:en)?)?|Spalten?(?:vektor(?:en)?)?"
    r"|Vektor(?:en)?|Matri(?:x|zen)|lignes?|colonn(?:es?|[ae])"
    r"|vecteurs?|matrices?|filas?|columnas?|vectores?|matriz|linhas?|colunas?|vetor(?:es)?|vettor[ei]|rig(?:a"
    r"|he)|matrice"
    r"|строк\w*|столб\w*|вектор\w*|матриц\w*"
)
_OWN = (
    r"an?|the|is|are|be|as|of|in|for|on|along|its|and|respectively|both|all|each|every|written|typed|taken|regarded|seen|treated"
    r"|not (?:a|the) derivatives?"
    r"|entries|elements|components?|dimensions?|size|length|shape|lies|here|th|st|nd|rd|main|diagonal"
    r"|zeros? elsewhere|zero otherwise"
    r"|der|die|das|ein|eine|einen?|ist|sind|von|des|den|als|für|alle|und|mit|jeweils|beide|Einträgen?|Größe"
    r"|Länge|te[nr]?"
    r"|une?|la|les?|l|d|de|du|est|sont|et|en|pour|tout|tous|comme|composantes|taille|respectivement|i?ème|e"
    r"|el|los|las|un|una|es|son|y|para|como|todos?|componentes|tamaño|respectivamente|ésim[ao]|o|os|as|é|são"
    r"|da|do|tamanho"
    r"|il|lo|gli|è|sono|di|del|della|per|ogni|come|componenti|rispettivamente|i?esim[ao]|и|для|всех|как"
    r"|размера|это|соответственно|я|й" + _KINDS
)
_EASTERN = (
    r"(?:分别|是|为|表示|的|第|行|列|和|与|矩阵|向量|写成|作为|都|均|维|它|は|が|の|番目|と|および|それぞれ|目|ベクトル|横|縦|次元|である|です|とする"
    r"|として|とも|행|열|의|번째|와|과|은|는|벡터|로|이다)"
)
_SIGNS = r"(?:[\s,、，:()（）#—]|(?<![\s])[-'’–](?=\w))"
OWN = lazily(rf"(?:{_SIGNS}|(?<!\w)(?:{_OWN})(?!\w)|{_EASTERN})*", re.I)
"""All that may stand behind what is told of a name."""
_MORE = (
    r"|where|while|whereas|wobei|où|donde|onde|dove|we|write|denotes?|let|stands?|contains?|holds|so|that"
    r"|with|to|by|given|number|index|data|examples?|samples?|observations?|points?"
    r"|targets?|labels?|inputs?|outputs?|classes|class|predictors?|responses?|coefficients?|parameters?"
    r"|weights?|loss|losses|error"
    r"|function|bias|biases|another|hidden|layers?|units|Hessian|Jacobian|gradient|derivatives?|identity"
    r"|probabilit(?:y|ies)|users?|items?|ratings?|constants?|fixed|transposes?|true|known|real|numbers?|scalars?"
    r"|Ziele?|Daten|Gewichte?|Eingaben?|Ausgaben?|poids|données|cibles?|datos|pesos|objetivos?|dados|dati|pesi"
)
OTHERS = lazily(
    rf"(?:{_SIGNS}|[;；=]|(?<!\w)(?:{_OWN}{_MORE})(?!\w)|{_EASTERN}|其中|ここで|数据|标签|目标|权重|输入|输出|データ|目標|重み|入力|出力)*",
    re.I,
)
"""All that may stand behind another name."""


@dataclass(frozen=True, slots=True)
class Behind:
    """The words of a sentence behind what it tells of a name: its own, those that are said of others as well (formulas
    as `#`), and whether none of the rest may change what is told."""

    own: str
    shared: str
    is_understood: bool


@lru_cache(maxsize=256)
def behind(words: str) -> Behind:
    """What stands in the rest of a sentence.

    >>> behind(" (a row vector), $v_j$ is the $j$-th column of $V$ (a column vector)").own
    ' (a row vector)'
    >>> behind(" and $c_k$ is column $k$ of $Y$, both as row vectors").shared
    'both as row vectors'
    >>> said = (" for $i = 1, \\\\dots, m$", " divided by its norm", ", standardised", ", $c$ is one of them, centred")
    >>> [behind(x).is_understood for x in said]
    [True, False, False, False]
    """
    marked = FORMULA.sub(_marked, re.split(r"[.。](?:\s|\Z)|\n\s*\n", words)[0])
    begun = NEXT.search(marked)
    ended = FINISHED.search(marked)
    if ended is not None and BACK.search(marked, ended.end()) is None:
        marked = marked[: ended.start()]
        begun = NEXT.search(marked)
    own, rest = (marked, "") if begun is None else (marked[: begun.start()], marked[begun.start() :])
    back = BACK.search(rest)
    shared = rest[back.start() :] if back is not None else ""
    others = rest[: back.start()] if back is not None else rest
    known = OWN.fullmatch(own.rstrip(";； ")) and OWN.fullmatch(shared) and OTHERS.fullmatch(others)
    return Behind(own, shared, bool(known) and not marked.lstrip().startswith(("#", "=", "!")))


def _marked(m: re.Match[str]) -> str:
    """What kind of formula one is: harmless, an equation of a name, or another."""
    latex = m[1] if m[1] is not None else m[2]
    if RANGE.match(latex) or VALUE.match(latex):
        return "#"
    return "=" if EQUATION.match(latex) else "!"
