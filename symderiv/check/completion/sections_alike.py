r"""Two definitions of one name, each the first thing below a heading of its own: `# Ridge` and `# Lasso`.

Such sections are about two things that have the same name. A heading that goes on with what stands above (`# Gradient`,
`# Check`, `# The loss again`) begins none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...pattern import lazily
from ...read import Written
from ...resolve.definitions.derived import DERIVING

HEADING = lazily(
    r"^\s{0,3}(?:#+|\\(?:sub)*section\*?\{|\\paragraph\*?\{|(?=\*\*[^*\n]+\*\*[ \t.:]*$)"
    r"|(?=\\textbf\{[^{}\n]*\}[ \t.:]*$))(?P<text>[^\n]+)",
    re.M,
)
"""A heading."""
LEVELS = ("# ", "## ", "### ", "#### ", "##### ", "###### ", r"\section", r"\subsection", r"\subsubsection", "\\", "")
"""How headings of each level begin."""
GOES_ON = lazily(
    r"\b(?:(?:re)?writ\w+|again|recall\w*|above|check\w*|verif\w+|summar\w*|results?|conclusions?|recap\w*|overview|appendix"
    r"|forward|loss|error|cost|objective|criterion|definitions?|notation|setup|setting|simplif\w*|matrix|vector\w*|step|steps"
    r"|rechnung|lösung|ergebnis\w*|zusammenfassung|probe|nochmals|verlust|fehler|wiederholung|ableitung\w*"
    r"|résumé|résultats?|perte|erreur|dérivées?|vérification|resumen|resultados?|pérdida|derivadas?|comprobación"
    r"|итог\w*|результат\w*|проверка|производн\w+)\b"
    r"|まとめ|結果|確認|損失|誤差|再掲|目的|定義|总结|结果|验证|检查|损失|误差|目标|요약|결과|손실",
    re.I,
)
"""Words of a heading below which the same thing is meant as above."""


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
