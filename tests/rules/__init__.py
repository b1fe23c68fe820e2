"""Every rule by its examples, and what the examples do not show."""
