"""What the statements of a page mean: every symbol, range and definition made sense of together.

At the top stand the steps of reading in their order: `settling` writes shorthand out (`prepared`, `states`,
`shapes`), `collect` gathers facts, `letters` gives each letter one meaning, `formulas` and `statements` turn trees
into expressions, `layout` says which condition is whose, `drafted` hands over. What they know stands in groups, each
of which may import from those before it: `spelled`, `told`, `integers`, `ranges`, `sizes`, `layers`, `functions`,
`arrays`, `comparisons`, `definitions`.
"""
