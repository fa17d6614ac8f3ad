"""For each lesson: its answers and the numbers in its prose, recomputed from data/."""
