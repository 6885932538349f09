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

    /** Fails closed: a cap that cannot say no applies. */
    default boolean appliesOrFails(String field, Sensitivity level) {
        try {
            return applies(field, level);
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** Key of the cap on what rests on a consent that was taken back. */
    String CONSENT = "consent";

    /** Key of the cap on whoever's data is kept and protected and nothing else. */
    String RESTRICTION = "restriction";

    /** Takes away the whole record. */
    static Cap restriction() {
        return RestrictionCap.INSTANCE;
    }

    /** Whether nothing of the record is left, not even that there is one. */
    default boolean takesAll() {
        return false;
    }

    /** Whether an unexpired reveal opens what it withholds. */
    default boolean liftable() {
        return true;
    }

    /** Whether values that rest on a consent may not be revealed for this purpose, as the person does not agree to it any more. */
    default boolean refuses(String purpose) {
        return false;
    }

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
