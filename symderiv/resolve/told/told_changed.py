r"""Names that words make something else of: `$h_i$ is then squared`, `replace $h_i$ by its square`.

Such a sentence changes what a name is, whatever its definition says, where no formula of the page does the same. Of
data it says nothing that a page would have to use; so only names that an equation defines are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...document.blocks import Block, Prose
from ...latex import tree as t
from ...latex.sentences import first, last
from ...latex.tree import Formula
from ...pattern import lazily
from ..asked import remembered
from ..located import Located, read_of
from .told_altered import CASE, COMMA, GOES_ON, head_of_statement, made_of, name_of
from .untold import CHANGED, Untold

_DONE = (
    r"(?:squared|cubed|doubled|halved|negated|inverted|rounded|clipped|truncated|normali[sz]ed|cent(?:red|ered)"
    r"|standardi[sz]ed|whitened|binari[sz]ed|quanti[sz]ed|thresholded)"
)
_OFTEN = (
    r"(?:(?:all|each|both|then|also|now|always|here|first|further|additionally|simply|afterwards|subsequently)\s+)*"
)
_NOUN = (
    r"(?:squares?(?: roots?)?|absolute values?|negatives?|opposites?|reciprocals?|inverses?|logarithms?|signs?"
    r"|halves|half|doubles?|moduli|modulus|Quadrate?|(?:Quadrat)?[Ww]urzeln?|Beträge|Betrag|Absolutbetrag|Kehrwerte?|Logarithm\w+"
    r"|Vorzeichen|carrés?|racines?(?: carrées?)?|valeurs? absolues?|opposés?|logarithmes?|signes?|cuadrados?"
    r"|raí(?:z|ces)(?: cuadradas?)?|valor(?:es)? absolutos?|logaritmos?|signos?)"
)
_ITS = r"(?:its|their|the|seine?n?|ihre?n?|son|sa|leurs?|ses|su|sus)"
_NUMBER = (
    r"(?:\$\s*(?:[-+]?(?:\d+(?:\s*/\s*\d+|\.\d+)?|\\[dt]?frac\s*(?:\{\d+\}\s*\{\d+\}|\d\s*\d)))\s*\$"
    r"|[-+−]?\d+(?:/\d+|[.,]\d+)?(?![\d.A-Za-z])|(?:two|three|four|zwei|drei|deux|trois|dos|tres|二|三|两|兩)(?![A-Za-z]))"
)
_NOT = r"(?:(?!nicht\b|nie\b|niemals\b)\w+\s+)"
BEHIND = lazily(
    rf"\s*(?:values?\s+)?(?:is|are|gets?|has been|have been|will be|must be)\s+{_OFTEN}{_DONE}"
    r"(?:\s+(?:to|at|by|towards)\b[^,;]*|\s+(?:before|after|first|now|here|everywhere|componentwise|elementwise)\b.*)?\s*\Z"
    rf"|\s*{_OFTEN}(?:changes?|flips?|switch(?:es)?|reverses?)\s+(?:(?:its|their|the)\s+)?signs?\s*\Z"
    rf"|\s*(?:is|are|gets?)\s+{_OFTEN}(?:(?:taken|given|provided)\s+(?:with\s+)?)?(?:an?|the)\s+"
    r"(?:minus|opposite|negative|other)(?:\s+sign)?\s*\Z"
    rf"|\s*(?:is|are|gets?)\s+{_OFTEN}(?:reversed|flipped|changed|inverted)\s+in\s+sign\s*\Z"
    rf"|\s*(?:is|are|will be)\s+{_OFTEN}replaced\s+(?:by|with)\s+{_ITS}\s+{_NOUN}\b"
    rf"|\s*(?:is|are|gets?|will be)\s+{_OFTEN}(?:multiplied|scaled|rescaled|divided|shifted)\s+(?:down |up )?"
    rf"(?:by|with)\s+(?:a |the )?(?:factor (?:of )?)?{_NUMBER}\s*\Z"
    r"|\s*(?:denotes?|is|are|means?)\s+(?:the\s+)?(?:squared|rounded|clipped|normali[sz]ed|standardi[sz]ed"
    r"|cent(?:red|ered))\s+(?:values?|versions?|ones?)\s*\Z"
    r"|\s*(?:is|are)\s+(?:then\s+|now\s+)?divided\s+by\s+(?:the|its|their)\s+(?:number|size|norm|length|sum"
    r"|standard deviation)\b[^,;$]*\Z"
    r"|\s*(?:is|are)\s+(?:then\s+|now\s+)?multiplied\s+by\s+an?\s+(?:random\s+|binary\s+|dropout\s+)*mask\s*\Z"
    rf"|\s*(?:is|are)\s+{_OFTEN}shifted\s+by\s+{_ITS}\s+(?:mean|minimum|maximum)s?\s*\Z"
    r"|\s*(?:wird|werden)\s+"
    rf"{_NOT}{{0,2}}"
    r"(?:quadriert|gerundet|normiert|normalisiert|zentriert|standardisiert|verdoppelt"
    r"|halbiert|negiert|abgeschnitten|mit (?:einem )?(?:Minus(?:zeichen)?|umgekehrtem Vorzeichen) versehen)\s*\Z"
    r"|\s*(?:wechselt|wechseln|ändert|ändern)\s+(?:hier\s+|nun\s+|jetzt\s+)?(?:das|sein|ihr)\s+Vorzeichen\s*\Z"
    r"|\s*(?:change|changent)\s+(?:alors\s+|ensuite\s+)?de\s+signe\s*\Z|\s*cambian?\s+de\s+signo\s*\Z"
    r"|\s*(?:меняет|меняют)\s+знак\s*\Z|\s*(?:умножается|умножаются)\s+на\s+(?:\$?[-+−]?\d+\$?|минус один)\s*\Z"
    rf"|\s*(?:wird|werden)\s+{_NOT}{{0,2}}durch\s+{_ITS}\s+{_NOUN}\s+ersetzt\b"
    rf"|\s*(?:wird|werden)\s+{_NOT}{{0,2}}(?:mit|um|durch)\s+(?:dem Faktor\s+)?{_NUMBER}"
    r"\s+(?:multipliziert|skaliert|geteilt|dividiert|verschoben)\s*\Z"
    rf"|\s*durch\s+{_ITS}\s+{_NOUN}\b"
    r"|\s*(?:est|sont)\s+(?:\w+\s+)?(?:élevée?s?\s+au\s+carré|arrondie?s?|normalisée?s?|normée?s?|centrée?s?|doublée?s?"
    r"|tronquée?s?)\s*\Z"
    rf"|\s*(?:est|sont)\s+(?:\w+\s+)?remplacée?s?\s+par\s+{_ITS}\s+{_NOUN}\b"
    rf"|\s*(?:est|sont)\s+(?:\w+\s+)?(?:multipli|divis)ée?s?\s+par\s+{_NUMBER}\s*\Z"
    rf"|\s*(?:par|por)\s+{_ITS}\s+{_NOUN}\b"
    r"|\s*(?:se\s+(?:elevan?\s+al\s+cuadrado|redondean?|normalizan?|centran?|duplican?))\s*\Z"
    rf"|\s*(?:se\s+(?:multiplican?|dividen?)|(?:es|son|está|están)\s+(?:multiplicad|dividid)[oa]s?)\s+(?:por|entre)\s+{_NUMBER}\s*\Z"
    rf"|\s*(?:denotes?|means?|stands?\s+for)\s+the\s+{_NOUN}\s+of\s+the\s+(?:above|former|same)\s*\Z"
    r"|\s*[はをがも]\s*(?:すべて|全て|さらに|その後|後で)?(?:その|それぞれの)?\s*(?:\$?2\$?乗|２乗|二乗|自乗|平方|絶対値|逆数|対数|平方根)"
    r"\s*(?:する|します|される|されます|で置き換え|に置き換え|に置換)"
    r"|\s*[はをがも]\s*(?:すべて|全て|さらに|その後)?(?:正規化|規格化|標準化|四捨五入|中心化)(?:する|します|される|されます|しておく)\s*\Z"
    r"|\s*を(?:丸め|半分に|[2-9二三]倍に)(?:る|ます|する|します|られる)\s*\Z"
    rf"|\s*[はをがも]\s*{_NUMBER}\s*倍(?:する|します|される|されます)\s*\Z"
    r"|\s*(?:の)?符号(?:を|が|は)(?:反転|変え|逆に)(?:する|します|される|る|ます)?"
    r"|\s*(?:都|均|会|會|再|被|要)*(?:替换为|替换成|换成|換成|替換為|取)(?:它|其|它们|自身|它自己)?的?"
    r"(?:平方根?|绝对值|相反数|倒数|对数|符号|絕對值|對數)"
    r"|\s*(?:都|均|会|會|再|被|要)*(?:平方|取整|归一化|標準化|标准化|中心化|四舍五入|加倍|减半|取反)\s*\Z"
    rf"|\s*(?:都|均|会|會|再|被|要)*(?:乘以|除以|乘上|缩放)\s*{_NUMBER}\s*\Z",
    re.I,
)
"""How a sentence goes on behind a name and ends, so that the name is something else from there on;"""
BY_ITSELF = lazily(rf"\s*(?:by|with)\s+{_ITS}\s+{_NOUN}\b", re.I)
ACTIVELY = lazily(
    r"\b(?:we|you|one)\s+(?:\w+\s+)?(?:subtract\s+(?:the|its|their)\s+(?:\w+\s+)?mean\s+from"
    r"|add\s+(?:\w+\s+)?noise\s+to|apply\s+dropout\s+to)\s+(?:(?:all|each|every|the)\s+)*\Z",
    re.I,
)
"""Words before it of who makes its mean 0, or something random of it;"""
MAKING = lazily(
    r"\b(?:we|you|one)\s+(?:(?!never\b|cannot\b|not\b)\w+\s+)?(?:squares?|cubes?|doubles?|halves?|negates?|inverts?|rounds?|clips?"
    r"|truncates?|normali[sz]es?|cent(?:re|er)s?|standardi[sz]es?)\s+(?:(?:all|each|every|the)\s+)*\Z",
    re.I,
)
"""of who does to it what `BEHIND` says is done,"""
ENDS = lazily(r"\s*(?:(?:component|element)-?wise|first|afterwards|here|everywhere|as well|too)?\s*\Z", re.I)
"""and no more in the sentence;"""
MULTIPLYING = lazily(
    r"\b(?:we|you|one)\s+(?:(?!never\b|cannot\b|not\b)\w+\s+)?(?:multipl(?:y|ies)|scales?|rescales?|divides?)\s+(?:(?:all|each|every|the)\s+)*\Z"
    r"|\b(?:multiplizier|skalier|dividier)(?:en|t)\s+(?:wir|man)\s+(?:\w+\s+)?\Z"
    r"|\b(?:wir|man)\s+(?:multiplizier|skalier|dividier)(?:en|t)\s+(?:\w+\s+)?\Z"
    r"|\b(?:on|nous)\s+(?:multipli|divis)\w+\s+(?:\w+\s+)?\Z|\b(?:multiplicamos|dividimos|se\s+(?:multiplica|divide))\s+(?:\w+\s+)?\Z",
    re.I,
)
BY_A_NUMBER = lazily(rf"\s*(?:by|with|mit|durch|par|por|entre)\s+{_NUMBER}\s*(?:multipliziert)?\s*\Z", re.I)
"""words around it of who multiplies it by a number;"""
REPLACING = lazily(r"\b(?:we\s+(?:\w+\s+)?)?(?:replace|replacing)\s+(?:(?:all|each|every|the|our)\s+)*\Z", re.I)
"""words around it of who replaces it."""
SIGN = lazily(r"\b(?:the\s+)?signs?\s+of\s+(?:the\s+|all\s+|each\s+)*\Z|\b(?:Vorzeichen\s+von|signe\s+de)\s+\Z", re.I)
TURNED = lazily(
    r"\s*(?:is|are|gets?)\s+(?:then\s+|now\s+|also\s+)?(?:flipped|reversed|changed|inverted|switched|dropped|ignored)\b"
    r"|\s*(?:wird|werden)\s+(?:umgekehrt|umgedreht|vertauscht|weggelassen)\b|\s*est\s+(?:inversé|changé|ignoré)\b",
    re.I,
)
"""Words around it that turn its sign."""
TURNING = lazily(r"\b(?:drop|flip|reverse|change|ignore|switch)\s+(?:the\s+)?signs?\s+of\b", re.I)
"""the same of who does so."""
RELATIVE = lazily(
    r"\b(?:which|that|because|since|as|in|where|whose|when|how|square|squares|derivative|gradient|slope"
    r"|sum|error|loss|update|weights?\s+of|des|der|du|de la)\s+(?:the\s+)?\Z",
    re.I,
)
"""Words before a name behind which something else than the name may be meant."""
APPOSED = lazily(
    r"(?:\A\W*|[,;:]\s*)(?:(?:then|now|finally|next|here|in the end|afterwards|first|and|but)[\s,]+)*"
    r"(?:the|our|this|each|every)\s+(?:\w+\s+)?(?:loss|cost|error|objective|sum|gradient|slope|update)\s*\Z",
    re.I,
)
"""Words before a name that only say what it is: `The loss $E$ is negated`."""
BOLD = lazily(
    r"\bbold(?:face|-faced?)?\s+(?:letters?|symbols?|names?|quantities|type|characters?|lowercase\s+letters?)?\s*"
    r"(?:denotes?|are|is|stands?\s+for|means?|indicates?|represents?|refers?\s+to|marks?)\s+(?:the\s+|all\s+)?"
    r"(?:(?:normali[sz]ed|cent(?:red|ered)|standardi[sz]ed|whitened|rounded|unit|scaled|rescaled|averaged?|mean)\b"
    r"|vectors?\s+(?:scaled|divided|multiplied|normali[sz]ed|of\s+(?:unit|length)))"
    r"|\b[Ff]ett(?:e|gedruckte|gesetzte)?\s+(?:Buchstaben|Symbole)\s+(?:sind|bezeichnen|stehen\s+für)\s+(?:die\s+)?"
    r"(?:normiert|normalisiert|zentriert|standardisiert|Einheits)"
    r"|(?:lettres|symboles)\s+(?:en\s+)?gras\s+(?:désignent|sont|représentent)\s+(?:des|les)\s+vecteurs\s+"
    r"(?:normalis|norm|centr|unitaires)"
    r"|太字(?:の(?:文字|記号))?は(?:正規化|規格化|標準化|中心化|単位)|(?:粗体|黑体|加粗)(?:字母|符号)?(?:表示|代表|为|是)(?:归一化|标准化|单位|中心化)",
    re.I,
)
"""Words that make something else of all that is in bold."""

IN_BOLD = lazily(r"\\(?:mathbf|boldsymbol|bm|mathbfit|pmb)\s*\{?\s*(\\?[A-Za-z]+)")
"""What is."""


def told_changed(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[Untold]:
    r"""The names that words make something else of, and what is made of these.

    >>> from symderiv.document import parse_document, read_formulas
    >>> def told(text):
    ...     document = parse_document(text)
    ...     return [u.base for u in told_changed(read_formulas(document), document.blocks)]
    >>> told("$h = a + b$, $E = 3 h$. Then $h$ is squared."), told("$h = a + b$, $E = h^2$. Then $h$ is squared.")
    (['h', 'E'], [])
    >>> told("$h = a + b$. $h$ は正規化する。"), told("$h = a + b$. If $h$ is squared, .."), told("$x$ is squared.")
    (['h'], [], [])
    """
    for display, formula in located:
        if not display.inline or not isinstance(formula, Formula):
            continue
        found = _changed(display.before, display.after)
        name = name_of(formula) if found is not None else None
        if found is None or name is None or not _is_defined(name.base, located):
            continue
        if _is_done(name.base, found, located):
            continue
        yield from _with_made(name.base, display.line, located)
    said = next((b for b in blocks if isinstance(b, Prose) and BOLD.search(b.text)), None)
    if said is not None:
        bold = {x for f in read_of(located) for x in IN_BOLD.findall(f.source.text)}
        yield from (Untold(base, said.line, kind=CHANGED) for base in sorted(bold))


def _with_made(base: str, line: int, located: Sequence[Located]) -> Iterator[Untold]:
    yield Untold(base, line, kind=CHANGED)
    yield from (Untold(x, line, text=base, kind=CHANGED) for x in made_of(base, located))


@lru_cache(maxsize=1024)
def _changed(before: str, behind: str) -> str | None:
    """The words that make something else of the formula before or behind them."""
    said, after = last(before), first(behind)
    if CASE.search(COMMA.split(said)[-1]) or GOES_ON.match(behind):
        return None
    making = MAKING.search(said)
    if making is not None:
        return making[0] if ENDS.match(after) else None
    if RELATIVE.search(said) and not APPOSED.match(said):
        return None
    if SIGN.search(said):
        return "sign" if TURNED.match(after) or TURNING.search(said) else None
    active = ACTIVELY.search(said)
    if active is not None:
        return active[0]
    if MULTIPLYING.search(said):
        return after if BY_A_NUMBER.match(after) else None
    if REPLACING.search(said):
        return after if BY_ITSELF.match(after) else None
    found = BEHIND.match(after)
    if found is None:
        return None
    replaced = re.match(r"\s*(?:durch|par|por)\s", found[0])
    return found[0] if not replaced or re.search(r"\b(?:ersetz|rempla|reempla|sustitu)", said, re.I) else None


def _is_defined(base: str, located: Sequence[Located]) -> bool:
    return any(head_of_statement(s) == base for f in read_of(located) for s in f.statements)


def _is_done(base: str, words: str, located: Sequence[Located]) -> bool:
    """Does a formula do what the words say?"""
    formulas = [f for f in read_of(located) if not any(True for _ in t.of_kind(f, t.Derivative))]
    statements = [s for f in formulas for s in f.statements if s.chain.relations]
    if re.search(r"squar|quadr|carré|cuadrado|乗|平方", words, re.I):
        return any(_squares(s, base) for s in statements)
    digits = re.findall(r"\d+", words) or [n for x, n in SPELLED if re.search(x, words, re.I)]
    if digits:
        return any(head_of_statement(s) == base and {*digits} - {"1"} <= _numbers(s) for s in statements)
    if re.search(r"halve|halbier|减半|半分", words, re.I):
        return any(head_of_statement(s) == base and "2" in _numbers(s) for s in statements)
    if re.search(r"noise|dropout|mask", words, re.I):
        return any(_holds(f, base) and any(_holds(f, x) for x in RANDOM) for f in formulas)
    if re.search(r"round|clip|trunc|thresh|binar|quanti|gerund|arrond|四捨|丸|取整|四舍", words, re.I):
        return any(ROUNDS.search(f.source.text) for f in formulas)
    if re.search(r"norm|cent|zentr|standard|whiten|shift|mean|divided|正規|規格|標準|归一|标准|中心", words, re.I):
        return any(_normalises(f, base) for f in formulas)
    return False


SPELLED = ((r"\b(?:two|zwei|deux|dos)\b|[二两兩]", "2"), (r"\b(?:three|drei|trois|tres)\b|三", "3"), (r"\bfour\b", "4"))
"""Numbers as words."""
ROUNDS = lazily(r"\\l(?:floor|ceil)|\bclip|\bround|\\m(?:in|ax)\b|sign|\\operatorname\{sgn\}|\[[^\]]*[<>]")
"""What a formula has in it that rounds;"""
NORMALISES = lazily(
    r"\\[dt]?frac(?!\s*\{?1\}?\s*\{?2)|(?<!1)/|/(?!2)|\\sqrt|softmax"
    r"|\\bar|\\mu|\\mathbb\s*\{?E|\\hat|\\tilde|\\\||\\exp"
)
"""that normalises."""
RANDOM = r"\epsilon \varepsilon \xi \eta \nu \zeta \mu n m r d M D R mask".split()  # noqa: SIM905 - a table of names
"""Names of what is random."""
BY_ALL = lazily(r"softmax|\\\||\\lVert|norm")
"""What a formula has in it that divides by what all entries have."""


def _normalises(f: Formula, base: str) -> bool:
    """Does the definition of a name, or a formula that it stands in, divide by something of its kind?"""
    if any(head_of_statement(s) == base for s in f.statements):
        return NORMALISES.search(f.source.text) is not None
    inside = any(x.base == base for q in t.of_kind(f, t.Fraction) for x in t.of_kind(q, t.Name))
    return inside or (_holds(f, base) and BY_ALL.search(f.source.text) is not None)


@remembered
def _numbers(s: t.Statement) -> frozenset[str]:
    return frozenset(x.text for x in t.of_kind(s, t.Number))


def _squares(s: t.Statement, base: str) -> bool:
    """Does a statement have a power of the name itself?"""
    named = any(x.base == base and _has_number(x.scripts) for x in t.of_kind(s, t.Name))
    bases = (x.base for x in t.of_kind(s, t.Scripted) if _has_number(x.scripts))
    inner = (g.items[0] for g in bases if isinstance(g, t.Group) and len(g.items) == 1)
    return named or any(isinstance(x, t.Name) and x.base == base for x in inner)


def _has_number(scripts: Sequence[t.Script]) -> bool:
    return any(isinstance(e, t.Number) for s in scripts if s.above for e in s.entries)


def _holds(f: Formula, base: str) -> bool:
    return any(x.base == base for x in t.of_kind(f, t.Name))
