"""Pages that cannot be meant: each is refused by every command with one message that tells the way out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from symderiv.cli import main

LOSS = r"$$E = \sum_{i=1}^{I} a_i$$"
SLIPS = {
    "arg max": (r"$$a_i = \arg\max_j w_{ij}$$" + LOSS, "`argmax` is not a function of numbers"),
    "max over an index": (r"$$y = \max_j w_j$$ $$E = y$$", "over `j` in the definition of `y` states no bounds"),
    "a sum that runs too far": (
        r"$$o_i = f(x_i)$$ ($1 \le i \le I$) $$o_{I+1} = 1$$ $$E = \sum_{i=1}^{I} o_{i+2} w_i$$",
        r"`o_{I\+2}` is used in the definition of `E`, but nothing defines it",
    ),
    "one entry beyond": (
        r"$$o_i = f(x_i)$$ ($1 \le i \le I$) $$E = o_{I+2} v + \sum_{i=1}^{I} o_i$$",
        r"`o_{I\+2}` is used",
    ),
    "a layer that is too short": (
        r"$$o_i = f(x_i)$$ ($1 \le i \le I$) $$p_i = g(o_i)$$ ($1 \le i \le J$) $$E = \sum_{i=1}^{J} p_i$$",
        r"`o_i` \(for `I \+ 1 \\le i \\le J`\) is used",
    ),
    "a brace that stays open": (r"$$a_i = \frac{x_i}{2$$" + LOSS, r"expected `}` for the `{` at column 19"),
    "a display that stays open": (r"$$E = \sum_{i=1}^{I} w_i x_i", r"expected `\$\$` for this `\$\$`"),
    "a circle": (r"$$a_i = b_i$$ ($1 \le i \le I$) $$b_i = a_i + x_i$$" + LOSS, "`a_i` depends on itself"),
    "a name that is cut off": ('+++\nwrt = "w_{i"\n+++\n$$E = w_1$$', "expected `}`"),
    "a number for a name": ("+++\nwrt = 3\n+++\n$$E = w_1$$", "`wrt` is 3"),
    "front matter without an end": ('+++\nwrt = "w_1"\n$$E = w_1$$', "the front matter is not closed"),
    "an integral": (r"$$E = w + \int_0^1 f(x) dx$$", r"`\\int` is not read"),
    "a product sign": (r"$$y = \prod_{j=1}^n w_j a$$ $$E = y^2$$", "behind the product"),
    "parentheses without end": ("$$E = " + "(" * 300 + "w" + ")" * 300 + "$$", "nested more than"),
    "functions without end": ("$$E = " + r"\tanh(" * 90 + "w" + ")" * 90 + "$$", "nested more than"),
    "no range at all": (
        r"$$E = \frac12 \sum_k (y_k - t_k)^2$$ $$y_k = \sum_j w_{kj} x_j$$",
        "the range of `k` in the definition of `y_k` is neither stated nor seen from use",
    ),
    "a power or a name": (r"$$y = w^{x}$$ $$E = y^2$$", r"`\^x` is a power or part of the name"),
    "one letter, two sums": (r"$$E = \sum_{i=1}^{I} \sum_{i=1}^{J} w_i x_i$$", "`i` runs over two ranges at once"),
    "a recurrence without an end": (
        r"$$h_t = \tanh(w h_{t+1} + x_t)$$ $$E = h_T$$",
        "where the recurrence of `h_t` starts",
    ),
    "nothing to derive by": (r"$$x_{n+1} = x_n^2$$ ($1 \le n < N$) $$E = x_N$$", "depends on no parameter"),
    "a softmax by name": (
        r"$$g_e = \operatorname{softmax}(s_e)$$ $$E = g_1$$",
        "`softmax` is not a function of numbers",
    ),
    "a word that is no name": (r"$$E = (offset - w)^2$$", "`offset` is one name, or a product of 6 letters"),
    "vectors without indices": (
        r"$$h = \sigma(W_1 x_i + b)$$ $$E = h^T t$$",
        "the shape of `W` is not known",
    ),
    "a left side without an inverse": (
        r"$$s_{p + q} = d_p$$ ($1 \le p \le P$, $1 \le q \le P$) $$E = \sum_{i=1}^{P} s_{2 \cdot i}$$",
        r"`s_{p\+q}` cannot be defined",
    ),
    "an Einstein sum that is not asked for": (
        r"$$a_i = w_{ij} x_j$$ ($1 \le i \le I$) $$E = \sum_{i=1}^{I} a_i + \sum_{j=1}^{J} x_j$$",
        "`j` is an index elsewhere, but nothing binds it here",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_one_message(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, message = SLIPS[name]
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    commands = ["derive"] if name == "nothing to derive by" else ["show", "derive", "verify"]
    for command in commands:
        assert main([command, str(page)]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert re.search(message, said.err.splitlines()[0]), said.err
        assert "Traceback" not in said.err


READ = {
    "full-width signs": "$$a_i ＝ ｗ_i x_i$$（i＝1，…，I）\n\n$$E = \\sum_{i=1}^{I} (a_i － t_i)^2$$",
    "Windows line ends": "$$a = w x$$\r\n\r\n$$E = (a - t)^2$$\r\n",
    "Shift-JIS": "誤差は\n$$E = \\sum_{i=1}^{I} w_i x_i$$\nである。",
    "two networks": r"$$a = w x$$ $$E = a^2$$ $$b_i = v_i z_i$$ ($1 \le i \le I$) $$L = \sum_{i=1}^{I} b_i$$",
    "an absolute value": r"$$y = |w x|$$ $$E = y^2$$",
    "a sign": r"$$y_i = \mathrm{sgn}(w_i)$$ $$E = \sum_{i=1}^{n} y_i t_i$$",
}


@pytest.mark.parametrize("name", READ)
def test_what_is_odd_but_clear_is_read(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(READ[name].encode("cp932" if name == "Shift-JIS" else "utf-8"))
    assert main(["derive", str(page)]) == 0
    assert "∂E/∂" in capsys.readouterr().out
