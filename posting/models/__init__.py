"""What the database keeps of papers, one concept a file."""

from posting.models.job import PrintJob
from posting.models.note import CommuneNote
from posting.models.paper import PaperItem, PostedPaper
from posting.models.queue import QueuedSheet
from posting.models.scan import ScanCount
from posting.models.seen import SeenChange

__all__ = ["CommuneNote", "PaperItem", "PostedPaper", "PrintJob", "QueuedSheet", "ScanCount", "SeenChange"]
