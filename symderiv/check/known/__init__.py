"""What is known of a page's network and of its names: ranges, lengths, data, names for parts of it, what may differ.

ranges, lengths, ends_by_lines    what letters run over, and how long arrays are, where the page leaves it to its reader
extend, parts, shared, entries_by_number   names that a page adds to a given network
named, named_below, typed_out, regrouped   names for parts of formulas
unnamed, dependent, twins         what a page differentiates and gives no name, or no definition; slips for a name
symmetric, symmetry_told, symmetry_words, diagonals_told, tables, few_values      what is known of data
ground, rests, direct_effects     what an expression rests on, and what it depends on directly
derivatives, vanishing, unused    lines that say nothing, have no value, are a definition
"""
