"""A query to ranked matches: planner, exact scoring, search."""
