"""The alignment tree as a document: one record with all numbers, and one module per format.

Text, Markdown, Mermaid, DOT, SVG and JSON say the same; none of them needs Jinja2, git or another program.
"""
