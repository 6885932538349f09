package io.jianmi.form.field.departments;

import io.jianmi.form.field.Operator;
import io.jianmi.form.field.OrgReferences;

/** Several departments. */
public final class DepartmentsType extends OrgReferences {

    public DepartmentsType() {
        super("departments", Unit.DEPARTMENT, Operator.MY_DEPARTMENTS, Operator.BELOW);
    }
}
