"""The words of a PDF: read in a process of its own, and mended."""
