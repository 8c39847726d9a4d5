r"""Operators and what they take: fractions, derivatives, `\nabla`, sums, well-known functions, indicators."""

from __future__ import annotations

from abc import abstractmethod

from ..notation import INDICATORS
from .lexer import ambiguous, fail
from .parse_atoms import OPERANDS, Atoms
from .tree import (
    BigSum,
    Braced,
    Call,
    Derivative,
    Factor,
    Fraction,
    Group,
    Indicator,
    Nabla,
    Name,
    Node,
    Number,
    Product,
    Root,
    Script,
    Scripted,
    Symbol,
    Terms,
    Wrt,
)


class Operators(Atoms):
    """What begins with an operator."""

    @abstractmethod
    def rest(self, owner: str) -> Node | None:
        """The rest of the term, which `owner` takes; None if there is nothing."""

    @abstractmethod
    def term(self) -> Node:
        """A product."""

    def operand(self) -> Node:
        """One factor; a name takes the parenthesis after it along (`f(x)`: a `Product` of two, the second joined)."""
        start = self.at
        first = self.factor()
        token = self.token
        if isinstance(first, Name) and token.kind == "(" and token.text in ("(", "[") and self.at not in self.relational:
            second = self.group()
            return Product((Factor("", first), Factor("", second, True)), self.since(start))
        return first

    # ----------------------------------------------------------------------------------------------------------- fractions

    def fraction(self) -> Node:
        start = self.at
        style = self.token.text
        self.at += 1
        top = self.bounds(self.at)
        bottom = self.bounds(top[1] + 1) if top[1] < self.end else top
        if top[0] < top[1] and bottom[0] < bottom[1] and self.is_derivative(top, bottom):
            return self.with_scripts(self.derivative(start, top, bottom, bottom[1] + 1, style), start)
        numerator = self.argument(r"\frac")
        denominator = self.argument(r"\frac")
        return self.with_scripts(Fraction(numerator, denominator, style, self.since(start)), start)

    def bounds(self, at: int) -> tuple[int, int]:
        """Where the content of the braces at `at` begins and ends; an empty range if there are none."""
        if at < self.end and self.tokens[at].kind == "{":
            return at + 1, self.partner[at]
        return at, at

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
        if self.is_derivative(top, bottom):
            return self.derivative(start, top, bottom, stop + 1, "over")
        numerator = self.part(top)
        denominator = self.part(bottom)
        self.at = stop + 1
        return Fraction(numerator, denominator, "over", (self.tokens[start].start, self.tokens[stop - 1].end))

    def part(self, bounds: tuple[int, int]) -> Node:
        """The one expression in a range of tokens."""
        outer, bars = self.end, self.bars
        self.at, self.end, self.bars = bounds[0], bounds[1], []
        self.deeper()
        found = self.member()
        self.depth -= 1
        if self.at < self.end:
            self.fail(f"expected an operator or the end, found {self.found()}")
        self.end, self.bars = outer, bars
        return found

    # --------------------------------------------------------------------------------------------------------- derivatives

    def mark(self, at: int, end: int) -> tuple[str, int]:
        r"""The sign of differentiation at `at` (`\partial`, `d`, `\mathrm{d}` or '') and the position after it."""
        if at >= end:
            return "", at
        token = self.tokens[at]
        if token.kind == "partial":
            return r"\partial", at + 1
        if token.kind == "name" and token.text == "d":
            return "d", at + 1
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
        if r"\partial" in (above, below):
            return self.both_marked(above, below, top, bottom)
        if not above or above != below:
            return False
        if above == "d" and (behind >= bottom[1] or self.tokens[behind].kind not in OPERANDS):
            return False
        follows = self.tokens[after] if after < top[1] else None
        return follows is None or follows.kind in OPERANDS or (follows.text == "^" and above == below)

    def both_marked(self, above: str, below: str, top: tuple[int, int], bottom: tuple[int, int]) -> bool:
        if above == below:
            return True
        if below == "":  # `\frac{\partial E / \partial x}{y}`
            return False
        span = (self.tokens[top[0]].start, self.tokens[bottom[1] - 1].end)
        hint = r"write the factor before the fraction: `2 \frac{\partial E}{\partial w}`"
        fail(self.source, span, r"`\partial` below the line but not at the beginning of the numerator", hint)

    def derivative(self, start: int, top: tuple[int, int], bottom: tuple[int, int], after: int, style: str) -> Node:
        """`\\frac{\\partial of}{\\partial wrt}`, or the operator in front of the rest of its term."""
        symbol, self.at = self.mark(*top)
        outer, bars = self.end, self.bars
        self.end, self.bars = top[1], []
        self.deeper()
        order, direct = self.order()
        of = None
        if self.at < self.end:
            of = self.term()
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
        of = self.rest("the operator")
        return Derivative(of, wrt, order, symbol, direct, True, style, self.since(start))

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
        fail(self.source, self.here(), r"expected a number (the order) or `+` above `\partial`")

    def wrts(self, order: int) -> tuple[Wrt, ...]:
        r"""The `\partial x` of a denominator; their orders add up to `order`."""
        found: list[Wrt] = []
        while True:
            symbol, at = self.mark(self.at, self.end)
            if not symbol:
                break
            start, self.at = self.at, at
            if self.token.text == "^":
                self.order()  # `\partial^{+} x`: the sign is that of the numerator
            body = self.operand()
            found.append(Wrt(body, 1, self.since(start)))
            if len(found) == order:
                break
        if not found:
            self.fail(rf"expected `\partial` and a name, found {self.found()}")
        if len(found) < order:
            found = [self.with_order(w, order) for w in found]
        if sum(w.order for w in found) != order:
            span = (found[0].span[0], found[-1].span[1])
            fail(self.source, span, rf"the orders of the denominator do not add up to {order}, the order above the line")
        return tuple(found)

    def with_order(self, wrt: Wrt, order: int) -> Wrt:
        r"""The exponent of `\partial x^2` is an order where the numerator says `\partial^2`."""
        body = wrt.body
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
                return Wrt(plain, min(int(entry.text), order), wrt.span)
        return wrt

    def partial(self) -> Node:
        r"""`\partial E/\partial w` on one line, or `\partial_w E`."""
        start = self.at
        self.at += 1
        order, direct = self.order()
        if self.token.text == "_" and self.token.kind == "script":
            script, _ = self.script()
            if script is None or not self.begins_operand():
                self.fail(rf"expected what `\partial` differentiates, found {self.found()}")
            wrt = tuple(Wrt(e, 1, script.span) for e in script.entries)
            of: Node = self.operand()
            return Derivative(of, wrt, max(order, len(wrt)), r"\partial", direct, True, "sub", self.since(start))
        parts = []
        while self.begins_operand() and len(parts) < 8:
            parts.append(self.operand())
        if not parts or self.token.text != "/" or self.peek().kind != "partial":
            hint = r"write `\frac{\partial E}{\partial w}` or `\partial E/\partial w`"
            self.fail(rf"expected `/ \partial` for this `\partial`, found {self.found()}", hint)
        span = (parts[0].span[0], parts[-1].span[1])
        of = parts[0] if len(parts) == 1 else Product(tuple(Factor("", p) for p in parts), span)
        self.at += 1
        wrt = self.wrts(order)
        return Derivative(of, wrt, order, r"\partial", direct, False, "/", self.since(start))

    def begins_operand(self) -> bool:
        return self.token.kind in OPERANDS and not (self.token.kind == "(" and self.at in self.relational)

    def nabla(self) -> Node:
        start = self.at
        self.at += 1
        by: Script | None = None
        while self.token.kind == "script":
            script, _ = self.script()
            if script is None or script.above or by is not None:
                fail(self.source, self.since(start), r"`\nabla` with a superscript is not read", "write the derivative out")
            by = script
        if not self.begins_operand():
            self.fail(rf"expected what `\nabla` differentiates, found {self.found()}")
        return Nabla(by, self.operand(), self.since(start))

    # ------------------------------------------------------------------------------------------------- sums and functions

    def big(self) -> Node:
        r"""`\sum` and `\prod` with their bounds and the rest of the term."""
        start = self.at
        token = self.token
        if token.text not in (r"\sum", r"\prod"):
            self.fail(f"`{token.text}` is not read", r"only `\sum` and `\prod` are")
        if self.source.text[token.start] == "Σ" and self.peek().text not in "_^" or self.in_script:
            hint = r"write `\sum_{i}` for the sum, `\Sigma` for the letter"
            ambiguous(self.source, token.span, "a sum without bounds, or the letter sigma", hint)
        self.at += 1
        below: tuple[Node, ...] = ()
        above: Node | None = None
        seen = ""
        while self.token.kind == "script":
            sign = self.token.text
            if sign in seen:
                self.fail("two lower bounds" if sign == "_" else "two upper bounds")
            seen += sign
            self.at += 1
            if sign == "_":
                below = self.below()
            else:
                above = self.argument("^")
        return self.summed(token.text, below, above, start)

    def summed(self, operator: str, below: tuple[Node, ...], above: Node | None, start: int) -> Node:
        body = self.rest(f"`{operator}`")
        if body is None:
            self.fail(f"expected what `{operator}` adds up, found {self.found()}")
        return BigSum(operator, below, above, body, self.since(start))

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
                while row < stop - 1 and self.tokens[row].kind != "row":
                    row = self.partner[row] + 1 if self.partner[row] > row else row + 1
                found += self.inside(row)[0]
            self.at = stop + 1
            return tuple(found)
        items, _ = self.inside(stop)
        return items

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
        if token.kind == "bar" and token.text not in self.bars or self.begins_operand():
            return self.open_call(function, scripts, primes, start)
        if token.kind in ("", "rel", "comma", ")", "quad", "row") or self.in_script:
            return Name(function, (), "operatorname", primes, scripts, self.since(start))
        self.fail(f"expected the argument of `{function}`, found {self.found()}", "put the argument in parentheses")

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
        if isinstance(argument, Number) and self.begins_operand():
            cause = f"`{function} {argument.text} ..`: the argument is the number alone, or the product"
            ambiguous(self.source, self.since(start), cause, f"write `{function}({argument.text} ..)`, or put the factor first")
        return Call(function, (argument,), scripts, primes, False, self.since(start))

    def no_inverse(self, scripts: tuple[Script, ...], function: str) -> None:
        for script in scripts:
            first = script.entries[0]
            if script.above and isinstance(first, Terms) and first.terms[0].sign == "-":
                cause = f"`{function}^{{-1}}` is the inverse function, or one over its value"
                hint = rf"write `\frac{{1}}{{{function}(x)}}` for the second; inverse functions are not read"
                ambiguous(self.source, script.span, cause, hint)

    def set(self) -> Node:
        r"""`\underset{i}{\sum}` is `\sum_i`; over or under anything else it is a label."""
        start = self.at
        under = self.token.text == "under"
        self.at += 1
        label = self.argument(r"\underset" if under else r"\overset") if self.token.kind != "text" else self.label()
        if self.token.kind == "{" and self.peek().kind in ("big", "func") and self.partner[self.at] == self.at + 2:
            operator = self.peek()
            self.at += 3
            if operator.kind == "big" and under:
                return self.summed(operator.text, (label,), None, start)
            script = Script(not under, (label,), "", False, True, label.span)
            made = self.call(operator.text, start)
            return Call(made.function, made.args, (script,), made.primes, made.closed, made.span) if isinstance(made, Call) else made
        body = self.argument(r"\underset" if under else r"\overset")
        return self.with_scripts(Braced(body, label, self.since(start)), start)

    def indicator(self, base: Name | Number, start: int) -> Node | None:
        r"""`1(k=j)`, `\mathbb{1}[..]`, `\mathbf{1}_{k=j}`: what `base` begins, if a condition follows it."""
        if isinstance(base, Name) and (base.base, base.font) not in INDICATORS or isinstance(base, Number) and base.text != "1":
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
        if not all(type(e).__name__ == "Chain" and getattr(e, "relations", ()) for e in entries):
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
