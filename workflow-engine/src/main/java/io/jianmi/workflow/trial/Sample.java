package io.jianmi.workflow.trial;

import io.jianmi.form.record.AutomationRecords.Given;
import java.util.Map;

/** The record with which a workflow is tried out. Immutable. */
interface Sample {

    /** As expressions see it. */
    Map<String, Object> values();

    /** With values that a step sets. */
    Sample with(Map<String, Given> set);
}
