"""Dragging with the mouse: lines within the recipe and out of it as text, a material from the library into it, and the line that shows where it goes."""

from __future__ import annotations

import os

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QListView, QTableView, QWidget

from formulator.gui import theme
from formulator.gui.following import Place

LINES = "application/x-formulator-lines"
MATERIAL = "application/x-formulator-material"
_EDGE, _EVERY = 24, 60  # px from the edge where the table scrolls on, ms between its steps


class DropTable(QTableView):
    """A table of places that lines, materials and text can be dropped into. The signals carry the place before which they go.

    `lines_dropped` says whether they are copied, by a held Ctrl.
    """

    lines_dropped = Signal(object, bool)
    material_dropped = Signal(str, object)
    text_dropped = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(False)  # our own line is drawn
        self._mark: int | None = None
        self._at = QPoint()
        self._scroller = QTimer(self)
        self._scroller.setInterval(_EVERY)
        self._scroller.timeout.connect(self._scroll_on)

    def place_of(self, row: int) -> Place:
        """The place a row shows; its number is −1 for a phase."""
        raise NotImplementedError

    def end_of(self, phase: int) -> Place:
        """The place after the last line of a phase."""
        raise NotImplementedError

    def dragged(self) -> tuple[str, str]:
        """What is being dragged: as text, and what to call it. Nothing when there is no line selected."""
        raise NotImplementedError

    def goal_at(self, at: QPoint) -> tuple[Place, int]:
        """The place before which something dropped here goes, and the height of the line that shows it."""
        index = self.indexAt(QPoint(4, at.y()))
        rows = self.model().rowCount()
        if not index.isValid():
            last = QRect(self.visualRect(self.model().index(rows - 1, 0)))
            return self.end_of(self.place_of(rows - 1)[0]), last.bottom()
        box = self.visualRect(index)
        phase, place = self.place_of(index.row())
        upper = at.y() < box.center().y()
        if place >= 0:
            return (phase, place if upper else place + 1), box.top() if upper else box.bottom()
        if upper and phase > 0:
            return self.end_of(phase - 1), box.top()
        return (phase, 0), box.bottom()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Take the selected lines along, as text too."""
        text, name = self.dragged()
        if not text:
            return
        mime = QMimeData()
        mime.setData(LINES, QByteArray(self._mine()))
        mime.setText(text)
        run_drag(_drag(self, mime, name), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction)
        self._drop_mark()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Lines, a material and text are welcome."""
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        self._welcome(event)
        self._at = event.position().toPoint()
        self._mark = self.goal_at(self._at)[1] if event.isAccepted() else None
        near = min(self._at.y(), self.viewport().height() - self._at.y()) < _EDGE
        (self._scroller.start if near and not self._scroller.isActive() else self._scroller.stop if not near else lambda: None)()
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nowhere any more."""
        self._drop_mark()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what came and where to."""
        goal, _ = self.goal_at(event.position().toPoint())
        self._drop_mark()
        self._welcome(event)
        mime = event.mimeData()
        if not event.isAccepted():
            return
        # told after the drag has ended: a dialog may follow
        if mime.hasFormat(MATERIAL):
            id = bytes(mime.data(MATERIAL).data()).decode()
            QTimer.singleShot(0, self, lambda: self.material_dropped.emit(id, goal))
        elif bytes(mime.data(LINES).data()) == self._mine():
            copied = event.dropAction() == Qt.DropAction.CopyAction
            QTimer.singleShot(0, self, lambda: self.lines_dropped.emit(goal, copied))
        else:
            text = mime.text()
            QTimer.singleShot(0, self, lambda: self.text_dropped.emit(text, goal))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The table, and the line where something would be dropped."""
        super().paintEvent(event)
        if self._mark is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(theme.colours(self.palette()).accent), 2))
            painter.drawLine(2, self._mark, self.viewport().width() - 2, self._mark)
            painter.end()

    def _mine(self) -> bytes:
        """What lines of this very table are marked with."""
        return f"{os.getpid()} {id(self)}".encode()

    def _welcome(self, event: QDropEvent) -> None:
        mime = event.mimeData()
        if bytes(mime.data(LINES).data()) == self._mine():
            event.setDropAction(Qt.DropAction.CopyAction if event.modifiers() & Qt.KeyboardModifier.ControlModifier else Qt.DropAction.MoveAction)
            event.accept()
        elif mime.hasFormat(MATERIAL) or (mime.hasText() and not mime.hasUrls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + (-1 if self._at.y() < _EDGE else 1))
        if bar.value() != before and self._mark is not None:
            self._mark = self.goal_at(self._at)[1]
            self.viewport().update()

    def _drop_mark(self) -> None:
        self._mark = None
        self._scroller.stop()
        self.viewport().update()


class LibraryDrag(QObject):
    """Lets the materials of a list be dragged; each row of its model has the `id` and `name` of one."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPoint | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press and a move make a drag."""
        if isinstance(event, QMouseEvent):
            at = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = at if event.button() == Qt.MouseButton.LeftButton and self._view.indexAt(at).isValid() else None
            elif event.type() == QEvent.Type.MouseMove and self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
                if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                    pressed, self._pressed = self._pressed, None
                    self._start(pressed)
                return True
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._pressed = None
        return super().eventFilter(watched, event)

    def _start(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        row = getattr(self._view.model(), "rows", ())[index.row()]
        mime = QMimeData()
        mime.setData(MATERIAL, QByteArray(row.id.encode()))
        run_drag(_drag(self._view, mime, row.name), Qt.DropAction.CopyAction)


def run_drag(drag: QDrag, offered: Qt.DropAction) -> None:
    """Drag until it is dropped or given up; with no key held lines are moved."""
    drag.exec(offered, Qt.DropAction.MoveAction if offered & Qt.DropAction.MoveAction else Qt.DropAction.CopyAction)


def _drag(source: QWidget, mime: QMimeData, name: str) -> QDrag:
    """A drag that shows the name of what is dragged."""
    drag = QDrag(source)
    drag.setMimeData(mime)
    shades = theme.colours(source.palette())
    box = source.fontMetrics().boundingRect(name).adjusted(0, 0, 3 * theme.SPACE, theme.SPACE)
    ratio = source.devicePixelRatioF()
    picture = QPixmap(box.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(source.font())
    painter.setPen(QColor(shades.accent))
    painter.setBrush(QColor(shades.selection))
    frame = QRect(QPoint(0, 0), box.size()).adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(frame, 4, 4)
    painter.setPen(QColor(shades.text))
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, name)
    painter.end()
    drag.setPixmap(picture)
    drag.setHotSpot(QPoint(-12, -8))
    return drag
