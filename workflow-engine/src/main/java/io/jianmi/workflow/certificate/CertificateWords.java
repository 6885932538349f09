package io.jianmi.workflow.certificate;

import java.util.Locale;
import java.util.Map;

/** The words of a certificate on paper. */
enum CertificateWords {
    CHINESE(Map.ofEntries(
            Map.entry("kind", "审批证明"),
            Map.entry("record", "记录"),
            Map.entry("workflow", "流程"),
            Map.entry("version", "第 %s 版"),
            Map.entry("status", "结果"),
            Map.entry("initiator", "发起人"),
            Map.entry("period", "起止"),
            Map.entry("person", "处理人"),
            Map.entry("time", "时间"),
            Map.entry("to", "对象"),
            Map.entry("recordVersion", "记录版本"),
            Map.entry("for", "代"),
            Map.entry("comment", "意见"),
            Map.entry("files", "附件"),
            Map.entry("file", "%s，%d 字节"),
            Map.entry("clear", "看到明文"),
            Map.entry("masked", "只看到脱敏值"),
            Map.entry("changed", "改动了"),
            Map.entry("leaf", "日志条目"),
            Map.entry("unproven", "日志中没有对应条目，无法证明"),
            Map.entry("proof", "证明"),
            Map.entry("digest", "内容摘要 SHA-256"),
            Map.entry("head", "签名树头"),
            Map.entry("key", "验证密钥"),
            Map.entry("comma", "、"),
            Map.entry("note", "本页供阅读；可离线验证的是同一份证明的 JSON 文件：jianmi audit verify FILE。" + "处理人看到的内容只以承诺值记录，本证明不含任何字段的值。"),
            Map.entry("running", "审批中"),
            Map.entry("completed", "审批通过"),
            Map.entry("rejected", "审批未通过"),
            Map.entry("withdrawn", "已撤回"),
            Map.entry("terminated", "已终止"),
            Map.entry("submit", "提交"),
            Map.entry("approve", "同意"),
            Map.entry("reject", "拒绝"),
            Map.entry("return", "退回"),
            Map.entry("handle", "办理"),
            Map.entry("transfer", "转交"),
            Map.entry("addSigner", "加签"),
            Map.entry("removeSigner", "减签"),
            Map.entry("save", "暂存"),
            Map.entry("takeBack", "取回"),
            Map.entry("reassign", "改派"),
            Map.entry("remind", "催办"),
            Map.entry("withdraw", "撤回"),
            Map.entry("terminate", "终止"),
            Map.entry("edit", "修改"),
            Map.entry("reactivate", "激活"),
            Map.entry("cc", "抄送"),
            Map.entry("skip", "跳过"),
            Map.entry("end", "结束"))),
    ENGLISH(Map.ofEntries(
            Map.entry("kind", "Approval certificate"),
            Map.entry("record", "Record"),
            Map.entry("workflow", "Workflow"),
            Map.entry("version", "version %s"),
            Map.entry("status", "Outcome"),
            Map.entry("initiator", "Initiator"),
            Map.entry("period", "From and to"),
            Map.entry("person", "By"),
            Map.entry("time", "At"),
            Map.entry("to", "To"),
            Map.entry("recordVersion", "Record version"),
            Map.entry("for", "For"),
            Map.entry("comment", "Comment"),
            Map.entry("files", "Files"),
            Map.entry("file", "%s, %d bytes"),
            Map.entry("clear", "Saw in clear"),
            Map.entry("masked", "Saw masked"),
            Map.entry("changed", "Changed"),
            Map.entry("leaf", "Log entry"),
            Map.entry("unproven", "The log has no entry of it: it is not proven"),
            Map.entry("proof", "Proof"),
            Map.entry("digest", "Digest of the content, SHA-256"),
            Map.entry("head", "Signed tree head"),
            Map.entry("key", "Verifier key"),
            Map.entry("comma", ", "),
            Map.entry(
                    "note",
                    "This page is for reading. What can be verified offline is the same certificate as a JSON file:"
                            + " jianmi audit verify FILE. What people saw is kept as commitments; no value of a field stands here."),
            Map.entry("running", "In approval"),
            Map.entry("completed", "Approved"),
            Map.entry("rejected", "Rejected"),
            Map.entry("withdrawn", "Withdrawn"),
            Map.entry("terminated", "Terminated"),
            Map.entry("submit", "Submitted"),
            Map.entry("approve", "Approved"),
            Map.entry("reject", "Rejected"),
            Map.entry("return", "Returned"),
            Map.entry("handle", "Handed in"),
            Map.entry("transfer", "Transferred"),
            Map.entry("addSigner", "Added signers"),
            Map.entry("removeSigner", "Removed signers"),
            Map.entry("save", "Saved"),
            Map.entry("takeBack", "Took back"),
            Map.entry("reassign", "Reassigned"),
            Map.entry("remind", "Reminded"),
            Map.entry("withdraw", "Withdrew"),
            Map.entry("terminate", "Terminated"),
            Map.entry("edit", "Edited"),
            Map.entry("reactivate", "Reactivated"),
            Map.entry("cc", "Copied"),
            Map.entry("skip", "Passed"),
            Map.entry("end", "Ended")));

    private final Map<String, String> words;

    CertificateWords(Map<String, String> words) {
        this.words = words;
    }

    /** The word, or the key where there is none. */
    String of(String key) {
        return words.getOrDefault(key, key);
    }

    /** The first of these languages that there are words in, else Chinese. */
    static CertificateWords in(Iterable<Locale> languages) {
        for (Locale language : languages) {
            if (language.getLanguage().equals("en")) {
                return ENGLISH;
            }
            if (language.getLanguage().equals("zh")) {
                return CHINESE;
            }
        }
        return CHINESE;
    }
}
