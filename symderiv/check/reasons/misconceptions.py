r"""What goes wrong in derivations, as data: the kinds of slip with how telling each is.

A kind is a stable key. `rank` orders the explanations of one wrong line: a slip that only a person with a certain
misconception makes explains more than "some factor is missing", which can mimic anything. Names and sentences are in
`wording`; how each is recognised, in `slips_*`.
"""

from __future__ import annotations

from types import MappingProxyType

SLIPS = MappingProxyType(
    {
        # key: rank, smaller explains more
        "before": 0,  # the member before is wrong, this one agrees again with the beginning of the chain
        "sign": 10,
        "transposed": 12,
        "prime-missing": 14,
        "prime-extra": 15,
        "argument": 16,
        "function": 17,
        "layer": 18,
        "shift": 19,
        "bound": 20,
        "penalty-missing": 22,
        "part-missing": 23,
        "path-twice": 24,
        "path-missing": 25,
        "delta-missing": 26,
        "delta-extra": 27,
        "product-of-sums": 28,
        "sum-missing": 30,
        "sum-extra": 31,
        "captured": 32,
        "index": 33,
        "constant": 34,
        "exponent": 35,
        "variable": 36,
        "inverse": 38,
        "condition-wide": 40,
        "condition-narrow": 41,
        "term-extra": 44,
        "term-missing": 45,
        "factor-extra": 46,
        "factor-missing": 48,
    }
)
"""Kinds of slip that are found by undoing them, with their ranks."""

VERDICTS = ("outside", "one-side", "terms", "unproved", "unreadable", "vacuous", "ill-typed")
"""Kinds that follow from the verdict or from comparing terms, not from undoing a slip."""

KINDS = (*SLIPS, *VERDICTS)
"""Every kind of reason."""
