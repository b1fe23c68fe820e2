"""YAML text and where things are in it.

The room reads text into plain data and remembers the place of every key and value; it splices new text at
those places. It knows nothing of OKRs, reads no files, and is the only one that knows ruamel.yaml.
"""
