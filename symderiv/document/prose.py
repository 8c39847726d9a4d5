r"""Where a formula typed among words ends: what follows it has to be known to be prose.

`∂E/∂w = (y - t) x by the chain rule` ends before `by`; of `(y - t) fprime(net)`, `(y - t) times x` and `(y - t) ŷ`, cut
off where the first word begins, another formula would be left. So only words that no formula has may follow one.
"""

from __future__ import annotations

from ..notation import words_of
from ..pattern import lazily

BEHIND = frozenset(
    words_of(
        "a above again all also always am an any are because below can clearly comes could does due each etc even "
        "every everywhere exactly finally first follows for further give gives has have hence here hold holds how "
        "however i if implies instead is it just last later leads let like linear means must need next no not "
        "note now obtain ok okay only otherwise qed respectively right same see similarly since so still such "
        "that the there therefore these they this those thus too unless use used was we were what when where "
        "whereas which while who whose will would yes yields you als da damit das denn der die ergibt es für gilt "
        "ist nun sind so weil wegen wenn wie wir wobei alors comme donc dont est ici nous où parce puis que qui "
        "si sont donde entonces porque pues queda"
    )
)
"""Words that may follow a formula."""
LEADING = frozenset(
    words_of(
        "after as at before by from in on through under until using via with without during mit nach von aus auch "
        "avec dans par pour con por para"
    )
)
"""Words that may, before another word: `by the chain rule`, but not `by 2`."""
JOINING = frozenset(words_of("and or then but und et y e aber mais pero dann"))
"""Words that may, before one of these or another equation: `and hence`, but not `and squared`."""
AHEAD = frozenset(words_of("double half minus negative not plus squared thrice times triple twice"))
"""Words that may not stand before one: they say another."""
MADE = frozenset(words_of("of applied function derivative product sum times plus minus divided"))
"""Words by which something may be made of the names beside them."""
EAST_ASIAN = lazily(r"[\u3000-\u30ff\u3400-\u9fff]")
COUNTING = lazily(r"[倍乗割]")
"""The same behind a formula, in Japanese."""


def may_follow(word: str, behind: str = "", related: bool = False) -> bool:
    """May a word stand right behind a formula, and be no part of it? `behind` it stands another word (or nothing), or
    an equation (`related`).

    >>> [may_follow(w) for w in ("where", "Hence", "fprime", "times", "für", "を", "倍")]
    [True, True, False, False, True, True, False]
    >>> may_follow("by", "the"), may_follow("by"), may_follow("and", "hence"), may_follow("and", "squared")
    (True, False, True, False)
    """
    if EAST_ASIAN.match(word):
        return COUNTING.match(word) is None
    word, behind = word.lower(), behind.lower()
    if word in JOINING:
        return related or behind in BEHIND | LEADING | JOINING
    return word in BEHIND or (word in LEADING and bool(behind) and behind not in AHEAD)


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
    told = BEHIND | LEADING | JOINING | {"to", "into", "over"}
    return not named or (not told.isdisjoint(w.lower() for w in words) and MADE.isdisjoint(w.lower() for w in words))
