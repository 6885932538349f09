package io.jianmi.form.field.member;

import io.jianmi.form.field.Operator;
import io.jianmi.form.field.OrgReference;

/** One member. */
public final class MemberType extends OrgReference {

    public MemberType() {
        super("member", Unit.MEMBER, Operator.ME);
    }
}
