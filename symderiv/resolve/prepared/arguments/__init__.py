"""What stands in parentheses behind a name, and what a page says of functions."""
