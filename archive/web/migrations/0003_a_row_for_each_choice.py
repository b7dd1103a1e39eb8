"""What a choice of texts puts into a page has a row of its own, so that nobody is sent the others. What
was kept is a cache, and is made again."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

# A crash may empty it, as the pages it belongs to: its key is one, so it cannot be logged alone.
CACHE = """
ALTER TABLE web_keptchoice SET UNLOGGED;
ALTER TABLE web_keptchoice ALTER COLUMN packed SET STORAGE EXTERNAL;
"""


class Migration(migrations.Migration):
    dependencies = [("web", "0002_pages_by_edition")]

    operations = [
        migrations.RunSQL("TRUNCATE web_keptpage", migrations.RunSQL.noop),
        migrations.RenameField("keptpage", "pieces", "fixed"),
        migrations.CreateModel(
            name="KeptChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "names",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("packed", models.BinaryField()),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="choices",
                        to="web.keptpage",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(CACHE, migrations.RunSQL.noop),
    ]
