"""Keys of names in Chinese characters are made anew: traditional ones are folded too."""

from django.db import migrations

from archive.authority.names import fold_name

_ENTRIES = ["Person", "Place", "Subject", "Repository"]
_FORMS = ["PersonForm", "PlaceForm", "RepositoryForm"]
_HAN = "[\u3400-\u9fff]"


def fold_again(apps, schema_editor):
    for model, named in [*((m, "name") for m in _ENTRIES), *((m, "form") for m in _FORMS)]:
        rows = apps.get_model("authority", model)._default_manager.filter(key__regex=_HAN)
        for row in rows.iterator():
            key = fold_name(getattr(row, named))[:500]
            if key != row.key:
                row.key = key
                row.save(update_fields=["key"])


class Migration(migrations.Migration):

    dependencies = [("authority", "0003_kinds_dates_identifiers")]

    operations = [migrations.RunPython(fold_again, migrations.RunPython.noop)]
