"""Speed and memory as ratios of one run against a baseline of the same run; never a timed test."""
