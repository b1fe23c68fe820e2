"""The document of the alignment meeting: whose goals support what, and what has to be talked about (2.3).

Must not judge goals itself: what is wrong with them the rules say.
"""
