r"""Derivatives of what is shown with several arguments, `Q(\mu, r)`, one of which the page makes of another.

Of a function of several arguments a partial derivative holds the others, although `r_{ik}` is made of `\mu_k` further
up; and yet whoever lists them may have the total in mind, as for a function of all that the page computes. So a line is
open that is right the one way and wrong the other. It matters only by what stands in the formula itself and is one of
the arguments, or part of one that stands for several parameters, `Q(\theta, r)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...expr import Expr, Partial, Var, Variable, of_kind
from ...expr import replace as replace_parts
from ...memo import of_this_object
from ...network.graph import upstream
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import System
from ..cases.assuming import Judge
from ..known.direct_effects import Held, direct_effect
from ..link import Link
from .one_or_two_arrays import partials_met

DETAIL = "total or partial? `{}` is an argument beside what it is made of"
APPLIED = lazily(
    r"(?P<name>\\?[A-Za-z]+(?:\s*\{\s*\\?[A-Za-z]+\s*\})?)(?:[_^](?:\{[^{}]*\}|\w|\\[A-Za-z]+))*\s*"
    r"(?:\\left|\\[bB]igg?l?)?\((?P<items>[^()]*(?:[,;|]|\\mid\b)[^()]*?)(?:\\right|\\[bB]igg?r?)?\)"
)
"""A name and the list behind it."""
LISTED = lazily(r"\([^()]*(?:[,;|]|\\mid\b)")
"""A list in parentheses: what is looked for first, as few pages have any."""
BETWEEN = lazily(r"[,;|]|\\mid\b|\\vert\b")
FONT = lazily(
    r"\\(?:mathbf|boldsymbol|bm|mathrm|mathcal|mathsf|mathit|vec|underline|bar|symbf|pmb)(?![A-Za-z])|\\?[{}]|\s"
)
LETTER = lazily(r"(?:\\(?:hat|tilde|dot|check))?\\?[A-Za-z]+'*")


def unless_through_argument(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open where it is otherwise with the other arguments of what is differentiated held fixed."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG) or not (shown := shown_in(link.page)):
        return verdict
    sides = (link.left, link.right)
    held = {p: h for p in partials_met(link.system, sides) if (h := _held(p, link.system, shown))}
    if not held:
        return verdict
    name = split_key(next(iter(held.values()))[0].key)[0]
    found = Verdict(Judgement.UNPROVED, detail=DETAIL.format(name))
    if not held.keys() <= {p for side in sides for p in of_kind(side, Partial)}:
        return found
    left, right = (_with_held(side, held, link.system) for side in sides)
    if left is None or right is None:
        return found
    return verdict if judge(replace(link, left=left, right=right)).judgement is verdict.judgement else found


@of_this_object(8)
def shown_in(page: str) -> dict[str, tuple[str, ...]]:
    r"""The letters that a page lists behind a name, where they are several.

    >>> shown_in(r"$Q(\theta, r) = a (b + c)$"), shown_in(r"$J(\mathbf{W}, \{b_i\}_{i=1}^n \mid x_i)$")
    ({'Q': ('\\theta', 'r')}, {'J': ('W', 'b', 'x')})
    """
    found: dict[str, tuple[str, ...]] = {}
    for m in APPLIED.finditer(page) if LISTED.search(page) else ():
        items = [LETTER.match(FONT.sub("", x)) for x in BETWEEN.split(m["items"])]
        letters = tuple(x[0] for x in items if x is not None)
        if len(letters) == len(items):
            found.setdefault(FONT.sub("", m["name"]), letters)
    return found


def _held(p: Partial, system: System, shown: dict[str, tuple[str, ...]]) -> tuple[Variable, ...]:
    """The arguments that a derivative goes through, if it may be meant by another one with these held."""
    if p.direct or not isinstance(p.of, Var):
        return ()
    by, reached = p.wrt.variable, upstream(system, p.of.variable)
    arguments = shown.get(_letter(p.of.variable), ())
    if not arguments or not any(by in {x.variable for x in of_kind(b, Var)} for b in _bodies(system, p.of.variable)):
        return ()
    letters = {_letter(v) for v in system.variables()}
    named = {a if a in letters or a.lower() not in letters else a.lower() for a in arguments}
    through = tuple(
        v
        for v in system.variables()
        if v in reached and _letter(v) in named and v != by and any(_bodies(system, v)) and by in upstream(system, v)
    )
    is_one = _letter(by) in named or any(a not in letters for a in named)
    return through if is_one else ()


def _letter(v: Variable) -> str:
    return FONT.sub("", split_key(v.key)[0])


def _bodies(system: System, v: Variable) -> Sequence[Expr]:
    return [p.body for p in system.of(v) if p.body is not None]


def _with_held(e: Expr, held: dict[Partial, tuple[Variable, ...]], system: System) -> Expr | None:
    """An expression with these names fixed in its derivatives; None where that cannot be said."""
    failed = False

    def change(x: Expr) -> Expr | None:
        nonlocal failed
        if not isinstance(x, Partial) or x not in held:
            return None
        entries = [Held(Var(v, system.of(v)[0].indices), whole=True) for v in held[x]]
        found = direct_effect(x, system, entries)
        failed = failed or found is None
        return found

    made = replace_parts(e, change)
    return None if failed else made
