"""What search says when it cannot answer."""

REBUILD = "manage.py index --rebuild"


class SearchUnavailable(RuntimeError):
    """Search cannot answer now; the message is for staff and names the remedy.

    Records stay readable: a page shows that search is away and goes on without it.
    """
