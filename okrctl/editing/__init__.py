"""Every write to the user's files: planned as changes that can be shown, guarded and made in one step each.

A function of this room says what it would write and writes nothing; `change.write` alone touches the disk. The room
judges nobody's practice and lays out no reports.
"""
