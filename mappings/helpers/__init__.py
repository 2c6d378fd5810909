"""The helpers: definitions that are copied into the output where it needs them.

Each module is ordinary Python, and its functions and classes are tested as such. The
translator copies single definitions, with the imports and the other helpers that they
use; see ``translator/rules/helpers.py``.
"""
