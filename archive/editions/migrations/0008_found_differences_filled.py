"""The differences of archives that have some already, each since its edition was published."""

from django.db import migrations

from archive.editions import apparatus, content
from archive.editions.found import found_differences


def fill(apps, schema_editor):
    Found = apps.get_model("editions", "FoundDifference")
    fields = [field.attname for field in Found._meta.concrete_fields if field.attname != "id"]
    standings = apps.get_model("editions", "Availability").objects.filter(
        newest__apparatus__isnull=False
    )
    for record_id, published_at, canonical, stored in standings.values_list(
        "record_id", "newest__published_at", "newest__canonical", "newest__apparatus__stored"
    ).iterator(200):
        made = apparatus.decode(stored)
        if made.differences:
            listed = found_differences(
                record_id, content.thaw(canonical), made, since=published_at
            )
            Found.objects.bulk_create(
                Found(**{name: getattr(row, name) for name in fields}) for row in listed
            )


class Migration(migrations.Migration):
    dependencies = [("editions", "0007_found_differences")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
