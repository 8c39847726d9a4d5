"""The head of a page: every slip in it is said, with its line and what to write; nothing is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from symderiv.cli import main
from symderiv.errors import SymderivError
from symderiv.load import load_text

EQUATION = "$$E = \\sum_{i=1}^{I} w_i x_i$$\n"

SLIPS = {
    "never closed": (
        '+++\nwrt = "w_i"\n\n' + EQUATION,
        """the front matter is not closed
line 1, column 1
    +++
    ^~~
put a line `+++` after its last key""",
    ),
    "opened and closed on one line": (
        '\n+++ wrt = "w_i" +++\n' + EQUATION,
        """`+++` does not stand on a line of its own
line 2, column 1
    +++ wrt = "w_i" +++
    ^~~~~~~~~~~~~~~~~~~
put it above and below the front matter""",
    ),
    "below a heading": (
        '# Title\n\n+++\nwrt = "w_i"\n+++\n' + EQUATION,
        """`+++` below the first line
line 3, column 1
    +++
    ^~~
the front matter stands before anything else""",
    ),
    "YAML": (
        "---\ntitle: A page\nwrt: w_i\n---\n" + EQUATION,
        """the front matter is YAML, which is not read
line 3, column 1
    wrt: w_i
    ^~~~~~~~
write it in TOML between lines `+++`, values in quotes: wrt = "w_{i,j}\"""",
    ),
    "a key twice": (
        '+++\nwrt = "w_i"\nwrt = "x_i"\n+++\n' + EQUATION,
        """`wrt` is given twice in the front matter
line 3, column 1
    wrt = "x_i"
    ^~~
keep one of the two; several values stand in a list: wrt = ["w_{i,j}", "b_i"]""",
    ),
    "a table twice": (
        '+++\n[ranges]\ni = "1..I"\n[ranges]\nj = "1..J"\n+++\n' + EQUATION,
        """`ranges` is given twice in the front matter
line 4, column 2
    [ranges]
     ^~~~~~
keep one of the two; several values stand in a list: wrt = ["w_{i,j}", "b_i"]""",
    ),
    "without quotes": (
        "+++\nwrt = w_i\n+++\n" + EQUATION,
        """the front matter is not TOML: Invalid value
line 2, column 7
    wrt = w_i
          ^
values of text stand in quotes, e.g. objective = "E"; a backslash is doubled: "\\\\theta\"""",
    ),
    "a key that does not exist": (
        "+++\nlearning_rate = 1\n+++\n" + EQUATION,
        """`learning_rate` is not a key of the front matter
line 2, column 1
    learning_rate = 1
    ^~~~~~~~~~~~~~~~~
the keys are title, objective, wrt, data, functions, sizes, ranges, assume, relations, outside, sums""",
    ),
    "a number for a title": (
        "+++\ntitle = 3\n+++\n" + EQUATION,
        """`title` is 3
line 2, column 1
    title = 3
    ^~~~~~~~~
write `title` as one text in quotes""",
    ),
    "two objectives": (
        '+++\nobjective = ["E", "L"]\n+++\n' + EQUATION,
        """`objective` is ['E', 'L']
line 2, column 1
    objective = ["E", "L"]
    ^~~~~~~~~~~~~~~~~~~~~~
write `objective` as one text in quotes""",
    ),
    "a size that is none": (
        '+++\nsizes = ["N", "M+1"]\n+++\n' + EQUATION,
        """a size is a single letter here
line 2, column 16
    sizes = ["N", "M+1"]
                   ^~~
write sizes = ["N", "M"]""",
    ),
    "an assumption that says nothing": (
        '+++\nassume = "w_i"\n+++\n' + EQUATION,
        """an equation is expected here
line 2, column 11
    assume = "w_i"
              ^~~
for example "\\\\sum_{k=1}^{K} t_k = 1\"""",
    ),
    "a relation that says nothing": (
        '+++\nrelations = ["N"]\n+++\n' + EQUATION,
        """an equation is expected here
line 2, column 15
    relations = ["N"]
                  ^
for example "N = M + A - 1\"""",
    ),
    "the objective by itself": (
        '+++\nwrt = ["w_i", "E"]\n+++\n' + EQUATION,
        """`wrt` names the objective `E`
line 2, column 16
    wrt = ["w_i", "E"]
                   ^
name what it depends on: a weight, an input, a node""",
    ),
    "a name that is not there": (
        '+++\ndata = "z_i"\n+++\n' + EQUATION,
        """`data` names `z_i`, which the network does not have
line 2, column 9
    data = "z_i"
            ^~~
there are: E, w, x""",
    ),
    "an index too many": (
        '+++\nwrt = "w_{i,j}"\n+++\n' + EQUATION,
        """`wrt` names `w_{i,j}`, which the network does not have
line 2, column 8
    wrt = "w_{i,j}"
           ^~~~~~~
did you mean `w`?""",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_said(name: str) -> None:
    page, message = SLIPS[name]
    with pytest.raises(SymderivError) as caught:
        load_text(page)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "page",
    [
        '+++\nwrt = "w_i"\n+++\n' + EQUATION,
        '\n\n+++\nobjective = "E"\ndata = ["x_i"]\n\n[ranges]\ni = "1..I"\n+++\n' + EQUATION,
        "+++\n+++\n" + EQUATION,
        "---\ntitle: another tool's\nlayout: page\n---\n" + EQUATION,
        "---\n\n" + EQUATION,
        EQUATION + '\n```\n+++\nwrt = "w_i"\n+++\n```\n',
    ],
)
def test_what_is_right_is_read(page: str) -> None:
    assert len(load_text(page).pieces) == 3


NOTHING = {
    "empty": (b"", "the page is empty"),
    "blank": (b"\n  \n", "the page is empty"),
    "words": (b"A network with two layers.\n", "the page has no equations"),
    "no dollars": (b"a_i = w_i x_i\n", "the page has no equations"),
    "UTF-16": ("誤差".encode("utf-16"), "the page has no equations"),
    "zeros": (b"$$a\x00 = b$$", "a NUL character: this is not a text file"),
    "an image": (b"\x89PNG\r\n\x1a\n", "byte 0x89 is not valid UTF-8"),
    "a claim only": (b"$$\\frac{\\partial E}{\\partial w} = 3$$", "no equation on this page defines a variable"),
    "a remark only": (b"$1 \\le i \\le I$", "the page has no equations"),
}


@pytest.mark.parametrize("name", NOTHING)
@pytest.mark.parametrize("command", ["show", "derive", "verify"])
def test_a_page_without_a_network(name: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, cause = NOTHING[name]
    page = tmp_path / "page.md"
    page.write_bytes(content)
    assert main([command, str(page)]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0] == f"symderiv: {cause}"
    assert str(page) in said[1]
    assert len(said) > 2


def test_a_folder_is_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "net.md").write_text(EQUATION, encoding="utf-8")
    assert main(["derive", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "is a folder, not a page" in said
    assert "net.md" in said


@pytest.mark.parametrize("draws", ["0", "-1", "few"])
def test_verifying_takes_a_draw(draws: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "tied_autoencoder", "--draws", draws]) == 2
    assert "at least 1 is needed" in capsys.readouterr().err
