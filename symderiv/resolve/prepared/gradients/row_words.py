r"""Sentences that call derivatives rows, `in these notes derivatives of scalars are row vectors`, as far as they say so
with certainty.

`Other texts take derivatives as row vectors`, `nowhere are gradients row vectors`: there is no end of words that take
it back, or say it of others. So a sentence counts only if all its words, in their order, are among those listed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ....document.blocks import Block, Display, Prose
from ....latex.hedged import without_abbreviations
from ....latex.joining import AND
from ....notation import BY_MATRICES, BY_VECTORS, OF_NUMBERS
from ....pattern import lazily
from ...shapes.rows_told import ASIDE, COLUMNS, DENIED, DERIVED, ROWS
from .layout_grammar import Layout, is_of_others, layout_told

FORMULA, DISPLAYED = "§", "¶"
"""What stands for a formula in running text, and for a display."""
STOP = lazily(r"[.;!?](?=[\s§¶)]|\Z)|[。；！？¶]|\n[ \t]*\n|\n\s*(?:[-*+•]|\d+\.)\s")
LISTED = rf"(?:{FORMULA}(?:\s|,|、|，|{AND}\s|이고|とし|に対し)*)*"
"""Names with their shapes in front: nothing is said of these but in their formulas."""
_LEAD = (
    r"(?:\b(?:here|throughout|note that|recall that|as usual|by convention|and|so|thus|then|now|also|where"
    r"|(?:in|throughout) (?:these|this|the|our|what)\s?(?:whole |following )?(?:notes?|page|section|text|derivation"
    r"|document|chapter|paper|report|course|follows)?"
    r"|we (?:use|follow|adopt) the (?:numerator[ -]layout )?convention (?:that|in which)"
    r"|we (?:assume|suppose) that|with the convention that)\b\s*,?\s*)*"
)
_EACH = r"(?:(?:all|our|the|an?|every|each|any|both)\s+)*"
_THING = (
    r"(?:scalars?|numbers?|scalar[ -]valued|real[ -]valued|functions?|loss(?:es)?|objectives?|quantit(?:y|ies)|values?)"
)
_BY = (
    rf"(?:\s+(?:of|for)\s+{_EACH}(?:{_THING}\s*)+{FORMULA}?|\s+of\s+{FORMULA}|\s+(?:with respect to|wrt|by)\s+{_EACH}"
    r"(?:column[ -])?(?:vectors?|variables?|parameters?|arrays?|inputs?|activations?|them))*"
)
_OURS = rf"{_EACH}(?:partial\s+)?(?:derivatives?|gradients?){_BY}"
_AS = (
    r"(?:(?:all|always|again|then|here|both)\s+)?"
    r"(?:(?:taken|written|understood|considered|regarded|treated|defined)\s+(?:as|to be)\s+)?"
)
_ROWS = r"(?:an?\s+)?[*_]*(?:row[*_]*[ -]vectors?|rows?)[*_]*"
_END = r"(?:,?\s*(?:throughout|here|too|as well|by convention|\((?:the )?numerator[ -]layout\)))?\s*(?::.*)?"
_SUCH = rf"(?:\s*,?\s*(?:such\s+as|like|for\s+example)\s+{FORMULA}\s*,?)?"
NAMING = rf"{_OURS}\s*,?\s*(?:such\s+as|like|for\s+example)"
"""Words before a derivative that is one of those of which a sentence speaks."""
_IS_ROW = rf"{_OURS}{_SUCH}\s+(?:are|is|will\s+be)\s+{_AS}{_ROWS}"
_NUMERATOR = r"(?:the\s+)?(?:(?:components?|entries|elements?|index)\s+of\s+the\s+)?numerator"
_ITS_ROWS = (
    rf"(?:{_NUMERATOR}\s+(?:in|along|down|numbers)\s+(?:the|its|their)\s+rows"
    rf"|\(?\s*(?:its\s+)?rows\s*:\s*{_NUMERATOR}\s*\)?|whose\s+rows\s+(?:are|belong\s+to|stand\s+for)\s+{_NUMERATOR})"
)
JACOBIAN = (
    rf"{_EACH}(?:partial\s+)?(?:derivatives?|Jacobians?)\s+of\s+{_EACH}(?:column[ -])?vectors?{_SUCH}"
    rf"\s+(?:with\s+respect\s+to|wrt|by)\s+{_EACH}(?:column[ -])?vectors?{_SUCH}"
    rf"\s+(?:(?:has|have)\s+|(?:is|are)\s+(?:an?|the)\s+Jacobian(?:\s+matri(?:x|ces))?\s*,?\s*(?:with\s+)?){_ITS_ROWS}"
)
"""Words by which the derivative of a vector by a vector has the rows of what is differentiated,"""
_SHAPED = (
    rf"(?:{FORMULA}|{_EACH}(?:derivatives?|gradients?)(?:\s+of\s+{_EACH}{_THING})?\s+(?:with\s+respect\s+to|wrt|by)\s+{_EACH}matri(?:x|ces))"
    rf"\s+(?:has|have)\s+the\s+(?:same\s+)?(?:shape|size)\s+(?:of|as)\s+(?:{FORMULA}(?:\s*,\s*{FORMULA})?|(?:the|that|this|its)\s+matrix)"
)
"""and that by a matrix the shape of the matrix, as it is usual."""
_BESIDE = rf"(?:{_IS_ROW}|{JACOBIAN}|{_SHAPED})"
PLAIN = lazily(
    rf"{_LEAD}{LISTED}{_LEAD}(?:(?:{_BESIDE}\s*,?\s*(?:and|while|,)\s*)*(?:{_IS_ROW})(?:\s*,?\s*(?:and|while|,)\s*{_BESIDE})*"
    rf"|we\s+(?:take|write|treat|regard|define|view|understand)\s+{_OURS}\s+as\s+{_ROWS}){_END}",
    re.I | re.S,
)
_ROW_ABROAD = (
    r"(?:(?:スカラー?|数)の)?(?:(?:列?ベクトル|変数)(?:による|に関する|での))?(?:勾配|偏?微分|導関数)(?:は|を)(?:すべて|全て|常に|つねに)?"
    r"(?:行|横)ベクトル(?:である|です|とする|とします|とし|で表す|で書く|として(?:扱う|書く|扱います)|とみなす|となる|になる)?"
)
JACOBIAN_ABROAD = (
    r"(?:列|縦)?ベクトルの(?:列|縦)?ベクトルによる偏?微分は、?分子(?:の成分)?(?:を|が)行(?:に(?:並べ(?:た|る)|並ぶ|と(?:った|る)|もつ|持つ))"
    r"(?:ヤコビ(?:アン|行列)|行列|もの)?(?:である|です|とする|とします|とし|になる)?"
)
PLAIN_ABROAD = lazily(
    rf"{LISTED}(?:ここでは|以下では|本(?:ノート|稿|章|節|書)では|この(?:ノート|ページ|章|節)では|なお|また|ただし|[、,\s])*"
    rf"{_ROW_ABROAD}(?:[、,，]\s*(?:また、?)?{JACOBIAN_ABROAD})?\s*(?:[:：].*)?|{LISTED}{JACOBIAN_ABROAD}[、,，]\s*{_ROW_ABROAD}"
    rf"|{LISTED}[,\s]*(?:스칼라(?:를|의)\s*)?(?:벡터(?:로|에 대한)\s*)?"
    r"(?:미분한 결과|미분|기울기|그래디언트|도함수)(?:는|은)\s*(?:모두\s*)?"
    r"행\s*벡터(?:입니다|이다|로 (?:쓴다|씁니다|둔다))\s*(?::.*)?"
    rf"|{LISTED}[，,\s]*(?:这里|本文中?|以下)?[，,]?\s*(?:标量的|所有)?(?:导数|導數|梯度)(?:都|均|皆)?(?:是|为|為|取为|视为|写成|记为)行向量\s*(?:[:：].*)?"
    rf"|{LISTED}(?:ici,?\s+|où\s+)?(?:toutes\s+|tous\s+)?les\s+(?:dérivées(?:\s+partielles)?|gradients)(?:\s+(?:des?|d['’]un)\s+scalaires?)?"
    r"\s+sont\s+(?:des|toutes des|tous des)\s+vecteurs[ -]lignes?\s*(?::.*)?"
    rf"|{LISTED}(?:hier\s+sind\s+)?(?:alle\s+)?(?:Ableitungen|Gradienten)(?:\s+von\s+Skalaren)?\s+(?:sind\s+)?(?:immer\s+)?Zeilenvektoren"
    r"\s*(?::.*)?"
    rf"|{LISTED}(?:aquí,?\s+)?(?:todas\s+|todos\s+)?(?:las\s+derivadas|los\s+gradientes)(?:\s+de\s+escalares)?\s+son\s+vectores\s+fila"
    r"\s*(?::.*)?"
    rf"|{LISTED}(?:Jacobianas?\s*:\s*)?la\s+derivada\s+de\s+un\s+escalar\s+(?:con\s+)?respecto\s+(?:a|de)\s+un\s+vector\s+es\s+"
    r"(?:siempre\s+)?un\s+vector\s+fila",
    re.I | re.S,
)
LEFT_OFF = (
    (
        lazily(r"\bderivative\s+of\s+an?\b", re.I),
        lazily(r"\s*,\s*(?:and\s+)?that\s+of\s+(?=an?\b)", re.I),
        "The derivative of",
    ),
    (lazily(r"\bderivada\s+de\s+un\b", re.I), lazily(r"\s*,\s*(?:y\s+)?la\s+de\s+(?=un\b)", re.I), "La derivada de"),
    (lazily(r"\bAbleitung\s+eines\b"), lazily(r"\s*,\s*(?:und\s+)?die\s+(?=eines\b)"), "Die Ableitung"),
)
"""Words for the derivative of something, those that stand for it in a clause behind them, and what these mean."""
DERIVES = lazily(DERIVED, re.I)
_ALL_OF_THEM = (
    r"(?:\s+(?:throughout|here|everywhere|for\s+(?:all\s+)?(?:the\s+)?(?:derivatives|gradients)"
    r"|in\s+(?:this|these|the)\s+(?:page|notes?|text)))?"
)
_LAYOUT = r"(?:the\s+)?(?:numerator|denominator)[- ]layout(?:[- ]convention)?"
_ENTRY_ABROAD = (
    rf"(?:列?向量(?:对|對|关于|關於)列?向量的(?:偏?导数|導數|梯度)?|雅可比矩阵)\s*{FORMULA}?\s*的?\s*第?\s*{FORMULA}\s*"
    rf"行[，,]?第?\s*{FORMULA}\s*列的?(?:元素|元|分量)?(?:为|為|是)\s*{FORMULA}"
)
_SHAPED_ABROAD = (
    r"(?:标量|標量|数)(?:对|對|关于)(?:矩阵|矩陣|向量|(?:矩阵|向量)[和或、](?:矩阵|向量))的(?:导数|導數|梯度)(?:都|均)?(?:与|和|跟)"
    r"(?:该|此|其|这个)?(?:矩阵|矩陣|向量|它)?(?:本身)?(?:的?形状)?(?:同形|同型|相同|一致)"
)
_VECTOR = rf"{_EACH}(?:column[ -])?vectors?"
_AT = rf"(?:entry|element)\s+in\s+row\s+{FORMULA}\s+and\s+column\s+{FORMULA}"
_ENTRY_IN_ENGLISH = (
    rf"(?:{_EACH}(?:partial\s+)?(?:derivatives?|Jacobians?)\s+of\s+{_VECTOR}\s+"
    rf"(?:with\s+respect\s+to|wrt|by)\s+{_VECTOR}\s+{FORMULA}\s+has\s+the\s+{_AT}\s*{FORMULA}"
    rf"|the\s+{_AT}\s+of\s+the\s+Jacobian(?:\s+matrix)?\s+{FORMULA}\s+is\s+{FORMULA})"
)
ENTRY = lazily(rf"{_LEAD}{_ENTRY_IN_ENGLISH}|(?:其中|这里|[，,\s])*{_ENTRY_ABROAD}", re.I)
"""A sentence that tells the layout by an entry alone, and is read from its formulas (`jacobians_told`)."""
_EXPLAINED = rf"(?:\s*[:：，,;；]\s*(?:即|其中)?(?:{_ENTRY_ABROAD}|{_SHAPED_ABROAD}))*"
"""Sentences that explain the layout that they name; what its entry is, is read from the formulas (`jacobians_told`)."""
CONVENTION = lazily(
    rf"{_LEAD}(?:(?:we\s+(?:use|follow|adopt|take|employ|work\s+(?:in|with))|using)\s+{_LAYOUT}{_ALL_OF_THEM}"
    rf"|{_LAYOUT}\s+is\s+(?:used|followed|adopted|assumed|taken){_ALL_OF_THEM}"
    rf"|(?:everything|all\s+of\s+(?:them|this)|(?:all\s+)?(?:the\s+)?(?:derivatives|gradients))\s+(?:is|are)\s+(?:(?:written|laid\s+out"
    rf"|given|arranged|taken)\s+)?in\s+{_LAYOUT}{_ALL_OF_THEM}|\(\s*(?:in\s+)?{_LAYOUT}\s*\)|(?:layout|convention)\s*:\s*{_LAYOUT})"
    r"|(?:ここでは|以下では|本稿では|なお|[、,\s])*(?:分子|分母)レイアウト(?:の(?:規約|流儀))?(?:を(?:用い|使い|使う|採用し|採用する|使用し|使用する|とる)"
    r"|に従[うい]|で(?:書く|書き|表す|表し))(?:る|ます|ている)?"
    r"|(?:这里|這裡|本文|全文|下面|以下|我们|我們|统一|統一|均|都|[，,\s])*(?:使用|采用|採用|按照|按|用)(?:分子|分母)(?:布局|佈局)(?:约定|约束|惯例)?"
    r"(?:\s*[:：，,(（]\s*(?:即|也就是)?(?:导数|導數|梯度)的?(?:形状|形狀|维度|维数)?(?:与|和|跟)(?:求导)?(?:的)?(?:变量|變量|自变量|参数|分母)的?"
    rf"(?:形状|形狀|维度|维数)?(?:一致|相同)[)）]?)?{_EXPLAINED}"
    r"|(?:Wir\s+(?:verwenden|benutzen|nutzen)|Es\s+gilt)\s+(?:hier\s+)?(?:das|die)\s+"
    r"(?:Zähler|Nenner)[- ]?layout(?:[- ]?konvention)?",
    re.I,
)
"""A sentence that names the layout;"""
NAMES = lazily(r"\b(?:numerator|denominator)[- ]layout|(?:分子|分母)(?:レイアウト|布局)|\blayout-?konvention", re.I)
"""words by which one that is not understood may name it."""
_PLACES = r"(?:(?:rows?|columns?)\b(?![*_]*[ -]?vectors?)|Jacobian|transpos\w+)"
SPEAKS = lazily(
    rf"\b(?:numerator|denominator)[- ]layout|\b(?:numerators?|denominators?)\b[^.;]{{0,60}}\b{_PLACES}"
    rf"|\b{_PLACES}[^.;]{{0,60}}\b(?:numerators?|denominators?)\b"
    rf"|\bderivatives?\s+of\s+(?:\w+\s+)?(?:column\s+)?vectors?\b[^.;]{{0,30}}\b(?:by|respect\s+to|wrt)\b[^.;]{{0,30}}\bvectors?\b[^.;]{{0,80}}"
    rf"\b{_PLACES}|[Ll]ayout-?(?:Konvention|convention)|(?:分子|分母)(?:レイアウト|布局|の(?:成分|要素)|を[行列]に|が[行列]に|对应[行列])",
    re.I,
)
"""Words by which a sentence may tell how the derivative of a vector by a vector stands;"""
OF_MATRICES = lazily(
    r"\b(?:derivatives?|gradients?)\b[^.;]{0,60}\b(?:by|respect\s+to|wrt|of)\b[^.;]{0,20}\bmatri(?:x|ces)\b[^.;]{0,60}\btranspos\w+"
    r"|行列(?:による|に関する|での)[^。]{0,12}(?:微分|勾配)[^。]{0,20}転置",
    re.I,
)
"""and that of a number by a matrix."""
SIGNS_OF_LAYOUT = (
    "layout",
    "numerator",
    "denominator",
    "jacobian",
    "transpos",
    "分子",
    "分母",
    "転置",
    "vector by",
    "rows",
)
"""One of these is in every such sentence."""
EVERY = frozenset([BY_VECTORS, BY_MATRICES, OF_NUMBERS])
LAID_OUT = lazily(f"{JACOBIAN}|{JACOBIAN_ABROAD}", re.I)
SHAPED = lazily(_SHAPED, re.I)


def rows_said(blocks: Sequence[Block]) -> Iterator[bool]:
    """For each sentence that speaks of derivatives and of rows: does it surely call all derivatives rows?

    >>> from symderiv.document import parse_document
    >>> def said(text): return [*rows_said(parse_document(text).blocks)]
    >>> said("Here $x$, and gradients are row vectors."), said("勾配は行ベクトルとする。"), said("Gradients are nice.")
    ([True], [True], [])
    >>> said("If gradients are row vectors, transpose."), said("Gradients are row vectors. We do not use that.")
    ([False], [False])
    """
    for sentences in map(_sentences, _paragraphs(blocks)):
        for n, words in enumerate(sentences):
            if DERIVES.search(words) and ROWS.search(words):
                beside = (*sentences[max(n - 1, 0) : n], *sentences[n + 1 : n + 2])
                yield _is_plain(words) and not any(map(_takes_back, beside))


def has_jacobians_laid_out(blocks: Sequence[Block]) -> bool:
    """Does a sentence that surely calls derivatives rows also say that a Jacobian has the rows of its numerator?

    >>> from symderiv.document import parse_document
    >>> def laid_out(text): return has_jacobians_laid_out(parse_document(text).blocks)
    >>> laid_out("Derivatives are rows, the derivative of a vector by a vector has the numerator in the rows.")
    True
    >>> laid_out("Derivatives are rows, the derivative of a vector by a vector has it in the columns.")
    False
    """
    sentences = (words for paragraph in _paragraphs(blocks) for words in _sentences(paragraph))
    return any(LAID_OUT.search(words) and ROWS.search(words) and _is_plain(words) for words in sentences)


def layouts_said(blocks: Sequence[Block]) -> dict[str, frozenset[Layout]]:
    """What sentences say of the layout of each kind of derivatives; what others beside them may take back is open.

    >>> from symderiv.document import parse_document
    >>> def said(text): return {k: [*v] for k, v in layouts_said(parse_document(text).blocks).items()}
    >>> said("The Jacobian has one row per input.")
    {'vectors by vectors': [<Layout.ROWS_BELOW: 'rows of what it is taken by'>]}
    """
    found: dict[str, set[Layout]] = {}
    for sentences in map(_sentences, _paragraphs(blocks)):
        for n, words in enumerate(sentences):
            told = layout_told(words)
            if told is None or (told.layout is Layout.OPEN and _is_told_otherwise(words)):
                continue
            beside = (*sentences[max(n - 1, 0) : n], *sentences[n + 1 : n + 2])
            is_sure = not any(_takes_back(x) for x in beside if not is_of_others(x))
            for kind in sorted(told.of):
                found.setdefault(kind, set()).add(told.layout if is_sure else Layout.OPEN)
    return {kind: frozenset(layouts) for kind, layouts in found.items()}


def layouts_doubted(blocks: Sequence[Block]) -> tuple[str, frozenset[str]]:
    """The layout that a sentence surely names, or '', and the kinds of derivatives whose layout words may tell
    otherwise, or tell in a way that is not understood.

    >>> from symderiv.document import parse_document
    >>> def told(text): return layouts_doubted(parse_document(text).blocks)
    >>> told("We use the numerator layout.")
    ('numerator', frozenset({'numbers by matrices'}))
    >>> told("The derivative of a vector by a vector has the numerator in the columns.")
    ('', frozenset({'vectors by vectors'}))
    >>> told("Gradients are row vectors. The numerator is differentiated first.")
    ('', frozenset())
    """
    named: set[str] = set()
    doubted: set[str] = set()
    shaped = False
    for sentences in map(_sentences, _paragraphs(blocks)):
        for n, words in enumerate(sentences):
            if not any(x in words.lower() for x in SIGNS_OF_LAYOUT) or ENTRY.fullmatch(words) or is_of_others(words):
                continue
            beside = (*sentences[max(n - 1, 0) : n], *sentences[n + 1 : n + 2])
            convention = CONVENTION.fullmatch(words)
            sure = not any(map(_takes_back, beside))
            shaped = shaped or SHAPED.search(words) is not None
            if convention is not None and sure:
                named.add("numerator" if re.search("numerator|分子|Zähler", words, re.I) else "denominator")
            elif SPEAKS.search(words) and not is_understood(words) and not (sure and _lays_out(words)):
                doubted |= EVERY if NAMES.search(words) and not ASIDE.search(words) else {BY_VECTORS}
            doubted |= {BY_MATRICES} if OF_MATRICES.search(words) and not is_understood(words) else set()
    if len(named) > 1:
        return "", EVERY
    if named and BY_VECTORS not in doubted:
        more = {BY_VECTORS} if "denominator" in named else set() if shaped else {BY_MATRICES}
        return next(iter(named)), frozenset(doubted | more)
    return "", frozenset(doubted)


def is_understood(words: str) -> bool:
    """Does a sentence tell a layout that is understood?

    >>> is_understood("The Jacobian has one row per output"), is_understood("The Jacobian has the rows of something")
    (True, False)
    """
    told = layout_told(words)
    return told is not None and told.layout is not Layout.OPEN


def _is_told_otherwise(words: str) -> bool:
    """Is it understood as one that names a layout, calls derivatives rows, or tells their layout by an entry?"""
    return any(x.fullmatch(words) for x in (CONVENTION, ENTRY)) or _is_plain(words)


def _lays_out(words: str) -> bool:
    return LAID_OUT.search(words) is not None and _is_plain(words)


def _is_plain(words: str) -> bool:
    behind = words.partition(":")[2]
    return any(x.fullmatch(words) for x in (PLAIN, PLAIN_ABROAD)) and not _takes_back(behind)


def _takes_back(words: str) -> bool:
    """May a sentence beside it say something else of derivatives?"""
    calls = COLUMNS.search(words) is not None and (FORMULA not in words or DERIVES.search(words) is not None)
    return calls or DENIED.search(words) is not None or ASIDE.search(words) is not None


def _paragraphs(blocks: Sequence[Block]) -> Iterator[str]:
    """The text of each paragraph with a sign for each formula."""
    text, paragraph = "", None
    for block in blocks:
        if not isinstance(block, (Prose, Display)):
            continue
        if block.paragraph != paragraph:
            yield text
            text, paragraph = "", block.paragraph
        text += block.text if isinstance(block, Prose) else FORMULA if block.inline else DISPLAYED
    yield text


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph; solutions of a class often have the same."""
    return tuple(x.strip() for x in STOP.split(_spelled_out(without_abbreviations(text))) if x.strip())


def _spelled_out(text: str) -> str:
    """The text with sentences for the clauses that leave off the derivative: `.. is a row, that of a vector by ..`."""
    for derivative, clause, whole in LEFT_OFF:
        if derivative.search(text):
            text = clause.sub(f". {whole} ", text)
    return text
