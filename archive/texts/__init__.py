"""The wording: texts, bodies, passages with permanent ids, hands, scans."""
