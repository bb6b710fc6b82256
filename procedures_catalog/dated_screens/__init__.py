"""Sets of dated differences at the desk: their list, one of them with what it changes, and the steps on its way."""
