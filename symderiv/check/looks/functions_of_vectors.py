r"""Functions in bold that may mix the entries of a vector: the `\boldsymbol{\sigma}(\mathbf{z})` of a softmax.

Beside `\boldsymbol{\sigma}'` it is read as a function of each entry. Where a sentence about the letter says something
else, or an equation gives an entry of the function, or of what it defines, by a sum, what rests on it is open. So it is
with a letter in the usual font that words call softmax, and that has a prime; where no formula is a softmax, in
whatever way a sentence says so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...expr import Apply, Expr, Partial, Var, Variable, of_kind
from ...network.graph import upstream
from ...pattern import lazily
from ...resolve.prepared.arguments.functions_in_bold import FORMULA, OTHERS
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link

BOLD = lazily(r"\\(?:boldsymbol|bm|mathbf|pmb|vec)\s*\{?\s*(\\?[A-Za-z]+)\s*\}?\s*'?\s*(?:\\left|\\[bB]igl?)?\s*\(")
"""A letter in bold before a parenthesis."""
PLAIN = lazily(r"(\\[A-Za-z]+|(?<![A-Za-z\\])[a-z])\s*'\s*(?:\\left|\\[bB]igl?)?\s*\(")
"""A letter with a prime there."""
SOFTMAX = lazily(r"soft-?max|ソフトマックス|소프트맥스|софтмакс", re.I)
NAMED = lazily(
    r"\s*,?\s*(?:(?:is|denotes?|being|as|stands for|ist|bezeichnet|est|désigne|es|è|é)\s+)?"
    r"(?:(?:the|an?|our|die|der|la|le|una?)\s+)?(?:\w+\s+)?soft-?max|\s*(?:は|为|是)\s*(?:ソフトマックス|soft-?max)",
    re.I,
)
NAMING = lazily(
    r"(?:soft-?max|ソフトマックス)(?:[\s-]*(?:function|activation|Funktion|fonction|関数|函数))?\s*\Z", re.I
)
"""What a letter is, behind it and before it."""
CONTRARY = lazily(
    r"\b(?:not?|never|unlike|instead|rather|except|other than|without|nicht|keine?|statt|anders|ohne|pas|contrairement"
    r"|sans|sin|не|без|вместо)\b|ない|なく|異な|不是|不同|非|아니|않",
    re.I,
)
"""Words by which a sentence says of a letter that it is something else."""
OUTPUTS = lazily(
    r"\b(?:outputs?|last|final|Ausgabe\w*|Ausgänge|sortie|salidas?|выход\w*)\b|出力|输出|輸出|출력|выходн", re.I
)
"""Words that name what the one function of a page makes."""
TYPED_OUT = lazily(r"\\exp(?![a-z])|(?<![A-Za-z])e\s*\^|soft-?max", re.I)
"""What stands in a formula of a softmax, so that no letter needs to be one."""
DISPLAY = lazily(r"\$\$(.*?)\$\$|\\\[(.*?)\\\]|(?<!\$)\$([^$]*)\$(?!\$)|\\begin\{\w+\*?\}(.*?)\\end", re.S)
FONTS = r"\\(?:boldsymbol|bm|mathbf|pmb|vec|mathrm)"
BARE = lazily(rf"{FONTS}\{{(.*)\}}")
SENTENCES = lazily(r"[.。](?:\s|\Z)|。|\n\s*\n")
OPEN = "does `{}` act on each entry of a vector, or mix them as softmax does?"


def unless_mixing(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line that rests on such a function."""
    letters = {x.removeprefix("\\") for x in mixing(link.page)}
    functions = {n for n in _functions(link) if letters and BARE.sub(r"\1", n).removeprefix("\\") in letters}
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG) or not functions:
        return verdict
    if not any(_rests(e, link.system, functions) for e in (link.left, link.right)):
        return verdict
    return Verdict(Judgement.UNPROVED, detail=OPEN.format(min(functions)))


def _functions(link: Link) -> set[str]:
    bodies = (p.body for p in link.system.pieces if p.body is not None)
    return {a.function for e in (*bodies, link.left, link.right) for a in of_kind(e, Apply)}


def _rests(e: Expr, system: System, functions: set[str]) -> bool:
    """Does a side have a value of such a function, or differentiate through one?"""
    made = {p.variable for p in system.pieces if p.body is not None and _applies(p.body, functions)}
    before = {u for v in made for u in upstream(system, v)}
    through = {v for v in before if not v.key.startswith("\0")}
    named = {p.variable for p in system.pieces if p.nominal and p.body is not None and _by(p.body) & through}
    outside = {x.variable for x in of_kind(e, Var)} & (made | named)
    return _applies(e, functions) or bool(_by(e) & through) or bool(outside and not _by(e))


def _applies(e: Expr, functions: set[str]) -> bool:
    return any(a.function in functions for a in of_kind(e, Apply))


def _by(e: Expr) -> set[Variable]:
    return {x.wrt.variable for x in of_kind(e, Partial)}


@lru_cache(maxsize=64)
def mixing(page: str) -> frozenset[str]:
    r"""The letters in bold before a parenthesis of which a page tells that they mix the entries of a vector.

    >>> page = r"$\mathbf{p} = \boldsymbol{\sigma}(\mathbf{z})$. "
    >>> sorted(mixing(page + r"Here $\boldsymbol{\sigma}$ is the softmax.")), sorted(mixing(page))
    (['\\sigma'], [])
    >>> sorted(mixing(page + r"$$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$"))
    ['\\sigma']
    """
    called = frozenset(x for x in PLAIN.findall(page) if _is_softmax(x, page)) if SOFTMAX.search(page) else frozenset()
    letters = frozenset(BOLD.findall(page)) - called
    if not letters:
        return called
    formulas = ["".join(x) for x in DISPLAY.findall(page)]
    return called | {x for x in letters if _is_called(x, page) or any(_is_summed(x, f, page) for f in formulas)}


def _is_softmax(letter: str, page: str) -> bool:
    """Do words right beside a letter alone call it softmax?"""
    name = re.escape(letter)
    if re.search(
        rf"(?<![A-Za-z\\]){name}\s*=\s*(?:\\[a-z]+\s*)?\{{?\s*soft-?max\s*\}}?\s*(?:[$.,;]|\\quad)", page, re.I
    ):
        return True
    alone = [(page[: m.start()], page[m.end() :]) for m in re.finditer(rf"\$\s*{name}\s*\$", page)]
    if any(NAMED.match(after) or NAMING.search(before[-40:]) for before, after in alone):
        return True
    return not any(TYPED_OUT.search("".join(x)) for x in DISPLAY.findall(page)) and _is_meant(name, page)


def _is_meant(name: str, page: str) -> bool:
    """Does a sentence with the word hold a letter as well, or name the outputs, which one function alone makes? The
    page types out no softmax."""
    once = len(re.findall(rf"=\s*{name}\s*(?:\\left)?\(", page)) == 1
    own = re.compile(rf"\$\s*{name}\s*\$")
    found = [x for x in SENTENCES.split(page) if SOFTMAX.search(x) and not CONTRARY.search(x)]
    return any(own.search(x) or (once and OUTPUTS.search(x)) for x in found)


def _is_called(letter: str, page: str) -> bool:
    """Does a sentence about a letter say that it is another function than one of entries?"""
    own = re.compile(rf"\$\s*(?:{FONTS}\s*\{{?\s*)?{re.escape(letter)}\s*\}}?\s*(?:\([^$()]*\))?\s*\$")
    found = [x for x in SENTENCES.split(page) if own.search(x)]
    return any(SOFTMAX.search(x) or OTHERS.search(FORMULA.sub(" ", x)) for x in found)


def _is_summed(letter: str, formula: str, page: str) -> bool:
    """Does a formula give an entry of the function, or of what it defines, by a sum?"""
    if r"\sum" not in formula:
        return False
    name = rf"(?:{FONTS}\s*\{{\s*)?{re.escape(letter)}(?![A-Za-z])\s*\}}?"
    below = r"_\s*(?:[a-z]|\{\s*[a-z][^{}]*\})"
    entries = [rf"{name}\s*{below}\s*\([^()]*\)", rf"{name}\s*\([^()]*\)\s*{below}"]
    left = rf"{FONTS}\s*\{{?\s*(\\?[A-Za-z]+|\\hat\s*\{{?\s*[a-z]\s*\}}?)\s*\}}?"
    given = re.findall(rf"{left}\s*&?=\s*&?{FONTS}\s*\{{?\s*{re.escape(letter)}\s*\}}?\s*\(", page)
    entries += [rf"{re.escape(x)}\s*{below}" for x in given]
    return any(re.search(rf"(?<![A-Za-z]){x}\s*&?=[^=]*\\sum", formula) for x in entries)
