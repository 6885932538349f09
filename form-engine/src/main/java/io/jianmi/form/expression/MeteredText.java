package io.jianmi.form.expression;

/**
 * A text that may be read so many times in all and no more. Regular expressions that backtrack cannot be interrupted, but
 * they read a character for every step they take.
 */
final class MeteredText implements CharSequence {

    private static final int STEPS = 2_000_000;

    /** Ends a search that reads on and on. Expected, so without a stack. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("pattern takes too many steps", null, false, false);
        }
    }

    private final String text;
    private int left = STEPS;

    MeteredText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
