package io.jianmi.form.exchange;

import io.jianmi.core.identity.Department;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.Org;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Who and what in an organisation is called so, ids by what was written. What is an id already, or nobody's name, is left out. Pure. */
final class CalledSo {

    private CalledSo() {}

    /** A sign-in name is one person's, a name may be several people's. */
    static Map<String, List<String>> members(Org org, Set<String> written) {
        return called(written, text -> org.knows(text) ? List.of() : member(org, text));
    }

    private static List<String> member(Org org, String text) {
        Optional<Member> signedIn = org.memberByName(text).filter(Member::enabled);
        return signedIn.map(one -> List.of(one.id().value()))
                .orElseGet(() -> org.members().stream()
                        .filter(member -> member.enabled() && member.name().equals(text))
                        .map(member -> member.id().value())
                        .toList());
    }

    /** A path from the top is one department's, a name may be several departments'. */
    static Map<String, List<String>> departments(Org org, Set<String> written) {
        return called(written, text -> org.department(text).isPresent() ? List.of() : department(org, text));
    }

    private static List<String> department(Org org, String text) {
        return org.departments().stream()
                .filter(one -> one.path().equals(text) || one.name().equals(text))
                .map(Department::id)
                .toList();
    }

    private static Map<String, List<String>> called(Set<String> written, Function<String, List<String>> ids) {
        Map<String, List<String>> meant = new HashMap<>();
        for (String text : written) {
            List<String> found = ids.apply(text);
            if (!found.isEmpty()) {
                meant.put(text, found);
            }
        }
        return meant;
    }
}
