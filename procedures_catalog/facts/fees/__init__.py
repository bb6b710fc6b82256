"""Fees: read and written as the national list has them, judged by what their notes say, and told to who pays."""
