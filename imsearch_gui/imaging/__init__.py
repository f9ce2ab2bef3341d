"""Files to pixels: scanner, decoder, metadata, thumbnails."""
