package io.jianmi.form.field;

/** The value is the id of somebody or something of the tenant's organisation. */
public interface OrgValue {

    /** What the id names. */
    enum Unit {
        MEMBER,
        DEPARTMENT
    }

    Unit unit();
}
