"""What the desk shows and asks of agencies and of everything else that holds between two days."""
