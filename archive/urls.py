"""Addresses: the staff side under ``admin/``, everything else is the reading room's."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("archive.web.urls")),
]

handler400 = "archive.web.views.errors.bad_request"
handler404 = "archive.web.views.errors.wrong_address"
handler500 = "archive.web.views.errors.fault"
