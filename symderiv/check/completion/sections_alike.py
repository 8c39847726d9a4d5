r"""Two definitions of one name, each the first thing below a heading of its own: `# Ridge` and `# Lasso`.

Such sections are about two things that have the same name. A heading that goes on with what stands above (`# Gradient`,
`# Check`, `# The loss again`) begins none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...latex.headed import DERIVING, GOES_ON
from ...pattern import lazily
from ...read import Written

HEADING = lazily(
    r"^\s{0,3}(?:#+|\\(?:sub)*section\*?\{|\\paragraph\*?\{|(?=\*\*[^*\n]+\*\*[ \t.:]*$)"
    r"|(?=\\textbf\{[^{}\n]*\}[ \t.:]*$))(?P<text>[^\n]+)",
    re.M,
)
"""A heading."""
LEVELS = ("# ", "## ", "### ", "#### ", "##### ", "###### ", r"\section", r"\subsection", r"\subsubsection", "\\", "")
"""How headings of each level begin."""


def are_sections_alike(
    first: Written,
    second: Written,
    chains: Sequence[Written],
    headings: Sequence[tuple[int, int, str]],
    tasks: re.Pattern[str],
) -> bool:
    """Does each definition begin the section of a heading of its own, on one level?

    `headings` are those of the page, each with its row, its level and its text; where both name one of `tasks`, these
    say whether it is another one.
    """
    if first.place.file != second.place.file:
        return False
    above = [next((h for h in reversed(headings) if h[0] < w.line), None) for w in (first, second)]
    one, two = above
    if one is None or two is None or one[0] == two[0] or one[1] != two[1]:
        return False
    if all(tasks.search(h[2]) for h in (one, two)):
        return False
    if any(DERIVING.search(h[2]) or GOES_ON.search(h[2]) for h in (one, two)):
        return False
    return all(
        not any(h[0] < x.line < w.line or (x.line == w.line and x.number < w.number) for x in chains)
        for w, h in ((first, one), (second, two))
    )


def headings_of(rows: Sequence[str]) -> list[tuple[int, int, str]]:
    """The headings, each with its row, its level and its text."""
    text = "\n".join(rows)
    found = [
        (x, next(n for n, mark in enumerate(LEVELS) if x[0].lstrip().startswith(mark))) for x in HEADING.finditer(text)
    ]
    return [(text.count("\n", 0, x.start("text")) + 1, level, x["text"]) for x, level in found]
