package io.jianmi.form.record;

import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * The records that a command is about, each once: one, or up to a thousand all or nothing. What stands in the way of one of many is told
 * by its place in {@code ids}, in the code that it alone would have been refused with. Pure.
 */
record RecordTargets(List<Target> all, Kind kind) {

    /** The version does not matter. */
    static final int ANY = -1;

    /** How often a command on records is decided when others are faster. */
    static final int TRIES = 3;

    private static final String DATA = "/data";

    enum Kind {
        /** One record, by its own address. */
        ONE,
        /** Many that get the same. */
        MANY,
        /** Those that an earlier command changed, as it left them; each gets back its own. */
        BACK
    }

    /** @param version the one that the caller has read, or {@link #ANY} */
    record Target(UUID id, int version) {}

    RecordTargets {
        all = List.copyOf(all);
    }

    static RecordTargets one(UUID id, int version) {
        return new RecordTargets(List.of(new Target(id, version)), Kind.ONE);
    }

    /** @param versions those that the caller has read, of some of them or of none */
    static RecordTargets many(List<UUID> ids, Map<UUID, Integer> versions) {
        return new RecordTargets(
                ids.stream()
                        .map(id -> new Target(id, versions.getOrDefault(id, ANY)))
                        .toList(),
                Kind.MANY);
    }

    int size() {
        return all.size();
    }

    List<UUID> ids() {
        return all.stream().map(Target::id).toList();
    }

    /** The object of the command in the audit log. */
    String object(CompiledForm form) {
        return kind == Kind.ONE ? form.object(all.get(0).id()) : "form/" + form.key();
    }

    /** Where findings about one of them begin, before they are {@link #told}. */
    String pointer(int which) {
        return kind == Kind.ONE ? DATA : Pointer.child("/ids", which);
    }

    /** Where the values stand that all of them get. */
    String values() {
        return kind == Kind.BACK ? "" : DATA;
    }

    /** The refusal when the record is another version than the caller has read; empty when it is that one. */
    Optional<ProblemException> stale(int which, StoredRecord row) {
        int version = all.get(which).version();
        return version == ANY || version == row.version() ? Optional.empty() : Optional.of(stale());
    }

    /** The refusal for what the caller has not seen coming. */
    ProblemException stale() {
        return ProblemException.of(kind == Kind.BACK ? RecordProblem.CHANGED_SINCE_SEEN : RecordProblem.STALE_VERSION);
    }

    /**
     * What stands in the way: of one record its problem, of many the problem of the first with a finding for each.
     *
     * @param each the problem of the record at this place
     */
    Optional<ProblemException> refusal(IntFunction<Optional<ProblemException>> each) {
        if (kind == Kind.ONE) {
            return each.apply(0);
        }
        List<Finding> findings = new ArrayList<>();
        List<ProblemException> problems = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Optional<ProblemException> problem = each.apply(i);
            if (problem.isPresent()) {
                problems.add(problem.get());
                findings.add(Finding.error(
                        problem.get().type().code(), pointer(i), problem.get().params()));
            }
        }
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(ProblemException.of(problems.get(0).type(), findings));
    }

    /** Those that a {@link #refusal} of many names, and the code of each. */
    Map<UUID, String> named(ProblemException refused) {
        Map<String, Target> places = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            places.put(pointer(i), all.get(i));
        }
        Map<UUID, String> named = new LinkedHashMap<>();
        for (Finding finding : refused.findings()) {
            Target target = places.get(finding.pointer());
            if (target != null) {
                named.put(target.id(), finding.code());
            }
        }
        return named;
    }

    /** Fails with the {@link #refusal}, where there is one. */
    void refuse(IntFunction<Optional<ProblemException>> each) {
        refusal(each).ifPresent(problem -> {
            throw problem;
        });
    }

    /**
     * Findings as the caller is told: what is wrong with every record is wrong with the values sent, and told once; anything else names the
     * record, and the field as a parameter, since the record's values stand nowhere in the request.
     *
     * @param each findings of each record, below its {@link #pointer}
     */
    List<Finding> told(List<List<Finding>> each) {
        if (kind == Kind.ONE) {
            return each.stream().flatMap(List::stream).toList();
        }
        Map<Finding, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < each.size(); i++) {
            for (Finding finding : each.get(i)) {
                List<Integer> known = places.computeIfAbsent(relative(finding, pointer(i)), found -> new ArrayList<>());
                if (known.isEmpty() || known.get(known.size() - 1) != i) {
                    known.add(i);
                }
            }
        }
        List<Finding> told = new ArrayList<>();
        places.forEach((finding, records) -> {
            if (kind == Kind.MANY && records.size() == all.size()) {
                told.add(finding.pointer().isEmpty() ? finding : finding.below(DATA));
            } else {
                records.forEach(record -> told.add(ofRecord(finding, record)));
            }
        });
        return List.copyOf(told);
    }

    private static Finding relative(Finding finding, String base) {
        String pointer = finding.pointer();
        return pointer.startsWith(base)
                ? new Finding(finding.severity(), finding.code(), pointer.substring(base.length()), finding.params())
                : finding;
    }

    private Finding ofRecord(Finding finding, int which) {
        Map<String, Object> params = new HashMap<>(finding.params());
        if (!finding.pointer().isEmpty()) {
            params.putIfAbsent("field", finding.pointer().substring(1));
        }
        return new Finding(finding.severity(), finding.code(), pointer(which), params);
    }
}
