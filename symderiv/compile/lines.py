"""Long lines of emitted source broken where a person would break them."""

from __future__ import annotations

import textwrap

WIDTH = 112
"""So long may a line of a function's body be."""

_OPEN, _CLOSE = "([{", ")]}"


def commented(text: str) -> list[str]:
    """A comment, on several lines if it is long."""
    return textwrap.wrap(
        text,
        WIDTH - 12,  # in loops they stand further in
        initial_indent="# ",
        subsequent_indent="#     ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def broken(line: str, width: int = WIDTH) -> list[str]:
    """A statement with one term of a sum a line if it is too long, or one item of its longest call.

    >>> print("\\n".join(broken("y = f(first_argument, g(second, third))", 30)))
    y = f(
        first_argument,
        g(second, third),
    )
    >>> print("\\n".join(broken("y = f(first_argument) + g(second, third)", 30)))
    y = (
        f(first_argument)
        + g(second, third)
    )
    """
    if len(line) <= width or "#" in line or '"""' in line:
        return [line]
    target = _target(line)
    terms = _terms(line[len(target) :])
    if len(terms) > 1 and not line.startswith(("return ", "if ", "elif ", "while ")):
        inner = [part for term in terms for part in broken(term, width - 4 if target else width)]
        return [f"{target}(", *("    " + part for part in inner), ")"] if target else inner
    found = _longest(line)
    if found is None:
        return [line]
    start, end = found
    items = _items(line[start + 1 : end])
    ending = "," if len(items) > 1 else ""
    inner = [part for item in items for part in broken(item + ending, width - 4)]
    return [line[: start + 1], *("    " + part for part in inner), line[end:]]


def _target(line: str) -> str:
    """What stands before the value of an assignment, the sign included."""
    depth = 0
    for n, c in enumerate(line):
        depth += (c in _OPEN) - (c in _CLOSE)
        if depth == 0 and line.startswith((" = ", " += "), n):
            return line[: line.index("= ", n) + 2]
    return ""


def _terms(text: str) -> list[str]:
    """The terms of a sum, the later ones with their signs; one if it is none."""
    found, depth, start = [], 0, 0
    for n, c in enumerate(text):
        depth += (c in _OPEN) - (c in _CLOSE)
        if depth == 0 and text.startswith((" if ", " <= ", " == ", " and ", " = "), n):
            return [text]
        if depth == 0 and n > 1 and text.startswith((" + ", " - "), n):
            found.append(text[start:n])
            start = n + 1
    return [*found, text[start:]]


def whole(line: str) -> list[str]:
    """A line of a function's body, its indentation kept."""
    text = line.lstrip(" ")
    indent = line[: len(line) - len(text)]
    return [line] if text.startswith("#") else [indent + part for part in broken(text, WIDTH - len(indent))]


def _longest(line: str) -> tuple[int, int] | None:
    """The longest outermost bracket with several items or nothing else around it; an index if there is no other."""
    for closing in (")}" if line.startswith("return ") else ")", "]"):
        best: tuple[int, int] | None = None
        depth, start = 0, 0
        for n, c in enumerate(line):
            if c in _OPEN:
                start = n if depth == 0 else start
                depth += 1
            elif c in _CLOSE:
                depth -= 1
                wide = depth == 0 and c in closing and n - start > (best[1] - best[0] if best else 8)
                best = (start, n) if wide else best
        if best is not None:
            return best
    return None


def _items(text: str) -> list[str]:
    """What the commas outside of brackets separate."""
    items, depth, start = [], 0, 0
    quoted = False
    for n, c in enumerate(text):
        quoted = quoted != (c == '"')
        if quoted:
            continue
        depth += (c in _OPEN) - (c in _CLOSE)
        if c == "," and depth == 0:
            items.append(text[start:n].strip())
            start = n + 1
    last = text[start:].strip()
    return [*items, last] if last else items
