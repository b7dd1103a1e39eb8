"""The admin application, with the archive's own site."""

from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    """Django's admin, whose site is ``StaffSite``."""

    default_site = "archive.staff.site.StaffSite"
