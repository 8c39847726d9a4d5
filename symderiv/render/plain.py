r"""LaTeX as plain text for a terminal: `∂E/∂w_{j,i} = Σ_{k=1..J} ∂E/∂net_k^(3) * ∂net_k^(3)/∂w_{j,i}`.

Only characters that a Japanese console (cp932) has are used. The spacing of the LaTeX is kept; a fraction is set apart
from its neighbours by `*`, since `a/b c` would be read in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..latex.pieces import Piece, Reader, joined, pieces
from ..pattern import lazily

_GREEK_NAMES = """
alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega
Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega varepsilon vartheta varphi ell
"""
GREEK = dict(zip(_GREEK_NAMES.split(), "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩεθφl", strict=True))

SIGNS: dict[str, str] = {
    r"\partial": "∂",
    **dict.fromkeys((r"\triangle", r"\vartriangle", r"\bigtriangleup"), "Δ"),
    r"\cdot": "*",
    r"\times": "*",
    r"\neq": "≠",
    r"\ne": "≠",
    r"\le": "<=",
    r"\leq": "<=",
    r"\ge": ">=",
    r"\geq": ">=",
    r"\equiv": "≡",
    r"\in": "∈",
    r"\leftarrow": "←",
    r"\uparrow": "↑",
    r"\rightarrow": "→",
    r"\to": "→",
    r"\infty": "∞",
    r"\dots": "...",
    r"\ldots": "...",
    r"\cdots": "...",
    r"\quad": "   ",
    r"\qquad": "      ",
    r"\lvert": "|",
    r"\rvert": "|",
    r"\lVert": "||",
    r"\rVert": "||",
    r"\langle": "⟨",
    r"\rangle": "⟩",
    r"\{": "{",
    r"\}": "}",
    r"\ ": " ",
    "−": "-",
    "~": " ",
}
"""What a command prints as; other commands print their name."""
IN_FRONT = lazily(r"\{\s*\}\s*_(\{[^{}]*\}|[A-Za-z0-9])\s*(\\[A-Za-z]+|[A-Za-z])")
"""A label in front of a name, `{}_T w`, which prints behind it."""

_SIZES = tuple(rf"\{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m"))
INVISIBLE = frozenset(
    (*_SIZES, r"\middle", r"\displaystyle", r"\textstyle", r"\limits", r"\nolimits", r"\,", r"\!", r"\;", r"\:")
) | {r"\nonumber", r"\notag", r"\hline"}
LAYOUTS = frozenset({"aligned", "align", "align*", "split", "gathered"})
_FONTS = "text textrm textbf textit texttt textsf textnormal mbox mathrm mathit mathtt mathsf operatorname"
WORDS = frozenset("\\" + font for font in _FONTS.split(" "))
_ACCENTS = "hat tilde bar vec dot overline widehat widetilde overrightarrow overleftarrow"
ACCENTS = frozenset("\\" + accent for accent in _ACCENTS.split(" "))
TRANSPARENT = frozenset({r"\boxed", r"\cancel", r"\mathcal", r"\mathbf", r"\boldsymbol", r"\mathbb", r"\bm"})
FRACTIONS = frozenset({r"\frac", r"\tfrac", r"\dfrac"})
BINARY = frozenset("+-=<>*≠≡∈←→↑&,;|") | {"<=", ">=", "   ", "      "}

WIDEST = 60
"""A left side up to so many characters has its equality signs beside it, a wider one below it."""
SETBACK = "    "

RELATED = lazily(r"&\s*(=|<=|>=|≡|≠|<|>)\s*&\s*")
"""A relation in a cell of its own, as in `eqnarray`."""

_BESIDE = r"\beside"
"""What stands between a case's value and its condition, which is no factor of it."""

_FRACTION, _OPERAND, _OTHER = "fraction", "operand", "other"
_Part = tuple[str, str]


def plain(latex: str) -> str:
    r"""One line of plain text (several for an `aligned`).

    >>> print(plain(r"\frac{\partial E}{\partial w_{j,i}} = \sum_{k=1}^J \frac{\partial E}{\partial net_k^{(3)}} o_k"))
    ∂E/∂w_{j,i} = Σ_{k=1..J} ∂E/∂net_k^(3) * o_k
    """
    rows = [_joined(_parts(row)) for row in _rows(pieces(IN_FRONT.sub(r"\2_\1", latex), spaces=True))]
    return "\n".join(_aligned(rows)) if len(rows) > 1 else rows[0].replace(" & ", " ").replace("&", "")


def _rows(tokens: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """The rows of an aligned display; its `\\begin` and `\\end` fall away."""
    rows: list[list[Piece]] = [[]]
    depth = 0
    reader = Reader(tokens)
    for token in reader:
        if token in (r"\begin", r"\end"):
            name = reader.argument()
            if joined(name) not in LAYOUTS:
                depth += 1 if token == r"\begin" else -1
                rows[-1].extend((token, name))
        elif token == r"\\" and depth == 0:
            rows.append([])
        else:
            rows[-1].append(token)
    return [tuple(r) for r in rows]


def _aligned(rows: list[str]) -> list[str]:
    """Rows with what stands before the first `&` in a column of its own."""
    rows = [RELATED.sub(r"&\1 ", r) for r in rows]
    cells = [tuple(part.strip() if n == 0 else part.rstrip() for n, part in enumerate(r.split("&", 1))) for r in rows]
    left = max(len(c[0]) for c in cells if len(c) > 1) if any(len(c) > 1 for c in cells) else 0
    if left > WIDEST:
        return [line for c in cells for line in (c[0], *(f"{SETBACK}{part}" for part in c[1:])) if line]
    return [f"{c[0].ljust(left)} {c[1]}".rstrip() if len(c) > 1 else c[0] for c in cells]


# -------------------------------------------------------------------------------------------------------------- tokens


def _parts(tokens: tuple[Piece, ...]) -> list[_Part]:
    reader = Reader(tokens)
    return [part for token in reader for part in _part(token, reader)]


def _part(token: Piece, reader: Reader) -> list[_Part]:
    if isinstance(token, tuple):
        return _parts(token)
    special = _SPECIAL.get(token)
    if special is not None:
        return special(reader)
    if token in INVISIBLE:
        return []
    if token in WORDS:
        return [(joined_text(reader.argument()), _OPERAND)]
    if token in TRANSPARENT:
        return _parts(reader.argument())
    if token in ACCENTS:
        return [(f"{token[1:]}({_text(reader.argument())})", _OPERAND)]
    text = SIGNS.get(token) or GREEK.get(token[1:]) or (token[1:] if token[0] == "\\" else token)
    return [(text, _OTHER if text in BINARY or text in "([|" or text.isspace() else _OPERAND)]


def joined_text(tokens: tuple[Piece, ...]) -> str:
    r"""The words of a `\text`, mathematics in it as plain text."""
    text = joined(tokens)
    return re.sub(r"\$([^$]*)\$", lambda m: plain(m[1]), text)


def _fraction(reader: Reader) -> list[_Part]:
    above, below = _text(reader.argument()), _text(reader.argument())
    return [(f"{_closed(above)}/{_closed(below)}", _FRACTION)]


def _closed(text: str) -> str:
    """In parentheses, unless it is one name, number or derivative sign with a name."""
    depth = 0
    bare = text.removeprefix("∂^+")
    for n, c in enumerate(bare):
        depth += (c in "([{") - (c in ")]}")
        if depth == 0 and (c in " /*+=" or (c == "-" and n > 0)):
            return f"({text})"
    return text


def _sum(sign: str) -> Callable[[Reader], list[_Part]]:
    def write(reader: Reader) -> list[_Part]:
        below, above = reader.scripts()
        lower, *rest = [_text(r).strip() for r in _rows(_unwrapped(below))] or [""]
        upper = f"..{_text(above)}" if above else ""
        return [(sign + (f"_{{{', '.join((lower + upper, *rest))}}}" if below else ""), _OTHER)]

    return write


def _unwrapped(tokens: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if tokens and tokens[0] == r"\substack" and len(tokens) > 1 and isinstance(tokens[1], tuple):
        return tokens[1]
    return tokens


def _script(mark: str) -> Callable[[Reader], list[_Part]]:
    def write(reader: Reader) -> list[_Part]:
        token = reader.argument()
        if len(token) == 1 and token[0] in WORDS:
            token += reader.argument()  # TeX takes `^\textrm{T}` as people mean it: the font is no argument by itself
        # a multiple of a letter, which LaTeX gives a dot to tell it from two indices, needs none for a reader
        inner = re.sub(r"(?<=\d) \* (?=[^\W\d])", "", _text(token))
        single = len(inner) == 1 or (inner.startswith("(") and inner.endswith(")"))
        return [(mark + (inner if single else f"{{{inner}}}"), _OPERAND)]

    return write


def _underbrace(reader: Reader) -> list[_Part]:
    body = _text(reader.argument())
    label, over = reader.scripts()
    return [(f"({body} = {_text(label or over)})", _OPERAND)]


def _root(reader: Reader) -> list[_Part]:
    inner = _text(reader.argument())
    return [(f"√{inner}" if len(inner) == 1 else f"√({inner})", _OPERAND)]


def _modulus(reader: Reader) -> list[_Part]:
    return [(f"(mod {_text(reader.argument())})", _OPERAND)]


def _delimiter(reader: Reader) -> list[_Part]:
    r"""`\left` and `\right` print nothing, and the stop that stands for no delimiter does not, either."""
    if reader.next == ".":
        reader.argument()
    return []


def _environment(reader: Reader) -> list[_Part]:
    """`cases` in braces, a value and its condition side by side; of other environments what they hold."""
    name = joined(reader.argument())
    if name == "array":
        reader.argument()  # how its columns are set
    if name != "cases":
        return []
    inside: list[Piece] = []
    depth = 0
    for token in reader:
        if token == r"\end" and depth == 0:
            reader.argument()
            break
        depth += (token == r"\begin") - (token == r"\end")
        inside.append(token)
    return [("{ ", _OTHER), *_parts(tuple(_BESIDE if t == "&" else t for t in inside)), ("}", _OTHER)]


def _end(reader: Reader) -> list[_Part]:
    reader.argument()
    return []


def _number(reader: Reader) -> list[_Part]:
    """The number of a row, which stands beside the line's own."""
    if reader.argument() == ("*",):
        reader.argument()
    return []


_SPECIAL: dict[str, Callable[[Reader], list[_Part]]] = {
    **dict.fromkeys(FRACTIONS, _fraction),
    r"\sum": _sum("Σ"),
    r"\prod": _sum("Π"),
    "_": _script("_"),
    "^": _script("^"),
    r"\underbrace": _underbrace,
    r"\overbrace": _underbrace,
    r"\sqrt": _root,
    r"\pmod": _modulus,
    **dict.fromkeys((r"\left", r"\right"), _delimiter),
    r"\begin": _environment,
    r"\end": _end,
    r"\\": lambda reader: [(";", _OTHER)],
    _BESIDE: lambda reader: [("", _OTHER)],
    **dict.fromkeys((r"\tag", r"\label"), _number),
}


def _text(tokens: tuple[Piece, ...]) -> str:
    return _joined(_parts(tokens))


def _joined(parts: list[_Part]) -> str:
    """The parts in a row, `*` between a fraction and the factor beside it."""
    out = ""
    before = _OTHER
    for text, kind in parts:
        if text == " ":
            out += "" if not out or out.endswith((" ", "(", "∂", "∂^+")) else " "
            continue
        factor = kind != _OTHER or text.startswith(("(", "Σ", "Π"))
        beside_fraction = _FRACTION in (kind, before) and before != _OTHER and factor
        if beside_fraction and not text.startswith(("^", "_", ")", "]", ".", "!")):
            out = out.rstrip() + " * "
        if kind == _FRACTION and text.startswith("-") and out.rstrip().endswith(("-", "+")):
            text = f"({text})"
        out = (out.rstrip(" ") if text == ")" else out) + text
        before = kind
    return re.sub(r" {4,}", "   ", out.rstrip())
