package io.jianmi.workflow.assignee;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.identity.MemberId;
import io.jianmi.workflow.testing.TestOrg;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delegations are written {@code who>for whom} as {@code mia>max}, {@code mia>max:crm/credit} for one workflow. */
class DeputiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // delegations | asked | kept out | who acts (for whom)
                "- | mia | - | mia",
                "mia>max | mia | - | max(mia)",
                "mia>max | mia rick | - | max(mia) rick",
                "max>mia | mia | - | mia",
                // a chain is followed to its end
                "mia>max max>dina | mia | - | dina(mia)",
                "mia>max max>dina dina>rick | mia | - | rick(mia)",
                // in a circle nobody is there, so it stays with whoever was asked
                "mia>max max>mia | mia | - | mia",
                "mia>max max>dina dina>max | mia | - | mia",
                // who has left is no delegate
                "mia>gone | mia | - | mia",
                "mia>max max>gone | mia | - | max(mia)",
                // the rules of the step hold for whoever comes in
                "mia>max | mia | max | mia",
                "mia>max max>dina | mia | max | dina(mia)",
                // nobody signs one step twice
                "mia>max | mia max | - | mia max",
                "mia>dina max>dina | mia max | - | dina(mia) max",
                // some workflows only; whoever names it says more
                "mia>max:crm/other | mia | - | mia",
                "mia>max:crm/credit | mia | - | max(mia)",
                "mia>max mia>dina:crm/credit | mia | - | dina(mia)",
                "mia>max mia>dina | mia | - | max(mia)",
            })
    void whoActsForWhom(String rules, String asked, String excluded, String expected) {
        Deputies deputies =
                new Deputies(words(rules).map(DeputiesTest::standing).toList(), TestOrg.demo());

        String found = deputies.of(words(asked).map(TestOrg::id).toList(), "crm/credit", members(excluded)).stream()
                .map(one -> name(one.assignee())
                        + one.delegator().map(whom -> "(" + name(whom) + ")").orElse(""))
                .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(expected);
    }

    private static Deputies.Standing standing(String rule) {
        String[] parts = rule.split("[>:]");
        return new Deputies.Standing(
                TestOrg.id(parts[0]), TestOrg.id(parts[1]), parts.length > 2 ? Set.of(parts[2]) : Set.of());
    }

    private static Set<MemberId> members(String names) {
        return words(names).map(TestOrg::id).collect(Collectors.toSet());
    }

    private static Stream<String> words(String text) {
        return text == null ? Stream.of() : Stream.of(text.split(" "));
    }

    private static String name(MemberId id) {
        return id.value().replace("-id", "");
    }
}
