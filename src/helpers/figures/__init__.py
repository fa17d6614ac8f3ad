"""The pictures of the course, one module per subject; each takes tables, not files."""
