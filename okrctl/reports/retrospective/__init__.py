"""The retrospective of a cycle (2.5): what became of the goals, as a frozen record, its Markdown, and its JSON.

`build` gathers, `markdown` and `as_json` lay out; no function here looks at the clock, asks git, or writes a file.
It speaks of goals and of how a team worked, never of how good a person is: nothing in it ranks anybody.
"""
