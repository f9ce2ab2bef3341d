"""The only home of threads and signals: QtCore and QImage, never QtWidgets."""
