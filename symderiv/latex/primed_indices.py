r"""Letters with primes that are indices on a whole page: the `t'` of `\frac{\partial O}{\partial x_i^{t'}}` where
another formula sums over t' or says from where to where it runs (`t' = 1, \dots, T`), or the front matter does.

In braces above a name, such a letter and its primes are one index. A name that stands nowhere but before parentheses is
a function, and keeps the prime: `f^{l'}(z)` is the derivative of `f^l`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .bound_primes import with_primes
from .lexer import Token
from .tokens import after_argument, is_letter, opening, past_scripts

LETTERS = frozenset(["name", "run"])
OF_INDEX = "index'"
"""The text of a prime that belongs to the index before it."""


def primed_indices(tokens: Sequence[Token]) -> frozenset[str]:
    r"""The letters, each with its primes, that a formula sums over or gives a range.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> sorted(primed_indices(tokenize(Source(r"\sum_{t'=1}^T x^{t'} + s', k' = 1, \dots, K, 1 \le l'' \le L"))))
    ["k'", "l''", "t'"]
    """
    found: set[str] = set()
    if not any(x.kind == "prime" for x in tokens):
        return frozenset()
    for n, token in enumerate(tokens):
        if token.kind == "big":
            found |= {x + "'" * primes for inner in _below(tokens, n) for x, primes in with_primes(inner)}
        elif token.kind == "prime" and n and is_letter(tokens[n - 1]):
            end = n
            while end < len(tokens) and tokens[end].kind == "prime":
                end += 1
            if _is_ranged(tokens, n - 1, end):
                found.add(tokens[n - 1].text + "'" * (end - n))
    return frozenset(found)


def _below(tokens: Sequence[Token], n: int) -> Iterable[Sequence[Token]]:
    r"""What stands below a sign of a sum, to the first sign that is none of equality: not the S' of `i \in S'`."""
    at = n + 1
    while at + 1 < len(tokens) and tokens[at].kind == "script":
        end = after_argument(tokens, at + 1)
        inner = tokens[at + 2 : end - 1] if tokens[at].text == "_" and tokens[at + 1].kind == "{" else ()
        yield inner[: next((m for m, x in enumerate(inner) if x.kind == "rel" and x.text != "="), len(inner))]
        at = end


def _is_ranged(tokens: Sequence[Token], start: int, end: int) -> bool:
    r"""Is a letter alone before `= 1, \dots`, or between `1 \le` and `\le`?"""
    before = [x.kind for x in tokens[max(0, start - 2) : start]]
    behind = [x.kind for x in tokens[end : end + 4]]
    if behind == ["rel", "num", "comma", "dots"] and tokens[end].text == "=":
        return before[-1:] in ([], ["("], ["comma"], ["quad"], ["text"])
    between = before == ["num", "rel"] and behind[:1] == ["rel"]
    return between and {tokens[start - 1].text, tokens[end].text} <= {r"\le", r"\leq", "<", "≤", r"\leqslant"}


def with_primes_of(
    formulas: Sequence[Sequence[Token]], letters: frozenset[str]
) -> Callable[[list[Token]], list[Token]]:
    r"""What marks the primes of such letters above names in the tokens of a formula, on a page of some formulas.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> page = [tokenize(Source(x)) for x in (r"f^{t'}(z) + x_i^{t'} (y)", "x_i^t + f(z)")]
    >>> [x.text for x in with_primes_of(page, frozenset(["t'"]))(page[0]) if x.kind == "prime"]
    ["'", "index'"]
    """
    functions = _only_applied(formulas, letters)

    def marked(tokens: list[Token]) -> list[Token]:
        found = list(tokens)
        for start, end in _above(tokens, letters):
            if _owner(tokens, start) not in functions:
                found[start + 3 : end - 1] = [x._replace(text=OF_INDEX) for x in tokens[start + 3 : end - 1]]
        return found if found != tokens else tokens

    return marked


def _above(tokens: Sequence[Token], letters: frozenset[str]) -> Iterable[tuple[int, int]]:
    """Where such a letter stands with its primes in braces above something, and where it ends."""
    for n, token in enumerate(tokens[:-4]):
        if token.text != "^" or token.kind != "script" or tokens[n + 1].kind != "{" or not is_letter(tokens[n + 2]):
            continue
        end = after_argument(tokens, n + 1)
        primes = tokens[n + 3 : end - 1]
        if primes and all(x.kind == "prime" for x in primes) and tokens[n + 2].text + "'" * len(primes) in letters:
            yield n, end


def _owner(tokens: Sequence[Token], at: int) -> str:
    """The letter on which the script at `at` stands; nothing where it is no letter."""
    n = at - 1
    while n > 0 and tokens[n].kind in ("}", "prime"):
        first = opening(tokens, n) if tokens[n].kind == "}" else n
        if tokens[n].kind == "}" and tokens[first - 1].kind != "script":
            return next((_letter(x) for x in tokens[first:n] if x.kind in LETTERS), "")
        n = first - (2 if tokens[n].kind == "}" else 1)
    if n > 1 and tokens[n - 1].kind == "script" and tokens[n].kind != "}":  # `x_i^{t'}`
        return _owner(tokens, n - 1)
    return _letter(tokens[n]) if n >= 0 and tokens[n].kind in LETTERS else ""


def _letter(x: Token) -> str:
    """The last letter of what is typed in one run."""
    return x.text[-1] if x.kind == "run" else x.text


def _only_applied(formulas: Sequence[Sequence[Token]], letters: frozenset[str]) -> frozenset[str]:
    """The letters that stand before parentheses wherever they stand outside of scripts."""
    applied: set[str] = set()
    bare: set[str] = set()
    for tokens in formulas:
        doubtful = {n for n, _ in _above(tokens, letters)}
        at = 0
        while at < len(tokens):
            if tokens[at].kind == "script":
                at = after_argument(tokens, at + 1)
                continue
            if tokens[at].kind in LETTERS:
                bare.update(tokens[at].text[:-1] if tokens[at].kind == "run" else ())
                end, met = at + 1, False
                while end < len(tokens) and tokens[end].kind in ("script", "prime"):
                    met |= end in doubtful
                    end = past_scripts(tokens, end) if tokens[end].kind == "script" else end + 1
                is_applied = end < len(tokens) and tokens[end].text == "("
                if is_applied:
                    applied.add(_letter(tokens[at]))
                elif not met:
                    bare.add(_letter(tokens[at]))
            at += 1
    return frozenset(applied - bare)
