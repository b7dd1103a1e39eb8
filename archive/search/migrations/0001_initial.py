"""The position of the index in the change log."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("editions", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Position",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                ),
                ("transaction", models.BigIntegerField(default=0)),
                ("change", models.BigIntegerField(default=0)),
                ("day", models.DateField()),
                ("generation", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="search_one_position"
                    )
                ],
            },
        ),
    ]
