"""Who can be the subject of a cue: persons, several of them, bodies, groups, the nameless."""
