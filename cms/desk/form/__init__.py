"""The form of a page at the desk: closed to whom it does not belong to, and between two who have it open."""
