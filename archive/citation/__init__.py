"""An edition or a passage of it as a citation."""
