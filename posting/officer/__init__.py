"""The desk of a commune's officer, `/ban`: find and print, what changed, which papers on the wall are wrong."""
