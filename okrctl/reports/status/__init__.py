"""Where we stand, at one look: the board of a company or team, its lists for a reminder, and the cycle's rollout.

Nothing is printed here.
"""
