"""Options in, one call down, one print, an exit code. The only room that knows Typer, the clock and `sys.argv`."""
