r"""What a condition behind a line is about: arrays, sizes or data, and whether it may say what a name is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..pattern import lazily

EQUAL = lazily(r"(?<![<>!:≤≥])=|\\equiv(?![A-Za-z])")
ORDER = lazily(r"<|>|≤|≥|\\(?:[lg]eq?|[lg]t|[lg]eqslant|ll|gg)(?![A-Za-z])")
SIGN = lazily(rf"{EQUAL.pattern}|{ORDER.pattern}")
OTHER_SIGN = lazily(r"[≈∈∉≠]|\\(?:in|ne|neq|not|approx|to|mapsto|propto|sim|simeq|[lc]?dots)(?![A-Za-z])|\.\.\.")
BRACED = r"\{(?:[^{}]|\{[^{}]*\})*\}"
_SCRIPT = rf"\s*[_^]\s*(?:{BRACED}|\\[A-Za-z]+(?![A-Za-z])(?:\s*\{{[^{{}}]*\}})?|\w)"
_BASE = (
    r"(?:\\(?!sum|frac|prod|partial|nabla|int|left|right|text|quad|cdot|times)[A-Za-z]+(?![A-Za-z])(?:\s*\{\s*\\?[A-Za-z]+\s*\})?"
    r"|[A-Za-z])"
)
NAME = lazily(rf"(?P<base>{_BASE})(?P<scripts>(?:{_SCRIPT})*)'*")
NAMES = lazily(rf"(?:{_BASE}(?:{_SCRIPT})*'*(?:\s|\\[,;! ])*)+")
"""Names side by side, `W^T W`,"""
UNIT = lazily(r"(?:\\(?:math|bold|bm|text)[a-z]*\s*\{?\s*)?(?:I|E|1)\s*\}?(?:\s*_\s*(?:\{[^{}]*\}|\w))?")
"""the unit matrix."""
NUMBER = lazily(
    r"[-+−]?\s*(?:\d+(?:\.\d+)?|\\d?frac\s*\{?\d\}?\s*\{?\d\}?)"
    r"|\\(?:math[a-z]+|bold[a-z]*|bm)\s*\{?\s*[01]\s*\}?"
)
TOTAL = lazily(rf"\\sum(?![A-Za-z]).*|(?:{_BASE}(?:{_SCRIPT})+\s*[-+]\s*)+{_BASE}(?:{_SCRIPT})+")
"""What adds up entries, `\\sum_k t_k` or `t_1 + t_2`."""
ENTRY = lazily(r"\s*_\s*(?:[1-9]|\{\s*[1-9]\d*(?:\s*,?\s*[1-9])?\s*\})")
"""The numbers of one entry,"""
PARAMETER = lazily(r"\\(?:alpha|beta|gamma|eta|kappa|lambda|mu|nu|rho|sigma|tau|omega|varrho|varsigma)")
"""and a parameter of the page."""
_MULTIPLE = rf"(?:\d+|(?:\d+\s*)?{_BASE}(?:{_SCRIPT})*)"
REST = lazily(rf"(?P<one>{_BASE})\s*_\s*\{{?\s*\d\s*\}}?\s*=\s*1\s*[-−]\s*(?P=one)\s*_\s*\{{?\s*\d\s*\}}?")
"""One datum as what another one leaves of 1, `t_2 = 1 - t_1`."""
LINEAR = lazily(rf"[-+]?\s*{_MULTIPLE}(?:\s*[-+]\s*{_MULTIPLE})*")
"""Letters and numbers added up."""
TURNED = lazily(r"\^\s*\{?\s*(?:T(?![A-Za-z])|\\top|\\intercal|\\math\w+\s*\{?\s*T|\\ast|\*|H(?![A-Za-z]))")
LETTERS = lazily(r"\\[A-Za-z]+|[A-Za-z]")
CAPITAL = lazily(r"(?<![a-z\\])[A-Z]\s*\}?\Z")
"""The letter of a matrix or of a size."""
SMALL = lazily(r"[a-z]|\\ell")
"""A letter that may be an index."""
ENDS = lazily(
    r"(?:\\sum\s*_\s*(?:\{[^{}]*\}|\w)\s*\^|\\(?:[lc]?dots|le|leq)(?![A-Za-z])\s*,?|[<≤]|\\(?:mathbb|R|mathbf)\s*\{?R?\}?\s*\^)"
    r"\s*(\{(?:[^{}]|\{[^{}]*\})*\}|\\?[A-Za-z]+(?:\s*_\s*(?:\{[^{}]*\}|\w))?)"
)
"""Where sums and ranges end, and how large arrays are."""
RUNNING = lazily(
    r"(?:\\leq?|<|≤)\s*(\\?[A-Za-z]+)\s*(?:\\leq?|<|≤)|\\sum\s*_\s*\{?\s*(\\?[A-Za-z]+)|([A-Za-z]|\\ell)\s*=\s*[01]\s*,\s*(?:\\[lc]?dots|2)"
)
"""Letters that run."""
NEVER = ("partial", "nabla", "sum", "log", "exp", "dots")
"""What stands in no condition of one line."""


def kind_of_condition(piece: str, text: str) -> bool | None:
    """None where it is no condition about arrays, sizes or data; else whether it may be what a name is."""
    if any(x in piece for x in NEVER):
        return None
    members = [" ".join(m.split()) for m in SIGN.split(piece)]
    if len(members) < 2 or OTHER_SIGN.search(piece) or not all(members):
        return None
    if ORDER.search(piece):
        return False if "_" not in piece and all(_of_sizes(m, text) for m in members) else None
    if any(SMALL.fullmatch(m) and m not in _sizes(text) for m in members):
        return False if _is_put_for_all(members, text) else None
    if all(_of_sizes(m, text) for m in members) and not all(NUMBER.fullmatch(m) for m in members[1:]):
        return False
    left, *others = members
    if len(others) == 1 and REST.fullmatch(f"{left} = {others[0]}"):
        return False
    if TOTAL.fullmatch(left) and "sum" not in left:  # of all entries it is a premise
        return False if all(map(NUMBER.fullmatch, others)) else None
    if not NAMES.fullmatch(left):
        return None
    unit = any(UNIT.fullmatch(m) and not NUMBER.fullmatch(m) for m in others)
    if (unit or _is_alike(left, others[0])) and all(NAMES.fullmatch(m) or UNIT.fullmatch(m) for m in others):
        return False
    name = NAME.fullmatch(left)
    if name is None or not all(NAMES.fullmatch(m) or NUMBER.fullmatch(m) for m in others):
        return None
    numbered = any(c.isdigit() for c in name["scripts"])
    if any(map(NUMBER.fullmatch, others)):  # of one index they are cases, which are asked elsewhere
        return False if _is_of_entries(name) or (len(others) == 1 and _is_put(name, others[0], text)) else None
    return True if not numbered and CAPITAL.search(name["base"]) else None


def _is_of_entries(name: re.Match[str]) -> bool:
    """Is it an array by its entries, other than one that only says which indices are the same?"""
    two = not any(c.isdigit() for c in name["scripts"]) and len(LETTERS.findall(name["scripts"])) > 1
    return two and name["base"] not in (r"\delta", r"\epsilon", r"\varepsilon")


def _is_put(name: re.Match[str], number: str, text: str) -> bool:
    r"""Is a number put for one entry, `x_1 = 1`, or for a parameter without which something is lost, `\lambda = 0`?

    What is numbered 0 is a bias or a start, everywhere.
    """
    if name["scripts"]:
        return name["base"] not in (r"\delta",) and ENTRY.fullmatch(name["scripts"]) is not None
    base = name["base"]
    return PARAMETER.fullmatch(base) is not None and number in ("0", "1") and not _counts(base, text)


def _is_put_for_all(members: Sequence[str], text: str) -> bool:
    r"""Is a small letter that counts nothing 0 or 1, `$b = 0$` of a bias?"""
    left, *others = members
    return others in (["0"], ["1"]) and SMALL.fullmatch(left) is not None and not _counts(left, text)


def _counts(base: str, text: str) -> bool:
    """Does a letter stand in scripts, or run over something?"""
    in_scripts = rf"[_^]\s*(?:\{{[^{{}}]*(?<![A-Za-z\\]))?{re.escape(base)}(?![A-Za-z])"
    return re.search(in_scripts, text) is not None or base in {x for m in RUNNING.finditer(text) for x in m.groups()}


def _is_alike(left: str, other: str) -> bool:
    """Are both made of the same letters, and both with scripts, or one transposed: `W = W^T`, `n_l = n_{l-1}`?"""
    scripts = "_" in left and "_" in other
    return _bases(left) == _bases(other) and (scripts or any(map(TURNED.search, (left, other))))


def _bases(member: str) -> set[str]:
    return {m["base"].replace(" ", "") for m in NAME.finditer(member)}


def _of_sizes(member: str, text: str) -> bool:
    if not LINEAR.fullmatch(member):
        return False
    return all("".join(m["base"].split()) in _sizes(text) for m in NAME.finditer(member))


@lru_cache(maxsize=16)
def _sizes(text: str) -> frozenset[str]:
    """The letters at the ends of sums and ranges, and in the spaces of arrays, that run over nothing."""
    ends = {m["base"] for x in ENDS.finditer(text) for m in NAME.finditer(x[1].strip("{}"))}
    return frozenset(ends - {x for m in RUNNING.finditer(text) for x in m.groups() if x})
