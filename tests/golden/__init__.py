"""The plain English of every sample and what is found in it, line by line, as somebody read it and found it right."""
