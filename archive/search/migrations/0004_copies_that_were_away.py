"""Since when copies of the index were away while it was written."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_progress_is_told"),
    ]

    operations = [
        migrations.AddField(
            model_name="position",
            name="unsure",
            field=models.DateTimeField(null=True),
        ),
    ]
