package io.jianmi.core.privacy.sensitivity;

import java.util.Locale;
import java.util.Optional;

/** What kind of personal data a field holds (数据分类): the word {@code kind} of a sensitivity tag. Chooses the mask. */
public enum DataCategory {
    NAME,
    PHONE,
    EMAIL,
    IDCARD,
    BANKCARD,
    ADDRESS,
    GEO,
    BIRTH,
    WECHAT,
    PLATE,
    PASSPORT,
    HEALTH,
    BIOMETRIC,
    MINOR,
    CREDENTIAL,
    FINANCE,
    BEHAVIOUR,
    OPINION,
    EMPLOYEE,
    CONTRACT,
    TRADE;

    /** The word in definitions, such as {@code idcard}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The category of a word in a definition; empty when there is none by that word. */
    public static Optional<DataCategory> parse(String word) {
        for (DataCategory category : values()) {
            if (category.key().equals(word)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
