"""Cueline: the transcript beside the video."""

__version__ = "0.1.0"
