package io.jianmi.workflow.engine;

/**
 * Where an instance stands in the engine.
 *
 * @param instance the engine's id of the instance
 * @param position the engine's id of the position in it
 */
public record Token(String instance, String position) {

    private static final String SEPARATOR = "/";

    /** The stored form. */
    public String text() {
        return instance + SEPARATOR + position;
    }

    public static Token parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        return new Token(text.substring(0, separator), text.substring(separator + 1));
    }
}
