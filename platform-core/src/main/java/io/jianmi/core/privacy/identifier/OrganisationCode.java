package io.jianmi.core.privacy.identifier;

/** Organisation code (GB/T 11714), the nine characters inside a unified social credit code. */
public final class OrganisationCode {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int MODULUS = 11;

    private OrganisationCode() {}

    /** The check character of the first eight characters: a digit or X. */
    public static char checkCharacter(String eight) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(eight.charAt(i)) * WEIGHTS[i];
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return check == 10 ? 'X' : (char) ('0' + check);
    }
}
