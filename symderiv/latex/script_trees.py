r"""What stands in scripts and below braces: pieces of a run, marks of a transpose, labels that number."""

from __future__ import annotations

from .tree import Group, Name, Node, Number, Product, Script, Symbol, Terms, Text

TRANSPOSES = frozenset(["T", "t", "tr", "top", "⊤", "Т"])


def is_note(label: Node) -> bool:
    r"""Does a label only number a part, or tell its shape: `(1)`, `m \\times n`?"""
    if isinstance(label, Group) and label.open == "(" and len(label.items) == 1:
        inner = label.items[0]
        return isinstance(inner, (Number, Text)) or (isinstance(inner, Name) and not inner.scripts)
    if isinstance(label, Product) and any(f.operator == r"\times" for f in label.factors):
        bodies = [f.body for f in label.factors]
        return all(isinstance(b, Number) or (isinstance(b, Name) and len(b.scripts) < 2) for b in bodies)
    return False


def is_worked_out(x: Node) -> bool:
    """Is it `2 - 1`, a number with its derivation, as no layer is called?"""
    return isinstance(x, Terms) and len(x.terms) > 1 and all(isinstance(term.body, Number) for term in x.terms)


def pieces_of(entry: Node) -> tuple[Node, ...]:
    """The juxtaposed pieces of a run: `_{ji}` has the entries j and i."""
    if isinstance(entry, Product) and all(not f.operator and not f.joined for f in entry.factors):
        return tuple(f.body for f in entry.factors)
    return (entry,)


def turned_label(label: Script, mark: Script) -> Script | None:
    """`^{(2)}^T` as `^{(2)T}`: a label in brackets and the mark of a transpose."""
    if not (label.above and label.bracket and mark.above) or mark.bracket or len(mark.entries) != 1:
        return None
    [entry] = mark.entries
    if not (isinstance(entry, Symbol) and entry.name == r"\top") and not (
        isinstance(entry, Name) and entry.base == "T"
    ):
        return None
    span = (label.span[0], mark.span[1])
    shut = {"(": ")", "[": "]"}[label.bracket]
    return Script(True, (Group(label.bracket, label.entries, shut, (), label.span), entry), "", False, True, span)


def as_transpose(entry: Node, above: bool) -> Node:
    r"""Every spelling of the transpose but a bare `T` becomes `\top`, and a number set as a word, `\text{0}`, one."""
    word = entry.content.strip() if isinstance(entry, Text) else entry.base if isinstance(entry, Name) else ""
    if word.isascii() and word.isdigit():
        return Number(word, entry.span)
    if above and isinstance(entry, Name) and entry.font and entry.base in TRANSPOSES and not entry.scripts:
        return Symbol(r"\top", entry.span)
    if above and isinstance(entry, Text) and entry.content.strip() in TRANSPOSES:
        return Symbol(r"\top", entry.span)
    return entry
