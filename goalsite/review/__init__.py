"""Tree -> findings, remembering what did not change: the way of `goalsite check`.

It says what `pipeline.figure` says, to the letter; a test holds that over random edits. What it remembers
lies in `.goalsite/`, and may be lost, cut short or forged without harm.
"""
