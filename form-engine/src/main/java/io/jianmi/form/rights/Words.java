package io.jianmi.form.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Constants as clients and rows name them: {@code in-progress}. Pure. */
final class Words {

    private Words() {}

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> of(E[] constants, String key) {
        return Arrays.stream(constants)
                .filter(constant -> key(constant).equals(key))
                .findFirst();
    }
}
