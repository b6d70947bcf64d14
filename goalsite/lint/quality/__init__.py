"""Quality of objectives and key results."""
