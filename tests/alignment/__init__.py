"""The graph of goals and its questions."""
