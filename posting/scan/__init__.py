"""From a scanned or typed code to the procedure, and what is counted on the way."""
