r"""Documents that declare shapes (`W \in \mathbb{R}^{m \times n}`): arrays rewritten into indices, tree by tree.

array, algebra, special, along, powers arrays with their entries as trees; sums, products, norms; whole-array functions
errors_as_rows                         names of derivatives that a page writes as rows
shifts_as_numbers                      what is added to columns, which may be a number
derivatives, differentials, compared   gradients and Jacobians; equations of differentials; indicators
chain_products                         the chain rule as a function of derivatives, `prod(..)`
all_entries                            sums without a letter of whole arrays
inequalities                           comparisons of numbers that are made of arrays
declared, words, spaces_behind         shapes declared, said in words, behind an equation
declared_alone, given_words            names of which nothing is said but their shape; the words that say no more
entry_by_entry, lengths_met            names defined entry by entry; over what letters run on arrays of known shape
used_by_entries                        arrays of which a page shows the entries
listed_before_spaces                   names listed one by one before a space
phrases                                the words before a size that say what has it
said_in_turn                              names and sizes that a sentence lists one after another
typed_out, stacked                     shapes shown by a list of entries or of rows
components                             components with the letters of axes, vectors multiplied by such
explained, rows_of_entries              shapes told by a sum; rows, columns and capitals of what is defined by entries
factors                                numbers that multiply others
bilinear                               matrices between two vectors whose lengths are said
bare_products, entry_lengths           vectors without bold or a transpose; lengths that entries tell
entries_told, presumed                 arrays told by their entry, `C = (c_{ij})`; whether formulas show its ranges
entries_of_declared                    entries in bold of arrays in bold
axes_of_entries, rows_told             the same where letters run to several ends; vectors called rows or columns
layers_of_arrays                       arrays of layers of which neither entries nor shapes stand on the page
rows_of_layers                         rows of layers by words, `a^{l-1} W^l` with a W of known shape
layers_of_entries, layers_with_ranges  arrays of layers that only entries show, the letters of which may have ranges
batches, small_batches                 networks of whole batches, `Z = X W + b`, also in small letters
design, stacked_in_words               all examples of a sum stacked without a word, `X \theta - y`; what words say of X
labelled_capitals                      `W^{(2)}` of the entries `w^{(2)}_{kj}`
entries_of_given                       `w_{ij}` of the `W` of a network that is given
sizes, small, from_zero                sizes of letters; entries in small letters or from 0
grids, listed_alike                    matrices typed entry by entry; lists of which the first and the last item stand
letters_of_rows                        sums that number vectors in the letter of their entries
beside_wholes                          names in bold that are no entries of what they are added to
wholes_beside_entries                  arrays that are defined in one piece and by entries
slices_named, slices_said              columns and rows of a matrix that have names; what words call a row `W_{j,:}`
parenthesized                          `U_c` of the entries `(U_c)_{ij}`
untold                                 capitals of no shape
turned_entries                         `X^T_{jc}` for `X_{cj}`
primed, primes_told                    transposes typed with a prime; sentences that say so
units                                  unit vectors that nothing defines
other_lengths                          two shapes for one letter, in two parts of a page
last_layers                            vectors of the last layer beside entries of any layer
equated                                names of which a page only says that they are others
unsaid, axes, neighbours               vectors of no length: which axes are equal, what must be an array
labelling, labels_apart                letters that tell arrays apart, or number them
starred_labels                         stars that name one example, `x_{*,d}` beside `x_{p,d}`
told_by_claims                         vectors that only claims show
kinds, solved, steady                  numbers, columns and matrices, where all equations together tell
normed                                 matrices in norms and traces
alike, diagonals                       every array as long as any other; matrices called diagonal
hinted, shown, forms, losses           is there an array at all; `f(x)` for f; typed forms; `l(o, y)` of vectors
reader, named                          trees to arrays; the names among them
placing                                the members of an equation beside one another
known_arrays, rewrite, indices         what is known of arrays; their equations to those of entries; a whole document
"""

from __future__ import annotations

from .indices import Around, have_arrays, in_indices
from .neighbours import steps_in
from .primed import with_primes_turned

__all__ = ["Around", "have_arrays", "in_indices", "steps_in", "with_primes_turned"]
