"""Addresses: the staff side under ``admin/``, everything else is the reading room's."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("archive.web.urls")),
]
