r"""Where a formula typed among words ends: what follows it has to be known to be prose.

`∂E/∂w = (y - t) x by the chain rule` ends before `by`; of `(y - t) fprime(net)`, `(y - t) times x` and `(y - t) ŷ`, cut
off where the first word begins, another formula would be left. So only words that no formula has may follow one.
"""

from __future__ import annotations

import re


def _words(text: str) -> list[str]:
    return text.split()


BEHIND = frozenset(
    _words(
        "a above after again all also always am an and any are as at because before below but by can clearly "
        "comes could does due during each either else etc even every everywhere exactly finally first follows for "
        "from further give given gives has have hence here hold holds how however i if implies in instead into is "
        "it just last later leads let like linear means must need next no not note now obtain of ok okay on once "
        "only or otherwise over per qed respectively right same see similarly since so still such summed than "
        "that the then there therefore these they this those through thus to too under unless until use used "
        "using via was we were what when where whereas which while who whose will with without would yes yields "
        "you als auch aus da damit dann das denn der die ergibt es für gilt ist mit nach nun sind so und von weil "
        "wegen wenn wie wir wobei alors avec comme donc dont est et ici nous où par parce pour puis que qui si "
        "sont con donde entonces para pero por porque pues queda y"
    )
)
"""Words that may follow a formula."""
AHEAD = frozenset(_words("double half minus negative not plus squared thrice times triple twice"))
"""Words that may not stand before one: they say another."""
MADE = frozenset(_words("of applied function derivative product sum times plus minus divided"))
"""Words by which something may be made of the names beside them."""
COUNTING = re.compile(r"[倍乗割]")
"""The same behind a formula, in Japanese."""


def may_follow(word: str) -> bool:
    """May a word stand right behind a formula, and be no part of it?

    >>> [may_follow(w) for w in ("where", "By", "fprime", "times", "für", "を", "倍")]
    [True, True, False, False, True, True, False]
    """
    if re.match(r"[\u3000-\u30ff\u3400-\u9fff]", word):
        return COUNTING.match(word) is None
    return word.lower() in BEHIND


def may_precede(word: str) -> bool:
    """May a word stand right before a formula, and change nothing in it?

    >>> [may_precede(w) for w in ("so", "Twice", "gradient")]
    [True, False, True]
    """
    return word.lower() not in AHEAD


def is_legend(words: list[str], others: list[str]) -> bool:
    """Is what stands behind a sign of equality no formula: `error of the net`, `output of unit j`?

    `words` in their order, and what is no word: letters, names with scripts, signs.

    >>> is_legend(["error", "of", "the", "net"], ["j"]), is_legend(["weight", "from", "to"], ["x_i", "h_j"])
    (True, True)
    >>> is_legend(["fprime"], ["net_j"]), is_legend(["function", "of"], ["net_j"]), is_legend(["rate"], ["*", "x"])
    (False, False, False)
    """
    if not words or not all(x[0].isalpha() for x in others):
        return False
    named = any(len(x) > 1 for x in others)
    return not named or (any(map(may_follow, words)) and MADE.isdisjoint(w.lower() for w in words))
