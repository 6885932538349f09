package io.jianmi.core.privacy.purpose;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import java.util.List;

/**
 * One purpose.
 *
 * @param key stable; definitions name it
 * @param title a string, or an object of one per language
 */
public record Purpose(String key, JsonNode title) {

    /** What a new tenant starts with. */
    static final List<Purpose> DEFAULTS = List.of(
            of("sales", "销售", "Sales"),
            of("service", "客户服务", "Customer service"),
            of("contract", "签订与履行合同", "Concluding and performing a contract"),
            of("marketing", "营销推广", "Marketing"));

    private static Purpose of(String key, String chinese, String english) {
        return new Purpose(key, Json.NODES.objectNode().put("zh-CN", chinese).put("en", english));
    }
}
