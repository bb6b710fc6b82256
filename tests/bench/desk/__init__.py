"""How many questions the screens of the desk put to the database, and how long they take, in a large catalogue."""
