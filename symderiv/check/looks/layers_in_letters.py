r"""Layers told apart by the numbers of their letters: `y_{i_1} = \sum_{i_0} ..` and `y_{i_2} = \sum_{i_1} .. y_{i_1}`.

The one y is made of the other, so both are no two units of one y. Read as letters of one index, the second line would
be a claim about what the first defines: nothing of such a page is judged.
"""

from __future__ import annotations

from functools import lru_cache

from ...pattern import lazily
from ...step import Judgement, Verdict

MADE = lazily(
    r"(?P<left>(?P<name>(?:\\[A-Za-z]+|[A-Za-z]))\s*_\s*\{\s*(?P<letter>\\[A-Za-z]+|[A-Za-z])\s*_\s*\{?(?P<number>\d)\}?\s*\})"
    r"\s*&?\s*=(?:(?!\\\\|\$|\\\]|\\end|\\q?quad)[\s\S])*?(?<![A-Za-z\\])(?P=name)\s*_\s*\{\s*(?P=letter)\s*_\s*\{?"
    r"(?!(?P=number))(?P<other>\d)"
)
DETAIL = "do the numbers in `{}` tell layers apart, or two letters of one?"


@lru_cache(maxsize=16)
def made_of_another(page: str) -> str:
    r"""A name on the left whose letter has a number, made of the same with another number there; "" if there is none.

    >>> made_of_another(r"$$ y_{i_2} = \sum_{i_1} w_{i_2 i_1} y_{i_1} $$")
    'y_{i_2}'
    >>> made_of_another(r"$$ y_{i_2} = x_{i_1} $$ $y_{i_1}$"), made_of_another(r"$$ y_{i_1} = 2 y_{i_1} $$")
    ('', '')
    >>> made_of_another(r"$$ a_{in_1} = b_1 $$ $$ a_{out_1} = a_{in_2} $$ $$ a_{in_1} = a_{in_2} $$")
    ''
    """
    found = MADE.search(page) if "_1" in page or "_{1" in page or "_2" in page else None
    return found["left"] if found else ""


def unless_layers_in_letters(verdict: Verdict, page: str) -> Verdict:
    """The verdict; open on such a page."""
    name = made_of_another(page)
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG) or not name:
        return verdict
    return Verdict(Judgement.UNPROVED, detail=DETAIL.format(name))
