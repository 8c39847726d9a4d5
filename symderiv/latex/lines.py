r"""Long lines: where a chain of equations is broken, and how wide it prints.

A chain that fits on a slide stands on one line. A longer one becomes an `aligned` with one row a member, `&=` in front;
a member that is too long for a row is broken before the operators at its outermost level and goes on with `&\quad +`,
as in the lecture's final result. A single term that is still too long is broken inside its widest parentheses, which
then have a fixed size and are indented further. Nothing inside braces or an environment is ever torn apart, so what is
broken reads back as the same formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .pieces import Piece, Reader, flat, joined, pieces, placed
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
    return tuple(_packed(terms(member), limit))


def _packed(parts: Sequence[str], limit: float) -> list[str]:
    packed: list[str] = []
    for part in parts:
        if packed and width(f"{packed[-1]} {part}") <= limit:
            packed[-1] += f" {part}"
        else:
            packed.append(part)
    return packed


def opened(term: str, limit: float = ONE_LINE) -> tuple[str, ...]:
    r"""A term that is wider than `limit`, broken inside its widest parentheses; any other term as it is.

    >>> opened(r"x \left(a + b\right) y", limit=4)
    ('x \\Bigl(a', '+ b\\Bigr) y')
    """
    if width(term) <= limit:
        return (term,)
    groups = [(a, b) for a, b in parentheses(term) if len(terms(_inside(term[a:b]))) > 1]
    if not groups:
        return (term,)
    start, end = max(groups, key=lambda g: width(term[g[0] : g[1]]))
    first, *others = terms(_inside(term[start:end]))
    packed = _packed([rf"{term[:start]}\Bigl({first}", *others], limit)
    packed[-1] += rf"\Bigr){term[end:]}"
    return tuple(packed)


def parentheses(latex: str) -> list[tuple[int, int]]:
    r"""Where the outermost parentheses of a formula begin and end, `\left` and `\right` included.

    >>> text = r"f(x) \left(a + (b)\right)"
    >>> [text[a:b] for a, b in parentheses(text)]
    ['(x)', '\\left(a + (b)\\right)']
    """
    found: list[tuple[int, int]] = []
    depth, start, before = 0, 0, (0, "")
    for at, token in placed(latex):
        if token == "(" and depth == 0:
            start = before[0] if before[1] == r"\left" else at
        depth += (token in _OPEN or token == "{") - (token in _CLOSE or token == "}")
        if token == ")" and depth == 0:
            found.append((start, at + 1))
        before = (at, token)
    return found


def _inside(parenthesis: str) -> str:
    return parenthesis.removeprefix(r"\left").removesuffix(")").removesuffix(r"\right")[1:]


def chain(
    members: Sequence[str], beside: str = "", condition: str = "", one_line: float = ONE_LINE, row: float = ROW
) -> str:
    r"""`a = b = c` on one line if it fits, else aligned at its equality signs.

    The `condition` stands behind the last row, since it holds for the whole chain, and `beside` (an arrow with words)
    behind that.

    >>> print(chain(["a", "b", "c"], condition="i = 1"))
    a = b = c \quad (i = 1)
    >>> print(chain(["a", "b + c", "d"], one_line=5, row=3))
    \begin{aligned} a &= b \\ &\quad + c \\ &= d \end{aligned}
    """
    note = f" {beside}" if beside else ""
    stated = rf" \quad ({condition})" if condition else ""
    single = " = ".join(members)
    if width(single) <= one_line or len(members) == 1:
        return single + stated + note
    lines: list[str] = []
    for n, member in enumerate(members[1:]):
        for m, part in enumerate(rows(member, row)):
            first, *inner = opened(part, one_line)
            start = rf"&\quad {first}" if m else f"&= {first}"
            lines.append(f"{members[0]} {start}" if n == m == 0 else start)
            lines.extend(rf"&\qquad {deeper}" for deeper in inner)
    if len(lines) == 1:
        return single + stated + note
    lines[-1] += stated + note
    return aligned(lines)


def aligned(lines: Sequence[str]) -> str:
    """Rows in an `aligned`."""
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
