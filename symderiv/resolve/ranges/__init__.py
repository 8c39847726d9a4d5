"""Over what letters run, where a formula or a sentence says so, and what is 0 beyond a range."""
