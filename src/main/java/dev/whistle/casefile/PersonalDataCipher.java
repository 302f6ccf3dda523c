package dev.whistle.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * AES-256-GCM over one field of one party. Party and field are authenticated with it, so that a ciphertext copied to
 * another row or column does not open there. Stored is base64 of nonce (96 random bits), ciphertext and tag.
 */
@Component
class PersonalDataCipher {

    /** What is encrypted; the name is part of what is authenticated and must not change. */
    enum Field {
        NAME,
        PHONE,
        ADDRESS,
        WAITING
    }

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final PersonalDataKeys keys;
    private final SecureRandom random = new SecureRandom();

    PersonalDataCipher(PersonalDataKeys keys) {
        this.keys = keys;
    }

    /** Id of the key that {@link #encrypt} uses, to be stored beside what it returns. */
    String keyId() {
        return keys.currentId();
    }

    String encrypt(String party, Field field, String clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.current(), nonce, party, field);
            byte[] sealed = cipher.doFinal(clear.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @throws PersonalDataKeyException if the key it was encrypted with is not configured
     * @throws DamagedPersonalDataException if it was changed, or written for another party or field
     */
    String decrypt(String keyId, String party, Field field, String stored) {
        SecretKeySpec key = keys.get(keyId);
        try {
            byte[] sealed = Base64.getDecoder().decode(stored);
            byte[] nonce = new byte[NONCE_BYTES];
            ByteBuffer.wrap(sealed).get(nonce);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, party, field);
            byte[] clear = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException changed) {
            throw new DamagedPersonalDataException(party, changed);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String party, Field field)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((party + "/" + field.name()).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
