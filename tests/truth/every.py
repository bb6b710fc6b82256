"""Every kind of fault that `make truth` counts; a module an answer."""

from collections.abc import Mapping

from tests.truth.amended import AMENDED_KINDS
from tests.truth.dues import DUE_KINDS
from tests.truth.ends import END_KINDS
from tests.truth.fees import FEE_KINDS
from tests.truth.forms import FORM_KINDS
from tests.truth.kinds import Kind, KindOfMany
from tests.truth.milestones import MILESTONE_KINDS
from tests.truth.names import NAME_KINDS
from tests.truth.papers import PAPER_KINDS
from tests.truth.results import RESULT_KINDS
from tests.truth.rows import ROW_KINDS
from tests.truth.scope import SCOPE_KINDS
from tests.truth.shared import SHARED_KINDS
from tests.truth.time import TIME_KINDS
from tests.truth.told_places import TOLD_KINDS
from tests.truth.told_times import TOLD_TIME_KINDS
from tests.truth.unknown import UNKNOWN_KINDS
from tests.truth.where import WHERE_KINDS

EVERY: Mapping[str, Kind | KindOfMany] = {
    **UNKNOWN_KINDS,
    **SHARED_KINDS,
    **WHERE_KINDS,
    **TOLD_KINDS,
    **PAPER_KINDS,
    **ROW_KINDS,
    **FORM_KINDS,
    **TIME_KINDS,
    **TOLD_TIME_KINDS,
    **MILESTONE_KINDS,
    **FEE_KINDS,
    **AMENDED_KINDS,
    **END_KINDS,
    **DUE_KINDS,
    **RESULT_KINDS,
    **NAME_KINDS,
    **SCOPE_KINDS,
}
