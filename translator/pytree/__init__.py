"""The Python tree: the standard library's ``ast`` with comments, blank lines and origins."""
