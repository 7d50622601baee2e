class Unwatched:
    """Has an index brought up to date without looking."""

    def tell(self, progress):
        """Leave it."""

    def go_on(self):
        """Go on."""
        return True
