package io.jianmi.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The app that every embedded installation begins with. */
final class DemoCrm {

    static final String TENANT = "/api/v1/tenants/demo";
    static final String APP = TENANT + "/apps/crm";
    static final String CUSTOMER_FORM = APP + "/forms/customer";
    static final String CUSTOMERS = CUSTOMER_FORM + "/records";
    static final String TASKS = TENANT + "/tasks";

    private DemoCrm() {}

    static String customer(String id) {
        return CUSTOMERS + "/" + id;
    }

    static String workflow(String id) {
        return customer(id) + "/workflow";
    }

    /** The form as the template brings it. */
    static String customerDefinition() {
        try (InputStream in =
                Objects.requireNonNull(DemoCrm.class.getResourceAsStream("/templates/crm/forms/customer.form.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value in every field that takes one but the credit limit; mobile and identity number are this number's own. */
    static Map<String, Object> data(int number) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", "王小明" + number);
        data.put("mobile", CanaryForm.mobile(number));
        data.put("idNumber", CanaryForm.idNumber(number));
        data.put("email", "wang" + number + "@example.cn");
        data.put("address", "北京市海淀区中关村大街" + number + "号");
        data.put("level", "B");
        data.put("source", "web");
        data.put("birthday", "1949-12-31");
        data.put("deals", List.of(Map.of("product", "企业版" + number, "quantity", 2, "price", "79.95")));
        data.put("notes", "重要客户" + number);
        return data;
    }
}
