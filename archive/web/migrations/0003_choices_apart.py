"""What choices of texts put into a page stands in a column of its own, of which a slice can be read.
What was kept is a cache, and is made again."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

# A slice of what is stored as it is can be read without the rest.
SLICES = "ALTER TABLE web_keptpage ALTER COLUMN choices SET STORAGE EXTERNAL"


class Migration(migrations.Migration):
    dependencies = [("web", "0002_pages_by_edition")]

    operations = [
        migrations.RunSQL("TRUNCATE web_keptpage", migrations.RunSQL.noop),
        migrations.RenameField("keptpage", "pieces", "fixed"),
        migrations.AddField("keptpage", "choices", models.BinaryField(default=b""), False),
        migrations.AddField("keptpage", "names", ArrayField(models.TextField(), default=list), False),
        migrations.AddField(
            "keptpage", "starts", ArrayField(models.IntegerField(), default=list), False
        ),
        migrations.AddField(
            "keptpage", "lengths", ArrayField(models.IntegerField(), default=list), False
        ),
        migrations.RunSQL(SLICES, migrations.RunSQL.noop),
    ]
