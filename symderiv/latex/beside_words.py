r"""Words beside the conditions of a formula by which they may be none: `\text{even if } k = j`, `\text{unless}`."""

from __future__ import annotations

from abc import abstractmethod

from .cases_said import is_condition_like
from .characters import with_accents
from .hedges import excepts
from .lexer import DOLLARS, fail
from .parse_cases import CaseRows
from .said_plainly import only_mentions
from .statement_forms import is_equation, replace_statement
from .tree import Chain, Doubtful, Name, Statement, Text
from .turned_round import restricting

INDICES = frozenset("ijklmnpqrstuv")
"""Letters that number something wherever two of them are compared."""
UNEQUAL = frozenset(["<", ">", r"\le", r"\ge", r"\ne"])
CHANGED = "words that change what a condition says are not read"
HINT = r"write the condition that is meant, such as `(i \ne j)`"


class BesideWords:
    """What is read of a formula so far, with the conditions that words leave open."""

    def __init__(self, parser: CaseRows, conditional: bool) -> None:
        self.parser = parser
        self.conditional = conditional
        self.statements: list[Statement] = []
        self.separator = ""
        self.intro = False  # after words such as `for`
        self.turning = ""  # one of the last words, if they may turn round what follows: `not for`
        self.owed: Text | None = None  # words that take out a condition that has to follow: `unless`
        self.unsure: dict[int, Doubtful] = {}  # conditions that words may turn round, by identity
        self.outer: BesideWords | None = None  # what is read of the line, where this is a parenthesis of it

    @abstractmethod
    def condition(self, chain: Chain) -> None:
        """Give a condition to the statement that it is of."""

    def restricted(self, words: str) -> None:
        """Words that may make something else of a condition beside them than a condition."""
        p = self.parser
        before, *behind = DOLLARS.sub("$", with_accents(words)).rstrip("}").split("$")
        if p.tokens[p.at - 2].kind != "quad" and self.separator != "row":
            self.turned_behind(before)
        self.turning = restricting(before, "", not self.follows())
        for after in behind:
            self.turning = self.turning or restricting("", after)
        if behind and not self.intro:
            self.turning = self.turning or only_mentions(before, behind[0])
        if self.owed is not None and not self.turning:
            self.turning = before.strip()

    def turned_behind(self, words: str) -> None:
        """Words behind a condition, or behind a comparison that is parted from an equation, may turn it round."""
        last = self.statements[-1] if self.statements else None
        if last is None:
            return
        if last.conditions:
            self.doubt(last.conditions[-1], restricting("", f" {words}"))
        elif self.conditional and len(self.statements) == 1 and is_comparison(last.chain):
            self.doubt(last.chain, restricting("", f" {words}"))
        elif len(self.statements) > 1 and last.separator != "row" and is_comparison(last.chain):
            turning = restricting("", f" {words}")
            if turning and is_equation(self.statements[-2].chain):
                self.statements.pop()
                self.separator = last.separator
                self.intro = True
                self.doubt(last.chain, turning)
                self.condition(last.chain)
                self.intro = False

    def doubt(self, chain: Chain, word: str, text: str = "") -> None:
        """Remember the word by which a condition may be none, if there is any; `text`: the formula that holds it."""
        if word and self.conditional and self.outer is None:  # a row of cases has to say what it holds for
            fail(self.parser.source, chain.span, CHANGED, HINT)
        if word:
            typed = " ".join((text or self.parser.source.text)[slice(*chain.span)].split())
            self.unsure[id(chain)] = Doubtful(chain, word, typed, chain.span)

    def weighed(self, s: Statement) -> Statement:
        """The statement with the conditions apart that its words may turn round."""
        doubtful = [self.unsure[id(c)] for c in s.conditions if id(c) in self.unsure]
        sure = tuple(c for c in s.conditions if id(c) not in self.unsure)
        return replace_statement(s, conditions=sure, doubtful=(*s.doubtful, *doubtful))

    def follows(self) -> bool:
        """Does an equation stand before what comes, in its row?"""
        return bool(self.statements) and is_equation(self.statements[-1].chain) and self.separator != "row"

    def excepts(self, node: Text) -> bool:
        """Do words take out a condition that stands in them, or behind them?"""
        self.paid()
        p = self.parser
        words = p.source.text[slice(*node.span)] if node.math else node.content
        behind = p.at < p.end and p.token.kind not in ("row", "text", "again", "raw", "stop")
        if excepts(words) and (node.math or behind) and self.follows():
            self.owed = node
        return self.owed is not None

    def paid(self) -> None:
        """Fail if words take out what is no condition."""
        if self.owed is not None:
            fail(self.parser.source, self.owed.span, CHANGED, HINT)


def is_comparison(chain: Chain) -> bool:
    """Whether a chain compares two letters that number something, `i = j`, or which of two values is larger."""
    if len(chain.relations) == 1 and chain.relations[0] in UNEQUAL:
        return True
    letters = (isinstance(m, Name) and not m.scripts and m.base in INDICES for m in chain.members)
    return is_condition_like(chain) and all(letters)
