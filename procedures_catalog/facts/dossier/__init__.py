"""The dossier: what the national list's "trường hợp" and rows of papers really are, and how many papers one brings."""
