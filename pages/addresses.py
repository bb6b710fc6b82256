"""Addresses of pages from the tree's own paths, many at once and without a query for each."""

from collections.abc import Iterable, Iterator

from wagtail.models import Site


def addresses(url_paths: Iterable[str]) -> Iterator[str]:
    """The address of each page with such a `url_path`; pages that stand under no site have none.

    On the main site without the host, on another one with it. A query where the roots of the sites are not remembered,
    and one where there are several sites.
    """
    roots = Site.get_site_root_paths()
    main = _main_site() if len(roots) > 1 else None
    for path in url_paths:
        root = next((each for each in roots if path.startswith(each.root_path)), None)
        if root is not None:
            host = "" if main in (None, root.site_id) else root.root_url
            yield f"{host}/{path[len(root.root_path) :]}"


def parent_path(url_path: str) -> str:
    """The `url_path` of the page above."""
    return url_path[: url_path.rstrip("/").rfind("/") + 1]


def _main_site() -> int | None:
    return Site.objects.filter(is_default_site=True).values_list("pk", flat=True).first()
