"""Addresses of the reading room. People cite them: none changes its meaning."""

from django.urls import URLPattern, URLResolver, path, re_path

from archive.web.views import (
    collations,
    finding,
    home,
    lists,
    notes,
    quotations,
    records,
    reports,
    scans,
    search,
    site,
    styles,
    unapi,
)

app_name = "web"
_EDITION = r"records/(?P<record_id>[^/]+)/v(?P<number>[1-9][0-9]{0,8})"
_SAID = r"records/(?P<record_id>[^/]+)/{}/(?P<number>[1-9][0-9]{{0,8}})/"
_SCAN = rf"{_EDITION}/scans/(?P<sha256>[0-9a-f]{{64}})"
_PIECE = r"(?P<region>full|[0-9]{1,5}(?:,[0-9]{1,5}){3})/(?P<size>max|[0-9]{1,5},[0-9]{1,5})"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("about/", site.about, name="about"),
    path("search/", search.search, name="search"),
    path("search/help/", search.how_to, name="search_help"),
    path("search/suggestions.json", search.suggesting, name="suggestions"),
    re_path(r"^search\.(?P<ending>[^/]+)$", search.file, name="search_file"),
    path("quotations/", quotations.quotations, name="quotations"),
    path("quotations.json", quotations.quotations_json, name="quotations_json"),
    path("records/<str:record_id>/", records.record, name="record"),
    path("records/<str:record_id>/changes/", records.changes, name="changes"),
    path("records/<str:record_id>/find/", finding.find, name="find"),
    path("records/<str:record_id>/collation.csv", collations.collation, name="collation"),
    re_path(rf"^{_SAID.format('verdicts')}$", notes.verdict, name="verdict"),
    re_path(rf"^{_SAID.format('notes')}$", notes.variance, name="variance"),
    path("records/<str:record_id>/report/", reports.form, name="report"),
    re_path(rf"^{_SAID.format('reports')}$", reports.sent, name="sent_report"),
    re_path(rf"^{_EDITION}/$", records.record, name="edition"),
    re_path(rf"^{_SCAN}/$", scans.scan, name="scan"),
    re_path(rf"^{_SCAN}/picture$", scans.picture, name="scan_picture"),
    re_path(rf"^{_SCAN}/info\.json$", scans.information, name="scan_information"),
    re_path(rf"^{_SCAN}/{_PIECE}/0/default\.jpg$", scans.piece, name="scan_piece"),
    re_path(rf"^{_EDITION}/(?P<key>[^/]+)/$", records.text, name="text"),
    re_path(rf"^{_EDITION}\.(?P<ending>[^/]+)$", records.download, name="edition_download"),
    re_path(
        r"^records/(?P<record_id>[^/.]+)\.(?P<ending>[^/]+)$", records.download, name="download"
    ),
    path("list/", lists.mine, name="list"),
    path("list/reading-pack/", lists.my_pack, name="list_pack"),
    re_path(r"^list\.(?P<ending>[^/]+)$", lists.my_file, name="list_file"),
    path("list/<str:code>/", lists.shared, name="shared_list"),
    path("list/<str:code>/reading-pack/", lists.shared_pack, name="shared_pack"),
    re_path(
        r"^list/(?P<code>[^/.]+)\.(?P<ending>[^/]+)$", lists.shared_file, name="shared_list_file"
    ),
    path("styles/", styles.found, name="styles"),
    path("styles/suggestions.json", styles.suggesting, name="style_suggestions"),
    path("unapi", unapi.served, name="unapi"),
    path("ark:/<str:naan>/<str:record_id>", records.ark, name="ark"),
    path("ark:/<str:naan>/<str:record_id>/", records.ark),
    path("ark:<str:naan>/<str:record_id>", records.ark),
    path("ark:<str:naan>/<str:record_id>/", records.ark),
    path("css/<str:name>.css", site.stylesheet, name="stylesheet"),
    path("js/<str:name>.js", site.script, name="script"),
    path("health/live", site.live, name="live"),
    path("health/ready", site.ready, name="ready"),
]
