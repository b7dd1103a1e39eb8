"""What was read in the texts of long records is kept. It is a cache, and is made again."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("parallel", "0001_initial"),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReadAnchors",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="records.record",
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("anchors", models.TextField()),
            ],
        ),
        # A crash may empty it: it is not worth a write-ahead log.
        migrations.RunSQL("ALTER TABLE parallel_readanchors SET UNLOGGED", migrations.RunSQL.noop),
    ]
