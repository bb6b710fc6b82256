"""Handing a file in: the form, and what becomes of it."""

import tempfile
from pathlib import Path
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from wagtail.admin import messages

from procedures_catalog.desk_screens.imports.access import RUN, RUNS, UPLOAD, KeepersView
from procedures_catalog.files.open_file import MAX_FILE, MB
from procedures_catalog.importing.at_desk.running import receive
from procedures_catalog.models import ImportRun, ProcedureIndexPage

#: How file names end that a reader understands.
ENDINGS = (".jsonl", ".ndjson", ".json", ".jsonl.gz", ".gz", ".csv", ".xlsx", ".xlsm", ".xls", ".ods")
_LONGEST_NAME = 200
_WHOLE = {"": None, "whole": True, "part": False}


class UploadForm(forms.Form):
    """One file, and whether it is the whole list."""

    file = forms.FileField(
        label="Tệp danh sách",
        help_text=(
            f"Tệp quốc gia (nén hay không), bảng XLSX hoặc danh sách CSV của tỉnh; không quá {MAX_FILE // MB} MB."
        ),
    )
    whole = forms.ChoiceField(
        label="Tệp này là",
        choices=[("", "Để cổng tự nhận ra"), ("whole", "Danh sách đầy đủ"), ("part", "Một phần của danh sách")],
        required=False,
        help_text="Chỉ với danh sách đầy đủ, cổng mới hỏi về những thủ tục không còn trong danh sách.",
    )

    def clean_file(self) -> Any:
        """Of a kind that is read, and not too large."""
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith(ENDINGS):
            raise forms.ValidationError("Tệp này không phải tệp quốc gia, bảng XLSX hay danh sách CSV.")
        if file.size > MAX_FILE:
            raise forms.ValidationError(f"Tệp quá lớn: giới hạn {MAX_FILE // MB} MB.")
        if len(file.name) > _LONGEST_NAME:
            raise forms.ValidationError(f"Tên tệp dài quá {_LONGEST_NAME} chữ; hãy đặt tên ngắn hơn.")
        return file


class UploadView(KeepersView):
    """The form; a file that was taken leads to its import."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """An empty form."""
        return self._shown(request, UploadForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keeps the file, which is then compared in the background."""
        form = UploadForm(request.POST, request.FILES)
        if not ProcedureIndexPage.objects.exists():
            form.add_error(None, "Cổng chưa có trang danh mục thủ tục; hãy báo người vận hành.")
        if not form.is_valid():
            return self._shown(request, form, status=422)
        run = _received(form.cleaned_data["file"], request.user, _WHOLE[form.cleaned_data["whole"]])
        messages.success(request, "Đã nhận tệp; cổng đang so sánh với nội dung đang có.")
        return redirect(RUN, run.pk)

    def _shown(self, request: HttpRequest, form: UploadForm, status: int = 200) -> HttpResponse:
        said = {"form": form, "upload_url": reverse(UPLOAD), "runs_url": reverse(RUNS)}
        return render(request, "procedures_catalog/desk/imports/hand_in.html", said, status=status)


def _received(file: Any, author: Any, whole: bool | None) -> ImportRun:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(file.name).name
        with path.open("wb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
        return receive([path], author=author, whole=whole)
