"""Family 2: how sheets are built and how goals align."""
