r"""A derivation as data: claims, the steps between their members, verdicts. No behaviour, no prose.

A `Claim` is `left = right_1 = right_2 = ...`, each link a `Step` that names the rule it rests on (a key of
`rules.RULES`) with the bindings that fill the rule's caption in any language. Every claim says for which indices and
under which condition it is stated.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TypeAlias, Union

from .affine import Affine
from .domain import TRUE, Constraint, Domain
from .errors import DerivationError
from .expr import Expr, Partial, Variable
from .node import node
from .system import System

Value: TypeAlias = Union[Expr, Affine, Variable, Domain, str]
Bindings: TypeAlias = tuple[tuple[str, Value], ...]


class Route(StrEnum):
    """How a derivation goes."""

    EXPANDED = "expanded"  # the lecture's: chain rule over the cut, case split, substitution
    BACKPROP = "backprop"  # named deltas, one term per occurrence
    BOTH = "both"


class Judgement(StrEnum):
    """The verdict on a link, a claim or a page."""

    RIGHT = "right"
    WRONG = "wrong"
    UNPROVED = "unproved"
    UNREADABLE = "unreadable"
    VACUOUS = "vacuous"  # its condition holds nowhere


class Evidence(StrEnum):
    """What a `right` rests on."""

    PROVED = "proved"  # for all sizes
    EXACT = "exact"  # in a prime field at stated sizes, with a stated error bound
    NUMERICAL = "numerical"  # high-precision or double-precision floats at stated sizes
    NONE = "none"


@node
class Counterexample:
    """A point where two sides differ: reproducible by seed, with both values as printed numbers."""

    sizes: tuple[tuple[str, int], ...]
    indices: tuple[tuple[str, int], ...]
    left: str
    right: str
    seed: int


@node
class Verdict:
    """A judgement with what it rests on. `detail` says why in one line (sizes drawn, error, what is unknown)."""

    judgement: Judgement
    evidence: Evidence = Evidence.NONE
    detail: str = ""
    error: float = 0.0
    draws: tuple[tuple[tuple[str, int], ...], ...] = ()
    counterexample: Counterexample | None = None


@node
class Step:
    """One link: the new member and the rule by which it follows from the member before it."""

    right: Expr
    rule: str
    bindings: Bindings = ()


@node
class Claim:
    r"""`left = steps[0].right = steps[1].right = ...` for every point of `domain` at which `where` holds.

    - `domain`: the ranges of the free indices of the claim.
    - `where`: the condition it is stated under (`k = j`), empty for "for all".
    - `refuted`: printed struck out, as the tempting but wrong line; then it must be wrong.
    - `caption`: a key of the captions with its `bindings` (the sentence above or beside the line).
    """

    left: Expr
    steps: tuple[Step, ...]
    domain: Domain = TRUE
    where: tuple[Constraint, ...] = ()
    caption: str = ""
    bindings: Bindings = ()
    refuted: bool = False

    @property
    def members(self) -> tuple[Expr, ...]:
        """All members of the chain, left to right."""
        return (self.left, *(s.right for s in self.steps))


@node
class Remark:
    """A sentence on its own: a caption key with its bindings."""

    caption: str
    bindings: Bindings = ()


@node
class Definitions:
    r"""Definitions quoted from the network, by the left sides that they define, in order.

    A renderer quotes the author's own display where one display of the source defines just these, else writes them.
    """

    variables: tuple[Variable, ...]
    caption: str = ""
    bindings: Bindings = ()


Item: TypeAlias = Union[Claim, Remark, Definitions]


@node
class Derivation:
    """Goal, route and items, in reading order; `result` is the last member of the claim that reaches the goal.

    `also` are further goals of the same page: the gradients by all parameters in one pass.
    """

    system: System
    goal: Partial
    route: Route
    items: tuple[Item, ...]
    names: tuple[tuple[Variable, Expr], ...] = field(default=())  # names introduced on the way: \delta_k = ...
    also: tuple[Partial, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims, refuted ones included."""
        return tuple(i for i in self.items if isinstance(i, Claim))

    @property
    def conclusion(self) -> Claim:
        """The last claim that says, under no further condition, what the goal is.

        Raises `DerivationError` if no claim does.
        """
        for claim in reversed(self.claims):
            if self.goal in claim.members[:-1] and not claim.refuted and not claim.where:
                return claim
        raise DerivationError("no line of the derivation says what is to be derived")

    @property
    def result(self) -> Expr:
        """The final formula for the goal, free of unresolved derivatives where the network allows it.

        Raises `DerivationError` if no claim reaches the goal.
        """
        return self.conclusion.members[-1]
