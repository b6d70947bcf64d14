"""Corpus -> Graph: typed edges between goals, circles, ancestors. The only door to networkx."""
