"""Whole documents in LaTeX, as authors compile them: every display is judged as the comment above it says.

What is expected was found by hand and with finite differences, not with this program.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from symderiv.check.page import check
from symderiv.check.report import worst
from symderiv.check.telling.text import render

EXPECTED = re.compile(r"% (right|wrong|unproved|unreadable)$")
INCLUDED = re.compile(r"\\input\{(.*?)(?:\.tex)?\}")
PAGES = Path(__file__).resolve().parent / "pages_tex"


def expected(path: Path, name: str = "") -> dict[tuple[str, int], str]:
    """For the line below each comment the verdict that it names, by file and line; also of the files that it reads."""
    text = path.read_text(encoding="utf-8")
    rows = enumerate(text.split("\n"))
    found = {(name, n + 2): verdict[1] for n, row in rows if (verdict := EXPECTED.match(row))}
    for inner in INCLUDED.findall(text):
        found |= expected(PAGES / f"{inner}.tex", f"{inner}.tex")
    return found


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.tex")), ids=lambda p: p.stem)
def test_every_display_is_judged_as_expected(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    report = check(text, file=str(path), folder=path.parent)
    assert report.problem == ""
    places = {(c.file, c.line) for c in report.claims}
    found = {p: str(worst(c.judgement for c in report.claims if (c.file, c.line) == p)) for p in places}
    assert found == expected(path)
    assert [c.file for c in report.claims] == [c.get("file", "") for c in report.data()["claims"]]


MACROS = r"""\documentclass{article}
\newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}}
\def\L{\mathcal{L}}
\begin{document}
\[ \L = \sum_{i=1}^{n} w_i^2 \]
\[ \pd{\L}{w_i} = w_i \]
\end{document}
"""


def test_a_report_shows_what_macros_stand_for() -> None:
    shown = render(check(MACROS, file="a.tex"))
    assert "∂L/∂w_i = w_i" in shown
    assert "it should be: ∂L/∂w_i = 2 w_i" in shown
    assert r"\pd{\L}{w_i} = 2 w_i" in shown


COMMENTED = r"""\documentclass{article}
\begin{document}
\[ h^{(t)} = f(w h^{(t-1)}), \quad E = h^{(T)} \]
For $1 \le t \le T$ put $\delta^{(t)} = \partial E/\partial h^{(t)}$. Then
\[ \delta^{(T)} = 1 \]
and for $t < T$
% TODO: check the index
\[ \delta^{(t)} = \delta^{(t+1)} f'(w h^{(t)}) w . \]
\end{document}
"""


def test_a_comment_ends_no_paragraph() -> None:
    assert check(COMMENTED, file="a.tex").verdict == "right"
