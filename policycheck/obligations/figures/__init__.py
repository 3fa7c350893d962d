"""Everything a text measures or counts: times, ages, sums, shares, counts, measures."""
