"""The button of a finding's first mend, and beside it a smaller one that opens all of them where there are several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from formulator.gui import theme
from formulator.gui.mending import Offer

LONGEST = 190  # px of a button's words; what is longer is cut, and whole in its tooltip


class MendButton(QWidget):
    """Stands at the top of its cell: "Set to 4.39 %". `asked` carries the offer."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mend: Offer | None = None
        self.offers: tuple[Offer, ...] = ()
        self._short = False
        self.button = QPushButton()
        self.button.setObjectName("plain")
        self.button.clicked.connect(lambda: self.asked.emit(self.mend))
        self.more = QPushButton("▾")
        self.more.setObjectName("plain")
        self.more.setFixedWidth(26)
        self.more.setStyleSheet("padding: 3px 0;")
        self.more.clicked.connect(self.open_menu)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(2, 4, theme.SPACE - 2, 4)
        self._box.setSpacing(3)
        self._box.addWidget(self.button, 1, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.button)

    def take(self, offers: Sequence[Offer]) -> None:
        """Offer these; the first is the button's."""
        self.offers = tuple(offers)
        first = self.mend = self.offers[0]
        text = first.short if self._short else first.button
        self.button.setText(self.button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, LONGEST).replace("&", "&&"))
        self.button.setAccessibleName(first.said)
        self.button.setToolTip(self.tr("{0} (Alt+Enter)").format(first.said))
        self.more.setVisible(len(self.offers) > 1)
        several = self.tr("All {0} mends of this finding").format(len(self.offers))
        self.more.setAccessibleName(several)
        self.more.setToolTip(self.tr("{0} (Alt+Shift+Enter)").format(several))

    def room(self) -> int:
        """The width that shows all of it."""
        self.button.ensurePolished()
        margins = self._box.contentsMargins()
        more = self.more.width() + self._box.spacing() if len(self.offers) > 1 else 0
        return self.button.sizeHint().width() + more + margins.left() + margins.right()

    def set_short(self, short: bool) -> None:
        """In a narrow table "Set" has to do: what to set stands in the finding, and in the button's name."""
        if self._short != short:
            self._short = short
            if self.offers:
                self.take(self.offers)

    def open_menu(self) -> QMenu:
        """All mends below each other, in full words."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offer in self.offers:
            menu.addAction(offer.said.replace("&", "&&")).triggered.connect(lambda _=False, one=offer: self.asked.emit(one))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return menu
