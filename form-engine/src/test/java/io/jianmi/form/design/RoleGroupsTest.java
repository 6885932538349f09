package io.jianmi.form.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleGroupsTest {

    private static final FormDefinition FORM =
            TestForms.compiled(Json.parse("""
            {"kind": "form", "key": "customer", "title": "Customer",
             "fields": [{"key": "phone", "type": "phone", "title": "Phone",
               "sensitivity": {"level": "personal", "kind": "phone", "purposes": ["sales"]}}],
             "permissionGroups": [
               {"key": "sellers", "title": {"en": "Sellers"}, "members": {"roles": ["sales"]}, "actions": ["update", "read"],
                "fields": {"*": "read"},
                "reveal": {"purposes": ["sales"], "minutes": 5, "approvedBy": {"roles": ["boss"]}}},
               {"key": "all", "title": "All", "members": {"everyone": true}, "actions": ["read"], "fields": {"*": "read"}}]}
            """)).definition();

    @Test
    void aGroupIsNamedByItsMembersRole() {
        assertThat(RoleGroups.naming("sales", "crm", FORM))
                .containsExactly(new RoleGroups.Item(
                        "crm",
                        "customer",
                        Json.NODES.textNode("Customer"),
                        "sellers",
                        Json.NODES.objectNode().put("en", "Sellers"),
                        List.of("read", "update"),
                        true,
                        false));
    }

    @Test
    void whoMayAgreeToItsRevealsIsNamedToo() {
        assertThat(RoleGroups.naming("boss", "crm", FORM))
                .singleElement()
                .matches(item -> item.approver() && !item.member());
    }

    @Test
    void whoBelongsAsEveryoneIsNotNamed() {
        assertThat(RoleGroups.naming("finance", "crm", FORM)).isEmpty();
    }
}
