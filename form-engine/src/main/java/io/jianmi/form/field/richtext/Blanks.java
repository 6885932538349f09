package io.jianmi.form.field.richtext;

import io.jianmi.core.privacy.identifier.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The runs of a paragraph in their normal form: in the characters that texts are kept in everywhere (NFKC, nothing invisible), equal
 * neighbours joined, none empty. Line feeds and tabs between the words of HTML mean one blank, and at an edge none; blanks that somebody
 * typed stay, since the editor shows them, but for those at the end, which nobody sees.
 */
final class Blanks {

    /** Stands for a line break; no text holds it. */
    private static final char BREAK = 0;

    /** Each run is looked at once: a pattern that wants a line feed somewhere in it would take the square of its length. */
    private static final Pattern BLANK = Pattern.compile("[ \t\n]++");

    private Blanks() {}

    static List<Run> tidied(List<Run> runs) {
        List<Run> legible = legible(runs);
        boolean[] gone = gone(legible);
        List<Run> tidied = new ArrayList<>();
        int at = 0;
        for (Run run : legible) {
            if (run.lineBreak()) {
                tidied.add(run);
                at++;
                continue;
            }
            StringBuilder kept = new StringBuilder(run.text().length());
            for (int i = 0; i < run.text().length(); i++) {
                if (!gone[at++]) {
                    char c = run.text().charAt(i);
                    kept.append(c == '\n' || c == '\t' ? ' ' : c);
                }
            }
            add(tidied, Run.of(kept.toString(), run.marks()));
        }
        return tidied;
    }

    /** The text of {@code pre}: every blank stays, but for empty lines around it. */
    static String lines(String text) {
        String lines = legible(text);
        int start = 0;
        int end = lines.length();
        while (start < end && lines.charAt(start) == '\n') {
            start++;
        }
        while (end > start && " \t\n".indexOf(lines.charAt(end - 1)) >= 0) {
            end--;
        }
        return lines.substring(start, end);
    }

    private static List<Run> legible(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        runs.forEach(run -> add(joined, run));
        List<Run> legible = new ArrayList<>();
        joined.forEach(run -> add(legible, run.lineBreak() ? run : Run.of(legible(run.text()), run.marks())));
        return legible;
    }

    private static String legible(String text) {
        return TypedText.compatible(TypedText.visible(text));
    }

    /** Which characters of the whole paragraph go; the first of a folded blank stays for all of it. */
    private static boolean[] gone(List<Run> runs) {
        StringBuilder all = new StringBuilder();
        runs.forEach(run -> all.append(run.lineBreak() ? String.valueOf(BREAK) : run.text()));
        boolean[] gone = new boolean[all.length()];
        Matcher folded = BLANK.matcher(all);
        while (folded.find()) {
            if (folded.group().chars().allMatch(c -> c == ' ')) {
                continue;
            }
            boolean within = folded.start() > 0
                    && folded.end() < all.length()
                    && all.charAt(folded.start() - 1) != BREAK
                    && all.charAt(folded.end()) != BREAK;
            for (int i = within ? folded.start() + 1 : folded.start(); i < folded.end(); i++) {
                gone[i] = true;
            }
        }
        for (int i = all.length() - 1; i >= 0 && (all.charAt(i) == ' ' || gone[i]); i--) {
            gone[i] = true;
        }
        return gone;
    }

    private static void add(List<Run> runs, Run run) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).joins(run)) {
            runs.set(last, Run.of(runs.get(last).text() + run.text(), run.marks()));
        } else if (!run.text().isEmpty()) {
            runs.add(run);
        }
    }
}
