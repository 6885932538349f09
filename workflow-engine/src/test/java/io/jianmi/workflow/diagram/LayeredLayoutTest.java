package io.jianmi.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.workflow.diagram.Diagram.Box;
import io.jianmi.workflow.diagram.Diagram.Edge;
import io.jianmi.workflow.diagram.Diagram.Node;
import io.jianmi.workflow.diagram.Diagram.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredLayoutTest {

    @Test
    void aChainStandsInOneRowFromLeftToRight() {
        Diagram drawn = LayeredLayout.draw(nodes(3), List.of(new Edge("e0", "n0", "n1"), new Edge("e1", "n1", "n2")));

        assertThat(drawn.boxes().values().stream()
                        .map(box -> box.y() + box.height() / 2)
                        .distinct())
                .hasSize(1);
        assertThat(box(drawn, "n0").x()).isLessThan(box(drawn, "n1").x());
        assertThat(drawn.lines().get("e0")).hasSize(2);
    }

    @Test
    void theWaysOfAForkStandSideBySide() {
        Diagram drawn = LayeredLayout.draw(
                nodes(4),
                List.of(
                        new Edge("a", "n0", "n1"),
                        new Edge("b", "n0", "n2"),
                        new Edge("c", "n1", "n3"),
                        new Edge("d", "n2", "n3")));

        assertThat(middle(drawn, "n1").x()).isEqualTo(middle(drawn, "n2").x());
        assertThat(middle(drawn, "n0").y())
                .isEqualTo(middle(drawn, "n3").y())
                .isEqualTo((middle(drawn, "n1").y() + middle(drawn, "n2").y()) / 2);
        checkAll(drawn, List.of());
    }

    @Test
    void whatStandsAloneIsDrawnToo() {
        assertThat(LayeredLayout.draw(nodes(1), List.of()).boxes()).containsOnlyKeys("n0");
        assertThat(LayeredLayout.draw(List.of(), List.of()).boxes()).isEmpty();
    }

    /** Any graph: loops, edges over many layers, several between the same two, nodes that lead to themselves. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 30, 60})
    void nothingOverlapsAndNoLineRunsAcrossABox(int count) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed * 1000L + count);
            List<Edge> edges = new ArrayList<>();
            for (int i = 0; i < count * 2; i++) {
                edges.add(new Edge("e" + i, "n" + random.nextInt(count), "n" + random.nextInt(count)));
            }
            checkAll(LayeredLayout.draw(nodes(count), edges), edges);
        }
    }

    private static void checkAll(Diagram drawn, List<Edge> edges) {
        List<Map.Entry<String, Box>> boxes = List.copyOf(drawn.boxes().entrySet());
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i).getValue();
            assertThat(box.x()).isNotNegative();
            assertThat(box.y()).isNotNegative();
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(drawn.width());
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawn.height());
            for (int j = 0; j < i; j++) {
                Box other = boxes.get(j).getValue();
                assertThat(crosses(box, other.x(), other.y(), other.x() + other.width(), other.y() + other.height()))
                        .as("%s and %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
        edges.forEach(edge -> check(drawn, edge));
    }

    private static void check(Diagram drawn, Edge edge) {
        List<Point> line = drawn.lines().getOrDefault(edge.id(), List.of());
        Box from = box(drawn, edge.from());
        Box to = box(drawn, edge.to());
        assertThat(line.get(0)).isEqualTo(new Point(from.x() + from.width(), from.y() + from.height() / 2));
        assertThat(line.get(line.size() - 1)).isEqualTo(new Point(to.x(), to.y() + to.height() / 2));
        for (int i = 1; i < line.size(); i++) {
            Point here = line.get(i - 1);
            Point there = line.get(i);
            assertThat(here.x() == there.x() || here.y() == there.y())
                    .as("%s is at right angles: %s", edge, line)
                    .isTrue();
            assertThat(there.x()).isBetween(0, drawn.width());
            assertThat(there.y()).isBetween(0, drawn.height());
            assertThat(drawn.boxes().values())
                    .as("%s runs across no box: %s", edge, line)
                    .noneMatch(box -> crosses(
                            box,
                            Math.min(here.x(), there.x()),
                            Math.min(here.y(), there.y()),
                            Math.max(here.x(), there.x()),
                            Math.max(here.y(), there.y())));
        }
    }

    /** Whether a rectangle, which may be a line, has a point inside the box; borders do not count. */
    private static boolean crosses(Box box, int left, int top, int right, int bottom) {
        return left < box.x() + box.width() && right > box.x() && top < box.y() + box.height() && bottom > box.y();
    }

    private static List<Node> nodes(int count) {
        int[] sizes = {36, 50, 120};
        return IntStream.range(0, count)
                .mapToObj(i -> new Node("n" + i, sizes[i % 3], Math.min(80, sizes[i % 3])))
                .toList();
    }

    private static Box box(Diagram drawn, String id) {
        return drawn.boxes().getOrDefault(id, new Box(-1, -1, 0, 0));
    }

    private static Point middle(Diagram drawn, String id) {
        Box box = box(drawn, id);
        return new Point(box.x() + box.width() / 2, box.y() + box.height() / 2);
    }
}
