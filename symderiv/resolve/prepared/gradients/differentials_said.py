r"""Which names words call differentials: `$dQ$ and $dK$ are the differentials of $Q$ and $K$; both change`.

A list of names behind a d, and words that call them so, by themselves or of the same names without the d. Words that
deny it, or make something else of them, say nothing; nor do those that call them gradients (`gradients_by_d_told`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....latex import sentences
from ....latex import tree as t
from ....latex.denials import denies, weakens
from ....latex.tree import Name
from ....pattern import lazily
from ...located import Located
from .gradients_by_d_told import ALTERING, LISTED, TURNED, names_behind_d

_KINDS = r"(?:(?:total|exact|matrix|corresponding|respective|resulting|first|usual)\s+)*"
_NOUN = (
    rf"(?:(?:are|is|denotes?|be|for|means?|represents?)\s+(?:(?:here|always)\s+)?(?:the\s+|an?\s+)?{_KINDS}differentials?"
    r"|(?:est|sont|désignent?|dénotent?)\s+(?:l[ae]s?\s+)?différentielles?(?:\s+(?:totales?|correspondantes?))*"
    r"|(?:ist|sind|bezeichne[nt]|seien|sei)\s+(?:das|die)\s+(?:totalen?\s+|zugehörigen?\s+)*Differentiale?"
    r"|(?:es|son|denotan?|representan?)\s+(?:el|los|las)\s+diferencial(?:es)?(?:\s+(?:totale?s?|correspondientes?))*"
    r"|(?:é|são|è|sono)\s+(?:[oia]s?|il|gli)\s+(?:diferencia(?:l|is)|differenzial[ei])(?:\s+(?:correspondentes?|corrispondenti))*"
    r"|[—–-]\s*(?:соответствующ\w+\s+)?дифференциал\w*)"
)
BETWEEN = lazily(
    rf"\s*{_NOUN}(?:\s+(?:of|in|de\s+l[ae]s?|de|des|von|di|da)(?:\s+(?:the\s+)?(?:matri(?:x|ces)|vectors?|arrays?))?)?\s*",
    re.I,
)
"""Words between a list of such names and that of the names without the d;"""
ALONE = lazily(
    rf"\s*{_NOUN}(?=\s*(?:\Z|[.,;()]))|\s*(?:都|均|分别)?(?:是|为|表示)(?:相应|对应|相應|對應)的?微分(?=\s*(?:\Z|[.,;()，；、）]))",
    re.I,
)
"""words behind one, with no such names."""
CJK_BETWEEN = lazily(
    r"\s*(?:分别|分別|都|均|各)?\s*(?:是|为|為|表示|代表|指|记为|記為)\s*(?:矩阵|矩陣|变量|向量)?\s*|\s*は[、,]?\s*(?:それぞれ)?\s*"
)
CJK_BEHIND = lazily(r"\s*的(?:全)?微分(?!方程|算子)|\s*の全微分(?!方程)")
"""The same where words stand on both sides of them."""
ALL_CHANGE = lazily(
    r"\b(?:both|all(?:\s+of\s+(?:them|these))?)\s+(?:of\s+them\s+)?(?:may\s+|can\s+)?(?:change|vary)\b|\b(?:change|vary)\s+(?:both|all|together|simultaneously|at\s+once|at\s+the\s+same\s+time)\b"
    r"|(?:都|均|同时|同時)(?:会|可以|能)?(?:变|變|改变|改變)|(?:とも|すべて|全て|同時)に?変化"
    r"|\bvarient\s+(?:tou(?:te)?s\b|simultanément)|\bändern\s+sich\s+(?:beide|alle|gleichzeitig)|\bcambian\s+(?:ambos|ambas|tod[oa]s)",
    re.I,
)
"""Words by which all of them change at once."""
NEUTRAL = lazily(
    r"(?:[\s.,;:!。，、；：．]|\b(?:then|so|hence|thus|therefore|consequently|and|now|we|get|have|obtain|it|follows|that|here"
    r"|freely|independently|together|simultaneously|also|dann|daher|damit|folglich|somit|und|donc|alors|ainsi|et|on\s+a"
    r"|entonces|luego|por\s+(?:lo\s+)?tanto|así|y|тогда|значит|следовательно|итак|поэтому)\b"
    r"|则|則|故|于是|於是|所以|因此|从而|從而|因而|得到?|有|即|よって|したがって|従って|ゆえに|故に|すると|これより)*",
    re.I,
)
"""Words between these and a line that hold nothing fixed."""
ABOUT_THEM = lazily(
    r"(?:[\s$*_,、，]|\b(?:here|where|which|they|that|and|may|can|freely|independently|matrices|of\s+them|these|here|hier"
    r"|où|qui|aquí|donde|die|que|peuvent|können|pueden)\b|ここで|これらは|は|が|其中|这里|它们)*",
    re.I,
)
"""What else stands in the clause that says it, so that it is said of nothing but these."""
VANISHING = lazily(r"=\s*(?:\\mathbf\s*\{?\s*)?0(?![\d.])")
"""An equation by which something does not change."""
TEXT = lazily(r"\\(?:text\w*|mbox|hbox)\s*\{([^{}]*)\}(?!\s*(?:\\left|\\[bB]igg?l?)?\s*[(\[])")
"""Words in a display, not before what they are a function of."""
CLAUSE = lazily(r"[.,;:()。、，；：（）]")
GOES_ON = lazily(r"\s*[(（,，a-z]")


@dataclass(frozen=True, slots=True)
class Said:
    """The letters of the names that words call differentials; `together`: the numbers of the formulas for which words
    say that all of them change at once, with nothing in between that may hold one of them fixed, in whatever words."""

    letters: frozenset[str] = frozenset()
    together: frozenset[int] = frozenset()


def said_of(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Said:
    """What the words of a page say of differentials."""
    letters: set[str] = set()
    together: set[int] = set()
    for names, at in _told(located, gaps):
        letters |= {x.base for x in names}
        together |= {*_together(located, gaps[at:])}
    return Said(frozenset(letters), frozenset(together))


def _told(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[tuple[list[Name], int]]:
    """The lists of such names, each with the gap behind it."""
    at = 0
    while at < len(gaps):
        n, lead = gaps[at]
        names = [*names_behind_d(located[n])] if n >= 0 else []
        at += 1
        if not names:
            continue
        while at < len(gaps) and LISTED.match(gaps[at][1]):
            more = names_behind_d(located[gaps[at][0]]) if gaps[at][0] >= 0 else ()
            if not more:
                break
            names += more
            at += 1
        if at < len(gaps) and not denies(sentences.last(lead), "") and _are_differentials(located, gaps[at:], names):
            yield names, at


def _are_differentials(located: Sequence[Located], gaps: Sequence[tuple[int, str]], names: Sequence[Name]) -> bool:
    """Do the words from here on call a list of names differentials?"""
    gap = gaps[0][1]
    if ALONE.match(gap):
        return _is_plain(sentences.first(gap))
    english, cjk = BETWEEN.fullmatch(gap), CJK_BETWEEN.fullmatch(gap)
    if not english and not cjk:
        return False
    plain: list[str] = []
    for k, (n, between) in enumerate(gaps):
        if k and not LISTED.match(between):
            return (
                plain == [x.base for x in names]
                and bool(english or CJK_BEHIND.match(between))
                and _is_plain(sentences.first(between))
            )
        plain += _values(located[n]) if n >= 0 else []
    return False


def _is_plain(words: str) -> bool:
    """Do words leave it at that?"""
    rest = CJK_BEHIND.sub("", words, count=1)
    return not (TURNED.search(rest) or ALTERING.search(rest) or denies("", rest) or weakens("", rest))


def _values(pair: Located) -> list[str]:
    """The letters of the names that an inline formula lists."""
    display, f = pair
    if not display.inline or not isinstance(f, t.Formula):
        return []
    found = [s.chain.members[0] for s in f.statements if len(s.chain.members) == 1 and not s.conditions]
    plain = [x.base for x in found if isinstance(x, Name) and not x.primes]
    return plain if len(plain) == len(f.statements) else []


def _together(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[int]:
    """The formulas behind what the rest of a paragraph says of all of them, as long as only neutral words stand
    between."""
    words = "$".join(gap for _, gap in gaps).split("\n\n")[0]
    found = ALL_CHANGE.search(words)
    if found is None or denies(sentences.last(words[: found.start()]), sentences.first(words[found.end() :])):
        return
    around = CLAUSE.split(words[: found.start()])[-1], CLAUSE.split(words[found.end() :])[0]
    if not all(map(ABOUT_THEM.fullmatch, around)):
        return
    start = 0
    for k, (n, gap) in enumerate(gaps):
        behind = gap[max(0, found.end() - start) :] if start + len(gap) >= found.end() else None
        start += len(gap) + len("$")
        if behind is None:
            continue
        if n < 0 or NEUTRAL.fullmatch(behind) is None:
            return
        if _says_more(located[n][0].latex, gaps[k + 1][1] if k + 1 < len(gaps) else ""):
            return
        yield n
        if located[n][0].inline or VANISHING.search(located[n][0].latex):
            return


def _says_more(latex: str, behind: str) -> bool:
    r"""May words in a display, `(K \text{ fixed})`, or behind it hold something fixed?"""
    here, _, below = behind.partition("\n\n")
    words = here if here.strip() else below.partition("\n\n")[0] if GOES_ON.match(below) else ""
    return not all(map(NEUTRAL.fullmatch, (words, *TEXT.findall(latex))))
