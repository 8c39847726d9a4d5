r"""What a page takes for granted of its data: `\sum_{k=1}^{K} t_k = 1` with a `t` that nothing defines.

Such an equation can be no result, since nothing on the page says what `t` is; it says what kind of data is meant, as
`w_{ii} = 0` does. It stands before the first line that differentiates, in one display with a definition, or in a
sentence that gives it as a reason or says that it is so; elsewhere it is a claim. So is one about squares and products
(`\sum_i x_{ij}^2 = 1`, `\|x_n\| = 1`, `U^T U = I`) of which its sentence does not say that it holds (`with ..`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from ...draft import RawDefinition
from ...errors import ReadError
from ...expr import Add, Bracket, Div, Expr, Index, Mul, Num, Pow, Sum, Var, Variable, mul, of_kind, variables, walk
from ...latex.asserted import is_asserted
from ...latex.hedged import is_hedged
from ...pattern import lazily
from ...system import Assumption
from ..statements import Equation, differentiates

GIVEN = lazily(
    r"\b(since|because|as|with|where|using|used|assum\w+|suppos\w+|recall|if|da|weil|mit|wobei)\b"
    r"|\\because\b|ただし|なので|ので|のため|より|から|とする|であり|用い|仮定",
    re.IGNORECASE,
)
"""Words that give an equation as a reason."""
NOT_GIVEN = lazily(
    r"(?<!\\)\b(?:not|never|without|no longer|drop\w*)\b|n[’']t\b|し(?:ない|ません)|とは限ら", re.IGNORECASE
)
"""Words by which it is none."""
NOT_GIVEN_ABROAD = lazily(
    r"(?<!\\)\b(?:ne|não|nicht|kein\w*|ohne|nie|niemals|niet|geen|zonder|inte|ikke|ej|sans|senza|sem|sin|не|без|нельзя)\b"
    r"|\b(?:nunca|mai|jamais)\b"
    r"|(?<![a-z])n['’](?!t\b)(?=[^\W\d_])|\bnon\b(?!\s*-?\s*(?:n[eé]gati|zero|null|linear|lin[ée]air))"
    r"|\bno\s+(?:se|es|son|vale|valen|tienen?|suman?|suponemos|supone|exig\w+|requer\w+|requier\w+|asum\w+|imponemos|est\w+"
    r"|cumplen?|siempre|necesari\w+|hay|hace|deben?|han?)\b"
    r"|不(?![同失变變妨断斷仅僅])|没有|沒有|未必|未(?:假|要)|无[须需]|無[須需]|并非|並非|않|아니|없"
    r"|(?:成り立|満た|成立し|成立はし|必要は?|限ら|足し?ても|なら).{0,3}(?:ない|なく|ません|ず)",
    re.IGNORECASE,
)
"""Those of other languages."""
OF_THE_DATA = lazily(
    r"\b(?:do|does)(?: not|n[’']t) (?:depend|change|vary)\b|\bdepends? on nothing\b"
    r"|\b(?:is|are) not (?:trained|learn(?:ed|t)|updated|differentiated)\b",
    re.IGNORECASE,
)
"""Those that say of data that nothing moves them, `The $p_{ij}$ do not depend on y, $\\sum_{ij} p_{ij} = 1$`."""

ASKING = lazily(r"\b(?:if|when|whenever|unless|in case)\b\W*(?:that\b)?\W*\Z", re.IGNORECASE)
"""Words before an equation by which a sentence asks what follows from it."""
RIGHT_BEFORE = lazily(
    r"(?:\b(?:since|because|with|where|such that|so that|assum\w+|satisf\w+|normali[sz]\w+|orthonormal\w*|unit)\b"
    r"|\\because)"
    r"[^.;,$]{0,40}\Z",
    re.IGNORECASE,
)
"""Words right before an equation of squares and products by which it is given."""
WORD = lazily(r"[^\W\d_]")
EQUATING = lazily(r"\$[^$]*=[^$]*\$")


def premises(
    equations: Sequence[Equation],
    definitions: Iterable[RawDefinition],
    words: Callable[[Equation], tuple[str, str]],
) -> Iterator[Assumption]:
    r"""The equations that say what a given variable sums to; they are marked, so that they are no claims.

    `words` are those that introduce an equation, and those that follow it in its sentence. One of which a sentence only
    asks what if (`If $\sum_k t_k = 1$, we are done.`) is left out.
    """
    defined = {d.left.variable for d in definitions}
    first = min((e.place.line for e in equations if not e.defines and differentiates(e)), default=None)
    defining = {id(e.stated.formula) for e in equations if e.defines}
    for e in equations:
        if len(e.members) != 2 or e.relations != ("=",) or e.stated.struck or e.defines or e.where or e.given:
            continue
        before, behind = (OF_THE_DATA.sub(" ", x) for x in words(e))
        abroad = NOT_GIVEN_ABROAD.search(f"{before} {behind}") is not None
        denied = abroad or NOT_GIVEN.search(f"{before} {behind}") is not None
        if denied and not is_hedged(before, behind):
            continue
        late = first is not None and e.place.line >= first and id(e.stated.formula) not in defining
        late = late and not _few(e.members[0])  # whose condition it is, is asked elsewhere
        said = e.stated.inline and WORD.search(before + behind) is not None and is_asserted(before, behind)
        if late and not (said or GIVEN.search(f"{before} {behind}")):
            continue
        only_if = ASKING.search(before) is not None and not EQUATING.search(f"{before} {behind}")
        only_if = only_if or denied or is_hedged(before, behind)
        left, right = e.members
        if isinstance(left, ReadError) or isinstance(right, ReadError):
            continue
        left = _with_conditions(left)
        summed = _summed(left)
        of_few = isinstance(right, Num) and defined.isdisjoint(few := _few(left)) and len(few) > 1
        if of_few or (summed is not None and summed not in defined and isinstance(right, Num)):
            e.restates.add(0)
            if not only_if:
                yield Assumption(left, right)
        elif isinstance(right, (Num, Bracket)) and (found := _of_products(left, right)) is not None:
            alone = first is None and WORD.search(before + behind) is None  # on a page that derives nothing a claim
            given = only_if or (not alone and is_asserted(before, behind)) or RIGHT_BEFORE.search(before) is not None
            if given and defined.isdisjoint(variables(found.left)):
                e.restates.add(0)
                if not only_if:
                    yield found


def _with_conditions(e: Expr) -> Expr:
    r"""A sum over `[i \ne j] p_{ij}` as one over p with the condition under its sign."""
    if not isinstance(e, Sum):
        return e
    body = _with_conditions(e.body)
    if isinstance(body, Mul):
        brackets = [f for f in body.factors if isinstance(f, Bracket)]
        rest = mul(*(f for f in body.factors if not isinstance(f, Bracket)))
        return replace(e, body=rest, where=(*e.where, *(c for b in brackets for c in b.where)))
    return replace(e, body=body)


def _of_products(left: Expr, right: Num | Bracket) -> Assumption | None:
    r"""What is said of sums of products of entries; `\sqrt{\sum_d x_d^2} = c` says that the sum is `c^2`."""
    if isinstance(left, Pow) and left.exponent == Num(Fraction(1, 2)) and isinstance(right, Num) and right.value >= 0:
        left, right = left.base, Num(right.value**2)
    sums = bool(of_kind(left, Sum))
    plain = all(isinstance(x, (Sum, Mul, Num, Var, Index, Div, Pow)) for x in walk(left))
    over = (x.denominator for x in of_kind(left, Div))
    powers = (x.exponent for x in of_kind(left, Pow))
    whole = all(isinstance(p, Num) and p.value.denominator == 1 and p.value > 0 for p in powers)
    if not sums or not plain or not whole or any(variables(x) for x in over) or not variables(left):
        return None
    return Assumption(left, right)


def _few(e: Expr | ReadError) -> frozenset[Variable]:
    """The variables of which single entries are added up, `t_A + t_B`; none where it is anything else."""
    terms = e.terms if isinstance(e, Add) else ()
    entries = [x for x in terms if isinstance(x, Var) and not any(i.letters() for i in x.indices)]
    return frozenset(x.variable for x in entries) if entries and len({*entries}) == len(terms) else frozenset()


def _summed(e: Expr) -> Variable | None:
    r"""The variable of which a sum adds up entries, each with the factor 1, or whose diagonal it is (`w_{ii}`)."""
    if isinstance(e, Var) and len(e.indices) > 1:
        one = {i.letter for i in e.indices}
        return e.variable if len(one) == 1 and None not in one else None
    letters = set()
    while isinstance(e, Sum):
        if e.where and not all(c.rel == "!=" for c in e.where):
            return None
        letters.add(e.letter)
        e = e.body
    if not letters or not isinstance(e, Var):
        return None
    own = [i.letter for i in e.indices if i.letter in letters]
    return e.variable if set(own) == letters and len(own) == len(letters) else None
