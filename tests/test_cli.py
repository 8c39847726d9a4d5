"""The command line as a user meets it: what is printed, where it goes, and the exit status; never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from symderiv.cli import main
from symderiv.render import RENDERERS

PAGE = r"""
$$a_i = \sum_{j=1}^{J} w_{i,j} x_j \quad h_i = \tanh(a_i)$$ ( $1 \le i \le I$ )

$$E = \frac12 \sum_{i=1}^{I} (h_i - t_i)^2$$
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "net.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", sorted(RENDERERS))
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_derive_in_every_format(form: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["derive", "tied_autoencoder", "--wrt", "w_{j,i}", "--format", form, "--lang", lang]
    assert main(command) == 0
    out = capsys.readouterr().out
    assert "net" in out
    if form == "json":
        assert json.loads(out)


def test_derive_into_a_file(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.tex"
    assert main(["derive", str(page), "--wrt", "w_{i,j}", "--format", "document", "-o", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert r"\begin{document}" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("route", ["expanded", "backprop", "both"])
def test_every_route(page: Path, route: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["derive", str(page), "--wrt", "w_{i,j}", "--route", route]) == 0
    out = capsys.readouterr().out
    assert ("Both routes agree" in out) == (route == "both")
    assert ("δ_i" in out) == (route != "expanded")


def test_backpropagation_gives_every_gradient_on_one_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["derive", "tied_autoencoder", "--route", "backprop"]) == 0
    out = capsys.readouterr().out
    for parameter in ("w_{j,i}", "θ_j^(3)", "θ_i^(2)"):
        assert f"∂E/∂{parameter} = " in out


def test_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "tied_autoencoder"]) == 0
    out = capsys.readouterr().out
    assert "o_j^(1)\tinput\t1 <= j <= J" in out
    assert "w_{i,j}^(1) = w_{j,i}" in out


def test_verify_passes_and_says_how(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(page)]) == 0
    assert "largest relative error" in capsys.readouterr().out


def test_verify_finds_a_planted_error(page: Path) -> None:
    with page.open("a", encoding="utf-8") as f:
        f.write(r"$$\frac{\partial E}{\partial w_{i,j}} = (h_i - t_i) (1 + h_i^2) x_j$$")
    assert main(["verify", str(page)]) == 1


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert "tied_autoencoder" in capsys.readouterr().out


def test_compile(page: Path, tmp_path: Path) -> None:
    target = tmp_path / "grad.py"
    assert main(["compile", str(page), "-o", str(target)]) == 0
    assert "def value_and_grad" in target.read_text(encoding="utf-8")


MISTAKES = [
    (["derive", "no_such_page"], "symderiv list"),
    (["derive", "tied_autoencoder", "--wrt", "v_{i}"], "v"),
    (["derive", "tied_autoencoder", "--wrt", "w_{j,"], "w_{j,"),
    (["derive", "tied_autoencoder", "--route", "sideways"], "sideways"),
    (["derive"], "FILE"),
    (["frobnicate"], "frobnicate"),
    (["show", "/"], "/"),
    (["derive", "multilayer_perceptron", "--format", "json"], "--wrt"),
]


@pytest.mark.parametrize(("command", "said"), MISTAKES)
def test_a_mistake_is_one_message_and_status_2(
    command: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert "Traceback" not in captured.err
