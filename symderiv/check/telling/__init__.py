"""What judging comes to as people read it: text, the names of kinds of mistakes, Japanese and English."""
