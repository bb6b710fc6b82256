"""People without an account who are shown one draft by a link: who makes it, how long it holds, what they remark."""
