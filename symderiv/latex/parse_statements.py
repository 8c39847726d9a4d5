r"""Statements and what stands beside them: conditions, words, tags."""

from __future__ import annotations

from ..notation import CHOICES, CONJUNCTIONS, EQUALITIES, OTHERWISE, POSTPOSITIONS
from .beside_words import BesideWords, is_comparison
from .cases_said import is_condition_like, says_a_case
from .joining import makes_a_condition
from .lexer import Token, fail
from .pairing import CASES
from .parse_cases import CaseRows
from .parse_lists import is_range
from .sized import declared, declares, sizes
from .statement_forms import (
    ENDS,
    EQUALLING,
    IMPLYING,
    MEMBERSHIP,
    derives,
    index_like,
    is_a_mark,
    is_arithmetic,
    is_equation,
    is_of_line,
    list_arrays,
    replace_statement,
    with_conditions,
)
from .tokens import is_word
from .tree import UNBEGUN, Chain, Indicator, Misfit, Statement, Text
from .turned_round import restricting


class Reader(BesideWords):
    """One run over a part of the tokens, from which statements, conditions and words come out."""

    def __init__(self, parser: CaseRows, conditional: bool = False, struck: bool = False) -> None:
        super().__init__(parser, conditional)
        self.struck = struck
        self.bare: list[Statement] = []
        self.words: list[Text] = []
        self.labels: list[str] = []
        self.tag = ""
        self.fresh = False  # directly after them
        self.leading = False  # they begin a clause: what follows them is a condition of what comes then
        self.row = 0
        self.pending: list[Statement] = []

    def read(self) -> tuple[tuple[Statement, ...], tuple[Text, ...]]:
        p = self.parser
        while p.at < p.end:
            step = STEPS.get(p.token.kind)
            if step is not None:
                step(self)
            elif p.token.kind == "(" and self.holds_statements():
                self.parenthesis()
            elif p.token.kind == "cancel" and self.whole_struck():
                self.cancelled()
            elif not self.manual_tag():
                self.list()
        self.finish()
        if self.outer is None and self.unsure:
            self.statements = [self.weighed(s) for s in self.statements]
        return tuple(self.statements), tuple(self.words)

    # ------------ what parts statements

    def parted(self) -> None:
        token = self.parser.token
        if token.kind == "colon" and self.shape():
            return
        self.parser.at += 1
        self.separator = {"comma": token.text, "row": "row", "quad": "quad"}.get(token.kind, token.text)
        self.row += token.kind == "row"
        if token.kind == "colon" and not self.pending:
            p = self.parser
            p.at -= 1
            p.fail(f"expected an operator, a relation or the end, found {p.found()}")
        if token.kind in ("row", "arrow"):
            self.intro = self.leading = False

    def shape(self) -> bool:
        """Whether a colon stands between a name and its shape, which is then declared."""
        p = self.parser
        name = declares(self.statements[-1]) if self.statements and not self.pending else None
        found = sizes(p.tokens, p.at + 1, p.end) if name is not None else None
        if name is None or found is None:
            return False
        chain = declared(name, found[0], p.token)
        self.statements[-1] = replace_statement(self.statements[-1], chain=chain, span=chain.span)
        p.at = found[1]
        return True

    def remark(self) -> None:
        """An arrow before words, or a relation before nothing."""
        p = self.parser
        if self.may_open():
            self.opened()
        elif p.peek().kind == "text":
            p.at += 1
            self.say(p.text_node(p.token))
            p.at += 1
        else:
            p.fail(f"{UNBEGUN} `{p.token.text}`")

    def text(self) -> None:
        p = self.parser
        if p.is_name(p.token):
            return self.list()
        node = p.text_node(p.token)
        p.at += 1
        words = node.content.strip()
        self.undecided(words.strip(" ,;").lower())
        self.say(node, self.excepts(node))
        inside = p.source.text[slice(*node.span)] if node.math else node.content
        if words.startswith(POSTPOSITIONS) and self.statements and not node.math:
            self.intro = False
            self.demote(restricting("", words))
        elif words.strip(" ,;").lower() not in CONJUNCTIONS:
            self.intro = makes_a_condition(words) or says_a_case(node)
            self.restricted(inside)
        self.begin()
        for formula, chain in [(f, s.chain) for f in node.math for s in f.statements]:
            if self.intro or (is_comparison(chain) and self.follows()):
                self.doubt(chain, self.turning if chain.relations or self.owed else "", formula.source.text)
                self.owed = None
                self.condition(chain)
        if node.math:
            self.turning = ""
            self.paid()
        if self.intro:
            p.asides = [f for f in p.asides if all(f is not g for g in node.math)]
        self.separator = "text"
        return None

    def begin(self) -> None:
        """After words such as `for`: behind an equation they speak of it, at the beginning of a clause of the next."""
        self.fresh = self.intro
        self.leading = self.intro and (not self.statements or self.separator in ("row", ";"))

    def undecided(self, words: str) -> None:
        """Conditions joined by `or` are not read as if all of them held."""
        p = self.parser
        last = self.statements[-1].chain if self.statements else None
        conditions = self.intro or self.conditional or (last is not None and not is_equation(last))
        if words in CHOICES and conditions:
            p.at -= 1
            p.fail("conditions joined by `or` are not read", "write one line for each of them")

    def say(self, node: Text, excepting: bool = False) -> None:
        """Words belong to the statement before them, else to the next, else to the formula."""
        self.parser.unchanged(node, excepting)
        if self.statements:
            self.statements[-1] = replace_statement(self.statements[-1], words=(*self.statements[-1].words, node))
        else:
            self.words.append(node)

    def demote(self, turning: str) -> None:
        """`k = j のとき`: what stands before the word is a condition: of what follows it, else of what precedes."""
        p = self.parser
        last = self.statements[-1]
        self.doubt(last.chain, turning)
        ahead = p.token.kind not in ("", "row", ")")
        if ahead and (len(self.statements) == 1 or last.separator):
            self.pending.append(self.statements.pop())
        elif (
            len(self.statements) > 1
            and last.separator in (",", "quad", "text")
            and is_equation(self.statements[-2].chain)
        ):
            self.statements.pop()
            before = self.statements[-1]
            words = (*before.words, *last.words)
            self.statements[-1] = replace_statement(before, conditions=(*before.conditions, last.chain), words=words)

    def forall(self) -> None:
        self.parser.at += 1
        self.intro = True
        self.begin()
        self.list()

    def raw(self) -> None:
        p = self.parser
        sort, _, content = p.token.text.partition(":")
        p.at += 1
        node = p.text_node(Token("text", content, p.tokens[p.at - 1].start, p.tokens[p.at - 1].end))
        if sort == "tag":
            if not is_a_mark(node):
                p.unchanged(node)
            self.tag = f"{self.tag}, {content}" if self.tag else content
        elif sort == "label":
            self.labels.append(content)
        else:
            self.say(node)
        self.attach()

    def attach(self) -> None:
        """Tag and labels belong to the last statement; labels typed first, to the first."""
        if self.statements and (self.tag or self.labels):
            last = self.statements[-1]
            self.statements[-1] = replace_statement(
                last, tag=", ".join(t for t in (last.tag, self.tag) if t), labels=(*last.labels, *self.labels)
            )
            self.tag, self.labels = "", []

    def manual_tag(self) -> bool:
        """`\\quad (12)`, `\\cdots (3)` at the end of a row: an equation number typed by hand."""
        p = self.parser
        at = p.at + (p.token.kind == "dots")
        if not self.statements or at + 2 >= p.end + 0 or p.tokens[at].text != "(" or p.partner[at] != at + 2:
            return False
        after = p.tokens[at + 3].kind if at + 3 < p.end else ""
        if p.tokens[at + 1].kind != "num" or after not in ("", "row", "quad"):
            return False
        if self.separator not in ("quad",) and p.token.kind != "dots":
            return False
        self.tag = p.tokens[at + 1].text
        p.at = at + 3
        self.attach()
        return True

    # ------------ statements themselves

    def whole_struck(self) -> bool:
        p = self.parser
        return p.peek().kind == "{" and p.at + 1 in p.relational

    def cancelled(self) -> None:
        p = self.parser
        stop = p.partner[p.at + 1]
        outer, p.end = p.end, stop
        p.at += 2
        statements, words = Reader(p, struck=True).read()
        p.at, p.end = stop + 1, outer
        self.statements += statements
        self.words += words

    def holds_statements(self) -> bool:
        """Whether the parenthesis ahead holds relations or words, not a factor."""
        p = self.parser
        if p.token.text in ("[", CASES):
            return False
        first = p.peek()
        words = first.kind == "arrow" or (first.kind == "text" and not is_word(first.text))
        return p.at in p.relational or (words and (bool(self.statements) or self.conditional))

    def parenthesis(self) -> None:
        """A parenthesised list with relations: conditions of the equation before, or statements of their own."""
        p = self.parser
        start = p.at
        stop = p.partner[start]
        outer, p.end = p.end, stop
        p.at += 1
        p.deeper()
        inner = Reader(p, conditional=True)
        inner.unsure, inner.outer = self.unsure, self
        found, words = inner.read()
        p.depth -= 1
        p.at, p.end = stop + 1, outer
        following = p.token.kind
        if following not in ("", "row", "again", "quad", "comma", "text", "arrow", "raw", "(", "rel", "stop"):
            hint = "an indicator is written `[k = j]`, a condition behind the equation"
            fail(p.source, p.since(start), "an equation in parentheses inside an expression", hint)
        for word in (*words, *(w for s in found for w in s.words)):
            self.say(word)
        line = len(self.statements) - 1
        for s in found:
            if self.about_last(s.chain, True) and is_of_line(self.statements, line, s.chain):
                self.statements[line] = with_conditions(self.statements[line], s.chain, *s.conditions)
                continue
            for chain in (s.chain, *s.conditions):
                if self.about_last(chain, True) or (inner.intro and self.statements):
                    self.condition(chain)
                else:
                    self.add(chain, True)

    def list(self) -> None:
        p = self.parser
        start = p.at
        chains, separators = p.chains()
        if p.at == start:
            p.fail(f"expected an expression, found {p.found()}")
        self.ended()
        self.placed(chains, separators, 0)

    def continued(self) -> None:
        """A row that begins with a relation, after a condition: the chain before the condition goes on."""
        p = self.parser
        p.at += 1
        if not self.statements or p.is_remark():
            return self.remark()
        relation = p.token
        p.at += 1
        chains, separators = p.chains()
        self.ended()
        self.intro = False
        last, more = self.statements[-1], chains[0]
        if not last.chain.relations and len(self.statements) > 1:
            hint = r"put a formula that belongs to a remark inside its words: `\text{.. $x$ ..}`"
            fail(p.source, last.span, "an expression without a relation beside an equation", hint)
        chain = Chain(
            (*last.chain.members, *more.members),
            (*last.chain.relations, relation.text, *more.relations),
            (*last.chain.relation_spans, relation.span, *more.relation_spans),
            (last.chain.span[0], more.span[1]),
        )
        self.statements[-1] = replace_statement(last, chain=chain, span=(last.span[0], more.span[1]))
        return self.placed(chains, separators, 1)

    def may_open(self) -> bool:
        """Whether the formula begins with a sign of equality and goes on."""
        p = self.parser
        inside = self.conditional or self.struck or p.at + 1 >= p.end or p.peek().kind == "text"
        return not inside and not self.statements and p.token.text in EQUALITIES

    def opened(self) -> None:
        """A formula that begins with a relation: what stands before it may be in the formula above."""
        p = self.parser
        relation = p.token
        p.at += 1
        chains, separators = p.chains()
        self.ended()
        missing, more = Misfit(f"{UNBEGUN} `{relation.text}`", span=relation.span), chains[0]
        chain = Chain(
            (missing, *more.members),
            (relation.text, *more.relations),
            (relation.span, *more.relation_spans),
            (relation.span[0], more.span[1]),
        )
        return self.placed((chain, *chains[1:]), separators, 0)

    def ended(self) -> None:
        """After an expression something has to come that can stand there."""
        p = self.parser
        kind = p.token.kind
        if kind == "cmd":
            p.nothing(p.token)  # it is an unknown command wherever it stands
        if kind not in ENDS:
            p.fail(f"expected an operator, a relation or the end, found {p.found()}")
        if kind == "stop":
            p.fail("a full stop inside a formula", "write the end of the sentence behind the formula")
        if kind == "dots" and not p.tag_follows():
            p.fail("dots inside an expression", r"write the sum out: `\sum_{i=1}^{n} x_i`")

    def placed(self, chains: tuple[Chain, ...], separators: tuple[str, ...], first: int) -> None:
        """The chains of a list from the `first` on: conditions, or statements of their own."""
        p = self.parser
        turning, self.turning = self.turning, ""
        for n, chain in enumerate(chains[first:], first):
            turned = is_comparison(chain) or (self.intro and bool(chain.relations))
            self.doubt(chain, turning if turned else "")
            if n:
                self.separator = separators[n - 1]
            of_next = n + 1 == len(chains) and p.token.kind == "text" and p.token.text.strip().startswith(POSTPOSITIONS)
            about = self.leads(chain) or self.about_last(chain, False) or (bool(turning) and turned and self.follows())
            if about and not of_next:
                self.owed = None if turned else self.owed
                self.condition(chain)
            else:
                self.add(chain, False)
        self.paid()

    def leads(self, chain: Chain) -> bool:
        """Whether a chain is a condition of what comes after it."""
        fresh, self.fresh = self.fresh, False
        if self.leading and (fresh or is_condition_like(chain)):
            return True
        self.intro = self.intro and (fresh or not chain.relations or is_condition_like(chain))
        self.leading = False
        return False

    def about_last(self, chain: Chain, parenthesised: bool) -> bool:
        """Whether a chain is a condition of the statement before it."""
        if not self.statements or not is_equation(self.statements[-1].chain):
            return False
        if self.intro:
            return True
        if not chain.relations or self.separator == "row":
            return False
        if is_range(chain):
            return True
        return parenthesised and all(index_like(m) for m in chain.members)

    def condition(self, chain: Chain) -> None:
        behind = self.parser.token
        number = self.separator == "text" and behind.text.strip(" .,;()").lower() not in OTHERWISE  # `and 0 otherwise`
        if not chain.relations and any(is_arithmetic(m, number) for m in chain.members):
            cause = "an expression without a relation behind a condition"
            fail(self.parser.source, chain.span, cause, "write it beside what it belongs to")
        if self.leading:
            self.pending.append(Statement(chain, (), (), self.separator, row=self.row, span=chain.span))
            return None
        if not self.statements or not is_equation(self.statements[-1].chain):
            return self.add(chain, False)
        last = self.statements[-1]
        span = (last.span[0], max(last.span[1], chain.span[1]))
        self.statements[-1] = replace_statement(last, conditions=(*last.conditions, chain), span=span)
        return None

    def add(self, chain: Chain, parenthesised: bool) -> None:
        made = Statement(
            chain, (), (), self.separator, parenthesised, self.struck, "", tuple(self.labels), self.row, chain.span
        )
        if self.pending:
            conditions = tuple(c for s in self.pending for c in (s.chain, *s.conditions))
            words = tuple(w for s in self.pending for w in s.words)
            made = replace_statement(made, conditions=conditions, words=words)
            self.pending = []
        self.labels = []
        self.statements.append(made)

    def finish(self) -> None:
        """Nothing may be left over: a bare expression beside equations is an error."""
        self.paid()
        last = self.statements[-1] if self.statements else None
        if last is not None and is_equation(last.chain) and self.pending:
            chains = (c for s in self.pending for c in (s.chain, *s.conditions))
            self.statements[-1] = replace_statement(last, conditions=(*last.conditions, *chains))
        else:
            self.statements += self.pending
        self.attach()
        p = self.parser
        if self.words and self.statements:
            first = self.statements[0]
            self.statements[0] = replace_statement(first, words=(*self.words, *first.words))
            self.words = []
        bare = [s for s in self.statements if not s.chain.relations]
        if any(isinstance(s.chain.members[0], Indicator) and derives(s.chain.members[0]) for s in bare):
            fail(p.source, bare[0].span, "an equation in brackets stands for 1 or 0", "leave the brackets out")
        if any(EQUALLING.fullmatch(w.content) for s in bare[:-1] for w in s.words):
            fail(p.source, bare[0].span, "an equation in words is not read", "write it as a formula with `=`")
        if any(s.separator in IMPLYING for s in bare[1:]):
            fail(p.source, bare[0].span, "an arrow between two values is not read", "write `=` if they are equal")
        telling = [s for s in self.statements if s.chain.relations and s.chain.relations[0] not in MEMBERSHIP]
        if bare and telling and all(is_range(s.chain) for s in telling):
            # `x_i (i = 1, .., I)` mentions x and says what i runs over
            self.statements = [s for s in self.statements if s.chain.relations]
        elif bare and telling and not self.conditional and not list_arrays(bare, telling):
            cause = "an expression without a relation beside an equation"
            hint = r"continue a product over a line break with `\cdot`; part a remark with `\text{..}`"
            fail(p.source, bare[0].span, cause, hint)
        if not self.statements and not self.words and not all(t.kind == "arrow" for t in p.tokens if t.kind):
            fail(p.source, p.here(), "a formula without an expression")


STEPS = {
    "comma": Reader.parted,
    "colon": Reader.parted,
    "row": Reader.parted,
    "again": Reader.continued,
    "quad": Reader.parted,
    "arrow": Reader.parted,
    "rel": Reader.remark,
    "text": Reader.text,
    "forall": Reader.forall,
    "raw": Reader.raw,
}
"""What is done at each kind of token that stands between statements."""
