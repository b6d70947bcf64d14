"""What should not stand on a public site."""
