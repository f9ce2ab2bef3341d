"""Pictures large: one alone, or two side by side."""
