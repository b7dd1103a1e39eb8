"""The archive's database: a Django backend, and an embedded Postgres where none is given.

``base.DatabaseWrapper`` is Django's own Postgres backend. Where the settings name no host it asks
``server.EmbeddedServer`` for one at the first connection, so that a command that reads nothing
boots nothing. The parts, from the ground up: ``processes`` (who runs, who listens), ``account``
(as whom the server may run), ``binaries`` (whose programs), ``home`` (where it lies), ``cluster``
(initdb, start, stop, recovery), ``locks`` (who starts it, who still uses it), ``server``.
"""
