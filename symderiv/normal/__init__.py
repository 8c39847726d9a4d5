"""The form to compare: sums of terms over index domains, and equality proved for all sizes.

poly, factors, terms, shape        weights; sums of terms; arithmetic of terms; their order
flatten, calls, powers, rewrite    expressions to sums of terms: functions, powers, what is put in place of factors
rates, graph, stepping             derivatives by occurrence; recurrences, which way time runs around them, their steps
plain_recurrences                  states that one factor multiplies from step to step: powers
known, limits, covered             what is known; what a proof may cost; is every entry within its range
compare, sample, count, coalesce   does a sum vanish: by cells, after a look at small sizes; sums summed out, joined
moves, relations, hinges, few_values, inverses, angles   what is done to one that does not show it
cells                              functions with kinks, by the signs of what is inside
prove                              the proof: `prove_equal`
express, difference                terms as expressions again; which of them two expressions share
"""

from .difference import Difference, difference
from .express import Writer
from .limits import Budget, Unprovable
from .prove import Proof, Prover, prove_equal, prover

__all__ = ["Budget", "Difference", "Proof", "Prover", "Unprovable", "Writer", "difference", "prove_equal", "prover"]
