package io.jianmi.core.privacy.masking;

/** Stable name of a mask as it stands in definitions, such as {@code person_name} or {@code generic(0,4)}. */
public record MaskId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
