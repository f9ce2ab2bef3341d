"""The only home of threads and signals: QtCore and QImage, never QtWidgets."""

from imsearch_gui.bridge.singletons import hold_singletons

# Whatever uses Qt in this program imports this package.
hold_singletons()
