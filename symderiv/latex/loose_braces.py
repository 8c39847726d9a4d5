r"""Braces around nothing but an operator, `{\frac{\partial}{\partial x}} f`: macros in `\ensuremath` leave them; and
braces around nothing at all, `\frac{a}{b}{} c`, but for the place of a script, `x_i{}^j`.

TeX prints the same without them, and the operator is for what stands behind. So it does without those around a script,
`\theta{_k}`, and around a parenthesis behind a name, `f{\left(x \right)}`, as SymPy writes an application. Where an
encyclopaedia writes cases, they stand around the array behind the brace and around the word before a condition. Around
a sign they set it closer, `a_{i{+}j{-}1}`; those that a command or a script takes, `x^{+}`, stay. Editors of formulas
type them twice, `\frac{{\partial E}}{{\partial w}}`, around the last letter of a name, `E{H_i}`, and around
the word for a function, `{softmax}(z)`, and a script within a script of the same sign, `f^{^{\prime}}`. A sum in
braces, `{\sum_k w_k} x_k`, goes on behind them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from ..notation import BARE_FUNCTIONS, FUNCTIONS
from .lexer import Token
from .tokens import BEGINNING, CLOSING, OPENERS

CALLED = frozenset(["run", "name", "prime"])
"""Kinds of what may end a name that is applied."""
CARRIED = frozenset(["script", "font", "accent"])
"""Kinds of what takes a group that may end a name: `f_{1}`, `\\operatorname{relu}`."""
ENDED = frozenset(["}", ")", "run", "name", "num", "prime"])
"""Kinds of what may end a factor."""
OPERATING = frozenset(["partial", "nabla"])
"""Kinds of what may stand alone above a fraction line, `\\frac{\\partial{}}{\\partial x}`."""
JOINING = frozenset(["rel", "op", "sign", "func"])
"""Kinds of what something follows; where nothing but empty braces does, it is missing."""
PARTING = frozenset(["amp", "row", "begin"])
"""Kinds of what parts the cells of a grid."""
MISSING = {
    **dict.fromkeys(OPERATING, frozenset[str]()),
    **dict.fromkeys(JOINING, frozenset(["", "}", ")", "rel", "op", "row", "end", "comma"])),
    **dict.fromkeys(PARTING, frozenset(["", "}", ")", "amp", "row", "end", "comma"])),
}
"""Before empty braces: behind which of these something is missing, by the kind of what stands there."""
TAKING = frozenset(["frac", "set", "sqrt", "uroot", "accent", "font"])
"""Kinds of what takes the next letter for itself."""
SIGNS = frozenset(["sign", "op"])
"""Kinds of what braces set closer."""
BEFORE_SIGNS = frozenset(["run", "name", "num", "prime", ")", "(", "{", "comma", "rel"])
"""Kinds of what is complete in front of a sign, or takes no group."""
GROUPS = {"script": 1, "font": 1, "accent": 1, "sqrt": 1, "frac": 2}
"""How many groups belong to what stands before them."""
FACTORS = BEGINNING | {"big", "nabla", "op", "stop"}
"""Kinds of what goes on with a product."""
SPLITTING = frozenset(["sign", "rel", "comma", "amp", "row", "over", "quad", "text", "begin"])
"""Kinds of what a product does not hold."""
CARRYING = frozenset(["script", "prime", "(", "{"])
"""Kinds of what makes a name of a text before it."""


def without_loose_braces(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens without such braces; any others stay.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"{\frac{\partial}{\partial x}} f + {a}"))))
    'frac{\\partial}{\\partialx}f+{a}'
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"u{_k} + v{_{ij}}^2"))))
    'u_k+v_{ij}^2'
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"f{\left(x \right)} + \frac{u}{(v)}"))))
    'f(x)+frac{u}{(v)}'
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"\left\{{\begin{array}{c}u\end{array}}\right."))))
    '\\left\\{arrayuarray\\right'
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"a_{i{+}1}{-}b^{+} + \frac{a}{+}"))))
    'a_{i+1}-b^{+}+frac{a}{+}'
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"\frac{{\partial {{w_j}}}}{{x}}"))))
    'frac{\\partial{w_j}}{x}'
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"E{H_i} + a{H_i} + \mathbf E{H_i} + E{H_i}^2"))))
    'EH_i+a{H_i}+mathbfE{H_i}+E{H_i}^2'
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"G\left({{x^i},c}\right)+g({x,y},z)+h({u})"))))
    'G({x^i},c)+g({x,y},z)+h({u})'
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"2 {\sum_k w_k} x_k + \frac{\sum_k u}{k} v"))))
    '2\\sum_kw_kx_k+frac{\\sum_ku}{k}v'
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"f^{^{\prime}}(x) {softmax}(u) x_{^2} {u}(v)"))))
    "f^{'}(x)softmax(u)x_^2{u}(v)"
    """
    kinds = [x.kind for x in tokens]
    if "fontdecl" in kinds:
        tokens = _with_fonts_before_functions(_with_fonts_around(tokens))
        kinds = [x.kind for x in tokens]
    braces = _pairs(tokens, "{", "}")
    dropped = _around_arguments(tokens, braces) | _around_nothing(tokens, braces) | _around_signs(tokens, braces)
    dropped |= {x for n, end in braces.items() if braces.get(n + 1) == end - 1 for x in (n + 1, end - 1)}
    dropped |= _around_lists(tokens, braces) if "comma" in kinds else set()
    dropped |= _around_functions(tokens, braces)
    dropped |= _around_sums(tokens, braces) if "big" in kinds else set()
    if "begin" in kinds:
        dropped |= _around_cases(tokens, braces)
    for n in (n for n, kind in enumerate(kinds[:-3]) if kind == "{"):
        if kinds[n + 1] == "script":
            dropped |= _around_script(tokens, n)
        if kinds[n : n + 6] != ["{", "frac", "{", "partial", "}", "{"]:
            continue
        end = braces.get(n + 5)
        if end is not None and end + 1 < len(tokens) and kinds[end + 1] == "}":
            dropped |= {n, end + 1}
    left = [x for n, x in enumerate(tokens) if n not in dropped] if dropped else list(tokens)
    ended = _around_ends_of_names(left)
    left = _joined(left, ended) if ended else left
    return _braced_fonts(left) if "font" in kinds else left


def _with_fonts_around(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with `\mathcal{L}` for `\cal{L}`: what is declared so is not meant for all that follows."""
    following = (*tokens[1:], None)[: len(tokens)]
    declared = [
        x.kind == "fontdecl" and y is not None and y.kind == "{" for x, y in zip(tokens, following, strict=True)
    ]
    return [Token("font", x.text, *x.span) if of_group else x for x, of_group in zip(tokens, declared, strict=True)]


def _with_fonts_before_functions(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with `\mathrm{tr}` for `{\rm tr}`, as a function has its argument behind it; not where the braces
    belong to what stands before.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"{\rm Diag}(f) + \frac{a}{\rm log}"))))
    'mathrm{Diag}(f)+frac{a}{mathrmlog}'
    """
    found = list(tokens)
    braces = _pairs(tokens, "{", "}")
    opened = {end: n for n, end in braces.items()}
    for n, end in braces.items():
        inner = tokens[n + 1 : end]
        is_function = [x.kind for x in inner] == ["fontdecl", "run"] and inner[-1].text in FUNCTIONS
        if not is_function or _is_taken(tokens, n, opened):
            continue
        brace, declared = tokens[n], inner[0]
        found[n : n + 2] = [Token("font", declared.text, *brace.span), Token("{", "{", *declared.span)]
    return found


def _is_taken(tokens: Sequence[Token], n: int, opened: Mapping[int, int]) -> bool:
    """Do the braces at `n` belong to a command before them?"""
    return _owner(tokens, n, opened)[0] in TAKING | CARRIED | {"big"}


def _owner(tokens: Sequence[Token], n: int, opened: Mapping[int, int]) -> tuple[str, int]:
    """The kind of what stands before the braces at `n` and the groups in front of them, '' at the beginning; and how
    many such groups there are."""
    first, groups = n, 0
    while first - 1 in opened:
        first, groups = opened[first - 1], groups + 1
    return tokens[first - 1].kind if first else "", groups


def _braced_fonts(tokens: list[Token]) -> list[Token]:
    r"""The tokens with braces around a script in a font before another script, `\nabla_\mathbf{w}^2`.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"\nabla_\mathbf{w}^2 J"))))
    '\\nabla_{mathbf{w}}^2J'
    """
    found: list[Token] = []
    ends: set[int] = set()
    for n, x in enumerate(tokens):
        found.append(x)
        end = _closing(tokens, n + 2) if [y.kind for y in tokens[n : n + 3]] == ["script", "font", "{"] else None
        if end is not None and end + 1 < len(tokens) and tokens[end + 1].kind == "script":
            found.append(Token("{", "{", x.end, x.end))
            ends.add(end)
        if n in ends:
            found.append(Token("}", "}", x.end, x.end))
    return found


def _around_nothing(tokens: Sequence[Token], braces: Mapping[int, int]) -> set[int]:
    """Empty braces behind something that a factor may end with, or before a factor; before a script they hold its
    place, below a fraction line something is missing."""
    found: set[int] = set()
    empty = [n for n, end in braces.items() if n and end == n + 1]
    if not empty:
        return found
    opened = {end: n for n, end in braces.items()}
    for n in empty:
        script = n + 2 < len(tokens) and tokens[n + 2].kind == "script"
        first = opened.get(n - 1, n - 1)
        above = first > 0 and tokens[first - 1].kind == "frac"
        before, behind = tokens[n - 1].kind, tokens[n + 2].kind if n + 2 < len(tokens) else ""
        ended = before in ENDED and not above
        begun = before in MISSING and behind not in MISSING[before]
        if (ended or begun) and not script:
            found |= {n, n + 1}
    return found


def _around_lists(tokens: Sequence[Token], braces: Mapping[int, int]) -> set[int]:
    """The braces that hold all of a parenthesis, with commas of its own."""
    around = {n: end for n, end in braces.items() if n and tokens[n - 1].kind == "("}
    parentheses = _pairs(tokens, "(", ")") if around else {}
    found: set[int] = set()
    for n, end in around.items():
        inner = tokens[n + 1 : end]
        depths = accumulate((x.kind in OPENERS) - (x.kind in CLOSING) for x in inner)
        listed = any(x.kind == "comma" and not depth for x, depth in zip(inner, depths, strict=True))
        if listed and parentheses.get(n - 1) == end + 1:
            found |= {n, end}
    return found


def _around_signs(tokens: Sequence[Token], braces: Mapping[int, int]) -> set[int]:
    """The braces around nothing but a sign, behind what does not take them."""
    around = [n for n, end in braces.items() if end == n + 2 and tokens[n + 1].kind in SIGNS]
    opened = {end: n for n, end in braces.items()} if around else {}
    found: set[int] = set()
    for n in around:
        owner, groups = _owner(tokens, n, opened)
        complete = groups >= GROUPS[owner] if owner in GROUPS else not owner or owner in BEFORE_SIGNS
        behind = tokens[n + 3].kind if n + 3 < len(tokens) else ""
        if complete and behind not in ("script", "prime"):
            found |= {n, n + 2}
    return found


def _around_ends_of_names(tokens: Sequence[Token]) -> dict[int, int]:
    """Where such braces open behind capitals, around a capital and its script alone, and where they are closed."""
    if not any(y.kind == "{" and _are_capitals(x) for x, y in pairwise(tokens)):
        return {}
    found: dict[int, int] = {}
    braces = _pairs(tokens, "{", "}")
    for n, end in braces.items():
        inner = [x.kind for x in tokens[n + 1 : n + 3]]
        if n == 0 or inner != ["run", "script"] or not all(map(_are_capitals, (tokens[n - 1], tokens[n + 1]))):
            continue
        taken = n > 1 and tokens[n - 2].kind in TAKING | CARRIED
        behind = tokens[end + 1].kind if end + 1 < len(tokens) else ""
        if not taken and braces.get(n + 3, n + 3) == end - 1 and behind not in CARRYING:
            found[n] = end
    return found


def _joined(tokens: Sequence[Token], braces: Mapping[int, int]) -> list[Token]:
    """The tokens without such braces, the capitals before and in them as one."""
    found: list[Token] = []
    ends = {*braces.values()}
    for n, x in enumerate(tokens):
        if n in ends:
            found[-1] = found[-1]._replace(end=x.end)
        elif n - 1 in braces:
            found[-1] = Token("run", found[-1].text + x.text, found[-1].start, x.end)
        elif n not in braces:
            found.append(x)
    return found


def _are_capitals(x: Token) -> bool:
    return x.kind == "run" and x.text.isascii() and x.text.isupper()


def _around_cases(tokens: Sequence[Token], braces: Mapping[int, int]) -> set[int]:
    """The braces around the array behind a left brace, and around the text that begins a column."""
    found: set[int] = set()
    arrays = _pairs(tokens, "begin", "end")
    for n, end in braces.items():
        behind = tokens[end + 1].kind if end + 1 < len(tokens) else ""
        array = arrays.get(n + 1) == end - 1 and n > 0 and tokens[n - 1].text == r"\left\{" and behind == "null"
        word = end == n + 2 and tokens[n + 1].kind == "text" and n > 0 and tokens[n - 1].kind == "amp"
        if array or (word and behind not in CARRYING):
            found |= {n, end}
    return found


def _around_script(tokens: Sequence[Token], n: int) -> set[int]:
    """The braces at `n` and behind the script that they hold, if they hold nothing else; a sign before them that the
    script has, too."""
    end = _closing(tokens, n)
    single = n + 2 if tokens[n + 2].kind == "name" or len(tokens[n + 2].text) == 1 else None
    last = _closing(tokens, n + 2) if tokens[n + 2].kind == "{" else single
    if not n or end is None or last is None or end != last + 1:
        return set()
    twice = tokens[n - 1].kind == "script" and tokens[n - 1].text == tokens[n + 1].text
    return {n - 1, n, end} if twice else {n, end}


def _around_arguments(tokens: Sequence[Token], braces: Mapping[int, int]) -> set[int]:
    """The braces around one parenthesis that stand behind a name."""
    found: set[int] = set()
    around = {n: end for n, end in braces.items() if n and tokens[n + 1].text == "("}
    if not around:
        return found
    parentheses = _pairs(tokens, "(", ")")
    opened = {end: n for n, end in braces.items()}
    for n, end in around.items():
        if parentheses.get(n + 1) == end - 1 and _ends_name(tokens, n - 1, opened):
            found |= {n, end}
    return found


def _around_sums(tokens: Sequence[Token], braces: Mapping[int, int]) -> set[int]:
    """The braces around one product with a sum in it where factors stand behind them: TeX prints none of them."""
    found: set[int] = set()
    opened: dict[int, int] = {}
    for n, end in braces.items():
        behind = tokens[end + 1].kind if end + 1 < len(tokens) else ""
        if behind not in FACTORS or not any(x.kind == "big" for x in tokens[n + 1 : end]):
            continue
        opened = opened or {closed: at for at, closed in braces.items()}
        if _is_free(tokens, n, opened) and _is_product_with_sum(tokens[n + 1 : end]):
            found |= {n, end}
    return found


def _is_free(tokens: Sequence[Token], n: int, opened: Mapping[int, int]) -> bool:
    """Has what stands before the braces at `n` all its groups, as the fraction of `\\frac{1}{N} {\\sum ..}`?"""
    owner, groups = _owner(tokens, n, opened)
    return groups >= GROUPS.get(owner, 0) and (groups > 0 or owner not in TAKING | CARRIED | {"big"})


def _is_product_with_sum(inner: Sequence[Token]) -> bool:
    depths = accumulate((x.kind in OPENERS) - (x.kind in CLOSING) for x in inner)
    outer = [x.kind for x, depth in zip(inner, depths, strict=True) if not depth]
    return "big" in outer and SPLITTING.isdisjoint(outer[1:])


def _around_functions(tokens: Sequence[Token], braces: Mapping[int, int]) -> set[int]:
    """The braces around the word for a well-known function that stands before its parenthesis."""
    found: set[int] = set()
    for n, end in braces.items():
        called = end + 1 < len(tokens) and tokens[end + 1].text == "("
        if called and end < n + 6 and _is_function(tokens[n + 1 : end]):
            opened = {closed: at for at, closed in braces.items()}
            found |= set() if _is_taken(tokens, n, opened) else {n, end}
    return found


def _is_function(tokens: Sequence[Token]) -> bool:
    """Is it such a word, in a font or in none?"""
    if len(tokens) == len("f{w}") and [x.kind for x in tokens] == ["font", "{", "run", "}"]:
        tokens = tokens[2:3]
    return len(tokens) == 1 and tokens[0].kind in ("run", "text") and tokens[0].text in BARE_FUNCTIONS


def _pairs(tokens: Sequence[Token], opening: str, closing: str) -> dict[int, int]:
    """Where what opens is closed, by kind."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for n, x in enumerate(tokens):
        if x.kind == opening:
            opened.append(n)
        elif x.kind == closing and opened:
            found[opened.pop()] = n
    return found


def _ends_name(tokens: Sequence[Token], at: int, opened: Mapping[int, int]) -> bool:
    r"""May a name end at `at`? Not where it is what a command takes, the a of `\frac a{(b)}`."""
    kind, before = tokens[at].kind, tokens[opened.get(at, at) - 1].kind if opened.get(at, at) else ""
    if kind == "}":
        return before in CARRIED
    return before not in TAKING and (kind in CALLED or (kind == "num" and before == "script"))


def _closing(tokens: Sequence[Token], at: int) -> int | None:
    """Where the brace at `at` is closed."""
    depth = 0
    for n in range(at, len(tokens)):
        depth += (tokens[n].kind == "{") - (tokens[n].kind == "}")
        if not depth:
            return n
    return None
