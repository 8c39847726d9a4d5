"""Judging hand derivations: which line is the first wrong one, and why.

page, lines                     a page judged line by line; `command` and `folder` are the ways in
link, judge, links, judging     one equation with all that it takes; its verdict, remembered
readings, other_readings        what a page may mean besides, and how verdicts have to agree
second_looks                    one table: each look, the verdicts that it may change, the pages that it is for
follow, final, goal, marks, nearby, unread   does a wrong line follow; the last word; the goal; marks; what was not read
report, options                 what judging comes to, as data; how a page is judged

In groups, each of which may import from those before it:

words          words of pages and what they say; no mathematics
telling        what is told, in words and in two languages
known          what is known of a network and its names: ranges, lengths, data, symmetry, what may differ
cases          lines under conditions on values
reserved       what a verdict has to leave open
completion     the network that a page defines itself
ambiguities    what a page may mean besides what is read
looks          one module for each second look
reasons        why a line is wrong
workers        files judged in processes that can be killed
"""
