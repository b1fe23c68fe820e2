"""The vocabulary of findings: rules, diagnostics, ignores in files, and the formats programs read.

Nothing here knows what an objective is, opens a file or prints.
"""
