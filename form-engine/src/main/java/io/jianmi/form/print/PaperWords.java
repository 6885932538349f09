package io.jianmi.form.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.MemberId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of the paper itself, in the languages of the product. */
enum PaperWords {
    CHINESE(
            "zh-CN",
            Locale.SIMPLIFIED_CHINESE,
            "y年M月d日",
            " HH:mm:ss",
            "是",
            "否",
            "未命名的记录",
            "无权打印",
            "没有同意任何用途",
            "手写签名",
            "系统",
            "、",
            "记录编号",
            "状态",
            "创建",
            "最后修改",
            "打印人",
            "打印时间",
            "标有 ****** 或带 * 的内容按权限脱敏。",
            "第 %d 行") {
        @Override
        String status(String key) {
            return switch (key) {
                case "draft" -> "草稿";
                case "submitted" -> "已提交";
                case "trashed" -> "已在回收站";
                case "running" -> "审批中";
                case "completed" -> "审批通过";
                case "rejected" -> "审批未通过";
                case "withdrawn" -> "已撤回";
                case "terminated" -> "已终止";
                default -> "";
            };
        }

        @Override
        String unit(Length length, long count) {
            return count
                    + switch (length) {
                        case DAY -> " 天";
                        case HOUR -> " 小时";
                        case MINUTE -> " 分钟";
                        case SECOND -> " 秒";
                    };
        }
    },
    ENGLISH(
            "en",
            Locale.ENGLISH,
            "MMM d, y",
            ", h:mm:ss a",
            "Yes",
            "No",
            "Untitled record",
            "not yours to print",
            "Agreed to nothing",
            "Signed by hand",
            "the system",
            ", ",
            "Record",
            "Status",
            "Created",
            "Last changed",
            "Printed by",
            "at",
            "What is written with * is masked by access rights.",
            "Row %d") {
        @Override
        String status(String key) {
            return switch (key) {
                case "draft" -> "Draft";
                case "submitted" -> "Submitted";
                case "trashed" -> "In the recycle bin";
                case "running" -> "In approval";
                case "completed" -> "Approved";
                case "rejected" -> "Rejected";
                case "withdrawn" -> "Withdrawn";
                case "terminated" -> "Terminated";
                default -> "";
            };
        }

        @Override
        String unit(Length length, long count) {
            String word = switch (length) {
                case DAY -> "day";
                case HOUR -> "hour";
                case MINUTE -> "minute";
                case SECOND -> "second";
            };
            return count + " " + word + (Math.abs(count) == 1 ? "" : "s");
        }
    };

    /** Parts of a length of time. */
    enum Length {
        DAY,
        HOUR,
        MINUTE,
        SECOND
    }

    final String tag;
    final Locale locale;
    /** Written out rather than asked of Java, whose versions write Chinese hours in different ways; as the pages have them. */
    final DateTimeFormatter day;

    final DateTimeFormatter point;
    final String yes;
    final String no;
    final String untitled;
    final String unnamed;
    final String nothingGiven;
    final String drawn;
    private final String system;
    final String and;
    final String record;
    final String status;
    final String created;
    final String changed;
    final String printedBy;
    final String printedAt;
    final String masking;
    final String row;

    PaperWords(
            String tag,
            Locale locale,
            String day,
            String hour,
            String yes,
            String no,
            String untitled,
            String unnamed,
            String nothingGiven,
            String drawn,
            String system,
            String and,
            String record,
            String status,
            String created,
            String changed,
            String printedBy,
            String printedAt,
            String masking,
            String row) {
        this.tag = tag;
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.point = DateTimeFormatter.ofPattern(day + hour, locale);
        this.yes = yes;
        this.no = no;
        this.untitled = untitled;
        this.unnamed = unnamed;
        this.nothingGiven = nothingGiven;
        this.drawn = drawn;
        this.system = system;
        this.and = and;
        this.record = record;
        this.status = status;
        this.created = created;
        this.changed = changed;
        this.printedBy = printedBy;
        this.printedAt = printedAt;
        this.masking = masking;
        this.row = row;
    }

    /** The name of a member as answers have him; what no person did was done by the system. */
    String member(JsonNode member, String unnamed) {
        return MemberId.SYSTEM.value().equals(member.path("id").asText())
                ? system
                : member.path("name").asText(unnamed);
    }

    /** Of a record or of its workflow; "" for one that has no word. */
    abstract String status(String key);

    abstract String unit(Length length, long count);

    /** The first of these languages that there are words in, else Chinese. */
    static PaperWords of(Iterable<Locale> wanted) {
        for (Locale one : wanted) {
            if (one.getLanguage().equals("en")) {
                return ENGLISH;
            }
            if (one.getLanguage().equals("zh")) {
                return CHINESE;
            }
        }
        return CHINESE;
    }
}
