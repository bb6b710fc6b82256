"""The feed of documents and the tag for other floors' templates."""

from datetime import date

from defusedxml import ElementTree
from django.template import Context, Template

from tests.legal_documents.documents_factory import make_document

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_is_valid_atom(client, index):
    make_document(index, "60/2014/QH13", issued_on=date(2014, 11, 20))
    make_document(index, "12/QĐ-UBND", title="Không rõ ngày")
    response = client.get("/van-ban.atom")
    root = ElementTree.fromstring(response.content)
    assert response["Content-Type"].startswith("application/atom+xml")
    assert all(root.find(ATOM + name) is not None for name in ("id", "title", "updated"))
    entries = root.findall(f"{ATOM}entry")
    assert entries[0].findtext(f"{ATOM}title").startswith("60/2014/QH13")
    assert all(entry.findtext(f"{ATOM}id") and entry.findtext(f"{ATOM}updated") for entry in entries)


def test_an_abstract_is_read_sign_by_sign_and_is_no_markup(client, index):
    make_document(index, "60/2014/QH13", abstract="Dưới < 5 triệu <img src=x>")
    entry = ElementTree.fromstring(client.get("/van-ban.atom").content).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == "Dưới &lt; 5 triệu &lt;img src=x&gt;"


def test_an_empty_feed_is_valid_too(client, index):
    assert ElementTree.fromstring(client.get("/van-ban.atom").content).tag == f"{ATOM}feed"


def test_the_tag_gives_the_latest(index, django_assert_max_num_queries):
    for day in range(1, 7):
        make_document(index, f"{day}/2026/NĐ-CP", issued_on=date(2026, 1, day))
    template = Template(
        "{% load documents %}{% latest_documents 4 as found %}{% for one in found %}{{ one.number }} {% endfor %}"
    )
    with django_assert_max_num_queries(3):
        assert template.render(Context()) == "6/2026/NĐ-CP 5/2026/NĐ-CP 4/2026/NĐ-CP 3/2026/NĐ-CP "
