"""The window, a rendering of one Assessment. The only package that imports PySide6; no arithmetic beyond pixel positions."""
