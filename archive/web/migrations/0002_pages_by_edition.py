"""Pages are kept by edition, whole and in pieces. What was kept is a cache, and is made again."""

import django.db.models.deletion
from django.db import migrations, models

# A crash may empty it: it is not worth a write-ahead log. What is packed already is not packed again.
CACHE = """
ALTER TABLE web_keptpage SET UNLOGGED;
ALTER TABLE web_keptpage
  ALTER COLUMN page SET STORAGE EXTERNAL,
  ALTER COLUMN numbered SET STORAGE EXTERNAL,
  ALTER COLUMN pieces SET STORAGE EXTERNAL;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("editions", "0009_apparatus_knows_its_program"),
        ("web", "0001_initial"),
    ]

    operations = [
        migrations.DeleteModel("KeptPage"),
        migrations.CreateModel(
            name="KeptPage",
            fields=[
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="editions.edition",
                    ),
                ),
                ("fingerprint", models.CharField(max_length=32)),
                ("software", models.CharField(max_length=32)),
                ("revision", models.PositiveIntegerField()),
                ("newest", models.PositiveIntegerField()),
                ("status", models.PositiveSmallIntegerField()),
                ("page_digest", models.CharField(max_length=32)),
                ("page", models.BinaryField()),
                ("numbered_digest", models.CharField(max_length=32)),
                ("numbered", models.BinaryField()),
                ("pieces", models.BinaryField()),
            ],
        ),
        migrations.RunSQL(CACHE, migrations.RunSQL.noop),
    ]
