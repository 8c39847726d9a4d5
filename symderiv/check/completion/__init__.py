"""The network that a page defines itself: completed by its lines, without those that do not go with the others.

own, clashes, anew        completed; which of its lines is left out; names that it defines anew
doubtful, abbreviations   sentences that may define nothing, or give a value a name
objective_again           a loss given once more in the names of its parts
of_others, sections_alike, spoken_anew
                          second equations of one name that are of another thing
said_again                a general equation that takes back its exception
outputs_by_lines          how many outputs a convolution has, where only lines tell it
"""
