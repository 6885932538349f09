package io.jianmi.workflow.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.notification.Announcement;
import io.jianmi.core.notification.NotificationKind;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.assignee.AssigneeRule;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.compile.Formula;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.node.AutomationStep;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TellingTest {

    private static final LocalText TITLE = new LocalText(Map.of("zh-CN", "订单", "en", "Order"));
    private static final Instance INSTANCE = new Instance(
            UUID.randomUUID(), new WorkflowRef("crm", "order", 1), "order", UUID.randomUUID(), new MemberId("sam"));

    @Test
    void fixedWordsAreSaidUnderTheTitleInEachLanguage() {
        Announcement news = fixed(TITLE, new LocalText(Map.of("zh-CN", "已开票", "en", "Billed", "de", "Berechnet")));

        assertThat(news.kind()).isEqualTo(NotificationKind.WORKFLOW_TOLD);
        assertThat(news.text()).isEqualTo(Map.of("zh-CN", "订单：已开票", "en", "Order: Billed", "de", "订单: Berechnet"));
        assertThat(news.reads()).isEmpty();
        assertThat(fixed(LocalText.NONE, LocalText.of(TextNode.valueOf("Ready")))
                        .text())
                .isEqualTo(Map.of("zh-CN", "Ready", "en", "Ready"));
    }

    @Test
    void theInitiatorIsToldOfHisOwnOrderToo() {
        assertThat(fixed(TITLE, TITLE).to(INSTANCE.initiator()).to()).hasSize(1);
    }

    @Test
    void aComputedTextNamesTheFieldsItIsOf() {
        Announcement news = computed("T1 is billed ");

        assertThat(news.text()).isEqualTo(Map.of("zh-CN", "订单：T1 is billed", "en", "Order: T1 is billed"));
        assertThat(news.reads()).containsExactlyInAnyOrder("title", "lines.price");
    }

    @Test
    void whatIsNoTextSaysNoMoreThanTheTitle() {
        for (Object value : new Object[] {"  ", new BigDecimal(5), Map.of("a", "b")}) {
            assertThat(computed(value).text()).isEqualTo(TITLE.texts());
        }
        assertThat(computed(null).text()).isEqualTo(TITLE.texts());
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        String text = computed("😀".repeat(Telling.LONGEST + 1)).text().getOrDefault("en", "");

        assertThat(text).startsWith("Order: 😀").endsWith("😀…");
        assertThat(text.codePointCount(0, text.length())).isEqualTo("Order: ".length() + Telling.LONGEST);
        assertThat(computed("x".repeat(Telling.LONGEST)).text().get("en")).endsWith("xx");
    }

    private static Announcement fixed(LocalText title, LocalText text) {
        AutomationStep.Notify step =
                new AutomationStep.Notify(Assignment.of(new AssigneeRule.Initiator()), text, Optional.empty());
        return Telling.of(INSTANCE, UUID.randomUUID(), title, step, Optional.empty(), null);
    }

    private static Announcement computed(@Nullable Object value) {
        AutomationStep.Notify step = new AutomationStep.Notify(
                Assignment.of(new AssigneeRule.Initiator()), LocalText.NONE, Optional.of("f"));
        return Telling.of(INSTANCE, UUID.randomUUID(), TITLE, step, Optional.of(new Of()), value);
    }

    private record Of() implements Formula {
        @Override
        public Set<String> inputs() {
            return Set.of("title", "lines.price", "user", "user.name");
        }

        @Override
        public Sensitivity taint() {
            return Sensitivity.INTERNAL;
        }

        @Override
        public @Nullable Object evaluate(Map<String, Object> values) {
            return null;
        }
    }
}
