r"""Names, index forms and conditions as LaTeX: everything in a formula that is made of letters and integers.

A variable is written by filling the author's template (`w_{#1,#2}^{(2)}`) with its indices. Entries that the author ran
together (`p_{ij}`) get commas as soon as one of them is not a single letter or digit, so that what is written can be
read in one way only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from ..affine import Affine, Atom, IntFn, Sym
from ..domain.constraint import Constraint, Domain
from ..expr import Var, Variable
from ..pattern import lazily
from .spelling import COMPARISONS, LETTER_ORDER, RELATIONS

_HOLE = lazily(r"#(\d+)")
_SCRIPT = lazily(r"([_^])(?:\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}|(#\d+))")
_VALUE = lazily(r"\A(.*)\(\{(.*)\}\)([_^].*)\Z")
_SCRIPTED = lazily(r"\\?[A-Za-z0-9]+[_^][A-Za-z0-9]")
_PIECE = lazily(r"#\d+|[()\[\],;|]|\\[A-Za-z]+(?:\{[^{}]*\})*|\{[^{}]*\}|'+|\s+|[A-Za-z0-9]+|.")


def template(variable: Variable) -> str:
    r"""The author's spelling, or the usual one (lower script first) where there is none.

    >>> template(Variable("net^{(3)}_{#}")), template(Variable("h^{(#)}_{#}")), template(Variable("E"))
    ('net_{#1}^{(3)}', 'h_{#2}^{(#1)}', 'E')
    >>> template(Variable(value_of("f", "z") + "_{#}"))
    'f(z_{#1})'
    """
    spelling = variable.spelling or spelling_of_key(variable.key)
    return _VALUE.sub(r"\1(\2\3)", spelling) if "({" in spelling else spelling


def value_of(function: str, name: str) -> str:
    """What the variable is called that holds the values of a function of another one; it is written `f(z_j)`."""
    return f"{function}({{{name}}})"


@lru_cache(maxsize=4096)
def spelling_of_key(key: str) -> str:
    """A key with its holes numbered and the lower script moved before the upper one."""
    count = iter(range(1, key.count("#") + 1))
    numbered = re.sub("#", lambda _: f"#{next(count)}", key)
    upper = re.search(r"(?<!^)\^\{(?:[^{}]|\{[^{}]*\})*\}(?=_)", numbered)
    if upper is None:
        return numbered
    return numbered[: upper.start()] + numbered[upper.end() :] + upper[0]


def variable_latex(variable: Variable) -> str:
    r"""The name of a variable without its indices.

    >>> print(variable_latex(Variable("net^{(3)}_{#}", "net_{#1}^{(3)}")))
    net^{(3)}
    """
    return variable.name


def var(e: Var, in_scripts: bool = False, typed: str = "") -> str:
    r"""An entry of a variable, scripts in the author's order, and behind the name what the author types there; by the
    template `typed`, if there is one.

    >>> w = Variable("w^{(2)}_{#,#}", "w_{#1,#2}^{(2)}")
    >>> print(var(w("j", "i")), var(Variable("p_{#,#}", "p_{#1#2}")("i", "j")), var(Variable("x_{#}")(3)))
    w_{j,i}^{(2)} p_{ij} x_3
    >>> d = Variable("d_{#,#}", "d_{#1}(#2)")
    >>> print(var(d("j", "t")), var(d("j", "t"), in_scripts=True))
    d_j(t) d_{j,t}
    """
    plain = in_scripts and typed_behind(e.variable)
    usual = spelling_of_key(e.variable.key) if plain else template(e.variable)
    return fill(typed or usual, tuple(map(_entry, e.indices)))


def typed_behind(variable: Variable) -> bool:
    """Does the author type indices behind the name that are read as indices in a script?"""
    return variable.spelling.endswith((")", "]")) and not variable.key.endswith(")")


def _entry(form: Affine) -> str:
    r"""An index; a multiple of a letter has its dot, since `x_{2i}` would be the two entries 2 and i."""
    if len(form.terms) == 1 and not form.const and form.terms[0][1] > 1:
        return rf"{form.terms[0][1]} \cdot {atom(form.terms[0][0])}"
    return index(form)


@lru_cache(maxsize=1 << 14)
def fill(spelling: str, entries: tuple[str, ...]) -> str:
    r"""A template with its holes filled by the given texts.

    >>> fill("p_{#1#2}", ("i", "j")), fill("p_{#1#2}", ("i+1", "j")), fill("h_{#2}^{(#1)}", ("t-1", "i"))
    ('p_{ij}', 'p_{i+1,j}', 'h_i^{(t-1)}')
    >>> print(fill(r"a_{\text{s}#1}", ("c",)))
    a_{\text{s},c}
    >>> fill("w_{c_#1 #2}", ("j", "m")), fill("w_{c_#1 #2}", ("j+1", "m")), fill("x_{w_{0},#1}", ("d",))
    ('w_{c_j m}', 'w_{c_{j+1},m}', 'x_{w_0,d}')
    """

    def script(m: re.Match[str]) -> str:
        inner = m[2] if m[3] is None else m[3]
        if "#" not in inner:
            return m[0]
        inner = _entries(inner, entries)
        return m[1] + (inner if _single(inner) else f"{{{inner}}}")

    if "#" not in spelling:
        return spelling
    return _HOLE.sub(lambda m: entries[int(m[1]) - 1], _SCRIPT.sub(script, spelling))


def _entries(inner: str, entries: Sequence[str]) -> str:
    """One script with its holes filled, commas put between entries that would run together."""
    out: list[str] = []
    run: list[str] = []
    for piece in [*_PIECE.findall(inner), ","]:
        if piece in "()[],;|":
            out.append(_run(run, entries))
            out.append(piece)
            run = []
        elif run and run[-1][-1] in "_^" and not piece.isspace():  # a script of an entry
            inner = _HOLE.sub(lambda m: entries[int(m[1]) - 1], piece.removeprefix("{").removesuffix("}"))
            run[-1] += inner if _single(inner) else f"{{{inner}}}"
        elif run and piece in "_^":
            run[-1] += piece
        elif not piece.isspace():
            run.append(entries[int(piece[1:]) - 1] if piece[0] == "#" else piece)
    return "".join(out[:-1])


def _run(entries: list[str], filled: Sequence[str]) -> str:
    plain = all(_single(e) or (e not in filled and _SCRIPTED.fullmatch(e)) for e in entries if not e.isalpha())
    digits = any(a[-1].isdigit() and b[0].isdigit() for a, b in pairwise(entries))
    between = " " if any(len(e) > 1 and not e.isalpha() for e in entries) else ""
    return (between if plain and not digits else ",").join(entries)


def _single(text: str) -> bool:
    return len(text) == 1 and text.isalnum()


# ---------------------------------------------------------------------------------------------------------- index forms


def atom(a: Atom) -> str:
    r"""A letter, or a term such as `d_{\ell-1}`.

    >>> print(atom(IntFn("d", (Affine(((Sym(r"\ell"), 1),), -1),), "d_{#1}")))
    d_{\ell-1}
    """
    if isinstance(a, Sym):
        return a.name
    spelling = a.spelling or f"{a.name}_{{{','.join(f'#{n + 1}' for n in range(len(a.args)))}}}"
    return fill(spelling, tuple(index(x) for x in a.args))


def index(form: Affine) -> str:
    """An index form without spaces, as it stands in a script: `I+1`, `2i+a-2`."""
    return form_latex(form, "")


def form_latex(form: Affine, space: str = " ") -> str:
    """An index form, positive terms first, with `space` around its signs.

    >>> from symderiv.affine import affine
    >>> form_latex(affine("a") + "i" - 1), index(affine("I") - affine("i") + 1), form_latex(-affine("i"))
    ('i + a - 1', 'I-i+1', '-i')
    """
    ordered = sorted(form.terms, key=lambda t: (t[1] < 0, *_rank(t[0])))
    signed = [(c < 0, ("" if abs(c) == 1 else str(abs(c))) + atom(a)) for a, c in ordered]
    if form.const or not signed:
        constant = (form.const < 0, str(abs(form.const)))
        negative_only = bool(signed) and signed[0][0] and not constant[0]
        signed.insert(0 if negative_only else len(signed), constant)
    first = ("-" if signed[0][0] else "") + signed[0][1]
    return first + "".join(f"{space}{'-' if minus else '+'}{space}{text}" for minus, text in signed[1:])


def _rank(a: Atom) -> tuple[int, int, str]:
    name = a.name
    if name[:1].isupper():
        return (0, 0, name)
    place = LETTER_ORDER.find(name[:1])
    return (1, place if place >= 0 else len(LETTER_ORDER), name)


# ----------------------------------------------------------------------------------------------------------- conditions


def subject(form: Affine, first: Sequence[Sym] = (), last: frozenset[Sym] = frozenset()) -> Atom:
    """The letter that a condition is about: one of `first` if it can be, one of `last` only if it must be."""

    def rank(term: tuple[Atom, int]) -> tuple[object, ...]:
        a, c = term
        favoured = first.index(a) if isinstance(a, Sym) and a in first else len(first)
        return (abs(c) != 1, favoured, isinstance(a, IntFn), a in last, a.name[:1].isupper(), *_rank(a))

    return min(form.terms, key=rank)[0]


def constraint(
    c: Constraint, first: Sequence[Sym] = (), last: frozenset[Sym] = frozenset(), letter: Sym | None = None
) -> str:
    r"""One condition, said of its subject: of `letter` if it occurs.

    >>> from symderiv.domain.constraint import congruent, eq, ge, gt, ne
    >>> k, j, form = Sym("k"), Sym("j"), Affine(((Sym("k"), 2),), 0)
    >>> print(constraint(eq(k, j), last=frozenset([j])), constraint(gt(k, j), [k]), constraint(congruent("i", 1, 2)))
    k = j k > j i \equiv 1 \pmod{2}
    >>> print(constraint(ne("h", "i"), [Sym("h")]), constraint(ge("I", "i")), constraint(eq(form, "n")))
    h \neq i i \le I n = 2k
    """
    if not c.form.terms:
        return "0 = 0" if c.is_true else "0 = 1"
    if c.rel == "mod":
        return _congruence(c)
    about = letter if letter is not None and c.form.coefficient(letter) else subject(c.form, first, last)
    k = c.form.coefficient(about)
    rest = c.form - _times(about, k)
    left = ("" if abs(k) == 1 else str(abs(k))) + atom(about)
    other = -rest if k > 0 else rest
    if c.rel != ">=":
        return f"{left} {RELATIONS[c.rel]} {form_latex(other)}"
    sign = 1 if k > 0 else -1
    strict = other.const == sign and bool(other.terms)
    bound = other - sign if strict else other
    return f"{left} {COMPARISONS[sign, strict]} {form_latex(bound)}"


def _times(a: Atom, k: int) -> Affine:
    return Affine(((a, k),), 0)


def _congruence(c: Constraint) -> str:
    positive = Affine(tuple((a, k) for a, k in c.form.terms if k > 0), 0)
    negative = Affine(tuple((a, -k) for a, k in c.form.terms if k < 0), 0)
    if not positive.terms:
        positive, negative = negative, positive
        right = negative + c.form.const % c.modulus
    else:
        right = negative + (-c.form.const) % c.modulus
    return rf"{form_latex(positive)} {RELATIONS['mod']} {form_latex(right)} \pmod{{{c.modulus}}}"


def conditions(
    where: Iterable[Constraint], first: Sequence[Sym] = (), last: frozenset[Sym] = frozenset()
) -> tuple[str, ...]:
    r"""Several conditions, a letter's lower and upper bound joined into a range.

    >>> from symderiv.domain.constraint import interval, ne
    >>> d = interval("i", 1, "I") & interval("j", 1, "J") & ne("i", "j")
    >>> print(*conditions(d.constraints, [Sym("i"), Sym("j")]), sep="; ")
    1 \le i \le I; 1 \le j \le J; i \neq j
    """
    remaining = list(where)
    ranges: list[str] = []
    letters = dict.fromkeys((*first, *_subjects(remaining, first, last)))
    for letter in letters:
        lowers = [c for c in remaining if _bounds(c, letter, 1, first, last)]
        uppers = [c for c in remaining if _bounds(c, letter, -1, first, last)]
        for low, high in zip(lowers, uppers, strict=False):
            ranges.append(_range(low, high, letter))
            remaining.remove(low)
            remaining.remove(high)
    return (*ranges, *(constraint(c, first, last) for c in remaining))


def _subjects(where: Sequence[Constraint], first: Sequence[Sym], last: frozenset[Sym]) -> list[Sym]:
    found = (subject(c.form, first, last) for c in where if c.rel == ">=" and c.form.terms)
    return sorted((a for a in found if isinstance(a, Sym)), key=_rank)


def _bounds(c: Constraint, letter: Sym, sign: int, first: Sequence[Sym], last: frozenset[Sym]) -> bool:
    return c.rel == ">=" and c.form.coefficient(letter) == sign and subject(c.form, first, last) == letter


def _range(low: Constraint, high: Constraint, letter: Sym) -> str:
    return multiple(low, high, letter, 1)


def multiple(low: Constraint, high: Constraint, letter: Sym, times: int) -> str:
    """The range of a multiple of a letter, of which `low` says the lower end and `high` the upper one."""
    middle = _times(letter, times)
    less = COMPARISONS[-1, False]
    return f"{form_latex(middle - low.form)} {less} {form_latex(middle)} {less} {form_latex(middle + high.form)}"


def domain(d: Domain, first: Sequence[Sym] = (), last: frozenset[Sym] = frozenset()) -> str:
    r"""A domain as a list of conditions, parted by commas."""
    return ", ".join(conditions(d.constraints, first, last))
