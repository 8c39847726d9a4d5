r"""Lines of which words say that they are for another error than that of the page: `.. for the absolute error`.

What the words name is told by the functions that such an error is made of. Where the objective has none of them, and is
made as another of these kinds, the line is about something that the page does not have, and is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expr import Apply, Expr, Mul, Num, Partial, Pow, Var, of_kind, walk
from ...memo import of_this_object
from ...network.graph import upstream
from ...pattern import lazily
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link

_ERROR = r"(?:errors?|loss(?:es)?|costs?|deviations?|objective|criterion)"
KINDS = {
    "absolute": lazily(
        rf"\b(?:(?:mean )?absolute (?:\w+ )?{_ERROR}|L_?1[ -]{_ERROR}|MAE|absolut\w+ (?:Fehler\w*"
        rf"|Abweichung\w*|Verlust\w*)"
        r"|erreur absolue|error absoluto|errore assoluto|erro absoluto|абсолютн\w+ ошибк\w+)\b"
        r"|絶対(?:値)?誤差|绝对(?:值)?误差|絕對誤差",
        re.I,
    ),
    "logarithmic": lazily(
        r"\b(?:cross[- ]?entropy|log[- ]?loss|logistic loss"
        r"|Kreuzentropie\w*|entropie croisée"
        r"|entropía cruzada|entropia cruzada|entropia incrociata|кросс-?энтропи\w+)\b"
        r"|交差エントロピー|クロスエントロピー|交叉熵|교차 ?엔트로피",
        re.I,
    ),
    "squared": lazily(
        rf"\b(?:(?:mean |sum of |half )?squared? {_ERROR}|quadratic {_ERROR}|least squares|MSE|L_?2[ -]{_ERROR}"
        r"|quadratisch\w+ (?:Fehler\w*|Verlust\w*)|erreur quadratique|error cuadrático|errore quadratico"
        r"|erro quadrático"
        r"|квадратичн\w+ ошибк\w+)\b|(?:二乗|2乗|自乗)(?:和)?誤差|平方(?:和)?(?:误差|損失|损失)|均方误差",
        re.I,
    ),
    "hinge": lazily(rf"\bhinge(?:[ -]{_ERROR})?\b|ヒンジ損失|合页损失|铰链损失", re.I),
}
"""Words for errors, by what these are made of."""
FUNCTIONS = {
    "absolute": frozenset({"abs"}),
    "logarithmic": frozenset({"log", "ln", "softplus", "lse"}),
    "hinge": frozenset({"relu", "max"}),
}
UNKNOWN = "unknown"
"""What is made of a function that the page does not define may be of any kind."""
FOR = lazily(
    r"\A[\s,;]*[(（]?\s*(?:(?:holds|valid|(?:in the )?case of|but|only|also|and|this is|we get this)\s+)*"
    r"(?:for|with|under|if (?:we|one) uses?|when using|using|für|bei|mit|im Falle?|pour|avec|para|con"
    r"|com|per|для|при|对于?|對於?|若用|采用|使用)"
    r"\s*(?:the|an?|our|den|die|das|dem|der|eine[rnm]?|l[ae']|el|une?|una|il)?\s*(?P<told>[^.;。；$)）]{1,40})"
    r"|\A[\s,;、]*[(（]?\s*(?P<east>[^.;。；$)）\sA-Za-z]{1,20}?)(?:の場合|のとき|に対して|について|では|を用い)",
    re.I,
)
"""How words behind a line say what it is for."""
NOT = lazily(r"\b(?:not|unlike|other than|also|as well|both|any|nicht|auch|pas|aussi|no|también)\b|以外|でも|也", re.I)
DETAIL = "the words behind it say that it is for another error than the one of the page"


def unless_for_another_loss(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open where words say that a line with a derivative is for an error that the page does not have."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    named = loss_named(link.written.words[1])
    made = _made_of(link) if named else frozenset()
    told = made - {UNKNOWN, *(("hinge",) if named == "squared" else ())}  # a ReLU is in many networks
    if told and UNKNOWN not in made and named not in made | _on_page(link.system):
        return Verdict(Judgement.UNPROVED, detail=DETAIL)
    return verdict


def loss_named(behind: str) -> str:
    """The kind of the error that words behind a line say it is for, if it is one.

    >>> loss_named(" for the absolute error."), loss_named(" bei Kreuzentropie"), loss_named("（絶対誤差の場合）")
    ('absolute', 'logarithmic', 'absolute')
    >>> loss_named(", unlike for the absolute error."), loss_named(" for the error at the output")
    ('', '')
    """
    found = FOR.match(behind)
    words = (found["told"] or found["east"]) if found else ""
    if not words or NOT.search(words):
        return ""
    kinds = [kind for kind, pattern in KINDS.items() if pattern.search(words)]
    return kinds[0] if len(kinds) == 1 else ""


def _made_of(link: Link) -> frozenset[str]:
    """The kinds of errors that what a line differentiates is made as."""
    names = {x.variable for e in (link.left, link.right) for d in of_kind(e, Partial) for x in of_kind(d.of, Var)}
    above = names.union(*(upstream(link.system, v) for v in names))
    bodies = [p.body for p in link.system.pieces if p.variable in above and p.body is not None]
    final = [p.body for p in link.system.pieces if p.variable in names and p.body is not None]
    unknown = {f.name for f in link.system.functions if f.body is None}
    open_ones = any(isinstance(x, Apply) and x.function in unknown for b in final for x in walk(b))
    return frozenset(k for b in bodies for k in _kinds(b)) | ({UNKNOWN} if open_ones else set())


@of_this_object(16)
def _on_page(system: System) -> frozenset[str]:
    bodies = (*(p.body for p in system.pieces), *(f.body for f in system.functions))
    return frozenset(k for b in bodies if b is not None for k in _kinds(b))


def _kinds(e: Expr) -> Iterator[str]:
    for x in walk(e):
        if isinstance(x, Apply):
            yield from (kind for kind, functions in FUNCTIONS.items() if x.function in functions)
        elif _is_square(x):
            yield "squared"


def _is_square(e: Expr) -> bool:
    if isinstance(e, Mul):
        return len(set(e.factors)) < len(e.factors)
    return isinstance(e, Pow) and isinstance(e.exponent, Num) and e.exponent.value == 2
