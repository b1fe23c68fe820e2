"""Open to-dos and needs as a list (2.4): one record, its words in both languages, its Markdown and its JSON."""
