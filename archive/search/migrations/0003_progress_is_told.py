"""Whoever listens is told when the index has come further: what was counted before is behind."""

from django.db import migrations

TELL = """
CREATE TRIGGER search_position_told AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON search_position
FOR EACH STATEMENT EXECUTE FUNCTION facing_tell();
"""
UNTELL = "DROP TRIGGER search_position_told ON search_position;"


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_applied"),
        ("editions", "0004_changes_are_told"),
    ]

    operations = [migrations.RunSQL(TELL, UNTELL)]
