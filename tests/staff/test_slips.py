"""What looks like a slip of typing, beside the field in which it stands and before publishing."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.editions.models import Edition
from archive.staff.slips import slips, slips_help, slips_of
from tests import world
from tests.staff.pages import change_address

BODY = "Все люди.Cогласен  с этим."
SHOWN = (
    '<q class="as-written" lang="ru" dir="ltr">люди.Cогласен</q> in paragraph 1. '
    "Put a space between them."
)


def test_each_text_that_has_any_is_named() -> None:
    document = world.document(texts=[world.text("en"), world.text("ru", BODY)])
    (found,) = slips_of(document.texts)
    assert (found.key, found.name, found.lang, found.dir) == ("ru", "Russian", "ru", "ltr")
    assert [group.heading for group in found.groups] == [
        "1 word in letters of two scripts",
        "1 pair of glued sentences",
        "1 doubled space",
    ]


def test_words_are_escaped_and_nothing_is_said_of_nothing() -> None:
    said = slips_help(slips("en", "en", "<i>word  word</i>"))
    assert 'dir="ltr">&lt;i&gt;word  word&lt;/i&gt;</q>' in said
    assert slips_help(slips("en", "en", "A wording.")) == ""


@pytest.mark.django_db
def test_they_stand_below_the_field_and_before_publishing_and_forbid_nothing(
    client: Client,
) -> None:
    record = world.stored(world.document(texts=[world.text("en"), world.text("ru", BODY)]))
    form = client.get(change_address(record)).content.decode()
    assert form.count('<ul class="slips">') == 1
    assert SHOWN in form
    preview = client.get(f"/admin/records/record/{record.pk}/preview/").content.decode()
    assert "Worth a look" in preview
    assert SHOWN in preview
    client.post(f"/admin/records/record/{record.pk}/publish/", {"note": ""})
    text = Edition.objects.get().content.record.text("ru")
    assert text is not None
    assert text.body == BODY
