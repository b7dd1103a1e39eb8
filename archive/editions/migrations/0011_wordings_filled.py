"""The wordings of the editions that an archive has already."""

from itertools import groupby

from django.db import migrations

from archive.editions import content
from archive.editions.wordings import said
from archive.texts.fingerprints import fingerprints


def fill(apps, schema_editor):
    Edition, Wording = (apps.get_model("editions", name) for name in ("Edition", "Wording"))
    editions = Edition.objects.order_by("record_id", "number")
    stored = editions.values_list("record_id", "number", "canonical").iterator(200)
    for record_id, held in groupby(stored, key=lambda edition: edition[0]):
        rows, standing = [], {}
        for _, number, canonical in held:
            found = dict(said(content.thaw(canonical)))
            standing = {known: row for known, row in standing.items() if known in found}
            for known, words in found.items():
                if known not in standing:
                    standing[known] = Wording(
                        record_id=record_id,
                        first=number,
                        fingerprints=fingerprints(words),
                        **known._asdict(),
                    )
                    rows.append(standing[known])
                standing[known].last = number
        Wording.objects.bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [("editions", "0010_wordings")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
