package io.jianmi.core.crypto;

import io.jianmi.core.privacy.sensitivity.Sensitivity;

/** Class of keys; each class of a person has its own data key under its own tenant key. */
public enum KeyClass {
    S2,
    S3,
    S4;

    /** The class that protects values of an encrypted level; public and internal values have none. */
    public static KeyClass of(Sensitivity level) {
        return switch (level) {
            case PERSONAL -> S2;
            case SENSITIVE -> S3;
            case SECRET -> S4;
            case PUBLIC, INTERNAL -> throw new IllegalArgumentException("not an encrypted level: " + level);
        };
    }
}
