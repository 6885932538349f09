package io.jianmi.core.audit;

/** Leaves a check with the sentence that names what is wrong. */
final class Unsound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    Unsound(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
