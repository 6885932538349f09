package io.jianmi.core.identity.keycloak;

import java.util.regex.Pattern;

/** A person's name in the order of its script: 沈山 family first without a space, Sam Shen given first. */
final class PersonName {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    private PersonName() {}

    static String of(String given, String family, String otherwise) {
        if (HAN.matcher(family + given).matches()) {
            return family + given;
        }
        String name = (given + " " + family).strip();
        return name.isEmpty() ? otherwise : name;
    }
}
