"""git -> Timeline: when what the files say became public. The only door to git."""
