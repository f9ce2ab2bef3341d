"""What makes an answer better, where somebody asks for it."""
