"""Corpus, Graph, Analysis -> findings of practice: what is well formed and still worth a second look.

One module for each rule; its docstring is its page in the manual. Rules see the values of earlier stages,
never the disk.
"""
