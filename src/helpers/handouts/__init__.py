"""The pages that a teacher prints: `python -m helpers.handouts` writes them."""
