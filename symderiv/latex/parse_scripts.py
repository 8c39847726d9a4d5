r"""What stands in a script: entries between commas, signs among them (`_{:,j}`, `_{k,<t}`), a bar (`p_{j|i}`)."""

from __future__ import annotations

from ..notation import SEVERAL
from .parse_cursor import Cursor
from .script_trees import pieces_of
from .tree import Misfit, Name, Node, Symbol, Text


class ScriptItems(Cursor):
    """The entries of a script, without its braces."""

    def script_items(self, last: int) -> tuple[tuple[Node, ...], tuple[str, ...]]:
        """The entries before the token at `last`; signs may stand for an entry (`_{:,j}`, `_{i,\\cdot}`, `^{(l)*}`)."""
        cut = self.condition(last)
        if cut:
            return self.conditional(cut, last)
        if self.token.text == r"\cdot" and last - self.at > 1 and self.peek().kind in ("name", "num"):
            return self.any_first(last)
        if self.token.text in SEVERAL and last - self.at > 1:
            return self.several(last)
        behind = self.before_several(last)
        if behind:
            first, separators = self.script_items(behind)
            self.at += 1
            rest, others = self.several(last)
            return (*first, *rest), (*separators, ",", *others)
        outer = self.end
        self.end = last
        self.deeper()
        found = self.items()
        self.depth -= 1
        if self.at < last:
            if self.token.text in (r"\bmod", r"\mod"):
                self.fail("an index modulo a size is not read", "write a sum over the indices that are meant")
            self.fail(f"expected the end of the script, found {self.found()}")
        self.end = outer
        return found

    def any_first(self, last: int) -> tuple[tuple[Node, ...], tuple[str, ...]]:
        r"""A dot for any index before another one, the column `W_{\cdot j}`."""
        sign = Symbol(self.token.text, self.token.span)
        self.at += 1
        rest, separators = self.script_items(last)
        return (sign, *(pieces_of(rest[0]) if len(rest) == 1 else rest)), (",", *separators)

    def several(self, last: int) -> tuple[tuple[Node, ...], tuple[str, ...]]:
        """Which of many entries are meant, `_{<t}`: no index, but what stands behind the sign is kept."""
        start, cause = self.at, f"`{self.token.text}` in a script stands for several entries"
        self.at += 1
        beside, _ = self.script_items(last)
        return (Misfit(cause, "write a sum", span=self.since(start), beside=beside),), ()

    def before_several(self, last: int) -> int:
        """Where a comma stands before such a sign, `_{k,<t}`; 0 if nowhere."""
        pairs = zip(range(self.at, last - 2), self.tokens[self.at :], self.tokens[self.at + 1 :], strict=False)
        return next((at for at, one, two in pairs if one.text == "," and two.text in SEVERAL and at > self.at), 0)

    def condition(self, last: int) -> int:
        """Where a bar parts the entries before `last` from those given, `p_{j|i}`; 0 where none does."""
        found: list[int] = []
        at = self.at
        while at < last:
            token = self.tokens[at]
            if token.kind == "rel" or token.text == r"\|":
                return 0
            if token.kind in ("bar", "mid"):
                found.append(at)
            at = self.partner[at] + 1 if self.partner[at] > at else at + 1
        return found[0] if len(found) == 1 and self.at < found[0] < last - 1 else 0

    def conditional(self, cut: int, last: int) -> tuple[tuple[Node, ...], tuple[str, ...]]:
        """The entries before a bar and those behind it, the bar as a label between them."""
        before, first = self.script_items(cut)
        bar = Symbol("|", self.token.span)
        self.at += 1
        behind, second = self.script_items(last)
        if first or second:
            return (*before, bar, *behind), (*first, ",", ",", *second)
        return (*pieces_of(before[0]), bar, *pieces_of(behind[0])), ()

    def script_sign(self) -> Node | None:
        r"""`*`, `+`, `\top`, `\dagger`, a text: what stands alone as a script."""
        token = self.token
        self.at += 1
        if token.kind == "text":
            return Text(token.text, (), token.span)
        if token.kind == "func":
            return Name(token.text, span=token.span)
        name = {r"\ast": "*"}.get(token.text, token.text)
        return Symbol(name, token.span)
