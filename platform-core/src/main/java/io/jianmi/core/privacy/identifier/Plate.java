package io.jianmi.core.privacy.identifier;

import java.util.regex.Pattern;

/**
 * Number plate of a mainland vehicle (practical subset of GA 36). Checks in order: LENGTH, REGION, CHARSET. Five
 * characters after the office hold at most two letters; six are a new-energy plate. Neither has I or O.
 */
public final class Plate {

    private static final String PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
    private static final Pattern OFFICE_AND_SERIAL = Pattern.compile("[A-HJ-NP-Z]("
            + "(?!(?:[0-9]*[A-Z]){3})[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领使]"
            + "|[A-HJK][A-HJ-NP-Z0-9][0-9]{4}"
            + "|[0-9]{5}[A-HJK])");

    private Plate() {}

    public static Verdict check(String text) {
        String code = TypedText.code(text);
        int length = code.codePointCount(0, code.length());
        if (length != 7 && length != 8) {
            return Verdict.refused(Reason.LENGTH);
        }
        if (PROVINCES.indexOf(code.codePointAt(0)) < 0) {
            return Verdict.refused(Reason.REGION);
        }
        return OFFICE_AND_SERIAL.matcher(code.substring(1)).matches()
                ? Verdict.valid(code)
                : Verdict.refused(Reason.CHARSET);
    }
}
