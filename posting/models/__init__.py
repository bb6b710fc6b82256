"""What the database keeps of papers, one concept a file."""

from posting.models.job import PrintJob
from posting.models.paper import PaperItem, PostedPaper
from posting.models.queue import QueuedSheet
from posting.models.scan import ScanCount
from posting.models.seen import SeenChange

__all__ = ["PaperItem", "PostedPaper", "PrintJob", "QueuedSheet", "ScanCount", "SeenChange"]
