"""Rules about papers that need no database: kinds, selections, what changed, what a commune has to do. No framework."""
