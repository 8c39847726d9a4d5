"""Lines under conditions on values: what a page supposes, holds fixed, requires, and the numbers it puts in.

assuming, held, fixed_data, cased    conditions, also such that only words name
required, stationary, of_a_rule      derivatives set to zero, rules that suppose a function
pinned, several_values, values_put_in, at_numbers    values that a page states
"""
