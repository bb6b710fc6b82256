"""What is published reaches the index, and what is taken away leaves it."""

import datetime
import uuid

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from agencies.models import Agency
from consequences.keys import agency_key, page_key
from consequences.registry import tell
from consequences.touched import Touched
from procedures_catalog.models import ApplicantKind, Sector
from search.feed import outbox
from search.feed.engine import EMBEDDED
from search.feed.entries import all_entries, entries_for
from search.index.port import IndexUnavailableError
from search.models import PendingEntry
from search.question.query import Query
from tests.clock import today
from tests.legal_documents.documents_factory import make_document
from tests.legal_documents.pdf_factory import pdf
from tests.pages.factories import make_content
from tests.procedures_catalog.factories import bring, national_row

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


def urls(index, text: str) -> list[str]:
    return [hit.url for hit in index.search(Query(text)).hits]


@pytest.fixture
def page(home, published):
    with published():
        return make_content(home, "Cách gấp thuyền giấy")


class DeafIndex:
    """An index that cannot be written."""

    def put(self, entries, instead_of=()):
        raise IndexUnavailableError("ổ đĩa đầy")


def test_publishing_puts_and_unpublishing_takes(page, index, published):
    assert len(urls(index, "gap thuyen giay")) == 1
    with published():
        page.unpublish()
    assert urls(index, "gap thuyen giay") == []
    assert not PendingEntry.objects.exists()


def test_a_page_published_again_is_found_by_its_new_words_only(page, index, published):
    page.title = "Cách thả diều"
    with published():
        page.save_revision().publish()
    assert urls(index, "thuyền") == []
    assert len(urls(index, "thả diều")) == 1


def test_deleting_takes_the_page_and_those_below(page, home, index, published):
    with published():
        page.delete()
    assert urls(index, "thuyền giấy") == []


def test_deleting_a_tree_takes_all_of_it(page, home, index, published):
    below = page.add_child(instance=type(page)(title="Chong chóng tre", slug="chong-chong"))
    with published():
        below.save_revision().publish()
    assert len(urls(index, "chong chóng")) == 1
    page.refresh_from_db()
    with published():
        page.delete()
    assert urls(index, "chong chóng") == urls(index, "thuyền giấy") == []


def test_a_new_slug_changes_the_address_of_all_below(page, index, published):
    below = page.add_child(instance=type(page)(title="Chong chóng tre", slug="chong-chong"))
    with published():
        below.save_revision().publish()
    page.refresh_from_db()
    page.slug = "dia-chi-moi"
    with published():
        page.save_revision().publish()
    assert urls(index, "thuyền giấy") == ["/dia-chi-moi/"]
    assert urls(index, "chong chóng") == ["/dia-chi-moi/chong-chong/"]


def test_moving_changes_the_address(page, home, index, published):
    with published():
        other = make_content(home, "Trò chơi")
        page.move(other, pos="last-child")
    assert urls(index, "thuyền giấy") == ["/tro-choi/cach-gap-thuyen-giay/"]


def test_a_page_under_a_restriction_is_not_found_until_it_is_lifted(page, home, index, published):
    with published():
        restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert urls(index, "thuyền giấy") == []
    with published():
        page.save_revision().publish()
    assert urls(index, "thuyền giấy") == []
    with published():
        restriction.delete()
    assert len(urls(index, "thuyền giấy")) == 1


def test_a_draft_is_not_found(page, home, index, published):
    with published():
        make_content(home, "Bản đã đăng").save_revision()
        home.add_child(instance=type(page)(title="Bản nháp bí mật", slug="nhap", live=False))
    call_command("rebuild_index", verbosity=0)
    assert urls(index, "bí mật") == []


def test_a_bulk_operation_tells_once(page, index, published):
    type(page).objects.filter(pk=page.pk).update(title="Đèn ông sao")
    with published():
        tell(type(page), Touched.of(entries=[page_key(page.pk), page_key(987_654)]))
    assert len(urls(index, "đèn ông sao")) == 1


def test_agencies_are_found_and_followed(index, published):
    with published():
        agency = Agency.objects.create(name="Trạm Khí tượng Mẫu Sơn", kind="other", phone="0205 123")
    hit = index.search(Query("khí tượng")).hits[0]
    assert (hit.kind, hit.url, hit.is_current) == ("agency", agency.get_absolute_url(), True)
    agency.valid_to = datetime.date(2020, 1, 1)
    with published():
        agency.save()
    assert not index.search(Query("khí tượng")).hits[0].is_current
    with published():
        agency.delete()
    assert urls(index, "khí tượng") == []


def test_a_procedure_is_found_by_the_new_name_of_its_sector_and_of_who_may_ask(portal, index, published):
    with published():
        bring(national_row("1.100001"))
    sector, kind = Sector.objects.get(), ApplicantKind.objects.get(name="Doanh nghiệp")
    with published():
        for row, name in ((sector, "Khí cầu"), (kind, "Hợp tác xã")):
            row.name = name
            row.save()
    assert len(urls(index, "khí cầu")) == len(urls(index, "hợp tác xã")) == 1


def test_results_are_narrowed_by_the_new_address_of_an_agency(home, index, published):
    agency = Agency.objects.create(name="Trạm Khí tượng", slug="tram", kind="other")
    with published():
        make_content(home, "Cách gấp thuyền giấy", agency=agency)
    with published():
        agency.slug = "dai"
        agency.save()
    assert index.search(Query("thuyền giấy", facets={"agency": ("dai",)})).total == 1


def test_what_a_closed_file_says_is_no_longer_found(portal, index, published):
    words = ContentFile(pdf("Điều 7. Diều lớn hơn hai mét phải có giấy phép"), "van-ban.pdf")
    file = get_document_model().objects.create(title="Bản gốc", file=words)
    with published():
        make_document(portal[1], file=file)
    assert len(urls(index, "diều lớn hơn hai mét")) == 1
    with published():
        CollectionViewRestriction.objects.create(collection=file.collection, restriction_type="login")
    assert urls(index, "diều lớn hơn hai mét") == []


def test_what_is_rolled_back_is_never_sent(index, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks, transaction.atomic():
        Agency.objects.create(name="Không bao giờ có", kind="other")
        transaction.set_rollback(True)
    assert callbacks == []
    assert not PendingEntry.objects.exists()


def test_a_failing_index_never_fails_publishing_and_loses_nothing(index, published, monkeypatch, caplog):
    with monkeypatch.context() as patch:
        patch.setattr(outbox, "index_of", lambda engine: DeafIndex())
        with published():
            Agency.objects.create(name="Trạm Khí tượng", kind="other")
    assert PendingEntry.objects.count() == 1
    assert "ổ đĩa đầy" in caplog.text
    assert outbox.flush(EMBEDDED, today()) == 1
    assert len(urls(index, "khí tượng")) == 1


def test_one_thing_that_cannot_be_told_does_not_hold_up_the_others(index, published, monkeypatch, caplog):
    with published():
        bad = Agency.objects.create(name="Hỏng", kind="other")
    original = Agency.get_absolute_url

    def address(agency):
        if agency.pk == bad.pk:
            raise ValueError("không có địa chỉ")
        return original(agency)

    monkeypatch.setattr(Agency, "get_absolute_url", address)
    with published():
        bad.save()
        Agency.objects.create(name="Trạm Khí tượng", kind="other")
    assert len(urls(index, "khí tượng")) == 1
    assert list(PendingEntry.objects.values_list("key", flat=True)) == [f"agency:{bad.pk}"]
    assert "không có địa chỉ" in caplog.text


def test_a_change_while_sending_stays_for_the_next_flush(index, published, monkeypatch):
    outbox.note(["agency:1"])
    real = outbox.index_of(EMBEDDED)

    class Slow:
        """Somebody changes the same thing while it is being sent."""

        def put(self, entries, instead_of=()):
            real.put(entries, instead_of)
            PendingEntry.objects.update(version=uuid.uuid4())

    monkeypatch.setattr(outbox, "index_of", lambda engine: Slow())
    outbox.flush(EMBEDDED, today())
    assert PendingEntry.objects.count() == 1


def test_noting_twice_keeps_one_row_with_a_new_version():
    outbox.note(["page:1", "page:1"])
    first = PendingEntry.objects.get()
    outbox.note(["page:1"])
    assert PendingEntry.objects.get().version != first.version
    outbox.note([])


def test_many_changes_are_sent_in_portions_with_few_queries(index, django_assert_max_num_queries):
    Agency.objects.bulk_create(Agency(name=f"Cơ quan {n}", slug=f"cq-{n}", kind="other") for n in range(1_200))
    outbox.note(f"agency:{pk}" for pk in Agency.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(40):
        assert outbox.flush(EMBEDDED, today()) == 1_200
    assert index.count() == 1_200


def test_commands(page, index, capsys):
    outbox.note([f"page:{page.pk}"])
    call_command("flush_index")
    assert "Đã đưa 1 mục" in capsys.readouterr().out
    outbox.note(["page:404404"])
    call_command("rebuild_index")
    assert f"Đã lập chỉ mục {index.count()} mục" in capsys.readouterr().out
    assert not PendingEntry.objects.exists()
    assert not index.search(Query("thuyền")).incomplete


def test_commands_take_one_engine_or_all(page, capsys):
    call_command("rebuild_index", engine="embedded")
    call_command("flush_index", engine="all")
    assert capsys.readouterr().out.count("embedded: ") == 2
    for command in ("rebuild_index", "flush_index"):
        with pytest.raises(CommandError, match="PORTAL_ELASTICSEARCH_URL"):
            call_command(command, engine="elasticsearch")


def test_commands_say_why_they_cannot(settings, tmp_path):
    settings.SEARCH_INDEX_FILE = tmp_path
    with pytest.raises(CommandError, match="chỉ mục"):
        call_command("rebuild_index")
    outbox.note(["page:1"])
    with pytest.raises(CommandError, match="vẫn còn chờ"):
        call_command("flush_index")


def test_entries_for_takes_any_keys(page):
    assert [
        entry.title for entry in entries_for([f"page:{page.pk}", "page:x", "page:", "agency:9", "lạ"], today())
    ] == [page.title]
    assert page.title in {entry.title for entry in all_entries(today())}


@pytest.mark.django_db(transaction=True)
def test_with_real_commits_the_change_arrives_by_itself(index):
    with transaction.atomic():
        Agency.objects.create(name="Trạm Khí tượng", kind="other")
        assert PendingEntry.objects.count() == 1
        assert index.count() == 0
    assert connection.in_atomic_block is False
    assert index.count() == 1
    assert not PendingEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_change_that_touches_very_much_is_sent_in_the_background(index, monkeypatch):
    monkeypatch.setattr(outbox, "AT_ONCE", 1)
    rows = Agency.objects.bulk_create(Agency(name=f"Trạm {n}", slug=f"tram-{n}", kind="other") for n in range(3))
    outbox.note(agency_key(row.pk) for row in rows)
    outbox.embedded_errand.wait()
    assert index.count() == 3
    assert not PendingEntry.objects.exists()
