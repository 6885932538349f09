package io.jianmi.core.privacy.masking;

import io.jianmi.core.privacy.identifier.TypedText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps province, city and district of a Chinese address; whatever has none of them is hidden. */
final class AddressRule implements PartialMask.Rule {

    private static final String BODY = "([^省市区县旗盟0-9０-９A-Za-z号栋幢弄室]{1,8}?)";
    private static final String STREETS = "路街道巷村";
    /** 小区, 园区, 校区 and the like are no districts. */
    private static final String NOT_A_DISTRICT = "小社园院校厂景宿路街巷";

    private static final List<Pattern> STAGES = List.of(
            Pattern.compile("\\G" + BODY + "(省|特别行政区|自治区|市)"),
            Pattern.compile("\\G" + BODY + "(自治州|地区|市|盟)"),
            Pattern.compile("\\G" + BODY + "(自治县|自治旗|区|县|旗|市)"));

    @Override
    public Optional<String> shown(String text) {
        String address = TypedText.withoutWhiteSpace(text);
        int end = 0;
        for (int stage = 0; stage < STAGES.size(); stage++) {
            Matcher match = STAGES.get(stage).matcher(address);
            if (match.find(end) && match.start() == end && !refused(stage, match)) {
                end = match.end();
            }
        }
        return end == 0 ? Optional.empty() : Optional.of(address.substring(0, end) + "****");
    }

    private static boolean refused(int stage, Matcher match) {
        String body = match.group(1);
        String suffix = match.group(2);
        int before = body.codePointBefore(body.length());
        if (stage < STAGES.size() - 1 || suffix.equals("市")) {
            return STREETS.indexOf(before) >= 0;
        }
        return suffix.equals("区") && NOT_A_DISTRICT.indexOf(before) >= 0;
    }
}
