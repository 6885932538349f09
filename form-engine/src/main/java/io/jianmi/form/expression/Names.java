package io.jianmi.form.expression;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names an expression may use, each with its type and the level of its tag. Immutable; order is kept. */
public final class Names {

    /** The reserved name of the person who acts. */
    public static final String USER = "user";

    private static final Names NONE = new Names(Map.of(), Set.of());
    private static final Type USER_TYPE = Type.context(NONE.with("id", Type.STRING, Sensitivity.INTERNAL)
            .with("name", Type.STRING, Sensitivity.INTERNAL)
            .with("department", Type.STRING, Sensitivity.INTERNAL)
            .with("departments", Type.list(Type.STRING), Sensitivity.INTERNAL)
            .with("headOf", Type.list(Type.STRING), Sensitivity.INTERNAL)
            .with("roles", Type.list(Type.STRING), Sensitivity.INTERNAL));

    /**
     * What is known of one name. For a subform the level is that of the rows' existence; columns carry their own.
     *
     * @param part whether it is a part of one value, such as an address, and no field of its own
     */
    public record Name(Type type, Sensitivity level, boolean part) {

        private Name of(Sensitivity whole) {
            return part ? new Name(type, level.max(whole), true) : this;
        }
    }

    private final Map<String, Name> byKey;
    private final Set<String> withheld;

    private Names(Map<String, Name> byKey, Set<String> withheld) {
        this.byKey = byKey;
        this.withheld = withheld;
    }

    public static Names none() {
        return NONE;
    }

    /** The parts of a value have the level of the whole. */
    public Names with(String key, Type type, Sensitivity level) {
        Type known = type.is(Type.Kind.CONTEXT) && type.entries() != null
                ? Type.context(type.entries().of(level))
                : type;
        return with(key, new Name(known, level, false));
    }

    /** A part of one value. */
    public Names part(String key, Type type) {
        return with(key, new Name(type, Sensitivity.PUBLIC, true));
    }

    private Names with(String key, Name name) {
        Map<String, Name> more = new LinkedHashMap<>(byKey);
        more.put(key, name);
        return new Names(more, withheld);
    }

    private Names of(Sensitivity whole) {
        Map<String, Name> same = new LinkedHashMap<>(byKey);
        same.replaceAll((key, name) -> name.of(whole));
        return new Names(same, withheld);
    }

    /** These, and the key of a field that no expression may use, so that it is not taken for a slip. */
    public Names withheld(String key) {
        Set<String> more = new LinkedHashSet<>(withheld);
        more.add(key);
        return new Names(byKey, more);
    }

    /** Adds {@code user}: id, name, department, departments, headOf and roles; ids as strings. */
    public Names withUser() {
        return with(USER, USER_TYPE, Sensitivity.INTERNAL);
    }

    /** These names, and those of {@code inner} before them: a row of a subform sees its record. */
    public Names within(Names inner) {
        Map<String, Name> more = new LinkedHashMap<>(byKey);
        more.putAll(inner.byKey);
        return new Names(more, withheld);
    }

    Optional<Name> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Whether these are names of those as well. */
    boolean among(Names those) {
        return those.byKey.keySet().containsAll(byKey.keySet());
    }

    boolean withholds(String key) {
        return withheld.contains(key);
    }

    /** The highest level among these names and all below them. */
    Sensitivity highest() {
        Sensitivity highest = Sensitivity.PUBLIC;
        for (Name name : byKey.values()) {
            highest = highest.max(name.level()).max(Levels.within(name.type()));
        }
        return highest;
    }
}
