"""Figures, one command each: `python -m benchmarks.build` and so on. JSON to stdout, a peer or limit beside each."""
