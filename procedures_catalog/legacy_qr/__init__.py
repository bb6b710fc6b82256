"""Addresses that another system printed as QR codes, tied to the procedures they meant."""
