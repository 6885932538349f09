package io.jianmi.core.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MailTextTest {

    private static final String LINK = "https://jianmi.example.com/t/demo/tasks/1";

    @Test
    void aMailNamesTheKindTheFormAndTheWay() {
        MailText text = MailText.of("zh-CN", "submission-ended", Optional.of("rejected"), Optional.empty(), "请假", LINK);

        assertThat(text.subject()).isEqualTo("简密：您的提交被拒绝（请假）");
        assertThat(text.body()).contains("您的提交被拒绝。", "表单：请假", "查看：" + LINK);
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void everyKindHasItsWordsInBothLanguages(NotificationKind kind) {
        for (String language : new String[] {"zh-CN", "en"}) {
            assertThat(subject(language, kind.key()))
                    .as(language)
                    .isNotEqualTo(subject(language, "kind that nobody knows"))
                    .doesNotContain("{", "}");
        }
    }

    @Test
    void aLineBreakInATitleMakesNoHeader() {
        MailText text = MailText.of("en", "mentioned", Optional.empty(), Optional.of("Look\r\nBcc: x"), "A\nB", LINK);

        assertThat(text.subject()).isEqualTo("Jianmi: Look Bcc: x (A B)");
    }

    private static String subject(String language, String kind) {
        return MailText.of(language, kind, Optional.empty(), Optional.empty(), "F", LINK)
                .subject();
    }
}
