"""Values that items of a list, tags and signs of equality give to single lines."""

import pytest

from .judging import check, verdict

PENALTY = r"$$ z = w x $$", r"$$ E = \frac12 (z - t)^2 + \frac{\lambda}{2} w^2 $$"
LEFT = r"\frac{\partial E}{\partial w}"
BARE, WHOLE = rf"$$ {LEFT} = (z - t) x $$", rf"$$ {LEFT} = (z - t) x + \lambda w $$"


def _all(*parts: str) -> list[str]:
    found = check("\n\n".join((*PENALTY, *parts))).claims
    return [str(c.judgement) for c in found if LEFT in (c.latex or "")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"- $\lambda = 0$:", r"- $\lambda \ne 0$:"),
        (r"* $\lambda = 0$:", r"* $\lambda > 0$:"),
        (r"$\lambda = 0$:", r"$\lambda \neq 0$:"),
        (r"1. $\lambda = 0$:", "2. otherwise:"),
        (r"+ $\lambda = 0$:", "+ sonst:"),
        (r"* no decay, $\lambda = 0$:", "* general case:"),
        (r"- Without regularization ($\lambda = 0$):", "- With regularization:"),
        (r"Sei $\lambda = 0$. Dann gilt", r"Sei nun $\lambda > 0$. Dann gilt"),
        (r"- $\lambda = 0$ の場合：", r"- $\lambda \ne 0$ の場合："),
    ],
)
def test_a_value_of_one_case(one: str, other: str) -> None:
    """It is not put in where the other case is."""
    assert "wrong" not in _all(one, BARE, other, WHOLE)
    assert _all(one, BARE, other, WHOLE)[1] == "right"
    assert _all(one, BARE, other, BARE)[1] != "right"
    assert _all(one, BARE.replace("x", "2 x"), other, WHOLE)[0] != "right"


@pytest.mark.parametrize("between", ["  Inserting $z$:", "- which is the same as", "Hence"])
def test_further_lines_of_a_case(between: str) -> None:
    """They are not wrong for what the case leaves out."""
    line = BARE.replace("z - t", "w x - t")
    for other in (r"- $\lambda > 0$:", r"- $\lambda = 1$:"):
        assert "wrong" not in _all(r"- $\lambda = 0$:", BARE, between, line, other, WHOLE.replace(r"\lambda", "1"))[:2]
    assert _all(r"- $\lambda = 0$:", BARE, between, line.replace(") x", ") t"))[1] == "wrong"


def test_a_value_for_the_page() -> None:
    """What is set holds on."""
    assert _all(r"We set $\lambda = 0$ throughout.", r"$$ \frac{\partial E}{\partial z} = z - t $$", BARE) != ["wrong"]
    values = "We use the following values:", r"- $\lambda = 0$:", "- $t = 1$:", "Then"
    assert _all(*values, BARE.replace("z - t", "z - 1")) == ["right"]


@pytest.mark.parametrize(
    "line",
    [
        rf"{LEFT} = @ \tag{{$\lambda = 0$}}",
        rf"{LEFT} = @ \tag*{{$(\lambda = 0)$}}",
        rf"{LEFT} \overset{{(\lambda = 0)}}{{=}} @",
        rf"{LEFT} \stackrel{{[\lambda = 0]}}{{=}} @",
        rf"{LEFT} \underset{{(\lambda = 0)}}{{=}} @",
    ],
)
def test_the_condition_of_a_line(line: str) -> None:
    """It is that of its line, and of no other."""
    lines = [f"$$ {line.replace('@', x)} $$" for x in ("(z - t) x", "2 (z - t) x")]
    assert _all(lines[0]) == ["right"]
    assert _all(lines[1]) == ["wrong"]
    assert _all(lines[0], "Hence", BARE)[1] != "right"


def test_tags_compare_indices_too() -> None:
    """`\\tag{$i = j$}` is a condition on indices."""
    softmax = r"$$ y_j = \frac{e^{z_j}}{\sum_k e^{z_k}} $$"
    line = r"$$ \frac{\partial y_i}{\partial z_j} = @ $$"
    assert verdict(softmax, line.replace("@", r"y_i (1 - y_i) \tag{$i = j$}")) == "right"
    assert verdict(softmax, line.replace("@", r"y_i (1 - y_i) \tag{$i \neq j$}")) == "wrong"
    assert verdict(softmax, line.replace("@", r"-y_i y_j \tag{$i \neq j$}")) == "right"


SAID = [r"x_1 = 1, \lambda = 0", r"\lambda = 0, x_1 = 1", r"x_1 = 1 \text{ and } \lambda = 0"]


@pytest.mark.parametrize("said", SAID)
def test_values_in_any_order(said: str) -> None:
    """Behind the value of an entry another one is that of the line, too."""
    page = "$$ y = w_1 x_1 + w_2 x_2 $$", r"$$ E = \frac12 (y - t)^2 + \frac{\lambda}{2} (w_1^2 + w_2^2) $$"
    line = r"$$ \frac{\partial E}{\partial w_1} = @ \quad (" + said + ") $$"
    assert verdict(*page, line.replace("@", "(y - t)")) == "right"
    assert verdict(*page, line.replace("@", "2 (y - t)")) == "wrong"
    assert verdict(*page, line.replace(said, "x_1 = 1").replace("@", "(y - t)")) == "wrong"


@pytest.mark.parametrize("heads", [("no decay:", "with decay:"), ("(no decay):", "With decay:")])
def test_a_heading_with_more_words(heads: tuple[str, str]) -> None:
    page = [r"$$ z = w x $$", r"$$ E = \frac12 (z - t)^2 + \frac{\lambda}{2} w^2 $$"]
    without = r"$$ \frac{\partial E}{\partial w} = (z - t) x $$"
    lines = [rf"- $\lambda = 0$ {heads[0]}", without, f"- {heads[1]}"]
    assert verdict(*page, *lines, without) == "unproved"
    assert verdict(*page, *lines, without.replace("(z - t) x", r"(z - t) x + \lambda w")) == "right"


def test_a_condition_in_parentheses_over_a_sign_is_of_its_line() -> None:
    page = [r"$$ z = w x + b $$", r"$$ E = \frac12 (z - t)^2 $$"]
    line = r"$$ \frac{\partial E}{\partial w} \overset{(b = 0)}{=} (w x - t) x $$"
    assert verdict(*page, line) == "right"
    assert verdict(*page, line, line.replace(r"\overset{(b = 0)}{=}", "=")) != "right"


def test_a_sentence_that_points_back_begins_no_case() -> None:
    page = r"$$ y_j = \frac{e^{z_j}}{\sum_k e^{z_k}} $$" + "\nWe get\n"
    upper, lower = (rf"$$ \frac{{\partial y_i}}{{\partial z_j}} = {x} $$" for x in ("y_i (1 - y_i)", "-y_i y_j"))
    assert verdict(page + upper + "\nDas ist der Fall $i = j$. Nun\n" + lower) != "wrong"
    assert verdict(page + lower + "\nDas ist der Fall $i = j$. Nun\n" + upper) != "right"
