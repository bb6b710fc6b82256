"""The workflow that a page goes through, found by one question: Wagtail puts six for each form that is opened."""

from wagtail.models import Page, Workflow, WorkflowPage


def workflow_of(page: Page) -> Workflow | None:
    """The active workflow of the page or else of its nearest ancestor that has one."""
    line = [page.path[:length] for length in range(page.steplen, len(page.path) + 1, page.steplen)]
    assigned = WorkflowPage.objects.filter(page__path__in=line, workflow__active=True)
    nearest = assigned.select_related("workflow").order_by("-page__depth").first()
    return nearest.workflow if nearest else None
