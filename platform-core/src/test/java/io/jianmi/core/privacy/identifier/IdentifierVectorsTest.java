package io.jianmi.core.privacy.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.testing.Vectors;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifierVectorsTest {

    private static final JsonNode VECTORS = Vectors.read("validators");
    private static final LocalDate CLOCK =
            LocalDate.parse(VECTORS.required("clock").textValue());

    private static final Map<String, Function<String, Verdict>> CHECKS = Map.of(
            "cn_id", text -> IdCard.check(text, CLOCK),
            "uscc", Uscc::check,
            "bank_card", BankCard::check,
            "cn_mobile", Mobile::check,
            "plate_cn", Plate::check);

    static Stream<Arguments> cases() {
        return CHECKS.entrySet().stream()
                .flatMap(check -> stream(check.getKey(), "cases")
                        .map(each -> Arguments.of(
                                check.getKey(), each.required("note").textValue(), check.getValue(), each)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void judgesAsTheVectorSays(String type, String note, Function<String, Verdict> check, JsonNode each) {
        Verdict verdict = check.apply(each.required("in").textValue());

        assertThat(verdict.valid()).isEqualTo(each.required("valid").booleanValue());
        assertThat(verdict.reason().map(Enum::name))
                .isEqualTo(Optional.ofNullable(each.required("reason").textValue()));
        assertThat(verdict.normalized())
                .isEqualTo(Optional.ofNullable(each.required("normalized").textValue()));
        if (each.has("birth")) {
            String number = verdict.normalized().orElseThrow();
            assertThat(IdCard.birth(number))
                    .contains(LocalDate.parse(each.required("birth").textValue()));
            assertThat(IdCard.female(number))
                    .isEqualTo(each.required("sex").textValue().equals("F"));
        }
    }

    static Stream<Arguments> organisationCodes() {
        return stream("org_code_gb11714", "cases")
                .map(each -> Arguments.of(
                        each.required("in").textValue(), each.required("check").textValue()));
    }

    @ParameterizedTest
    @MethodSource("organisationCodes")
    void organisationCodeHasItsCheckCharacter(String code, String check) {
        assertThat(OrganisationCode.checkCharacter(code)).hasToString(check);
    }

    @Test
    void everyWrongCharacterAndSwapOfAnIdentityNumberIsNoticed() {
        String number = "440524188001010014";
        String alphabet = "0123456789X";
        assertThat(changes(number, "0123456789", number.length() - 1)
                        .filter(text -> IdCard.check(text, CLOCK).valid()))
                .isEmpty();
        assertThat(changes(number.substring(17), alphabet, 1)
                        .filter(text -> IdCard.check(number.substring(0, 17) + text, CLOCK)
                                .valid()))
                .isEmpty();
        assertThat(swaps(number).filter(text -> IdCard.check(text, CLOCK).valid()))
                .isEmpty();
    }

    @Test
    void everyWrongCharacterAndSwapOfACreditCodeIsNoticed() {
        String code = "91350100M000100Y43";
        assertThat(changes(code, "0123456789ABCDEFGHJKLMNPQRTUWXY", code.length())
                        .filter(text -> Uscc.check(text).valid()))
                .isEmpty();
        assertThat(swaps(code).filter(text -> Uscc.check(text).valid())).isEmpty();
    }

    private static Stream<String> changes(String text, String alphabet, int positions) {
        return Stream.iterate(0, i -> i < positions, i -> i + 1)
                .flatMap(i -> alphabet.chars()
                        .filter(c -> c != text.charAt(i))
                        .mapToObj(c -> text.substring(0, i) + (char) c + text.substring(i + 1)));
    }

    private static Stream<String> swaps(String text) {
        return Stream.iterate(0, i -> i < text.length() - 1, i -> i + 1)
                .filter(i -> text.charAt(i) != text.charAt(i + 1))
                .map(i -> text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2));
    }

    private static Stream<JsonNode> stream(String group, String list) {
        return StreamSupport.stream(VECTORS.required(group).required(list).spliterator(), false);
    }
}
