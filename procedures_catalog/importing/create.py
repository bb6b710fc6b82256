"""Creates the pages of procedures that the catalogue did not hold."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from agencies.store.desk_index import put_in_desk_index
from consequences.registry import changing
from procedures_catalog.facts.naming import numbered, page_slug
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.bulk_pages import insert_below
from procedures_catalog.importing.keeping_back import Publishing
from procedures_catalog.importing.listing import level_rows, set_listing
from procedures_catalog.importing.references import References
from procedures_catalog.importing.write import Rows, official_rows, save_rows, set_official
from procedures_catalog.models import (
    ProcedureCode,
    ProcedureIdentity,
    ProcedureLevel,
    ProcedurePage,
)
from procedures_catalog.shelves.owners import owner_table
from procedures_catalog.shelves.rules.owner_table import OwnerTable
from procedures_catalog.shelves.shelves import Shelves
from procedures_catalog.versions.because import because


def new_page(row: ReadRow, references: References) -> ProcedurePage:
    """A page with the facts of a row, still without identity and address. It asks the database nothing."""
    page = ProcedurePage(layer=row.layer)
    set_official(page, row.record, references)
    if row.layer == "local":
        set_listing(page, row)
    return page


@because("import")
def create_pages(new: Sequence[tuple[ReadRow, ProcedurePage]], references: References, how: Publishing) -> int:
    """Saves the new page of each row with its identity, codes and facts, public where that row may be; returns how many
    database rows were written."""
    table, shelves, identities = owner_table(), Shelves(), ProcedureIdentity.issue(len(new))
    new = [_with_code(*one, identity, references) for one, identity in zip(new, identities, strict=True)]
    rows, pages = [row for row, _ in new], [page for _, page in new]
    _identify(pages, identities, _taken(rows))
    for row, page in new:
        page.live = how.publishes(row)
    with changing(ProcedurePage) as concerned:
        for owner, owned in _by_owner(table, pages, rows, references).items():
            insert_below(shelves.of(owner), owned)
        ProcedureCode.objects.bulk_create(
            [ProcedureCode(identity_id=page.identity_id, raw=page.code, base=page.code_base) for page in pages]
        )
        written = save_rows([_rows(page, row, references) for row, page in new])
        concerned.update(page.pk for page in pages if page.live)
    put_in_desk_index(ProcedurePage, pages)
    return written + 3 * len(pages)


def _with_code(
    row: ReadRow, page: ProcedurePage, identity: ProcedureIdentity, references: References
) -> tuple[ReadRow, ProcedurePage]:
    """The row and its page, both with the portal's own code where the row has none."""
    if row.record.code:
        return row, page
    row = replace(row, record=replace(row.record, code=identity.temporary_code()))
    return row, new_page(row, references)


def _identify(pages: Sequence[ProcedurePage], identities: Sequence[ProcedureIdentity], taken: set[str]) -> None:
    """Gives each page its identity and an address that none of those taken is."""
    for page, identity in zip(pages, identities, strict=True):
        page.identity = identity
        page.slug = numbered(page_slug(page.code, page.official_name), taken)
        taken.add(page.slug)


def _by_owner(
    table: OwnerTable, pages: Sequence[ProcedurePage], rows: Sequence[ReadRow], references: References
) -> dict[int | None, list[ProcedurePage]]:
    found: dict[int | None, list[ProcedurePage]] = defaultdict(list)
    for page, row in zip(pages, rows, strict=True):
        executing = [(name, references.agency_id(name)) for name in row.record.executing]
        found[table.owner(None, executing, page.sector_id)].append(page)
    return found


def _taken(rows: Sequence[ReadRow]) -> set[str]:
    """The slugs that the rows' pages cannot have: all of the catalogue's, but none where no wanted one is taken."""
    wanted = [page_slug(row.record.code, row.record.name) for row in rows]
    slugs = ProcedurePage.objects.values_list("slug", flat=True)
    return set(slugs) if slugs.filter(slug__in=wanted).exists() else set()


def _rows(page: ProcedurePage, row: ReadRow, references: References) -> Rows:
    rows = official_rows(page, row.record, references)
    if row.layer == "local":
        rows[ProcedureLevel] = level_rows(page.pk, row.record.levels, references.rules)
    return rows
