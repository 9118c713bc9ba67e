"""Korean names beside Chinese characters: found, aligned syllable by syllable, and judged."""
