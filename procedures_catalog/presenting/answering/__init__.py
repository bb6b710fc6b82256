"""The five answers that come before everything else, a module each."""
