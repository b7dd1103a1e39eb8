"""What answers at each address of the reading room."""
