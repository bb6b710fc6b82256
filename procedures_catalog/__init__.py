"""The facts: administrative procedures, their papers, fees and times, addresses and importing."""
