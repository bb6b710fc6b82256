"""Brings documents and their files in: plain data, and files that were replaced."""
