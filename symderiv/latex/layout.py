r"""From rows and columns to one line: environments, `&`, `\\` and `\quad` become breaks between statements, or nothing.

A row that begins with a relation continues the chain, with a sign or operator the term; so does what follows `\quad`.
A `&` behind an equation that has its relation begins another column (`a &= b & c &= d`), as `&&` does.
Where a row begins with a relation an `again` token remembers it: a condition may stand at the end of the row before.
After this pass a `row` or `quad` token stands only between statements (or rows of `cases` and `\substack`), and
`amp` only in `cases`. Braces around a whole equation are dropped, `\left\{ \begin{array} .. \right.` becomes `cases`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..errors import AmbiguousError
from ..notation import (
    CASES_ENVIRONMENTS,
    ENGLISH,
    EQUALITIES,
    LAYOUT_ENVIRONMENTS,
    MATRIX_ENVIRONMENTS,
    OTHERWISE,
)
from .lexer import Token, fail
from .pairing import CASES
from .source import Source

BREAKS = frozenset(["row", "quad", "amp", "gap"])
LOOSE = frozenset(["amp", "gap"])
"""Breaks that part two equations only, and lay out otherwise."""
OPENERS = frozenset(["(", "{"])
CLOSING = frozenset([")", "}"])
CONNECTORS = frozenset(["rel", "op", "sign"])
ONE_ARGUMENT = frozenset(["script", "sqrt", "accent", "font", "brace", "cancel", "substack", "text"])
TWO_ARGUMENTS = frozenset(["frac", "set"])
ENDING = frozenset(["name", "run", "num", ")", "}", "prime", "sym", "bar", "transpose"])
"""Kinds of tokens with which a factor ends, on which a script may hang."""
BEGINNING = frozenset(["name", "run", "font", "accent", "(", "{", "func", "frac"])
BEFORE = frozenset(["t", "T", r"\top"])
WORD = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*")
DEFINING = frozenset(["def", "def.", r"\triangle", "Def", "△", "定義"])


def lay_out(tokens: list[Token], source: Source) -> list[Token]:
    """The tokens of one formula on one line."""
    if any(t.kind == "set" for t in tokens):
        tokens = _annotated_relations(tokens, source)
    if any(t.kind == "font" and t.text == "operatorname" for t in tokens):
        tokens = _plain_operators(tokens)
    kinds = {t.kind for t in tokens}
    if kinds & {"begin", "end", "null"} or any(t.text == r"\left\{" for t in tokens):
        tokens = _environments(tokens, source)
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
        tokens = _breaks(tokens, source)
    while tokens and tokens[-1].kind in ("comma", "stop"):
        tokens = tokens[:-1]
    return tokens


def _plain_operators(tokens: list[Token]) -> list[Token]:
    r"""`\\mathop{\\sum}` is a sum sign."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind == "font" and [t.kind for t in tokens[at + 1 : at + 4]] == ["{", "big", "}"]:
            out.append(tokens[at + 2])
            at += 4
        else:
            out.append(tokens[at])
            at += 1
    return out


def _annotated_relations(tokens: list[Token], source: Source) -> list[Token]:
    r"""`\overset{\text{def}}{=}` is a relation with a remark (a `raw` token `note:..`)."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = after_argument(tokens, at + 1)
        if token.kind == "set" and [t.kind for t in tokens[end : end + 3]] == ["{", "rel", "}"]:
            inside = [t for t in tokens[at + 1 : end] if t.kind not in "{}"]
            words = " ".join(t.text for t in inside)
            if any(t.kind == "rel" for t in inside):
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


def after_argument(tokens: Sequence[Token], at: int) -> int:
    """The position after the argument at `at`."""
    depth = 0
    for n in range(at, len(tokens)):
        depth += (tokens[n].kind == "{") - (tokens[n].kind == "}")
        if depth <= 0:
            return n + 1
    return len(tokens)


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
        if token.kind == "begin":
            system = at >= 2 and tokens[at - 2].text == r"\left\{"
            cases = token.text in CASES_ENVIRONMENTS or (system and bool(out) and out[-1].kind in CONNECTORS)
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
        attached = before is not None and before.kind in ENDING and (not empty or before.end == tokens[at].start)
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


# ------------ breaks


def _breaks(tokens: list[Token], source: Source) -> list[Token]:
    """Drop the breaks that only lay out; turn those between equations in parentheses into commas."""
    out: list[Token] = []
    held: list[Token] = []  # tags and labels, which belong to the end of their statement
    stack: list[str] = []  # '(' relational bracket, 'b' bracket, '{' braces, 'c' cases, 's' rows under a sum
    at = 0
    while at < len(tokens):
        token = tokens[at]
        kind = token.kind
        if kind in OPENERS:
            stack.append(_scope(tokens, at))
        elif kind in CLOSING and stack:
            stack.pop()
        elif kind == "stop" and not stack and _ends(tokens, at + 1):
            at += 1
            continue
        if kind == "raw" or (kind == "text" and not stack and _is_remark(tokens, at, out)):
            held.append(token if kind == "raw" else Token("raw", f"note:{token.text}", token.start, token.end))
            at += 1
            continue
        if kind == "gap" and stack and stack[-1] in "cs":
            at += 1
            continue
        if kind not in BREAKS or (stack and stack[-1] in "cs"):
            out.append(token)
            at += 1
            continue
        end = at
        while end < len(tokens) and tokens[end].kind in BREAKS:
            end += 1
        found = _cluster(tokens, at, end, out, stack, source)
        if found is not None:
            if not stack:
                out += held
                held = []
            out.append(found)
        at = end
    while out and out[-1].kind in ("comma", "row", "quad"):
        out.pop()
    return out + held


def _ends(tokens: list[Token], at: int) -> bool:
    r"""Is nothing left of the row but tags and labels?"""
    while at < len(tokens) and tokens[at].kind == "raw":
        at += 1
    return at == len(tokens) or tokens[at].kind in BREAKS


def is_word(text: str) -> bool:
    r"""Whether a `\text{..}` can be a name: one word without spaces around it that is no word such as `if`."""
    return WORD.fullmatch(text) is not None and text.lower() not in ENGLISH and text.lower() not in OTHERWISE


def _is_remark(tokens: list[Token], at: int, out: list[Token]) -> bool:
    """Whether words stand between two parts of one chain: `= b \\text{ (chain rule)} \\\\ = c`."""
    following = at + 1
    while following < len(tokens) and tokens[following].kind in ("raw", "text", *BREAKS):
        following += 1
    if following == len(tokens) or tokens[following].kind != "rel" or is_word(tokens[at].text):
        return False
    if out and out[-1].kind == "quad":
        out.pop()
    if out and out[-1].text == r"\leftarrow":
        out.pop()
    return bool(out) and out[-1].kind not in ("row", "comma")


def _scope(tokens: list[Token], at: int) -> str:
    token = tokens[at]
    if token.text == CASES:
        return "c"
    if token.kind == "{":
        return "s" if at and tokens[at - 1].kind == "substack" else "{"
    depth = 0
    for other in tokens[at:]:
        depth += (other.kind in OPENERS) - (other.kind in CLOSING)
        if depth == 0:
            break
        if depth == 1 and other.kind == "rel":
            return "("
    return "b"


def _cluster(
    tokens: list[Token], at: int, end: int, out: list[Token], stack: list[str], source: Source
) -> Token | None:
    """What the breaks `tokens[at:end]`, which stand between `out[-1]` and `tokens[end]`, come to; None for nothing."""
    kinds = {t.kind for t in tokens[at:end]}
    doubled = sum(t.kind == "amp" for t in tokens[at:end]) > 1
    before = out[-1] if out else None
    following = end
    while following < len(tokens) and tokens[following].kind == "raw":
        following += 1
    after = tokens[following] if following < len(tokens) else None
    if (
        before is None
        or after is None
        or (kinds <= LOOSE and (stack or not (doubled or _parts_columns(tokens, end, out))))
    ):
        return None
    if before.kind in CONNECTORS or after.kind in ("rel", "op"):
        if after.kind == "rel" and "row" in kinds and not stack and before.kind not in CONNECTORS:
            return Token("again", "", after.start, after.start)
        return None
    token = next((t for t in tokens[at:end] if t.kind not in LOOSE), tokens[at])
    if stack:
        if before.kind in ("comma", *OPENERS) or after.kind in ("comma", "sign", *CLOSING):
            return None
        if stack[-1] == "(":
            return Token("comma", ",", token.start, token.end)
        if "row" in kinds:
            hint = r"put the operator at the end or the beginning of a row, e.g. `\cdot` or `+`"
            fail(source, token.span, "a row ends inside parentheses without an operator", hint)
        return None
    if after.kind == "sign" and not _starts_anew(tokens, at, following, source):
        return None
    if before.kind == "comma":
        if after.kind == "dots" or (len(out) > 1 and out[-2].kind == "dots"):
            return None
        out.pop()
    return Token("row" if "row" in kinds else "quad", "", token.start, token.end)


def _parts_columns(tokens: list[Token], end: int, out: list[Token]) -> bool:
    """Does a `&` stand between two equations, each with its relation (`a &= b & c &= d`)?"""
    if tokens[end - 1].kind == "gap" and (awaits(out) or not _is_left_side(tokens, end)):
        return False
    return _relation_ahead(tokens[end:]) and _relation_ahead(reversed(out))


def awaits(out: Sequence[Token]) -> bool:
    r"""Does `out` end with a sum sign and its bounds (or `\nabla_w`), so that its operand is still to come?"""
    at = len(out) - 1
    while at > 0:
        depth = 0
        while at > 0:
            depth += (out[at].kind == "}") - (out[at].kind == "{")
            if depth == 0:
                break
            at -= 1
        if out[at - 1].kind != "script":
            break
        at -= 2
    return at >= 0 and out[at].kind in ("big", "nabla", "partial", "func")


def _is_left_side(tokens: list[Token], at: int) -> bool:
    """Does one name with its scripts, or one fraction, stand right before the next relation (no wide space between)?"""
    end = left_side(tokens, at)
    while 0 < end < len(tokens) and tokens[end].kind in ("amp", "raw"):
        end += 1
    return 0 < end < len(tokens) and tokens[end].kind == "rel"


def left_side(tokens: Sequence[Token], at: int) -> int:
    """Where one name with its scripts, or one fraction, that begins at `at` ends; 0 if there is none."""
    if at >= len(tokens):
        return 0
    end = after_argument(tokens, at + 1)
    if tokens[at].kind in ("frac", "accent", "font"):
        end = after_argument(tokens, end) if tokens[at].kind == "frac" else end
    elif tokens[at].kind in ("name", "run"):
        end = at + 1
    else:
        return 0
    while end < len(tokens) and tokens[end].kind in ("script", "prime"):
        end = after_argument(tokens, end + 1) if tokens[end].kind == "script" else end + 1
    return end


def _relation_ahead(tokens: Iterable[Token]) -> bool:
    """Does a relation stand before the next break, outside all groups (seen from either side)?"""
    depth = 0
    for token in tokens:
        if token.kind in OPENERS or token.kind in CLOSING:
            depth += 1 if (token.kind in OPENERS) else -1
        elif depth == 0 and token.kind in ("row", "quad"):
            return False
        elif depth == 0 and token.kind == "rel":
            return True
    return False


def _starts_anew(tokens: list[Token], at: int, end: int, source: Source) -> bool:
    """Whether the sign at `end` begins a new equation (`\\\\ -a &= b`) rather than the next term (`\\\\ &- b`)."""
    depth, amp, relation = 0, -1, None
    for n in range(end, len(tokens)):
        kind = tokens[n].kind
        depth += (kind in OPENERS) - (kind in CLOSING)
        if depth:
            continue
        if kind == "amp" and amp < 0:
            amp = n
        elif kind in ("row", "quad", "arrow"):
            break
        elif kind == "rel" and relation is None:
            relation = tokens[n]
    if relation is None:
        return False
    rows = [n for n in range(at, end) if tokens[n].kind == "row"]
    if rows and any(tokens[n].kind == "amp" for n in range(rows[-1], end)):
        return False  # the sign stands right of the alignment mark
    if amp >= 0 or relation.text not in EQUALITIES:
        return True
    if tokens[end].text == "+":
        return False
    cause = "a line that begins with `-` and holds `=`: it continues the term above, or is an equation of its own"
    hint = "put `&` before the sign to continue, or move the sign behind `=` to begin anew"
    raise AmbiguousError(cause, source.place(tokens[end].span), hint)
