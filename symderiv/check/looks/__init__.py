"""Second looks at a verdict: each asks whether something beside a line may mean it otherwise than it was read.

In which order they are asked, and what each may change, stands in `second_looks`. Some of them:

special_matrices, daggers         words for matrices of a kind; `A^\\dagger` as transpose, pseudo-inverse or a name
redefined_beside, losses_named    what the clause behind a line says anew for it; another error than the page's
sums_unwritten, sums_told, sums_narrowed    sums that words say are not written, or restrict
one_or_two_arrays, rows_may_be_one          weights of one letter in two layers; rows looked up by equal indices
letters_may_label, errors_undefined          letters that run nowhere; deltas that may be errors
by_lost_capitals                  derivatives by what may be a matrix
beside_diagonals                  entries that are only there for different letters
definitions_meant                 equations among the definitions that come out wrong
entries_at_zero, last_entries, unused_entries, running_totals    entries at an end, or behind it
true_class, own_sets, pairs       lines for the true class, in their own set, for two that may be one
one_outside                       one that is singled out beside a sum, among those it runs over or apart
direct_said, direct_meant, total_or_partial    derivatives that are direct ones
"""
