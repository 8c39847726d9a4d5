r"""Definitions in lines that could not be read: which names they are of, as far as what is typed shows.

Where a whole formula could not be read, every name that stands on the left of an equation in it counts.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Sequence

from ...document.blocks import Display
from ...errors import ReadError
from ...expr import Variable, variables
from ...latex.names import NO_NAMES, Names
from ...latex.parse import parse
from ...latex.source import Source
from ...latex.tree import Derivative, Formula, Group, Misfit, Name, Node, Product, Terms, Wrt, of_kind
from ...notation import EQUALITIES
from ...pattern import lazily
from ..functions.calls import defined_function
from ..spelled.keys import split_key
from ..spelled.shape import Shape, is_mark, letter_of, shape_of, starred_letter
from ..stated import Stated
from ..statements import Equation, holds
from ..told.untold import DERIVATIVE, STARRED, Untold, lost, stands_in
from .defined_behind import is_told

PARTS = lazily(r"\\\\|\\q?quad\b|\\begin\{\w+\*?\}|\\end\{\w+\*?\}|(?<!\\)[,;&]|\\text\{[^{}]*\}")
DEFINING = EQUALITIES | {r"\propto"}
"""Behind these stands what a name is, or depends on."""
RELATION = lazily(r"(?<![<>!:\\])(?::=|=:|=)|\\equiv\b|\\propto\b|\\triangleq\b|\\coloneqq\b")
CONDITIONAL = lazily(r"([^()|=]+?)\s*(?:\\[lr]eft|\\[bB]igg?l?)?\((?=[^()]*(?:\||\\mid\b))[^()]*\)")
"""A name and a parenthesis with a bar in it."""
BASE = lazily(r"\\(?:hat|tilde|bar|vec|mathcal|mathbf|boldsymbol|bm)\s*\{?\s*\\?[A-Za-z]+|\\?[A-Za-z]+")
NAMED = lazily(r"\\?[A-Za-z]+(?:_\{?\w+\}?)?\(")
"""A name and the parenthesis behind it."""
LISTED = lazily(r"(?:\\left\s*)?(?:\\\{|[(\[])([^()=]*?)(?:\\right\s*)?(?:\\\}|[)\]])")
"""Several names in a bracket, `(m, s)`,"""
BETWEEN = lazily(r"[,;&]|\\\\")
"""and what stands between them."""
CONSTANT = lazily(r"(?:\}|&|\\\\)\s*-?[\d.]+\s*(?:&|\\\\)")
"""A number that stands alone in a matrix,"""
CAPITAL = lazily(r"\A(?:\\(?:mathbf|boldsymbol|bm|mathrm)\s*\{?\s*)?(\\?[A-Z])([a-z]*)\}?\Z")
"""and the capital that such a one may have: of all its entries the small letter says not enough."""
STAR = lazily(r"\s*\^\s*\{?\s*(?:\*|\\ast|\\star)\s*\}?\s*\Z")


def not_meant(denied: Iterable[Equation], equations: Iterable[Equation]) -> Iterator[Untold]:
    """The names that only equations define which the text denies, or which go on outside of their dollar signs."""
    denied = list(denied)
    others = (e for e in equations if all(e is not d for d in denied))
    told = {v.variable for e in others for v in e.defines.values()}
    for e in denied:
        for link, v in e.defines.items():
            body = e.members[link + 1]
            # `A_{ij} = A_{ji}` does not hold: A is what it is
            fact = not isinstance(body, ReadError) and v.variable in variables(body)
            if v.variable not in told and not fact:
                yield lost(v.variable, e.place.line, e.stated.formula.source.text)


def untold(
    equations: Iterable[Equation],
    stated: Iterable[Stated],
    known: frozenset[Variable],
    names: Names = NO_NAMES,
    integers: Container[str] = (),
) -> Iterator[Untold]:
    """The left sides, apart from names that are `known` already, of equations that seem to define but could not.

    `x = x + 1` does not say what x is; where nothing else does, x is not told.
    """
    for s in stated:
        function = defined_function(s) if s.given else None
        if function is not None:
            yield Untold(function[0].base, s.formula.source.line, text=s.formula.source.text)
    equations = list(equations)
    defined = {v.variable for e in equations for v in e.defines.values()}
    used: dict[Variable, float] = {}
    for e in equations:
        for link in e.defines:
            body = e.members[link + 1]
            used |= dict.fromkeys(variables(body), float(e.number)) if not isinstance(body, ReadError) else {}
    for e in equations:
        left = e.left
        if e.stated.struck or not e.relations or e.relations[0] not in DEFINING:
            continue
        if _only_names_a_whole(e, equations):
            continue
        body = e.members[1]
        typed = e.stated.formula.source.text
        right = typed[e.spans[1][0] : e.spans[-1][1]]
        first = e.stated.statement.chain.members[0]
        starred = first.starred if isinstance(first, Misfit) else starred_letter(first)
        if starred:
            yield Untold(starred, e.place.line, STARRED, right)  # whether the star is typed or put there
            continue
        if isinstance(e.members[0], ReadError) and not _begins_with_derivative(e, typed):
            left_text = RELATION.split(typed[slice(*e.spans[0])])[0].strip()
            yield from _on_left(left_text, right, e.place.line, names, integers)
        if left is None and isinstance(body, ReadError):
            signs = [_sign_before(e, typed), *_applied(first)]
            yield from (
                Untold(x, e.place.line, text=right, applied=n > 0) for n, x in enumerate(signs) if x is not None
            )
        if left is None or left.variable in known or is_told(e, left):
            continue
        circular = left.variable not in defined and _is_circular(e, used.get(left.variable, math.inf))
        if e.conditional or isinstance(body, ReadError) or circular:
            base, above, below, _ = split_key(left.variable.key)
            scripts = STARRED if above == ("*",) and not below else None
            yield Untold(base, e.place.line, scripts, right, key=left.variable.key, column=e.place.column)


def _applied(left: Node) -> Iterator[str]:
    """The name of a function on a left side that is read as a product."""
    first, *behind = [f.body for f in left.factors] if isinstance(left, Product) else [left]
    if isinstance(first, Name) and len(behind) == 1 and isinstance(left, Product) and not _is_computed(left):
        yield from [first.base] if isinstance(behind[0], Group) and behind[0].open == "(" else []


def _sign_before(e: Equation, typed: str) -> str | None:
    r"""The letter in front of a name in what is said to be a derivative, the `\mathbf{d}` of
    `\mathbf{d}o_i = \frac{\partial L}{\partial o_i}`: it may be a sign, and no vector."""
    try:
        sides = [parse(Source(x), NO_NAMES).statements[0].chain.members[0] for x in _sides(e, typed)]
    except (ReadError, IndexError):
        return None
    x, derivative = sides
    bodies = [f.body for f in x.factors] if isinstance(x, Product) else []
    if len(bodies) != 2 or not isinstance(derivative, Derivative) or derivative.wrt != (Wrt(bodies[1]),):
        return None
    sign = bodies[0]
    shape = shape_of(sign) if isinstance(sign, Name) and not sign.scripts else None
    return None if shape is None else shape.base


def _sides(e: Equation, typed: str) -> tuple[str, str]:
    """The left side of an equation as typed, and what stands behind its first sign of equality."""
    chain = e.stated.statement.chain
    if not chain.relation_spans:
        return "", ""
    begin, end = chain.relation_spans[0]
    return typed[chain.span[0] : begin].strip(), typed[end:].strip()


def _begins_with_derivative(e: Equation, typed: str) -> bool:
    """Is the left side a derivative, of which only a part is kept that could not be read?"""
    return DERIVATIVE.match(_sides(e, typed)[0].lstrip(" -{")) is not None


def _only_names_a_whole(e: Equation, equations: Sequence[Equation]) -> bool:
    r"""Is it `v_{w_I} = (v_i)`, of a whole that stands nowhere else in what is read? Of entries that says nothing.

    Of a whole with a letter of its own no entry may stand there, either. Nor may the entries be read as arrays.
    """
    whole, *rest = e.stated.statement.chain.members
    entry = rest[0].items[0] if len(rest) == 1 and isinstance(rest[0], Group) and len(rest[0].items) == 1 else None
    if not isinstance(whole, Name) or not isinstance(entry, Name) or not any(e.errors):
        return False
    if not whole.scripts or not entry.scripts:
        return False
    shape = shape_of(entry)
    keys = {v.key for x in equations for m in x.members if not isinstance(m, ReadError) for v in variables(m)}
    own = [split_key(k) for k in keys if shape is not None and split_key(k)[0] == shape.base]
    if shape is None or any(len(above) + len(below) > len(shape.pieces) for _, above, below, _ in own):
        return False
    same = (whole.base, whole.primes) == (entry.base, entry.primes)
    read = (x for x in equations if x is not e and not any(x.errors))
    named = (n for x in read for n in of_kind(x.stated.statement.chain, Name))
    return not any(n == whole if same else (n.base, n.primes) == (whole.base, whole.primes) for n in named)


def _is_circular(e: Equation, last: float) -> bool:
    """Is it `x = x + 1`? Part of a formula, below every line that computes with x (up to `last`), it is a claim."""
    body = e.members[1]
    if e.left is None or isinstance(body, ReadError) or not holds(body, e.left):
        return False
    return last > e.number or e.stated.formula.statements[0].span == e.stated.statement.span


def untold_in(display: Display, names: Names, integers: Container[str] = ()) -> Iterator[Untold]:
    r"""The left sides in a formula that could not be read; `integers` are the indices and sizes of the page.

    >>> from symderiv.document import parse_document
    >>> (found,) = parse_document(r"$$y_i = f(z_i \\ \hat{o}_k &= \frac{1}{$$").displays
    >>> [u.base for u in untold_in(found, Names())]
    ['y', '\\hat{o}']
    """
    line = display.line
    latex = display.latex.replace("&", "")
    whole = RELATION.split(latex, maxsplit=1)
    if len(whole) == 2 and LISTED.fullmatch(whole[0].strip()):  # its commas part no equations
        yield from _on_left(whole[0].strip(), whole[1], line, names, integers)
    for left, right in _equations(latex):
        yield from _on_left(left, right, line, names, integers)
    if len(whole) == 2 and CONSTANT.search(display.latex):
        yield from (Untold(x, line, text=whole[1]) for x in _small(whole[0].strip()) if stands_in(x, whole[1]))


def _small(left: str) -> Iterator[str]:
    r"""The letter of the entries of a capital.

    >>> list(_small(r"\mathbf{X}")), list(_small(r"\Phi")), list(_small("x"))
    (['x'], ['\\phi'], [])
    """
    if (found := CAPITAL.match(left)) is not None:
        yield (found[1] + found[2]).lower()


def _on_left(left: str, right: str, line: int, names: Names, integers: Container[str]) -> Iterator[Untold]:
    """The names that an equation, as typed, seems to define: of `p(h = 1 | v) = ..` it is p."""
    if (listed := LISTED.fullmatch(left)) is not None and BETWEEN.search(listed[1]):
        for one in BETWEEN.split(listed[1]):
            yield from _on_left(one.strip(), right, line, names, integers)
        return
    if left.count("(") > left.count(")") and NAMED.match(left):
        left = left[: left.index("(")]
    if not left or DERIVATIVE.search(left):
        return
    if STAR.search(left):
        yield from (Untold(base, line, STARRED, right) for base in dict.fromkeys(_bases(STAR.sub("", left), names)))
        return
    conditional = _conditional(left, names)
    if conditional is not None:
        yield Untold(conditional.base, line, _labels(conditional, integers), right)
        return
    for base in dict.fromkeys(_bases(left, names, right)):
        yield Untold(base, line, text=right)


def _equations(latex: str) -> Iterator[tuple[str, str]]:
    """The left and the right sides in a formula; a part without a relation goes on with what stands before it."""
    found: list[tuple[str, str]] = []
    for part in PARTS.split(latex):
        sign = RELATION.search(part)
        if sign is not None:
            found.append((part[: sign.start()].strip(), part[sign.end() :]))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {part}")
    yield from found


def seems_equation(display: Display) -> bool:
    """Does a formula that could not be read hold a sign of equality?"""
    return RELATION.search(display.latex) is not None


def names_left(left: str) -> tuple[str, ...]:
    r"""The letters of the names on the left of an equation, typed as `left`; none where it is a derivative.

    >>> names_left(r"f(x)"), names_left(r"\frac{\partial E}{\partial w}")
    (('f',), ())
    """
    return () if DERIVATIVE.search(left) else tuple(dict.fromkeys(_bases(left, NO_NAMES)))


def _conditional(left: str, names: Names) -> Shape | None:
    r"""The name of a probability, the `\pi_\theta` of `\pi_\theta(a|s)`; what it depends on is not defined there."""
    found = CONDITIONAL.fullmatch(left)
    if found is None:
        return None
    try:
        statements = parse(Source(found[1]), names).statements
    except ReadError:
        return None
    return shape_of(statements[0].chain.members[0]) if len(statements) == 1 else None


def _labels(shape: Shape, integers: Container[str]) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    """The scripts that can be nothing but labels: Greek letters that are no indices anywhere."""

    def label(piece: Node) -> str | None:
        letter = letter_of(piece)
        return letter if letter is not None and letter.startswith("\\") and letter not in integers else None

    above = sum(map(len, shape.uppers))
    found = tuple(map(label, shape.pieces))
    return found[:above], found[above:]


def _is_computed(x: Product) -> bool:
    r"""Is it a value, `x^T A x` or `u_c (g_{cc} u_c + \sum_b g_{cb} u_b)`, rather than a name that is defined?"""
    first, behind = x.factors[0].body, x.factors[1].body
    turned = isinstance(first, Name) and any(s.above and any(map(is_mark, s.entries)) for s in first.scripts)
    return turned or (isinstance(behind, Group) and any(isinstance(i, Terms) for i in behind.items))


def _bases(left: str, names: Names, right: str = "") -> Iterator[str]:
    """The letters of the names that a left side begins with; what it is may show only beside its right side, as in
    `A : B = \\operatorname{tr}(A^T B)`."""
    formula: Formula | None
    try:
        formula = parse(Source(left), names)
    except ReadError:
        formula = _whole(left, right, names)
    if formula is None:
        yield from BASE.findall(left)
        return
    for s in formula.statements:
        first = s.chain.members[0]
        if isinstance(first, Product):
            if _is_computed(first):
                continue
            first = first.factors[0].body
        shape = shape_of(first)
        if shape is not None:
            yield shape.base
        elif isinstance(first, Name):
            yield first.base


def _whole(left: str, right: str, names: Names) -> Formula | None:
    try:
        return parse(Source(f"{left} = {right.lstrip(' &=')}"), names) if ":" in left else None
    except ReadError:
        return None
