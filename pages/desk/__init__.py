"""What every page has at the desk: its form, its panels, its workflow, how two versions are compared."""
