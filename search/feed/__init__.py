"""Keeps the indexes in step with what is published: noted, sent, made anew, healed."""
