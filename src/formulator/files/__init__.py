"""Bytes to core values and back. Readers record every fault with its place and the way out, and never stop at the first."""
