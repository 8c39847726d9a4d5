r"""Logarithms to other bases: `\log_2 p` is `\frac{\log p}{\log 2}`, and `\log_e p` is `\log p`.

Where `\log p = \frac{\ln p}{\ln 10}` stands, `\log` has the base 10 on the whole page: the equation holds for no other.
It has to be typed with both words, `\log` on the left and `\ln` on the right, and so by a number; two equations with
different numbers leave `\log` what it is. So it is where words say so: `$\log$ is to base 2`. Where words speak of
another base and it is not clear whether they mean the page's own `\log`, no line with it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.tree import Formula, Node, Number
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of
from ..said_in_place import gaps_of

LOG = "log"
"""The function that both words are read as."""
BASE = lazily(
    r"\b(?:to|in|of|with)\s+(?:the\s+)?base\s*(?:(?:of|is|=)\s*)?(?P<N>(?:2|10|two|ten)\b)"
    r"|\bbase[- ](?P<M>2|10|two|ten)\s+log"
    r"|\bbinary logarithms?\b(?P<TWO>)|\bdecimal logarithms?\b(?P<TEN>)"
    r"|\bzur Basis\s*(?P<D>2|10\b)|\b(?:en|de|in|na)\s+base\s*(?P<R>2|10\b)"
    r"|底は\s*(?P<J>2|10)\s*(?:とする|である|です|\Z|[。、])|以\s*(?P<C>2|10)\s*[为為]底|底[数數]?(?:为|為|是|取)\s*(?P<H>2|10)(?!\d)"
    r"|\blog(?:arithm)?s?\s+(?:is\s+|are\s+|has\s+|have\s+)?base\s*(?P<L>2|10)\b|밑[은이]?\s*(?P<K>2|10)(?!\d)"
    r"|\A\W*(?:is|are)\s+base\s*(?P<B>2|10)\b|\bis\s+base\s*(?P<I>2|10)\b",
    re.I,
)
"""Words for a base. A formula may hold the number."""
WORDS = """a all always and are as base binary by decimal denotes denote everywhere function functions have has here
    in is its log logs logarithm logarithms mean means note of on our page section take taken ten that the
    these they this throughout to two use used we with where basis dabei der die das ist sind zur alle logarithmus
    logarithmen wir verwenden den mit hier en de le les logarithme logarithmes est sont logaritmo logaritmos
    el los es son se la il i na o os são é
"""
PLAIN = frozenset(WORDS.split())
"""A sentence of other words may say that somebody else uses the base."""
WORD = lazily(r"(?<![\\\w])[^\W\d_\u3000-\u9fff\uac00-\ud7a3]{2,}")
SHORT = 6
EAST = lazily(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]+")
PLAIN_EAST = lazily(
    r"(?:ただし|なお|ここで|ここでは|本稿では|以下|以下では|対数|の|は|を|底|とする|とし|である|です|すべて|全て|常に|その|其中|这里|这裡|本文|所有|对数|對數"
    r"|的|均|都|以|为|為|底数|底數|是|取|用|使用|我们|我們|로그|밑|은|는|이다|의|여기서|모든|입니다|이고)*"
)
"""What is left of such a sentence in languages that put no spaces between words."""
OTHER_BASE = lazily(
    r"\b(?:base|basis|bases|основани\w*)\W{0,3}(?:(?:of|is|are|the|equal|to|равн\w*)\W+){0,3}\$?(?:2|10|two|ten|zwei|deux|dos|due|zehn)\b"
    r"|(?:底|밑)\S{0,3}?\s*\$?(?:2|10)(?!\d)|[以を]\s*\$?(?:2|10)\$?\s*[为為を]?底|\$?(?:2|10)\$?\s*(?:を|이|가)?\s*(?:底|밑)"
    r"|\b(?:binary|dyadic|dual|decimal|common|zweier|binäre\w*|binaires?|binario|décimal)\s?-?log|\blogarithm\w* dualis"
    r"|(?:二進|二进制|常用)(?:対数|对数)|상용로그|이진 ?로그"
    r"|\b(?:units?|measured|expressed|entropy)\b[^.;$]{0,30}\bbits\b|\b(?:einheit|gemessen|unité|mesuré\w*|unidad)\b[^.;$]{0,30}\bbits?\b",
    re.I,
)
"""Words for another base than e, or for what is measured with one."""
ABOUT = lazily(r"log|対数|对数|對數|로그|логарифм|bits?\b|entrop", re.I)
NATURAL = lazily(
    r"\bnatural\b(?!\s+(?:gradient|language|number|parameter|image|way|choice))|natürlich"
    r"|\bnaturels?\b|\bnépérien|自然[对対對]数|자연 ?로그|натуральн"
    r"|\bbase[- ]\$?e\b|\bBasis \$?e\b",
    re.I,
)
NOT_NATURAL = lazily(
    r"\b(?:not|never|no longer|instead of|rather than|unlike|nicht|statt|pas|plutôt|en vez|non|не|вместо)\b"
    r"\W+(?:\w+\W+){0,3}(?:natural|natürlich|naturel|натуральн|base[- ]\$?e\b)|自然\w{2}で(?:は)?な|不是自然",
    re.I,
)
"""Words by which `\\log` is natural, and those that deny it."""
ELSEWHERE = lazily(
    r"\b(?:some|many|most|other|often|sometimes|authors?|books?|texts?|papers?|people|shannon|would|could|might|may|if"
    r"|were|only changes|recall|remember"
    r"|axis|figures?|plots?|engineers?|information theor\w*|manchmal|oft|parfois|a veces)\b"
    r"|(?:\bnot|\bnever|n't)\s+(?:use\s+)?(?:to\s+|in\s+|of\s+)?(?:the\s+)?base\b|場合もある|有时|有時|때도 있",
    re.I,
)
OWN = lazily(
    r"\b(?:we|our|here|this|throughout|all|always|denotes?|wir|hier|nous|ici|usamos|aquí)\b|ここで|本|这里|我们|여기",
    re.I,
)
"""Words by which somebody else, or nobody, uses the base, unless words of the page's own stand beside them."""
OF_ANOTHER = lazily(r"\\(?:ln|lg|lb|ld)(?![a-zA-Z])|\\log\s*_")
UNSURE = r"words of this page may give `\log` another base than e"
HINT = r"say `\log` is natural, or to base 2, in a sentence of its own, or write `\ln`"
NAMED = {"two": "2", "ten": "10", "TWO": "2", "TEN": "10"}
SENTENCE = lazily(r"(?<=[.!?。！？])\s+|(?<=[。！？])|\n\s*\n")


def _is_about_bases(s: t.Statement) -> bool:
    return any(True for _ in _told(s.chain)) or any(_base(x) or _is_natural(x) for x in t.of_kind(s, t.Call))


@where(_is_about_bases)
def with_bases_of_logarithms(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with natural logarithms alone."""
    bases = {
        base.text: base
        for f in read_of(located)
        for s in f.statements
        for left, right, base in _told(s.chain)
        if _is_typed(f, left, "log") and _is_typed(f, right, "ln")
    }
    told = next(iter(bases.values())) if len(bases) == 1 else None
    return [(d, _based(f, told) if isinstance(f, Formula) else f) for d, f in located]


def with_bases_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas with natural logarithms alone, where words give `\log` another base."""
    if not any(d.source.text.find("log") >= 0 for d, _ in located):
        return list(located)
    sentences = SENTENCE.split("".join(_words(located, blocks)))
    said = [s for s in sentences if ABOUT.search(s) and (_numbers(s) or OTHER_BASE.search(s)) and not _of_another(s)]
    if not said:
        return list(located)
    plain = [s for s in said if _numbers(s) and _is_plain(s)]
    found = {n for s in plain for n in _numbers(s)}
    natural = any(ABOUT.search(s) and _is_natural_said(s) for s in sentences)
    if len(found) == 1 and not natural:
        told = Number(found.pop())
        return [(d, _based(f, told) if isinstance(f, Formula) else f) for d, f in located]
    if found or not (natural or all(ELSEWHERE.search(s) and not OWN.search(s) for s in said)):
        return [(d, _unread(f) if isinstance(f, Formula) else f) for d, f in located]
    return list(located)


def _is_plain(sentence: str) -> bool:
    """Does a sentence do nothing but say which base there is?"""
    east = EAST.findall(sentence)
    return set(WORD.findall(sentence.lower())) <= PLAIN and all(map(PLAIN_EAST.fullmatch, east))


def _is_natural_said(sentence: str) -> bool:
    return bool(NATURAL.search(sentence)) and not (NOT_NATURAL.search(sentence) or _of_another(sentence))


def _of_another(sentence: str) -> bool:
    r"""Is a sentence about `\lg` or `\log_2`, and not about `\log`?"""
    return OF_ANOTHER.search(sentence) is not None and re.search(r"\blog\b(?!\s*_)", sentence) is None


def _unread(f: Formula) -> Formula:
    """The formula without its logarithms to a base that is not clear."""

    def change(x: Any) -> Node | None:
        own = isinstance(x, t.Call) and x.function == LOG and not x.scripts and _is_typed(f, x, "log")
        return t.Misfit(UNSURE, HINT, span=x.span) if own else None

    return replace(f, statements=tuple(rebuilt(s, change) for s in f.statements))


def _words(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[str]:
    """The words of a page, short formulas of its sentences among them."""
    for n, gap in gaps_of(located, blocks):
        yield gap
        if n >= 0:
            display, _ = located[n]
            yield display.source.text if display.inline and len(display.source.text) <= SHORT else "\n\n"


def _numbers(sentence: str) -> list[str]:
    found = (next((k, v) for k, v in m.groupdict().items() if v is not None) for m in BASE.finditer(sentence))
    numbers = (NAMED.get(kind, NAMED.get(text.strip("$ ").lower(), text.strip("$ "))) for kind, text in found)
    return [x for x in numbers if x]


def _based(f: Formula, told: Number | None) -> Formula:
    """The formula, every logarithm divided by that of its base; `told` is that of the page's own."""

    def change(x: Any) -> Node | None:
        if not isinstance(x, t.Call) or x.function != LOG or x.primes:
            return None
        base = _base(x)
        if _is_natural(x):
            return replace(x, args=tuple(rebuilt(a, change) for a in x.args), scripts=())
        if base is None and told is not None and not x.scripts and _is_typed(f, x, "log"):
            base = told
        if base is None:
            return None
        natural = replace(x, args=tuple(rebuilt(a, change) for a in x.args), scripts=())
        return t.Fraction(natural, t.Call(LOG, (base,), span=x.span), span=x.span)

    return replace(f, statements=tuple(rebuilt(s, change) for s in f.statements))


def _base(x: t.Call) -> Number | None:
    r"""The 2 of `\log_2 x`."""
    entry = _below(x)
    return entry if isinstance(entry, Number) and entry.text not in ("0", "1") else None


def _is_natural(x: t.Call) -> bool:
    r"""Is it `\log_e x`?"""
    entry = _below(x)
    return isinstance(entry, t.Name) and entry.base == "e" and not (entry.scripts or entry.accents or entry.primes)


def _below(x: t.Call) -> Node | None:
    """The one thing below the word of a logarithm."""
    if x.function != LOG or x.primes or len(x.scripts) != 1 or x.scripts[0].above or len(x.scripts[0].entries) != 1:
        return None
    return x.scripts[0].entries[0]


def _told(chain: t.Chain) -> Iterator[tuple[t.Call, t.Call, Number]]:
    r"""The two logarithms of one value and the number in `\log p = \frac{\ln p}{\ln 10}`."""
    for left, right, relation in zip(chain.members, chain.members[1:], chain.relations, strict=False):
        if relation not in EQUALITIES or not isinstance(right, t.Fraction):
            continue
        one, above, below = map(_logarithm, (left, right.numerator, right.denominator))
        if one is None or above is None or below is None or one.args != above.args:
            continue
        base = below.args[0]
        if isinstance(base, Number):
            yield one, above, base


def _logarithm(x: object) -> t.Call | None:
    """A logarithm without a base."""
    plain = isinstance(x, t.Call) and x.function == LOG and not x.scripts and not x.primes and len(x.args) == 1
    return x if isinstance(x, t.Call) and plain else None


def _is_typed(f: Formula, x: t.Call, word: str) -> bool:
    return f.source.text[slice(*x.span)].lstrip("\\ ").startswith(word)
