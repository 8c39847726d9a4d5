r"""Formulas between the tags of programs that make web pages, `{{< displaymath >}} .. {{< /displaymath >}}` of Hugo and
`{% katex display %} .. {% endkatex %}` of Jekyll: what such a tag holds stands between dollar signs instead, and tags
around formulas that have dollar signs of their own are spaces. Tags of other names are left as they are, and so are
such that no tag closes. All else keeps its place.
"""

from __future__ import annotations

import re

from ..pattern import lazily

_OPTIONS = r"(?P<options>(?:[ \t]+[\w=\"'.:-]+){0,6})"
_NAME = (
    r"(?P<name>(?:display|inline)?math|(?:display|inline)-math|math-?(?:display|inline|block)|katex|mathjax|equation)"
)
TAGGED = lazily(
    rf"\{{\{{(?P<hugo>[<%])-?[ \t]*{_NAME}{_OPTIONS}[ \t]*-?[>%]\}}\}}"
    r"(?P<held>(?:(?!\{\{[<%]|\n[ \t]*\n).){1,8000}?)"
    r"\{\{[<%]-?[ \t]*/[ \t]*(?P=name)[ \t]*-?[>%]\}\}"
    rf"|\{{%-?[ \t]*{_NAME.replace('name', 'tag')}{_OPTIONS.replace('options', 'said')}[ \t]*-?%\}}"
    r"(?P<inside>(?:(?!\{%|\n[ \t]*\n).){1,8000}?)\{%-?[ \t]*end(?P=tag)[ \t]*-?%\}",
    re.DOTALL,
)
"""A tag, what it holds, and the tag that closes it: no other tag and no empty line stands between."""
INLINE = ("katex", "mathjax")
"""Tags that show a formula in its line, unless they say otherwise or stand on rows of their own."""


def with_dollars(text: str) -> str:
    r"""The text with the formulas of tags between dollar signs.

    >>> with_dollars("{{< displaymath >}}\na = b\n{{< /displaymath >}}")
    '$$                 \na = b\n$$                  '
    >>> with_dollars("so {% katex %}a = b{% endkatex %} holds, {{< math >}}$c${{< /math >}} too")
    'so $          a = b$              holds,             $c$              too'
    """
    if "{{<" not in text and "{{%" not in text and "{%" not in text:
        return text
    return TAGGED.sub(lambda m: _spelt(text, m), text)


def _spelt(text: str, m: re.Match[str]) -> str:
    held = "held" if m["hugo"] else "inside"
    before, behind = m.start(held) - m.start(), m.end() - m.end(held)
    own = "$" in m[held] or r"\(" in m[held] or r"\[" in m[held]
    dollars = "" if own else "$" if _in_its_line(text, m, held) else "$$"
    return dollars.ljust(before) + m[held] + dollars.ljust(behind)


def _in_its_line(text: str, m: re.Match[str], held: str) -> bool:
    """Whether the formula stands among the words of its line."""
    name, options = m["name"] or m["tag"], m["options"] or m["said"] or ""
    if "inline" in name or "inline" in options:
        return True
    if "display" in options or name not in (*INLINE, "math"):
        return False
    row = text[text.rfind("\n", 0, m.start()) + 1 : m.start()] + text[m.end() :].split("\n", 1)[0]
    return bool(row.strip()) and "\n" not in m[held]
