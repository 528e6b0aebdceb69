"""The sections of a brief, one file each; `accountkit.brief.compose` puts them in order."""
