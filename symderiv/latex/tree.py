r"""What a formula says before anybody knows what its names mean: the syntax tree.

Rules that hold for every tree:

- Nothing typed is lost: what is pure decoration (`\left`, `\,`, `\displaystyle`, `\boxed`, colours) is in the table
  `notation.DECORATION`; everything else is in the tree or is an error.
- Names keep their scripts raw. Whether `^2` is a power or part of the name, whether `_{rec}` is one label or three
  indices, whether `f(x)` is an application or a product, is decided by the next stage: here a name before a
  parenthesis is two neighbouring factors of one flat `Product`, the second of them `Factor.joined`.
- What a scope takes is decided here: `\sum` and `\frac{\partial}{\partial x}` take the rest of their term, `\log`
  without parentheses one factor (a name takes the parenthesis after it along) or one whole sum, `/` divides by the
  next factor only.
- Equality of trees ignores positions; `span` is a half-open pair of offsets into `Formula.source.text` (what comes out
  of a macro has the span of its call).
"""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias, Union

from ..errors import Place
from ..node import node
from .source import Offsets, Source
from .walking import Tree as Tree
from .walking import of_kind as of_kind
from .walking import parts as parts
from .walking import walk as walk

SPAN: Offsets = (0, 0)


# ---------------------------------------------------------------------------------------------------------------- atoms


@node
class Number(Tree):
    """An unsigned number as typed: `2`, `0.5`, `11` (in a script the digits may be two indices)."""

    text: str
    span: Offsets = field(default=SPAN, compare=False)


ZERO, ONE = Number("0"), Number("1")
"""What numbers of a page are compared with."""


@node
class Text(Tree):
    r"""Words: `\text{for } `; `math` are the formulas inside `$..$` of it, in order."""

    content: str
    math: tuple[Formula, ...] = ()
    span: Offsets = field(default=SPAN, compare=False)


@node
class Symbol(Tree):
    r"""A sign that is neither a name nor an operator: `\dots`, `\infty`, `\emptyset`; in a script `*`, `+`, `-`,
    `\dagger`, `\cdot`, `:` and the transpose `\top` (for every spelling of it but a bare `T`)."""

    name: str
    span: Offsets = field(default=SPAN, compare=False)


@node
class Script(Tree):
    r"""What stands in one `_{..}` or `^{..}`.

    - `above`: superscript. `bracket`: `(` for `^{(3)}`, `[` for `_{[i]}`, else empty: it encloses the whole script.
    - `commas`: whether commas (`_{j,i}`) part the entries. Without any, the pieces of a run are the entries: `_{ji}`
      two, `_{rec}` three, `_{i1}` two, `_{t-1}` one.
    - An entry is any tree: `_{t-1,j}` gives `Terms` and `Name`, `_{c_m i}` two names, `_{k=j}` a `Chain`,
      `_{\text{in}}` a `Text`, `^*` a `Symbol`. `_{11}` is one `Number` (names may tell that it is two indices);
      several words in a text stay a `Text`, one word among entries is a `Name` with the font `text`.
    - `wide`: the script was typed in braces (`^{l}` rather than `^l`).
    - `typed`: where it was typed otherwise, how, with a `#` for each entry: `_{#}(#)` for `d_j(t)`.
    """

    above: bool
    entries: tuple[Node, ...]
    bracket: str = ""
    commas: bool = False
    wide: bool = field(default=True, compare=False)
    span: Offsets = field(default=SPAN, compare=False)
    typed: str = field(default="", compare=False)


@node
class Name(Tree):
    r"""A name with everything that hangs on it: `\hat{y}'^{(3)}_{j}`.

    - `base`: one letter, one control word with its backslash (`\theta`, `\ell`), or several letters (`net`,
      `\ell\ell`).
    - `accents`: outermost first, without backslash; `\hat {x_i}` is read as `\hat{x}_i`. `font`: `mathcal`, `mathbf`,
      `mathbb`, `mathrm`, `operatorname`, ... or empty.
    - `scripts`: in the author's order, at most one of each kind after merging `x_i{}_j`. `primes`: `'`, `^{\prime}`,
      `^{''}` alike.
    """

    base: str
    accents: tuple[str, ...] = ()
    font: str = ""
    primes: int = 0
    scripts: tuple[Script, ...] = ()
    span: Offsets = field(default=SPAN, compare=False)


# ------------------------------------------------------------------------------------------------------------ structure


@node
class Group(Tree):
    r"""Something in delimiters: `(`, `[`, `\{`, `|`, `\|`, `\langle`, `\lfloor`, `\lceil`, or `{`.

    - `items` are parted by commas (`separators[n]` stands after item n: `,` or `;`); an item is an expression or a
      `Chain`; `(x_i)` has one item, `()` none.
    - `{` occurs only where braces matter, as the base of a script or after a name: `{w^{(2)}}^2`. Redundant braces
      vanish.
    """

    open: str
    items: tuple[Node, ...]
    close: str
    separators: tuple[str, ...] = ()
    span: Offsets = field(default=SPAN, compare=False)


@node
class Scripted(Tree):
    r"""Scripts or primes on anything but a name: `(a+b)^2`, `(W_h)_{ij}`, `|x|^2`, `\exp(x)^2`, `2^k`,
    `{w^{(2)}}^2`."""

    base: Node
    scripts: tuple[Script, ...]
    primes: int = 0
    span: Offsets = field(default=SPAN, compare=False)


@node
class Term(Tree):
    r"""One term of a sum with its sign: `+`, `-`, `\pm`, `\mp`; the first term may have the sign '' (none typed)."""

    sign: str
    body: Node
    span: Offsets = field(default=SPAN, compare=False)


@node
class Terms(Tree):
    """Two or more terms, or one with a sign."""

    terms: tuple[Term, ...]
    span: Offsets = field(default=SPAN, compare=False)


@node
class Factor(Tree):
    r"""One factor and the operator before it: '' (juxtaposed, or first), `\cdot`, `\times`, `\odot`, `\circ`, `\ast`,
    `\otimes`, `/`. `joined`: an opening parenthesis or bracket directly after a name or an application (`f(x)`,
    `X_i[t]`), no operator."""

    operator: str
    body: Node
    joined: bool = False


@node
class Product(Tree):
    r"""Two or more factors, flat, in the author's order. `a / b c` is `(a / b) c`."""

    factors: tuple[Factor, ...]
    span: Offsets = field(default=SPAN, compare=False)


@node
class Fraction(Tree):
    r"""`\frac`, `\tfrac`, `\dfrac`, `\cfrac`, `{a \over b}` (`style`)."""

    numerator: Node
    denominator: Node
    style: str = field(default="frac", compare=False)
    span: Offsets = field(default=SPAN, compare=False)


@node
class Wrt(Tree):
    r"""One `\partial x` of a denominator; `order` for `\partial x^2`, where the exponent stands behind a name with no
    other superscript (else it stays in the name and the order is 1)."""

    body: Node
    order: int = 1
    span: Offsets = field(default=SPAN, compare=False)


@node
class Derivative(Tree):
    r"""`\frac{\partial E}{\partial w}`, `{\partial E \over \partial w}`, `\partial E/\partial w`,
    `\frac{\partial}{\partial w} E`, `\partial_w E`, `\frac{dE}{dw}`.

    - `of` is None only where an operator in front stands alone. `direct`: `\partial^{+}`, the direct effect.
    - `symbol`: `\partial`, `d` (typed as the plain letter: ambiguous if a size `d` exists) or `\mathrm{d}`.
    - `order`: of `\partial^2`, else 1. `front`: operator before it. `style`: `frac`, `over`, `/`, `sub`. `row`: words
      call it one; `unclear`: or may; `turned`: transposed; `layout`: told (`notation`). `at`: the a of `|_{u=a}`.
    """

    of: Node | None
    wrt: tuple[Wrt, ...]
    order: int = 1
    symbol: str = field(default=r"\partial", compare=False)
    direct: bool = False
    front: bool = field(default=False, compare=False)
    style: str = field(default="frac", compare=False)
    span: Offsets = field(default=SPAN, compare=False)
    row: bool = field(default=False, compare=False)
    turned: bool = field(default=False, compare=False)
    unclear: bool = field(default=False, compare=False)
    layout: frozenset[str] = field(default=frozenset(), compare=False)
    at: Node | None = None


@node
class Nabla(Tree):
    r"""`\nabla_W F`, `\nabla F`, `\nabla^2_W F`: takes the next factor (a name takes the parenthesis after it along).
    `by` is the subscript; `unclear`: words of the page may call it a row."""

    by: Script | None
    of: Node
    order: int = 1
    span: Offsets = field(default=SPAN, compare=False)
    unclear: bool = field(default=False, compare=False)


@node
class BigSum(Tree):
    r"""`\sum`, `\prod` (`operator`) with what stands below and above, and the rest of the term as `body`.

    `below` holds one item per comma or per row of `\substack`: a `Chain` (`i=1`, `j \ne i`, `1 \le i < j`, `i \in S`)
    or a bare expression (`i` of `\sum_i`, two items for `\sum_{i,j}`, a `Product` for `\sum_{ij}`). `i=1,\dots,I` is
    one `Chain`.
    """

    operator: str
    below: tuple[Node, ...]
    above: Node | None
    body: Node
    span: Offsets = field(default=SPAN, compare=False)


@node
class Call(Tree):
    r"""A well-known function (table `notation.FUNCTIONS`) and its arguments: `\log x`, `exp(x)`, `\max(0, x)`.

    `function` is its name without backslash; `scripts` stand between name and argument (`\log_2`, `\tanh^2`,
    `\max_k`); `primes` of `\tanh'(x)`; `closed`: the arguments stood in delimiters. A power after the closing
    parenthesis is outside: `Scripted(Call, ..)`. Letters such as `\sigma`, `\phi` or `f` are names, never calls.
    """

    function: str
    args: tuple[Node, ...]
    scripts: tuple[Script, ...] = ()
    primes: int = 0
    closed: bool = field(default=True, compare=False)
    span: Offsets = field(default=SPAN, compare=False)


@node
class Root(Tree):
    r"""`\sqrt{x}`, `\sqrt[n]{x}`."""

    body: Node
    degree: Node | None = None
    span: Offsets = field(default=SPAN, compare=False)


@node
class Indicator(Tree):
    r"""1 where the conditions hold, else 0: `[k = j]`, `1(k==j)`, `\mathbb{1}[..]`, `\mathbf{1}_{k=j}`, `I(k=j)`."""

    conditions: tuple[Node, ...]
    span: Offsets = field(default=SPAN, compare=False)


@node
class CaseRow(Tree):
    r"""One row of `cases`: `conditions` as in a `Statement`, `otherwise` for a row that says so (or says nothing)."""

    value: Node
    conditions: tuple[Node, ...]
    otherwise: bool = False
    words: tuple[Text, ...] = field(default=(), compare=False)
    span: Offsets = field(default=SPAN, compare=False)

    @property
    def in_words(self) -> bool:
        """Whether words alone say when it holds."""
        return not self.conditions and not self.otherwise


@node
class Cases(Tree):
    r"""`\begin{cases} .. \end{cases}`, `\left\{ \begin{array} .. \right.`, `\{ .. \\ ..` in `aligned`."""

    rows: tuple[CaseRow, ...]
    span: Offsets = field(default=SPAN, compare=False)


@node
class Braced(Tree):
    r"""`\underbrace{body}_{label}`, `\overbrace{body}^{label}`, `\underset`; `label` is None, an expression, a `Chain`
    or a `Text`."""

    body: Node
    label: Node | None
    span: Offsets = field(default=SPAN, compare=False)


@node
class Struck(Tree):
    r"""`\cancel{..}` around a part of an expression. Around a whole equation it is `Statement.struck`."""

    body: Node
    span: Offsets = field(default=SPAN, compare=False)


@node
class Listing(Tree):
    r"""Several things in one place of a chain: the `1, \dots, I` of `i = 1, \dots, I`, the `i, j` of `1 \le i, j \le
    n`. Dots are `Symbol(r"\dots")`; `1..I` gives the same three items."""

    items: tuple[Node, ...]
    span: Offsets = field(default=SPAN, compare=False)


def listed(x: Node) -> tuple[Node, ...]:
    """What stands in one place of a chain: the items of a list, or the one thing.

    >>> len(listed(Listing((ZERO, ONE)))), len(listed(ONE))
    (2, 1)
    """
    return x.items if isinstance(x, Listing) else (x,)


@node
class Chain(Tree):
    r"""`a = b \le c`: members and the relations between them, canonical (`notation.RELATIONS`): `=`, `:=`, `\equiv`,
    `==`, `\ne`, `\le`, `\ge`, `<`, `>`, `\in`, `\notin`, `\approx`, `\propto`, `\sim`, `\leftarrow`, `\to`, ... One
    member and no relation is a bare expression. `relation_spans` tells where each relation stands."""

    members: tuple[Node, ...]
    relations: tuple[str, ...]
    relation_spans: tuple[Offsets, ...] = field(default=(), compare=False)
    span: Offsets = field(default=SPAN, compare=False)


@node
class Doubtful(Tree):
    r"""A condition beside which a `word` stands by which it may be none, `\text{even if } k = j`."""

    chain: Chain
    word: str
    typed: str
    span: Offsets = field(default=SPAN, compare=False)


@node
class Statement(Tree):
    r"""One equation (or range, or bare expression) of a formula and what stands beside it.

    - `conditions`: what is recognisably a condition or range beside it: an inequality, `\ne`, `\in` or dots after `,`,
      `\quad` or a text; anything with a relation in parentheses behind it; after `\text{for}`, `\text{if}`, `\forall`;
      a `\forall i` is a `Chain` of one member. A plain `k = j` after `\quad` or `,` with no word is a statement of its
      own (only names can tell), `separator` says how it was parted.
    - `separator`: how it is parted from the statement before: '' (first), `,`, `;`, `quad`, `row`, `and`, `text`,
      `\Rightarrow`, `\therefore`, ...
    - `parenthesised`: one of a list `(o_{I+1} = 1, w = -\theta)`.
    - `words`: texts beside it (`\leftarrow \text{chain rule}`, `\text{for}`), `tag` and `labels` of `\tag`, `\label`,
      `struck` inside `\cancel`.
    - `row`: 0-based row of the display; `doubtful`: conditions that its words may widen, turn round or except.
    """

    gathers = True
    chain: Chain
    conditions: tuple[Chain, ...] = ()
    words: tuple[Text, ...] = field(default=(), compare=False)
    separator: str = field(default="", compare=False)
    parenthesised: bool = False
    struck: bool = False
    tag: str = field(default="", compare=False)
    labels: tuple[str, ...] = field(default=(), compare=False)
    row: int = field(default=0, compare=False)
    span: Offsets = field(default=SPAN, compare=False)
    doubtful: tuple[Doubtful, ...] = ()


UNBEGUN = "expected an expression before"
"""The cause of what is missing where a formula begins with a relation, before that relation in backquotes."""


@node
class Misfit(Tree):
    """A member that cannot be read, or whose shapes do not fit (`known`), or not if their lengths differ (`perhaps`):
    the cause, the way out, where in it; `starred`: it is a name with a star, by its letter; `beside`: entries behind
    the sign of a script of several, `_{<t}`; `under`: what its line says where letters have a value."""

    cause: str
    hint: str = ""
    known: bool = False
    perhaps: bool = False
    span: Offsets = field(default=SPAN, compare=False)
    place: Place | None = field(default=None, compare=False)
    starred: str = field(default="", compare=False)
    beside: tuple[Node, ...] = ()
    under: tuple[object, ...] = field(default=(), compare=False)


@node
class Formula(Tree):
    r"""Everything one `$..$` says. `words` are texts that belong to no statement (a display that holds only words);
    `asides` the formulas with a relation inside its texts, notes and tags, conditions left out."""

    gathers = True
    source: Source = field(compare=False)
    statements: tuple[Statement, ...]
    words: tuple[Text, ...] = field(default=(), compare=False)
    asides: tuple[Formula, ...] = field(default=(), compare=False)

    def place(self, span: Offsets) -> Place:
        """Where a span of it stands in the file."""
        return self.source.place(span)

    @property
    def here(self) -> Place:
        """Where it stands, all of it."""
        return self.place((0, len(self.source.text)))


Node: TypeAlias = Union[
    Number,
    Text,
    Symbol,
    Name,
    Group,
    Scripted,
    Terms,
    Product,
    Fraction,
    Derivative,
    Nabla,
    BigSum,
    Call,
    Root,
    Indicator,
    Cases,
    Braced,
    Struck,
    Listing,
    Chain,
    Misfit,
]
