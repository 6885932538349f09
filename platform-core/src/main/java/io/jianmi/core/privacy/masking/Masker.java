package io.jianmi.core.privacy.masking;

/**
 * Shows the harmless part of a text. Never throws and never returns an unparsed text as it is; absent values stay
 * absent and do not come here.
 */
public interface Masker {

    /** What is shown in place of a text that may not be shown in part; its length says nothing. */
    String TOKEN = "******";

    MaskId id();

    /** The shown part; empty for an empty text, except for secrets. */
    String mask(String text);
}
