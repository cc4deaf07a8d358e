"""Cues with their subjects: which verbs are speech, and of whom."""
