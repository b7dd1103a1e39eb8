"""Changes applied ahead of a transaction that is still running."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Applied",
            fields=[("change", models.BigIntegerField(primary_key=True, serialize=False))],
            options={"verbose_name_plural": "applied"},
        ),
    ]
