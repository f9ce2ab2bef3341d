"""Widgets, item models and delegates: they show and report, and decide nothing."""
