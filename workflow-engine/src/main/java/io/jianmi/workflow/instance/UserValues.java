package io.jianmi.workflow.instance;

import io.jianmi.core.identity.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entries of {@code user} in expressions. */
public final class UserValues {

    private UserValues() {}

    public static Map<String, Object> of(Actor actor) {
        Map<String, Object> user = new HashMap<>();
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
