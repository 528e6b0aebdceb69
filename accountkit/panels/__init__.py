"""What a person works with: one panel per analysis, a Python class and one .vue file each."""
