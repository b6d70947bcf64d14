"""Rhythm: what was due and did not come."""
