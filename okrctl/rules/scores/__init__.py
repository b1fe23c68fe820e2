"""Family 5: self-scores, and what they say about the goals."""
