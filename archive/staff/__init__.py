"""The staff side: the admin."""
