"""One module for each form of a ground truth: from its files, and what a library holds, to questions and what would be right."""
