package io.jianmi.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The benchmark's customers: record number {@code i} is the same on every machine and in every run. Names, numbers and
 * addresses are made up; the identity numbers end in {@code X} whatever their sum, so none is a person's.
 */
public final class Customers {

    static final String[] LEVELS = {"普通", "银牌", "金牌", "铂金", "钻石"};
    static final String[] SOURCES = {"官网", "展会", "转介绍", "电话", "广告", "门店"};

    private static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文辉";
    private static final String[] PREFIXES = {"138", "139", "150", "151", "186", "187", "188", "189"};
    private static final String[] CITIES = {"北京", "上海", "广州", "深圳", "杭州", "成都", "武汉", "南京", "西安", "苏州"};
    private static final String[] DISTRICTS = {"朝阳", "海淀", "浦东", "天河", "南山", "西湖", "高新", "江宁"};
    private static final String[] ROADS = {"人民", "中山", "解放", "建设", "和平", "长江", "科技"};
    private static final String[] COMPANIES = {"华信", "中科", "东方", "天成", "宏图", "瑞丰", "金桥", "联创", "新源", "恒达", "博雅", "智远"};
    private static final int PROSE_CHARACTERS = 190;
    private static final String PROSE = ("客户来电咨询企业版授权方式与部署要求，已寄送产品手册和报价单，约定下周由技术同事上门演示；"
                    + "对方关注数据加密、脱敏展示、审批留痕以及历史数据迁移的周期，希望先在华东区域试点三个月，再推广到其他分公司。"
                    + "采购负责人表示预算已列入本年度计划，合同条款需法务确认，付款分三期，验收标准另附清单。"
                    + "后续跟进要点：确认对接人、准备测试环境、整理常见问题、安排培训、回访试点反馈并更新商机阶段与预计成交时间。")
            .substring(0, PROSE_CHARACTERS);
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1960, 1, 1);

    private Customers() {}

    /** The twelve fields as they are typed in, in the form's order. */
    public static Map<String, String> fields(long i) {
        LocalDate birthday = FIRST_BIRTHDAY.plusDays(37 * i % 16_000);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", pick(SURNAMES, i) + pick(GIVEN, 7 * i) + pick(GIVEN, 13 * i));
        fields.put("mobile", pick(PREFIXES, i) + digits(7919 * i % 100_000_000, 8));
        fields.put(
                "nationalId", "110101" + birthday.format(DateTimeFormatter.BASIC_ISO_DATE) + digits(i % 1000, 3) + "X");
        fields.put("email", "u" + i + "@example.cn");
        fields.put(
                "address",
                pick(CITIES, i) + "市" + pick(DISTRICTS, i) + "区" + pick(ROADS, i) + "路" + (i % 999 + 1) + "号");
        fields.put("company", pick(CITIES, i) + pick(COMPANIES, 3 * i) + "科技有限公司");
        fields.put("level", pick(LEVELS, i));
        fields.put("source", pick(SOURCES, 11 * i));
        long cents = 104_729 * i % 10_000_000;
        fields.put("amount", cents / 100 + "." + digits(cents % 100, 2));
        fields.put("birthday", birthday.toString());
        fields.put("owner", "u" + digits(i / 7 % 100, 2));
        fields.put("notes", PROSE + digits(i, 10));
        return fields;
    }

    /** {@code {"name":"...",...}}; no value needs escaping. */
    public static String json(long i) {
        StringBuilder json = new StringBuilder(900);
        fields(i)
                .forEach((key, value) -> json.append(json.isEmpty() ? "{\"" : ",\"")
                        .append(key)
                        .append("\":\"")
                        .append(value)
                        .append('"'));
        return json.append('}').toString();
    }

    /** The body of a create: submitted at once. */
    static byte[] create(long i) {
        return ("{\"data\":" + json(i) + ",\"submit\":true}").getBytes(StandardCharsets.UTF_8);
    }

    /** The body of a batch of {@code count} records from number {@code first}. */
    static byte[] batch(long first, int count) {
        StringBuilder json = new StringBuilder(count * 800).append("{\"records\":[");
        for (int k = 0; k < count; k++) {
            json.append(k == 0 ? "" : ",")
                    .append("{\"data\":")
                    .append(json(first + k))
                    .append('}');
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The number of the record whose notes these are. */
    static long numberIn(String notes) {
        return Long.parseLong(notes.substring(notes.length() - 10));
    }

    /** Whether the scope of role {@code sales} shows record {@code i}: one of the first three sources. */
    static boolean inScope(long i) {
        return 11 * i % SOURCES.length < 3;
    }

    private static String pick(String characters, long index) {
        int at = (int) (index % characters.length());
        return characters.substring(at, at + 1);
    }

    private static String pick(String[] words, long index) {
        return words[(int) (index % words.length)];
    }

    private static String digits(long number, int width) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
