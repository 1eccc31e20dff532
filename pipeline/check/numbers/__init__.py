"""How numbers are written for readers: shares, dates, times, counts, ranges, parts of tablets, temperatures."""
