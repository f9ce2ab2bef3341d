"""What a ground truth says, and how well a library answers."""
