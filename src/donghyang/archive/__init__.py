"""Every issue of a newsroom, kept: what was published, what it states, what was read for it."""
