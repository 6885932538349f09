package io.jianmi.core.privacy.identifier;

import java.util.regex.Pattern;

/** Any phone number, brought to E.164 where that can be known; mainland numbers need no country code. */
public final class PhoneNumber {

    private static final Pattern EXTENSION = Pattern.compile("(?i)ext|[x转#,;]");
    private static final Pattern EXTENSION_GROUP =
            Pattern.compile("^(0[0-9]{2,3}[-\\u2010-\\u2015\\u2212][0-9]{7,8})[-\\u2010-\\u2015\\u2212][0-9]+$");
    private static final Pattern LANDLINE = Pattern.compile("0(10|2[0-9]|[3-9][0-9]{2})[0-9]{7,8}");

    private PhoneNumber() {}

    /** Digits, with {@code +} when a country code was given; the extension is dropped. Other text stays as it is. */
    public static String digits(String text) {
        if (TypedText.digits(text)) {
            return international(text); // as nearly every stored number is
        }
        String typed = TypedText.withoutWhiteSpace(TypedText.compatible(TypedText.clean(text)));
        String number = EXTENSION.split(typed, 2)[0];
        return international(TypedText.code(EXTENSION_GROUP.matcher(number).replaceFirst("$1")));
    }

    /** The form to compare and to index: E.164 for mainland and international numbers, else the bare code. */
    public static String normalized(String text) {
        String number = digits(text);
        if (Mobile.national(number)) {
            return Mobile.COUNTRY + number;
        }
        if (LANDLINE.matcher(number).matches()) {
            return Mobile.COUNTRY + number.substring(1);
        }
        return number;
    }

    /** {@code 00} and a bare {@code 86} before a mobile number mean {@code +}. */
    static String international(String code) {
        if (code.startsWith("00")) {
            return "+" + code.substring(2);
        }
        if (code.startsWith("86") && Mobile.national(code.substring(2))) {
            return "+" + code;
        }
        return code;
    }
}
