"""Who may do what at the desks: the roles that an agency gives, and what each of them opens."""
