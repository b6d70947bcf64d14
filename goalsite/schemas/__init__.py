"""JSON Schemas of what authors write, for their editors."""
