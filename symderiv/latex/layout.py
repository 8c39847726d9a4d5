r"""From rows and columns to one line: environments, `&`, `\\` and `\quad` become breaks between statements, or nothing.

Where a row begins with a relation an `again` token remembers it: a condition may stand at the end of the row before.
After this pass a `row` or `quad` token stands only between statements (or rows of `cases` and `\substack`), and
`amp` only in `cases`. Braces around a whole equation are dropped, `\left\{ \begin{array} .. \right.` and the same with
`matrix` become `cases`.
"""

from __future__ import annotations

from itertools import pairwise

from ..notation import CASES_ENVIRONMENTS, LAYOUT_ENVIRONMENTS, MATRIX_ENVIRONMENTS
from .angles import angled
from .breaks import without_breaks
from .columns import with_columns_in_line
from .diagonal_grids import with_diagonals
from .grids import with_grids
from .grids_of_ones import with_grids_of_ones
from .left_scripts import with_left_labels_behind
from .lexer import Token, fail
from .pairing import CASES
from .products_with_stops import with_stops_as_products
from .side_sets import COMMAND, with_bounds_behind
from .source import Source
from .sums_of_programs import AXES, with_sums_of_programs
from .tokens import BEGINNING, BREAKS, CLOSING, CONNECTORS, ENDING, LOOSE, OPENERS, after_argument

ONE_ARGUMENT = frozenset(["script", "sqrt", "accent", "font", "brace", "cancel", "substack", "text"])
TWO_ARGUMENTS = frozenset(["frac", "set"])
BEFORE = frozenset(["t", "T", r"\top"])
CAPITALS = {r"\Sigma": r"\sum", r"\Pi": r"\prod"}
DEFINING = frozenset(["def", "def.", r"\triangle", r"\Delta", "Def", "△", "定義"])


def lay_out(tokens: list[Token], source: Source, stops: bool = False) -> list[Token]:
    """The tokens of one formula on one line; with `stops`, its page multiplies with full stops."""
    tokens = angled(tokens)
    if any(a.kind == "}" and b.text == "_" for a, b in pairwise(tokens)):
        tokens = with_left_labels_behind(tokens)
    if any(t.text == COMMAND for t in tokens):
        tokens = with_bounds_behind(tokens)
    if any(t.text in AXES for t in tokens):
        tokens = with_sums_of_programs(tokens)
    if any(t.kind == "set" for t in tokens):
        tokens = _annotated_relations(tokens, source)
    if any(t.kind == "font" and t.text == "operatorname" for t in tokens):
        tokens = _plain_operators(tokens)
    if any(t.text in CAPITALS for t in tokens):
        tokens = _capital_signs(tokens)
    kinds = {t.kind for t in tokens}
    if kinds & {"begin", "end", "null"} or any(t.text == r"\left\{" for t in tokens):
        tokens = _environments(with_grids(with_grids_of_ones(with_diagonals(with_columns_in_line(tokens)))), source)
    if any(t.kind == "stop" for t in tokens[:-1]):
        tokens = with_stops_as_products(tokens, source, stops)
    if any(t.text == "^" for t in tokens):
        tokens = _transposes_before(tokens)
    tokens = _bare_braces(tokens, source)
    if (
        kinds & BREAKS
        or "raw" in kinds
        or "text" in kinds
        or "row" in {t.kind for t in tokens}
        or any(t.kind == "stop" for t in tokens)
    ):
        tokens = without_breaks(tokens, source)
    while tokens and tokens[-1].kind in ("comma", "stop"):
        tokens = tokens[:-1]
    return tokens


def _capital_signs(tokens: list[Token]) -> list[Token]:
    r"""`\Sigma_{i=1}^n` is a sum sign, `\Pi_{i=1}^n` one of a product: no index of a name says where it begins."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        end = at + 1
        while token.text in CAPITALS and end < len(tokens) and tokens[end].kind == "script":
            start, end = end, after_argument(tokens, end + 1)
            if tokens[start].text == "_" and any(t.kind == "rel" and t.text == "=" for t in tokens[start:end]):
                out[at] = Token("big", CAPITALS[token.text], token.start, token.end)
    return out


def _plain_operators(tokens: list[Token]) -> list[Token]:
    r"""`\\mathop{\\sum}` is a sum sign, `\\mathrel{\\mathop:}=` the sign `:=`."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind == "font" and [t.kind for t in tokens[at + 1 : at + 4]] == ["{", "big", "}"]:
            out.append(tokens[at + 2])
            at += 4
        elif (found := _raised_colon(tokens, at)) is not None:
            end = found.end
            out.append(found)
            while at < len(tokens) and tokens[at].start < end:
                at += 1
        else:
            out.append(tokens[at])
            at += 1
    return out


def _raised_colon(tokens: list[Token], at: int) -> Token | None:
    r"""The sign `:=` that `\\mathop:=` spells, with braces around the colon or around both."""
    operator = at + 1 if tokens[at].kind == "{" else at
    if operator >= len(tokens) or tokens[operator].text != "operatorname":
        return None
    end = operator + 1
    while end < len(tokens) and tokens[end].kind in ("{", "}", "colon"):
        end += 1
    between = "".join(t.text for t in tokens[operator + 1 : end])
    if between not in ((":", "{:}") if operator == at else (":}", "{:}}")):
        return None
    return Token("rel", ":=", tokens[at].start, tokens[end].end) if _is_equal(tokens, end) else None


def _is_equal(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "rel" and tokens[at].text == "="


def _annotated_relations(tokens: list[Token], source: Source) -> list[Token]:
    r"""`\overset{\text{def}}{=}` is a relation with a remark (a `raw` token `note:..`)."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = after_argument(tokens, at + 1)
        if token.kind == "set" and [t.kind for t in tokens[end : end + 3]] == ["{", "rel", "}"]:
            inside = [t for t in tokens[at + 1 : end] if t.kind not in ("{", "}", "font", "fontdecl")]
            words = " ".join(t.text for t in inside)
            if any(t.kind == "rel" for t in inside):
                inside = _without_parentheses(inside)
                words = f"${source.text[inside[0].start : inside[-1].end]}$"
            relation = tokens[end + 1]
            text = ":=" if words in DEFINING and relation.text == "=" else relation.text
            out += [
                Token("rel", text, token.start, relation.end),
                Token("raw", f"note:{words}", token.start, relation.end),
            ]
            at = end + 3
        else:
            out.append(token)
            at += 1
    return out


def _without_parentheses(inside: list[Token]) -> list[Token]:
    """What stands in a pair of parentheses or brackets, `(\\lambda = 0)`, if no other is between them."""
    kinds = [t.kind for t in inside]
    enclosed = len(inside) > 1 and kinds[0] == "(" and kinds[-1] == ")" and not {"(", ")"} & {*kinds[1:-1]}
    return inside[1:-1] if enclosed else inside


# ------------ environments


def _environments(tokens: list[Token], source: Source) -> list[Token]:
    """Layout environments vanish, `cases` become a group whose opening and closing delimiter is `CASES`."""
    out: list[Token] = []
    opened: list[tuple[Token, bool]] = []  # the `\begin`, and whether it is cases
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.kind == "null":
            continue
        if token.text == r"\left\{":
            following = tokens[at] if at < len(tokens) else None
            if following is None or following.kind != "begin" or following.text in CASES_ENVIRONMENTS:
                out.append(Token("(", r"\{", token.start, token.end))
                continue
            continue
        if token.kind == "begin" and token.text in MATRIX_ENVIRONMENTS and (end := _only_entry(tokens, at)):
            # `\begin{pmatrix} x \end{pmatrix}` of a single entry is a parenthesis
            tokens = [*tokens[:end], Token(")", ")", *tokens[end].span), *tokens[end + 1 :]]
            out.append(Token("(", "(", *token.span))
            continue
        if token.kind == "begin":
            system = at >= 2 and tokens[at - 2].text == r"\left\{"
            goes_on = bool(out) and (out[-1].kind in CONNECTORS or _is_on_the_right(out))
            cases = token.text in CASES_ENVIRONMENTS or (system and goes_on)
            if not cases or token.text != "matrix":
                _known(token, source)
            opened.append((token, cases))
            if cases:
                out.append(Token("(", CASES, token.start, token.end))
        elif token.kind == "end":
            if not opened or opened[-1][0].text != token.text:
                what = f"`\\begin{{{opened[-1][0].text}}}` is open" if opened else "nothing is open"
                fail(source, token.span, f"`\\end{{{token.text}}}` does not match: {what}")
            if opened.pop()[1]:
                out.append(Token(")", CASES, token.start, token.end))
        else:
            out.append(token)
    if opened:
        token = opened[-1][0]
        fail(source, token.span, f"expected `\\end{{{token.text}}}` for this `\\begin{{{token.text}}}`")
    return out


def _is_on_the_right(before: list[Token]) -> bool:
    r"""Does what comes next go on with a side of an equation, the `\sum_i` of `a = \sum_i \left\{ ..`?"""
    if before[-1].kind in BREAKS:
        return False
    depth = 0
    for token in reversed(before):
        if token.kind in BREAKS - LOOSE or token.kind in ("comma", "text"):
            return False
        if token.kind == "rel" and depth <= 0:
            return True
        depth += (token.kind in CLOSING) - (token.kind in OPENERS)
    return False


def _only_entry(tokens: list[Token], at: int) -> int:
    """Where a matrix of a single entry that begins at `at` ends; 0 for one with rows or columns."""
    depth = 0
    for n in range(at, len(tokens)):
        kind = tokens[n].kind
        if depth == 0 and kind in ("amp", "row"):
            return 0
        if depth == 0 and kind == "end":
            return n if tokens[n].text in MATRIX_ENVIRONMENTS and n > at else 0
        depth += (kind in OPENERS or kind == "begin") - (kind in CLOSING or kind == "end")
    return 0


def _known(token: Token, source: Source) -> None:
    if token.text in MATRIX_ENVIRONMENTS:
        fail(source, token.span, "a matrix typed entry by entry is not read", "define its entries: `w_{i,j} = ..`")
    if token.text not in LAYOUT_ENVIRONMENTS and token.text not in CASES_ENVIRONMENTS and token.text != "array":
        fail(source, token.span, f"the environment `{token.text}` is not known")


# ------------ transposes before their matrix


def _transposes_before(tokens: list[Token]) -> list[Token]:
    r"""`{}^t A`, as transposes are written in Japan: a `transpose` token before what is transposed."""
    if not any(t.text in BEFORE or (t.kind == "run" and t.text[:1] in BEFORE) for t in tokens):
        return tokens
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        empty = [t.kind for t in tokens[at : at + 2]] == ["{", "}"]
        start = at + 2 if empty else at
        if start >= len(tokens) or tokens[start].kind != "script" or tokens[start].text != "^":
            out.append(tokens[at])
            at += 1
            continue
        end = after_argument(tokens, start + 1)
        mark = [t for t in tokens[start + 1 : end] if t.kind not in "{}"]
        before = out[-1] if out else None
        beside = before is not None and before.end == tokens[at].start
        attached = before is not None and before.kind in ENDING and (not empty or beside)
        attached |= before is not None and _is_name(before) and beside and not empty
        if not attached and len(mark) == 1 and mark[0].kind == "run" and len(mark[0].text) > 1:
            mark, rest = _parted(mark[0])
            tokens = [*tokens[: start + 1], *mark, rest, *tokens[end:]]
        if not attached and len(mark) == 1 and mark[0].text in BEFORE and _begins(tokens, end):
            out.append(Token("transpose", r"\top", tokens[at].start, tokens[end - 1].end))
            at = end
        else:
            out.append(tokens[at])
            at += 1
    return out


def _is_name(word: Token) -> bool:
    r"""Is it a name set as a word, which is what `\text{attn}^T` transposes?"""
    return word.kind == "text" and word.text.isascii() and not any(map(str.isspace, word.text))


def _parted(run: Token) -> tuple[list[Token], Token]:
    """The first letter of a run, which alone is the script, and the rest."""
    middle = run.start + 1
    return [Token("run", run.text[0], run.start, middle)], Token("run", run.text[1:], middle, run.end)


def _begins(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind in BEGINNING


# ------------ braces


def _bare_braces(tokens: list[Token], source: Source) -> list[Token]:
    """Braces that are no argument and hold a relation or a row are dropped: `{a = b}`, `\\boxed{a = b}`."""
    dropped: set[int] = set()
    stack: list[int] = []
    relational: set[int] = set()
    taken = -1  # the position at which a second argument may open
    for at, token in enumerate(tokens):
        kind = token.kind
        if kind == "{" or kind == "(":
            stack.append(at)
        elif kind == "rel" or kind == "row":
            if stack:
                relational.add(stack[-1])
        elif kind == "}" or kind == ")":
            if not stack:
                fail(source, token.span, f"nothing is open that this `{token.text}` could close")
            start = stack.pop()
            if tokens[start].kind != "{" or kind != "}":
                continue
            before = tokens[start - 1].kind if start else ""
            argument = before in ONE_ARGUMENT or before in TWO_ARGUMENTS or start == taken or before == "cmd"
            if before in TWO_ARGUMENTS:
                taken = at + 1
            if not argument and start in relational:
                dropped |= {start, at}
                if stack:
                    relational.add(stack[-1])
    return [t for at, t in enumerate(tokens) if at not in dropped] if dropped else tokens
