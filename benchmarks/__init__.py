"""How fast it is, as ratios against a named rival measured in the same run."""
