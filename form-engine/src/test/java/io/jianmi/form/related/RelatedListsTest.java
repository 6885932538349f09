package io.jianmi.form.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms.Published;
import io.jianmi.form.related.RelatedLists.RelatedList;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A list is told to whom the record query answers a filter on the relation, and to nobody else. */
class RelatedListsTest {

    private static final List<Published> ALL = List.of(
            new Published("crm", form("order", "read")),
            new Published("crm", form("contact", "edit")),
            new Published("crm", form("secret-order", "hidden")),
            new Published("crm", form("told-not", "masked")));

    @Test
    void whoReadsTheRelationHasItsListsByFormAndField() {
        assertThat(RelatedLists.of(ALL, "company", person("writer")))
                .extracting(list -> list.form() + "." + list.field())
                .containsExactly("contact.company", "contact.partners", "order.company", "order.partners");
    }

    @Test
    void aHiddenOrWithheldRelationMakesNone() {
        assertThat(RelatedLists.of(ALL, "company", person("writer")))
                .extracting(RelatedList::form)
                .doesNotContain("secret-order", "told-not");
    }

    @Test
    void whoIsInNoGroupAndAFormThatNothingPointsAtHaveNone() {
        assertThat(RelatedLists.of(ALL, "company", person("nobody"))).isEmpty();
        assertThat(RelatedLists.of(ALL, "customer", person("writer"))).isEmpty();
    }

    @Test
    void oneMakesWhatOneMayMakeAndFillIn() {
        List<RelatedList> writer = RelatedLists.of(ALL, "company", person("writer"));
        List<RelatedList> reader = RelatedLists.of(ALL, "company", person("reader"));

        assertThat(writer)
                .filteredOn(RelatedList::create)
                .extracting(RelatedList::form)
                .containsOnly("contact");
        assertThat(writer)
                .filteredOn(RelatedList::many)
                .extracting(RelatedList::field)
                .containsOnly("partners");
        assertThat(reader).hasSameSizeAs(writer).noneMatch(RelatedList::create);
    }

    /** @param access of the writers to all fields; readers read where these edit */
    private static CompiledForm form(String key, String access) {
        return TestForms.compiled(Json.parse("""
                {"kind": "form", "key": "%s", "title": "F", "fields": [
                  {"key": "name", "type": "text", "title": "N", "sensitivity": {"level": "internal"}},
                  {"key": "company", "type": "relation", "title": "C", "form": "company"},
                  {"key": "partners", "type": "relations", "title": "P", "form": "company"}],
                 "permissionGroups": [
                  {"key": "writers", "members": {"roles": ["writer"]}, "actions": ["read", "create"], "fields": {"*": "%s"}},
                  {"key": "readers", "members": {"roles": ["reader"]}, "actions": ["read"], "fields": {"*": "%s"}}]}
                """.formatted(key, access, access.equals("edit") ? "read" : access)));
    }

    private static Actor person(String role) {
        return new Actor(
                new TenantKey("demo"), new MemberId(role), role, Set.of(role), List.of(), Set.of(), false, null, null);
    }
}
