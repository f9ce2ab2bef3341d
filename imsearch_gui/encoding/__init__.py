"""Pixels to vectors: model store, preprocessing, encoders."""
