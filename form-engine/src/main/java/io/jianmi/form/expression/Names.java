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

    /** What is known of one name. For a subform the level is that of the rows' existence; columns carry their own. */
    public record Name(Type type, Sensitivity level) {}

    private final Map<String, Name> byKey;
    private final Set<String> withheld;

    private Names(Map<String, Name> byKey, Set<String> withheld) {
        this.byKey = byKey;
        this.withheld = withheld;
    }

    public static Names none() {
        return NONE;
    }

    public Names with(String key, Type type, Sensitivity level) {
        Map<String, Name> more = new LinkedHashMap<>(byKey);
        more.put(key, new Name(type, level));
        return new Names(more, withheld);
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
