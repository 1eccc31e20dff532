"""How doses are written: figures, units, shorthand and signs that have been misread and have harmed people."""
