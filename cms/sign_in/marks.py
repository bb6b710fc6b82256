"""What a request carries through the doors: marks of axes and of ours, which HttpRequest has no names for."""

import datetime

from django.http import HttpRequest


class MarkedRequest(HttpRequest):
    """Never made: the type of a request in the hands of axes. `sign_in_opens` says until when the client has to wait
    (None: it need not), `axes_locked_out` whether the try was refused for that, `signed_in_as` as which account
    (`tries.nameless_account`) somebody has signed in with this very request."""

    sign_in_opens: datetime.datetime | None
    axes_locked_out: bool
    signed_in_as: str
