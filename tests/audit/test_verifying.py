"""Whatever is done to the log past the database's guards is found, and the first row of it is named."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from audit import head_file
from audit.chain.links import COLUMNS, key_of, linked, sealed
from audit.models import LogRow
from audit.recording import record
from audit.renewing import renew
from audit.things import Thing
from audit.verifying import head, verify

pytestmark = pytest.mark.usefixtures("way")

COPIED = ", ".join(f'"{name}"' for name in (*COLUMNS, "digest", "seal") if name != "number")


@pytest.fixture
def five(committed) -> list[LogRow]:
    """Five rows."""
    with committed():
        return [
            record("wagtail.edit", Thing("k", str(n), f"Sở {n}"), changes={"name": ("a", "b")}) for n in range(1, 6)
        ]


@pytest.mark.parametrize("column", [*(name for name in COLUMNS if name != "number"), "digest", "seal"])
def test_a_changed_column_is_found(five, by_sql, column):
    number = column in ("actor", "actor_agency", "agency")
    by_sql(f'UPDATE audit_logrow SET "{column}" = %s WHERE number = 3', 99 if number else "khác")
    assert verify().fault.number == 3


@pytest.mark.parametrize(
    ("statement", "number", "words"),
    [
        ("UPDATE audit_logrow SET name = 'khác' WHERE number = 3", 3, "không khớp với chuỗi"),
        ('UPDATE audit_logrow SET changes = \'{"name": ["a","b"]}\' WHERE number = 2', 2, "không khớp với chuỗi"),
        ("DELETE FROM audit_logrow WHERE number = 3", 3, "đã bị xóa"),
        ("DELETE FROM audit_logrow WHERE number = 1", 1, "đã bị xóa"),
        ("DELETE FROM audit_logrow WHERE number >= 4", 4, "phần cuối"),
        ("DELETE FROM audit_logrow", 1, "phần cuối"),
        (
            f"INSERT INTO audit_logrow (number, {COPIED}) SELECT 6, {COPIED} FROM audit_logrow WHERE number = 5",
            6,
            "khớp",
        ),
        ("UPDATE audit_logrow SET number = 9 WHERE number = 5", 5, "đã bị xóa"),
        ("UPDATE audit_loghead SET digest = 'khác'", 5, "Đầu chuỗi"),
        ("DELETE FROM audit_loghead", 1, "nằm sau đầu chuỗi"),
    ],
)
def test_the_first_wrong_row_is_named_in_words_and_the_exit_code_is_one(five, by_sql, statement, number, words):
    by_sql(statement)
    assert verify().fault.number == number
    with pytest.raises(CommandError, match=words) as told:
        call_command("verify_log")
    assert f"òng {number}" in str(told.value)
    assert told.value.returncode == 1


def test_a_whole_chain_that_somebody_wrote_anew_carries_no_seal_of_the_portal(five, by_sql):
    previous = five[2].digest
    for row in five[3:]:
        row.name = "khác"
        previous = linked(previous, [getattr(row, name) for name in COLUMNS])
        forged = sealed(key_of("một khóa đoán mò"), previous)
        by_sql(
            "UPDATE audit_logrow SET name = 'khác', digest = %s, seal = %s WHERE number = %s", previous, forged, row.pk
        )
    by_sql("UPDATE audit_loghead SET digest = %s", previous)
    assert (verify().fault.kind, verify().fault.number) == ("unsealed", 4)


def test_what_was_sealed_with_a_key_of_before_is_known(five, settings):
    before, settings.SECRET_KEY = settings.SECRET_KEY, "khóa mới"
    record("sáu")
    assert verify().fault.kind == "unsealed"
    settings.SECRET_KEY_FALLBACKS = [before]
    assert (verify().fault, verify().rows) == (None, 6)


def test_a_log_that_was_put_back_to_an_older_state_is_found_by_a_head_that_is_kept_elsewhere(five, by_sql, capsys):
    call_command("log_head")
    kept = capsys.readouterr().out.strip()
    call_command("verify_log", head=kept)
    by_sql("DELETE FROM audit_logrow WHERE number >= 4")
    by_sql("UPDATE audit_loghead SET number = 3, digest = %s", five[2].digest)
    head_file.path().unlink()
    renew("khôi phục")
    call_command("verify_log")
    with pytest.raises(CommandError, match="không còn mã băm"):
        call_command("verify_log", head=kept)


def test_a_head_that_is_none_is_refused(five):
    with pytest.raises(CommandError, match="SỐ:MÃ"):
        call_command("verify_log", head="đầu")


def test_a_whole_log_is_told_with_its_head(five, capsys):
    call_command("verify_log")
    assert f"Chuỗi nguyên vẹn: 5 dòng, từ dòng 1. Đầu chuỗi 5:{head()[1]}" in capsys.readouterr().out


def test_an_empty_log_is_whole(capsys):
    call_command("verify_log")
    assert "0 dòng" in capsys.readouterr().out


def test_the_secret_key_is_no_part_of_a_row(five):
    assert settings.SECRET_KEY not in "".join(str(list(LogRow.objects.values())))
