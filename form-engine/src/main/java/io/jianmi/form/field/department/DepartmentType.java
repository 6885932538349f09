package io.jianmi.form.field.department;

import io.jianmi.form.field.Operator;
import io.jianmi.form.field.OrgReference;

/** One department. */
public final class DepartmentType extends OrgReference {

    public DepartmentType() {
        super("department", Unit.DEPARTMENT, Operator.MY_DEPARTMENTS, Operator.BELOW);
    }
}
