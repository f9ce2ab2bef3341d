"""What is kept: the catalog (the truth), the vectors, the graph, and the job that fills them."""
