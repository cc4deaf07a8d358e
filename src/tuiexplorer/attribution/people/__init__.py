"""Who is in a document: with which titles, how often, and who spoke last."""
