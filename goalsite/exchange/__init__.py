"""What other programs read: goals.json and its schema."""
