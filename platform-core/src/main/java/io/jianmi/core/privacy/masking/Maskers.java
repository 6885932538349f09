package io.jianmi.core.privacy.masking;

import io.jianmi.core.privacy.sensitivity.DataCategory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The built-in masks and which one a category of data gets. An immutable value. */
public final class Maskers {

    private static final Maskers BUILT_IN = new Maskers(List.of(
            new PartialMask(new MaskId("person_name"), new PersonNameRule()),
            new PartialMask(new MaskId("phone"), new PhoneRule()),
            new PartialMask(new MaskId("cn_id"), new CodeRule(CodeRule.IDENTITY_NUMBER, 1, 1)),
            new PartialMask(new MaskId("cn_id_3_4"), new CodeRule(CodeRule.IDENTITY_NUMBER, 3, 4)),
            new PartialMask(new MaskId("bank_card"), CodeRule::bankCard),
            new PartialMask(new MaskId("email"), new EmailRule(false)),
            new PartialMask(new MaskId("email_strict"), new EmailRule(true)),
            new PartialMask(new MaskId("address_cn"), new AddressRule()),
            new PartialMask(new MaskId("plate_cn"), new CodeRule(CodeRule.PLATE, 2, 2)),
            new PartialMask(new MaskId("passport"), new CodeRule(CodeRule.PASSPORT, 1, 2)),
            new PartialMask(new MaskId("uscc"), new CodeRule(CodeRule.CREDIT_CODE, 4, 4)),
            new PartialMask(new MaskId("birth_date"), new BirthDateRule()),
            new PartialMask(new MaskId("ip"), new IpRule()),
            new PartialMask(new MaskId("free_text"), text -> Optional.empty()),
            new SecretMask(new MaskId("secret"))));

    /** Masks that show no more than any other, so that everybody may ask for them. */
    private static final Set<String> TOTAL = Set.of("free_text", "secret");

    private final Map<String, Masker> byId;

    private Maskers(List<Masker> maskers) {
        Map<String, Masker> map = new LinkedHashMap<>();
        maskers.forEach(masker -> map.put(masker.id().value(), masker));
        this.byId = Map.copyOf(map);
    }

    public static Maskers builtIn() {
        return BUILT_IN;
    }

    /** The mask of that name; {@code generic(l,r)} is made as asked, with at most two digits each. */
    public Optional<Masker> find(MaskId id) {
        Masker known = byId.get(id.value());
        return known == null ? GenericRule.parse(id.value()) : Optional.of(known);
    }

    /** The mask of a category of data; what has no mask of its own is free text. */
    public Masker of(DataCategory category) {
        return named(
                switch (category) {
                    case NAME -> "person_name";
                    case PHONE -> "phone";
                    case EMAIL -> "email";
                    case IDCARD -> "cn_id";
                    case BANKCARD -> "bank_card";
                    case ADDRESS -> "address_cn";
                    case BIRTH -> "birth_date";
                    case PLATE -> "plate_cn";
                    case PASSPORT -> "passport";
                    default -> "free_text";
                });
    }

    /** The mask of text whose category nobody named. */
    public Masker ofText() {
        return named("free_text");
    }

    /**
     * Whether a tag's {@code mask} shows no more than the mask its category has; a looser one needs a written waiver.
     */
    public boolean stricter(Optional<DataCategory> category, MaskId asked) {
        String usual = category.map(this::of).orElseGet(this::ofText).id().value();
        return asked.value().equals(usual)
                || TOTAL.contains(asked.value())
                || (usual.equals("email") && asked.value().equals("email_strict"));
    }

    private Masker named(String id) {
        Masker masker = byId.get(id);
        if (masker == null) {
            throw new IllegalStateException("no built-in mask " + id);
        }
        return masker;
    }
}
