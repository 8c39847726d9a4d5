r"""A general equation said again below its exception: `Now all layers have $a^l_k = f(z^l_k)$`.

Where a page made the last layer another one (`except that $a^L_k = z^L_k$`), such a sentence takes that back, and so
may the equation below the heading of another network. Lines below are then about either; one that recalls the equation
(`recall that`, `as above`) takes nothing back. A single entry beyond the range of the general equation that is made of
other names (the bias unit `w_{i,J+1} = -\theta_i` beside the tie `w_{i,j} = v_{j,i}`, the initial state `h_0 = 0`)
is no exception to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ...errors import ReadError
from ...expr import Apply, Expr, Var, Variable, substitute, walk
from ...latex.asserted import FORMULA
from ...latex.headed import DERIVING
from ...pattern import lazily
from ...read import Written

OF_ALL = lazily(
    r"\b(?:now|this time|from (?:here|now) on|instead|all|every|each|any|both|throughout|everywhere|too|as well|also"
    r"|even|jetzt|nun|diesmal|alle[nrs]?|jede[nmrs]?|überall|auch|maintenant|désormais|cette fois|tou(?:s|tes?)|chaque"
    r"|partout|aussi|ahora|esta vez|tod[oa]s?|cada|también|adesso|ora|questa volta|tutt[ie]|ogni|anche|agora|desta vez"
    r"|também|теперь|все[хм]?|кажд\w+|также|тоже|везде)\b"
    r"|今度|今回|すべて|全て|全ての|どの|各|も(?:また)?|现在|現在|这次|所有|每|都|也|이제|이번|모든|각|도",
    re.I,
)
"""Words beside it by which it is said of all layers, or of what comes now."""
ANOTHER = lazily(
    r"\b(?:without|exceptions?|variants?|general form|return|drop\w*|case|version|ohne|Ausnahme|Variante|Fall|sans"
    r"|variante|excepción|sin|eccezione|senza|exceção|sem|исключени\w+|без|вариант\w*)\b"
    r"|例外|変種|版|变体|예외",
    re.I,
)
"""Words by which the exception is no more made, or another variant is meant."""
SUPPOSED = lazily(
    r"\b(?:suppose\w*|let|consider|assume|next|alternatively|replac\w*|chang\w*|switch\w*|sei|betrachten|ersetz\w*|supposons"
    r"|soit|sea|supongamos|пусть)\b|とする|とおく|考える|代わり|令|设|設|假设",
    re.I,
)
"""Words by which it is something else from here on."""
RECALLED = lazily(
    r"\b(?:recall\w*|remember|since|because|as (?:above|before)|above|earlier|previously|hidden|other|remaining"
    r"|erinner\w*|weil|da|wie oben|oben|verborgen\w*|rappel\w*|car|puisque|ci-dessus|cachées?|recor[dt]\w*|porque"
    r"|ocultas?|ricord\w*|perché|nascost[ie]|lembr\w*|напомн\w+|так как|скрыт\w+)\b"
    r"|思い出|上の|上記|隠れ|中間|から|ので|回顾|回想|上面|上述|隐藏|因为|위의|은닉",
    re.I,
)
"""Words by which the equation above is meant, or that of other layers alone."""
NETWORK = lazily(
    r"network|\bnet\b|model|architectur|variant|version|netz|variante|réseau|modèle|\bred(?:es)?\b|rete\b|\brede\b|сет[ьи]"
    r"|модел|ネットワーク|モデル|网络|網路|模型|네트워크|모델",
    re.I,
)
"""Words of a heading below which another network may stand."""


def said_again(
    chains: Sequence[Written], words: Callable[[int], str], headings: Callable[[Written, Written], Sequence[str]]
) -> Iterator[tuple[int, list[Written]]]:
    """The places of such equations among the chains, each with what it may take back: exceptions, and the general
    equation where it is none of both.

    `words` gives those around the chain at a place, `headings` the headings between two chains.
    """
    general: dict[Variable, list[Written]] = {}
    special: dict[Variable, list[Written]] = {}
    for n, w in enumerate(chains):
        said = _meant(w, special) if len(w.members) > 1 and w.relations[0] == "=" else None
        if isinstance(said, Var) and special.get(said.variable) and not w.defines:
            same = [x for x in general.get(said.variable, ()) if _is_same(said, w.members[1], x)]
            of_entry = [x for x in special[said.variable] if said == x.members[0]]
            exceptions = [x for x in special[said.variable] if same and not all(_is_beyond(x, y) for y in same)]
            between = headings(special[said.variable][0], w)
            spoken = w.inline or bool(between) or re.search(r"\w", words(n)) is not None
            if exceptions and _takes_back(words(n), between, at=bool(of_entry) and spoken):
                yield n, exceptions
            elif not same and of_entry and spoken and _is_another(words(n), between):
                yield n, [*of_entry, *general.get(said.variable, ())]
        for link, entry in w.defines:
            before = general.get(entry.variable, [])
            exceptional = link == 0 and any(x.members[0] != w.members[0] for x in before)
            if exceptional and w.span is not None:
                special.setdefault(entry.variable, []).append(w)
            elif link == 0:
                general.setdefault(entry.variable, []).append(w)


def _meant(w: Written, special: dict[Variable, list[Written]]) -> Expr | ReadError:
    """The left side, or the name for which an exception has put it: `a^L = f(z^L)` is read as `z^L = f(z^L)`."""
    left, *bodies = w.members[:2]
    if isinstance(left, Var) and any(x == Apply(x.function, (left,), x.order) for x in bodies if isinstance(x, Apply)):
        put = (x.members[0] for several in special.values() for x in several if x.members[1] == left)
        return next(put, left)
    return left


def _is_same(left: Var, body: Expr | ReadError, general: Written) -> bool:
    """Is it the same equation, whatever its letters?"""
    first, other = general.members[:2]
    if isinstance(body, ReadError) or isinstance(other, ReadError) or not isinstance(first, Var):
        return False
    letters = {x.letter: y for x, y in zip(first.indices, left.indices, strict=True) if x.letter is not None}
    return substitute(first, letters) == left and substitute(other, letters) == body


def _is_beyond(single: Written, general: Written) -> bool:
    """Is it an entry that the general equation is not about, made of other names?"""
    entry, left = single.members[0], general.members[0]
    if not (isinstance(entry, Var) and isinstance(left, Var)) or _names(single) & _names(general):
        return False
    ranges = {x.letter: x for x in general.ranges}
    for at, index in zip(entry.indices, left.indices, strict=True):
        own = ranges.get(index.letter) if index.letter is not None else None
        if own is not None:
            past = (at - own.upper, own.lower - at)
            if any(x.is_constant and x.const > 0 for x in past):
                return True
        elif (at.is_constant and at.const <= 0) or (at != index and not at.is_constant and at.const > 0):
            return True
    return False


def _names(w: Written) -> frozenset[Variable]:
    """Those of which an equation says that its left side is made."""
    body = w.members[1]
    return (
        frozenset() if isinstance(body, ReadError) else frozenset(x.variable for x in walk(body) if isinstance(x, Var))
    )


def _is_another(words: str, headings: Sequence[str]) -> bool:
    """Do words say of the entries of an exception that they are something else from here on?"""
    said = FORMULA.sub(" ", words)
    if RECALLED.search(said) is not None:
        return False
    headed = any(not DERIVING.search(x) for x in headings)
    return headed or any(x.search(said) for x in (OF_ALL, ANOTHER, SUPPOSED))


def _takes_back(words: str, headings: Sequence[str], *, at: bool) -> bool:
    """`at`: it is said in a sentence of just the entries that the exception is about, which it contradicts."""
    said = FORMULA.sub(" ", words)
    if RECALLED.search(said) is not None:
        return False
    if at or ANOTHER.search(said) is not None:
        return True
    another = any(NETWORK.search(x) and not DERIVING.search(x) for x in headings)
    return another or OF_ALL.search(said) is not None
