"""Whoever listens is told, when it commits, of what changes what readers may see."""

from django.db import migrations

TABLES = ("editions_availability", "editions_apparatus", "editions_change")

TELL = """
CREATE FUNCTION facing_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('facing_news', 'changed');
  RETURN NULL;
END $$;
""" + "".join(
    f"CREATE TRIGGER {table}_told AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION facing_tell();\n"
    for table in TABLES
)
UNTELL = "".join(f"DROP TRIGGER {table}_told ON {table};\n" for table in TABLES) + (
    "DROP FUNCTION facing_tell();"
)


class Migration(migrations.Migration):
    dependencies = [("editions", "0003_change_by_transaction")]

    operations = [migrations.RunSQL(TELL, UNTELL)]
