"""A reader's citation list: kept without an account, shared by a code, written as files."""
