"""The screen on which staff correct which passages stand in one row."""
