"""The description of a record: dates, participations, holdings, rights, links."""
