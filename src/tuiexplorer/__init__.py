"""Who said what in Chinese official news: read articles, attribute what is said, search it, show it.

The layers, each knowing only those before it:
``lexicon`` → ``reading`` → ``layout`` → ``attribution`` → ``model`` → ``loading`` → ``search`` → ``output`` →
``cli``/``tui``.
"""

__version__ = "0.1.0"
