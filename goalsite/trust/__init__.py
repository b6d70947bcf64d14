"""A site -> whether it is what a commit makes: what it was made from, what lies there, what should."""
