"""Addresses of the officer's desk, below `/ban/`."""

from django.urls import path

from posting.officer.views import communes, finding, ledger, morning, notes, printing, queue

urlpatterns = [
    path("", finding.desk, name="officer_desk"),
    path("xa-phuong/", communes.choose_commune, name="officer_commune"),
    path("phieu/", finding.print_sheet, name="officer_sheet"),
    path("thay-doi/", morning.changes, name="officer_changes"),
    path("thay-doi/da-xem/", morning.tick_as_read, name="officer_seen"),
    path("so/", ledger.ledger, name="officer_ledger"),
    path("so/in-lai/", ledger.print_all, name="officer_reprint_all"),
    path("so/<str:tag>/in-lai/", ledger.print_again, name="officer_reprint"),
    path("so/<str:tag>/treo/", ledger.hang_paper, name="officer_hang"),
    path("so/<str:tag>/da-thay/", ledger.replace_paper, name="officer_replace"),
    path("so/<str:tag>/da-go/", ledger.take_paper_down, name="officer_take_down"),
    path("hang-cho/", queue.queue, name="officer_queue"),
    path("hang-cho/them/", queue.put_in_queue, name="officer_queue_put"),
    path("hang-cho/in/", queue.print_all, name="officer_queue_print"),
    path("hang-cho/bo-het/", queue.empty, name="officer_queue_empty"),
    path("hang-cho/<int:pk>/bo/", queue.remove, name="officer_queue_remove"),
    path("ghi-chu/", notes.notes, name="officer_notes"),
    path("ghi-chu/<str:code>/", notes.note, name="officer_note"),
    path("in/", printing.choose_paper, name="officer_print"),
    path("in/da-in/", printing.jobs, name="officer_jobs"),
    path("in/<int:pk>/", printing.job, name="officer_job"),
    path("in/<int:pk>/giay.pdf", printing.file, name="officer_file"),
    path("in/<int:pk>/da-treo/", printing.hang_all, name="officer_hang_all"),
    path("in/<slug:kind>/", printing.choose_paper, name="officer_paper"),
]
