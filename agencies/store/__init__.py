"""Writes units and agencies, many at a time: from files, from the demonstration, for the desk."""
