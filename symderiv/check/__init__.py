"""Judging hand derivations: which line is the first wrong one, and why.

page, own, extend, clashes      a page read, completed, without the lines that do not go with the others
parts, shared, entries_by_number   beside a given network: names for parts of it; one network for all that add the same
ranges, lengths, readings       what it leaves to its reader: what letters run over, what it may mean besides
link, judge, memory             one equation with all that it takes; its verdict; verdicts remembered (fingerprint)
unnamed, dependent, twins       what a page differentiates and gives no name, or no definition; slips for a name
ground, reserve, required       what a verdict rests on; what keeps it open; lines that require or are of one case
special_matrices                words for matrices of a kind: orthogonal, diagonal, skew-symmetric
defined_by_d                    names with a d that are defined and compared with derivatives
symmetric, symmetry_told, tables, rows, few_values, named, open_hinges   what is known of data and names
wide, padded, counts_below      arguments without parentheses, padding with zeros, letters below sums: both readings
outputs_by_lines                how many outputs a convolution has, where only lines tell it
entries_at_zero                 entries 0 on pages that do not say from where their sums run
partners_given                  the other of two of a kind, `y_t` beside `y_p = w x_p`: defined alike, and given
reaching                        how far an operator in front goes: the readings that a line may have
derivatives, vanishing, unused, beyond_ends   lines that say nothing, have no value, are a definition
spoken                          what a page says in words, without its displays
steps_alone                     other layers than the one that a page is about
factorials                      wrong lines that laws of factorials may make right
stationary                      equations that hold where a derivative is 0
assuming, fixed_data, held, cased   lines under conditions on values and in cases that words name
compared_beside                 lines that are right where a comparison holds that stands near them
doubtful                        sentences that may define nothing
redefined_beside, losses_named   what the clause behind a line says anew for it; another error than the page's
sums_unwritten                  sums that words say are not written, and one example of many
one_step_said                   a recurrence of which words say that it is about one step
one_or_two_arrays               weights of one letter in two layers: tied in words, or square though nothing says so
rows_may_be_one                 rows that are looked up by indices which may be equal
true_class                      lines for the true class in the letter that numbers all of them
daggers                         `A^\\dagger`: the transpose, the pseudo-inverse, or a name of its own
running_totals                  lines by an entry of a sum that ends at a letter: in the sum, or behind it
own_sets                        lines that are right where each letter is in its own set, as k in `C_k`
total_or_partial                derivatives of what is shown with an argument that is made of another
follow, final, goal, marks, nearby   does a wrong line follow; the last word; the goal; marks; lines said together
diagnose, search, samples       why a line is wrong: each misconception tried at each place (frames, atoms)
misconceptions, slips           kinds of slip, and one file of generators a family (slips_*)
terms, paths, matrices          where no slip explains it: its terms, the paths of the derivative, transposes
respell, locate, spelling       the right line in the author's own spelling
report, text, wording, japanese   what is told, as data and in words
command, files, folder, sandbox, deadlines, worker, front_lines   the command; files and folders, judged in workers
"""
