"""What the lines of a decision change: worked out part by part, written as a set of dated differences."""
