"""Documents -> Corpus: objectives, key results, KPIs, units, people, check-ins; what the format allows and forbids."""
