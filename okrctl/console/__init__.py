"""The terminal: colour, width, excerpts with carets, tables. The only room that knows Rich.

Records come in, text goes out. Nothing is calculated, read or decided here, and the user's text is never markup.
"""
