"""What a stretch of words is by itself: a name, a post, a body, a title, an adverbial."""
