package io.jianmi.form.field.members;

import io.jianmi.form.field.Operator;
import io.jianmi.form.field.OrgReferences;

/** Several members. */
public final class MembersType extends OrgReferences {

    public MembersType() {
        super("members", Unit.MEMBER, Operator.ME);
    }
}
