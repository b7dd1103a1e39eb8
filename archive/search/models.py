"""How far the index has come."""

from __future__ import annotations

from django.db import models


class Position(models.Model):
    """Up to where the log is done without a gap; one row, absent until the index is first made.

    The log is read in the order (``transaction``, ``change``): a change may get its number before
    another that becomes visible earlier, but never its transaction before every older one has
    ended. The mark therefore stays below every transaction still running, in any database of the
    cluster; what was applied above it is in ``Applied``. ``day`` is the day for which embargoes
    were applied. ``generation`` names the very index this speaks of, so that a lost or foreign
    one is noticed. ``unsure``: what was logged since then not every copy of the index has
    acknowledged, and it is to be written again once they are all there; None where all have.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    transaction = models.BigIntegerField(default=0)
    change = models.BigIntegerField(default=0)
    day = models.DateField()
    generation = models.CharField(max_length=64)
    unsure = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="search_one_position")]

    def __str__(self) -> str:
        return f"change {self.change} of {self.generation}"


class Applied(models.Model):
    """A change above the mark that the index holds already."""

    change = models.BigIntegerField(primary_key=True)

    class Meta:
        verbose_name_plural = "applied"

    def __str__(self) -> str:
        return f"change {self.change}"
