r"""No sign of a formula is passed over: whoever changes one changes what is read, or makes it unreadable.

The formulas are read as they stand and with one sign changed; what was understood may not be the same both times. The
readings are compared as whole trees, without the places in the text and the spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from symderiv.check.page import check
from symderiv.errors import SymderivError
from symderiv.expr import Apply, Variable, add, neg
from symderiv.read import Reading, read_document
from symderiv.resolve.integers.row_cells import gap

PAGES = Path(__file__).parent / "pages_alone"
BESIDE = {"place", "places", "span", "spans", "spelling", "number", "seen", "line", "latex", "words", "tag", "labels"}
"""Fields that say where and how something was typed."""
CHANGES = {"+": "-", "-": "+", "'": "", r"\le": r"\ge", r"\ge": r"\le", r"\ne": "=", r"\hat": r"\tilde"}
SIGN = re.compile(r"\\(?:le|ge|ne|hat)(?![A-Za-z])|\\[A-Za-z]+(?:\s*\{[a-z]+\})?|\\.|\d+|[A-Za-z]|[-+']")
"""A sign, or a command: of these only the ones above are changed."""
DISPLAY = re.compile(r"\$\$(.+?)\$\$", re.S)


def _plain(x: object) -> object:
    if isinstance(x, (str, int, Fraction, type(None))):
        return x
    if isinstance(x, (tuple, list)):
        return tuple(map(_plain, x))
    if isinstance(x, (frozenset, set)):
        return tuple(sorted(repr(_plain(y)) for y in x))
    if is_dataclass(x):
        return (type(x).__name__, *(_plain(getattr(x, f.name)) for f in fields(x) if f.name not in BESIDE))
    return type(x).__name__ if isinstance(x, Exception) else repr(x)


def _understood(text: str) -> object:
    try:
        reading: Reading = read_document(text)
    except SymderivError as error:
        return type(error).__name__
    claims = [(w.members, w.where, w.ranges, w.relations, w.claims) for w in reading.claims]
    beside = (reading.supposed, reading.compared)
    return repr(_plain((reading.draft, claims, beside, len(reading.problems), len(reading.unread))))


def _changed(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """The text with one sign of a formula changed, and what was changed."""
    for m in SIGN.finditer(text, start, end):
        sign = m.group()
        new = CHANGES.get(sign)
        if new is None and sign.isdigit():
            new = str(int(sign) + 3)
        elif new is None and len(sign) == 1 and sign.isalpha():
            new = "q" if sign != "q" else "u"
        if new is not None:
            yield text[: m.start()] + new + text[m.end() :], f"{text[start : m.start()]}>>{sign}<<{text[m.end() : end]}"


def _passed_over(text: str) -> list[str]:
    whole = _understood(text)
    changed = (pair for d in DISPLAY.finditer(text) for pair in _changed(text, d.start(1), d.end(1)))
    return [what for other, what in changed if _understood(other) == whole]


LINES = [
    r"$$ y_i = \sum_{j=1}^{J} w_{ij} x_j + b_i $$ $$ E = \frac{1}{2} \sum_{i=1}^{I} (y_i - t_i)^2 $$"
    r"$$ \frac{\partial^2 E}{\partial w_{ij}^2} = x_j^2 \quad (1 \le j \le J) $$",
    r"$$ E = w_1 x_1 + w_2 x_2 + \cdots + w_n x_n $$ $$ \frac{\partial E}{\partial w_i} = x_i $$",
    r"$$ r_j = \max(0, u_j) $$ $$ \frac{\partial r_j}{\partial u_j} ="
    r" \begin{cases} 1 & u_j > 0 \\ 0 & u_j \le 0 \end{cases} $$",
    r"$$ \hat y = f(w x) $$ $$ E = (\hat y - t)^2 $$ $$ \frac{\partial E}{\partial w} = 2 (\hat y - t) f'(w x) x $$",
    r"$$ p_k = \frac{e^{a_k}}{\sum_{l=1}^{K} e^{a_l}} $$"
    r"$$ \frac{\partial p_k}{\partial a_j} = p_k (\delta_{kj} - p_j) \qquad (k \ne j) $$",
]


@pytest.mark.parametrize("text", LINES)
def test_every_sign_counts(text: str) -> None:
    assert _passed_over(text) == []


def test_a_sign_that_is_passed_over_is_found() -> None:
    r"""Behind a struck `\tag` or in words a sign may change; the test above would see it inside a formula."""
    assert len(_passed_over(r"$$ E = w x \tag{7} $$ $$ \frac{\partial E}{\partial w} = x \quad \text{b} $$")) > 0


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial^2 E}{\partial w_i^3} = 2 x_i^2",
        r"\frac{d^2 E}{d w_i^4} = 2 x_i^2",
        r"\partial^2 E/\partial w_i^5 = 2 x_i^2",
        r"\frac{\partial E}{\partial^2 w_i} = 2 w_i x_i^2",
        r"E = (w_1 x_1)^2 - \cdots + (w_n x_n)^2",
    ],
)
def test_what_does_not_fit_is_not_read(line: str) -> None:
    assert check(rf"$$ E = \sum_{{i=1}}^{{n}} (w_i x_i)^2 $$ $$ {line} $$").verdict == "unreadable"


def test_dots_among_minus_signs() -> None:
    page = r"$$ E = - w_1 x_1 - \cdots - w_n x_n $$ $$ \frac{\partial E}{\partial w_i} = SIGN x_i $$"
    assert check(page.replace("SIGN", "-")).verdict == "right"
    assert check(page.replace("SIGN", "")).verdict == "wrong"


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        (r"1 & u > 0 \\ 0 & u \le 0", "right"),
        (r"1 & u > 0 \\ 0 & \text{otherwise}", "right"),
        (r"1 & u > 0 \\ 0 & 0 \ge 2 u", "right"),
        (r"1 & u > 0 \\ 1 & u \le 0", "wrong"),
        (r"1 & u > 0 \\ 0 & u \le 3", "unreadable"),
        (r"1 & u > 0 \\ 0 & u < -3", "unreadable"),
        (r"1 & u > 0", "unreadable"),
        (r"1 & u > 0 \\ 0 & q < 0", "unreadable"),
    ],
)
def test_rows_about_values_fill_the_line_once(rows: str, verdict: str) -> None:
    line = rf"\frac{{\partial r}}{{\partial u}} = \begin{{cases}} {rows} \end{{cases}}"
    assert check(rf"$$ r = \max(0, u) $$ $$ {line} $$").verdict == verdict


@pytest.mark.parametrize(
    ("middle", "verdict"),
    [(r"1 & -1 \le u \le 1", "right"), (r"2 & -1 \le u \le 1", "wrong"), (r"1 & -1 \le u \le 2", "unreadable")],
)
def test_three_rows(middle: str, verdict: str) -> None:
    clip = r"r = \max(-1, \min(1, u))"
    line = rf"\frac{{\partial r}}{{\partial u}} = \begin{{cases}} 0 & u > 1 \\ {middle} \\ 0 & u < -1 \end{{cases}}"
    assert check(rf"$$ {clip} $$ $$ {line} $$").verdict == verdict


def test_bars_are_written_out() -> None:
    r, d = Variable("r")(), Variable("d")()
    bars = Apply("abs", (r,))
    inside, over, under = add(d, neg(bars)), add(r, neg(d)), add(neg(r), neg(d))
    assert gap([[inside], [over], [under]]) == ""
    assert gap([[inside], [over]]) == "between its rows it has no value"
    assert gap([[bars]]) == ""


def test_too_many_cells_are_not_counted_through() -> None:
    names = [Variable(f"x_{n}")() for n in range(9)]
    assert gap([[x] for x in names] + [[neg(x)] for x in names]) == "it compares too many values"


def test_a_counterexample_shows_numbers() -> None:
    """For d < 0 the rows of the claim hold at once; the numbers of that draw are shown, not how they are stored."""
    huber = r"L = \begin{cases} \frac12 r^2 & |r| \le d \\ d (|r| - \frac12 d) & \text{otherwise} \end{cases}"
    line = r"\frac{\partial L}{\partial r} = \begin{cases} r & |r| \le d \\ d & r > d \\ -d & r < -d \end{cases}"
    report = check(f"$$ {huber} $$ $$ {line} $$")
    assert "object" not in str(report)
