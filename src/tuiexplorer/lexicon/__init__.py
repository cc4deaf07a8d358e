"""What the grammar knows (cues, posts, surnames, places, agency names), as data files with thin loaders."""
