"""Family 9: what okrctl has to say about its own rules and ignores."""
