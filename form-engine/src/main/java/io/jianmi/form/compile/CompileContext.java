package io.jianmi.form.compile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a form is compiled against.
 *
 * @param version number of the version being made, from 1
 * @param published keys of the tenant's published forms
 * @param drafted keys of the tenant's forms that have a draft only
 * @param previous the version before, null for the first
 * @param stored relations are not checked again
 * @param sources published forms that derived fields read, by key
 * @param kept what a stored version took over; of a new one it follows from the version before
 * @param conversions keys of the fields whose values the designer wants converted to another type
 */
public record CompileContext(
        int version,
        Set<String> published,
        Set<String> drafted,
        @Nullable CompiledForm previous,
        boolean stored,
        Map<String, CompiledForm> sources,
        KeptFields kept,
        Set<String> conversions) {

    public CompileContext {
        conversions = Set.copyOf(conversions);
        published = Set.copyOf(published);
        drafted = Set.copyOf(drafted);
        sources = Map.copyOf(sources);
    }

    /** A version about to be published. */
    public static CompileContext next(Set<String> published, Set<String> drafted, Optional<CompiledForm> previous) {
        int version = previous.map(CompiledForm::version).orElse(0) + 1;
        return new CompileContext(
                version, published, drafted, previous.orElse(null), false, Map.of(), KeptFields.NONE, Set.of());
    }

    /** A stored version: it was checked when it was published, so every form that it names counts as known. */
    public static CompileContext stored(int version, KeptFields kept) {
        return new CompileContext(version, Set.of(), Set.of(), null, true, Map.of(), kept, Set.of());
    }

    /** A first version beside these published forms. */
    public static CompileContext first(String... published) {
        return new CompileContext(1, Set.of(published), Set.of(), null, false, Map.of(), KeptFields.NONE, Set.of());
    }

    /** Beside these forms, for derived fields to read. */
    public CompileContext beside(Map<String, CompiledForm> forms) {
        return new CompileContext(version, published, drafted, previous, stored, forms, kept, conversions);
    }

    /** With these fields converted where their type is another. */
    public CompileContext converting(Set<String> fields) {
        return new CompileContext(version, published, drafted, previous, stored, sources, kept, fields);
    }
}
