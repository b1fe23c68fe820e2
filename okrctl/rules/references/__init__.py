"""Family 1: what a file refers to must exist, once, and be allowed to act."""
