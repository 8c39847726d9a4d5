r"""An index typed right behind a script inside of a script, `c_{y_ik}`: TeX sets the entry k of the row `y_i`.

Elsewhere `y_ik` may be meant as `y_{ik}`. Inside of a script it is read as it is set where the page has c with as many
indices and the same last one, `c_{jk}`, and y with nothing but one letter below, `y_i = j`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from ..pattern import lazily
from .lexer import Token

RUN_ON = lazily(
    r"(?P<outer>\\[A-Za-z]+\{[A-Za-z]\}|\\[A-Za-z]+|[A-Za-z])_\{(?P<before>(?:[a-z],?){0,2}?)"
    r"(?P<inner>\\[A-Za-z]+|[A-Za-z])_(?P<run>[a-z][a-z])\}"
)
"""A name with such a script; what stands before the inner name are indices, too."""
ENDING = lazily(r"_[a-z][a-z]\}")
"""Stands in any of them, and is found sooner."""


def indices_run_on(texts: Sequence[str]) -> frozenset[str]:
    r"""The inner names with their scripts, of the formulas of a page.

    >>> sorted(indices_run_on(["x_{ik} - c_{y_ik}", "c_{jk} = 1", "y_i = j"]))
    ['y_ik']
    >>> [len(indices_run_on(["x_{ik} - c_{y_ik}", *x])) for x in (
    ...     ["c_j = 1", "y_i = j"], ["c_{jk}", "y_{ik} = j"], ["c_{jk}"], ["c_{jl}", "y_i"])]
    [0, 0, 0, 0]
    """
    found = {(m["outer"], len(m["before"].replace(",", "")), m["inner"], m["run"]) for m in _met(texts)}
    return frozenset(
        f"{inner}_{run}"
        for outer, before, inner, run in found
        if _has_entries(outer, before + len("jk"), run[-1], texts) and _has_one_index(inner, run, texts)
    )


def is_run_on(tokens: Sequence[Token], at: int, run_on: Set[str]) -> bool:
    """Is the run at `at`, behind a script, one of those?"""
    name = tokens[at - 2]
    return at > 1 and f"{name.text[-1] if name.kind == 'run' else name.text}_{tokens[at].text}" in run_on


def _met(texts: Iterable[str]) -> Iterator[re.Match[str]]:
    return (m for text in texts if ENDING.search(text) for m in RUN_ON.finditer(text))


def _scripts(name: str, texts: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """What stands below a name, without the braces, and whether something stands above it."""
    alone = "" if name[0] == "\\" else r"(?<!\\)(?<!\\[A-Za-z])(?<![A-Za-z]{2})"  # no letter of a word
    pattern = re.compile(rf"{alone}{re.escape(name)}\s*(\^|_\s*(?:\{{([^{{}}]*)\}}|(\w+))(\s*\^)?)")
    found = (m for text in texts if name in text for m in pattern.finditer(text))
    return ((m[2] or m[3] or "", m[1] == "^" or m[4] is not None) for m in found)


def _has_entries(name: str, indices: int, last: str, texts: Iterable[str]) -> bool:
    """Has a name somewhere so many indices, of which that is the last one?"""
    below = ("".join(x for x in script if x not in ", ") for script, _ in _scripts(name, texts))
    return any(len(x) == indices and x.islower() and x.isalpha() and x[-1] == last for x in below)


def _has_one_index(name: str, run: str, texts: Iterable[str]) -> bool:
    """Has a name one index wherever it has any, and somewhere outside of such a script?"""
    below = {x for x in _scripts(name, texts) if x != (run, False)}
    plain = all(len(x) == 1 and x.isalnum() and not above for x, above in below)
    return plain and any(x.islower() for x, _ in below)
