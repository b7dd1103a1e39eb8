"""Sessions, sign-in, messages and CSRF for the staff side alone.

A reader's page sets no cookie, so these middlewares have nothing to do there; each passes on any
request outside ``/admin/`` at the cost of one comparison. They stay subclasses of Django's own so
that the admin's system checks find them.
"""

from collections.abc import Callable
from typing import Any

from axes.middleware import AxesMiddleware
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware

STAFF_PATH = "/admin/"


def is_staff_path(request: HttpRequest) -> bool:
    """Whether the request belongs to the staff side."""
    return request.path_info.startswith(STAFF_PATH)


class StaffSessionMiddleware(SessionMiddleware):
    """Django's sessions, under ``/admin/``."""

    def __call__(self, request: HttpRequest) -> Any:
        if is_staff_path(request):
            return super().__call__(request)
        return self.get_response(request)


class StaffCsrfMiddleware(CsrfViewMiddleware):
    """Django's CSRF protection, under ``/admin/``. The reading room takes no form: what is sent
    to it is refused by its views, with the methods that they take."""

    def __call__(self, request: HttpRequest) -> Any:
        if is_staff_path(request):
            return super().__call__(request)
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., HttpResponseBase],
        callback_args: tuple[Any, ...],
        callback_kwargs: dict[str, Any],
    ) -> HttpResponseForbidden | None:
        if not is_staff_path(request):
            return None
        return super().process_view(request, callback, callback_args, callback_kwargs)


class StaffAuthenticationMiddleware(AuthenticationMiddleware):
    """``request.user``, under ``/admin/``."""

    def __call__(self, request: HttpRequest) -> Any:
        if is_staff_path(request):
            return super().__call__(request)
        return self.get_response(request)


class StaffMessageMiddleware(MessageMiddleware):
    """Django's messages, under ``/admin/``."""

    def __call__(self, request: HttpRequest) -> Any:
        if is_staff_path(request):
            return super().__call__(request)
        return self.get_response(request)


class StaffAxesMiddleware(AxesMiddleware):  # type: ignore[misc]
    """The answer to too many failed sign-ins, under ``/admin/``."""

    def __call__(self, request: HttpRequest) -> Any:
        if is_staff_path(request):
            return super().__call__(request)
        return self.get_response(request)
