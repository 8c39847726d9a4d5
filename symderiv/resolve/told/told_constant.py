r"""Names that words call constants, and nothing more: `where $Z$ is a constant`, `$C$ は定数`, `$Z$ 为常数`.

Such a name is given and depends on nothing, also where it looks like what is made of everything, the Z of
`p = \frac{1}{Z} e^{-E}`. A constant of which more is said, that it normalises something, or in what it is constant
(`a constant independent of $x$`), may depend on the rest; so may one in a case or in a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...document.blocks import Block, Display, Prose
from ...errors import ReadError
from ...latex import tree as t
from ...latex.asserted_abroad import speaks_of_case_abroad
from ...latex.hedged import is_hedged
from ...latex.joining import AND
from ...latex.tree import Formula
from ...pattern import lazily
from ..located import Located, read_of
from ..spelled.shape import Shape, shape_of

_KIND = r"(?:(?:positive|negative|real|fixed|given|known|arbitrary|numerical|scalar|non-?zero|mere|pure|plain)[\s,]+)*"
_ONLY = r"(?:(?:just|simply|merely|only|both|all|here|also|some|an?|again)\s+)*"
_GERMAN = r"(?:(?:dabei|hier|hierbei|jeweils|alle|eine|beliebige|positive|reelle|feste|gegebene)\s+)*"
_WEIGHT = (
    r"(?:regulari[sz](?:ation|ing)|weight[- ]decay|penalty|ridge|shrinkage)\s+"
    r"(?:parameter|coefficient|constant|strength|weight|factor)s?"
)
_WEIGHT_BEHIND = (
    r"(?:is|are|be|being|denotes?|represents?)\s+(?:(?:the|an?|our|some)\s+)?"
    rf"{_KIND}(?:{_WEIGHT}|hyper-?parameters?)",
    r"(?:は|を)\s*正則化(?:の)?(?:パラメータ|パラメーター|係数|項の係数)(?:である|です|だ|とする|とします)?(?!\s*と)",
    r"(?:为|是|為)\s*(?:正则化|正則化|惩罚|权重衰减)(?:项)?(?:的)?(?:参数|系数|係數|超参数)",
    r"(?:ist|sei|bezeichnet)\s+(?:der|ein|den)\s+Regularisierungs(?:parameter|koeffizient|faktor)",
    r"(?:est|désigne)\s+(?:le|un)\s+(?:paramètre|coefficient)\s+de\s+régularisation",
    r"es\s+(?:el|un)\s+(?:parámetro|coeficiente)\s+de\s+regularización",
)
"""What weighs a penalty is a number that is chosen."""
_LANGUAGES = (
    *_WEIGHT_BEHIND,
    rf"(?:is|are|be|being|denotes?|represents?)\s+{_ONLY}{_KIND}constants?(?:\s+(?:numbers?|values?|scalars?))?",
    rf"[,(]\s*{_ONLY}{_KIND}constants?",
    r"(?:は|も|が|を)\s*(?:すべて|全て|いずれも|ともに|正の|実|ある|任意の|単なる|与えられた|既知の)*定数(?:である|です|だ|とする|とします)?(?!\s*と)",
    r"(?:均|都|皆)?(?:为|是|為)\s*(?:一个|一個|某个|给定的?|已知的?|固定的?|正|实|任意)*(?:常数|常量|常數)",
    r"(?:는|은|가|이|를|을)\s*(?:(?:양의|실수|어떤|주어진|모두)\s*)*상수(?:이다|입니다|다|임)?",
    rf"(?:ist|sind|sei|seien|bezeichnet|bezeichnen)\s+{_GERMAN}(?:Konstanten?|konstant)",
    rf"{_GERMAN}(?:Konstanten?|konstant)\s+(?:ist|sind|sei|seien)",
    r"(?:est|sont|désigne|désignent)\s+(?:(?:une|des)\s+)?constantes?(?:\s+(?:positive|réelle|fixée?|donnée|arbitraire)s?)*",
    r"(?:es|son)\s+(?:(?:una|unas)\s+)?constantes?(?:\s+(?:positiva|real|dada|fija|arbitraria)(?:e?s)?)*",
    r"(?:è|sono)\s+(?:(?:una|delle)\s+)?costant[ei]|(?:é|são)\s+(?:uma\s+)?constantes?",
    r"(?:[—–-]|это|есть)\s*(?:константы?|постоянн(?:ая|ые))",
)
AND_BEHIND = rf"(?:[,、，]\s*(?:{AND}\s)?|{AND})"
_ANOTHER = r"\$[^$=<>]*\$"
_END = rf"(?=\s*(?:[.;:!)。；）．]|\Z|{AND_BEHIND}?\s*(?:(?:the|each|all|our)\s+)?{_ANOTHER}))"
CALLED = lazily(rf"(?:\s*{AND_BEHIND}\s*{_ANOTHER})*\s*(?:{'|'.join(_LANGUAGES)}){_END}", re.I)
"""How a sentence goes on behind a name, or behind the first of several."""
_STARTS = r"(?:\A|[.;:,、，。()（）]|\b(?:where|and|with|here|that|wobei|und|dabei|où|et|donde|y|dove|onde)\b)"
_MADE = (
    r"(?:sum|total|product|norm|length|mean|average|variance|maximum|minimum|derivative|gradient|slope|loss"
    r"|rate of change|error|cost|energy|objective|function|outputs?|results?|values?|ratio|difference|quotient|integral"
    r"|right|left)"
)
_NOUN = rf"(?:(?!(?:of|in|with|to|for|on|by|from|at|as|is|are|and|or|not|no|{_MADE})\b)[a-z][a-z-]+\s+){{1,3}}"
BEFORE = lazily(
    rf"(?:{_STARTS}|{_ANOTHER}\s*{AND_BEHIND}|其中|这里|這裡|而|ここで|ただし|여기서|где)"
    rf"\s*(?:the\s+{_NOUN}|(?:(?:the|these|all|each|our|die|les|las|los|le|i)\s+)?)\Z",
    re.I,
)
"""What may stand before it, also what it is called (`the baseline $b$`), if that is made of nothing else."""
OTHERS = lazily(rf"(?:{_ANOTHER}\s*{AND_BEHIND}\s*)+\Z", re.I)
"""The first of several names, `$a$ and $b$`."""
NO_FACT = lazily(
    r"\b(?:if|when|whenever|unless|until|suppose|supposing|assum\w+|let|since|because|as|given that|provided|once"
    r"|treat\w*|consider\w*|regard\w*|hold\w*|kept|keep\w*|neither|nor|weil|da|wenn|falls|angenommen|si|comme|puisque|porque)\b"
    r"|\b(?:regions?|sets?|points?|places?|steps?|phases?|limits?|regimes?|intervals?|cases?)\b[^.;]*\bwhere\s*\Z"
    r"|\b(?:true|false|wrong|refute|mistakes?|claims?|cases?|far from|close to)\b"
    r"|\A\W*(?:for|in|at|on|under|within|near|during|after|before)\b(?!.*\b(?:where|here)\b)"
    r"|もし|仮定|なら|とき|場合|如果|若|假设|因为|當|만약",
    re.I,
)
"""Words before it by which it is a case, a reason or a view of it."""
NORMALISING = lazily(
    r"normali[sz]|partition|normier|zustandssumme|正規化|規格化|分配関数|归一|歸一|规范化|配分|정규화|분배|нормир|статсумм",
    re.I,
)
MORE = lazily(
    r"[^.;。；]*[?？]|[^.;。；]*[.;。；]\W*(?:it|its|this|that|they|their|these|その|これ|それ|它|这|该)(?![a-z])"
    r"|\s*:(?!\s*(?:it|they)\s+(?:depends?\s+(?:neither|on\s+no)|do(?:es)?\s+not\s+depend|(?:is|are)\s+independent)\b)",
    re.I,
)
"""What goes on behind such words by which they are a question, or by which more is said of the name."""
SUMS_TO_ONE = lazily(
    r"probab|\bdistribut|\bdensit(?:y|ies)|(?:sums?|adds?)(?:\s+up)?\s+to\b|wahrscheinlich|verteilung|確率|分布|総和|概率|확률",
    re.I,
)
"""Words of pages on which a normaliser has to be what it is, whatever it is called."""
OF = lazily(r"\b(?:of|von|de)\s+(?:the\s+)?\Z", re.I)
PLAIN = lazily(r"(?<![A-Za-z$\\_^{}'’-])(?P<letter>[A-Za-z])(?=\s)")
"""A letter outside mathematics."""


def told_constant(located: Sequence[Located], blocks: Sequence[Block] = ()) -> frozenset[str]:
    r"""The letters of such names, all of whose names on the page are alike.

    >>> from symderiv.document import parse_document, read_formulas
    >>> def told(text):
    ...     page = parse_document(text)
    ...     return sorted(told_constant(read_formulas(page), page.blocks))
    >>> told("where $a$ and $Z$ are constants."), told("$Z$ は正の定数である。"), told("Here Z is a constant.")
    (['Z', 'a'], ['Z'], ['Z'])
    >>> told("$Z$ is a constant that makes it sum to 1."), told("If $Z$ is a constant."), told("$Z$ 是归一化常数。")
    ([], [], [])
    """
    alone = [(d, x) for d, f in located if d.inline and (x := _alone(f)) is not None]
    open_ = set(_with_more(blocks))
    facts = ((d, x) for d, x in alone if not d.struck and d.latex not in open_ and _is_fact(d.before, d.after))
    found = {x.base: len(x.pieces) for d, x in facts}
    found |= dict.fromkeys(_in_prose(blocks), 0)
    if not found:
        return frozenset()
    made = {x.base for d, x in alone if NORMALISING.search(d.before + d.after)}
    names = (shape_of(x) for f in read_of(located) for s in f.statements for x in t.of_kind(s, t.Name))
    other = {x.base for x in names if x is not None and x.base in found and len(x.pieces) != found[x.base]}
    return frozenset(found) - made - other


def begins(before: str) -> bool:
    """May a fact about a name begin with these words before it, the first of several names left out?

    >>> begins("The states $a$ and "), begins("The norms of $a$ and "), begins("The norm of ")
    (True, False, False)
    """
    return BEFORE.search(OTHERS.sub("", before)) is not None


def _is_fact(before: str, after: str) -> bool:
    if CALLED.match(after) is None or not begins(before):
        return False
    said = re.split(r"[.。;；]\s", before)[-1]
    case = NO_FACT.search(said) is not None or speaks_of_case_abroad(before)
    return not (case or is_hedged(before, after) or NORMALISING.search(said + after))


def _alone(f: Formula | ReadError) -> Shape | None:
    """The name that a formula is."""
    one = f.statements[0].chain if isinstance(f, Formula) and len(f.statements) == 1 else None
    return shape_of(one.members[0]) if one is not None and len(one.members) == 1 else None


def _with_more(blocks: Sequence[Block]) -> Iterator[str]:
    """The formulas of which a sentence says so, and the next one more."""
    for a, b in pairwise(blocks):
        if isinstance(a, Display) and isinstance(b, Prose):
            called = CALLED.match(b.text)
            if called is not None and MORE.match(b.text, called.end()):
                yield a.latex


def _in_prose(blocks: Sequence[Block]) -> Iterator[str]:
    """The letters of which words say so without any mathematics."""
    for block in blocks:
        text = block.text if isinstance(block, Prose) and not block.struck and "onst" in block.text else ""
        for found in PLAIN.finditer(text):
            called = CALLED.match(text, found.end())
            ends = called is not None and text[called.end() :].strip() != ""
            if ends and _is_fact(text[: found.start()], text[found.end() :]):
                yield found["letter"]


def normalises(located: Sequence[Located], blocks: Sequence[Block]) -> bool:
    r"""Does the page say that something sums to 1, or speak of probabilities?"""
    words = [w for d, _ in located for w in (d.before, d.after)] + [b.text for b in blocks if isinstance(b, Prose)]
    if any(SUMS_TO_ONE.search(w) or NORMALISING.search(w) for w in words):
        return True
    chains = (s.chain for f in read_of(located) for s in f.statements)
    return any(t.Number("1") in c.members and any(isinstance(m, t.BigSum) for m in c.members) for c in chains)


def called_constant(display: Display) -> bool:
    """Do the words behind a formula call it a constant, and not what they are about, the derivative of it?"""
    return CALLED.match(display.after) is not None and OF.search(display.before) is None
