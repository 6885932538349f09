package io.jianmi.form.access;

import io.jianmi.core.privacy.sensitivity.Sensitivity;

/** Takes away whole records of persons whose data is kept and protected and nothing else, from all but the privacy desk. */
final class RestrictionCap implements Cap {

    static final Cap INSTANCE = new RestrictionCap();

    private RestrictionCap() {}

    @Override
    public String key() {
        return RESTRICTION;
    }

    @Override
    public FieldAccess ceiling() {
        return FieldAccess.HIDDEN;
    }

    @Override
    public boolean applies(String field, Sensitivity level) {
        return true;
    }

    @Override
    public boolean liftable() {
        return false;
    }

    @Override
    public boolean takesAll() {
        return true;
    }
}
