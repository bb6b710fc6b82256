"""The public read API: one description for everything under /api/v1/."""

from ninja import NinjaAPI

from procedures_catalog.api import router as procedures
from search.api import router as search

api = NinjaAPI(
    title="API công khai của cổng thông tin thủ tục hành chính",
    version="1",
    description="Chỉ đọc, không cần đăng ký. Ngày theo ISO 8601, văn bản là Unicode dựng sẵn (NFC).",
    docs_url="/docs",
    urls_namespace="api",
)
api.add_router("", procedures)
api.add_router("", search)
