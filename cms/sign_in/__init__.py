"""Who comes in at the desk and at the officers' door: how often one may try, how long one stays, and from where."""
