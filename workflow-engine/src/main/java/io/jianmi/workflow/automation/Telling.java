package io.jianmi.workflow.automation;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.notification.Announcement;
import io.jianmi.core.notification.NotificationKind;
import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.compile.Formula;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.node.AutomationStep;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a step tells members. Pure. */
final class Telling {

    /** Characters (code points) of a computed text; the rest is cut. */
    static final int LONGEST = 500;

    private static final String CHINESE = "zh-CN";

    private Telling() {}

    /**
     * To be completed by those it is for.
     *
     * @param title of the workflow
     * @param formula the step's, where its text is computed
     * @param value what it gives
     */
    static Announcement of(
            Instance instance,
            UUID cause,
            LocalText title,
            AutomationStep.Notify step,
            Optional<Formula> formula,
            @Nullable Object value) {
        LocalText text = formula.isEmpty() ? step.text() : computed(value);
        return Announcement.of(
                        NotificationKind.WORKFLOW_TOLD, cause, MemberId.SYSTEM, instance.form(), instance.record())
                .saying(words(title, text), formula.map(Telling::fields).orElse(Set.of()));
    }

    /** What is no text, or an empty one, says nothing: then the workflow's title stands alone. */
    private static LocalText computed(@Nullable Object value) {
        String text = value instanceof String words ? words.strip() : "";
        return text.isEmpty() ? LocalText.NONE : new LocalText(Map.of(LocalText.ANY, cut(text)));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** In every language that either is written in, and in both of the product's. */
    private static Map<String, String> words(LocalText title, LocalText text) {
        Set<String> languages = new TreeSet<>(Set.of(CHINESE, "en"));
        languages.addAll(title.texts().keySet());
        languages.addAll(text.texts().keySet());
        languages.remove(LocalText.ANY);
        Map<String, String> words = new LinkedHashMap<>();
        for (String language : languages) {
            String sentence = sentence(language, title.in(language), text.in(language));
            if (!sentence.isEmpty()) {
                words.put(language, sentence);
            }
        }
        return words;
    }

    private static String sentence(String language, String title, String text) {
        String between = title.isEmpty() || text.isEmpty() ? "" : language.startsWith("zh") ? "：" : ": ";
        return title + between + text;
    }

    /** The initiator is no field; what is said of him is everybody's to know. */
    private static Set<String> fields(Formula formula) {
        Set<String> fields = new HashSet<>(formula.inputs());
        fields.removeIf(input -> input.equals("user") || input.startsWith("user."));
        return fields;
    }
}
