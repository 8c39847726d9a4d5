"""What is read to the letter although it is probably a slip is said: by `show`, and by `derive` beside its output."""

from __future__ import annotations

from pathlib import Path

import pytest

from symderiv import catalogue
from symderiv.cli import main
from symderiv.errors import ReadError
from symderiv.load import goals, load, load_text
from symderiv.remarks import remarks
from symderiv.show import describe

LINE = r"$$\hat{y}_n = a + b x_n$$ $$J = \frac1N \sum_{n=1}^{N} (\hat{y}_n - y_n)^2$$"

PAGES = {
    "nothing says what is data": (
        LINE,
        (
            "nothing says what is data: the derivatives by `a`, `b`, `x_n`, `y_n` are all asked for"
            " (write `data = [..]` or `wrt = [..]`)",
        ),
    ),
    "the author says what is data": ('+++\ndata = ["x_n", "y_n"]\n+++\n' + LINE, ()),
    "the author says what to derive by": ('+++\nwrt = ["a", "b"]\n+++\n' + LINE, ()),
    "a bias unit says what is input": (
        r"$$o_{I+1} = 1$$ $$y_j = f\left(\sum_{i=1}^{I+1} w_{ji} o_i\right)$$ ($1 \le j \le J$)",
        (),
    ),
    "a sum without its index": (
        '+++\nwrt = "w"\n+++\n' r"$$E = \frac1N \sum_{n=1}^{N} (w x - t)^2$$",
        ("the sum over `n` in the definition of `E` does not use `n`: each of its terms is the same",),
    ),
    "a forgotten sum": (
        '+++\nwrt = "t_j"\n+++\n'
        r"$$a_j = w_{j,i} x_i$$ ( $1 \le j \le J$ ) $$E = \sum_{j=1}^{J} (a_j - t_j)^2$$",
        (
            r"in the definition of `a_j`, `i` is neither on the left nor summed over: it is read as part of the names"
            r" (write `\sum_i` if it is an index)",
        ),
    ),
    "labels that are none of the usual indices": (
        '+++\nwrt = "t_j"\n+++\n'
        r"$$a_j = w_{j,c} x_c$$ ( $1 \le j \le J$ ) $$E = \sum_{j=1}^{J} (a_j - t_j)^2$$",
        (),
    ),
    "an index in a bound is used": ('+++\nwrt = "x"\n+++\n' r"$$E = \sum_{i=1}^{I} \sum_{j=1}^{i} x_j$$", ()),
    "a node that nothing uses": (
        '+++\nobjective = "E"\nwrt = "w_i"\n+++\n'
        r"$$h_i = f(w_i)$$ ($1 \le i \le I$) $$E = \sum_{i=1}^{I} w_i$$",
        ("`h_i` is defined, but `E` does not depend on it",),
    ),
    "a delta is no node": (
        '+++\nwrt = "w"\n+++\n' r"$$a = w^2$$ $$E = f(a)$$ $$\delta = \frac{\partial E}{\partial a}$$",
        (),
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_remarks(name: str) -> None:
    page, expected = PAGES[name]
    assert remarks(load_text(page)) == expected


@pytest.mark.parametrize("name", catalogue.names())
def test_the_catalogue_needs_none(name: str) -> None:
    assert remarks(load(name)) == ()


def test_show_says_it_and_derive_says_it_aside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "line.md"
    page.write_text(LINE, encoding="utf-8")
    said = "nothing says what is data: the derivatives by a, b, x_n, y_n are all asked for"
    assert main(["show", str(page)]) == 0
    assert f"note: {said}" in capsys.readouterr().out
    assert main(["derive", str(page)]) == 0
    shown = capsys.readouterr()
    assert f"symderiv: note: {said}" in shown.err
    assert "nothing says" not in shown.out
    assert main(["derive", str(page), "--wrt", "b"]) == 0
    assert capsys.readouterr().err == ""


def test_parameters_without_influence_are_left_out() -> None:
    """Two networks on one page: asked for E, the weights of the other are no goals."""
    system = load_text(r"$$E = \sum_{i=1}^{I} w_i x_i$$ $$L = \sum_{k=1}^{K} v_k z_k$$")
    assert [g.wrt.variable.name for g in goals(system)] == ["w", "x"]


NOTES = {
    "a label": (
        r"$$a_i = w_i x_{ij}$$ ($1 \le i \le I$) $$E = \sum_{i=1}^{I} a_i$$",
        "`j` in `x_j` is a label, not an index",
    ),
    "a statement": (
        "$$a = w x$$ $$E = a^2$$\n\n" r"$$\log a + \log w = 2$$",
        "line 3: this equation defines nothing, because its left side is no single variable",
    ),
    "an equation without dollars": (
        "Then b_i = \\sum_{j=1}^{J} w_{ij} x_j.\n\n$$E = f(w)$$",
        "line 1: ",
    ),
    "an update": (
        r"$$E = (w x - t)^2$$ $$w \leftarrow w - \eta \frac{\partial E}{\partial w}$$",
        "line 1: an update rule is no equation, it is not judged",
    ),
}


@pytest.mark.parametrize("name", NOTES)
def test_what_takes_no_part_is_noted(name: str) -> None:
    page, note = NOTES[name]
    assert any(n.startswith(note) for n in load_text(page).notes), load_text(page).notes
    assert any(n.startswith(note) for n in describe(load_text(page)).remarks)


def test_a_named_variable_has_to_stand_in_a_definition() -> None:
    page = '+++\nwrt = "S_k"\n+++\n$$z_k = \\sigma_k u_k$$ $$\\sin \\sigma_k = S_k v$$ $$E = \\sum_{k=1}^{K} z_k$$'
    with pytest.raises(ReadError) as caught:
        load_text(page)
    assert str(caught.value) == (
        "`S_k` stands only in an equation that defines nothing: its left side is no single variable\n"
        "line 4, column 26\n"
        "    $$z_k = \\sigma_k u_k$$ $$\\sin \\sigma_k = S_k v$$ $$E = \\sum_{k=1}^{K} z_k$$\n"
        "                             ^~~~~~~~~~~~~~~~~~~~~\n"
        "a definition has one variable on its left: `a_i = \\sum_{j=1}^{J} w_{i,j} x_j`"
    )
