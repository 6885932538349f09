package io.jianmi.form.field.builtin;

import io.jianmi.form.field.FieldTypes;
import io.jianmi.form.field.address.AddressType;
import io.jianmi.form.field.bankcard.BankCardType;
import io.jianmi.form.field.cascade.CascadeType;
import io.jianmi.form.field.choice.ChoiceType;
import io.jianmi.form.field.computed.FormulaType;
import io.jianmi.form.field.consent.ConsentType;
import io.jianmi.form.field.date.DateType;
import io.jianmi.form.field.datetime.DateTimeType;
import io.jianmi.form.field.department.DepartmentType;
import io.jianmi.form.field.departments.DepartmentsType;
import io.jianmi.form.field.duration.DurationType;
import io.jianmi.form.field.email.EmailType;
import io.jianmi.form.field.file.FileType;
import io.jianmi.form.field.geo.GeoType;
import io.jianmi.form.field.idcard.IdCardType;
import io.jianmi.form.field.image.ImageType;
import io.jianmi.form.field.longtext.LongTextType;
import io.jianmi.form.field.lookup.LookUpType;
import io.jianmi.form.field.member.MemberType;
import io.jianmi.form.field.members.MembersType;
import io.jianmi.form.field.money.MoneyType;
import io.jianmi.form.field.multichoice.MultiChoiceType;
import io.jianmi.form.field.number.NumberType;
import io.jianmi.form.field.percent.PercentType;
import io.jianmi.form.field.phone.PhoneType;
import io.jianmi.form.field.plate.PlateType;
import io.jianmi.form.field.rating.RatingType;
import io.jianmi.form.field.region.RegionType;
import io.jianmi.form.field.relation.RelationType;
import io.jianmi.form.field.relations.RelationsType;
import io.jianmi.form.field.richtext.RichTextType;
import io.jianmi.form.field.rollup.RollUpType;
import io.jianmi.form.field.serial.SerialType;
import io.jianmi.form.field.signature.SignatureType;
import io.jianmi.form.field.subform.SubformType;
import io.jianmi.form.field.tags.TagsType;
import io.jianmi.form.field.text.TextType;
import io.jianmi.form.field.time.TimeType;
import io.jianmi.form.field.toggle.SwitchType;
import io.jianmi.form.field.url.UrlType;
import io.jianmi.form.field.uscc.UsccType;
import java.time.InstantSource;
import java.util.List;

/** Every field type that this server knows, in palette order. A new type is its package and one line here. */
public final class BuiltinFieldTypes {

    private BuiltinFieldTypes() {}

    /** @param clock tells a day of birth from a day to come */
    public static FieldTypes create(InstantSource clock) {
        return new FieldTypes(List.of(
                new TextType(),
                new LongTextType(),
                new RichTextType(),
                new UrlType(),
                new TagsType(),
                new NumberType(),
                new MoneyType(),
                new PercentType(),
                new RatingType(),
                new DateType(),
                new DateTimeType(),
                new TimeType(),
                new DurationType(),
                new SwitchType(),
                new ChoiceType(),
                new MultiChoiceType(),
                new CascadeType(),
                new RegionType(),
                new PhoneType(),
                new EmailType(),
                new IdCardType(clock),
                new BankCardType(),
                new PlateType(),
                new UsccType(),
                new AddressType(),
                new GeoType(),
                new MemberType(),
                new MembersType(),
                new DepartmentType(),
                new DepartmentsType(),
                new RelationType(),
                new RelationsType(),
                new LookUpType(),
                new RollUpType(),
                new SubformType(),
                new FileType(),
                new ImageType(),
                new SignatureType(),
                new ConsentType(),
                new SerialType(),
                new FormulaType(List.of(
                        new NumberType(),
                        new MoneyType(),
                        new PercentType(),
                        new TextType(),
                        new DateType(),
                        new DateTimeType(),
                        new TimeType(),
                        new DurationType(),
                        new SwitchType()))));
    }
}
