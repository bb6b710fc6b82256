"""Where the lines of an appendix come in: pasted, or as a file. What was pasted comes back with whatever refused it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from wagtail.admin import messages

from decisions.desk.door import DECISION, OfDecision
from decisions.desk.forms import AppendixForm
from decisions.files.rows import HandedIn, pasted_rows, rows_of
from decisions.lines.columns import NoHeadings
from decisions.taking_in import AlreadyThereError, TooManyLinesError, take_in
from procedures_catalog.files.issues import UnreadableFile

APPENDIX, EMPTY = "decision_appendix", "decision_empty"
_LONGEST_ENDING = 8


class AppendixView(OfDecision):
    """The form, and what becomes of what it brings."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Empty."""
        return self._show(request, AppendixForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Adds the lines; otherwise says why not, with what was pasted."""
        form = AppendixForm(request.POST, request.FILES)
        if form.is_valid() and (taken := self._taken(request, form)) is not None:
            messages.success(request, f"Đã thêm {taken} dòng. Hãy xem những dòng còn hỏi.")
            return redirect(DECISION, self.decision.pk)
        return self._show(request, form)

    def _taken(self, request: HttpRequest, form: AppendixForm) -> int | None:
        """How many lines; None where the form says now why there are none."""
        given = form.cleaned_data
        field = "file" if given["file"] else "pasted"
        try:
            rows = _uploaded(given["file"]) if given["file"] else pasted_rows(given["pasted"])
            with self.changing(request):
                return take_in(self.decision, rows)
        except (UnreadableFile, NoHeadings, TooManyLinesError, AlreadyThereError) as fault:
            form.add_error(field, str(fault))
            return None

    def _show(self, request: HttpRequest, form: AppendixForm) -> HttpResponse:
        return render(request, "decisions/desk/appendix.html", {"decision": self.decision, "form": form})


class EmptyView(OfDecision):
    """Takes all lines away, so that a better table can be handed in."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Each is told in the log."""
        with self.changing(request):
            for line in self.decision.lines.all():
                line.delete()
            self.decision.remarks = self.decision.counted = []
            self.decision.save()
        messages.success(request, "Đã xóa mọi dòng của quyết định này.")
        return redirect(DECISION, self.decision.pk)


def _uploaded(file: UploadedFile) -> HandedIn:
    """The rows of a file, by its ending; it is kept no longer than they are read."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"phu-luc{Path(file.name or '').suffix[:_LONGEST_ENDING]}"
        path.write_bytes(file.read())
        return rows_of(path)
