package io.jianmi.workflow.diagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A drawn graph. All coordinates are pixels from the top left corner, none negative, none beyond width and height.
 *
 * @param boxes by node id
 * @param lines by edge id: from the border of one box to the border of another
 */
public record Diagram(int width, int height, Map<String, Box> boxes, Map<String, List<Point>> lines) {

    public Diagram {
        boxes = new LinkedHashMap<>(boxes);
        lines = new LinkedHashMap<>(lines);
    }

    /** The same with what lay to the right lying below. */
    Diagram turned() {
        Map<String, Box> standing = new LinkedHashMap<>();
        boxes.forEach((id, box) -> standing.put(
                id, new Box(/* x= */ box.y(), /* y= */ box.x(), /* width= */ box.height(), /* height= */ box.width())));
        Map<String, List<Point>> down = new LinkedHashMap<>();
        lines.forEach((id, line) -> down.put(
                id,
                line.stream()
                        .map(point -> new Point(/* x= */ point.y(), /* y= */ point.x()))
                        .toList()));
        return new Diagram(/* width= */ height, /* height= */ width, standing, down);
    }

    /** @param width in pixels, as drawn */
    public record Node(String id, int width, int height) {}

    public record Edge(String id, String from, String to) {}

    /** A corner of a line. */
    public record Point(int x, int y) {}

    /** @param x left border */
    public record Box(int x, int y, int width, int height) {

        Point leftMiddle() {
            return new Point(x, y + height / 2);
        }

        Point rightMiddle() {
            return new Point(x + width, y + height / 2);
        }
    }
}
