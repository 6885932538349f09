package io.jianmi.core.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private final JsonNode vector = MerkleVectors.ALL.path("own").path("checkpoint");
    private final VerifierKey key = new VerifierKey(text("origin"), hex("public_key_hex"));
    private final Checkpoint checkpoint =
            new Checkpoint(text("origin"), new TreeHead(vector.path("size").asLong(), Hash.parseHex(text("root"))));

    @Test
    void bodyKeyAndNoteAreThePublishedOnes() throws GeneralSecurityException {
        assertThat(checkpoint.body()).isEqualTo(text("body"));
        assertThat(HexFormat.of().formatHex(key.id())).isEqualTo(text("key_id_hex"));
        assertThat(key).hasToString(text("verifier_key"));
        byte[] signature = sign(checkpoint.message());
        assertThat(signature).isEqualTo(hex("signature_hex"));
        assertThat(checkpoint.note(key, signature)).isEqualTo(text("note"));
    }

    @Test
    void aNoteIsReadBackAndVerified() {
        assertThat(Checkpoint.parse(text("note"))).isEqualTo(checkpoint);
        assertThat(Checkpoint.isSignedBy(key, text("note"))).isTrue();
        assertThat(VerifierKey.parse(text("verifier_key"))).isEqualTo(key);
    }

    @Test
    void anyChangedCharacterBreaksTheNote() {
        String note = text("note");
        for (int i = 0; i < note.length(); i++) {
            String changed = note.substring(0, i) + (char) (note.charAt(i) ^ 1) + note.substring(i + 1);
            // The last base64 digit before the padding carries bits that no byte uses.
            boolean spare = i == note.length() - 3;
            assertThat(spare || !verifies(changed)).as("character %d", i).isTrue();
        }
    }

    @Test
    void aSignatureOfAnotherKeyIsPassedOver() {
        VerifierKey other = new VerifierKey("other.example", hex("public_key_hex"));
        String both = text("note") + "\u2014 other.example AAAAAAAA\n";
        assertThat(Checkpoint.isSignedBy(key, both)).isTrue();
        assertThat(Checkpoint.isSignedBy(other, both)).isFalse();
    }

    @Test
    void whatIsNoCheckpointIsRefused() {
        assertThatThrownBy(() -> Checkpoint.parse("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Checkpoint.parse("a\n1\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Checkpoint.parse("a\n-1\nAAAA\n\n\u2014 a AAAA\n"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerifierKey.parse("a+00000000+AAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    private boolean verifies(String note) {
        try {
            return Checkpoint.isSignedBy(key, note) && Checkpoint.parse(note).equals(checkpoint);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private byte[] sign(byte[] message) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, hex("seed_hex"))));
        signer.update(message);
        return signer.sign();
    }

    private String text(String name) {
        return vector.path(name).asText();
    }

    private byte[] hex(String name) {
        return HexFormat.of().parseHex(text(name));
    }
}
