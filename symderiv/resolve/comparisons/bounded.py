r"""Numbers between which a page says that its data lie throughout, `$0 < \tau < 1$`: what data are, no case of a line.

That they are positive is known by itself (`valued`); this is about the other bounds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ...errors import ReadError
from ...expr import Variable
from ...latex.tree import Chain, Name, Number
from ..facts import Facts
from ..formulas import Resolver
from ..meaning import Meaning, signature
from ..spelled.shape import shape_of
from ..stated import shown
from .compared import TURNED, Compared, both_ways
from .valued import is_of_a_case, throughout


def bounded_data(
    facts: Facts, words: Iterable[tuple[str, str]], meaning: Meaning, nudged: Collection[Variable]
) -> Iterator[Compared]:
    """Every such comparison of numbers without indices; `words` stand before and behind each statement.

    What the page differentiates by (`nudged`) may lie so in a case only, and what it computes is not data.
    """
    for number, (s, (before, behind)) in enumerate(zip(facts.stated, words, strict=False)):
        chain = s.statement.chain
        if s.struck or not _bounds(chain) or is_of_a_case(before, behind):
            continue
        variables = {throughout(s.formula, x, meaning) for x in chain.members if isinstance(x, Name)}
        computed = any((shape := shape_of(x)) is None or signature(shape) in meaning.lefts for x in _names(chain))
        if computed or any(v is None or v.arity for v in variables):
            continue
        try:
            holds = both_ways(Resolver(s.formula, meaning.names, meaning, number), chain)
        except ReadError:
            continue
        yield Compared(shown((s.formula, chain)), holds, aside=not variables.isdisjoint(nudged), throughout=True)


def _bounds(chain: Chain) -> bool:
    """Is it a comparison of names with numbers, one of which is not 0?"""
    plain = all(isinstance(x, (Name, Number)) for x in chain.members) and bool(list(_names(chain)))
    numbers = [x.text for x in chain.members if isinstance(x, Number)]
    return (
        plain and bool(chain.relations) and all(r in TURNED for r in chain.relations) and any(map(_is_not_0, numbers))
    )


def _is_not_0(text: str) -> bool:
    return text != "0"


def _names(chain: Chain) -> Iterator[Name]:
    return (x for x in chain.members if isinstance(x, Name))
