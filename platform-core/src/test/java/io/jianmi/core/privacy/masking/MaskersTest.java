package io.jianmi.core.privacy.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.privacy.sensitivity.DataCategory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskersTest {

    /** How many code points of the input each mask may show at most; what else it prints it made itself. */
    private static final Map<String, Integer> SHOWN = Map.ofEntries(
            Map.entry("person_name", 4),
            Map.entry("phone", 7),
            Map.entry("cn_id", 2),
            Map.entry("cn_id_3_4", 7),
            Map.entry("bank_card", 10),
            Map.entry("plate_cn", 4),
            Map.entry("passport", 3),
            Map.entry("uscc", 8),
            Map.entry("birth_date", 4),
            Map.entry("free_text", 0),
            Map.entry("secret", 0),
            Map.entry("generic(2,2)", 4),
            Map.entry("generic(0,4)", 4));

    private static final List<String> PIECES = List.of(
            "1",
            "3",
            "8",
            "0",
            "9",
            "+",
            "86",
            "00",
            "852",
            "0755",
            "-",
            " ",
            "(",
            "x",
            "X",
            "转",
            "ext",
            "@",
            ".",
            ":",
            "::",
            "张",
            "三",
            "欧阳",
            "·",
            "𠮷",
            "😀",
            "\u0301",
            "\u200b",
            "省",
            "市",
            "区",
            "县",
            "号",
            "京",
            "A",
            "z",
            "é",
            "١",
            "２",
            "1990-05-17",
            "13800138000",
            "6222000000000000",
            "11010519491231002X",
            "\ud800",
            "\udc00");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverShowsMoreThanItsVisiblePart(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            String text = anyText(random);
            SHOWN.forEach((id, most) -> {
                String masked = masker(id).mask(text);
                assertThat(ofTheInput(id, masked)).as("%s shows %s", id, masked).isLessThanOrEqualTo(most);
                assertThat(masked)
                        .as("%s never falls through", id)
                        .satisfiesAnyOf(
                                shown -> assertThat(shown).isEmpty(),
                                shown -> assertThat(shown).contains("*"));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void localPartOfAnAddressKeepsOneLetterAtMost(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            String masked = masker("email").mask(anyText(random) + "@" + anyText(random));
            String shown = masked.replace("*", "").replaceFirst("@.*$", "");
            assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, person_name",
        "PHONE, phone",
        "IDCARD, cn_id",
        "BANKCARD, bank_card",
        "EMAIL, email",
        "ADDRESS, address_cn",
        "BIRTH, birth_date",
        "PLATE, plate_cn",
        "PASSPORT, passport",
        "HEALTH, free_text",
        "WECHAT, free_text"
    })
    void categoryChoosesTheMask(DataCategory category, String mask) {
        assertThat(Maskers.builtIn().of(category).id()).isEqualTo(new MaskId(mask));
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, phone, true",
        "PHONE, free_text, true",
        "PHONE, secret, true",
        "EMAIL, email_strict, true",
        "IDCARD, cn_id_3_4, false",
        "HEALTH, person_name, false",
        "PHONE, 'generic(3,4)', false"
    })
    void onlyMasksThatShowNoMoreAreStricter(DataCategory category, String mask, boolean stricter) {
        assertThat(Maskers.builtIn().stricter(Optional.of(category), new MaskId(mask)))
                .isEqualTo(stricter);
    }

    @Test
    void unknownMasksAreNotFound() {
        assertThat(Maskers.builtIn().find(new MaskId("none"))).isEmpty();
        assertThat(Maskers.builtIn().find(new MaskId("generic(1)"))).isEmpty();
        assertThat(Maskers.builtIn().ofText().mask("任何文字")).isEqualTo(Masker.TOKEN);
    }

    private static Masker masker(String id) {
        return Maskers.builtIn().find(new MaskId(id)).orElseThrow();
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(9); length >= 0; length--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /** A phone's country or area code and its punctuation are told, only the subscriber's digits count. */
    private static long ofTheInput(String id, String masked) {
        String counted = id.equals("phone") ? masked.replaceFirst("^(\\+\\d{1,3} )?(0\\d{2,3}-)?", "") : masked;
        return counted.codePoints()
                .filter(c -> c != '*' && c != '-' && c != ' ')
                .count();
    }
}
