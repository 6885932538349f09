package io.jianmi.form.compile;

import io.jianmi.core.problem.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders computed fields so that each comes after those it reads; circles are findings at every field that stands in one. */
final class FormulaOrder {

    private enum Mark {
        OPEN,
        DONE
    }

    private final Map<String, Set<String>> reads;
    private final Map<String, String> pointers;
    private final List<Finding> findings;
    private final Map<String, Mark> marks = new HashMap<>();
    private final List<String> path = new ArrayList<>();
    private final Set<String> order = new LinkedHashSet<>();
    private final Set<String> circular = new LinkedHashSet<>();

    private FormulaOrder(Map<String, Set<String>> reads, Map<String, String> pointers, List<Finding> findings) {
        this.reads = reads;
        this.pointers = pointers;
        this.findings = findings;
    }

    /**
     * @param reads path of each computed field to the paths that its formula reads
     * @param pointers path of each computed field to where its formula stands
     */
    static List<String> of(Map<String, Set<String>> reads, Map<String, String> pointers, List<Finding> findings) {
        FormulaOrder order = new FormulaOrder(reads, pointers, findings);
        reads.keySet().forEach(order::visit);
        order.report();
        return List.copyOf(order.order);
    }

    private void visit(String field) {
        Mark mark = marks.get(field);
        if (mark == Mark.DONE) {
            return;
        }
        if (mark == Mark.OPEN) {
            path.subList(path.indexOf(field), path.size()).forEach(circular::add);
            return;
        }
        marks.put(field, Mark.OPEN);
        path.add(field);
        reads.getOrDefault(field, Set.of()).stream()
                .filter(reads::containsKey)
                .sorted()
                .forEach(this::visit);
        path.remove(path.size() - 1);
        marks.put(field, Mark.DONE);
        order.add(field);
    }

    private void report() {
        List<String> members = List.copyOf(circular);
        for (String field : members) {
            findings.add(Finding.error("formula.cycle", pointers.getOrDefault(field, ""), Map.of("fields", members)));
        }
    }
}
