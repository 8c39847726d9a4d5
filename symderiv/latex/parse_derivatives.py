r"""Fractions and derivatives: `\frac`, `\over`, `\partial`, `\nabla`."""

from __future__ import annotations

from abc import abstractmethod

from .factor_forms import is_multiplied, is_plain_number, is_share, is_transpose
from .lexer import Token, fail, unreadable
from .parse_atoms import Atoms
from .parse_cursor import OPERANDS, TIMES
from .tokens import is_word
from .tree import (
    Derivative,
    Factor,
    Fraction,
    Group,
    Misfit,
    Nabla,
    Name,
    Node,
    Number,
    Product,
    Script,
    Scripted,
    Symbol,
    Term,
    Terms,
    Wrt,
)

NAMED = OPERANDS | {"text"}
"""What may stand behind the d of a derivative: names may be words, `\\frac{d오차}{dw}`."""

CHANGES = frozenset([Name(r"\Delta"), Name("d", font="mathrm")])
r"""What may stand before a name by which is differentiated, the change `\Delta W` of it, or the step `\mathrm{d}t`."""


class Derivatives(Atoms):
    """Fractions, and what differentiates."""

    @abstractmethod
    def rest(self, owner: str) -> Node | None:
        """The rest of the term, which `owner` takes; None if there is nothing."""

    @abstractmethod
    def term(self) -> Node:
        """A product."""

    def operand(self) -> Node:
        """One factor; a name takes the parenthesis after it along (`f(x)`: a `Product` of two, the second joined)."""
        start = self.at
        self.deeper()
        first = self.factor()
        self.depth -= 1
        token = self.token
        if (
            isinstance(first, Name)
            and token.kind == "("
            and token.text in ("(", "[")
            and self.at not in self.relational
        ):
            cuts = self.bars_inside()
            second = self.barred_list(cuts) if cuts else self.group()
            factors = [Factor("", first), Factor("", second, True)]
            if self.holds_indices():
                factors.append(Factor("", self.group()))
            return Product(tuple(factors), self.since(start))
        return first

    def operand_with_numbers(self) -> Node:
        r"""One factor with the numbers before it: nobody differentiates the number of `\partial_w \frac12 \delta^2`."""
        start = self.at
        found = [self.operand()]
        while (self.begins_operand() or self.begins_norm()) and (
            is_plain_number(found[-1]) or (is_share(found[-1]) and self.token.kind == "big")
        ):
            found.append(self.operand())
        return found[0] if len(found) == 1 else Product(tuple(Factor("", x) for x in found), self.since(start))

    def holds_indices(self) -> bool:
        """Does a bracket with several things follow right behind the arguments of a name, `f(x)[i, j]`?"""
        before, token = self.tokens[self.at - 1], self.token
        if (before.text, token.kind, token.text) != (")", "(", "[") or before.end != token.start:
            return False
        return any(x.kind == "comma" for x in self.tokens[self.at : self.partner[self.at]])

    def barred_list(self, cuts: list[int]) -> Node:
        """A parenthesis, or the braces of a set, parted by bars: one list, the bars among its separators."""
        start, stop = self.at, self.partner[self.at]
        opening, close = self.token.text, self.tokens[stop].text
        items: list[Node] = []
        separators: list[str] = []
        self.at += 1
        for cut in (*cuts, stop):
            if self.at == cut:
                self.fail(f"expected an expression, found {self.found()}")
            separators += [r"\|" if self.tokens[self.at - 1].text == r"\|" else "|"] if items else []
            inner, between = self.inside(cut)
            items += inner
            separators += between
        group = Group(opening, tuple(items), close, tuple(separators), self.since(start))
        return self.with_scripts(group, start)

    def group(self) -> Node:
        """Something in delimiters; the braces of a set may hold a condition."""
        cuts = self.set_cut()
        return self.barred_list(cuts) if cuts else super().group()

    # ------------ fractions

    def fraction(self) -> Node:
        start = self.at
        style = self.token.text
        self.at += 1
        top = self.bounds(self.at)
        bottom = self.bounds(top[1] + 1) if top[1] < self.end else top
        above, after = self.mark(*top)
        sign = 0 if self.mark(*bottom)[0] else self.behind_factors(bottom)
        if sign and above == self.mark(sign, bottom[1])[0] and after < top[1]:
            derivative = self.derivative(start, top, (sign, bottom[1]), bottom[1] + 1, style)
            factors = self.part((bottom[0], sign - (self.tokens[sign - 1].text in TIMES)))
            self.at = bottom[1] + 1
            return self.with_scripts(Fraction(derivative, factors, style, self.since(start)), start)
        if top[0] < top[1] and bottom[0] < bottom[1] and self.is_derivative(top, bottom):
            return self.with_scripts(self.derivative(start, top, bottom, bottom[1] + 1, style), start)
        numerator = self.argument(r"\frac")
        denominator = self.argument(r"\frac")
        return self.with_scripts(Fraction(numerator, denominator, style, self.since(start)), start)

    def over(self, stop: int) -> Node | None:
        start = self.at
        at = start
        while at < stop and self.tokens[at].kind != "over":
            at = self.partner[at] + 1 if self.partner[at] > at else at + 1
        if at == stop:
            return None
        top, bottom = (start, at), (at + 1, stop)
        if start == at or at + 1 == stop:
            fail(self.source, self.tokens[at].span, r"a side of `\over` is empty")
        inner = self.within_braces(top), self.within_braces(bottom)
        if self.is_derivative(*inner):
            return self.derivative(start, *inner, stop + 1, "over")
        sign = self.behind_factors(inner[1])
        if sign and self.is_derivative(inner[0], (sign, inner[1][1])):
            found = self.derivative(start, inner[0], (sign, inner[1][1]), stop + 1, "over")
            factors = self.part((inner[1][0], sign - (self.tokens[sign - 1].text in TIMES)))
            self.at = stop + 1
            return Fraction(found, factors, "over", self.since(start))
        numerator = self.part(top)
        denominator = self.part(bottom)
        self.at = stop + 1
        return Fraction(numerator, denominator, "over", (self.tokens[start].start, self.tokens[stop - 1].end))

    def within_braces(self, part: tuple[int, int]) -> tuple[int, int]:
        r"""A side of `{dE}\over{dw}` without the braces around all of it."""
        start, stop = part
        while start + 1 < stop - 1 and self.tokens[start].kind == "{" and self.partner[start] == stop - 1:
            start, stop = start + 1, stop - 1
        return start, stop

    # ------------ derivatives

    def mark(self, at: int, end: int) -> tuple[str, int]:
        r"""The sign of differentiation at `at` (`\partial`, `d`, `\mathrm{d}`, `\delta` or '') and the position behind.

        `\text{d}` is `\mathrm{d}`.
        """
        if at >= end:
            return "", at
        token = self.tokens[at]
        if token.kind == "partial":
            return r"\partial", at + 1
        if token.kind == "name" and token.text == "d":
            return "d", at + 1
        if token.text == r"\delta" and at + 1 < end and self.tokens[at + 1].kind in OPERANDS:
            return r"\delta", at + 1  # `\frac{\delta C}{\delta y_i}`: nobody leaves a common factor there
        if token.text == r"\delta" and at + 2 < end and self.tokens[at + 1].text == "^":
            return r"\delta", at + 1  # `\frac{\delta^2 C}{\delta y_i^2}`
        if token.kind == "text" and token.text == "d":
            return r"\mathrm{d}", at + 1
        if token.kind == "font" and token.text == "mathrm" and at + 1 < end:
            inner = at + 2 if self.tokens[at + 1].kind == "{" else at + 1
            if inner < end and self.tokens[inner].text == "d":
                return r"\mathrm{d}", inner + 2 if inner == at + 2 else inner + 1
        if token.kind == "{" and at + 2 < end and self.tokens[at + 1].kind in ("partial", "fontdecl"):
            if self.partner[at] == at + 2 and self.tokens[at + 1].kind == "partial":
                return r"\partial", at + 3
            if self.partner[at] == at + 3 and self.tokens[at + 2].text == "d":
                return r"\mathrm{d}", at + 4
        return "", at

    def is_derivative(self, top: tuple[int, int], bottom: tuple[int, int]) -> bool:
        above, after = self.mark(*top)
        below, behind = self.mark(*bottom)
        if self.is_bare_delta(top):
            following = self.tokens[bottom[1] + 1].kind if bottom[1] + 1 < self.end else ""
            return below == r"\delta" and following in OPERANDS  # before an operand: `\frac{\delta}{\delta w} E`
        if r"\partial" in (above, below):
            return self.both_marked(above, below, top, bottom)
        if not above or above != below:
            return False
        if above == r"\delta" and self.tokens[after].text == "^":
            last = self.tokens[bottom[1] - 4 : bottom[1]]
            return any(x.text == "^" for x in last) and self.tokens[behind].text != "^"
        if above == "d" and (behind >= bottom[1] or self.tokens[behind].kind not in NAMED):
            return False
        follows = self.tokens[after] if after < top[1] else None
        return follows is None or follows.kind in NAMED or (follows.text == "^" and above == below)

    def is_bare_delta(self, top: tuple[int, int]) -> bool:
        return top[1] - top[0] == 1 and self.tokens[top[0]].text == r"\delta"

    def both_marked(self, above: str, below: str, top: tuple[int, int], bottom: tuple[int, int]) -> bool:
        if above == below:
            return True
        if below == "":  # `\frac{\partial E / \partial x}{y}`
            return False
        if self.tokens[top[0]].kind == "cmd":  # `\frac{\partail E}{\partial w}`
            self.at = top[0]
            self.nothing(self.tokens[top[0]])
        span = (self.tokens[top[0]].start, self.tokens[bottom[1] - 1].end)
        hint = r"write the factor before the fraction: `2 \frac{\partial E}{\partial w}`"
        raise unreadable(
            self.source, span, r"`\partial` below the line but not at the beginning of the numerator", hint
        )

    def derivative(self, start: int, top: tuple[int, int], bottom: tuple[int, int], after: int, style: str) -> Node:
        """`\\frac{\\partial of}{\\partial wrt}`, or the operator in front of the rest of its term."""
        symbol, self.at = (r"\delta", top[1]) if self.is_bare_delta(top) else self.mark(*top)
        symbol = r"\partial" if symbol == r"\delta" else symbol
        outer, bars = self.end, self.bars
        self.end, self.bars = top[1], []
        self.deeper()
        order, direct = self.order()
        of = None
        if self.at < self.end:
            of = self.differentiated(symbol)
            if self.at < self.end:
                hint = r"put what is differentiated in parentheses: `\frac{\partial (a + b)}{\partial x}`"
                self.fail(f"expected the end of the numerator, found {self.found()}", hint)
        self.at, self.end = bottom
        wrt = self.wrts(order)
        if self.at < self.end:
            self.fail(rf"expected the end of the denominator, found {self.found()}")
        self.end, self.bars, self.at = outer, bars, after
        self.depth -= 1
        span = (self.tokens[start].start, self.tokens[after - 1].end)
        if of is not None:
            return Derivative(of, wrt, order, symbol, direct, False, style, span)
        of = self.rest("the operator") or self.negated(start)
        return Derivative(of, wrt, order, symbol, direct, True, style, self.since(start))

    def negated(self, start: int) -> Node | None:
        r"""The `-y (a + b)` of `(\nabla_w -y (a + b))`: a minus and one term, all that is left in a parenthesis that
        the operator begins."""
        begun = self.at
        opened = start > 0 and self.tokens[start - 1].kind == "(" and self.token.kind == "sign"
        if not opened or self.token.text != "-":
            return None
        self.at += 1
        body = self.term() if self.begins_operand() else None
        if body is None or self.at != self.end:
            self.at = begun
            return None
        span = self.since(begun)
        return Group("(", (Terms((Term("-", body, span),), span),), ")", (), span)

    def differentiated(self, symbol: str) -> Node:
        r"""What stands behind `\partial` above the line: all of it, for `\frac{\partial a + b}{..}` has no other end.

        A plain d may be a factor, `\frac{d x + b}{..}`, and takes one term.
        """
        start = self.at
        of = None if self.token.kind == "sign" and symbol == r"\partial" else self.term()
        if of is not None and (self.at == self.end or self.token.kind != "sign" or symbol != r"\partial"):
            return of
        self.at = start
        return Group("(", (self.member(),), ")", (), self.since(start))

    def order(self) -> tuple[int, bool]:
        r"""The `^2` or `^{+}` behind `\partial`."""
        if self.token.text != "^" or self.token.kind != "script":
            return 1, False
        script, _ = self.script()
        entry = script.entries[0] if script is not None and len(script.entries) == 1 else None
        if isinstance(entry, Number) and entry.text.isdigit() and 1 <= int(entry.text) <= 9:
            return int(entry.text), False
        if isinstance(entry, Symbol) and entry.name == "+":
            return 1, True
        raise self.unreadable(r"expected a number (the order) or `+` above `\partial`")

    def wrts(self, order: int, slashed: bool = False) -> tuple[Wrt, ...]:
        r"""The `\partial x` of a denominator; their orders add up to `order`.

        Behind a slash, `\partial E/\partial s (1 - s^2)`, a parenthesis that is no argument is a factor.
        """
        found: list[Wrt] = []
        while True:
            symbol, at = self.mark(self.at, self.end)
            if not symbol:
                break
            start, self.at = self.at, at
            above = self.order()[0] if self.token.text == "^" else 1  # `\partial^{+} x`: the sign is the numerator's
            behind = self.at
            body = self.operand()
            if slashed and is_multiplied(body):
                self.at = behind
                body = self.factor()
            if body in CHANGES and self.token.kind in NAMED:
                body = Product((Factor("", body), Factor("", self.operand())), self.since(behind))
            if above > 1 and self.with_order(Wrt(body, 1), order) != Wrt(body, 1):
                self.fail(r"`\partial^n` below the line", r"write `\partial x^n`")  # `\partial^2 x^2`
            found.append(Wrt(body, above, self.since(start)))
            if sum(w.order for w in found) >= order:
                break
        if not found:
            self.fail(rf"expected `\partial` and a name, found {self.found()}")
        if sum(w.order for w in found) < order:
            found = [self.with_order(w, order) for w in found]
        if sum(w.order for w in found) != order:
            span = (found[0].span[0], found[-1].span[1])
            fail(
                self.source, span, rf"the orders of the denominator do not add up to {order}, the order above the line"
            )
        return tuple(found)

    def with_order(self, wrt: Wrt, order: int) -> Wrt:
        r"""The exponent of `\partial x^2` is an order where the numerator says `\partial^2`."""
        body = wrt.body
        if isinstance(body, Product) and isinstance(body.factors[-1].body, Scripted) and body.factors[-1].joined:
            last = self.with_order(Wrt(body.factors[-1].body, 1, wrt.span), order)  # `\partial A[r, 0]^2`
            return Wrt(Product((*body.factors[:-1], Factor("", last.body, True)), body.span), last.order, wrt.span)
        if not isinstance(body, (Name, Scripted)):
            return wrt
        for n, script in enumerate(body.scripts):
            entry = script.entries[0]
            if script.above and not script.bracket and isinstance(entry, Number) and entry.text.isdigit():
                scripts = body.scripts[:n] + body.scripts[n + 1 :]
                if isinstance(body, Name):
                    plain: Node = Name(body.base, body.accents, body.font, body.primes, scripts, body.span)
                else:
                    plain = Scripted(body.base, scripts, body.primes, body.span) if scripts else body.base
                return Wrt(plain, int(entry.text) if len(entry.text) < 3 else order + 1, wrt.span)
        return wrt

    def braces(self) -> Node:
        r"""Braces; `{\partial E}/{\partial w}` and `{dE}/{dw}` are derivatives."""
        start = self.at
        top = self.bounds(start)
        slash = top[1] + 1
        whole = start == 0 or self.tokens[start - 1].text != "/"
        if whole and top[0] < top[1] and slash < self.end and self.tokens[slash].text == "/":
            bottom = self.bounds(slash + 1)
            marked = bottom[0] < bottom[1] and self.mark(*top)[0] == self.mark(*bottom)[0]
            if marked and self.is_derivative(top, bottom):
                return self.with_scripts(self.derivative(start, top, bottom, bottom[1] + 1, "/"), start)
        return super().braces()

    def partial(self) -> Node:
        r"""`\partial E/\partial w` on one line, or `\partial_w E`."""
        start = self.at
        self.at += 1
        order, direct = self.order()
        if self.token.text == "_" and self.token.kind == "script":
            script, _ = self.script()
            opened = self.begins_norm()
            negated = self.negated(start)
            if script is None or (negated is None and not opened and not self.begins_operand()):
                self.fail(rf"expected what `\partial` differentiates, found {self.found()}")
            wrt = tuple(Wrt(e, 1, script.span) for e in script.entries)
            of: Node = negated or self.operand_with_numbers()
            return Derivative(of, wrt, max(order, len(wrt)), r"\partial", direct, True, "sub", self.since(start))
        parts: list[Node] = []
        begun = self.at
        while self.begins_operand() and len(parts) < 8:
            parts.append(self.operand())
        below = self.bounds(self.at + 1) if self.token.text == "/" else (0, 0)
        braced = below[0] < below[1] and self.mark(*below)[0] == r"\partial"
        if not parts or self.token.text != "/" or not (braced or self.peek().kind == "partial"):
            hint = r"write `\frac{\partial E}{\partial w}` or `\partial E/\partial w`"
            cause = rf"expected `/ \partial` for this `\partial`, found {self.found()}"
            if not parts or order > 1 or direct:
                self.fail(cause, hint)
            return self.bare_partial(start, begun, cause, hint)
        span = (parts[0].span[0], parts[-1].span[1])
        of = parts[0] if len(parts) == 1 else Product(tuple(Factor("", p) for p in parts), span)
        self.at += 1
        if not braced:
            return Derivative(of, self.wrts(order, True), order, r"\partial", direct, False, "/", self.since(start))
        outer, (self.at, self.end) = self.end, below
        wrt = self.wrts(order)
        if self.at < self.end:
            self.fail(rf"expected the end of the denominator, found {self.found()}")
        self.at, self.end = below[1] + 1, outer
        return Derivative(of, wrt, order, r"\partial", direct, False, "/", self.since(start))

    def bare_partial(self, start: int, begun: int, cause: str, hint: str) -> Derivative:
        r"""The `\partial w` of a page that says of what: a derivative with what it is of missing."""
        stopped, self.at = self.at, begun
        name = self.factor()
        if not isinstance(name, Name):
            self.at = stopped
            self.fail(cause, hint)
        span = self.since(start)
        of = Misfit(cause, hint, span=span, place=self.source.place(span))
        return Derivative(of, (Wrt(name, 1, name.span),), style="/", span=span)

    def is_name(self, token: Token) -> bool:
        r"""Whether a text is a name: one word, no spaces around it, not a word such as `if`."""
        return is_word(token.text) and (token.text.isascii() or self.peek().kind in ("script", "prime", "rel"))

    def begins_norm(self) -> bool:
        """Whether a bar is next that closes none."""
        return self.token.kind == "bar" and self.token.text not in self.bars

    def begins_operand(self) -> bool:
        token = self.token
        if token.kind == "text":
            return self.is_name(token)
        return token.kind in OPERANDS and not (token.kind == "(" and self.at in self.relational)

    def nabla(self) -> Node:
        start = self.at
        self.at += 1
        by: Script | None = None
        order = 1
        while self.token.kind == "script":
            script, _ = self.script()
            if script is not None and script.above and order == 1 and script.entries == (Number("2"),):
                order = 2
                continue
            if script is not None and by is not None and is_transpose(script):
                return Scripted(self.bare_nabla(by, start), (script,), 0, self.since(start))
            if script is None or script.above or by is not None:
                fail(
                    self.source,
                    self.since(start),
                    r"`\nabla` with a superscript is not read",
                    "write the derivative out",
                )
            by = script
        opened = self.begins_norm()
        if (of := self.negated(start)) is not None:
            return Nabla(by, of, order, self.since(start))
        if not opened and not self.begins_operand():
            if by is not None and order == 1:
                return self.bare_nabla(by, start)
            self.fail(rf"expected what `\nabla` differentiates, found {self.found()}")
        of = self.operand_with_numbers()
        if isinstance(of, Product) and is_plain_number(of.factors[0].body) and self.begins_operand():
            self.fail(r"how far what `\nabla` differentiates goes is not clear: put it in parentheses")
        return Nabla(by, of, order, self.since(start))

    def bare_nabla(self, by: Script, start: int) -> Nabla:
        r"""The `\nabla_W` of a page that says of what: a gradient with what it is of missing."""
        span = self.since(start)
        cause = rf"expected what `\nabla` differentiates, found {self.found()}"
        return Nabla(by, Misfit(cause, span=span, place=self.source.place(span)), 1, span)
