"""What changed, told to the public: the page of a day, the text for a channel, the feeds."""
