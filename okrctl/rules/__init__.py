"""One module per rule: the manual as docstring, RULE with its examples, and `check(context)`.

A rule says what is wrong; it calculates nothing that a lower room could calculate, and never writes or prints.
"""
