"""Business segments and regions out of filings: facts under a dimension, which are never the company's own."""
