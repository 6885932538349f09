package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists that are asked for at the same moment go to the database together; everybody gets his own all the same. */
@Tag("slow")
@ExtendWith(WithServer.class)
class PagesAtOnceTest {

    private static final List<String> MEMBERS = List.of("sam", "sue", "mia");
    private static final int AMOUNTS = 6;
    private static final int ROUNDS = 4;

    private final Api api;
    private final BatchForm form;

    PagesAtOnceTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new BatchForm(api);
    }

    /** A list that somebody asks for. */
    private record Asked(String member, int amount) {}

    @Test
    void everybodyGetsWhatHeAskedForAndNoMoreThanHeMaySee() {
        for (int amount = 1; amount <= AMOUNTS; amount++) {
            form.create("sam", amount, "A", amount + ".00");
            form.create("sue", 1, "B", amount + ".00");
        }
        List<Asked> all = MEMBERS.stream()
                .flatMap(member -> IntStream.rangeClosed(1, AMOUNTS).mapToObj(amount -> new Asked(member, amount)))
                .toList();
        List<JsonNode> alone = all.stream().map(this::list).toList();
        for (int i = 0; i < all.size(); i++) {
            int amount = all.get(i).amount();
            int owned = switch (all.get(i).member()) {
                case "sam" -> amount;
                case "sue" -> 1;
                default -> amount + 1;
            };
            assertThat(alone.get(i).path("items")).as("%s", all.get(i)).hasSize(owned);
        }

        for (int round = 0; round < ROUNDS; round++) {
            List<CompletableFuture<JsonNode>> together = new ArrayList<>();
            all.forEach(asked -> together.add(CompletableFuture.supplyAsync(() -> list(asked))));
            assertThat(together.stream().map(CompletableFuture::join)).containsExactlyElementsOf(alone);
        }
    }

    private JsonNode list(Asked asked) {
        Map<String, Object> filter = Map.of("field", "amount", "op", "eq", "value", asked.amount());
        return api.post(
                        asked.member(),
                        form.records() + "/query",
                        Map.of("filter", filter, "sort", List.of("-createdAt"), "limit", 50))
                .orFail("listing")
                .body();
    }
}
