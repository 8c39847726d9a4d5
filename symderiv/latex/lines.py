r"""Long lines: where a chain of equations is broken, and how wide it prints.

A chain that fits on a slide stands on one line. A longer one becomes an `aligned` with one row a member, `&=` in front;
a member that is too long for a row is broken before the operators at its outermost level and goes on with `&\quad +`,
as in the lecture's final result. Nothing inside braces, parentheses or an environment is ever torn apart, so what is
broken reads back as the same formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .pieces import Piece, Reader, flat, joined, pieces
from .spelling import BREAK_AT, ONE_LINE, ROW, SCRIPT, WIDTHS

_OPEN = frozenset({"(", "[", r"\{", r"\lvert", r"\begin"})
_CLOSE = frozenset({")", "]", r"\}", r"\rvert", r"\end"})
_NO_TERM_BEFORE = frozenset({"=", "(", "[", ",", "&", "+", "-", r"\le", r"\ge", "<", ">", r"\cdot"})
_FRACTIONS = frozenset({r"\frac", r"\tfrac", r"\dfrac"})
_TEXTS = frozenset({r"\text", r"\mathrm", r"\operatorname"})
_INVISIBLE = frozenset({r"\left", r"\right", r"\bigl", r"\bigr", r"\Bigl", r"\Bigr", r"\begin", r"\end"})


@lru_cache(maxsize=1 << 12)
def width(latex: str) -> float:
    r"""About how wide a formula prints, in digits at text size.

    >>> width("x + y") == width(r"\frac{x + y}{z}"), width("x_i") < width("x y")
    (True, True)
    """
    return _width(pieces(latex))


def _width(tokens: tuple[Piece, ...]) -> float:
    total = 0.0
    reader = Reader(tokens)
    for token in reader:
        total += _width_of(token, reader)
    return total


def _width_of(token: Piece, reader: Reader) -> float:
    if isinstance(token, tuple):
        return _width(token)
    if token in "_^":
        reader.at -= 1
        return SCRIPT * max(map(_width, reader.scripts()))
    if token in _FRACTIONS:
        return max(_width(reader.argument()), _width(reader.argument()))
    if token in (r"\sum", r"\prod"):
        return max(WIDTHS[token], SCRIPT * max(map(_width, reader.scripts())))
    if token in (r"\underbrace", r"\overbrace"):
        body = _width(reader.argument())
        return max(body, SCRIPT * max(map(_width, reader.scripts())))
    if token in _TEXTS:
        return sum(2.0 if ord(c) > 0x2000 else 1.0 for c in joined(reader.argument()))
    if token in _INVISIBLE:
        if token in (r"\begin", r"\end"):
            reader.argument()
        return 0.0
    if token[0] == "\\" and token not in WIDTHS and len(token) > 3 and reader.next == "(":
        return len(token) - 1.0  # a function: as wide as its letters
    return WIDTHS.get(token, 1.0)


# ------------------------------------------------------------------------------------------------------------- breaking


def terms(latex: str) -> tuple[str, ...]:
    r"""A formula cut before the operators at its outermost level; joined by spaces the parts give it back.

    >>> print(*terms(r"-a (b - c) + \frac{d + e}{f} - \left(g + h\right)"), sep="; ")
    -a (b - c); + \frac{d + e}{f}; - \left(g + h\right)
    """
    words = latex.split(" ")
    parts: list[list[str]] = [[]]
    depth, before = 0, "="
    for word in words:
        if depth == 0 and word in BREAK_AT and before not in _NO_TERM_BEFORE and parts[-1]:
            parts.append([])
        parts[-1].append(word)
        for token in flat(word):
            depth += (token in _OPEN or token == "{") - (token in _CLOSE or token == "}")
            before = token
    return tuple(" ".join(p) for p in parts)


def rows(member: str, limit: float = ROW) -> tuple[str, ...]:
    """A member packed into rows of at most `limit`, as far as its operators allow."""
    packed: list[str] = []
    for term in terms(member):
        if packed and width(f"{packed[-1]} {term}") <= limit:
            packed[-1] += f" {term}"
        else:
            packed.append(term)
    return tuple(packed)


def chain(members: Sequence[str], beside: str = "", one_line: float = ONE_LINE, row: float = ROW) -> str:
    r"""`a = b = c` on one line if it fits, else aligned at its equality signs; `beside` follows the (first) line.

    >>> print(chain(["a", "b", "c"]))
    a = b = c
    >>> print(chain(["a", "b + c", "d"], one_line=5, row=3))
    \begin{aligned} a &= b \\ &\quad + c \\ &= d \end{aligned}
    """
    note = f" {beside}" if beside else ""
    single = " = ".join(members)
    if width(single) <= one_line or len(members) == 1:
        return single + note
    lines: list[str] = []
    for n, member in enumerate(members[1:]):
        first, *more = rows(member, row)
        lines.append(f"{members[0]} &= {first}" if n == 0 else f"&= {first}")
        lines.extend(rf"&\quad {part}" for part in more)
    if len(lines) == 1:
        return single + note
    lines[0] += note
    return aligned(lines)


def aligned(lines: Sequence[str]) -> str:
    """Rows in an `aligned`."""
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
