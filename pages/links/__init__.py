"""The addresses that lead out of the portal: asked by night, and which of them are broken."""
