"""What templates of lower floors show of papers on walls."""
