package io.jianmi.form.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConsentCapTest {

    private static final Actor SAM = new Actor(
            new TenantKey("demo"), new MemberId("sam"), "sam", Set.of(), List.of(), Set.of(), false, null, null);

    private final CompiledForm form = TestForms.compiled(Json.parse("""
            {"kind": "form", "key": "people", "title": "People", "fields": [
              {"key": "budget", "type": "number", "title": "Budget", "scale": 0,
               "sensitivity": {"level": "internal", "lawfulBasis": "consent", "purposes": ["marketing", "service"]}},
              {"key": "spent", "type": "number", "title": "Spent", "scale": 0},
              {"key": "left", "type": "number", "title": "Left", "scale": 0, "formula": "budget - spent"},
              {"key": "little", "type": "switch", "title": "Little", "formula": "left < 10"},
              {"key": "rank", "type": "number", "title": "Rank", "scale": 0},
              {"key": "visits", "type": "subform", "title": "Visits", "fields": [
                {"key": "cost", "type": "number", "title": "Cost", "scale": 0,
                 "sensitivity": {"level": "internal", "lawfulBasis": "consent", "purposes": ["service"]}},
                {"key": "twice", "type": "number", "title": "Twice", "scale": 0, "formula": "cost * 2"}]},
              {"key": "total", "type": "number", "title": "Total", "scale": 0, "formula": "sum(visits.twice)"},
              {"key": "agreed", "type": "consent", "title": "Agreed", "notice": "v1", "purposes": ["marketing", "service"]}],
             "rules": [{"when": "spent > 0", "set": {"rank": "left"}}],
             "permissionGroups": [{"key": "all", "title": "All", "members": {"everyone": true}, "actions": ["read"],
               "fields": {"*": "read"}}]}"""));

    @Test
    void itTakesBackWhatNoOtherPurposeStillCarries() {
        assertThat(withheld("+marketing", "+service")).isEmpty();
        assertThat(withheld()).as("who was never asked").isEmpty();
        assertThat(withheld("-marketing", "+service"))
                .as("another purpose of it stands")
                .isEmpty();
        assertThat(withheld("-marketing")).contains("budget").doesNotContain("visits.cost", "spent", "agreed");
        assertThat(withheld("-marketing", "-service")).contains("budget", "visits.cost");
    }

    /** Through formulas of formulas, cells and rules. */
    @Test
    void whatIsComputedRestsOnWhatItIsMadeOf() {
        assertThat(withheld("-marketing")).containsExactlyInAnyOrder("budget", "left", "little", "rank");
        assertThat(withheld("+marketing", "-service"))
                .containsExactlyInAnyOrder("visits.cost", "visits.twice", "total");
    }

    @Test
    void whatCannotBeToldWithholdsWhatRestsOnAnyConsent() {
        Set<String> resting = Set.of("budget", "left", "little", "rank", "visits.cost", "visits.twice", "total");
        assertThat(withheld(form.consents().caps(null))).isEqualTo(resting);
        assertThat(withheld("marketing")).isEqualTo(resting);
        assertThat(withheld("+marketing", "")).isEqualTo(resting);
    }

    @Test
    void recordsOfPeopleWhoAgreeAreDecidedAlike() {
        assertThat(form.consents().caps(new String[] {"+marketing"})).isEmpty();
        assertThat(ConsentBases.NONE.caps(null)).isEmpty();
    }

    private Set<String> withheld(String... said) {
        return withheld(form.consents().caps(said));
    }

    private Set<String> withheld(List<Cap> caps) {
        return form
                .access()
                .matching(SAM)
                .on(RecordAction.READ, new RowFacts(Set.of(), List.of(), caps, Set.of("budget")))
                .fields()
                .entrySet()
                .stream()
                .filter(field -> field.getValue() == FieldAccess.MASKED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whatever opened the value for a while. */
    @Test
    void noRevealOutlivesIt() {
        List<Cap> caps = form.consents().caps(new String[] {"-marketing", "-service"});
        assertThat(caps).hasSize(1);
        assertThat(caps.get(0).liftable()).isFalse();
        assertThat(caps.get(0).refuses("marketing")).isTrue();
        assertThat(caps.get(0).applies("spent", Sensitivity.INTERNAL)).isFalse();
    }
}
