r"""Sums, well-known functions and indicators."""

from __future__ import annotations

from dataclasses import dataclass

from ..notation import INDICATORS, LOGARITHMS, SUCH_THAT
from .inverse_functions import ARCS, INVERSE, doubt_of
from .layout import CAPITALS
from .lexer import Token, ambiguous, fail
from .parse_derivatives import Derivatives
from .script_trees import is_note
from .sum_ends import ends_said
from .tree import (
    ONE,
    BigSum,
    Braced,
    Call,
    Chain,
    Factor,
    Group,
    Indicator,
    Name,
    Node,
    Number,
    Product,
    Root,
    Script,
    Scripted,
    Term,
    Terms,
    walk,
)
from .values_below import with_values_inside

SIGNED = frozenset(["exp", "cos", "sin", "tanh", "sinh", "cosh"])
"""Functions in front of a sign without a parenthesis, `\\exp -x`."""
PI = r"\pi"
BEHIND_CIRCLES = frozenset([PI, r"\sigma", "e"])
"""What stands behind the number in the logarithm of a normal density."""


@dataclass(slots=True)
class _Bounds:
    """What stands below and above a sum, as far as it is read; `seen` are the signs of both."""

    below: tuple[Node, ...] = ()
    above: tuple[Node, ...] = ()
    seen: str = ""


class Operators(Derivatives):
    """What begins with an operator, derivatives aside."""

    def big(self) -> Node:
        r"""`\sum` and `\prod` with their bounds and the rest of the term."""
        start = self.at
        token = self.token
        if token.text not in (r"\sum", r"\prod"):
            self.fail(f"`{token.text}` is not read", r"only `\sum` and `\prod` are")
        if (self.source.text[token.start] == "Σ" or self.in_script) and self.peek().text not in "_^":
            hint = r"write `\sum_{i}` for the sum, `\Sigma` for the letter"
            ambiguous(self.source, token.span, "a sum without bounds, or the letter sigma", hint)
        self.at += 1
        bounds = _Bounds()
        while self.token.kind == "script":
            self.bound(bounds, self.token.text)
        return self.summed(token.text, bounds.below, bounds.above, start)

    def bound(self, bounds: _Bounds, sign: str) -> None:
        """One bound of a sum, from its sign on."""
        if sign in bounds.seen:
            self.fail("two lower bounds" if sign == "_" else "two upper bounds")
        bounds.seen += sign
        self.at += 1
        if sign == "_":
            bounds.below = self.below()
        else:
            bounds.above = self.above()

    def above(self) -> tuple[Node, ...]:
        r"""What stands over a sum sign: one end, or one for each letter, `\sum_{i=1, j=1}^{N, M}`."""
        if self.token.kind != "{" or not any(t.kind == "comma" for t in self.tokens[self.at : self.partner[self.at]]):
            return (self.argument("^"),)
        stop = self.partner[self.at]
        self.at += 1
        return self.inside(stop)[0]

    def summed(self, operator: str, below: tuple[Node, ...], ends: tuple[Node, ...], start: int) -> Node:
        ends = ends_said(below, ends)
        if len(ends) > 1 and len(ends) != len(below):
            cause = f"`{operator}` with {len(below)} beginnings and {len(ends)} ends"
            fail(self.source, self.since(start), cause, rf"write one `{operator}` for each letter")
        body = self.rest(f"`{operator}`")
        if body is None:
            self.fail(f"expected what `{operator}` adds up, found {self.found()}")
        if len(ends) > 1:
            for begins, end in reversed(list(zip(below, ends, strict=True))):
                body = BigSum(operator, (begins,), end, body, self.since(start))
            return body
        above = ends[0] if ends else None
        return with_values_inside(BigSum(operator, below, above, body, self.since(start)))

    def below(self) -> tuple[Node, ...]:
        """What stands under a sum sign."""
        if self.token.kind != "{":
            return (self.argument("_"),)
        stop = self.partner[self.at]
        self.at += 1
        if self.at == stop:
            self.fail("an empty lower bound")
        if self.token.kind == "substack" and self.peek().kind == "{" and self.partner[self.at + 1] == stop - 1:
            self.at += 2
            found: list[Node] = []
            while self.at < stop:
                row = self.at
                while row < stop - 1 and self.tokens[row].kind != "row" and not self._parts(row):
                    row = self.partner[row] + 1 if self.partner[row] > row else row + 1
                if row == self.at and found and any(map(self._parts, (row - 1, row))):
                    self.at += 1  # the words, or the end of a row that holds nothing else
                    continue
                found += self.inside(row)[0]
            self.at = stop + 1
            return tuple(found)
        if self._is_set_told(stop):
            self.at += 1
            told = self._told_below(stop - 1)
            self.at = stop + 1
            return told
        return self._told_below(stop)

    def _is_set_told(self, stop: int) -> bool:
        r"""Does a set stand there with a condition, `\sum_{\{j \mid i \in N_j\}}`, and no list of elements?"""
        opened = self.token
        if opened.kind != "(" or not opened.text.endswith("{") or self.partner[self.at] != stop - 1:
            return False
        return any(t.kind in ("mid", "bar", "colon") or _is_such_that(t) for t in self.tokens[self.at + 2 : stop - 2])

    def _told_below(self, stop: int) -> tuple[Node, ...]:
        """What a sum runs over, and the condition behind it."""
        parting = self._parting(stop)
        items = self.inside(parting)[0]
        if parting == stop:
            return items
        about = self.inside(stop)[0]
        barred = self.tokens[parting].kind in ("mid", "bar")
        if barred and not any(isinstance(x, Chain) and x.relations for x in about):
            cause = "a bar under a sum is read before a condition only: `d | n` may say that `d` divides `n`"
            fail(self.source, self.tokens[parting].span, cause, r"say over what the sum runs: `\sum_{d=1}^{n}`")
        return (*items, *about)

    def _parts(self, at: int) -> bool:
        r"""Does a token part what a sum runs over from a condition, in a row of its own: the colon of `m, n:`?"""
        before = next((n for n in range(at - 1, 0, -1) if self.tokens[n].kind in ("row", "{")), 0)
        inside = self.tokens[before + 1 : at]
        colon = self.tokens[at].kind == "colon" and all(t.kind != "rel" or t.text == r"\in" for t in inside)
        return (colon and bool(inside)) or _is_such_that(self.tokens[at])

    def _parting(self, stop: int) -> int:
        r"""Where what a sum runs over ends and a condition begins: `\sum_{i : ..}`, `\sum_{i \mid ..}`; `stop` if none.

        Bars may be those of a distance, `\sum_{j : |i-j| \le m}`, `\sum_{j | |i-j| \le m}`.
        """
        signs, bars = [], []
        for n in range(self.at + 1, stop):
            token = self.tokens[n]
            if token.kind == "bar":
                bars.append(n)
            elif (
                token.kind in ("colon", "mid") or (token.kind == "comma" and token.text == ";") or _is_such_that(token)
            ):
                signs.append(n)
        if signs:
            return signs[0] if len(signs) == 1 else stop
        return bars[0] if len(bars) % 2 and self.tokens[self.at].kind != "bar" else stop

    def function(self) -> Node:
        """A well-known function."""
        start = self.at
        token = self.token
        self.at += 1
        name = token.text
        if name == "arg" and self.token.kind == "func" and self.token.text in ("max", "min"):
            name += self.token.text
            self.at += 1
        return self.call(name, start)

    def call(self, function: str, start: int) -> Node:
        scripts, primes = self.scripts()
        if function == "exp" and len(scripts) == 1 and self.token.kind != "(" and _is_raised(scripts[0]):
            return Name(function, (), "operatorname", primes, scripts, self.since(start))
        if function in ARCS and len(scripts) == 1 and _is_inverse(scripts[0]) and self.begins_argument():
            function, scripts = function + INVERSE, ()
        self.no_inverse(scripts, function)
        token = self.token
        if token.kind == "(" and self.at not in self.relational:
            stop = self.partner[self.at]
            self.at += 1
            args, _ = self.inside(stop)
            if not args:
                fail(self.source, self.since(start), f"`{function}` has no argument")
            return self.with_scripts(Call(function, args, scripts, primes, True, self.since(start)), start)
        if token.kind == "big":
            self.deeper()
            summed = self.big()
            self.depth -= 1
            return Call(function, (summed,), scripts, primes, False, self.since(start))
        if (token.kind == "bar" and token.text not in self.bars) or self.begins_operand():
            return self.open_call(function, scripts, primes, start)
        if token.kind in ("", "rel", "again", "comma", ")", "quad", "row") or self.in_script:
            return Name(function, (), "operatorname", primes, scripts, self.since(start))
        if token.kind in ("op", "sign") and function == "softmax" and scripts and not any(x.above for x in scripts):
            return Name(function, (), "operatorname", primes, scripts, self.since(start))  # `\text{softmax}_i \cdot x`
        if token.kind == "sign" and token.text == "-" and function in SIGNED:
            return self.signed_call(function, scripts, primes, start)
        raise self.unreadable(f"expected the argument of `{function}`, found {self.found()}", "put it in parentheses")

    def signed_call(self, function: str, scripts: tuple[Script, ...], primes: int, start: int) -> Node:
        """`\\exp -\\frac{x}{2}`: one factor with its sign, if nothing is multiplied behind it."""
        self.deeper()
        at = self.at
        self.at += 1
        operand = self.operand()
        self.depth -= 1
        if self.begins_operand() or self.token.kind in ("op", "big", "func"):
            cause = f"`{function} -..`: the argument is the first factor alone, or the product"
            ambiguous(self.source, self.since(start), cause, "put it in parentheses")
        argument = Terms((Term("-", operand, self.since(at)),), self.since(at))
        return Call(function, (argument,), scripts, primes, False, self.since(start))

    def open_call(self, function: str, scripts: tuple[Script, ...], primes: int, start: int) -> Node:
        """`\\log x`: one factor."""
        self.deeper()
        closed = self.token.kind == "{" and self.tokens[self.at + 1].kind == "("
        closed = closed and self.partner[self.at + 1] == self.partner[self.at] - 1
        if closed:  # `\\log{(x)}`
            stop = self.partner[self.at + 1]
            self.at += 2
            args, _ = self.inside(stop)
            self.at += 1
            self.depth -= 1
            return self.with_scripts(Call(function, args, scripts, primes, True, self.since(start)), start)
        argument = self.operand()
        self.depth -= 1
        if isinstance(argument, Group) and argument.open == "{":
            argument = argument.items[0]
        number = argument
        if isinstance(argument, Number) and function in LOGARITHMS and self.begins_circle():
            argument = self.circle(argument, start)
        if isinstance(number, Number) and self.begins_operand():
            cause = f"`{function} {number.text} ..`: the argument is the number alone, or the product"
            ambiguous(
                self.source,
                self.since(start),
                cause,
                f"write `{function}({number.text} ..)`, or put the factor first",
            )
        return Call(function, (argument,), scripts, primes, False, self.since(start))

    def begins_circle(self) -> bool:
        r"""Does the number of a circle stand next, which nobody multiplies a logarithm by: the `\pi` of `\ln 2\pi`?"""
        return self.token.text == PI and self.peek().kind != "script"

    def circle(self, number: Number, start: int) -> Node:
        r"""`2 \pi`, also with a variance and with e behind it, `2 \pi \sigma^2`, `2 \pi e \sigma^2`."""
        found: list[Node] = [number]
        while (self.begins_operand() and self.token.text in BEHIND_CIRCLES) or len(found) == 1:
            found.append(self.operand())
        return Product(tuple(Factor("", x) for x in found), self.since(start))

    def begins_argument(self) -> bool:
        """Does what a function is applied to stand next?"""
        return (self.token.kind == "(" and self.at not in self.relational) or self.begins_operand()

    def no_inverse(self, scripts: tuple[Script, ...], function: str) -> None:
        for script in scripts:
            first = script.entries[0]
            if script.above and isinstance(first, Terms) and first.terms[0].sign == "-" and not _is_power(first):
                ambiguous(self.source, script.span, *doubt_of(function))

    def set(self) -> Node:
        r"""`\underset{i}{\sum}` is `\sum_i`; over or under anything else it is a label."""
        start = self.at
        if self._is_stacked():
            return self.stacked()
        under = self.token.text == "under"
        self.at += 1
        label = self.argument(r"\underset" if under else r"\overset") if self.token.kind != "text" else self.label()
        if self.token.kind == "{" and self.peek().kind == "func" and self.partner[self.at] == self.at + 2:
            operator = self.peek()
            self.at += 3
            script = Script(not under, (label,), "", False, True, label.span)
            made = self.call(operator.text, start)
            return (
                Call(made.function, made.args, (script,), made.primes, made.closed, made.span)
                if isinstance(made, Call)
                else made
            )
        body = self.argument(r"\underset" if under else r"\overset")
        if is_note(label):
            return self.with_scripts(body, start)
        return self.with_scripts(Braced(body, label, self.since(start)), start)

    def _is_stacked(self) -> bool:
        r"""Does a sum with what stands over and under it begin, `\underset{i=1}{\overset{n}{\sum}}`?"""
        at, ends, counted = self.at, list[int](), False
        while self._is(at, "set"):
            begun = at + 1
            at = self._behind(self.partner[at + 1] + 1 if self._is_bracketed(at + 1) else at + 1)
            counted = counted or any(x.text == "=" for x in self.tokens[begun:at])
            if self._is(at, "{"):
                ends.append(self.partner[at])
                at += 1
        if not self._is(at, "big") and not (counted and at < len(self.tokens) and self.tokens[at].text in CAPITALS):
            return False  # `\overset{n}{\underset{j=1}{\Sigma}}`: nothing else says where it begins
        at += 1
        while self._is(at, "script"):
            at = self._behind(at + 1)
        return all(end == at + n for n, end in enumerate(reversed(ends)))

    def _is(self, at: int, kind: str) -> bool:
        return at < len(self.tokens) and self.tokens[at].kind == kind

    def _is_bracketed(self, at: int) -> bool:
        r"""Is it what `\stackrel[i=1]{n}{\sum}` has under the sum?"""
        return self._is(at, "(") and self.tokens[at].text == "[" and self._is(self.partner[at] + 1, "{")

    def _behind(self, at: int) -> int:
        """The place behind one argument."""
        return (self.partner[at] if self._is(at, "{") else at) + 1

    def stacked(self) -> Node:
        """Such a sum."""
        start, bounds, closed = self.at, _Bounds(), 0
        while self.token.kind == "set":
            if self._is_bracketed(self.at + 1):
                stop = self.partner[self.at + 1]
                self.at += 2
                bounds.below, bounds.seen = self.inside(stop)[0], "_"
                self.at -= 1
            self.bound(bounds, "_" if self.token.text == "under" else "^")
            closed += self.token.kind == "{"
            self.at += self.token.kind == "{"
        operator = self.token
        if operator.kind != "big" and operator.text not in CAPITALS:  # `\\overset\\underbrace\\sum`
            self.fail(f"expected a sum with what stands over and under it, found {self.found()}")
        self.at += 1
        while self.token.kind == "script":
            self.bound(bounds, self.token.text)
        self.at += closed
        return self.summed(CAPITALS.get(operator.text, operator.text), bounds.below, bounds.above, start)

    def indicator(self, base: Name | Number, start: int) -> Node | None:
        r"""`1(k=j)`, `\mathbb{1}[..]`, `\mathbf{1}_{k=j}`: what `base` begins, if a condition follows it."""
        if (isinstance(base, Name) and (base.base, base.font) not in INDICATORS) or (
            isinstance(base, Number) and base.text != "1"
        ):
            return None
        token = self.token
        if token.kind == "(" and self.at in self.relational:
            stop = self.partner[self.at]
            self.at += 1
            items, _ = self.inside(stop)
            return self.with_scripts(Indicator(items, self.since(start)), start)
        return None

    def indicated(self, node: Node) -> Node:
        r"""`1_{k=j}` and `\mathbf{1}_{\{k=j\}}` as an indicator; anything else as it is."""
        scripts = node.scripts if isinstance(node, (Name, Scripted)) else ()
        if isinstance(node, Name):
            fits = (node.base, node.font) in INDICATORS
        else:
            fits = isinstance(node, Scripted) and node.base == Number("1")
        if not fits or len(scripts) != 1 or scripts[0].above:
            return node
        entries = scripts[0].entries
        if len(entries) == 1 and isinstance(entries[0], Group):
            entries = entries[0].items
        if not all(isinstance(e, Chain) and e.relations for e in entries):
            return node
        return Indicator(entries, node.span)

    def unicode_root(self) -> Node:
        """`√x`, `√(x+1)`: the next factor, or what is in the parentheses after it."""
        start = self.at
        self.at += 1
        if self.token.text == "(":
            stop = self.partner[self.at]
            self.at += 1
            return self.with_scripts(Root(self.single(stop, "√"), None, self.since(start)), start)
        return Root(self.argument("√"), None, self.since(start))


def _is_such_that(token: Token) -> bool:
    """Are these the words before a condition?"""
    return token.kind == "text" and token.text.strip(" ~,:") in SUCH_THAT


def _is_power(x: Terms) -> bool:
    r"""Is it the -2 of `\cosh^{-2} x`, which no inverse function has?"""
    number = x.terms[0].body
    return len(x.terms) == 1 and isinstance(number, Number) and number.text not in ("0", "1")


def _is_inverse(script: Script) -> bool:
    r"""Is it the -1 of `\tanh^{-1} x`?"""
    return script.above and not script.bracket and script.entries == (Terms((Term("-", ONE),)),)


def _is_raised(script: Script) -> bool:
    r"""Is it the argument of `\exp^{-x}`, and no power of the function?"""
    return script.above and not script.bracket and any(isinstance(x, Name) for e in script.entries for x in walk(e))
