"""People, places, subjects and repositories, with every form of their names."""
