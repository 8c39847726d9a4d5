r"""Names that a solution says it uses in its own way: `I write $w_{ji}$ for the weight from $i$ to $j$`, beside a
network that calls it `w_{ij}`.

The letters of the name show it: they run to other lengths than the places of the network's name. What a line says of
such a name is not what it says of the network's, so it is not wrong for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expr import variables
from ...latex.scripts import variable_latex
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...resolve.spelled.known import ends_of, lengths_of
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link

NAME = r"\$\s*(?P<base>\\?[A-Za-z]+)\s*_\s*\{?(?P<letters>[a-z](?:[\s,]*[a-z]){0,3})\}?\s*\$"
NAMED = lazily(NAME, re.I)
BEFORE = r"(?:\b(?:write|call|denote|let|use|number|where|here|say)\b[^$.;]{0,40}|(?:\A|[.\n(])\s*)"
BEHIND = (
    r"\s*(?:(?:be|is|are|denotes?|means?|stands? for|for|to denote|here)\b"
    r"|[はをがで][^。\n]{0,60}(?:表[すし]|書[くき]|とする|とおく|とし|重み|結合))"
)
NAMING = lazily(rf"{BEFORE}{NAME}{BEHIND}", re.I)
"""Words that say what a name means."""


def named_otherwise(text: str, network: System | None) -> frozenset[str]:
    """The letters of names that a solution uses in its own way.

    >>> from symderiv.load import load_text
    >>> network = load_text("$$y_j = \\\\sum_{i=1}^I w_{ij} x_i \\\\quad (1 \\\\le j \\\\le J)$$")
    >>> own = "I write $w_{ji}$ for the weight from $i$ to $j$."
    >>> sorted(named_otherwise(own, network)), sorted(named_otherwise(own.replace("ji", "ij"), network))
    (['w'], [])
    """
    return frozenset(_found(text, network)) if network is not None and "$" in text else frozenset()


def _found(text: str, network: System) -> Iterator[str]:
    found = list(NAMING.finditer(text)) if NAMED.search(text) is not None else []
    if not found:
        return
    lengths, ends = lengths_of(network), dict(ends_of(network))
    for m in found:
        letters = re.findall("[a-z]", m["letters"])
        places = lengths.get((m["base"], len(letters)), ())
        pairs = [(ends.get(x), size) for x, size in zip(letters, places, strict=False)]
        if any(end is not None and size is not None and end != {size} for end, size in pairs):
            yield m["base"]


def as_named(link: Link, verdict: Verdict, own: frozenset[str]) -> Verdict:
    """The verdict; open where a link that is wrong is about such a name."""
    if not own or verdict.judgement is not Judgement.WRONG:
        return verdict
    met = sorted(variables(link.left) | variables(link.right), key=lambda v: v.key)
    name = next((variable_latex(v) for v in met if split_key(v.key)[0] in own), None)
    detail = f"the page says what it means by `{name}`, and the network means something else"
    return verdict if name is None else Verdict(Judgement.UNPROVED, detail=detail)
