"""When a counter is open: its week as people type it, the days that differ, and what holds on one day. Pure."""
