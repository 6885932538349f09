package io.jianmi.form.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.AccessReasons;
import io.jianmi.form.access.AccessReasons.Reason;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who comes to see what by a version, and why somebody has what he has: people, not groups. */
class SightDiffTest {

    private static final List<Actor> PEOPLE = List.of(
            person("sam", "sales"),
            person("sue", "sales"),
            person("fay", "finance"),
            person("bea", "sales", "finance"));

    @Test
    void peopleWhoHadItByAnotherGroupGainNothing() {
        CompiledForm before = form("read", "hidden");
        CompiledForm after = form("read", "masked");

        List<SightChange> changes = SightDiff.between(Optional.of(before), after, PEOPLE);

        assertThat(changes)
                .containsExactly(new SightChange(
                        "phone", "gains", "hidden", "masked", 1, List.of(new SightChange.Seer("fay", "fay"))));
    }

    @Test
    void whatIsOnlyEnteredFromNowOnIsNoSight() {
        assertThat(SightDiff.between(Optional.of(form("read", "hidden")), form("edit", "hidden"), PEOPLE))
                .isEmpty();
    }

    @Test
    void losingIsToldWithAllWhoLose() {
        SightChange lost = SightDiff.between(Optional.of(form("read", "hidden")), form("masked", "hidden"), PEOPLE)
                .get(0);
        assertThat(lost.effect()).isEqualTo("loses");
        assertThat(lost.people()).isEqualTo(3);
        assertThat(lost.from() + " " + lost.to()).isEqualTo("read masked");
    }

    @Test
    void aReasonNamesGroupsAndWhatCutsThem() {
        CompiledForm form = form("edit", "masked");
        AccessReasons reasons = AccessReasons.best(form.access().own(PEOPLE.get(3)), form.consents());

        Reason phone = reasons.fields().stream()
                .filter(reason -> reason.field().equals("secret"))
                .findFirst()
                .orElseThrow();

        assertThat(phone.access().key()).isEqualTo("reveal");
        assertThat(phone.cuts()).extracting(AccessReasons.Cut::cap).containsExactly("tag");
        assertThat(phone.given()).extracting(AccessReasons.Given::group).containsExactly("sales");
        assertThat(reasons.speaking()).containsExactly("sales", "finance");
    }

    /**
     * @param sales access of the sales people to the telephone number
     * @param finance that of finance
     */
    private static CompiledForm form(String sales, String finance) {
        ObjectNode form = (ObjectNode) Json.parse("""
                {"kind": "form", "key": "sight", "title": "S", "fields": [
                  {"key": "phone", "type": "phone", "title": "P", "sensitivity": {"level": "personal", "kind": "phone", "purposes": ["sales"]}},
                  {"key": "secret", "type": "id-card", "title": "I", "sensitivity": {"level": "sensitive", "kind": "idcard", "purposes": ["sales"]}}],
                 "permissionGroups": [
                  {"key": "sales", "members": {"roles": ["sales"]}, "actions": ["read", "update"], "fields": {"phone": "%s", "secret": "edit"}},
                  {"key": "finance", "members": {"roles": ["finance"]}, "actions": ["read"], "fields": {"phone": "%s", "secret": "hidden"}}]}
                """.formatted(sales, finance));
        return TestForms.compiled(form);
    }

    private static Actor person(String name, String... roles) {
        return new Actor(
                new TenantKey("demo"), new MemberId(name), name, Set.of(roles), List.of(), Set.of(), false, null, null);
    }
}
