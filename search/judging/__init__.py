"""How good an answer is: judged questions, figures and their errors, halves, causes of misses. No framework."""
