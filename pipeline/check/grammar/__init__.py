"""Grammar that makes English hard to follow; each check reads a parse of every sentence. Words: `data/grammar.toml`."""
