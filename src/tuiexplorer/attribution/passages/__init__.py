"""The text as the grammar reads it: windows, items, paragraphs and their quotations."""
