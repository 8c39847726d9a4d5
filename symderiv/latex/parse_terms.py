r"""Terms, products and factors: what stands between relations and commas."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from difflib import get_close_matches
from typing import NoReturn

from ..notation import CONTROL, FUNCTIONS
from .bars import OPENING
from .double_dots import is_double_dot
from .evaluated import number_put_in, put_in
from .lexer import Token, ambiguous, exceeded, fail, unreadable
from .names import SPACED
from .pairing import CASES
from .parse_operators import Operators
from .source import Offsets
from .tree import (
    Call,
    Derivative,
    Factor,
    Fraction,
    Group,
    Indicator,
    Name,
    Node,
    Number,
    Product,
    Script,
    Scripted,
    Symbol,
    Term,
    Terms,
)


class Expressions(Operators):
    """Sums of products of factors."""

    def member(self) -> Node:
        """A sum of terms: the term itself if it is one without a sign."""
        start = self.at
        terms: list[Term] = []
        while True:
            token = self.token
            begin = self.at
            sign = ""
            if token.kind == "sign":
                sign = token.text
                self.at += 1
                if self.token.kind == "sign":
                    self.fail("two signs in a row", "put the second term in parentheses")
            elif terms:
                break
            body = self.unbraced(self.term(), sign)
            terms.append(Term(sign, body, self.since(begin)))
            if self.token.kind != "sign":
                break
            if len(terms) >= self.limits.terms:
                cause = f"a sum of more than {self.limits.terms:,} terms"
                exceeded(self.source, self.here(), cause, r"write it with `\sum`, or name parts of it")
        if len(terms) == 1 and not terms[0].sign:
            return terms[0].body
        return Terms(tuple(terms), self.since(start))

    def unbraced(self, body: Node, sign: str) -> Node:
        """A sum in invisible braces is only a sum where it reads like one: alone and not behind a minus."""
        if isinstance(body, Group) and body.open == "{":
            if sign in ("", "+"):
                return body.items[0]
            self.invisible(body)
        return body

    def invisible(self, group: Group) -> None:
        cause = "a sum in braces, which nobody sees in print: only its first term, or all of it"
        ambiguous(self.source, group.span, cause, r"write parentheses: `( .. )`, or `\left( .. \right)`")

    def term(self) -> Node:
        r"""A product, or the number `A : B` that two arrays make, as `\langle A, B \rangle` does."""
        start = self.at
        found = self.multiplied()
        while self.token.kind == "colon" and not self.in_script and is_double_dot(self.tokens, self.partner, self.at):
            self.at += 1
            found = Group(r"\langle", (found, self.multiplied()), r"\rangle", (",",), self.since(start))
        return found

    def multiplied(self) -> Node:
        """A product: factors with or without signs between them."""
        start = self.at
        first = self.first_factor()
        if self.ends_product() or (type(first) is Symbol and first.name == r"\dots" and self.token.kind in FACTORS):
            return first
        factors = [Factor("", first)]
        while not self.ends_product():
            factors.append(self.next_factor(factors[-1]))
        for f in factors:
            if isinstance(f.body, Group) and f.body.open == "{":
                self.invisible(f.body)
        return Product(tuple(factors), self.since(start))

    def ends_product(self) -> bool:
        token = self.token
        kind = token.kind
        if kind == "name" or kind == "frac":
            return False
        if kind == "op":
            return False
        if kind == "(":
            return self.at in self.relational and token.text not in ("[", CASES)
        if kind == "bar":
            return (
                token.text in self.bars or ("|" in self.bars and token.end - token.start == 2) or not self.opens_bar()
            )
        if kind == "text":
            return not self.is_name(token)
        return kind not in FACTORS

    def opens_bar(self) -> bool:
        """Whether a bar behind an operand opens something: another bar has to follow on the same level."""
        at = self.at + 1
        bar = self.token
        while at < self.end:
            if self.tokens[at].kind == "bar" and (self.tokens[at].text == bar.text or bar.text == "|"):
                return True
            at = self.partner[at] + 1 if self.partner[at] > at else at + 1
        cause = f"this `{bar.text}` has no partner: an absolute value needs two bars, and `p(x|h)` is not read"
        raise unreadable(self.source, bar.span, cause, "write the conditional probability as a name: `p_{x,h}`")

    def next_factor(self, last: Factor) -> Factor:
        before, token = last.body, self.token
        if token.kind == "op" and self.lone_sign():
            return Factor("", self.sign_symbol())
        if token.kind == "op":
            self.at += 1
            if self.token.kind == "sign":
                start = self.at
                sign = self.token.text
                self.at += 1
                body: Node = Terms((Term(sign, self.factor(), self.since(start)),), self.since(start))
                return Factor(token.text, body)
            return Factor(token.text, self.first_factor())
        plain = isinstance(before, Fraction) and isinstance(before.numerator, Number) and before.style != "over"
        plain = plain or (isinstance(before, Scripted) and isinstance(before.base, Group))  # `(..)^{-3/2} 2 x`
        plain = plain or (isinstance(before, Call) and self.tokens[self.at - 1].kind == ")")  # `\\sin(x) 2 y`
        plain = plain or self.is_parted(token) or self.is_of_pi(before, token) or self.is_times_one(last, token)
        plain = plain or self.is_behind_entry(before, token)
        if token.kind == "num" and not (self.in_script or plain or self.counts(token)):
            hint = rf"write `x_{{{token.text}}}`, `x^{{{token.text}}}`, or the number first: `{token.text} x`"
            ambiguous(self.source, token.span, f"a number behind a factor: a script, or the factor {token.text}", hint)
        joined = token.kind == "(" and token.text in ("(", "[") and _can_be_called(before)
        joined = joined and not (last.operator == "/" and self.tokens[self.at - 1].end < token.start)  # `1/n (a + b)`
        cuts = self.bars_inside() if joined else []
        node = self.barred_list(cuts) if cuts else self.factor()
        return Factor("", node, joined and not isinstance(node, (Indicator, Name)))

    def is_parted(self, token: Token) -> bool:
        r"""Does a space that LaTeX prints stand before a number, `x \, 2 y`, or a parenthesis on both sides?"""
        before = self.tokens[self.at - 1]
        between = self.source.text[before.end : token.start]
        return SPACED.fullmatch(between) is not None or (before.kind == ")" and self.peek().text == "(")

    def is_behind_entry(self, before: Node, token: Token) -> bool:
        r"""Is it the factor before a parenthesis, behind an entry and a space, `\omega_{ij} 2 (x_j - y_j)`?

        An exponent would stand above; where nothing but one sign stands below, the number may belong there.
        """
        last = self.tokens[self.at - 1]
        entry = isinstance(before, Name) and not any(s.above for s in before.scripts) and last.text == "}"
        return entry and last.end < token.start and self.peek().text in ("(", "[")

    def is_of_pi(self, before: Node, token: Token) -> bool:
        r"""Is a number behind a name the one of `2 \pi`, `\beta^{-1} 2\pi`? `x2\pi` may be an `x_2` all the same."""
        apart = (isinstance(before, Name) and bool(before.scripts)) or self.tokens[self.at - 1].end < token.start
        return apart and self.peek().text == r"\pi"

    def is_times_one(self, last: Factor, token: Token) -> bool:
        r"""Is it the 1 with which a product ends behind a parenthesis and a space, `(p_i - y_i) 1 + \lambda b`?

        An exponent of 1 would be the same value; behind arguments it may be an index.
        """
        if token.text != "1" or last.joined or not isinstance(last.body, Group) or last.body.open != "(":
            return False
        following = self.peek().kind
        apart = self.tokens[self.at - 1].kind == ")" and self.tokens[self.at - 1].end < token.start
        return apart and following not in FACTORS and following not in ("op", "bar")

    def counts(self, token: Token) -> bool:
        """Whether a number behind a factor is an indicator: `x 1(k=j)`."""
        following = self.peek()
        if token.text != "1":
            return False
        return (following.kind == "(" and self.at + 1 in self.relational) or following.text == "_"

    def rest(self, owner: str) -> Node | None:
        token = self.token
        signed = token.kind == "sign" and owner[0] == "`"
        if not token.kind or (token.kind not in FACTORS and not signed and token.kind not in ("bar", "text")):
            return None
        if token.kind == "bar" and token.text in self.bars:
            return None
        if token.kind == "(" and self.at in self.relational and token.text not in ("[", CASES):
            return None
        self.deeper()
        start = self.at
        if signed:
            self.at += 1
            body: Node = Terms((Term(token.text, self.term(), self.since(start)),), self.since(start))
        else:
            body = self.term()
            if isinstance(body, Group) and body.open == "{":
                self.invisible(body)
        self.depth -= 1
        return body

    # ------------ factors

    def first_factor(self) -> Node:
        """A factor where one has to stand."""
        token = self.token
        if token.kind == "text" and not self.is_name(token):
            return self.nothing(token)
        if token.kind in FACTORS or token.kind == "bar":
            return self.factor()
        starred = self.in_script and token.text in ("*", r"\ast") and self.peek().kind in ("name", "num")
        if token.kind == "dots" or self.lone_sign() or starred:  # `x_{*d}`
            return self.sign_symbol()
        return self.nothing(token)

    def nothing(self, token: Token) -> Node:
        if token.kind == "cmd":
            hint = rf"define it: `\newcommand{{{token.text}}}{{..}}`, or write what it stands for"
            close = get_close_matches(token.text, CONTROL, n=4, cutoff=0.8)
            close = [x for x in close if sorted(x) == sorted(token.text)] or close  # two letters in the wrong order
            close = sorted(close[:2], key=lambda x: CONTROL[x][0].startswith("font"))  # `\fraq` is rather `\frac`
            near = [*{CONTROL[x]: x for x in reversed(close)}.values()][::-1]  # two spellings of one thing are one
            hint = f"did you mean {' or '.join(f'`{x}`' for x in near)}? Otherwise {hint}" if near else hint
            self.fail(f"the command `{token.text}` is not known", hint)
        if token.kind == "text":
            words = token.text.strip()
            hint = rf"for a name write `\mathrm{{..}}`, for a remark put `\quad \text{{{words}}}` behind the equation"
            self.fail(f"words inside mathematics: {self.found()}", hint)
        if token.kind == "mid":
            self.fail("conditional probabilities such as `p(x|h)` are not read", "write it as a name: `p_{x,h}`")
        if token.kind == "over":
            self.fail(r"`\over` outside braces", r"write `{a \over b}` or `\frac{a}{b}`")
        if token.kind == "bang":
            self.fail("factorials and exclamation marks are not read")
        raise self.unreadable(f"expected an expression, found {self.found()}")

    def factor(self) -> Node:
        """One factor with its scripts."""
        kind = self.token.kind
        read = FACTORS.get(kind)
        if read is None:
            if kind == "bar":
                return self.bar_group()
            return self.nothing(self.token)
        start = self.at
        node = read(self)
        last = self.at + 1 == len(self.tokens) or self.peek().kind == "row"
        if self.token.text == "!" and self.token.kind == "bang" and self.depth and (isinstance(node, Name) or not last):
            self.at += 1  # at the end of a line an author exclaims
            return Call("factorial", (node,), span=self.since(start))
        return node

    def transposed(self) -> Node:
        r"""`{}^t A`: the factor behind the mark, transposed."""
        start = self.at
        mark = self.token
        self.at += 1
        self.deeper()
        inner = self.factor()
        self.depth -= 1
        base = inner if isinstance(inner, Group) else Group("(", (inner,), ")", (), inner.span)
        script = Script(True, (Symbol(r"\top", mark.span),), "", False, False, mark.span)
        return Scripted(base, (script,), 0, self.since(start))

    def named(self) -> Node:
        start = self.at
        node = self.name()
        return self.maybe_indicator(node, start)

    def numbered(self) -> Node:
        start = self.at
        node = self.number()
        return self.maybe_indicator(node, start)

    def fonted(self) -> Node:
        start = self.at
        node = self.font()
        return self.maybe_indicator(node, start)

    def maybe_indicator(self, node: Node, start: int) -> Node:
        if isinstance(node, (Name, Number)):
            found = self.indicator(node, start)
            if found is not None:
                return found
        return self.indicated(node)

    def worded(self) -> Node:
        r"""`\text{loss}_j`, `\text{softmax}(z)`."""
        start = self.at
        token = self.token
        self.at += 1
        if token.text in FUNCTIONS and not self.in_script:
            return self.call(FUNCTIONS[token.text], start)
        scripts, primes = self.scripts()
        return Name(token.text, (), "text", primes, scripts, self.since(start))

    def grouped(self) -> Node:
        """A parenthesis; `[k = j]` is an indicator, `cases` are cases."""
        start = self.at
        token = self.token
        if token.text == CASES:
            return self.cases()
        if token.text == OPENING:
            return self.with_scripts(self.evaluated(), start)
        if token.text == "[" and start in self.relational and self.tokens[self.partner[start]].text == "]":
            stop = self.partner[start]
            self.at += 1
            items, _ = self.inside(stop)
            return self.with_scripts(Indicator(items, self.since(start)), start)
        return self.group()

    def evaluated(self) -> Node:
        """What stands before an evaluation bar, with what the bar sets put in."""
        start = self.at
        stop = self.partner[start]
        self.at += 1
        items, _ = self.inside(stop)
        self.at += 1
        said = self.below() if len(items) == 1 else ()
        found = put_in(items[0], said) if said else None
        number = number_put_in(items[0], said) if said and found is None else None
        if number is not None and isinstance(items[0], Derivative) and self.token.kind != "script":
            derivative = replace(items[0], span=self.since(start))
            self.numbers_put_in[derivative.span] = (derivative, number)
            return derivative
        if found is None or self.token.kind == "script":
            self.unread_bar(self.since(start))
        whole = isinstance(found, Derivative) and isinstance(found.at, Number)
        return replace(found, span=self.since(start)) if whole else found

    def unread_bar(self, span: Offsets) -> NoReturn:
        hint = r"write what comes out, such as `\frac{\partial h_i}{\partial u_i}` or `f'(a)`"
        cause = "an evaluation bar sets an index of a name (`_{k=i}`) or the argument of `f'(z)`, nothing else"
        fail(self.source, span, cause, hint)

    @abstractmethod
    def cases(self) -> Node:
        """A `cases` environment."""

    def lone_sign(self) -> bool:
        """Whether a sign stands for itself in a script: `_{:,j}`, `^{(l)*}`, `_{i,\\cdot}`."""
        if self.token.kind == "colon" and self.in_script and self.peek().kind in ("name", "num"):
            return True  # `_{:j}`, `_{0:2}`
        return self.in_script and self.token.kind in ("op", "colon") and self.peek().kind in ("", "comma")

    def sign_symbol(self) -> Node:
        token = self.token
        self.at += 1
        return Symbol({r"\ast": "*"}.get(token.text, token.text), token.span)


def _can_be_called(before: Node) -> bool:
    """Whether a parenthesis after it may hold its arguments or indices."""
    return isinstance(before, (Name, Call)) or (isinstance(before, Scripted) and isinstance(before.base, Group))


FACTORS = {
    "transpose": Expressions.transposed,
    "name": Expressions.named,
    "num": Expressions.numbered,
    "func": Expressions.function,
    "big": Expressions.big,
    "frac": Expressions.fraction,
    "sqrt": Expressions.root,
    "uroot": Expressions.unicode_root,
    "accent": Expressions.accent,
    "font": Expressions.fonted,
    "fontdecl": Expressions.fonted,
    "brace": Expressions.brace,
    "cancel": Expressions.struck,
    "(": Expressions.grouped,
    "{": Expressions.braces,
    "partial": Expressions.partial,
    "nabla": Expressions.nabla,
    "set": Expressions.set,
    "sym": Expressions.sign_symbol,
    "text": Expressions.worded,
}
"""Kind of token to the method that reads a factor beginning with it."""
