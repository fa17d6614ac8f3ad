"""Helpers of Reading Kursk: each module knows one thing that the course teaches."""
