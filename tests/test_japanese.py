"""What cannot be read or proved is said in Japanese where Japanese is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.check.telling.japanese import HOLE, _rows, in_japanese
from symderiv.check.telling.text import render

ROOT = Path(__file__).resolve().parent.parent / "symderiv"
RAISING = {"ReadError", "AmbiguousError", "LimitExceeded", "fail", "ambiguous", "exceeded", "error", "unreadable"}
KANA = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def messages() -> Iterator[str]:
    """Every message that is raised as a literal in reading formulas, its holes filled with `x`."""
    for path in (p for folder in ("latex", "resolve") for p in (ROOT / folder).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in RAISING:
                    yield from (m for a in node.args[:3] if (m := literal(a)) is not None and " " in m)


def literal(x: ast.expr) -> str | None:
    if isinstance(x, ast.Constant) and isinstance(x.value, str):
        return x.value
    if isinstance(x, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "x" for v in x.values)
    return None


def test_most_messages_are_covered() -> None:
    found = set(messages())
    known = {m for m in found if KANA.search(in_japanese(m))}
    causes = {m for m in found if not m.startswith(("write ", "put ", "delete ", "define ", "only ", "continue "))}
    assert len(found) > 100
    assert len(known) >= 0.75 * len(causes)


def test_every_row_fills_its_holes() -> None:
    for pattern, wanted in _rows():
        assert len(HOLE.findall(wanted)) == pattern.groups, wanted
        assert KANA.search(wanted)


@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        ("`q` is not part of the network", "`q` はネットワークにありません"),
        ("`\\le`: inequalities are not judged", "`\\le`: 不等式は判定しません"),
        (
            "expected `)` for the `(` at column 7, found the end of the formula",
            "7 桁目の `(` を閉じる `)` がないまま式が終わっています",
        ),
        ("without a network: the sum has no upper bound", "ネットワークが定まりません: 和の上端がありません"),
        ("something else", "something else"),
    ],
)
def test_messages(message: str, wanted: str) -> None:
    assert in_japanese(message) == wanted


PAGE = r"""$$z_i = \sum_{j=1}^{J} w_{ij} x_j \quad (i = 1, \dots, I)$$

$$E = \sum_{i=1}^{I} f(z_i)$$

@
"""


@pytest.mark.parametrize(
    "typed",
    [
        r"$$E \le 0$$",
        "$$y_i = f(z_i$$",
        r"$$\frac{\partial E}{\partial z_i} = f'(z_i) y_i$$",
        r"$$\sum_p 1 = J$$",
        "$$x_ij = 2$$",
    ],
)
def test_a_report_in_japanese_gives_its_reasons_in_japanese(typed: str) -> None:
    report = check(PAGE.replace("@", typed), options=Options(lang="ja"))
    rows = render(report, "ja").splitlines()
    reasons = [row for row in rows if row.startswith("    ") and re.search(r"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}", row)]
    assert not reasons
    assert any(KANA.search(row) for row in rows if row.startswith("    "))
