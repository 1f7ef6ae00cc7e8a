"""Batches: a whole dump in, one report a conversation out, and a list of them all.

It runs the same line as `show`; what is its own is the plan, the processes, the
progress, and that a run that was killed goes on where it stood.
"""
