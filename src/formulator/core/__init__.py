"""What is true of a formula: pure functions over immutable values. No Qt, clock, files or environment."""
