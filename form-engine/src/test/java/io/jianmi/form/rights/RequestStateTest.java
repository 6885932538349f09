package io.jianmi.form.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestStateTest {

    /** Every pair of a state and an act; what leads nowhere is refused. */
    private static final List<String> TABLE = List.of(
            "received assign in-progress",
            "received extend received",
            "received carry-out in-progress",
            "received answer answered",
            "received refuse refused",
            "received withdraw withdrawn",
            "in-progress assign in-progress",
            "in-progress extend in-progress",
            "in-progress carry-out in-progress",
            "in-progress answer answered",
            "in-progress refuse refused",
            "in-progress withdraw withdrawn",
            "answered assign -",
            "answered extend -",
            "answered carry-out answered",
            "answered answer -",
            "answered refuse -",
            "answered withdraw -",
            "refused assign -",
            "refused extend -",
            "refused carry-out -",
            "refused answer -",
            "refused refuse -",
            "refused withdraw -",
            "withdrawn assign -",
            "withdrawn extend -",
            "withdrawn carry-out -",
            "withdrawn answer -",
            "withdrawn refuse -",
            "withdrawn withdraw -");

    @Test
    void everyPairOfStateAndActIsDecided() {
        List<String> decided = new ArrayList<>();
        for (RequestState state : RequestState.values()) {
            for (RequestAct act : RequestAct.values()) {
                decided.add("%s %s %s"
                        .formatted(
                                state.key(),
                                act.key(),
                                state.after(act).map(RequestState::key).orElse("-")));
            }
        }
        assertThat(decided).containsExactlyElementsOf(TABLE);
    }

    @Test
    void whatIsClosedNeverOpensAgain() {
        for (RequestState state : RequestState.values()) {
            for (RequestAct act : RequestAct.values()) {
                state.after(act)
                        .filter(next -> state.closed())
                        .ifPresent(next -> assertThat(next.closed()).isTrue());
            }
        }
    }
}
