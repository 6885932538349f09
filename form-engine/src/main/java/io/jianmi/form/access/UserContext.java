package io.jianmi.form.access;

import io.jianmi.core.identity.Actor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entries of {@code user} in expressions, for one actor. */
public final class UserContext {

    private UserContext() {}

    /** Ids as strings; {@code department} is absent (so null) for somebody without one. */
    public static Map<String, Object> of(Actor actor) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", actor.id().value());
        user.put("name", actor.name());
        actor.department().ifPresent(department -> user.put("department", department));
        user.put("departments", actor.departments());
        user.put("headOf", sorted(actor.headOf()));
        user.put("roles", sorted(actor.roles()));
        return user;
    }

    private static List<String> sorted(Iterable<String> words) {
        List<String> list = new ArrayList<>();
        words.forEach(list::add);
        list.sort(null);
        return list;
    }
}
