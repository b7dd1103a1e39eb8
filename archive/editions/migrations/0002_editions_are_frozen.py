"""Editions are never changed or deleted: Postgres refuses it.

``facing.restoring`` is ``on`` for a restore and the test runner; ``composed`` lets go of editions
that were composed for demonstration, and of those alone (see ``editions.guard``).
"""

from django.db import migrations

TRIGGER = """
CREATE FUNCTION facing_edition_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE allowed text := coalesce(current_setting('facing.restoring', true), '');
BEGIN
  IF allowed = 'on' THEN
    IF TG_LEVEL = 'STATEMENT' THEN RETURN NULL; END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
  END IF;
  IF allowed = 'composed' AND TG_OP = 'DELETE' THEN
    IF (OLD.canonical::jsonb #>> '{record,editorial,composed}') = 'true' THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'An edition is never changed or deleted (% refused)', TG_OP
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER facing_edition_frozen BEFORE UPDATE OR DELETE ON editions_edition
  FOR EACH ROW EXECUTE FUNCTION facing_edition_is_frozen();
CREATE TRIGGER facing_edition_kept BEFORE TRUNCATE ON editions_edition
  FOR EACH STATEMENT EXECUTE FUNCTION facing_edition_is_frozen();
"""
UNTRIGGER = """
DROP TRIGGER facing_edition_kept ON editions_edition;
DROP TRIGGER facing_edition_frozen ON editions_edition;
DROP FUNCTION facing_edition_is_frozen();
"""


class Migration(migrations.Migration):
    dependencies = [("editions", "0001_initial")]

    operations = [migrations.RunSQL(TRIGGER, UNTRIGGER)]
