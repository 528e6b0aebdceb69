"""XBRL filings as files: instances and inline XBRL, read in one pass without a network, a DTD or an entity."""
