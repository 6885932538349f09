package io.jianmi.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberFilterTest {

    private static final Member ANN =
            new Member(new MemberId("m1"), "ann.lee", "李安", List.of("north"), Set.of("sales"), true);

    @Test
    void findsByPartsOfEitherNameWhateverTheirCase() {
        assertThat(admits(" LEE ", null, null)).isTrue();
        assertThat(admits("安", null, null)).isTrue();
        assertThat(admits("sam", null, null)).isFalse();
    }

    @Test
    void allThatIsAskedForHasToApply() {
        assertThat(admits(null, "north", "sales")).isTrue();
        assertThat(admits(null, "south", "sales")).isFalse();
        assertThat(admits(null, "north", "finance")).isFalse();
        assertThat(admits("ann", "north", "sales")).isTrue();
    }

    @Test
    void whoCannotActIsLeftOutWhereOnlyOthersAreAskedFor() {
        Member gone = new Member(new MemberId("m2"), "bob", "博", List.of("north"), Set.of("sales"), false);

        assertThat(new MemberFilter(null, null, null, true).admits(gone)).isFalse();
        assertThat(new MemberFilter(null, null, null, true).admits(ANN)).isTrue();
        assertThat(new MemberFilter(null, null, null, false).admits(gone)).isTrue();
        assertThat(new MemberFilter(null, null, null, null).admits(gone)).isTrue();
    }

    private static boolean admits(@Nullable String search, @Nullable String department, @Nullable String role) {
        return new MemberFilter(search, department, role, null).admits(ANN);
    }
}
