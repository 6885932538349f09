package io.jianmi.template.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.time.LocalDate;
import java.util.List;

/**
 * Customers who do not exist. The same index always gives the same person. Identity numbers carry a province-level area
 * code and the sequence 000, which is issued to nobody (GB 11643-1999); mail addresses are in a reserved domain.
 */
public final class SyntheticCustomers {

    private static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文辉";
    private static final List<String> CITIES = List.of(
            "北京市海淀区",
            "上海市浦东新区",
            "广东省广州市天河区",
            "广东省深圳市南山区",
            "浙江省杭州市西湖区",
            "四川省成都市武侯区",
            "湖北省武汉市江汉区",
            "江苏省南京市江宁区",
            "陕西省西安市雁塔区",
            "江苏省苏州市姑苏区");
    private static final List<String> ROADS = List.of("人民路", "中山路", "解放路", "建设路", "和平路", "长江路", "科技路");
    private static final List<String> PREFIXES = List.of("138", "139", "150", "151", "186", "187", "188", "189");
    private static final List<String> LEVELS = List.of("C", "C", "B", "B", "C");
    private static final List<String> SOURCES = List.of("web", "referral", "exhibition", "ad");
    private static final List<String> PRODUCTS = List.of("标准版授权", "企业版授权", "实施服务", "年度维护", "培训");
    private static final List<String> NOTES =
            List.of("偏好下午联系，关注交付周期。", "由老客户介绍，预算已确认。", "展会上索取了报价，需要跟进。", "希望先试用一个月再决定。", "对数据安全要求较高。");
    private static final List<String> AREAS =
            List.of("110000", "310000", "440000", "330000", "510000", "420000", "320000", "610000");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private SyntheticCustomers() {}

    /** Data of customer {@code i}, as a client would send it; without credit limit, so that no approval starts. */
    public static ObjectNode customer(int i) {
        LocalDate birthday = LocalDate.of(1960, 1, 1).plusDays(37L * 53 * i % 16_000);
        ObjectNode data = Json.NODES.objectNode();
        data.put("name", name(i));
        data.put("mobile", PREFIXES.get(i % PREFIXES.size()) + "%08d".formatted(7_919L * (i + 1) % 100_000_000L));
        data.put("idNumber", identityNumber(AREAS.get(i % AREAS.size()), birthday));
        data.put("email", "u%d@example.cn".formatted(i));
        data.put("address", CITIES.get(i % CITIES.size()) + ROADS.get(i % ROADS.size()) + (i * 7 % 300 + 1) + "号");
        data.put("level", LEVELS.get(i % LEVELS.size()));
        data.put("source", SOURCES.get(i * 3 % SOURCES.size()));
        data.put("birthday", birthday.toString());
        data.put("notes", NOTES.get(i % NOTES.size()));
        data.set("deals", deals(i));
        return data;
    }

    private static String name(int i) {
        String name = at(SURNAMES, i) + at(GIVEN, 7 * i + 3);
        return i % 3 == 0 ? name : name + at(GIVEN, 13 * i + 5);
    }

    private static String at(String letters, int i) {
        return String.valueOf(letters.charAt(i % letters.length()));
    }

    private static ArrayNode deals(int i) {
        ArrayNode deals = Json.NODES.arrayNode();
        for (int d = 0; d < i % 4; d++) {
            deals.addObject()
                    .put("product", PRODUCTS.get((i + d) % PRODUCTS.size()))
                    .put("quantity", String.valueOf((i + d) % 5 + 1))
                    .put("price", "%d.%02d".formatted(1_000 + 379 * (i + d) % 9_000, i * 10 % 100));
        }
        return deals;
    }

    /** An 18-digit number with a correct check character (GB 11643-1999) and the unissued sequence 000. */
    static String identityNumber(String area, LocalDate birthday) {
        String body = area + birthday.toString().replace("-", "") + "000";
        int sum = 0;
        for (int k = 0; k < WEIGHTS.length; k++) {
            sum += (body.charAt(k) - '0') * WEIGHTS[k];
        }
        return body + CHECKS.charAt(sum % 11);
    }
}
