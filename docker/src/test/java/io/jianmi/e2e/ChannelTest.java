package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Channel.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Channel x person x field: whatever the running server lets out is held against the reference model. Adding a channel is a line in
 * {@link Channels}.
 */
@Tag("slow")
@ExtendWith(WithServer.class)
class ChannelTest {

    private static final List<String> EVERYBODY = List.of(
            "sam", "sue", "mia", "max", "dina", "rick", "rose", "fay", "audra", "paul", "designer", "admin", "nora");

    private final Api api;

    ChannelTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    @Test
    void customersLeaveByNoChannelInAnyOtherWayThanDecided() {
        assertThat(wrong(new CustomerExhibits(api).all(), 4_000)).isEmpty();
    }

    /** Each state on each level under groups of different actions. */
    @Test
    void everyStateOfEveryLevelHoldsInEveryChannel() {
        assertThat(wrong(new MatrixExhibits(api).all(), 3_000)).isEmpty();
    }

    /** A record shared with people of groups of different actions: what these let be read elsewhere, and nothing but reading. */
    @Test
    void sharedRecordsAreReadAndNoMore() {
        assertThat(wrong(new MatrixExhibits(api).shared(), 2_000)).isEmpty();
    }

    /** A record of somebody whose data is restricted: whatever groups, shares and tasks give, it is not there. */
    @Test
    void restrictedRecordsAreThereForNobody() {
        assertThat(wrong(List.of(new MatrixExhibits(api).restricted()), 700)).isEmpty();
    }

    /** Each state of each level of a source, under each state of the field that looks at it or adds it up. */
    @Test
    void derivedValuesLeaveAsTheirSourcesDo() {
        assertThat(wrong(new DerivedExhibits(api).all(), 3_000)).isEmpty();
    }

    /** Fields that rest on a consent, of a record whose person has taken it back: the mask is left, whoever asks and however. */
    @Test
    void whatRestsOnAConsentTakenBackIsReadByNobody() {
        List<String> people = List.of("sam", "sue", "mia", "rick", "fay", "paul", "admin", "nora");
        assertThat(wrong(new ConsentExhibits(api).all(), people, 1_500)).isEmpty();
    }

    /** Programs of all roles under every ceiling, within the purpose and outside: what is cut for them exists in no channel. */
    @Test
    void programsSeeWhatTheirRolesPurposeAndCeilingLeave() {
        List<Exhibit> exhibits = new MatrixExhibits(api).joinedBy(what -> {
            JsonNode definition =
                    api.get("designer", what.form()).orFail("the form").body();
            Exhibit seen = what;
            for (Program program : Program.ALL) {
                seen = program.among(seen, definition);
            }
            return seen;
        });
        List<String> names =
                Program.ALL.stream().map(program -> program.made(api).name()).toList();
        List<Channel> open = Channels.ALL.stream()
                .filter(channel -> Program.CHANNELS.contains(channel.name()))
                .toList();
        assertThat(open).hasSameSizeAs(Program.CHANNELS);
        assertThat(wrong(exhibits, names, open, 3_000)).isEmpty();
    }

    private List<String> wrong(List<Exhibit> exhibits, int least) {
        return wrong(exhibits, EVERYBODY, least);
    }

    private List<String> wrong(List<Exhibit> exhibits, List<String> people, int least) {
        return wrong(exhibits, people, Channels.ALL, least);
    }

    private List<String> wrong(List<Exhibit> exhibits, List<String> people, List<Channel> channels, int least) {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> checks = new LinkedHashMap<>();
        for (Exhibit what : exhibits) {
            for (String who : people) {
                Judge judge = new Judge(what, who);
                for (Channel channel : channels) {
                    Map<String, Told> told = channel.asking().ask(api, who, what);
                    told.forEach((field, answer) -> judge.complaint(channel, field, answer)
                            .ifPresent(complaint -> wrong.add("%s, %s, %s.%s: %s"
                                    .formatted(channel.name(), who, what.name(), field, complaint))));
                    checks.merge(channel.name(), told.size(), Integer::sum);
                }
            }
        }
        int all = checks.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("%d checks of %d records by %d people: %s%n", all, exhibits.size(), people.size(), checks);
        assertThat(all).isGreaterThan(least);
        assertThat(checks).as("channels that were asked").hasSameSizeAs(channels);
        return wrong;
    }
}
