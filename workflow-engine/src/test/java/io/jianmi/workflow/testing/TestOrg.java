package io.jianmi.workflow.testing;

import io.jianmi.core.identity.Department;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.tenant.TenantKey;
import java.util.List;
import java.util.Set;

/** The demo organisation of the contract: North and South below Sales, their heads, risk and finance. */
public final class TestOrg {

    private TestOrg() {}

    public static Org demo() {
        return of(new TenantKey("demo"));
    }

    /** The same people in any tenant; a member's id is his name in front of {@code -id}. */
    public static Org of(TenantKey tenant) {
        return new Org(
                tenant,
                List.of(
                        member("admin", "", "admin"),
                        member("sam", "north", "sales"),
                        member("sue", "south", "sales"),
                        member("mia", "north", "sales-manager"),
                        member("max", "south", "sales-manager"),
                        member("dina", "sales", "sales-director"),
                        member("rick", "", "risk"),
                        member("rose", "", "risk"),
                        member("fay", "", "finance"),
                        member("nora", ""),
                        new Member(id("gone"), "gone", "Gone", List.of("north"), Set.of("risk"), false)),
                List.of(
                        new Department("sales", "Sales", "Sales", null, List.of(id("dina"))),
                        new Department("north", "North", "Sales/North", "sales", List.of(id("mia"))),
                        new Department("south", "South", "Sales/South", "sales", List.of(id("max")))),
                Set.of("admin", "sales", "sales-manager", "sales-director", "risk", "finance", "empty"));
    }

    public static MemberId id(String username) {
        return new MemberId(username + "-id");
    }

    private static Member member(String username, String department, String... roles) {
        return new Member(
                id(username),
                username,
                username,
                department.isEmpty() ? List.of() : List.of(department),
                Set.of(roles),
                true);
    }
}
