"""The public read API: one description for everything under /api/v1/."""

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from posting.notes.api import router as notes
from procedures_catalog.site.api import router as procedures
from search.site.api import router as search

api = NinjaAPI(
    title="API công khai của cổng thông tin thủ tục hành chính",
    version="1",
    description="Chỉ đọc, không cần đăng ký. Ngày theo ISO 8601, văn bản là Unicode dựng sẵn (NFC).",
    docs_url="/docs",
    urls_namespace="api",
)


@api.exception_handler(ValidationError)
def explain(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """Says in Vietnamese which words of the address cannot be understood."""
    names = sorted({str(error["loc"][-1]) for error in fault.errors})
    detail = f"Tham số không hợp lệ: {', '.join(names)}. Xem mô tả ở /api/v1/docs."
    return api.create_response(request, {"detail": detail}, status=422)


api.add_router("", procedures)
api.add_router("", notes)
api.add_router("", search)
