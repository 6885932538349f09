package io.jianmi.form.design;

import java.util.List;

/**
 * People who come to see more or less of a field.
 *
 * @param effect {@code gains} or {@code loses}
 * @param from what they saw at most: {@code hidden}, {@code masked}, {@code reveal} or {@code read}
 * @param to what they see at most
 * @param people how many they are
 * @param members the first of them, by id and name
 */
public record SightChange(String field, String effect, String from, String to, int people, List<Seer> members) {

    /** One of them. */
    public record Seer(String id, String name) {}
}
