"""All accounts side by side: what each has brought, what it will bring, and how much effort it deserves."""
