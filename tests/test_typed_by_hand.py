r"""Ways of typing: spaces around words, braces around arguments, arrows before steps, labels left out."""

from __future__ import annotations

import pytest

import symderiv as sd

from .judging import check


def verdicts(text: str) -> list[str]:
    """The verdicts of the links of a page, in order."""
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


LAYERS = r"""
$$a^l_j = \sigma(z^l_j), \quad z^l_j = \sum_k w^l_{jk} a^{l-1}_k + b^l_j$$

$$\delta^l_j = \frac{\partial C}{\partial z^l_j}$$
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"z^l = w^l a^{l-1} + b^l", "right"),
        (r"z^l_j = \sum_k a^{l-1}_k w^l_{jk} + b^l_j", "right"),
        (r"z^l = w^l a^{l-1}", "wrong"),
        (r"z^l = w^{l-1} a^{l-1} + b^l", "wrong"),
        (r"\delta^L = \nabla_a C \odot \sigma'(z^L)", "right"),
        (r"\delta^L = \nabla_z C \odot \sigma'(z^L)", "wrong"),
        (r"\delta^L = \nabla_a C", "wrong"),
        (r"\delta^l = \nabla_a C \odot \sigma'(z^{l+1})", "unreadable"),  # of which layer?
    ],
)
def test_layers_said_again(line: str, expected: str) -> None:
    """A recurrence that is stated a second time, and gradients by a layer of which the letter alone is typed."""
    assert verdicts(f"{LAYERS}\nThe last layer is $L$.\n\n$${line}$$\n") == [expected]


@pytest.mark.parametrize("said", ["for each l = L−1, L−2, …, 1", "For l=L-1,L-2,...,1"])
def test_a_listed_range_without_dollar_signs(said: str) -> None:
    """The line holds only below the last layer."""
    line = r"$$\delta^l = ((w^{l+1})^T \delta^{l+1}) \odot \sigma'(z^l)$$"
    end = r"$$\delta^L_j = \frac{\partial C}{\partial a^L_j} \sigma'(z^L_j)$$"
    assert verdicts(f"{LAYERS}\n{end}\n\nBackward, {said}, compute\n\n{line}\n") == ["right", "right"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (r"g(u) \; and \;", r"u = w x", "right"),
        (r"g(u) ~where~", r"u = w x", "right"),
        (r"g(u) \quad and \quad", r"u = w x", "right"),
        (r"g(u) and", r"u = w x", "unproved"),  # a product of letters, or a word
    ],
)
def test_words_between_spaces(left: str, right: str, expected: str) -> None:
    """A word that was not set upright is one where printed spaces stand on both sides of it."""
    page = rf"$$y = {left} {right}$$ $$\frac{{\partial y}}{{\partial w}} = g'(u) x$$"
    assert verdicts(page)[-1] == expected


@pytest.mark.parametrize(
    "call", [r"\sigma{(u)}", r"\sigma{\left(u \right)}", r"\operatorname{\sigma}{\left(u \right)}"]
)
def test_braces_around_an_argument(call: str) -> None:
    """As SymPy prints an application."""
    page = rf"$$u = w x$$ $$y = {call}$$ $$\frac{{\partial y}}{{\partial w}} = y (1 - y) x$$"
    assert verdicts(page)[-1] == "right"


def test_braces_around_a_factor() -> None:
    """A number is no function, with braces or without."""
    page = r"$$u = w{(x + 1)}$$ $$y = \frac{(u)}{(x)}$$ $$\frac{\partial u}{\partial w} = x + 1$$"
    assert verdicts(page)[-1] == "right"


@pytest.mark.parametrize(
    "step",
    [
        r"w_k \rightarrow w_k' = w_k - \eta \frac{\partial C}{\partial w_k}",
        r"w_k \to w_k - \eta \frac{\partial C}{\partial w_k}",
    ],
)
def test_arrows_before_steps(step: str) -> None:
    """An update rule with an arrow that points to what comes out."""
    page = (
        rf"$$y = \sum_k w_k x_k$$ $$C = (y - t)^2$$ $${step}$$ $$\frac{{\partial C}}{{\partial w_k}} = 2 (y - t) x_k$$"
    )
    assert verdicts(page) == ["right"]


def test_what_tends_to_something_is_no_step() -> None:
    """No derivative stands behind the arrow."""
    page = r"$$y = \sum_k w_k x_k$$ $$x_k \to 0 = x_k - x_k$$ $$\frac{\partial y}{\partial w_k} = x_k$$"
    assert verdicts(page)[-1] == "right"
    assert "unreadable" in verdicts(page)


LOSS = r"$$p_k = \frac{e^{z_k}}{\sum_c e^{z_c}}$$ $$L_{CE} = -\sum_{k=1}^{C} t_k \log p_k$$ "


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", "right"),
        (r"$$L_{reg} = \sum_k z_k^2$$ ", "unproved"),  # two losses: L may be any function of them
        (r"$$L = L_{CE} + \lambda \sum_k p_k$$ ", "wrong"),
    ],
)
def test_a_loss_without_its_label(more: str, expected: str) -> None:
    r"""`\partial L` is about the one loss of that letter that the page defines."""
    page = rf"{LOSS}{more}$$\frac{{\partial L}}{{\partial p_k}} = -\frac{{t_k}}{{p_k}}$$"
    assert verdicts(page) == [expected]


def test_two_sizes_below_an_array_stay_sizes() -> None:
    """The last entry of an array is no label."""
    page = r"$$y = \sum_{c=1}^{C} \sum_{e=1}^{E} a_{ce}^2$$ $$\frac{\partial y}{\partial a_{CE}} = 2 a_{CE}$$ "
    assert verdicts(page) == ["right"]


def test_labels_looked_up_stay_labels_of_data() -> None:
    """What stands below p is a value of the data where a letter stands there, too."""
    page = r"$$p_k = \frac{e^{z_k}}{\sum_c e^{z_c}}$$ $$q_{y_1} = p_{y_1}$$ $$q_{y_2} = p_{y_2}$$ "
    assert "right" not in verdicts(page + r"$$\frac{\partial q_{y_1}}{\partial z_{y_1}} = 1$$")


SOFTMAX = r"""Let $P = \text{softmax}(S)$ and $p_i = \frac{e^{s_i}}{\sum_k e^{s_k}}$.

$$\frac{\partial p_i}{\partial s_j} = p_i ([i = j] - p_j)$$"""
BOLD = r"""$$\mathbf{z}^l = \mathbf{w}^l \mathbf{a}^{l-1} + \mathbf{b}^l$$

$$a_j^l = \sigma(z_j^l)$$

$$\frac{\partial C}{\partial b^l_j} = \frac{\partial C}{\partial z^l_j}$$"""


@pytest.mark.parametrize("page", [SOFTMAX, BOLD])
def test_a_page_is_always_judged(page: str) -> None:
    """An array without entries beside one with them, and layers in bold beside plain ones."""
    assert check(page).claims


SUMS = r"$$z_j = \sum_i w_{ij} x_i$$ "


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (r"$$h_j = f(z_j) = \tanh(z_j)$$ $$\frac{\partial h_j}{\partial z_j} = 1 - h_j^2$$", "right"),
        (r"$$h_j = f(z_j) = \tanh(z_j)$$ $$\frac{\partial h_j}{\partial z_j} = 1 - h_j$$", "wrong"),
        (r"$$h_j = f(z_j) = z_j^3$$ $$\frac{\partial h_j}{\partial z_j} = f'(z_j) = 3 z_j^2$$", "right"),
        (r"$$h_j = f(z_j)$$ $$f(z_j) = z_j^3$$ $$\frac{\partial h_j}{\partial z_j} = f'(z_j) = 3 z_j^2$$", "right"),
        # what stands behind depends on the unit, so that it is no function
        (r"$$h_j = f(z_j) = b_j z_j$$ $$\frac{\partial h_j}{\partial z_j} = f'(z_j)$$ $$f'(z_j) = b_j$$", "unproved"),
    ],
)
def test_functions_told_on_the_way(page: str, expected: str) -> None:
    """The links of a chain that say what a function is."""
    assert verdicts(SUMS + page)[-1] == expected


def test_a_function_in_words_is_that_one() -> None:
    """A chain that says something else of it is wrong."""
    words = "The activation $f$ is the hyperbolic tangent. "
    assert "wrong" in verdicts(words + SUMS + r"$$h_j = f(z_j) = \frac{1}{1 + e^{-z_j}}$$")


def test_a_solution_tells_no_function_of_its_network() -> None:
    """There the function is any."""
    network = sd.read_network(
        r"$$z_j = \sum_{i=1}^{I} w_{ij} x_i$$ $$h_j = f(z_j)$$ $$E = \sum_{j=1}^{J} (h_j - t_j)^2$$"
    )
    found = network.check(r"$$h_j = f(z_j) = \tanh(z_j)$$")
    assert [str(link.judgement) for claim in found.claims for link in claim.links] == ["wrong"]


@pytest.mark.parametrize("words", ["Otherwise:", "and otherwise:", "Otherwise, we have", "それ以外のとき"])
@pytest.mark.parametrize(("line", "expected"), [("-p_i p_j", "right"), ("p_i p_j", "wrong")])
def test_otherwise_between_displays(words: str, line: str, expected: str) -> None:
    """The contrary of the case above."""
    derivative = r"\frac{\partial p_i}{\partial z_j}"
    page = r"$$p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$$" + "\n\n"
    page += f"When $j = i$:\n\n$${derivative} = p_i (1 - p_i)$$\n\n{words}\n\n$${derivative} = {line}$$"
    assert verdicts(page) == ["right", expected]


def test_otherwise_without_a_case() -> None:
    """Nothing stands above that it could be the contrary of."""
    derivative = r"\frac{\partial p_i}{\partial z_j}"
    page = r"$$p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$$" + "\n\n"
    page += f"$${derivative} = p_i ([i = j] - p_j)$$\n\nOtherwise:\n\n$${derivative} = -p_i p_j$$"
    assert verdicts(page) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (r"\text{i = j}", r"\text{i $\neq$ j}"),
        (r"\text{if i = j}", r"\text{if i != j}"),
        (r"\text {if $i$ = $j$}", r"\text{when i ≠ j}"),
        (r"\text{i = j}", r"\text{otherwise}"),
    ],
)
def test_conditions_set_as_words(first: str, second: str) -> None:
    """Letters of indices among words are mathematics."""
    rows = rf"\begin{{cases}} p_i (1 - p_j) & {first} \\ -p_i p_j & {second} \end{{cases}}"
    page = rf"$$p_i = \frac{{e^{{z_i}}}}{{\sum_k e^{{z_k}}}}$$ $$\frac{{\partial p_i}}{{\partial z_j}} = {rows}$$"
    assert verdicts(page) == ["right"]
    assert verdicts(page.replace("-p_i", "p_i")) == ["wrong"]


UNITS = r"""$$E = \sum_n E_n$$

$$a_j = \sum_i w_{ji} z_i$$

$$z_j = h(a_j)$$

$$\delta_j = \frac{\partial E_n}{\partial a_j}$$
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E_n}{\partial w_{ji}} = \delta_j z_i", "right"),
        (r"\frac{\partial E_n}{\partial w_{ji}} = \delta_j z_j", "wrong"),
        (r"\delta_j = h'(a_j) \sum_k w_{kj} \delta_k", "right"),
        (r"\delta_j = \sum_k w_{kj} \delta_k", "wrong"),
    ],
)
def test_the_loss_of_one_example(line: str, expected: str) -> None:
    """Of many of which nothing is said."""
    assert verdicts(f"{UNITS}\n$${line}$$") == [expected]


def test_the_loss_of_an_example_that_is_defined() -> None:
    """Its number is an index."""
    page = r"$$E = \sum_{n=1}^{N} E_n$$ $$E_n = (y_n - t_n)^2$$ $$y_n = \sum_i w_i x_{ni}$$ "
    assert verdicts(page + r"$$\frac{\partial E_n}{\partial w_i} = 2 (y_n - t_n) x_{ni}$$") == ["right"]
    assert verdicts(page + r"$$\frac{\partial E}{\partial w_i} = 2 (y_n - t_n) x_{ni}$$") == ["wrong"]


def test_the_end_of_a_sum_is_no_index() -> None:
    """A size that nothing else has makes no line wrong."""
    page = r"$$a_j = \sum_i w_{ji} z_i$$ $$z_j = h(a_j)$$ $$\frac{\partial a_j}{\partial w_{ji}} = z_i$$ "
    assert verdicts(page + "\n\n# An example\n\n" + r"$$a_j = \sum_{i=0}^{D} w_{ji}^{(1)} x_i$$")[-1] == "unproved"


NUMBERS = r"$$n = w x + b$$ $$E = \frac{1}{2} (n - t)^2$$ "


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial n} = n - t = 0.751 - 0.01 = 0.741", ["right", "unproved", "right"]),
        (r"\frac{\partial E}{\partial n} = n - t = 0.751 - 0.01 = 0.74", ["right", "unproved", "unproved"]),
        (r"\frac{\partial E}{\partial n} = n - t = 0.751 - 0.01 = 0.761", ["right", "unproved", "wrong"]),
        (r"\frac{\partial E}{\partial w} = 0.0821", ["unproved"]),
        (r"\frac{\partial n}{\partial b} = 0.5", ["wrong"]),
        (r"\frac{\partial E}{\partial n} = 1", ["wrong"]),  # no decimal number
        (r"\frac{\partial E}{\partial n} = 0.5 n - 0.5 t", ["wrong"]),
    ],
)
def test_numbers_of_an_example(line: str, expected: list[str]) -> None:
    """Decimal numbers that are put in hold at some values."""
    assert verdicts(f"{NUMBERS}$${line}$$") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial g_t} = \frac{\partial L}{\partial c_t} * c_{t-1}", "right"),
        (r"\frac{\partial L}{\partial g_t} = \frac{\partial L}{\partial c_t} * c_t", "wrong"),
        (r"\frac{\partial L}{\partial W_g} = \frac{\partial L}{\partial g_t} x_t", "unproved"),  # of the whole matrix
    ],
)
def test_a_matrix_before_a_bracket(line: str, expected: str) -> None:
    """State and input below each other."""
    gates = r"$$g_t = \sigma(W_g \cdot [h_{t-1}, x_t] + b_g)$$ $$c_t = g_t * c_{t-1}$$ $$h_t = \tanh(c_t)$$ "
    assert verdicts(f"{gates}$${line}$$") == [expected]


ZEROS = r"""$$u_j = \sum_{i=0}^{d} w_{ji} x_i$$

$$y_j = g(u_j)$$

$$u_k = \sum_{j=0}^{m} w_{kj} y_j$$

$$z_k = f(u_k)$$

$$E = \frac{1}{2} \sum_{k=1}^{c} (t_k - z_k)^2$$
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"u_j = \sum_{i=1}^{d} w_{ji} x_i + w_{j0} x_0", "right"),
        (r"u_k = \sum_{j=1}^{m} w_{kj} y_j + w_{k0} y_0", "right"),
        (r"u_k = \sum_{j=1}^{m} w_{kj} y_j + w_{k0} x_0", "wrong"),
        (r"\frac{\partial E}{\partial w_{k0}} = -(t_k - z_k) f'(u_k) y_0", "right"),
        (r"\frac{\partial E}{\partial w_{k0}} = -(t_k - z_k) f'(u_k)", "wrong"),
    ],
)
def test_zeros_of_two_layers(line: str, expected: str) -> None:
    """The letter beside it says of which layer a 0 is."""
    assert verdicts(f"{ZEROS}\n$${line}$$")[-1] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial w_0} = 2 (u - t)", "right"),
        (r"\frac{\partial E}{\partial w_0} = 2 (u - t) x_1", "wrong"),
        (r"\frac{\partial E}{\partial w_i} = 2 (u - t) x_i", "right"),
    ],
)
def test_a_bias_among_the_weights(line: str, expected: str) -> None:
    """Its input is 1."""
    page = r"$$u = \sum_{i=1}^d w_i x_i + w_0 = \sum_{i=0}^d w_i x_i$$ $$E = (u - t)^2$$ "
    assert verdicts(f"{page}$${line}$$") == ["right", expected]


def test_a_bias_by_another_name_is_no_weight() -> None:
    """Nothing says what the input at 0 is."""
    page = r"$$u = \sum_{i=1}^d w_i x_i + b = \sum_{i=0}^d w_i x_i$$ $$\frac{\partial u}{\partial b} = 1$$"
    assert verdicts(page)[0] == "wrong"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (r"if $i = j$, and $-p_i p_j$ if $i \ne j$", ["right", "right"]),
        (r"if $i = j$ and $-p_i p_j$ otherwise", ["right", "right"]),
        (r"for $i = j$, and $p_i p_j$ for $i \ne j$", ["right", "unproved"]),
    ],
)
def test_two_cases_of_a_sentence(words: str, expected: list[str]) -> None:
    """The second value is one of the same derivative."""
    page = r"$$p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$$" + "\n\n"
    assert verdicts(page + rf"Then $\frac{{\partial p_i}}{{\partial z_j}} = p_i (1 - p_i)$ {words}.") == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (r"$$q_i = \tanh(u_i) = p_i$$ $$\frac{\partial q_i}{\partial u_i} = 1 - p_i^2$$", ["right"]),
        (r"$$q_i = \tanh(u_i) = p_i$$ $$\frac{\partial p_i}{\partial u_i} = p_i (1 - p_i)$$", ["wrong"]),
        (
            r"The target is $p_i$. $$q_i = \tanh(u_i) = p_i$$ $$\frac{\partial q_i}{\partial u_i} = 1 - p_i^2$$",
            ["unproved", "unproved"],
        ),
        (
            r"$$q_i = \tanh(u_i) = p_i$$ $$E = \sum_i (p_i - q_i)^2$$ $$\frac{\partial E}{\partial u_i} = 0$$",
            ["wrong", "wrong"],
        ),
    ],
)
def test_a_second_name_at_the_end(page: str, expected: list[str]) -> None:
    """It is what the first one is, unless the page knows it for data."""
    assert verdicts(page) == expected


def test_functions_in_any_font() -> None:
    r"""`\mathcal{Tanh}` is no product of four letters."""
    page = r"$$y = \mathcal{Tanh}(x)$$ $$\frac{dy}{dx} = 1 - y^2$$ $$\frac{dy}{dx} = 1 - y$$"
    assert verdicts(page) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (r"\frac{\partial g}{\partial x_1}, \dots, \frac{\partial g}{\partial x_n}", "right"),
        (r"\frac{\partial g}{\partial x_1}, \dots, \frac{\partial g}{\partial x_m}", "unreadable"),
        (r"\frac{\partial g}{\partial x_2}, \dots, \frac{\partial g}{\partial x_n}", "unreadable"),
        (r"\frac{\partial g}{\partial b_1}, \dots, \frac{\partial g}{\partial b_n}", "wrong"),
    ],
)
def test_a_gradient_typed_out(entries: str, expected: str) -> None:
    """All its entries, by the vector itself."""
    page = r"Let $x \in \mathbb{R}^n$, $b \in \mathbb{R}^n$." + "\n\n$$g(x) = b^T x$$\n\n"
    assert verdicts(rf"{page}$$\nabla_x g = [{entries}]^T$$") == [expected]
