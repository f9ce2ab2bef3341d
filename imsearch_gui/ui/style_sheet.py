"""The style sheet of the program: only what Fusion does not do by itself. Colours and pictures are filled in by `theme`."""

from __future__ import annotations

from typing import Final

SHEET: Final = """
    QLabel[quiet="true"] {{ color: {quiet}; }}
    QLabel[problem="true"] {{ color: {problem}; }}
    QToolButton {{ border: none; border-radius: 4px; padding: 5px; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {quiet}; background: {base}; }}
    QCheckBox::indicator {{ border-radius: 3px; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked {{ background: {accent}; border-color: {accent}; }}
    QCheckBox::indicator:checked {{ image: url("{check}"); }}
    QRadioButton::indicator:checked {{ image: url("{dot}"); }}
    QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {accent}; }}
    QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus {{
        border: 2px solid {text}; width: 12px; height: 12px;
    }}
    QComboBox {{ padding: 3px 8px; border: 1px solid {line}; border-radius: 4px; background: {raised}; }}
    QComboBox:hover {{ border-color: {quiet}; }}
    QComboBox:focus {{ border-color: {accent}; }}
    QComboBox:disabled {{ color: {quiet}; background: {window}; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
    QSpinBox {{ padding: 3px 22px 3px 6px; border: 1px solid {line}; border-radius: 4px; background: {base}; }}
    QSpinBox QLineEdit {{ margin: 1px 0 1px 6px; padding: 0; border: none; background: transparent; }}
    QSpinBox:focus {{ border-color: {accent}; }}
    QSpinBox:disabled {{ color: {quiet}; background: {window}; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 22px; }}
    QSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
    QSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
    QDateEdit {{ padding: 3px 6px; border: 1px solid {line}; border-radius: 4px; background: {base}; }}
    QDateEdit QLineEdit {{ padding: 0; border: none; background: transparent; }}
    QDateEdit:focus {{ border-color: {accent}; }}
    QDateEdit::drop-down {{ border: none; width: 22px; }}
    QDateEdit::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
    QTreeView::indicator {{ width: 12px; height: 12px; border: 1px solid {quiet}; border-radius: 3px; background: {base}; }}
    QTreeView::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{check}"); }}
    QToolButton[fold="true"], QToolButton[fold="true"]:focus {{ padding: 4px 6px 4px 0; }}
    QToolButton[fold="true"]:checked:!hover {{ background: transparent; }}
    QPlainTextEdit[quiet="true"], QTreeView[quiet="true"] {{ border: 1px solid {line}; border-radius: 4px; background: {base}; }}
    QPlainTextEdit[quiet="true"]:focus, QTreeView[quiet="true"]:focus {{ border-color: {accent}; }}
    QToolButton:hover, QToolButton:checked {{ background: {raised}; }}
    QToolButton:pressed {{ background: {line}; }}
    QToolButton:focus {{ border: 1px solid {accent}; padding: 4px; }}
    QToolButton[flush="true"] {{ padding-left: 3px; }}
    QToolButton[flush="true"]:focus {{ padding-left: 2px; }}
    QToolButton::menu-indicator {{ image: none; width: 0; }}
    QToolButton[arrow="true"] {{ padding-right: 22px; }}
    QToolButton[arrow="true"]::menu-indicator {{
        image: url("{down}"); width: 12px; height: 12px; subcontrol-origin: border;
        subcontrol-position: right center; right: 6px;
    }}
    QToolButton[filled="true"] {{ background: {raised}; border: 1px solid {line}; padding: 4px 24px 4px 8px; }}
    QToolButton[filled="true"]:hover {{ border-color: {quiet}; }}
    QToolButton[filled="true"]:focus {{ border-color: {accent}; padding: 4px 24px 4px 8px; }}
    QToolButton[filled="true"]::menu-button {{ border: none; width: 22px; }}
    QToolButton[filled="true"]::menu-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
    QPushButton {{
        padding: 5px 14px; min-height: {icon_height}px; border: 1px solid {line}; border-radius: 4px; background: {raised};
        qproperty-iconSize: {icon_width}px {icon_height}px;
    }}
    QPushButton:hover {{ border-color: {quiet}; }}
    QPushButton:focus {{ border-color: {accent}; }}
    QPushButton:pressed {{ background: {line}; }}
    QPushButton:disabled {{ color: {quiet}; background: {window}; }}
    QPushButton[primary="true"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
    QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed {{ background: {accent_lit}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {text}; padding: 4px 13px; }}
    QPushButton[primary="true"]:disabled {{ background: {raised}; color: {quiet}; border-color: {line}; }}
    QLineEdit {{ padding: 5px 8px; border: 1px solid {line}; border-radius: 4px; background: {base}; }}
    QLineEdit:focus {{ border-color: {accent}; }}
    QAbstractItemView {{ selection-background-color: {chosen}; selection-color: {text}; }}
    QAbstractItemView[grid="true"] {{ background: {window}; }}
    QTableView[grid="true"] QHeaderView {{ background: {window}; }}
    QTableView[grid="true"] QHeaderView::section {{
        background: {window}; color: {quiet}; border: none; border-bottom: 1px solid {line}; padding: 4px 4px;
    }}
    QTableView[ways="true"] QHeaderView::section {{ padding: 4px 8px; }}
    QTableView[grid="true"] QHeaderView::section:hover {{ background: {raised}; }}
    QListView[pages="true"], QTreeView[pages="true"] {{ background: transparent; outline: none; }}
    QListView[pages="true"]::item {{ padding: 6px 8px; border: 1px solid transparent; border-radius: 4px; }}
    QListView[pages="true"]::item:hover, QListView[pages="true"]::item:selected {{ background: {raised}; color: {text}; }}
    QListView[pages="true"]::item:selected:focus {{ border-color: {accent}; }}
    QTreeView[pages="true"]::item:selected {{ background: {raised}; color: {text}; }}
    QTreeView[pages="true"]::item:selected:focus {{ background: {line}; }}
    QTreeView[pages="true"] QHeaderView::section {{
        background: transparent; color: {quiet}; border: none; border-bottom: 1px solid {line}; padding: 4px 3px;
    }}
    QTabBar[quiet="true"]::tab {{
        background: transparent; color: {quiet}; border: none; border-bottom: 2px solid transparent; padding: 6px 4px;
        margin: 0 8px;
    }}
    QTabBar[quiet="true"]::tab:hover {{ color: {text}; }}
    QTabBar[quiet="true"]::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
    QSplitter::handle {{ background: {line}; }}
    QProgressBar {{ border: none; border-radius: 3px; background: {raised}; max-height: 6px; min-height: 6px; }}
    QProgressBar::chunk {{ border-radius: 3px; background: {accent}; }}
    MessageRow {{ background: {base}; border-bottom: 1px solid {line}; }}
    MessageRow[problem="true"] {{ background: {wash}; }}
    QFrame[popup="true"] {{ background: {base}; border: 1px solid {line}; }}
    KeptList {{ background: transparent; }}
    ProgressStrip, WaitLine {{ border-top: 1px solid {line}; }}
    QToolTip {{ border: 1px solid {line}; padding: 4px; background: {base}; color: {text}; }}
    QSlider:horizontal {{ min-height: 20px; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {line}; }}
    QSlider::sub-page:horizontal {{ border-radius: 2px; background: {accent}; }}
    QSlider::handle:horizontal {{
        width: 14px; margin: -6px 0; border-radius: 8px; background: {handle}; border: 1px solid {quiet};
    }}
    QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ border: 2px solid {accent}; width: 12px; }}
    QSlider::sub-page:horizontal:disabled {{ background: {line}; }}
    QSlider::handle:horizontal:disabled {{ background: {raised}; border: 1px solid {line}; }}
    QScrollBar {{ background: transparent; border: none; margin: 0; }}
    QScrollBar:vertical {{ width: {scroll_bar}px; }}
    QScrollBar:horizontal {{ height: {scroll_bar}px; }}
    QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {quiet}; }}
    QScrollBar::handle:disabled {{ background: transparent; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
"""
