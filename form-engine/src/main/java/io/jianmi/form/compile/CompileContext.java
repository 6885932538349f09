package io.jianmi.form.compile;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a form is compiled against.
 *
 * @param version number of the version being made, from 1
 * @param published keys of the tenant's published forms
 * @param drafted keys of the tenant's forms that have a draft only
 * @param previous the version before, null for the first
 */
public record CompileContext(
        int version,
        Set<String> published,
        Set<String> drafted,
        @Nullable CompiledForm previous) {

    public CompileContext {
        published = Set.copyOf(published);
        drafted = Set.copyOf(drafted);
    }

    /** A first version beside these published forms. */
    public static CompileContext first(String... published) {
        return new CompileContext(1, Set.of(published), Set.of(), null);
    }
}
