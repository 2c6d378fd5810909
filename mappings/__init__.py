"""The mapping rules: data (TOML), found through ``importlib.resources``."""
