package io.jianmi.e2e;

import io.jianmi.bench.site.Api;
import java.util.function.Supplier;

/** Some questions are counted by the minute for each member, and tests share their members. */
final class MinuteBudget {

    private static final long MINUTE = 60_000;

    private MinuteBudget() {}

    /** Asks; where others have used up the member's questions of this minute, once more in the next. */
    static Api.Result asked(Supplier<Api.Result> question) {
        Api.Result answer = question.get();
        if (!answer.code().equals("record.search-limit")) {
            return answer;
        }
        Installation.pause(MINUTE - System.currentTimeMillis() % MINUTE + 500);
        return question.get();
    }
}
