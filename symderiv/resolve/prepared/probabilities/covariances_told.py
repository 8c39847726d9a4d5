r"""Is the last argument of `\mathcal{N}(x \mid \mu, V)` a covariance? Others write its inverse or its root there.

A page that calls $\Sigma_k$, $S$, $C$ or $V$ nothing means the covariance; any other letter has to be called so. Words
that are not known to be harmless beside such a letter may make it anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....latex import tree as t
from ....latex.tree import Name, Node
from ....notation import words_of
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.shape import named

SIGN = r"\Sigma"
"""The letter of covariances for everyone."""
USUAL = frozenset(["S", "C", "V"])
"""Letters that many take for them;"""
COVARIANCE = lazily(r"covarianc|Kovarianz|varianza|covariância|ковариац|共分散|协方差|協方差|공분산", re.I)
"""words that make another letter one."""
HARMLESS = words_of(
    "a an the let be is are and or of for in on with where here have has each every all both any this that these we"
    " denote denotes write as by its their respectively given fixed known unknown also consider assume suppose"
    " covariance covariances variance matrix matrices symmetric positive definite semidefinite semi invertible"
    " regular full real square size vector vectors column columns mean means data point points observation"
    " observations sample samples example examples component components cluster clusters class classes mixture"
    " mixtures gaussian gaussians normal normals density densities distribution distributions multivariate"
    " parameter parameters weight weights mixing coefficients number numbers dimension dimensions dimensional model"
    " sei seien ist sind und oder der die das den dem ein eine mit von für wo kovarianz kovarianzmatrix"
    " kovarianzmatrizen symmetrisch symmetrische positiv definit matrizen daten mittelwert mittelwerte vektoren"
    " soit soient est sont et ou le la les un une des de du avec pour covariances matrice symétrique symétriques"
    " données moyenne moyennes vecteurs sea sean es son y el los las una con para matriz covarianza covarianzas"
    " simétrica simétricas datos media medias vectores"
)
WORD = lazily(r"[^\W\d_]+(?:'\w+)?")
FORMULA = lazily(r"\$[^$]*\$")
OTHER = lazily(r"平方根|逆行列|逆矩阵|逆矩陣|分解|因子|コレスキー|乔里斯基|집중|역행렬|제곱근|분해")
WIDE = lazily(r"[\u0400-\u04ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_told_covariance(last: Node, located: Sequence[Located]) -> bool:
    """May everyone take the last argument of such a density for its covariance, for what a page says of it?"""
    if not isinstance(last, Name):
        return False
    base = named(last).base
    if base == SIGN:
        return True
    said = list(_said(base, located))
    if not all(map(_is_harmless, said)):
        return False
    if base in USUAL:
        return not any(named(x).base == SIGN for f in read_of(located) for x in t.of_kind(f, Name))
    return any(COVARIANCE.search(x) for x in said)


def _said(base: str, located: Sequence[Located]) -> Iterator[str]:
    """The sentences around the formulas in a line that name it."""
    for display, f in located:
        if display.inline and any(named(x).base == base for x in t.of_kind(f, Name)):
            yield FORMULA.sub(" ", f"{display.before} {display.after}")


def _is_harmless(said: str) -> bool:
    """Does a sentence say nothing but that it is a covariance, and of which size?"""
    words = (x.casefold() for x in WORD.findall(said))
    return OTHER.search(said) is None and all(x in HARMLESS or len(x) == 1 or WIDE.search(x) for x in words)
