"""What the files mean: frozen Pydantic records of their shape; no files, no clock, no truth across fields."""
