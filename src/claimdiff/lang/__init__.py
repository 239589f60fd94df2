"""Language packs: one folder a language, with its lexicons (TOML), its rules and its cases."""
