r"""The smallest things: names with accents, fonts, primes and scripts; numbers; groups; roots; braces."""

from __future__ import annotations

from dataclasses import replace

from ..notation import BARE_FUNCTIONS, BOLD_FONTS, CLOSERS, EQUALITIES, FUNCTIONS, WORD_FONTS
from .fonts import BLACKBOARD, in_font, is_several, with_primes_on_lengths
from .lexer import Token, ambiguous, fail
from .parse_cursor import OPERANDS
from .parse_scripts import ScriptItems
from .primed_indices import OF_INDEX
from .script_trees import as_transpose, is_note, is_worked_out, pieces_of, turned_label
from .tree import (
    Braced,
    Derivative,
    Fraction,
    Group,
    Name,
    Node,
    Number,
    Product,
    Root,
    Script,
    Scripted,
    Struck,
    Symbol,
    Terms,
    Text,
)
from .walking import rebuilt


def _in_font(x: Node, font: str) -> Node:
    r"""The names of `\mathbf{x_i - x_j}`, each in the font."""
    found: Node = rebuilt(x, lambda y: replace(y, font=font) if isinstance(y, Name) and not y.font else None)
    return Group("{", (found,), "}", (), x.span) if isinstance(x, Terms) else found


BY_ENTRIES = frozenset([r"\odot", r"\circ"])
FEW = frozenset("234")
r"""The sign and the number of a power by entries, `h^{\odot 2}`."""
CALLIGRAPHIC = frozenset(["mathcal", "mathscr", "mathfrak"])
"""Fonts in which a capital with small letters behind it is one name."""


class Atoms(ScriptItems):
    """Names, numbers, groups, scripts."""

    def scripts(self) -> tuple[tuple[Script, ...], int]:
        """Every script and prime that follows, primes counted apart."""
        found: list[Script] = []
        primes = 0
        while True:
            token = self.token
            if token.kind == "prime":
                primes += 1
                self.at += 1
            elif token.kind == "script":
                script, more = self.script()
                primes += more
                if script is not None:
                    if found and (both := turned_label(found[-1], script)) is not None:
                        found[-1] = both
                        continue
                    if any(s.above == script.above for s in found):
                        sort = "superscripts" if script.above else "subscripts"
                        hint = "write `x_{i,j}` for two indices, `{x_i}^{..}` or `(x_i)_{j}` to attach to the whole"
                        fail(self.source, script.span, f"two {sort} on one name", hint)
                    found.append(script)
            elif token.kind == "{" and self.partner[self.at] == self.at + 1 and self.peek(2).kind == "script":
                self.at += 2  # the empty braces of `x_i{}^j`
            else:
                return tuple(found), primes

    def script(self) -> tuple[Script | None, int]:
        start = self.at
        above = self.token.text == "^"
        self.at += 1
        token = self.token
        if token.kind == "{":
            stop = self.partner[self.at]
            self.at += 1
            return self.braced_script(start, stop, above)
        if token.kind == "prime":
            self.at += 1
            return None, 1
        if token.kind == "num" and len(token.text) > 1:
            sign = "^" if above else "_"
            cause = (
                f"`{sign}{token.text}` is the script {token.text}, or the script {token.text[0]} before other digits"
            )
            ambiguous(
                self.source, token.span, cause, f"write `{sign}{{{token.text}}}`, or `{sign}{{{','.join(token.text)}}}`"
            )
        entry = self.script_sign() if token.kind in ("op", "sign", "sym", "text") else None
        if entry is None:
            if token.kind not in OPERANDS:
                self.fail(f"expected a script after `{'^' if above else '_'}`, found {self.found()}")
            entry = self.argument("^" if above else "_")
        if isinstance(entry, Group) and len(entry.items) == 1 and entry.open in "([":
            return Script(above, entry.items, entry.open, False, False, self.since(start)), 0
        return Script(above, (as_transpose(entry, above),), "", False, False, self.since(start)), 0

    def braced_script(self, start: int, stop: int, above: bool) -> tuple[Script | None, int]:
        """`_{..}` or `^{..}`: primes alone count as primes, brackets around the whole are noted, runs taken apart."""
        primes = 0
        if self.at == stop:
            self.fail("an empty script", "delete it, or write what belongs there")
        while stop - primes > self.at and self.tokens[stop - 1 - primes].kind == "prime" and above:
            primes += 1
        if primes == stop - self.at:
            self.at = stop + 1
            return None, primes
        ended = self.tokens[stop - primes - 1].kind == "num"  # `g^{l+1\prime}`
        alone = stop - primes - self.at == 1
        if primes and not (self.partner[self.at] == stop - primes - 1 or alone or ended):
            primes = 0
        primes = 0 if primes and alone and self.is_index(stop - 1, primes) else primes
        last = stop - primes
        while above and self.token.kind == "prime" and not stop - last and self.at + 1 < last:
            primes, self.at = primes + 1, self.at + 1  # `g^{\prime(l)}`, `W^{'T}`
        outer, self.in_script = self.in_script, True
        bracket = ""
        opening = self.token
        if opening.kind == "(" and opening.text in ("(", "[") and self.partner[self.at] == last - 1:
            bracket = opening.text
            self.at += 1
            entries, separators = self.inside(last - 1)
        elif last - self.at == 1 and self.token.kind in ("op", "sign", "sym", "text", "big", "stop", "colon", "func"):
            sign = self.script_sign()
            entries, separators = ((sign,) if sign is not None else ()), ()
        elif above and self.token.text in BY_ENTRIES and last - self.at == 2 and self.peek().text in FEW:
            behind = self.peek()  # `h^{\odot 2}`
            entries, separators = (Symbol(self.token.text, self.token.span), Number(behind.text, behind.span)), ()
        else:
            entries, separators = self.script_items(last)
        self.in_script, self.at = outer, stop + 1
        if not entries:
            fail(self.source, self.since(start), "an empty script", "delete it, or write what belongs there")
        commas = bool(separators)
        if above and bracket == "(" and len(entries) == 1 and is_worked_out(entries[0]):
            bracket = ""
        if len(entries) == 1 and not bracket:
            entries = pieces_of(as_transpose(entries[0], above))
        elif len(entries) == 1:
            entries = pieces_of(entries[0])
        return Script(above, entries, bracket, commas, True, self.since(start)), primes

    def is_index(self, at: int, primes: int) -> bool:
        """Does a letter stand for an index with its primes, of which the last is at a position?"""
        return self.tokens[at].text == OF_INDEX or (self.token.text, primes) in self.bound_primes

    # ------------ names

    def name(self) -> Node:
        """A name with its scripts."""
        start = self.at
        token = self.token
        self.at += 1
        scripts, primes = self.scripts()
        return Name(token.text, (), "", primes, scripts, self.since(start))

    def accent(self) -> Node:
        r"""`\hat{y}_i`, `\hat {x_i}`, `\bar{\mathbf{h}}`: the accent goes to the letter, the scripts to the name."""
        start = self.at
        accent = self.token.text
        self.at += 1
        inner = self.argument("\\" + accent)
        if not isinstance(inner, Name):
            cause = f"an accent stands over one name, not over {_what(inner)}"
            fail(self.source, self.since(start), cause, "give what is under the accent a name of its own")
        scripts, primes = self.more_scripts(inner, start)
        return Name(inner.base, (accent, *inner.accents), inner.font, primes, scripts, self.since(start))

    def more_scripts(self, inner: Name, start: int) -> tuple[tuple[Script, ...], int]:
        """The scripts of a wrapped name and those behind the wrapper."""
        scripts, primes = self.scripts()
        for script in scripts:
            if any(s.above == script.above for s in inner.scripts):
                cause = "scripts of the same kind inside and behind the braces"
                fail(self.source, self.since(start), cause, "write all the indices in one script")
        return (*inner.scripts, *scripts), inner.primes + primes

    def font(self) -> Node:
        r"""`\mathbf{x}`, `\mathrm{net}_j`, `\operatorname{softmax}`, `{\rm net}`."""
        start = self.at
        font = self.token.text
        declared = self.token.kind == "fontdecl"
        self.at += 1
        if declared:
            if self.at == self.end:
                self.fail("a font with nothing behind it", r"write `\mathrm{..}`")
            inner: Node = self.part((self.at, self.end))
        else:
            inner = self.wrapped("\\" + font)
        if isinstance(inner, Number):
            inner = Name(inner.text, span=inner.span)
        if is_several(inner, font) and self.token.kind not in ("script", "prime"):
            return in_font(inner, font)
        if isinstance(inner, Product) and font in WORD_FONTS:
            inner = self.joined(inner, start)
        if isinstance(inner, Scripted) and isinstance(inner.base, Number):
            inner = Name(inner.base.text, scripts=inner.scripts, primes=inner.primes, span=inner.span)
        if not isinstance(inner, Name) and font in BOLD_FONTS and self.stands_alone(start, inner):
            return self.with_scripts(_in_font(inner, font), start)
        if not isinstance(inner, Name):
            cause = f"a font stands around one name, not around {_what(inner)}"
            hint = rf"write `\{font}{{..}}` around each name"
            ambiguous(self.source, self.since(start), cause, hint)
        known = inner.base in (FUNCTIONS if font in WORD_FONTS else BARE_FUNCTIONS)
        if known and not inner.scripts and not self.in_script:
            return self.call(FUNCTIONS[inner.base], start)
        word = font in CALLIGRAPHIC and inner.base[1:].islower()  # `\mathcal{Ber}`
        if len(inner.base) > 1 and font not in WORD_FONTS and inner.base.isalpha() and not (inner.font or word):
            cause = f"`{inner.base}` in one font is one name, or a product"
            hint = rf"write `\mathrm{{{inner.base}}}` for one name, `{' '.join(inner.base)}` for the product"
            ambiguous(self.source, self.since(start), cause, hint)
        if self.token.text == "_" and any(not s.above for s in inner.scripts):  # `\mathbf{x_0}_n`, as `{\bf x_0}_n`
            name = Name(inner.base, inner.accents, font, inner.primes, inner.scripts, self.since(start))
            return self.with_scripts(Group("{", (name,), "}", (), self.since(start)), start)
        scripts, primes = self.more_scripts(inner, start)
        if font == BLACKBOARD and primes:
            scripts, primes = with_primes_on_lengths(scripts, primes)
        return Name(inner.base, inner.accents, font, primes, scripts, self.since(start))

    def stands_alone(self, start: int, inner: Node) -> bool:
        """Whether a sum in a font is all that stands between delimiters: no parenthesis shows where it begins and ends.

        A product or a fraction may stand anywhere but behind a line of division or under a script.
        """
        before = self.tokens[start - 1] if start else None
        if isinstance(inner, (Product, Fraction, Derivative)):
            return self.token.kind not in ("script", "prime") and (before is None or before.text != "/")
        ended = self.at == self.end or self.token.kind in (")", "bar", "rel", "}", "row", "comma", "stop")
        return isinstance(inner, Terms) and ended and (before is None or before.kind in ("(", "bar", "rel", "{", "row"))

    def wrapped(self, owner: str) -> Node:
        """The argument of a font, in which a function's name is a name."""
        token = self.token
        if token.kind == "{" and self.partner[self.at] == self.at + 2 and self.peek().kind in ("func", "name", "num"):
            inner = self.peek()
            self.at += 3
            return Name(inner.text, span=inner.span)
        return self.argument(owner)

    def joined(self, product: Product, start: int) -> Node:
        """Letters and digits in a word font are one name: `\\mathrm{n e t}`, `\\mathrm{conv2}`."""
        parts = [f.body for f in product.factors]
        if any(f.operator or f.joined for f in product.factors) or not all(
            isinstance(p, (Name, Number)) and not (isinstance(p, Name) and (p.scripts or p.accents)) for p in parts[:-1]
        ):
            fail(self.source, self.since(start), "a font stands around one name, not around a product")
        last = parts[-1]
        text = "".join(p.base if isinstance(p, Name) else p.text for p in parts if isinstance(p, (Name, Number)))
        if isinstance(last, Name):
            return Name(text, last.accents, "", last.primes, last.scripts, product.span)
        return Name(text, span=product.span)

    # ------------ numbers and groups

    def number(self) -> Node:
        token = self.token
        start = self.at
        self.at += 1
        number = Number(token.text, token.span)
        scripts, primes = self.scripts()
        return Scripted(number, scripts, primes, self.since(start)) if scripts or primes else number

    def group(self) -> Node:
        """Something in delimiters with its scripts."""
        start = self.at
        opening = self.token
        stop = self.partner[start]
        self.at += 1
        items, separators = self.inside(stop)
        close = self.tokens[stop].text
        if not items:
            fail(self.source, self.since(start), "nothing in parentheses", "write what belongs there")
        if close != CLOSERS[opening.text] and len(items) != 2:
            fail(
                self.source,
                self.tokens[stop].span,
                f"expected `{CLOSERS[opening.text]}` for the `{opening.text}`, found `{close}`",
            )
        group = Group(opening.text, items, close, separators, self.since(start))
        return self.with_scripts(group, start)

    def with_scripts(self, base: Node, start: int) -> Node:
        scripts, primes = self.scripts()
        if (
            isinstance(base, Group)
            and base.open == r"\langle"
            and len(base.items) == 2
            and not primes
            and _is_f(scripts)
        ):
            return base  # `\langle A, B \rangle_F`
        inner = base.items[0] if isinstance(base, Group) and base.open in ("(", "{") and len(base.items) == 1 else None
        if primes and not scripts and isinstance(inner, Name) and not inner.primes and self.token.text == "(":
            # `(g^l)'(z)`, the derivative of `g^l`
            return Name(inner.base, inner.accents, inner.font, primes, inner.scripts, self.since(start))
        labelled = scripts and not primes and all(s.bracket or not s.above for s in scripts) and self.token.text == "("
        if labelled and isinstance(inner, Name) and inner.primes and not inner.scripts:
            # `{g'}^{(l)}(z)`, which no power carries
            return Name(inner.base, inner.accents, inner.font, inner.primes, scripts, self.since(start))
        return Scripted(base, scripts, primes, self.since(start)) if scripts or primes else base

    def bar_group(self) -> Node:
        """`|x|` or `||x||` typed with bars that do not say whether they open or close: the next one like it closes."""
        start = self.at
        bar = self.token
        self.at += 1
        self.deeper()
        self.bars.append(bar.text)
        body = self.member()
        self.bars.pop()
        self.depth -= 1
        token = self.token
        if token.kind != "bar" or token.text != bar.text:
            if bar.text == "|" and token.text == r"\|" and token.end - token.start == 2:
                self.tokens[self.at] = Token("bar", "|", token.start + 1, token.end)
                span = (bar.start, token.start + 1)
                return self.with_scripts(Group("|", (body,), "|", (), span), start)
            column = self.source.place(bar.span).column
            self.fail(f"expected `{bar.text}` for the `{bar.text}` at column {column}, found {self.found()}")
        self.at += 1
        return self.with_scripts(Group(bar.text, (body,), bar.text, (), self.since(start)), start)

    def braces(self) -> Node:
        """Braces that are no argument: transparent, unless scripts hang on something that has scripts itself."""
        start = self.at
        stop = self.partner[start]
        self.at += 1
        if self.at == stop:
            self.at += 1
            if self.token.kind == "script":
                self.fail("a script on nothing", "write the name before it: `x_i`")
            self.fail("empty braces", "delete them, or write what belongs there")
        inner = self.single(stop, "{")
        if self.token.kind not in ("script", "prime"):
            return Group("{", (inner,), "}", (), self.since(start)) if isinstance(inner, Terms) else inner
        if isinstance(inner, Name) and not inner.scripts and not inner.primes:
            scripts, primes = self.scripts()
            return Name(inner.base, inner.accents, inner.font, primes, scripts, self.since(start))
        if isinstance(inner, Group):
            return self.with_scripts(inner, start)
        return self.with_scripts(Group("{", (inner,), "}", (), self.since(start)), start)

    def root(self) -> Node:
        start = self.at
        self.at += 1
        degree: Node | None = None
        if self.token.text == "[" and self.token.kind == "(":
            stop = self.partner[self.at]
            self.at += 1
            degree = self.single(stop, r"\sqrt")
        root = Root(self.argument(r"\sqrt"), degree, self.since(start))
        return self.with_scripts(root, start)

    def brace(self) -> Node:
        r"""`\underbrace{body}_{label}`, `\overbrace{body}^{label}`."""
        start = self.at
        above = self.token.text == "over"
        self.at += 1
        body = self.argument(r"\overbrace" if above else r"\underbrace")
        label: Node | None = None
        if self.token.kind == "script" and (self.token.text == "^") == above:
            self.at += 1
            label = self.label()
            label = None if is_note(label) else label
        return self.with_scripts(Braced(body, label, self.since(start)), start)

    def label(self) -> Node:
        token = self.token
        if token.kind == "{" and self.partner[self.at] == self.at + 2 and self.peek().kind == "text":
            self.at += 3
            return self.words(self.tokens[self.at - 2])
        if token.kind == "text":
            self.at += 1
            return self.words(token)
        if token.kind == "{" and self.peek().kind == "rel" and self.peek().text in EQUALITIES:
            stop = self.partner[self.at]  # `_{= \\delta_k}`
            self.at += 2
            return self.single(stop, "_")
        return self.argument("_")

    def struck(self) -> Node:
        start = self.at
        self.at += 1
        body = self.argument(r"\cancel")
        return Struck(body, self.since(start))


def _what(x: Node) -> str:
    """What a node is, for a message."""
    return {"Chain": "an equation", "Terms": "a sum", "Product": "a product"}.get(type(x).__name__, "this")


def _is_f(scripts: tuple[Script, ...]) -> bool:
    """Is it the name of the inner product of matrices, below it?"""
    entries = scripts[0].entries if len(scripts) == 1 and not scripts[0].above else ()
    words = [x.base if isinstance(x, Name) else x.content if isinstance(x, Text) else "" for x in entries]
    return words in (["F"], ["Fro"], ["F"])
