"""Shelves: what is one agency's below a list of pages. They bear rights and workflows and are no part of an address."""
