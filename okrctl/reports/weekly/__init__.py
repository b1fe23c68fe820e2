"""The weekly report (2.4): facts of one team and one week as a frozen record, its Markdown, and its JSON.

`build` gathers, `markdown` and `as_json` lay out; no function here looks at the clock or writes a file.
"""
