package io.jianmi.core.privacy.masking;

/** Hides everything, emptiness too. */
record SecretMask(MaskId id) implements Masker {

    @Override
    public String mask(String text) {
        return TOKEN;
    }
}
