"""The plain English of every sample, sentence by sentence, as somebody read it and found it right."""
