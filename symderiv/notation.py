r"""Spelling as data: every control word, sign and character that mathematics is typed with, and what it stands for.

The reader knows no spelling that is not in these tables. A row of `CONTROL` is `command: (kind, canonical text)`; the
kinds are those of `latex.lexer`:

- `name` a letter; `rel` a relation; `sign` plus or minus; `op` a product sign; `big` a sum sign; `func` a well-known
  function; `(` and `)` delimiters; `accent`, `font`, `fontdecl`, `sym` a sign without operands; `arrow` what
  parts statements;
- `space`, `quad` white space (thin, and wide enough to part statements); `skip` decoration without argument,
  `skiparg` decoration whose argument is not mathematics, `keep` decoration around mathematics;
- the other kinds are their own construction (`frac`, `sqrt`, `brace`, `cancel`, `script`, ...).
"""

from __future__ import annotations

from types import MappingProxyType

Row = tuple[str, str]


def words_of(text: str) -> list[str]:
    """The words of a table that is written as one text."""
    return text.split()


def _same(kind: str, words: str) -> dict[str, Row]:
    return {"\\" + w: (kind, "\\" + w) for w in words_of(words)}


def _to(kind: str, text: str, words: str) -> dict[str, Row]:
    return {"\\" + w: (kind, text) for w in words_of(words)}


GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi "
    "omega "
    "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega "
    "varepsilon vartheta varpi varrho varsigma varphi varkappa digamma"
)
LETTERS = GREEK + " ell hbar imath jmath wp Re Im aleph eth"

FUNCTIONS = MappingProxyType(
    {
        word: word
        for word in words_of(
            "exp log lg sin cos tan cot sec csc sinh cosh tanh coth sech csch max min sup inf det dim sign step relu "
            "softplus softmax sigmoid argmax argmin arcsin arccos arctan arctanh arcsinh arccosh erf abs floor ceil "
            "mod gcd logsumexp tr diag rank vec ker arg lim normcdf normpdf"
        )
    }
    | {
        "ln": "log",
        "Log": "log",
        "Exp": "exp",
        "sgn": "sign",
        "Tanh": "tanh",
        "Tr": "tr",
        "trace": "tr",
        "Trace": "tr",
        "Diag": "diag",
        "ReLU": "relu",
        "Relu": "relu",
        "Softmax": "softmax",
        "Sigmoid": "sigmoid",
        "logistic": "sigmoid",
        "sigm": "sigmoid",
    }
    | {"Softplus": "softplus"}
    | {short + name: "arc" + name for short in ("ar", "a") for name in words_of("tanh sinh cosh")}
)
"""Well-known functions: what is typed (without backslash) to the name under which the table of functions knows them."""

LOGARITHMS = frozenset(["log", "ln"])

BARE_FUNCTIONS = frozenset(FUNCTIONS) - set(
    words_of("mod vec tr Tr rank ker arg dim det inf sup lim abs sec step atanh asinh acosh")
)
"""Those that are also read without a backslash, as a run of letters (`log y`, `softmax(z)`)."""

LOSS_WORDS = frozenset(words_of("Loss loss Cost cost Objective objective Error"))
"""Words that are one name before a parenthesis, typed as runs of letters: `L = Loss(C)`."""

DATA_WORDS = frozenset(words_of("actual target targets desired expected observed measured label labels truth"))
"""Words for what a prediction is compared with: they are data where nothing defines them (`prediction - actual`)."""

GLUED = frozenset(["log", "ln", "exp", "tanh", "sin", "cos"])
"""Those that are read without a space before a single letter, too (`logy_j`)."""
MULTIPLIED = GLUED | {"diag", "tr", "Tr", "trace", "Trace"}
r"""Those that are read with their parenthesis right behind a single letter (`ylog(p)`, `Wdiag(v)`, `\nabla_Wtr(A)`)."""

RELATIONS = {
    **_to("rel", "=", "eq"),
    **_to("rel", r"\equiv", "equiv"),
    **_to("rel", ":=", "triangleq coloneqq coloneq defeq eqdef doteq"),
    **_to("rel", r"\ne", "ne neq"),
    **_to("rel", r"\le", "le leq leqslant leqq"),
    **_to("rel", r"\ge", "ge geq geqslant geqq"),
    **_to("rel", "<", "lt"),
    **_to("rel", ">", "gt"),
    **_to("rel", r"\approx", "approx simeq cong approxeq"),
    **_to("rel", r"\leftarrow", "leftarrow gets longleftarrow"),
    **_to("rel", r"\pmod", "pmod"),
    **_to("rel", r"\to", "to rightarrow longrightarrow"),
    **_same("rel", "in notin ni subset subseteq subsetneq supset supseteq supsetneq propto sim ll gg mapsto prec succ"),
    **_same("rel", "perp leftrightarrow nsubseteq nsupseteq"),
}

ARROWS = {
    **_to("arrow", r"\Rightarrow", "Rightarrow implies Longrightarrow"),
    **_to("arrow", r"\Leftrightarrow", "Leftrightarrow iff Longleftrightarrow"),
    **_to("arrow", r"\Leftarrow", "Leftarrow impliedby Longleftarrow"),
    **_same("arrow", "therefore because"),
    **_to("arrow", r"\land", "land wedge"),
}

OPERATORS = {
    **_to("op", r"\cdot", "cdot cdotp centerdot"),
    **_to("op", r"\ast", "ast star"),
    **_to("op", "/", "div slash"),
    **_same("op", "times circ odot bullet otimes oplus ominus oslash vee cup cap setminus"),
    **_to("sign", r"\pm", "pm"),
    **_to("sign", r"\mp", "mp"),
}

BIG = {**_same("big", "sum prod int iint oint bigcup bigcap bigoplus bigotimes coprod"), **_to("big", r"\sum", "Sum")}

SYMBOLS = {
    **_to("dots", r"\dots", "dots ldots cdots dotsc dotsb dotsm dotso hdots"),
    **_to("sym", r"\vdots", "vdots"),
    **_to("sym", r"\infty", "infty"),
    **_to("sym", r"\emptyset", "emptyset varnothing"),
    **_to("sym", r"\top", "top intercal"),
    **_same("sym", "dagger ddagger bot diamond flat natural ddots"),
    **_to("sym", r"\sharp", "sharp #"),  # a `#` in the key of a name is the place of an index
    **_to("name", r"\Delta", "triangle vartriangle bigtriangleup"),
    **_to("prime", "'", "prime"),
    **_to("name", "Pr", "Pr"),
    **_to("partial", r"\partial", "partial part"),  # KaTeX has `\part` for it
    **_to("nabla", r"\nabla", "nabla bigtriangledown triangledown"),
    **_to("forall", r"\forall", "forall"),
}

ACCENTS = {
    **_to("accent", "hat", "hat widehat"),
    **_to("accent", "tilde", "tilde widetilde"),
    **_to("accent", "bar", "bar overline"),
    **_to("accent", "vec", "vec overrightarrow"),
    **_to("accent", "overleftarrow", "overleftarrow"),
    **_to("accent", "overleftrightarrow", "overleftrightarrow"),
    **{"\\" + w: ("accent", w) for w in words_of("dot ddot dddot check breve acute grave mathring underline underbar")},
}

PROBABILITIES = frozenset(words_of("P p q Q Pr"))
"""Letters before an event, as in `P(Y = 1)`."""

RATES = (r"\eta", r"\epsilon", r"\varepsilon", r"\alpha", r"\mu", r"\gamma", r"\lambda")
"""Letters of a rate, the usual one first."""
OBJECTIVES = frozenset(
    [*"ELJCQ", r"\ell", r"\mathcal{L}", r"\mathcal{J}", r"\mathcal{E}", r"p\ell", r"\ell\ell", "LL", "NLL"]
)
"""Letters of what is minimised or maximised: a number, whatever it depends on."""

BOLD_FONTS = frozenset(["mathbf", "boldsymbol", "bm"])
"""Fonts of arrays: letters that run together are a product where each stands alone in one of them, too."""
ONE_HOT = r"\mathrm{onehot}"
"""The name of the vectors with a 1 at the class that stands below."""
WORD_FONTS = frozenset(
    words_of("mathrm mathtt mathsf mathit operatorname textrm texttt textsf textit text textnormal mbox")
)
"""Fonts in which several letters are one name."""

FONTS = {
    **{"\\" + w: ("font", w) for w in words_of("mathcal mathscr mathfrak mathbb mathbf mathrm mathtt mathsf mathit")},
    **_to("font", "mathbf", "boldsymbol bm pmb symbf bold"),
    **_to("font", "mathbb", "mathds mathbbm mathbbmss Bbb"),
    **_to("font", "operatorname", "operatorname mathop operatornamewithlimits"),
    **_to("font", "mathit", "mathnormal"),
    **{"\\" + old: ("fontdecl", new) for old, new in (("rm", "mathrm"), ("bf", "mathbf"), ("cal", "mathcal"))},
    **{"\\" + old: ("fontdecl", new) for old, new in (("it", "mathit"), ("sf", "mathsf"), ("tt", "mathtt"))},
    **{"\\" + old: ("fontdecl", new) for old, new in (("frak", "mathfrak"), ("scr", "mathscr"), ("mit", "mathit"))},
}

TEXTS = {
    "\\" + w: ("text", w) for w in words_of("text textrm textbf textit texttt textsf textnormal mbox hbox emph textsc")
}

DELIMITERS = {
    "(": ("(", "("),
    ")": (")", ")"),
    "[": ("(", "["),
    "]": (")", "]"),
    r"\{": ("(", r"\{"),
    r"\}": (")", r"\}"),
    **_to("(", r"\{", "lbrace"),
    **_to(")", r"\}", "rbrace"),
    **_to("(", "(", "lparen lgroup"),
    **_to(")", ")", "rparen rgroup"),
    **_to("(", "[", "lbrack llbracket"),
    **_to(")", "]", "rbrack rrbracket"),
    **_to("(", r"\langle", "langle"),
    **_to(")", r"\rangle", "rangle"),
    **_to("(", r"\lfloor", "lfloor"),
    **_to(")", r"\rfloor", "rfloor"),
    **_to("(", r"\lceil", "lceil"),
    **_to(")", r"\rceil", "rceil"),
    **_to("(", "|", "lvert"),
    **_to(")", "|", "rvert"),
    **_to("(", r"\|", "lVert"),
    **_to(")", r"\|", "rVert"),
    "|": ("bar", "|"),
    "||": ("bar", r"\|"),
    r"\|": ("bar", r"\|"),
    **_to("bar", "|", "vert"),
    **_to("bar", r"\|", "Vert"),
    **_to("mid", "|", "mid"),
}

GRID = r"\pmatrix"
"""What encloses the rows of a matrix that is typed entry by entry, and each of them."""
CLOSERS = MappingProxyType(
    {"(": ")", "[": "]", r"\{": r"\}", "{": "}", "|": "|", r"\|": r"\|", r"\langle": r"\rangle"}
    | {r"\lfloor": r"\rfloor", r"\lceil": r"\rceil", r"\left.": r"\right|", GRID: GRID}
)
"""The delimiter that closes each delimiter."""

SIZING = {
    **_to("left", "", "left bigl Bigl biggl Biggl mathopen"),
    **_to("right", "", "right bigr Bigr biggr Biggr mathclose"),
    **_to("skip", "", "big Big bigg Bigg bigm Bigm biggm Biggm"),
    **_to("mid", "|", "middle"),
}

DECORATION = {
    **_to(
        "skip", "", "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits notag nonumber hline strut"
    ),
    **_to(
        "skip",
        "",
        "mathstrut allowbreak nobreak relax centering quotemark noindent par null normalsize small large Large",
    ),
    **_to("skip", "", "LARGE huge Huge tiny footnotesize scriptsize"),
    **_to("skip", "", "allowdisplaybreaks nolinebreak linebreak smallskip medskip bigskip protect rmfamily"),
    **_to("skip", "", "IEEEyesnumber IEEEnonumber IEEEyessubnumber IEEEnosubnumber IEEEeqnarraynumspace"),
    **_to("skip", "", "qed qedhere qedsymbol blacksquare square Box eqalign eqalignno displaylines"),
    **_to("skiparg", "", "color vspace phantom hphantom vphantom cline mathcolor displaybreak"),
    **_to(
        "keep", "", "boxed fbox mathstrut smash mathord mathbin mathrel mathinner ensuremath mathpunct bbox framebox"
    ),
    **_to("keep2", "", "textcolor colorbox htmlClass htmlStyle cssId class style fcolorbox"),
}
"""What is dropped: without argument, with an argument that is no mathematics, around mathematics, and around
mathematics after such an argument."""

SPACES = MappingProxyType(
    {r"\,": 3 / 18, r"\:": 4 / 18, r"\>": 4 / 18, r"\;": 5 / 18, r"\!": -3 / 18, r"\ ": 0.3, "~": 0.3, r"\/": 0.0}
    | {r"\thinspace": 3 / 18, r"\medspace": 4 / 18, r"\thickspace": 5 / 18, r"\negthinspace": -3 / 18, r"\enspace": 0.5}
    | {r"\negmedspace": -4 / 18, r"\enskip": 0.5, r"\quad": 1.0, r"\qquad": 2.0}
    | {r"\hfill": 2.0, r"\hskip": 0.0, r"\space": 0.3}
)
"""Widths of white space in em; what adds up to `QUAD` parts statements."""

GAP = 0.45
"""White space so wide parts two equations, each with a relation; elsewhere it is only space."""
QUAD = 0.99

LENGTHS = MappingProxyType(
    {"em": 1.0, "ex": 0.43, "pt": 0.1, "mm": 0.28, "cm": 2.8, "mu": 1 / 18, "in": 7.2, "px": 0.075}
)
"""Units of `\\hspace` in em."""

CONSTRUCTIONS = {
    **{"\\" + w: ("frac", w) for w in words_of("frac tfrac dfrac cfrac nicefrac sfrac flatfrac")},
    **_to("over", "over", "over"),
    **_to("sqrt", "", "sqrt"),
    **_to("uroot", "", "uroot"),
    **_to("brace", "under", "underbrace underbracket"),
    **_to("brace", "over", "overbrace overbracket"),
    **_to("set", "over", "overset stackrel"),
    **_to("set", "under", "underset"),
    **_to("cancel", "", "cancel bcancel xcancel sout st"),
    **_to("substack", "", "substack"),
    **_to("raw", "tag", "tag"),
    **_to("raw", "label", "label"),
    **_to("eqno", "", "eqno leqno"),
    **_to("intertext", "", "intertext shortintertext"),
    **_to("raw", "ref", "ref eqref autoref cref Cref cite"),
    **_to("hspace", "", "hspace mspace kern mkern"),
    **_to("begin", "", "begin"),
    **_to("end", "", "end"),
    **_to("row", "", "newline cr tabularnewline"),
    **_to("not", "", "not"),
}

CHARACTERS: dict[str, Row] = {
    "=": ("rel", "="),
    ":=": ("rel", ":="),
    "=:": ("rel", "=:"),
    "==": ("rel", "=="),
    "<": ("rel", "<"),
    ">": ("rel", ">"),
    "<=": ("rel", r"\le"),
    ">=": ("rel", r"\ge"),
    "!=": ("rel", r"\ne"),
    "=>": ("arrow", r"\Rightarrow"),
    "<=>": ("arrow", r"\Leftrightarrow"),
    "->": ("rel", r"\to"),
    "+": ("sign", "+"),
    "-": ("sign", "-"),
    "*": ("op", r"\ast"),
    "/": ("op", "/"),
    ",": ("comma", ","),
    ";": ("comma", ";"),
    ".": ("stop", "."),
    ":": ("colon", ":"),
    "'": ("prime", "'"),
    "_": ("script", "_"),
    "^": ("script", "^"),
    "{": ("{", "{"),
    "}": ("}", "}"),
    "&": ("amp", "&"),
    "..": ("dots", r"\dots"),
    "...": ("dots", r"\dots"),
    r"\_": ("script", "_"),
    r"\'": ("prime", "'"),
    r"\*": ("op", r"\ast"),
    r"\&": ("amp", "&"),
    "!": ("bang", "!"),
    "?": ("bang", "?"),
    "#": ("hash", "#"),
    "$": ("dollar", "$"),
    **{x: ("bad", x) for x in '@"`'},
}

CONTROL: dict[str, Row] = {
    **_same("name", LETTERS),
    **{"\\" + w: ("func", name) for w, name in FUNCTIONS.items() if w not in ("vec", "mod", "abs", "floor", "ceil")},
    **RELATIONS,
    **ARROWS,
    **OPERATORS,
    **BIG,
    **SYMBOLS,
    **ACCENTS,
    **FONTS,
    **TEXTS,
    **DELIMITERS,
    **SIZING,
    **DECORATION,
    **CONSTRUCTIONS,
    **CHARACTERS,
    **{w: ("space", w) for w in SPACES},
}
"""Every command and sign: its kind and its canonical text."""

LAYOUT_ENVIRONMENTS = frozenset(
    words_of(
        "equation align aligned alignat alignedat gather gathered split eqnarray multline multlined flalign "
        "displaymath math subequations dmath dgroup IEEEeqnarray empheq"
    )
)
"""Environments that only lay out rows; their starred forms too."""

CASES_ENVIRONMENTS = frozenset(words_of("cases dcases rcases numcases"))

MATRIX_ENVIRONMENTS = frozenset(words_of("matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix"))

CELL_ENVIRONMENTS = CASES_ENVIRONMENTS | MATRIX_ENVIRONMENTS | {"array"}
"""Environments whose cells hold values."""

NEGATED = MappingProxyType({"=": r"\ne", r"\in": r"\notin", r"\equiv": r"\not\equiv", "==": r"\ne"})

SEVERAL = frozenset(["<", ">", r"\le", r"\ge"])
"""What begins a script of several entries: the values before this one, `x_{<d}`."""

SUCH_THAT = frozenset(
    ["s.t.", "s.t", "st", "such that", "so that", "with", "where", "subject to", "mit", "avec", "tel que", "tels que"]
)
"""Words under a sum between what it runs over and a condition."""

EXPECTATIONS = frozenset(["E", "Var", "V", "Cov"])
"""What stands before brackets with what is expected in them, in any font."""

EQUALITIES = frozenset(["=", ":=", r"\equiv", "==", "=:"])
"""The relations that equate; `:=` also says that its left side is being defined."""

CONDITION_WORDS = frozenset(
    words_of(
        "for if when whenever provided given unless forall "
        "のとき の時 とき ならば なら において に対して について の場合 すべての 任意の"
    )
)
"""Words of a text that make the relation beside it a condition."""

CONJUNCTIONS = frozenset(words_of("and , ; と かつ および 及び"))
"""Words between conditions that all hold."""

CHOICES = frozenset(words_of("or または 又は あるいは もしくは oder ou o u 或 或者 или 또는")) | {"o bien", "ou bien"}
"""Words between conditions of which one holds."""

POSTPOSITIONS = ("のとき", "の時", "ならば", "なら", "のばあい", "の場合", "において", "に対して", "について")
"""Words that make the relation before them a condition."""

OTHERWISE = frozenset(
    [
        *("otherwise", "else", "o.w", "other", "その他", "それ以外", "それ以外のとき", "それ以外の場合"),
        *("sonst", "ansonsten", "andernfalls", "sinon", "autrement", "dans le cas contraire", "altrimenti"),
        *("en caso contrario", "en otro caso", "de lo contrario", "si no", "caso contrário", "in caso contrario"),
        *(
            "否则",
            "其他",
            "其它",
            "其他情况",
            "其它情况",
            "其余",
            "其余情况",
            "иначе",
            "в противном случае",
            "그 외",
            "ellers",
            "anders",
        ),
    ]
)
"""Words of the row of `cases` that has what is left."""

ENGLISH = frozenset(
    words_of("for if when where with otherwise else and or then all each every otherwise such that is the")
)
"""Runs of letters that are words, never products."""

INDICATORS = frozenset(
    [("1", ""), ("1", "mathbb"), ("1", "mathbf"), ("I", "mathbb"), ("I", ""), ("I", "mathbf"), ("1", "mathrm")]
)
"""(base, font) of what stands before a condition: `1(k=j)`, `\\mathbb{1}[..]`."""

SCRIPT_WORDS = frozenset(
    words_of(
        "total tot loss cost data reg rec recon ent gen real fake true pred model train test batch hidden out output "
        "input net cell gate last first prev next old new left right neg ref tgt src enc dec emb attn ctx key query "
        "value mean avg bias soft hard penalty act hinge ridge lasso margin smooth logistic "
        "truth target targets label labels expected desired correct teacher student "
        "prior phys pde ode logadd logsumexp mse mle MSE RMSE MAE SSE BCE CCE NLL MLE MAP VAE GAN SVM"
    )
)
"""Words that stand in scripts as labels, typed like products of letters (`J_{total}`).

None whose letters are all usual for indices: `z_{lin}` may be unit i of layer l in example n.
"""

UNTOLD = "\u2063"
"""Stands in what was typed without dollar signs where words and mathematics cannot be told apart."""

LOSS_LABELS = frozenset(words_of("CE KL SE AE LR"))
"""Abbreviations that are labels below the letter of an objective (`L_{CE}`, with C classes); two sizes elsewhere."""

LAID, ACROSS, SETTLED, TURNED, MIRRORED = "laid", "across", "settled", "turned", "mirrored"
"""What words tell of the layout of derivatives: one of a vector by a vector has the rows of the vector above, or below;
whether that of a number by a vector is a row; one of a number by a matrix is transposed, or one by a row is;"""
BY_VECTORS, BY_MATRICES, OF_NUMBERS = "vectors by vectors", "numbers by matrices", "numbers by vectors"
"""those of which they tell what is not understood."""
