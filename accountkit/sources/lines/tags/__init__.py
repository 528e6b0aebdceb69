"""The concepts of US-GAAP and IFRS filings by canonical line, in the order of preference, one module for each idea."""
