package io.jianmi.core.identity.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * With what somebody signed in, as far as he needs it to know it again: families, no versions.
 *
 * @param browser name of the browser's family, empty when unknown
 * @param system name of the operating system's family, empty when unknown
 */
record Device(String browser, String system) {

    /** Marks in the header {@code User-Agent}; the first one counts, since browsers also name those that they descend from. */
    private static final Map<String, String> BROWSERS = ordered(
            "MicroMessenger", "WeChat",
            "DingTalk", "DingTalk",
            "Lark", "Lark",
            "Edg", "Edge",
            "OPR/", "Opera",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "OpenHarmony", "HarmonyOS",
            "HarmonyOS", "HarmonyOS",
            "Windows", "Windows",
            "Android", "Android",
            "iPhone", "iOS",
            "iPad", "iPadOS",
            "Mac OS X", "macOS",
            "Linux", "Linux");

    /** Of the header as a browser sent it. */
    static Device of(@Nullable String userAgent) {
        String sent = userAgent == null ? "" : userAgent;
        return new Device(first(BROWSERS, sent), first(SYSTEMS, sent));
    }

    private static String first(Map<String, String> marks, String sent) {
        return marks.entrySet().stream()
                .filter(mark -> sent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            marks.put(pairs[i], pairs[i + 1]);
        }
        return marks;
    }
}
