package io.jianmi.form.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.ApiClient;
import io.jianmi.core.identity.ClientTerms;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.tenant.TenantKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** To which groups an API client belongs, and what its purpose covers. */
class ClientGroupsTest {

    private static final GroupMembers EVERYBODY = new GroupMembers(Set.of(), Set.of(), Set.of(), true, null);
    private static final Map<String, Sensitivity> LEVELS =
            Map.of("name", Sensitivity.PERSONAL, "level", Sensitivity.INTERNAL, "any", Sensitivity.PERSONAL);
    private static final PurposeBases PURPOSES = new PurposeBases(
            Map.of("name", Set.of(Set.of("sales", "contract"), Set.of("contract")), "level", Set.of(Set.of("sales"))));

    @Test
    void whatEverybodyHasIsNoClientsAndWhatIsDeniedToAllIsDeniedToIt() {
        PermissionGroup byRole = group("sales", GroupMembers.ofRoles("sales"), Set.of());
        PermissionGroup open = group("open", EVERYBODY, Set.of(RecordAction.EXPORT));
        AccessPolicy policy = new AccessPolicy(List.of(byRole, open), LEVELS, PURPOSES);

        RowAccess nobody = policy.matching(client("other", Sensitivity.PERSONAL, "contract"))
                .on(RecordAction.READ, RowFacts.scoped(Set.of()));
        RowAccess sales = policy.matching(client("sales", Sensitivity.PERSONAL, "contract"))
                .on(RecordAction.READ, RowFacts.scoped(Set.of()));

        assertThat(nobody.visible()).isFalse();
        assertThat(sales.actions()).containsExactlyInAnyOrder(RecordAction.READ);
        assertThat(sales.fields().keySet()).containsExactlyInAnyOrder("name", "level", "any");
    }

    @Test
    void aPurposeHidesWhatIsNotProcessedForItAndLeavesTheUnprotectedAlone() {
        AccessPolicy policy =
                new AccessPolicy(List.of(group("sales", GroupMembers.ofRoles("sales"), Set.of())), LEVELS, PURPOSES);

        assertThat(seen(policy, Sensitivity.PERSONAL, "contract")).containsExactlyInAnyOrder("name", "level", "any");
        // One of what the name is made of is not for sales; the third names no purpose.
        assertThat(seen(policy, Sensitivity.PERSONAL, "sales")).containsExactlyInAnyOrder("level", "any");
        assertThat(seen(policy, Sensitivity.INTERNAL, "contract")).containsExactly("level");
        assertThat(seen(policy, Sensitivity.PUBLIC, "contract")).isEmpty();
    }

    private static Set<String> seen(AccessPolicy policy, Sensitivity ceiling, String purpose) {
        return policy.matching(client("sales", ceiling, purpose))
                .on(RecordAction.READ, RowFacts.scoped(Set.of()))
                .fields()
                .keySet();
    }

    private static Actor client(String role, Sensitivity ceiling, String purpose) {
        return new ApiClient(new UUID(0, 1), "ERP", Set.of(role), new ClientTerms(ceiling, purpose), true)
                .actor(new TenantKey("demo"));
    }

    private static PermissionGroup group(String key, GroupMembers members, Set<RecordAction> deny) {
        return new PermissionGroup(
                key,
                members,
                Set.of(RecordAction.READ, RecordAction.EXPORT, RecordAction.SHARE).stream()
                        .filter(action -> action != RecordAction.EXPORT || deny.isEmpty())
                        .collect(Collectors.toSet()),
                null,
                null,
                Map.of(),
                Optional.of(FieldAccess.READ),
                null,
                Set.of(),
                deny);
    }
}
