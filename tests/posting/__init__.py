"""Papers on walls: printed, hung, judged, scanned."""
