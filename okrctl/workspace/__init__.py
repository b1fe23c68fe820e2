"""Where YAML and models meet, and the only place: from a folder of files to a Workspace and what is wrong with it.

The room knows which file lies where, reads it once, and indexes what it means. It calculates no progress, judges no
practice (that is a rule), and writes nothing.
"""
