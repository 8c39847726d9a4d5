"""What reading hands over: the chains of a document as written, and everything a document says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..affine import Sym
from ..document.blocks import FrontMatter
from ..domain.constraint import Constraint
from ..draft import Draft
from ..errors import Place, ReadError
from ..expr import Expr, Var, Variable
from ..latex.macros import Macros
from ..latex.source import Offsets
from ..latex.tree import Listing, Name, Node
from ..system import Span
from .comparisons.compared import Compared, Equated, Fixed
from .comparisons.valued import numbers_listed
from .facts import Facts
from .functions.supposed import Supposed
from .integers.conditions import is_declaration, subjects
from .integers.distances import Choice
from .located import Located
from .read_beside import OfSums
from .spelled.shape import letters_in, shape_of
from .statements import Member
from .told.said_doubtfully import Doubted
from .told.untold import Untold


@dataclass(frozen=True, slots=True)
class Written:
    r"""One chain as the author wrote it: what `check` judges.

    - `line`: of the file, where the display (or inline equation) opens; `latex`: as typed; `number`: of the formula,
      `span` of the statement in it (None for one in a note or a text of the formula).
    - `members`: expressions, or the error of a member that cannot be read; `spans`: where each stands in `latex`.
    - `defines`: links (by number, link n joins members n and n+1) that introduce a name, with the name; `restates`:
      links that repeat a definition. Neither is a claim. `function`: the one that it defines.
      `excepted`: how words make it an exception to another definition.
    - `ranges`, `where`: ranges and conditions it is stated under; `perhaps`: conditions that it may be meant under;
      `given`: conditions beside it, as typed, under which it is not judged; `choice`: the one of them that leaves a
      choice, and is used after all; `doubtful`: those of them that words may widen or turn round;
      `of_sums`: what is said of letters that only its sums have; `struck`: its author calls it wrong.
    - `dummies`: letters that stand for any number (the z of `\sigma'(z) = ..`); `labels`: of the display.
    - `places`: every part of the members with the span in `latex` that it was read from.
    - `words`: those of its sentence, before and behind its display.
    - `leading`: its sentence goes on in the display below it.
    - `refused`: why the text does not claim it, or not as it stands.
    - `touching`: a comparison of values in it, `h \ge 0`, also holds where they are equal.
    """

    line: int
    latex: str
    members: tuple[Member, ...]
    spans: tuple[Offsets, ...]
    relations: tuple[str, ...]
    place: Place
    number: int = 0
    span: Offsets | None = None
    defines: tuple[tuple[int, Var], ...] = ()
    restates: tuple[int, ...] = ()
    function: str = ""
    excepted: str = ""
    ranges: tuple[Span, ...] = ()
    where: tuple[Constraint, ...] = ()
    perhaps: tuple[Constraint, ...] = ()
    given: tuple[str, ...] = ()
    doubtful: tuple[Doubted, ...] = ()
    choice: Choice | None = None
    of_sums: tuple[OfSums, ...] = ()
    struck: bool = False
    inline: bool = False
    dummies: tuple[Variable, ...] = ()
    tag: str = ""
    labels: tuple[str, ...] = ()
    places: tuple[tuple[Expr, Offsets], ...] = ()
    touching: bool = False
    words: tuple[str, str] = ("", "")
    leading: bool = False
    refused: ReadError | None = None

    @property
    def claims(self) -> tuple[int, ...]:
        """The links that are claims."""
        other = {n for n, _ in self.defines} | set(self.restates)
        return tuple(n for n in range(len(self.relations)) if n not in other)

    @property
    def in_words(self) -> bool:
        """Do words say it, so that no side stands in the text by itself: `all $\\delta$ are zero at $t = T+1$`?"""
        return len(self.spans) > 1 and all(span == self.spans[0] for span in self.spans)


@dataclass(frozen=True, slots=True)
class Unread:
    """A formula that could not be read at all: the line on which it opens, its LaTeX, and why."""

    line: int
    latex: str
    error: ReadError


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """A letter for one row of given data, of which the page does not say whether it is among the other rows, or says
    that it is `apart`; False, where it says so and it is not clear from which."""

    letter: Sym
    error: ReadError
    apart: bool | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A range or condition that is a statement of its own: the number of its formula, its span there, its letters.

    `declares`: it says of which set, and so of which shape, something is; `numbers`: which few values data take.
    `words`: those of its sentence, before and behind it.
    """

    number: int
    span: Offsets
    place: Place
    letters: tuple[str, ...]
    declares: bool = False
    numbers: bool = False
    words: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a document says: its network as a draft, its chains, what could not be read, readings chosen.

    `problems` holds everything that could not be read, `unread` those that are a whole formula; `untold` are names
    whose definition could not be read, `outside` what looks like an equation and stands outside mathematics,
    `rows` letters that have two readings a judge has to keep apart, `beside` conditions that are statements,
    `front` the front matter as typed, `macros` those of the author, `included` the files that the document reads, with
    where it does so; `supposed` functions are what they are under a condition only; `strides` are letters by which an
    index is multiplied, `compared` values stand beside lines, `twice` are names with letters of one range by which
    one definition adds them up twice, `arbitrary` are letters of names that words call any number, `constants` of those
    that they call constants, `declared` those of which the page says of which shape they are, on a page that names more
    than it defines; `errors_end`: only derivatives are said to be 0 beyond their range;
    `steps` are letters of the one step of all that a page is about; `partners`: may something be given that is
    defined by what defines another one of its kind? `layouts` are kinds of derivatives of which words leave open how
    they stand, `typed` all its words and formulas.
    """

    draft: Draft
    claims: tuple[Written, ...] = ()
    problems: tuple[ReadError, ...] = ()
    notes: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    untold: tuple[Untold, ...] = ()
    outside: tuple[ReadError, ...] = ()
    rows: tuple[RowDoubt, ...] = ()
    beside: tuple[Condition, ...] = ()
    front: FrontMatter = field(default_factory=FrontMatter)
    macros: Macros = field(default_factory=dict)
    included: Mapping[str, Place] = field(default_factory=dict)
    supposed: tuple[Supposed, ...] = ()
    strides: tuple[Name, ...] = ()
    compared: tuple[Compared | Fixed | Equated, ...] = ()
    twice: frozenset[tuple[str, str]] = frozenset()
    arbitrary: frozenset[str] = frozenset()
    constants: frozenset[str] = frozenset()
    declared: frozenset[str] = frozenset()
    errors_end: bool = False
    steps: frozenset[str] = frozenset()
    partners: bool = False
    layouts: frozenset[str] = frozenset()
    typed: str = field(default="", repr=False)

    @property
    def members(self) -> Iterator[Expr]:
        """Every member of the chains that could be read."""
        return (m for w in self.claims for m in w.members if not isinstance(m, ReadError))

    def order(self, file: str, line: int) -> tuple[int, ...]:
        """Where a line of a file comes in the document: what an included file holds stands where it is included."""
        above = self.included.get(file)
        return (line,) if above is None else (*self.order(above.file, above.line), line)


def _declared(x: Node) -> list[str]:
    """The letters of the names that are declared, one or a list."""
    items = x.items if isinstance(x, Listing) else (x,)
    return [s.base for s in map(shape_of, items) if s is not None]


def conditions_alone(
    facts: Facts, is_equation: Sequence[bool], home: Sequence[int], located: Sequence[Located]
) -> Iterator[Condition]:
    """The ranges and conditions of a page that are statements of their own; `home` has the number of their formula."""
    for n, number in enumerate(home):
        s = facts.stated[n]
        chain, span = s.statement.chain, s.statement.span
        if not is_equation[n] and chain.relations and s.formula is located[number][1]:
            about = subjects(chain, facts.strong)[0] or list(letters_in(chain))
            # `\Sigma_k \in \mathbb{R}^{n \times n}`, `x_n, \mu_k \in \mathbb{R}^n`
            about += _declared(chain.members[0]) if is_declaration(chain) else []
            display, numbers = located[number][0], numbers_listed(chain) is not None
            words = (display.before, display.after)
            yield Condition(number, span, s.formula.place(span), tuple(about), is_declaration(chain), numbers, words)
