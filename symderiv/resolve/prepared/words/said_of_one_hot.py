r"""Whether a page says more of a vector that words call one-hot, of its entries or of the targets.

`with $-1$ in place of $0$`, `and has the entry $2$ there`, `It is then smoothed`: there is no end of words by which
it is another vector. So a sentence that names the vector, all that is said of targets in its paragraph, and what goes
on with `It ..` behind such a sentence have to be of the words listed here. Elsewhere on the page the targets may be
spoken of, but for words that change them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....document.blocks import Block, Display, Heading, Prose
from ....pattern import lazily
from .called_one_hot import letter_typed
from .targets_one_hot import FORMULA, KNOWN, KNOWN_JAPANESE, may_be_changed, sentences, text_of

_MORE = (
    "above actual answer answers any activation activations at batch below bias biases column columns corresponding"
    " dataset denoted derivation dimension distribution document embedding embeddings feature features final first"
    " gold gradient gradients h hidden indices input inputs j last layer layers length likelihood log logit logits"
    " matrices matrix model n negative net next number o observed on parameter parameters point position positions"
    " predicted prediction predictions probabilities probability q representation representations respect respectively"
    " right row rows score scores sequence size state states step steps term time to token tokens training u unit units"
    " v vocabulary w weight weights whose word words x y z"
)
HARMLESS = KNOWN | frozenset(_MORE.split())
"""Words that leave such a vector what it is, whatever their order."""
SPOKEN_OF = lazily(
    r"\b(?:targets?|labels?|one[- ]?hot|annotations?|entr(?:y|ies)|components?|elements?|zeros?|ones"
    r"|smooth\w*|soft(?:en\w*)?)\b|目標|教師|正解|ラベル|ワンホット|成分|要素",
    re.I,
)
GOES_ON = lazily(
    r"\W*(?:it|its|this|that|they|their|these|those|then|there|here(?:by|from)?|afterwards?|later|but|however|both|each"
    r"|every|all|also|and|so|in (?:it|addition|particular)|except|only|the (?:vector|latter|others?|rest))\b"
    r"|\s*(?:これ|それ|その|ただし|なお|また)",
    re.I,
)
"""Words at the beginning of a sentence about what the one before it speaks of."""
NUMBER = lazily(r"[^A-Za-z]*")


def says_more(blocks: Sequence[Block], name: str) -> bool:
    r"""Does a page say of such a vector what is not known to leave it alone?

    `name` is its letter, as in `called_one_hot`.

    >>> from symderiv.document import parse_document
    >>> page = "Here $y$ is the one-hot vector of $c$"
    >>> [says_more(parse_document(page + x).blocks, "y") for x in (".", ", minus its mean.", ". It is then smoothed.")]
    [False, True, True]
    """
    return any(_changes(part, name) for part in _paragraphs(blocks)) or may_be_changed([text_of(blocks)], [name])


def _paragraphs(blocks: Sequence[Block]) -> list[list[Block]]:
    parts: list[list[Block]] = [[]]
    before: int | None = None
    for b in blocks:
        number = b.paragraph if isinstance(b, (Prose, Display)) else None
        if number != before or isinstance(b, Heading):
            parts.append([])
        parts[-1].append(b)
        before = number
    return parts


def _changes(part: Sequence[Block], name: str) -> bool:
    """Is there a sentence in a paragraph that may change the vector?"""
    said = [s for s in sentences(text_of(part)) if s.strip()]
    here = any(_names(s, name) for s in said)
    before = False
    for s in said if here else ():
        before = bool(
            _names(s, name) or SPOKEN_OF.search(FORMULA.sub(" ", s)) or (before and GOES_ON.match(s) is not None)
        )
        if before and not _is_harmless(s):
            return True
    return False


def _names(sentence: str, name: str) -> bool:
    """Does a sentence hold the letter alone, with scripts or a set?"""
    return any(letter_typed(x.strip("$")) == name for x in FORMULA.findall(sentence) if not x.startswith("$$"))


def _is_harmless(sentence: str) -> bool:
    if any(NUMBER.fullmatch(x) for x in FORMULA.findall(sentence)):
        return False
    words = FORMULA.sub(" ", sentence)
    known = all(x.lower() in HARMLESS for x in re.findall(r"[A-Za-z]+", words))
    others = re.sub(r"[A-Za-z]+|[\s,;:()*_'’–-]", "", words)
    return known and KNOWN_JAPANESE.fullmatch(others) is not None
