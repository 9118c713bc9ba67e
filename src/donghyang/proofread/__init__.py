"""A file and what lies beside it, proofread: findings, accepted findings, marked copies, mended text."""
