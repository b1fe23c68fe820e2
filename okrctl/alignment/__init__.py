"""The graph of goals: what an address names, what supports what, where it loops, how it looks as a tree.

Only structure: no numbers, no dates but those that say whether a goal is dropped, no judgement.
"""
