"""Which names words call one-hot: `where $y$ is one-hot`, `one-hot targets $t_{nk}$`, not under an `if`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from ....latex.clauses import SUPPOSING
from ....latex.hedged import is_hedged
from ....latex.tree import Name
from ....notation import ACCENTS
from ....pattern import lazily
from ...located import Located
from ..functions_in_words import bare

CALLED = r"(?:one[- ]hot|1[- ]of[- ]K|one[- ]of[- ]K|ワンホット)"
WORD = lazily(CALLED, re.I)
BEFORE = lazily(
    rf"{CALLED}(?:[- ]?(?:encoded|coded))?(?:\s+(?!and\b|or\b|but\b|any\b)[a-z]+){{0,2}}"
    r"\s*(?:ベクトル|表現|ラベル|な)?\s*[をは]?\s*\Z",
    re.I,
)
BEHIND = lazily(
    r"\s*(?:,?\s*(?:which|that)\s+|,\s*)?(?:(?:is|are|be|being|denotes?|を|は|が|の|是|为|為|는|은|이|가)\s*)?(?:(?:a|an|the|all)\s+|一[个個])?"
    rf"(?:[a-z]+\s+)?{CALLED}",
    re.I,
)
"""Words right before and right behind a name."""
ASIDE = lazily(
    rf"\s*[(（]\s*(?:(?:an?|the|in)\s+)?{CALLED}(?:[- ]?(?:encoded|coded))?"
    r"(?:\s+(?:vectors?|labels?|encoding|form))?\s*(?:ベクトル|表現|ラベル)?\s*[)）]",
    re.I,
)
"""The same in parentheses of its own, with nothing else in them: `hard targets $y_k$ (one-hot)`."""
EXPLAINED = lazily(
    rf"\s*は[^。．、$]{{0,20}}[(（]?\s*{CALLED}|\s*[是为](?:[^。，、$]|\$[^$]*\$){{0,24}}{CALLED}|"
    r"\s*(?:is|are|denotes?|be)\s+(?:the|an?|our)\s+(?:[a-z-]+\s+|\$[^$]*\$\s*){1,9}"
    rf"[(,]\s*(?:(?:encoded|represented|given|written)\s+)?(?:as\s+)?(?:an?\s+)?{CALLED}",
    re.I,
)
"""What a name is, with that in parentheses: `$y_t$ is the correct word at time step $t$ (one-hot)`."""
EXPLAINED_IN_KOREAN = lazily(
    rf"\s*(?:는|은|이|가)\s+(?:[가-힣 ]|\$[^$]*\$){{0,24}}(?<![가-힣]){CALLED}\s*(?:인코딩(?:된|한)?|형태의|형식의)?\s*"
    r"(?:정답|실제|타[깃겟]|목표|target|클래스|label)?\s*"
    r"(?:레이블|라벨|벡터|표현|label|target|값|타[깃겟]|정답|인코딩)?\s*(?:이다|입니다|이고|이며|다(?=[.\s]))",
    re.I,
)
"""The same where the verb stands at the end: `$z_k$ 는 시간 $t$의 one-hot 정답 레이블이다`."""
TYPED = lazily(
    r"\s*(?:\{\s*\\(?:bf|boldmath)\s*|\\(?:mathbf|boldsymbol|bm|vec)\s*\{?\s*)?"
    r"([A-Za-z])\}?(?:[_^](?:\{[^{}]*\}|\S))*\s*(?:\\in\b.*)?",
    re.S,
)
"""A letter typed alone, with its scripts or its set."""
ACCENTED = lazily(r"\s*(\\[a-z]+)\s*(?:\{(.*?)\}(?!\})|(\w))(.*)", re.S)
"""The same with an accent on the letter: `\\hat{y}_k`, `\\hat{\\mathbf{y}}`."""
CASE = lazily(
    r"\b(?:if|when|whenever|suppose|assuming|for(?=\s+(?:[a-z]+\s+){0,2}(?:one|1)[- ](?:hot|of)|\s*\Z)|e\.g|case)\b"
    r"|とき|場合|如果|若|假设|假設|만약|만일",
    re.I,
)
DENIED = lazily(
    r"\b(?:not|no|never|unlike|in contrast|without|instead of|rather than|unless|need)\b"
    r"|ではな|ではあり|でない|とは限ら|不是|并非|아니|아닌|않",
    re.I,
)
"""Words of a case only, and words that deny it."""
DENIED_BEHIND = lazily(r"ではな|ではあり|でない|とは限ら|不是|并非|아니|아닌|않")
"""Those that stand behind the word in other languages."""
SCALED = lazily(
    r"(?<!\\)\b(?:scaled|multiplied|times|weighted|unnormali[sz]ed|plus|noisy|soft|smoothed|counts?)\b|の和|倍|でなくて|之和|加权|平滑"
    r"|(?<![결종통])합(?:이|을|으로|의|$)|[0-9두세몇] ?배|가중|스무딩|평활|노이즈|잡음|부드러운|소프트",
    re.I,
)
"""Words by which the entries add up to something else."""
CASE_BEHIND = lazily(r"とき|場合|なら|であれば|とすると|とすれば|仮定すると|이면|라면|경우|[일할] 때|가정하")
"""Words of a case only that stand behind: `$t$ が one-hot のとき`."""


class Said(Enum):
    """What words beside a name say: that it is one-hot, that it is so in a case, or that it is not."""

    SO = "so"
    CASE = "case"
    DENIED = "denied"


def called_one_hot(located: Sequence[Located], what: Said = Said.SO) -> Iterator[str]:
    """The letters of names of which words say so."""
    for display, formula in located:
        if not display.inline or isinstance(formula, Exception):
            continue
        if WORD.search(f"{display.before} {display.after}") is None:
            continue
        name = letter_typed(display.latex)
        before, behind = re.split(r"[$.;。]", display.before)[-1], re.split(r"[$.;。]", display.after)[0]
        clause = re.split(r"[.;。]", display.after)[0]
        called = any((BEFORE.search(before), BEHIND.match(behind), ASIDE.match(behind), EXPLAINED.match(clause)))
        lead, tail = _around_the_word(before, behind)
        if EXPLAINED_IN_KOREAN.match(clause) is not None:
            called, behind = True, clause
        not_so = DENIED.search(f"{lead} {tail}") is not None or DENIED_BEHIND.search(behind) is not None
        hedged = is_hedged(lead, behind) or SCALED.search(f"{lead} {clause}") is not None
        case = SUPPOSING.search(before) or CASE.search(before) or CASE_BEHIND.search(behind)
        found = {
            Said.SO: called and not (not_so or case or hedged),
            Said.CASE: called and not not_so and bool(case),
            Said.DENIED: not_so and re.search(CALLED, f"{before} {clause}", re.I) is not None,
        }
        if name and found[what]:
            yield name


def _around_the_word(before: str, behind: str) -> tuple[str, str]:
    """The words that may deny it: of the last clause before the name, and those behind it up to the word."""
    lead = re.split(r"\bbut\b|,|\bwe (?:use|have|take)\b", before)[-1]
    word = re.search(CALLED, behind, re.I)
    return lead, behind[: word.start()] if word is not None else behind


def letter_typed(latex: str) -> str | None:
    r"""The letter of a name that is typed alone, whatever its font, scripts or set.

    >>> letter_typed(r"\mathbf{y}_n"), letter_typed("t_{nk}"), letter_typed("2 y")
    ('y', 't', None)
    """
    return bare(latex) or _base(latex)


def _base(latex: str) -> str | None:
    r"""The letter of a name that is typed alone, with its scripts or its set: the t of `t_{nk}`, `t \in \{0, 1\}^K`.

    With an accent it is another letter, `\hat{y}`.
    """
    accent = ACCENTED.fullmatch(latex)
    mark = ACCENTS[accent[1]][1] if accent is not None and accent[1] in ACCENTS else "vec"
    accent = None if mark == "vec" else accent
    found = TYPED.fullmatch(latex if accent is None else (accent[2] or accent[3]) + accent[4])
    if found is None:
        return None
    return found[1] if accent is None else rf"\{mark}{{{found[1]}}}"


def accented(x: Name) -> str:
    r"""The letter of a name with its accents, whatever its font: `y`, `\hat{y}`; the y of `\vec{y}`, too."""
    letter = x.base
    for accent in reversed(x.accents):
        letter = rf"\{accent}{{{letter}}}" if accent != "vec" else letter
    return letter
