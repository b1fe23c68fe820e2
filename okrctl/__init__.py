"""okrctl: OKRs, weekly notes, retrospectives and 360° reviews as plain YAML in a git repository."""

__version__ = "0.1.0"
