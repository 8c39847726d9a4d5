"""Pages that would take for ever: each gets a clear answer, by limits on what is made and not on the clock."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from symderiv.check import page as page_module
from symderiv.check.lines import MOST_MEMBERS
from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.check.report import Report
from symderiv.cli import main
from symderiv.document.text import read_text
from symderiv.errors import UnknownName
from symderiv.evaluate.jets import NUDGES
from symderiv.latex.lexer import LIMITS
from symderiv.work import WORK

NETWORK = r"""
$$a_i = \sum_{j=1}^{J} w_{ij} x_j$$ ( $1 \le i \le I$ )

$$E = \frac{1}{2} \sum_{i=1}^{I} (f(a_i) - t_i)^2$$
"""
RIGHT = r"(f(a_i) - t_i) f'(a_i) x_j"


def judged(*lines: str) -> Report:
    """A page with the network above and some displayed lines; the clock has no say."""
    text = NETWORK + "\n\n".join(f"$${line}$$" for line in lines)
    return check(text, options=Options(seconds=1e6, reasons=False))


def nested(depth: int) -> str:
    return r"\frac{\partial}{\partial w_{ij}} (" * depth + "E" + ")" * depth


@pytest.mark.parametrize(("depth", "verdict"), [(2, "wrong"), (NUDGES + 1, "unproved"), (20, "unproved")])
def test_derivatives_of_derivatives(depth: int, verdict: str) -> None:
    report = judged(nested(depth) + " = 1")
    assert report.verdict == verdict
    if verdict == "unproved":
        assert f"more than {NUDGES} deep" in report.claims[0].links[0].detail


@pytest.mark.parametrize(("members", "verdict"), [(5, "right"), (MOST_MEMBERS + 1, "unreadable")])
def test_members_of_a_chain(members: int, verdict: str) -> None:
    report = judged(r"\frac{\partial E}{\partial w_{ij}}" + f" = {RIGHT}" * (members - 1))
    assert report.verdict == verdict


def test_displayed_equations() -> None:
    report = judged(*[f"{n} x_j = {n} x_j" for n in range(LIMITS.equations)])
    assert not report.claims
    assert f"{LIMITS.equations:,} are read" in report.problem


def test_a_network_of_diamonds_does_not_grow_without_bounds() -> None:
    layers = [rf"z_{{{n}}} = f(z_{{{n - 1}}}) g(z_{{{n - 1}}}) + z_{{{n - 1}}} h(z_{{{n - 1}}})" for n in range(1, 31)]
    page = "\n\n".join(f"$${line}$$" for line in [*layers, r"E = z_{30}", r"\frac{\partial E}{\partial z_0} = z_0"])
    before = WORK.left
    report = check(page, options=Options(seconds=1e6))
    assert report.verdict == "wrong"
    assert WORK.left > before - 10**6, "what is spent is taken from what is left"


HOSTILE = {
    "powers of powers": "E = (((9^{99})^{99})^{99})^{99}",
    "fractions within fractions": "E = " + r"\frac{1}{1 + " * 40 + "E" + "}" * 40,
    "divisions": "E = " + "E/" * 500 + "E",
    "factors": "E = " + "x_1 x_2 " * 2000,
    "links": "E = " + "x = 1 " * 5000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_grows_without_end_is_answered_at_once(name: str) -> None:
    before = time.process_time()
    report = check(NETWORK + f"$${HOSTILE[name]}$$", options=Options(seconds=1e6))
    assert report.verdict in ("wrong", "unproved", "unreadable")
    assert time.process_time() - before < 10, "it takes about one second"


def test_inline_equations() -> None:
    report = check(NETWORK + "\n".join(f"| $y_{{{n}}} = x_{{{n}}}$ |" for n in range(LIMITS.inline + 1)))
    assert "inline equations" in report.problem


def test_a_page_that_nests_too_deeply_is_a_report() -> None:
    # no formula that is read nests so deeply: that is what the limits are for
    def deeper(*_: object, **__: object) -> None:
        raise RecursionError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_module, "read_document", deeper)
        assert "nested too deeply" in check(NETWORK).problem


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    os.mkfifo(tmp_path / "part.tex")
    with pytest.raises(UnknownName, match="no regular file"):
        read_text(tmp_path / "pipe.md")
    report = check(r"\documentclass{article}\begin{document}\input{part}\end{document}", folder=tmp_path)
    assert "no regular file" in report.claims[0].links[0].detail


@pytest.mark.parametrize("name", ["", "a" * 5000, "nothere.md"])
def test_json_is_one_object_whatever_the_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", name]) == 2
    assert json.loads(capsys.readouterr().out)["verdict"] == "unreadable"


LARGE = {
    "terms": f"$$E = x^2$$ $$a = {'+'.join(['a'] * 5_000)}$$",
    "values in front matter": f"+++\ndata = [{','.join(repr(f'x_{n}') for n in range(9_000))}]\n+++\n$$E = x^2$$",
    "ranges in front matter": "+++\n[ranges]\n"
    + "\n".join(f'x{n} = "1..I"' for n in range(9_000))
    + "\n+++\n$$E = x^2$$",
    "indices of a name": f"+++\nwrt = 'x_{{{'i' * 9_000}}}'\n+++\n$$E = x^2$$",
    "formulas": "$$E = x^2$$ " + "$a$ " * 15_000,
    "marks over a letter": "$$E = x" + "\u0302" * 11_000 + "$$",
    "rows of cases": r"$$E = \begin{cases}" + r" \\ ".join(f"{n} & x = {n}" for n in range(300)) + r"\end{cases}$$",
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_too_large_is_refused_at_once(name: str) -> None:
    start = time.process_time()
    report = check(LARGE[name])
    assert report.verdict == "unreadable"
    assert time.process_time() - start < 2  # measured below 0.6 s
