"""Places that are watched: what stands in them, and how they are found."""
