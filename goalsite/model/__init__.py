"""Documents -> Corpus: objectives, key results, KPIs, units, people; what the format allows and forbids."""
