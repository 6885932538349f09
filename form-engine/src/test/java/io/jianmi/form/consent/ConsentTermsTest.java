package io.jianmi.form.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.consent.ConsentEvent.Channel;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.field.consent.ConsentOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentTermsTest {

    private static final String PERSON = "01a21559-d410-76f3-b7b8-0f997592be09";
    private static final ShownNotice LEAD = shown("lead", "agreed", "service", "marketing");
    private static final ShownNotice LEAD_TOO = shown("lead", "more", "marketing");
    private static final ShownNotice MEMBER = shown("member", "agreed", "service", "profiling");

    @Test
    void theOnlyTextThatAsksForThePurposeIsMeant() {
        assertThat(read("profiling", "").notice()).isEqualTo(MEMBER);
        assertThat(read("service", ", \"form\": \"lead\"").notice()).isEqualTo(LEAD);
        assertThat(read("marketing", ", \"field\": \"more\", \"channel\": \"mini-program\"")
                        .channel())
                .contains(Channel.MINI_PROGRAM);
    }

    @Test
    void amongSeveralOneMustBeNamed() {
        assertThat(refused("service", "")).containsExactly(Finding.error("consent.notice-ambiguous", "/form"));
        assertThat(refused("marketing", ", \"form\": \"lead\""))
                .containsExactly(Finding.error("consent.notice-ambiguous", "/field"));
        assertThat(refused("profiling", ", \"form\": \"lead\""))
                .containsExactly(Finding.error("consent.purpose-unknown", "/purpose"));
    }

    private static ConsentTerms read(String purpose, String more) {
        String body = "{\"subject\": \"%s\", \"notice\": \"v1\", \"purpose\": \"%s\"%s}";
        return ConsentTerms.read(
                Json.parse(body.formatted(PERSON, purpose, more)), true, List.of(LEAD, LEAD_TOO, MEMBER));
    }

    private static List<Finding> refused(String purpose, String more) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> read(purpose, more));
        assertThat(problem.type()).isEqualTo(ConsentProblem.INVALID);
        return problem.findings();
    }

    private static ShownNotice shown(String form, String field, String... purposes) {
        return new ShownNotice(form, field, new ConsentOptions("v1", List.of(purposes)));
    }
}
