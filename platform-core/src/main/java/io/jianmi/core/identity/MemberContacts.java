package io.jianmi.core.identity;

import java.util.Optional;

/** How members are reached outside the product. Asked when it is needed and kept nowhere. Blocks. */
public interface MemberContacts {

    /**
     * @param address of mail
     * @param locale the language that he prefers (BCP 47)
     */
    record Contact(String address, String locale) {

        /** An address is personal data. */
        @Override
        public String toString() {
            return "Contact[" + locale + "]";
        }
    }

    /** Empty where he is unknown or has no address. */
    Optional<Contact> of(MemberId member);
}
