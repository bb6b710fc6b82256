"""What is still missing of a procedure, where its form and the screens that publish say it."""
