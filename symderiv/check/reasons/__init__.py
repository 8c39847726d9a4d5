"""Why a line is wrong: the misconceptions as data, the slips tried at each place, and the right line as typed.

diagnose, search, samples       each misconception tried at each place, the most telling first (frames, atoms)
misconceptions, slips           kinds of slip, and one file of generators a family (slips_*)
terms, paths, matrices          where no slip explains it: its terms, the paths of the derivative, transposes
respell, locate, spelling       the right line in the author's own spelling
as_matrices, in_matrices        the same for lines in matrices, whose indices nobody typed
"""
