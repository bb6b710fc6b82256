"""Applying files to the catalogue: in whole portions, once and not twice, each layer in its own place."""

import datetime
from dataclasses import replace

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import PageLogEntry, Revision

from agencies.models import Agency
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.importing.apply import Stopped, import_rows
from procedures_catalog.importing.judging.questions import REASONS
from procedures_catalog.models import CatalogueSettings, ProcedureAgency, ProcedureIdentity, ProcedurePage
from procedures_catalog.models.kept_text import KEPT
from tests.procedures_catalog.factories import (
    DAY,
    LISTED,
    bring,
    case,
    channel,
    local_row,
    national,
    national_row,
    page_of,
    published,
    shelf,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
OTHER = {"Lĩnh vực": "Gió"}


def _rows_of_every_table() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.managed}


def _content(page) -> tuple[ProcedureRecord, str]:
    return official_record(page), page.layer


# --- Created, updated, left -----------------------------------------------------------------------


def test_a_created_page_holds_the_facts_of_its_row():
    row = national_row("1.100001")
    bring(row)
    page = page_of("1.100001")
    assert official_record(page) == row.record
    assert (page.live, page.layer, page.slug) == (True, "national", "1-100001-cap-the-tha-dieu-so-1-100001")
    assert page.get_parent().numchild == 1
    assert page.identity.codes.get().raw == "1.100001"


def test_pages_stand_in_the_tree_as_if_they_had_been_made_by_hand():
    bring(*(national_row(f"1.1000{number:02}") for number in range(30)))
    assert ProcedurePage.find_problems() == ([], [], [], [], [])
    assert ProcedurePage.objects.child_of(shelf()).count() == 30


def test_procedures_of_one_name_get_addresses_of_their_own():
    name = {"Tên thủ tục": "Cấp thẻ thả diều " * 20}
    bring(national_row("1.100001", **name), national_row("1.100001-Xoa", **name))
    assert len(set(ProcedurePage.objects.values_list("slug", flat=True))) == 2


def test_an_update_changes_what_the_row_says():
    published("1.100001")
    row = national_row(
        "1.100001",
        **{"Cấp thực hiện": "Cấp Tỉnh", "Cơ quan thực hiện": "Sở Gió", "Đối tượng thực hiện": "Hợp tác xã"},
        **{"Căn cứ pháp lý": [], "Cách thức thực hiện": [channel("POSTAL", "9 ngày", ("1 VNĐ (x)",))], **OTHER},
    )
    report = bring(row)
    assert (report.counts["updated"], report.rows_written > 0) == (1, True)
    assert official_record(page_of("1.100001")) == row.record


def test_a_second_run_writes_nothing_at_all():
    rows = [
        national_row("1.100001"),
        national_row("1.100002", **{"Tên thủ tục": "Ðăng ký\u200b diều", "Số quyết định": "1/QÐ", "Từ khóa": "Ð"}),
        local_row("1.100003"),
        local_row("1.100003", 9, levels=("district",)),
    ]
    assert bring(*rows).rows_written > 0
    before = _rows_of_every_table()
    report = bring(*rows)
    assert (report.rows_written, report.counts["updated"], report.counts["created"]) == (0, 0, 0)
    assert _rows_of_every_table() == before


def test_white_space_alone_changes_nothing():
    published("1.100001")
    report = bring(national_row("1.100001", **{"Tên thủ tục": " Cấp thẻ  thả diều số 1.100001"}))
    assert (report.counts["unchanged"], report.rows_written) == (1, 0)


def test_a_dry_run_tells_the_same_and_writes_nothing():
    published("1.100001")
    rows = [national_row("1.100001", **OTHER), national_row("1.100002"), national_row("1.100003", **{"Mã thủ tục": ""})]
    before = _rows_of_every_table()
    tried = bring(*rows, dry_run=True)
    assert _rows_of_every_table() == before
    assert tried.rows_written == 0
    done = bring(*rows)
    assert tried.counts == done.counts
    assert tried.refused == done.refused


def test_parts_keep_their_ids_through_an_update_of_other_parts():
    page = published("1.100001")
    before = [child["id"] for child in page.steps.raw_data]
    bring(national_row("1.100001", **OTHER, **{"Thành phần hồ sơ": [case("Diều lớn", ("Đơn", 1, 0))]}))
    assert [child["id"] for child in page_of("1.100001").steps.raw_data] == before


def test_agencies_are_tied_to_the_registry_where_it_knows_them():
    registered = Agency.objects.create(name="Sở Gió", kind="department")
    published("1.100001", **{"Cơ quan thực hiện": "sở  gió"})
    assert ProcedureAgency.objects.get(role="executing").registered == registered


def test_a_receiving_agency_that_the_desk_entered_survives_imports():
    page = published("1.100001")
    page.agencies.add(ProcedureAgency(role="receiving", name="Quầy số ba"))
    page.save()
    bring(national_row("1.100001", **{"Cơ quan thực hiện": "Sở Gió"}))
    assert set(page_of("1.100001").agencies.values_list("role", "name")) == {
        ("receiving", "Quầy số ba"),
        ("executing", "Sở Gió"),
        ("cooperating", "Công an cấp xã"),
    }
    bring(national_row("1.100001", **{"Cơ quan thực hiện": "Sở Mây"}), publish=False)
    draft = page_of("1.100001").get_latest_revision_as_object()
    assert "Quầy số ba" in {row.name for row in draft.agencies.all()}


def test_what_only_the_desk_knows_survives_imports():
    page = published("1.100001")
    page.everyday_names, page.online_level, page.filing_url = "giấy diều", "full", "https://nop.example/"
    page.overlay = [("conditions", {"value": "Có dây dù."})]
    page.save()
    bring(national_row("1.100001", **OTHER))
    page = page_of("1.100001")
    assert (page.sector.name, page.everyday_names, page.online_level) == ("Gió", "giấy diều", "full")
    assert page.filing_url == "https://nop.example/"
    assert page.overlay[0].value["value"] == "Có dây dù."


# --- Drafts and history ---------------------------------------------------------------------------


def test_without_publishing_a_change_waits_as_a_draft_and_the_public_page_stays():
    published("1.100001")
    bring(national_row("1.100001", **OTHER, **{"Cấp thực hiện": "Cấp Tỉnh"}), publish=False)
    page = page_of("1.100001")
    assert (page.live, page.has_unpublished_changes, page.sector.name) == (True, True, "Diều, sáo")
    assert [row.level for row in page.levels.all()] == ["commune"]
    page.get_latest_revision().publish()
    page = page_of("1.100001")
    assert (page.sector.name, [row.level for row in page.levels.all()]) == ("Gió", ["province"])


def test_new_procedures_wait_unpublished_when_nothing_is_to_be_published():
    bring(national_row("1.100001"), publish=False)
    page = page_of("1.100001")
    assert (page.live, page.first_published_at) == (False, None)


@pytest.mark.parametrize("publish", [True, False])
def test_the_history_shows_what_the_page_said_before_and_after(publish):
    page = published("1.100001")
    bring(national_row("1.100001", **OTHER), publish=publish)
    revisions = Revision.objects.for_instance(page).order_by("pk")
    assert [revision.as_object().sector.name for revision in revisions] == ["Diều, sáo", "Gió"]
    assert page_of("1.100001").latest_revision == revisions[1]
    assert page_of("1.100001").live_revision == revisions[1 if publish else 0]


@pytest.mark.parametrize("publish", [True, False])
def test_the_lines_of_the_history_name_the_texts_before_and_after(publish):
    page = published("1.100001")
    bring(national_row("1.100001", **OTHER), publish=publish)
    before, after = Revision.objects.for_instance(page).order_by("pk")
    lines = list(PageLogEntry.objects.filter(page=page, revision__isnull=False).order_by("pk"))
    expected = [(KEPT, before), ("wagtail.edit", after), *([("wagtail.publish", after)] if publish else [])]
    assert [(line.action, line.revision) for line in lines] == expected


def test_the_desk_compares_what_an_import_changed_and_goes_back_to_what_was_before(admin_client):
    page = published("1.100001")
    bring(national_row("1.100001", **OTHER))
    before, after = Revision.objects.for_instance(page).order_by("pk")
    history = admin_client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Đã giữ lại bản đang công bố trước khi nó thay đổi" in history
    for name, arguments in (
        ("revisions_revert", [page.pk, before.pk]),
        ("revisions_compare", [page.pk, before.pk, after.pk]),
    ):
        address = reverse(f"wagtailadmin_pages:{name}", args=arguments)
        assert address in history or name == "revisions_compare"
        assert admin_client.get(address).status_code == 200
    before.publish()
    assert page_of("1.100001").sector.name == "Diều, sáo"


# --- Two layers -----------------------------------------------------------------------------------


def test_a_local_list_stands_beside_the_national_text_and_touches_none_of_it():
    before = _content(published("1.100001"))
    report = bring(local_row("1.100001.000.00.00.H36", levels=("province", "commune")))
    page = page_of("1.100001")
    assert report.counts["updated"] == 1
    assert _content(page) == (_with_level_of_desk(before[0], page), "national")
    assert (page.listed_code, page.listed_name) == ("1.100001.000.00.00.H36", "Thẻ diều 1.100001.000.00.00.H36")
    assert (page.listed_sector, page.local_decision_number) == ("Diều tỉnh", "7/QĐ-UBND")
    assert [row.level for row in page.levels.all() if row.layer == "local"] == ["province", "commune"]


def _with_level_of_desk(record, page):
    """The online level is the province's own knowledge: the list may set it."""
    fields = {name: getattr(record, name) for name in record.__slots__}
    return ProcedureRecord(**fields | {"online_level": page.online_level})


def test_after_a_local_list_the_same_files_change_nothing_any_more():
    published("1.100001")
    bring(local_row("1.100001"))
    before = _rows_of_every_table()
    assert bring(national_row("1.100001")).rows_written == 0
    assert bring(local_row("1.100001")).rows_written == 0
    assert _rows_of_every_table() == before


def test_a_new_national_text_leaves_what_the_local_list_said():
    published("1.100001")
    bring(local_row("1.100001"))
    bring(national_row("1.100001", **OTHER, **{"Cấp thực hiện": "Cấp Bộ/Trung ương"}))
    page = page_of("1.100001")
    assert (page.sector.name, page.listed_sector) == ("Gió", "Diều tỉnh")
    assert {(row.level, row.layer) for row in page.levels.all()} == {("ministry", "national"), ("province", "local")}


def test_a_procedure_that_only_the_local_list_has_is_local():
    bring(local_row("1.100001"))
    page = page_of("1.100001")
    assert (page.layer, page.official_name, page.listed_name) == ("local", "Thẻ diều 1.100001", "Thẻ diều 1.100001")


def test_the_national_text_takes_a_local_procedure_over_and_its_printed_codes_live_on():
    bring(local_row("1.100001"))
    before = page_of("1.100001")
    bring(national_row("1.100001"))
    after = page_of("1.100001")
    assert (after.pk, after.identity, after.url) == (before.pk, before.identity, before.url)
    assert after.identity.short_code == before.identity.short_code
    assert (after.layer, after.official_name) == ("national", "Cấp thẻ thả diều số 1.100001")
    assert after.listed_name == "Thẻ diều 1.100001"
    assert bring(national_row("1.100001"), local_row("1.100002")).counts["unchanged"] == 1


def test_a_local_procedure_keeps_its_former_spellings_when_the_list_changes_its_code():
    bring(local_row("1.100001.000.00.00.H36"))
    bring(local_row("1.100001"))
    codes = page_of("1.100001").identity.codes
    assert {(row.raw, row.is_present) for row in codes.all()} == {("1.100001.000.00.00.H36", False), ("1.100001", True)}


def test_the_district_level_of_a_list_ends_on_the_day_districts_did():
    bring(local_row("1.100001", levels=("district", "commune")))
    rows = {row.level: row for row in page_of("1.100001").levels.all()}
    ends = {level: row.valid_to for level, row in rows.items()}
    assert ends == {"district": datetime.date(2025, 7, 1), "commune": None}


def test_the_page_tells_by_which_law_the_district_level_of_a_list_ended(client):
    bring(local_row("1.100001", levels=("district", "commune")))
    said = client.get(page_of("1.100001").url).content.decode()
    assert f"Thôi thực hiện ở cấp huyện theo {CatalogueSettings().district_level_citation}" in said


def test_a_list_says_nothing_of_columns_it_does_not_have():
    published("1.100001", **{"Mức độ dịch vụ công": "Toàn trình"})
    bring(local_row("1.100001", known=LISTED - {"online_level", "levels"}, online_level="", levels=()))
    page = page_of("1.100001")
    assert (page.online_level, page.listed_name) == ("full", "Thẻ diều 1.100001")


# --- Portions that are each whole -----------------------------------------------------------------


class _PowerCut(Exception):  # noqa: N818
    pass


def _fails_after(count: int, label: str = "Ghi"):
    """A progress bar that the import tells of each portion it wrote; it fails once so many are written."""

    def start(said, _total):
        written = []

        def advance(number):
            written.append(number)
            if said.startswith(label) and sum(written) >= count:
                raise _PowerCut

        return advance

    return start


def _is_whole(page: ProcedurePage) -> bool:
    return page.levels.exists() and page.identity.codes.exists() and page.identity.versions.exists()


@pytest.mark.parametrize("count", [1, 26, 61])
def test_a_failure_in_the_middle_of_writing_leaves_whole_procedures_and_the_next_run_adds_the_rest(count):
    published("2.000001")
    rows = [national_row("2.000001", 1, **OTHER), *(national_row(f"1.{number:06}", number) for number in range(2, 62))]
    with pytest.raises(_PowerCut):
        import_rows([("tep", rows)], on=DAY, publish=True, start=_fails_after(count))
    assert 1 < ProcedurePage.objects.count() <= 61
    assert all(map(_is_whole, ProcedurePage.objects.all()))
    assert ProcedurePage.find_problems() == ([], [], [], [], [])
    report = bring(*rows)
    assert report.counts["created"] + report.counts["updated"] + report.counts["unchanged"] == 61
    assert ProcedurePage.objects.count() == ProcedureIdentity.objects.count() == 61
    assert page_of("2.000001").sector.name == "Gió"
    assert bring(*rows).rows_written == 0


def test_a_row_that_cannot_be_written_is_named_and_the_others_are_written():
    held = [national_row(f"2.0000{number:02}") for number in range(7)]
    bring(*held)
    rows = [national_row(f"1.0000{number:02}", number) for number in range(9)]
    rows += [national_row(f"2.0000{number:02}", number, **OTHER) for number in range(7)]
    half = "\ud83d"  # no reader lets this through; it stands for whatever a database or a file cannot hold
    rows[4], rows[12] = (
        replace(row, record=replace(row.record, conditions=half, description="")) for row in (rows[4], rows[12])
    )
    report = bring(*rows)
    assert {said.code for _, said in report.refused} == {"1.000004", "2.000003"}
    assert "không ghi được dòng này" in report.refused[0][1].reason
    assert (report.counts["created"], report.counts["updated"], report.counts["refused"]) == (8, 6, 2)
    assert ProcedurePage.objects.count() == 15
    assert page_of("2.000003").sector.name != page_of("2.000002").sector.name == "Gió"


def test_a_later_file_that_fails_leaves_the_earlier_one_and_comes_whole_with_the_next_run():
    files = [("mot", [national_row("1.100001")]), ("hai", [national_row("1.100002")])]
    with pytest.raises(_PowerCut):
        import_rows(files, on=DAY, publish=True, start=_fails_after(1, "Ghi hai"))
    assert import_rows(files, on=DAY, publish=True).counts["unchanged"] == 2


def test_a_later_file_sees_what_an_earlier_one_wrote():
    report = import_rows([("mot", [national_row("1.100001")]), ("hai", [local_row("1.100001")])], on=DAY, publish=True)
    assert (report.counts["created"], report.counts["updated"], report.counts["refused"]) == (1, 1, 0)
    assert page_of("1.100001").listed_name == "Thẻ diều 1.100001"


def test_a_page_that_the_desk_changes_while_others_are_written_is_refused_and_keeps_what_the_desk_said():
    rows = [national_row(f"1.1000{number:02}", number, **OTHER) for number in range(30)]
    bring(*(national_row(f"1.1000{number:02}") for number in range(30)))

    def start(said, _total):
        def advance(_number):
            if said.startswith("Ghi"):
                ProcedurePage.objects.filter(code="1.100029").update(decision_number="9/QĐ-BAN")

        return advance

    report = import_rows([("tep", rows)], on=DAY, publish=True, start=start)
    [(_, complaint)] = report.refused
    assert (complaint.code, report.counts["updated"], report.counts["refused"]) == ("1.100029", 29, 1)
    assert "vừa được sửa ở bàn biên tập" in complaint.reason
    assert page_of("1.100029").decision_number == "9/QĐ-BAN"


def test_a_code_that_the_desk_takes_while_others_are_written_is_refused():
    page = published("2.000001")
    rows = [national_row(f"1.1000{number:02}", number) for number in range(30)]

    def start(said, _total):
        def advance(_number):
            if said.startswith("Ghi"):
                ProcedurePage.objects.filter(pk=page.pk).update(code="1.100029", code_base="1.100029")

        return advance

    report = import_rows([("tep", rows)], on=DAY, publish=True, start=start)
    assert [complaint.code for _, complaint in report.refused] == ["1.100029"]
    assert report.counts["created"] == 29


# --- What looks wrong -----------------------------------------------------------------------------


def _rows(count: int, **values) -> list:
    return [national_row(f"1.1{number:05}", number, **values) for number in range(count)]


LOOKS_WRONG = {
    "name": [national_row("1.100000", **{"Tên thủ tục": "xxx"})],
    "emptied": [national_row("1.100000", **{"Thành phần hồ sơ": [case(None)]})],
}


@pytest.mark.parametrize("reason", LOOKS_WRONG)
def test_what_looks_wrong_stops_an_import_until_a_person_accepts_the_reason(reason):
    bring(*_rows(2))
    rows = [*LOOKS_WRONG[reason], national_row("1.100001", **OTHER)]
    before = _rows_of_every_table()
    for accept in (frozenset(), set(REASONS) - {reason}):
        with pytest.raises(Stopped) as stopped:
            import_rows([("tep", rows)], on=DAY, publish=True, accept=accept)
        [(file, question)] = stopped.value.report.questions
        assert (file, question.reason, question.code) == ("tep", reason, "1.100000")
    assert _rows_of_every_table() == before
    assert page_of("1.100001").sector.name == "Diều, sáo"
    assert import_rows([("tep", rows)], on=DAY, publish=True, accept={reason}).counts["updated"] == 2


def test_a_later_file_that_looks_wrong_stops_the_earlier_one_too():
    bring(*_rows(1))
    with pytest.raises(Stopped):
        import_rows([("mot", [national_row("1.200000")]), ("hai", LOOKS_WRONG["name"])], on=DAY, publish=True)
    assert ProcedurePage.objects.count() == 1


def test_what_looks_wrong_is_told_by_a_dry_run_which_does_not_stop():
    bring(*_rows(1))
    assert [question.reason for _, question in bring(*LOOKS_WRONG["name"], dry_run=True).questions] == ["name"]


def _asked(rows, whole=None) -> list[tuple[str, str]]:
    report = import_rows([("tep", rows)], on=DAY, dry_run=True, whole=whole)
    return [(question.reason, question.code) for _, question in report.questions]


def test_a_whole_list_that_lacks_a_code_asks_and_a_part_does_not():
    rows = _rows(100)
    bring(*rows)
    assert _asked(rows[1:]) == [("vanished", "1.100000")]
    assert _asked(rows[1:], whole=False) == []
    assert (_asked(rows[:49]), _asked(rows[:49], whole=False), _asked(rows[:9])) == ([("part", "")], [], [])
    assert len(_asked(rows[:49], whole=True)) == 51 + 1
    assert _asked(rows) == []


def test_thirty_per_cent_less_is_a_question_of_its_own():
    rows = _rows(100)
    bring(*rows)
    assert ("shrunk", "") in _asked(rows[:70])
    assert ("shrunk", "") not in _asked(rows[:71])


def test_a_row_that_could_not_be_read_has_not_vanished():
    rows = _rows(100)
    bring(*rows)
    assert _asked([*rows[1:], national_row("1.100000", **{"Lĩnh vực": 7})]) == []


def test_a_provinces_list_says_nothing_of_the_national_catalogue():
    bring(*_rows(100))
    assert _asked([local_row(f"1.1{number:05}", number) for number in range(60)]) == []


def test_procedures_that_are_abolished_or_taken_down_are_not_missed():
    rows = _rows(100)
    bring(*rows)
    ProcedurePage.objects.filter(code="1.100000").update(valid_to=datetime.date(2026, 1, 1))
    page_of("1.100001").unpublish()
    assert _asked(rows[2:]) == []


# --- Hostile texts --------------------------------------------------------------------------------

SCRIPT = "<script>alert('diều')</script>"


def test_markup_in_any_field_is_kept_literally_and_shown_escaped(client):
    texts = ("Số quyết định", "Tên thủ tục", "Lĩnh vực", "Trình tự thực hiện", "Đối tượng thực hiện", "Từ khóa")
    more = ("Cơ quan thực hiện", "Cơ quan có thẩm quyền", "Cơ quan được ủy quyền", "Cơ quan phối hợp", "Mô tả")
    rest = ("Địa chỉ tiếp nhận HS", "Kết quả thực hiện", "Yêu cầu, điều kiện thực hiện")
    raw = national("1.100001", **{name: f"{SCRIPT}{place}" for place, name in enumerate((*texts, *more, *rest))})
    raw |= {
        "Cách thức thực hiện": [channel("DIRECT", SCRIPT, (f"7 VNĐ ({SCRIPT})", SCRIPT), (SCRIPT,))],
        "Thành phần hồ sơ": [case(SCRIPT, (SCRIPT, 1, 0), (SCRIPT, 0, 0))],
        "Căn cứ pháp lý": [{"ten": SCRIPT, "so_hieu": SCRIPT}],
        "Tên gọi thường ngày": [SCRIPT],
    }
    row = national_row("1.100001", **raw)
    bring(row)
    page = page_of("1.100001")
    assert official_record(page) == row.record
    shown = client.get(page.url).content.decode()
    assert SCRIPT not in shown
    assert "<script>alert" not in shown
    assert shown.count("&lt;script&gt;alert(&#x27;diều&#x27;)&lt;/script&gt;") >= 20
    listed = client.get("/thu-tuc/").content.decode()
    assert "<script>alert" not in listed
    assert "&lt;script&gt;alert" in listed


@pytest.mark.parametrize("text", ["{{ 7*7 }}{% now 'Y' %}", "'; DROP TABLE diều; --", "=1+1", "%s %(x)s", "\\u0041"])
def test_texts_that_look_like_code_are_only_texts(client, text):
    bring(national_row("1.100001", **{"Tên thủ tục": text}))
    page = page_of("1.100001")
    assert page.official_name == text
    assert client.get(page.url).status_code == 200


def test_a_name_of_a_thousand_characters_has_a_page_with_all_of_it(client):
    name = "Cấp thẻ thả diều " * 70
    bring(national_row("1.100001", **{"Tên thủ tục": name}))
    page = page_of("1.100001")
    assert len(page.title) <= 250
    assert name.strip() in client.get(page.url).content.decode()
