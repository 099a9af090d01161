"""What the checkers share."""
