"""Rules about documents: their numbers, what a citation means, whether they are in force on a day."""
