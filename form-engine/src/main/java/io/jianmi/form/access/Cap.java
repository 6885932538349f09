package io.jianmi.form.access;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.List;

/** Cuts reading down, whatever groups and tasks give. */
public interface Cap {

    /** Stable word for the reason, such as {@code tag} or {@code consent}. */
    String key();

    /** The most that remains when the cap applies. */
    FieldAccess ceiling();

    /** Whether it applies to a field of this record. One that throws is taken to apply. */
    boolean applies(String field, Sensitivity level);

    /** Sensitive values open only through a reveal. */
    Cap SENSITIVE = tag(Sensitivity.SENSITIVE, FieldAccess.REVEAL);

    /** Secrets open never. */
    Cap SECRET = tag(Sensitivity.SECRET, FieldAccess.MASKED);

    /** The caps of the tag, which always stand. */
    List<Cap> TAG = List.of(SENSITIVE, SECRET);

    private static Cap tag(Sensitivity capped, FieldAccess ceiling) {
        return new Cap() {
            @Override
            public String key() {
                return "tag";
            }

            @Override
            public FieldAccess ceiling() {
                return ceiling;
            }

            @Override
            public boolean applies(String field, Sensitivity level) {
                return level == capped;
            }
        };
    }
}
