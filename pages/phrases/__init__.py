"""Phrases as editors type and paste them: a list with one phrase a line, a sentence that goes on from given words."""
