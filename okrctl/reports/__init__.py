"""Documents: a builder makes a frozen record, a template lays it out, and what people wrote into it is kept.

Nothing here decides what is true of a goal (progress does) and nothing here writes a file (the commands do).
"""
